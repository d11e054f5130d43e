"""Converse.js, full screen, as alice uses it."""

from tests.lab.chat_page import ChatPage
from tests.lab.prosody_data import PASSWORD, ROOM, jid


class ConversePage(ChatPage):
    """One chat is on screen at a time; about 100 of its messages stay in the page."""

    composer = ":is(converse-chat, converse-muc) textarea.chat-textarea"
    scroller = ":is(converse-chat, converse-muc) .chat-content__messages"
    row = ":is(converse-chat, converse-muc) .chat-msg[data-msgid]"
    text = "converse-chat-message-body"
    key = "data-msgid"

    def login(self) -> None:
        self.page.goto(self.url)
        self.page.fill("input[name=jid]", jid("alice"))
        self.page.fill("input[name=password]", PASSWORD)
        self.page.press("input[name=password]", "Enter")
        self.page.wait_for_selector(f'a.open-chat[data-jid="{jid("bob")}"]')

    def open_chat(self, name: str) -> None:
        self.page.click(f'a.open-chat[data-jid="{jid(name)}"]')
        self.page.wait_for_selector(f'converse-chat[jid="{jid(name)}"] textarea.chat-textarea')

    def open_room(self) -> None:
        item = self.page.locator(f'a.open-room[data-room-jid="{ROOM}"]')
        if item.count():
            item.click()
        else:
            self.page.evaluate("(jid) => { location.hash = `#converse/room?jid=${jid}`; }", ROOM)
        self.page.wait_for_selector(f'converse-muc[jid="{ROOM}"] textarea.chat-textarea')
