"""The practice chat and the quick exit, in a real browser with a clock of the test's own."""

import json
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright
from werkzeug.serving import make_server

from api import errors
from api.endpoints.pages import bp

ROOT = Path(__file__).resolve().parents[1]
ADAPTER = json.loads((ROOT / "extension/adapters/practice.json").read_text())


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    app = Flask(__name__)
    app.config.update(TOWARD_DIST=tmp_path / "dist", TOWARD_OPENAPI=tmp_path / "none.json")
    app.register_blueprint(bp)
    errors.init_app(app)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[BrowserContext]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        with browser.new_context(timezone_id="Europe/Lisbon", locale="en-GB") as context:
            yield context
        browser.close()


@pytest.fixture
def page(browser: BrowserContext, site: str) -> Iterator[Page]:
    """A page that fails the test when it complains, or asks another host for anything."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: _same_host(request.url, site, complaints))
    yield page
    page.close()
    assert complaints == []


def _same_host(url: str, site: str, complaints: list[str]) -> None:
    if urlsplit(url).netloc != urlsplit(site).netloc:
        complaints.append(url)


def open_chat(page: Page, site: str) -> None:
    """Late in the evening, with the page's own clock in our hands."""
    page.clock.install(time=datetime.fromisoformat("2026-03-20T23:30:00+00:00"))
    page.goto(f"{site}/try")
    page.wait_for_selector(ADAPTER["fingerprint"])


def rows(page: Page) -> list[list[str]]:
    """[direction, minute] of each row that the adapter takes for a message."""
    out = ADAPTER["direction"][0]["out"]
    return page.eval_on_selector_all(
        f"{ADAPTER['list']['selector']} > {ADAPTER['row']['selector']}",
        """(all, out) => all.map((row) => [
            row.matches(out) ? 'out' : 'in',
            new Date(Number(row.dataset.at)).toISOString().slice(0, 16),
        ])""",
        out,
    )


def practice_now(page: Page) -> float:
    return float(page.get_attribute(ADAPTER["clock"]["selector"], ADAPTER["clock"]["attr"]) or "")


def conversation(page: Page) -> str:
    return page.get_attribute(ADAPTER["conversation"]["box"], "data-conversation") or ""


def test_the_practice_clock_begins_with_the_real_one(page: Page, site: str) -> None:
    open_chat(page, site)
    begun = datetime.fromisoformat("2026-03-20T23:30:00+00:00").timestamp() * 1000
    assert begun <= practice_now(page) < begun + 60_000
    assert rows(page) == [["in", "2026-03-19T20:30"], ["out", "2026-03-19T20:36"]]


def test_robin_answers_what_the_visitor_writes_and_a_reload_keeps_it(page: Page, site: str) -> None:
    open_chat(page, site)
    page.fill(ADAPTER["composer"], "One line\nand another")
    page.press(ADAPTER["composer"], "Enter")
    expect(page.locator("li[data-id]")).to_have_count(3)
    page.clock.run_for(2000)
    expect(page.locator("li[data-id]")).to_have_count(4)
    before, chat = rows(page), conversation(page)
    assert [direction for direction, _ in before] == ["in", "out", "out", "in"]
    page.reload()
    page.wait_for_selector(ADAPTER["fingerprint"])
    assert rows(page) == before
    assert conversation(page) == chat
    page.click("#again")
    expect(page.locator("li[data-id]")).to_have_count(2)
    assert conversation(page) != chat


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_two_weeks_pass_within_about_a_minute(page: Page, site: str, motion: str) -> None:
    page.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]
    open_chat(page, site)
    page.click("#play")
    page.clock.run_for(75_000)
    expect(page.locator("#status")).to_contain_text("Two weeks have passed")
    played = rows(page)[2:]
    assert len(played) == 50
    assert sum(direction == "out" for direction, _ in played) == 24
    days = sorted({minute[:10] for _, minute in played})
    assert (days[0], days[-1]) == ("2026-03-20", "2026-04-02")
    assert page.locator("ol.messages > li:not([data-id])").count() > 10


def test_on_the_second_day_one_comes_back_while_one_turn_of_robins_is_hours_old(
    page: Page, site: str
) -> None:
    open_chat(page, site)
    page.click("#play")
    page.clock.run_for(4500)
    expect(page.locator(ADAPTER["conversation"]["box"])).to_have_count(0)
    page.clock.run_for(1500)
    expect(page.locator(ADAPTER["conversation"]["box"])).to_have_count(1)
    assert rows(page)[-3:] == [
        ["out", "2026-03-20T23:42"],
        ["in", "2026-03-21T09:10"],
        ["in", "2026-03-21T09:11"],
    ]
    hours = (practice_now(page) / 1000 - _seconds("2026-03-21T09:11:00+00:00")) / 3600
    assert 3 < hours < 24
    page.click("#play")
    expect(page.locator("#status")).to_have_text("Paused.")


def _seconds(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


@pytest.mark.parametrize("how", ["button", "keys"])
def test_the_quick_exit_takes_the_place_of_the_page(page: Page, site: str, how: str) -> None:
    page.goto(f"{site}/quiet?before")
    page.goto(f"{site}/safety")
    if how == "button":
        page.click("text=Leave this page now")
    else:
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
    page.wait_for_url("**/quiet")
    page.go_back()
    assert page.url.endswith("/quiet?before")
