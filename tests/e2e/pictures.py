"""Takes the pictures in docs/ anew, on a real Converse.js page and after the practice fortnight.

`make pictures` runs it. Nothing is checked here; look at what it made.
"""

import subprocess
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.e2e.conftest import ROOT, SITES
from tests.e2e.server import Server
from tests.e2e.talks import Talk, on_converse
from tests.e2e.test_main_job import HOUR_MS, reopen
from tests.e2e.toward import Toward, toward
from tests.e2e.watch import card_text
from tests.lab.chat_page import ChatPage
from tests.lab.process import wait_until
from tests.lab.prosody_data import OldMessage

DOCS = ROOT / "docs"
EARLIER = [
    ("bob", "Safe travels."),
    ("alice", "Thank you. I'll write when I'm there."),
    ("bob", "Say hello to the sea."),
    ("alice", "I will."),
]
SAID = [
    ("Good to be back home.", "Welcome back. How was the train?"),
    ("Full, and it had windows.", "Ha. Tea on Thursday?"),
]
NEWEST = "I found that book, by the way."
SCHEMES = ("light", "dark")
TWO_MINUTES_MS = 120_000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build = Path(folder) / "toward"
        command = ["node", "extension/build.mjs", "--grant", *SITES, "--out", str(build)]
        subprocess.run(command, cwd=ROOT, check=True)
        ahead = 15 - datetime.now(UTC).hour
        zone = {"TZ": f"Etc/GMT{-ahead:+d}"}
        with toward(playwright, build, env=zone) as browser:
            with on_converse(earlier()) as talk:
                take_card(browser, talk)
            with Server(Path(folder) / "data") as server:
                take_week(browser, server)


def earlier() -> list[OldMessage]:
    began = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=8)
    return [
        OldMessage(who, "alice" if who == "bob" else "bob", began + timedelta(minutes=n), text)
        for n, (who, text) in enumerate(EARLIER)
    ]


def take_card(browser: Toward, talk: Talk) -> None:
    """The card of the next morning, about something of bob's that waits."""
    page = browser.context.new_page()
    chat = talk.page(page)
    chat.login()
    chat.open_chat("bob")
    chat.wait_for_message(EARLIER[-1][1])
    browser.include(page)
    browser.send("page:consent", to="nudges", given=True)
    chat.reload()
    for n, (mine, theirs) in enumerate(SAID):
        exchange(chat, talk, n, mine, theirs)
    reopen(browser, chat)
    talk.bob_says(NEWEST)
    chat.wait_for_message(NEWEST)
    browser.wait_for_counts(len(SAID), len(SAID) + 1)
    browser.move_clock(18 * HOUR_MS)
    reopen(browser, chat)
    wait_until(lambda: card_text(page) is not None, "the card")
    take_in_schemes(page, "card")
    browser.move_clock(0)
    page.close()


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


def take_in_schemes(page: Page, name: str, *, full_page: bool = False) -> None:
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.wait_for_function("() => document.fonts.status === 'loaded'")
        page.screenshot(path=DOCS / f"{name}-{scheme}.png", full_page=full_page)
    page.emulate_media(color_scheme="light")


if __name__ == "__main__":
    main()
