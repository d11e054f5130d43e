"""Chromium with the built extension, and a person's ways into it: popup, pages, clock."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright

from tests.e2e.popup import Popup
from tests.lab.chromium import FLAGS, executable
from tests.lab.process import LabError, wait_until

# Headless mode is asked for by a flag of our own: Playwright's own knows no extensions.
LEFT_OUT = ["--disable-extensions", "--headless"]

DUMP = Path(__file__).with_name("dump.js").read_text()


class Toward:
    """One browser profile with Toward in it. `own` is a page of the extension's."""

    def __init__(self, context: BrowserContext, own: Page) -> None:
        self.context = context
        self.own = own
        self.base = own.url.rsplit("/", 1)[0]

    def send(self, name: str, **request: Any) -> Any:
        """Send one message as a page of the extension does, and give its answer."""
        message = {"name": name, "request": request}
        answer = self.own.evaluate("(message) => chrome.runtime.sendMessage(message)", message)
        assert not (isinstance(answer, Mapping) and "failed" in answer), answer
        return answer

    def state(self) -> Any:
        return self.send("page:state")

    def week(self, week: str | None = None, *, practice: bool = False) -> Any:
        return self.send("page:week", week=week, practice=practice)

    def counts(self, chat: int = 1) -> tuple[int, int]:
        """Messages sent and received this week in the chat of this number."""
        for one in self.week()["chats"]:
            if one["chat"]["number"] == chat:
                return one["sums"]["sent"], one["sums"]["received"]
        return 0, 0

    def wait_for_counts(self, sent: int, received: int, chat: int = 1) -> None:
        """Wait until the counts are these; a failure tells what they are."""
        wanted = (sent, received)
        with contextlib.suppress(LabError):
            wait_until(lambda: self.counts(chat) == wanted, "the counts", timeout=20)
        assert self.counts(chat) == wanted, (self.counts(chat), self.dump())

    def move_clock(self, ms: int) -> None:
        """Set how far Toward's clock is ahead of the real one; only test builds can."""
        self.own.evaluate("(ms) => chrome.storage.local.set({ testClock: ms })", ms)

    def popup(self, page: Page) -> "Popup":
        """The real popup, opened over the tab of `page`."""
        page.bring_to_front()
        return Popup(self.context, page, self.own)

    def open(self, name: str) -> Page:
        """A page of the extension's in a tab, such as `week.html`."""
        page = self.context.new_page()
        page.goto(f"{self.base}/{name}")
        return page

    def dump(self) -> str:
        """All that the extension keeps, as text."""
        return str(self.own.evaluate(DUMP))

    def stop_worker(self) -> None:
        """End the background worker as the browser does when it idles; messages wake it."""
        session = self.context.new_cdp_session(self.own)
        session.send("ServiceWorker.enable")
        session.send("ServiceWorker.stopAllWorkers")
        session.detach()

    def include(self, page: Page, *, name: str | None = None) -> None:
        """What a person does first: consent, switch the site on, choose the chat in view."""
        with self.popup(page) as popup:
            popup.click_if_there("#count-yes")
            popup.click_if_there("#switch-on", "#include-0, [id^='felt-']")
            popup.wait_for("#include-0")
            if name:
                popup.fill("#include-0-name", name)
            popup.click("#include-0")
            popup.wait_for("[id^='felt-']")


@contextmanager
def toward(
    playwright: Playwright, build: Path, *, env: Mapping[str, str] | None = None, **options: Any
) -> Iterator[Toward]:
    """A new profile in a folder of its own; welcome.html is open in it."""
    folder = tempfile.mkdtemp(prefix="toward-profile-")
    context = playwright.chromium.launch_persistent_context(
        folder,
        executable_path=executable(),
        args=[*FLAGS, f"--load-extension={build}", f"--disable-extensions-except={build}"],
        ignore_default_args=LEFT_OUT,
        env={**os.environ, **(env or {})},
        viewport=options.pop("viewport", {"width": 1280, "height": 720}),
        **options,
    )
    try:
        yield Toward(context, _welcome(context))
    finally:
        context.close()
        shutil.rmtree(folder, ignore_errors=True)


def _welcome(context: BrowserContext) -> Page:
    """The page that opens after the installation."""

    def found() -> list[Page]:
        return [page for page in context.pages if page.url.endswith("/welcome.html")]

    if not found():
        context.wait_for_event("page", lambda page: page.url.endswith("/welcome.html"))
    page = found()[0]
    page.wait_for_load_state()
    return page
