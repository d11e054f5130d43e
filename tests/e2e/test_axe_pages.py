"""axe-core finds nothing on Toward's own pages: empty, full, light, dark, narrow, in Arabic."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.e2e import axe
from tests.e2e.server import Server
from tests.e2e.toward import Toward

TWO_MINUTES_MS = 120_000
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 720}
OPEN_ALL = "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("name", ["welcome.html", "options.html", "week.html"])
def test_pages_of_a_newcomer(browser: Toward, name: str) -> None:
    page = browser.open(name)
    page.wait_for_selector("h1")
    settled(page)
    assert axe.on_page(page) == []


def test_what_is_wrong_is_found(browser: Toward) -> None:
    page = browser.open("week.html")
    page.evaluate("() => document.querySelector('main').append(new Image())")
    assert any(line.startswith("dark: image-alt") for line in axe.on_page(page))


def test_pages_with_something_on_them(browser: Toward, server: Server) -> None:
    """The weekly page before and after the guess, popup and options, after the practice weeks."""
    practice = browser.context.new_page()
    practice.goto(f"{server.url}/try")
    browser.include(practice, name="Robin")
    practice.click("#play")
    practice.get_by_text("Two weeks have passed").wait_for(timeout=TWO_MINUTES_MS)
    with browser.popup(practice) as popup:
        assert axe.in_popup(popup) == []
    week = browser.open("week.html?practice")
    week.wait_for_selector("#guess-both")
    assert axe.on_page(week) == []
    week.click("#guess-both")
    check_full_week(week)
    for change in ({"discreet": True}, {"discreet": False, "language": "ar"}):
        browser.send("page:settings", change=change)
        week.reload()
        rtl = "html[dir='rtl'] " if change.get("language") == "ar" else ""
        week.wait_for_selector(f"{rtl}#guess-count")
        check_full_week(week)
    options = browser.open("options.html")
    options.wait_for_selector("#chats h3")
    settled(options)
    assert axe.on_page(options) == []


def check_full_week(week: Page) -> None:
    """Everything opened, at two widths; nothing stands out of the page."""
    week.locator(".figures [data-sum='sent']").first.wait_for(state="attached")
    for size in (DESK, PHONE):
        week.set_viewport_size(size)  # type: ignore[arg-type]
        settled(week)
        assert axe.on_page(week) == []
        assert wider(week) == 0


def settled(page: Page) -> None:
    page.evaluate(OPEN_ALL)
    page.wait_for_function("() => !document.querySelector('details.table:not(:has(table))')")
    page.wait_for_function("() => document.fonts.status === 'loaded'")


def wider(page: Page) -> Any:
    return page.evaluate(WIDER)
