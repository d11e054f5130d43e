"""The same build in Firefox, from the first question to the weekly page."""

import contextlib
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.firefox import ENTER, Firefox, firefox
from tests.e2e.server import ROOT, Server
from tests.lab.process import LabError, wait_until


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Firefox]:
    out = tmp_path / "toward"
    subprocess.run(["node", "extension/build.mjs", "--out", str(out)], cwd=ROOT, check=True)
    with firefox(out) as running:
        yield running


def rows(browser: Firefox) -> int:
    return int(
        browser.bidi.evaluate(browser.page, "document.querySelectorAll('li[data-id]').length")
    )


def talk(browser: Firefox, text: str) -> None:
    """Write to Robin, and wait for the answer."""
    before = rows(browser)
    browser.bidi.evaluate(browser.page, "document.querySelector('#own').focus()")
    browser.bidi.type(browser.page, text + ENTER)
    wait_until(lambda: rows(browser) == before + 2, "Robin's answer")


def figures(browser: Firefox) -> list[int]:
    """Messages out and in, as the weekly page shows them."""
    browser.goto(browser.own, f"{browser.base}/week.html?practice")
    wait_until(lambda: browser.bidi.has(browser.own, "#week figcaption"), "the weekly page")
    text = "[...document.querySelectorAll('figcaption')].map((one) => one.innerText).join()"
    captions = str(browser.bidi.evaluate(browser.own, text))
    return [int(number) for number in re.findall(r"(?:Out|In): (\d+)", captions)]


def wait_for_figures(browser: Firefox, out: int, received: int) -> None:
    """Wait until they are these; a failure tells what they are."""
    with contextlib.suppress(LabError):
        wait_until(lambda: figures(browser) == [out, received], "the figures")
    assert figures(browser) == [out, received]


def test_what_a_person_does_first_ends_in_the_weekly_page(browser: Firefox, server: Server) -> None:
    """Consent, the browser's own question, a chat; then its messages are on the weekly page."""
    browser.goto(browser.page, f"{server.url}/try")
    with browser.popup() as popup:
        popup.click("#count-yes")
        popup.click("#switch-on")
        browser.allow()
        popup.click("#include-0")
        popup.wait_for("[id^='felt-']")
    talk(browser, "hello")
    talk(browser, "how are you")
    wait_for_figures(browser, 2, 2)
    browser.stop_background()
    talk(browser, "still there")
    wait_until(lambda: browser.background_state() == "running", "the background to wake")
    wait_for_figures(browser, 3, 3)
    browser.goto(browser.page, f"{server.url}/try")
    talk(browser, "after a reload")
    wait_for_figures(browser, 4, 4)
