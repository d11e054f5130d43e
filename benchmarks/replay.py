"""The replay page in a browser with the extension: read, observed by nothing more, or alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from playwright.sync_api import Page

from benchmarks.site import READ, UNREAD
from tests.e2e.toward import Toward

GAP_MS = 40


class Replay:
    """One browser with the extension; every page has a chat of its own."""

    def __init__(self, browser: Toward, port: int) -> None:
        self._browser = browser
        self._port = port
        self._numbers = count(1)

    @contextmanager
    def read(self) -> Iterator[Page]:
        """A page whose chat was chosen; what was counted is erased in the end."""
        with self._page(READ) as page:
            self._browser.include(page)
            yield page
        for chat in self._browser.state()["chats"]:
            self._browser.send("page:exclude", id=chat["id"], erase=True)

    @contextmanager
    def observed(self) -> Iterator[Page]:
        """The same page without Toward, with an empty observer."""
        with self._page(UNREAD, "&observer") as page:
            yield page

    @contextmanager
    def alone(self) -> Iterator[Page]:
        """The same page, watched by nobody."""
        with self._page(UNREAD) as page:
            yield page

    @contextmanager
    def _page(self, host: str, more: str = "") -> Iterator[Page]:
        page = self._browser.context.new_page()
        address = f"http://{host}:{self._port}/replay.html?chat=robin{next(self._numbers)}{more}"
        page.goto(address)
        page.wait_for_function("globalThis.replay !== undefined")
        yield page
        page.close()

    def run(self, page: Page, rows: int, burst: int) -> None:
        """Returns once the rows are there and, on a page that is read, counted: all of them."""
        page.bring_to_front()
        page.evaluate(f"replay({rows}, {burst}, {GAP_MS})")
        if f"//{READ}:" in page.url:
            [chat] = self._browser.state()["chats"]
            self._browser.wait_for_counts(rows // 2, rows // 2, chat["number"])
