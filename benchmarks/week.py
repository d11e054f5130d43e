"""`python -m benchmarks.week`: a year of 200 chats on the weekly page, to parsing its JSON.

A ledger in headless Chromium is filled with a year of 200 chats that were in touch each day: 73,000
rows, and the 72,000 events of the last sixty days. Compared is scripting time: the processor time
of a thread's tasks without what the browser does to style, lay out and paint. It still holds more
than JavaScript: starting it, collecting its garbage, and taking in what IndexedDB answers.

- The page: all of week.html from its navigation in a fresh tab until the week is drawn and the
  page is idle.
- The background: what its worker did meanwhile: the state, the running week, for which this
  week's thoughts are chosen anew, and the finished week.
- The peer: JSON.parse of the same year (the 73,000 rows as the export writes them), in a page of
  the same browser.

The goal is about the page; the background, which works beside it in a thread of its own, has the
same goal. On the screen stands too what the page takes to parsing just those answers that it is
given. No server is connected: what one sends is less than what lies here.
"""

import shutil
import statistics
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from benchmarks.main_thread import MainThread
from benchmarks.report import add
from benchmarks.site import HERE, build_extension
from tests.e2e.toward import Toward, toward

CHATS, AT_ONCE, ROWS, ROUNDS = 200, 10, 73_000, 7
MOST = 10
DRAWN = "#week h3"
IDLE = "() => new Promise((done) => requestIdleCallback(done))"
PAGE, WORKER = "CrRendererMain", "ServiceWorker thread"
DRAWING = {"UpdateLayoutTree", "Layout", "PrePaint", "Paint", "Layerize", "Commit", "HitTest"}


def build(out: Path) -> Path:
    """The extension, with one page more."""
    build_extension(out)
    shutil.copy(HERE / "week-bench.html", out)
    script = ["node", str(HERE / "bundle.mjs"), str(HERE / "week-bench.mjs")]
    subprocess.run([*script, str(out / "week-bench.js")], check=True)
    return out


def fill(page: Page) -> None:
    for first in range(1, CHATS + 1, AT_ONCE):
        page.evaluate(f"bench.fill({first}, {AT_ONCE})")


def scripting(bench: Page, work: Callable[[], object]) -> Counter[str]:
    """Ms of scripting by the name of the thread, in the process of the extension."""
    with MainThread(bench) as thread:
        thread.record()
        bench.evaluate("console.timeStamp('here')")
        work()
        events = thread.events()
    names = {_thread(one): one["args"]["name"] for one in events if one["name"] == "thread_name"}
    process = next(one["pid"] for one in events if one["name"] == "TimeStamp")
    used: Counter[str] = Counter()
    for one in events:
        if one["pid"] == process and (sign := _sign(one["name"])):
            used[names.get(_thread(one), "")] += sign * one.get("tdur", 0) / 1000
    return used


def _thread(event: dict[str, Any]) -> tuple[int, int]:
    return event["pid"], event["tid"]


def _sign(name: str) -> int:
    """Drawing lies within tasks, and is none of scripting."""
    return 1 if name == "RunTask" else -1 if name in DRAWING else 0


def show(browser: Toward) -> None:
    """From the navigation of a fresh tab to a week that is drawn."""
    page = browser.open("week.html")
    page.wait_for_selector(DRAWN, state="attached")
    page.evaluate(IDLE)
    page.close()


def turn(browser: Toward, bench: Page) -> tuple[float, float, float]:
    parse = scripting(bench, lambda: bench.evaluate("bench.parse()"))[PAGE]
    bench.evaluate("bench.forgetShown()")
    shown = scripting(bench, lambda: show(browser))
    return parse, shown[PAGE], shown[WORKER]


def measure(browser: Toward) -> None:
    # Its script is deferred, so it has run once the page is loaded.
    bench = browser.open("week-bench.html")
    fill(bench)
    length, rows = bench.evaluate("bench.year()")
    chats = len(browser.week()["chats"])
    if (rows, chats) != (ROWS, CHATS):
        raise RuntimeError(f"{rows} rows of {chats} chats are there: this measures nothing.")
    turns = [turn(browser, bench) for _ in range(ROUNDS + 1)][1:]
    parse, page, worker = (statistics.median(times) for times in zip(*turns, strict=True))
    print(f"  a year as JSON ({length / 1e6:.1f} MB): {parse:.0f} ms of parsing", flush=True)
    print(f"  the page: {page:.0f} ms, the background: {worker:.0f} ms", flush=True)
    report("week.html with a year of 200 chats, to parsing its JSON", [p / j for j, p, _ in turns])
    report("the background's work for it, to parsing its JSON", [w / j for j, _, w in turns])
    own = bench.evaluate("bench.keepAnswers()")
    given = [scripting(bench, lambda: bench.evaluate("bench.parse()"))[PAGE] for _ in turns]
    ratio = page / statistics.median(given)
    print(f"  the page, to parsing its answers ({own / 1e6:.1f} MB): {ratio:.0f}", flush=True)


def report(name: str, ratios: list[float]) -> None:
    ratio = round(statistics.median(ratios), 2)
    add(name, ratio=ratio, goal=MOST, met=ratio <= MOST)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        extension = build(Path(folder) / "toward")
        with sync_playwright() as playwright, toward(playwright, extension) as browser:
            measure(browser)


if __name__ == "__main__":
    main()
