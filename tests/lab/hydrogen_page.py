"""Hydrogen, as alice uses it."""

import json

from playwright.sync_api import Locator

from tests.lab.chat_page import ChatPage
from tests.lab.synapse import PASSWORD, ROOM, USER

# The clock stands in the same element: the words are its text nodes.
TEXTS = """(bodies) => bodies.map((body) =>
  [...body.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join(''))"""


class HydrogenPage(ChatPage):
    """One chat is on screen at a time; what was loaded of it stays in the page."""

    composer = ".MessageComposer_input textarea"
    scroller = ".Timeline_scroller"
    row = ".Timeline_scroller > ul > li.Timeline_message"
    text = ".Timeline_messageBody"
    key = "data-event-id"

    def login(self) -> None:
        self.page.goto(self.url)
        self.page.fill("#username", USER)
        self.page.fill("#password", PASSWORD)
        self.page.press("#password", "Enter")
        self._list_item("bob").wait_for()

    def come_back(self) -> None:
        """The sign-in is kept for all tabs, and so is the room that was open."""
        self.page.goto(self.url)
        self._list_item("bob").wait_for()

    def open_chat(self, name: str) -> None:
        self._open(name.capitalize())

    def open_room(self) -> None:
        self._open(ROOM)

    def message(self, text: str) -> Locator:
        words = f"xpath=self::*[text()[normalize-space()={json.dumps(text)}]]"
        return self.page.locator(f"{self.row} > {self.text}").locator(words).first

    def texts(self) -> list[str]:
        rows = self.page.locator(f"{self.row} > {self.text}")
        return [str(text).strip() for text in rows.evaluate_all(TEXTS)]

    def _open(self, title: str) -> None:
        self._list_item(title).click()
        header = self.page.locator(".RoomHeader h2").get_by_text(title, exact=True)
        header.wait_for()
        self.page.wait_for_selector(self.scroller, state="attached")

    def _list_item(self, title: str) -> Locator:
        return self.page.locator(".RoomList .name").get_by_text(title, exact=False).first
