"""Takes the pictures in docs/ anew, on a real Converse.js page and after the practice fortnight.

`make pictures` runs it. Nothing is checked here; look at what it made.
"""

import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, sync_playwright

from tests.e2e.cards import DAY_MS, afternoon, begin, message, wait_for_card
from tests.e2e.conftest import ROOT, SITES
from tests.e2e.server import Server
from tests.e2e.talks import Talk, on_converse
from tests.e2e.test_main_job import HOUR_MS, reopen
from tests.e2e.toward import Toward
from tests.lab.chat_page import ChatPage
from tests.lab.prosody_data import OldMessage

DOCS = ROOT / "docs"


@dataclass(frozen=True)
class Words:
    """What bob and alice say to each other: hours ago, today, and what waits in the end."""

    earlier: Sequence[tuple[str, str]]
    said: Sequence[tuple[str, str]]
    newest: str


ENGLISH = Words(
    [
        ("bob", "Safe travels."),
        ("alice", "Thank you. I'll write when I'm there."),
        ("bob", "Say hello to the sea."),
        ("alice", "I will."),
    ],
    [
        ("Good to be back home.", "Welcome back. How was the train?"),
        ("Full, and it had windows.", "Ha. Tea on Thursday?"),
    ],
    "I found that book, by the way.",
)
ARABIC = Words(
    [
        ("bob", "رحلة موفقة."),
        ("alice", "شكرًا. سأكتب لك حين أصل."),
        ("bob", "سلامي إلى البحر."),
        ("alice", "سيصله."),
    ],
    [
        ("ما أجمل العودة إلى البيت.", "الحمد لله على السلامة. كيف كان القطار؟"),
        ("مزدحم، وفيه نوافذ كبيرة.", "جميل. نشرب الشاي يوم الخميس؟"),
    ],
    "بالمناسبة، وجدت ذلك الكتاب.",
)
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
TWO_MINUTES_MS = 120_000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build = Path(folder) / "toward"
        command = ["node", "extension/build.mjs", "--grant", *SITES, "--out", str(build)]
        subprocess.run(command, cwd=ROOT, check=True)
        with afternoon(playwright, build) as browser:
            take_card(browser, ENGLISH)
            with Server(Path(folder) / "data") as server:
                take_week(browser, server)
        with afternoon(playwright, build) as browser:
            browser.send("page:settings", change={"language": "ar"})
            take_card(browser, ARABIC)


def earlier(words: Words) -> list[OldMessage]:
    began = timedelta(hours=8)
    return [
        message(who, began - timedelta(minutes=n), text)
        for n, (who, text) in enumerate(words.earlier)
    ]


def take_card(browser: Toward, words: Words) -> None:
    """The card of the next morning, about something of bob's that waits."""
    with on_converse(earlier(words)) as talk:
        chat = begin(browser, talk, words.earlier[-1][1], days_ago=0, arabic=words is ARABIC)
        three_thoughts(browser)
        chat.reload()
        for n, (mine, theirs) in enumerate(words.said):
            exchange(chat, talk, n, mine, theirs)
        reopen(browser, chat)
        talk.bob_says(words.newest)
        chat.wait_for_message(words.newest)
        browser.wait_for_counts(len(words.said), len(words.said) + 1)
        browser.move_clock(18 * HOUR_MS)
        reopen(browser, chat)
        wait_for_card(chat.page)
        if words is ARABIC:
            take_in(chat.page, "light", "card-rtl")
        else:
            take_in_schemes(chat.page, "card")
        browser.move_clock(0)
        chat.page.close()


def three_thoughts(browser: Toward) -> None:
    """The first three that come say what they are; alice knows."""
    for days_ago in (3, 2, 1):
        browser.move_clock(-days_ago * DAY_MS)
        browser.send("page:thought")
    browser.move_clock(0)


def exchange(chat: ChatPage, talk: Talk, n: int, mine: str, theirs: str) -> None:
    chat.send(mine)
    talk.bob_received(n + 1)
    talk.bob_says(theirs)
    chat.wait_for_message(theirs)


def take_week(browser: Toward, server: Server) -> None:
    """The practice fortnight's finished week, after the guess."""
    page = browser.context.new_page()
    page.goto(f"{server.url}/try")
    browser.include(page, name="Robin")
    page.click("#play")
    page.get_by_text("Two weeks have passed").wait_for(timeout=TWO_MINUTES_MS)
    page.close()
    week = browser.open("week.html?practice")
    week.click("#guess-skipped")
    week.wait_for_selector("[data-sum='sent']", state="attached")
    take_in_schemes(week, "week", full_page=True)
    week.set_viewport_size({"width": 360, "height": 740})
    week.screenshot(path=DOCS / "week-phone.png", full_page=True)
    take_rtl_week(browser, week)


def take_rtl_week(browser: Toward, week: Page) -> None:
    """The same in Arabic, which runs from right to left."""
    browser.send("page:settings", change={"language": "ar"})
    week.set_viewport_size({"width": 1280, "height": 720})
    week.reload()
    week.wait_for_selector("html[dir='rtl'] [data-sum='sent']", state="attached")
    week.screenshot(path=DOCS / "week-rtl.png", full_page=True)
    browser.send("page:settings", change={"language": "auto"})


def take_in_schemes(page: Page, name: str, *, full_page: bool = False) -> None:
    for scheme in SCHEMES:
        take_in(page, scheme, f"{name}-{scheme}", full_page=full_page)
    page.emulate_media(color_scheme="light")


def take_in(page: Page, scheme: Scheme, name: str, *, full_page: bool = False) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.wait_for_function("() => document.fonts.status === 'loaded'")
    page.screenshot(path=DOCS / f"{name}.png", full_page=full_page)


if __name__ == "__main__":
    main()
