"""The Lounge, as alice uses it."""

from tests.lab.chat_page import ChatPage
from tests.lab.irc_bob import ROOM
from tests.lab.lounge import PASSWORD, USER


class LoungePage(ChatPage):
    """One chat is on screen at a time; it opens with its newest 100 messages."""

    composer = "#input"
    scroller = "#chat .chat"
    row = '#chat .messages .msg[data-type="message"]'
    text = ".content"
    key = "id"

    def login(self) -> None:
        self.page.goto(self.url)
        self.page.fill("#signin-username", USER)
        self.page.fill("#signin-password", PASSWORD)
        self.page.click("#sign-in button[type=submit]")
        self.page.wait_for_selector('.channel-list-item[data-name="bob"]')

    def come_back(self) -> None:
        """The sign-in is kept for all tabs."""
        self.page.goto(self.url)
        self.page.wait_for_selector('.channel-list-item[data-name="bob"]')

    def open_chat(self, name: str) -> None:
        self.page.click(f'.channel-list-item[data-name="{name}"]')
        self.page.wait_for_selector(
            f'#chat-container[data-current-channel="{name}"] .chat-view[data-type="query"]'
        )

    def wait_for_connection(self, *, there: bool) -> None:
        """Return once the page knows that its server is there, or that it is not."""
        self.page.wait_for_selector(f"#submit{':not([disabled])' if there else '[disabled]'}")

    def open_room(self) -> None:
        self.page.click(f'.channel-list-item[data-name="{ROOM}"]')
        self.page.wait_for_selector(
            f'#chat-container[data-current-channel="{ROOM}"] .chat-view[data-type="channel"]'
        )
