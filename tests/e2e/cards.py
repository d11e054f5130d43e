"""Chats of the lab in which a card may come, and what was shown in them."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Playwright, Route

from tests.e2e.conftest import ROOT
from tests.e2e.talks import Talk
from tests.e2e.test_main_job import last_opened
from tests.e2e.toward import Toward, toward
from tests.e2e.watch import card_text
from tests.lab.chat_page import ChatPage
from tests.lab.process import wait_until
from tests.lab.prosody_data import OldMessage

DAY_MS = 86_400_000
NUDGES = ROOT / "nudges"


@contextmanager
def afternoon(playwright: Playwright, build: Path, **options: Any) -> Iterator[Toward]:
    """A browser in whose time zone it is about three in the afternoon: cards have their hours."""
    ahead = 15 - datetime.now(UTC).hour
    with toward(playwright, build, env={"TZ": f"Etc/GMT{-ahead:+d}"}, **options) as running:
        yield running


def message(sender: str, ago: timedelta, text: str) -> OldMessage:
    to = "alice" if sender == "bob" else "bob"
    return OldMessage(sender, to, datetime.now(UTC).replace(microsecond=0) - ago, text)


def lively() -> list[OldMessage]:
    """Eleven days with two exchanges each; bob comes back within five minutes."""
    talk = []
    for half_days in range(22, 0, -1):
        ago = timedelta(hours=12 * half_days + 12)
        talk.append(message("alice", ago, f"alice {half_days}"))
        talk.append(message("bob", ago - timedelta(minutes=5), f"bob {half_days}"))
    return talk


def open_reach() -> list[OldMessage]:
    """Rule O: after them two turns of alice's, three hours and more apart, that stay open."""
    hours = (9, 5)
    return lively() + [message("alice", timedelta(hours=n), f"open {n}") for n in hours]


def begin(
    browser: Toward, talk: Talk, newest: str, *, days_ago: int, arabic: bool = False
) -> ChatPage:
    """Chosen so many days ago, with both consents; the page is as it was then."""
    page = browser.context.new_page()
    chat = talk.page(page)
    if arabic:
        page.route(chat.url, in_arabic)
    chat.login()
    chat.open_chat("bob")
    chat.wait_for_message(newest)
    browser.move_clock(-days_ago * DAY_MS)
    browser.include(page)
    browser.move_clock(0)
    browser.send("page:consent", to="nudges", given=True)
    return chat


def come_back(browser: Toward, chat: ChatPage) -> None:
    """Alice comes back to the page and looks at the chat; returns when the opening is noticed."""
    before = last_opened(browser)
    chat.reload()
    wait_until(lambda: last_opened(browser) > before, "the opening to be noticed")


def in_arabic(route: Route) -> None:
    """Converse in Arabic, from right to left."""
    answer = route.fetch()
    page = answer.text().replace('lang="en"', 'lang="ar" dir="rtl"').replace("'en'", "'ar'")
    route.fulfill(response=answer, body=page)


def wait_for_card(page: Page) -> str:
    """The words on it."""
    wait_until(lambda: card_text(page) is not None, "the card")
    return card_text(page) or ""


def leave_on(browser: Toward, nudges: Sequence[str]) -> None:
    """The person switches off all thoughts of chats but these."""
    for nudge in nudges_of("opened", "composing", "sent", "received"):
        if nudge not in nudges:
            browser.send("page:nudge", id=nudge, on=False)


def moments_shown(browser: Toward) -> list[str]:
    """The moments for which the cards shown so far were written, oldest first."""
    cards = json.loads(browser.send("page:export")["json"])["cards"]
    return [moment_of(card["nudge"]) for card in cards]


def texts_of(nudge: str) -> dict[str, str]:
    texts: dict[str, str] = json.loads((NUDGES / f"{nudge}.json").read_text())
    return texts


def moment_of(nudge: str) -> str:
    """Of a file of nudges/; '' where it is none of a nudge."""
    return texts_of(nudge).get("moment", "")


def nudges_of(*moments: str) -> list[str]:
    return [path.stem for path in NUDGES.glob("*.json") if moment_of(path.stem) in moments]


def longest_of(moment: str) -> str:
    def length(nudge: str) -> int:
        texts = texts_of(nudge)
        return len(texts["say"] + texts["ask"])

    return max(nudges_of(moment), key=length)
