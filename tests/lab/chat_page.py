"""What a person does on a chat page, the same for every application of the lab."""

from abc import ABC, abstractmethod

from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from tests.lab.process import wait_until

# Converse passes over a scroll while it is loading, and no event comes at the very top: as a
# person would, go down a little and up again.
SCROLL_TO_TOP = """async (scroller) => {
  scroller.scrollTop += 100;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  scroller.scrollTop = -1e9;
}"""
SCROLL_TO_END = """async (scroller) => {
  scroller.scrollTop -= 100;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  scroller.scrollTop = 1e9;
}"""
SCROLL_TRY_MS = 1500


class ChatPage(ABC):
    """A chat application in one browser page, used by alice. Every method waits for its effect.

    Texts are matched whole, so each message of a test needs a text of its own.
    """

    composer: str
    scroller: str
    row: str
    """A row that is a message, in the open chat."""
    text: str
    """The element of a row that holds its text."""
    key: str
    """The attribute that identifies a row."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    @abstractmethod
    def login(self) -> None:
        """Open the page, log in as alice and wait for the list of her contacts."""

    def come_back(self) -> None:
        """Open the page in a new tab of a browser in which alice has been before."""
        self.login()

    @abstractmethod
    def open_chat(self, name: str) -> None:
        """Show the one-to-one chat with `name`; its history may still be on its way."""

    @abstractmethod
    def open_room(self) -> None:
        """Show the group chat; alice joins it if she is not in it yet."""

    def send(self, text: str) -> None:
        """Type a message, press Enter and wait for its row."""
        self.page.fill(self.composer, text)
        self.page.press(self.composer, "Enter")
        self.wait_for_message(text)

    def message(self, text: str) -> Locator:
        shown = self.page.locator(f"{self.row} {self.text}").get_by_text(text, exact=True)
        return shown.first  # Converse may show one twice when two tabs were open

    def wait_for_message(self, text: str) -> None:
        self.message(text).wait_for(state="attached")

    def texts(self) -> list[str]:
        """The texts of the messages in the page now, in document order."""
        rows = self.page.locator(f"{self.row} {self.text}")
        return [text.strip() for text in rows.all_inner_texts()]

    def row_count(self) -> int:
        """How many messages are in the page now; system lines are not messages."""
        return self.page.locator(self.row).count()

    def wait_for_row_count(self, count: int) -> None:
        """Return once exactly `count` messages are in the page."""
        self.page.wait_for_function(
            "([row, count]) => document.querySelectorAll(row).length === count",
            arg=[self.row, count],
        )

    def reload(self) -> None:
        """Reload and wait until the same chat shows its newest message again."""
        newest = self.texts()[-1]
        self.page.reload()
        self.wait_for_message(newest)

    def scroll_up(self) -> None:
        """Scroll to the top and wait for older messages; LabError where there are none."""
        oldest = self.page.locator(self.row).first.get_attribute(self.key)
        wait_until(lambda: self._scroll_shows_older_than(oldest), "older messages to load")

    def scroll_up_to(self, text: str) -> None:
        """Scroll up until this message is in the page; fails where the history has it not."""
        while self.message(text).count() == 0:
            self.scroll_up()

    def scroll_down_to(self, text: str) -> None:
        """Scroll down, where need be, until this message is in the page."""
        wait_until(lambda: self._scroll_shows(text), f"{text!r} to be in the page")

    def _scroll_shows(self, text: str) -> bool:
        if self.message(text).count() > 0:
            return True
        self.page.locator(self.scroller).evaluate(SCROLL_TO_END)
        return False

    def _scroll_shows_older_than(self, oldest: str | None) -> bool:
        self.page.locator(self.scroller).evaluate(SCROLL_TO_TOP)
        try:
            self.page.wait_for_function(
                "([row, key, oldest]) => document.querySelector(row)?.getAttribute(key) !== oldest",
                arg=[self.row, self.key, oldest],
                timeout=SCROLL_TRY_MS,
            )
        except PlaywrightTimeoutError:
            return False
        return True
