"""`python -m benchmarks.ledger`: what 100,000 events take on disk, and one more of them in time.

A page of the extension fills the ledger through the extension's own modules, as if so many messages
of 40 chats had been shown within 60 days. Bytes are all that the browser keeps for the extension:
the larger of the browser's own figure and of the folder's files. Firefox is asked at rest: while a
database is open it writes to a journal first, of up to 20 MB for a database of any size.
"""

import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Playwright, sync_playwright

from benchmarks.report import add
from benchmarks.site import ESBUILD, HERE, build_extension
from tests.e2e.firefox import Firefox, firefox
from tests.e2e.toward import Toward, toward
from tests.lab.process import wait_until

FEW, MANY, AT_ONCE = 1_000, 100_000, 1_000
ROUNDS, ADDED = 20, 10
BYTES, MOST = 20_000_000, 1.5


@dataclass(frozen=True)
class Profile:
    """One browser, a page of the bench in it, and the bytes it keeps for the extension."""

    ask: Callable[[str], Any]
    stored: Callable[[], int]


Opened = Callable[[], AbstractContextManager[Profile]]


def build(out: Path) -> Path:
    """The extension, with one page more."""
    build_extension(out)
    shutil.copy(HERE / "ledger.html", out)
    options = ["--bundle", "--format=iife", "--log-level=warning", f"--outfile={out / 'ledger.js'}"]
    subprocess.run([str(ESBUILD), str(HERE / "ledger.mjs"), *options], check=True)
    return out


def size(*folders: Path) -> int:
    return sum(_bytes(file) for folder in folders for file in folder.rglob("*"))


def _bytes(file: Path) -> int:
    try:
        return file.stat().st_size if file.is_file() else 0
    except FileNotFoundError:  # tidied away meanwhile
        return 0


@contextmanager
def chromium(playwright: Playwright, extension: Path) -> Iterator[Profile]:
    with toward(playwright, extension) as browser:
        folder = _chromium_folder(browser) / "IndexedDB"
        browser.own.goto(f"{browser.base}/ledger.html")
        ask = browser.own.evaluate
        yield Profile(ask, lambda: max(_settled(browser.own, folder), ask("ledger.usage()")))


def _chromium_folder(browser: Toward) -> Path:
    page = browser.context.new_page()
    page.goto("chrome://version")
    folder = Path(page.locator("#profile_path").inner_text())
    page.close()
    return folder


def _settled(page: Page, folder: Path) -> int:
    """Bytes once they stay the same: for a while after a write, Chromium still merges its files."""
    before, now = -1, size(folder)
    while now != before:
        page.wait_for_timeout(3_000)
        before, now = now, size(folder)
    return now


@contextmanager
def in_firefox(extension: Path) -> Iterator[Profile]:
    with firefox(extension) as browser:
        browser.goto(browser.own, f"{browser.base}/ledger.html")
        ask = partial(browser.bidi.evaluate, browser.own)
        yield Profile(ask, partial(_at_rest, browser))


def _at_rest(browser: Firefox) -> int:
    """Bytes once the extension's database is closed: then its journal is emptied."""
    folder = Path(browser.browser("Services.dirsvc.get('ProfD', Ci.nsIFile).path")) / "storage"
    folders = list((folder / "default").glob("moz-extension*"))
    browser.goto(browser.own, "about:blank")
    browser.stop_background()
    wait_until(lambda: not _journals(folders), "Firefox to close the database", timeout=120)
    at_rest = size(*folders)
    browser.goto(browser.own, f"{browser.base}/ledger.html")
    return max(at_rest, int(browser.bidi.evaluate(browser.own, "ledger.usage()")))


def _journals(folders: list[Path]) -> list[Path]:
    return [file for folder in folders for file in folder.rglob("*-wal") if _bytes(file)]


def fill(profile: Profile, count: int) -> None:
    for _ in range(0, count, AT_ONCE):
        profile.ask(f"ledger.fill({AT_ONCE}, {count})")
    profile.ask("ledger.makeRows()")
    counted = profile.ask("ledger.counted()")
    if counted != count:
        raise RuntimeError(f"{counted} of {count} messages were counted: this measures nothing.")


def medians(few: Profile, many: Profile, *, rows: bool) -> tuple[float, float]:
    """Ms that one more event takes in each; turns interleaved, after one to warm both up."""
    call = f"ledger.add({ADDED}, {'true' if rows else 'false'})"
    turns = [(few.ask(call), many.ask(call)) for _ in range(ROUNDS + 1)]
    small, large = zip(*turns[1:], strict=True)
    return statistics.median(small), statistics.median(large)


def measure(name: str, opened: Opened) -> None:
    with opened() as few, opened() as many:
        fill(few, FEW)
        fill(many, MANY)
        small, large = medians(few, many, rows=False)
        print(f"  one event at {FEW:,}: {small:.2f} ms, at {MANY:,}: {large:.2f} ms", flush=True)
        rows = medians(few, many, rows=True)
        print(f"  with its chat's rows made anew: {rows[0]:.2f} ms, {rows[1]:.2f} ms", flush=True)
        value, ratio = many.stored(), round(large / small, 2)
    title = f"ledger in {name}, 100,000 events in 60 days"
    add(f"{title}, bytes", value=value, goal=BYTES, met=value < BYTES)
    add(f"{title}, one more, to one at 1,000", ratio=ratio, goal=MOST, met=ratio <= MOST)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        extension = build(Path(folder) / "toward")
        with sync_playwright() as playwright:
            measure("Chromium", partial(chromium, playwright, extension))
        measure("Firefox", partial(in_firefox, extension))


if __name__ == "__main__":
    main()
