"""Converse.js, full screen, as alice uses it."""

from tests.lab.chat_page import ChatPage
from tests.lab.prosody_data import PASSWORD, jid


class ConversePage(ChatPage):
    """One chat is on screen at a time; about 100 of its messages stay in the page."""

    composer = "converse-chat textarea.chat-textarea"
    scroller = "converse-chat .chat-content__messages"
    row = "converse-chat .chat-msg[data-msgid]"
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
