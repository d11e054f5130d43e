"""A newcomer's two minutes: the practice chat, its first card, and a filled weekly page."""

import contextlib

from playwright.sync_api import Page

from tests.e2e.server import Server
from tests.e2e.toward import Toward
from tests.e2e.watch import card_text, click_card
from tests.lab.process import LabError, wait_until

TWO_MINUTES_MS = 120_000


def said(page: Page, who: str) -> int:
    """How many messages the page itself shows of one side."""
    return page.locator(f"li[data-id][data-from={who}]").count()


def test_a_newcomer_sees_a_nudge_and_a_filled_week(browser: Toward, server: Server) -> None:
    """Without logging in anywhere; the first card itself asks whether cards may come."""
    page = browser.context.new_page()
    page.goto(f"{server.url}/try")
    before = said(page, "me"), said(page, "robin")
    browser.include(page)
    page.click("#play")
    wait_until(lambda: card_text(page) is not None, "the first card")
    assert browser.state()["settings"]["nudgeConsent"] is None
    click_card(page, "Keep these")
    wait_until(lambda: browser.state()["settings"]["nudgeConsent"] is True, "the consent")
    click_card(page, "Helpful")
    wait_until(lambda: card_text(page) is None, "the card to go")

    page.get_by_text("Two weeks have passed").wait_for(timeout=TWO_MINUTES_MS)
    shown = said(page, "me") - before[0], said(page, "robin") - before[1]
    with contextlib.suppress(LabError):
        wait_until(lambda: total(browser) == shown, "the last messages to be counted")
    assert total(browser) == shown, browser.dump()
    assert browser.week()["chats"] == []
    with browser.popup(page) as popup:
        assert popup.evaluate("document.querySelector('#week').href").endswith("week.html?practice")
    week = browser.open("week.html?practice")
    week.wait_for_selector("[data-sum='sent'], #guess-skipped")
    assert "practice" in week.inner_text("body").lower()


def total(browser: Toward) -> tuple[int, int]:
    """Sent and received over all practice weeks."""
    view = browser.week(practice=True)
    weeks = [view, *(browser.week(one["week"], practice=True) for one in view["chats"][0]["trend"])]
    sums = [week["chats"][0]["sums"] for week in weeks]
    return sum(one["sent"] for one in sums), sum(one["received"] for one in sums)
