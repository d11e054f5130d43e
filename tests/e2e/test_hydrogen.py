"""Counts on Hydrogen, whose page tells no times, are what the two sides really sent."""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from playwright.sync_api import Page, Request, Route

from tests.e2e.talks import Talk, old_messages
from tests.e2e.test_rough_use import ROUNDS, Rough
from tests.e2e.toward import Toward
from tests.lab.chat_page import ChatPage
from tests.lab.hydrogen import Hydrogen
from tests.lab.hydrogen_page import HydrogenPage
from tests.lab.matrix_bob import MatrixBob
from tests.lab.process import wait_until
from tests.lab.prosody_data import OldMessage
from tests.lab.synapse import Synapse

NEWS = re.compile(r"/sync\?")
PASSING = "li.own:not(.unsent)[data-event-id^='t']"


@dataclass(frozen=True, kw_only=True)
class MatrixTalk(Talk):
    bob: MatrixBob


@contextmanager
def on_hydrogen(history: Sequence[OldMessage]) -> Iterator[MatrixTalk]:
    with Synapse() as synapse, Hydrogen(synapse.url) as hydrogen:
        synapse.add_history(history)
        bob, carol = MatrixBob(synapse), MatrixBob(synapse, "carol")
        yield MatrixTalk(
            lambda page: HydrogenPage(page, hydrogen.url),
            lambda text: said(bob, text),
            lambda text: said(carol, text),
            bob.wait_for_received,
            carol.wait_for_received,
            bob.send_in_room,
            in_order=True,
            bob=bob,
        )


def said(person: MatrixBob, text: str) -> None:
    person.send(text)


def include(browser: Toward, page: Page) -> None:
    """The page does not tell how many people are in a room: the person is asked."""
    with browser.popup(page) as popup:
        popup.click("#count-yes")
        popup.click("#switch-on")
        popup.click("#include-0-kind-one")
        popup.click("#include-0")
        popup.wait_for("[id^='felt-']")
    # Without times on the page, what stands there when the count begins is from before.
    wait_until(lambda: kept_chat(browser)["anchors"] != [], "the count to begin")


def kept_chat(browser: Toward) -> Any:
    return json.loads(browser.dump())["conversations"]["values"][0]


def opened(browser: Toward, talk: Talk, newest: str) -> HydrogenPage:
    """Alice's page with the room of bob, whose messages are counted from now on."""
    page = browser.context.new_page()
    chat = talk.page(page)
    assert isinstance(chat, HydrogenPage)
    chat.login()
    chat.open_chat("bob")
    chat.wait_for_message(newest)
    include(browser, page)
    return chat


def test_counts_are_what_the_two_sides_sent(browser: Toward) -> None:
    """Fifty messages: sent, received, reloaded, switched, the tab closed, the worker ended."""
    with on_hydrogen(old_messages(30, timedelta(hours=1))) as talk:
        chat = opened(browser, talk, "old 29")
        for n in range(12):
            chat.send(f"from alice {n}")
            talk.bob_received(n + 1)
            talk.bob_says(f"from bob {n}")
            chat.wait_for_message(f"from bob {n}")
        browser.wait_for_counts(12, 12)
        chat.reload()
        chat.scroll_up_to("old 2")
        chat.open_chat("carol")
        talk.carol_says("not chosen, so not counted")
        chat.wait_for_message("not chosen, so not counted")
        for n in range(4):
            talk.bob_says(f"while away {n}")
        chat.open_chat("bob")
        chat.wait_for_message("while away 3")
        browser.wait_for_counts(12, 16)
        chat.page.close()
        for n in range(14):
            talk.bob_says(f"while closed {n}")
        chat = HydrogenPage(browser.context.new_page(), chat.url)
        chat.come_back()
        chat.open_chat("bob")
        chat.wait_for_message("while closed 13")
        # Ten come at once; the page fills the gap above them when it is in view.
        chat.scroll_up_to("while closed 0")
        browser.wait_for_counts(12, 30)
        browser.stop_worker()
        for n in range(8):
            chat.send(f"after the worker was ended {n}")
        talk.bob_received(20)
        browser.wait_for_counts(20, 30)


class Shown(Rough):
    """Without times on the page, what is gone before it was looked at leaves a gap."""

    def go(self, rounds: int = 1) -> None:
        for _ in range(ROUNDS):
            super().go(rounds)
            self.browser.wait_for_counts(self.sent, self.received)


def test_no_message_is_lost_or_counted_twice(browser: Toward) -> None:
    with on_hydrogen(old_messages(150, timedelta(hours=1))) as talk:
        chat = opened(browser, talk, "old 149")
        Shown(browser, talk, chat).go()


def test_one_message_is_one_however_it_is_shown(browser: Toward) -> None:
    """Replies, files and "/me" are messages; reactions, changes of names and deletions are none."""
    with on_hydrogen(old_messages(2, timedelta(hours=1))) as talk:
        chat, bob = opened(browser, talk, "old 1"), talk.bob
        chat.send("from alice")
        first = bob.send("from bob")
        chat.wait_for_message("from bob")
        bob.react(first, "👍")
        chat.page.wait_for_selector(".Timeline_messageReactions")
        bob.reply(first, "about that")
        for kind in ("m.emote", "m.notice", "m.file"):
            bob.send(f"of the kind {kind}", kind)
        bob.rename("Robert")
        chat.page.wait_for_selector("li.AnnouncementView >> text=Robert")
        bob.take_back(bob.send("to be deleted"))
        chat.page.wait_for_selector(".Timeline_messageBody >> text=has been deleted")
        # Hydrogen knows no edits: it shows one as a further message, and as that it counts.
        bob.edit(first, "put better")
        chat.wait_for_message("* put better")
        browser.wait_for_counts(1, 7)


def test_a_message_on_its_way_counts_once(browser: Toward) -> None:
    """Acknowledged and drawn anew before it comes back, it bears a passing id and no mark."""
    with on_hydrogen(old_messages(2, timedelta(hours=1))) as talk:
        chat = opened(browser, talk, "old 1")
        with news_held_up(chat.page) as held:
            with chat.page.context.expect_event("request", asks_for_news):
                talk.bob_says("ends the request that waits")
            chat.send("on its way")
            talk.bob_received(1)
            wait_until(lambda: passing_id_without_mark(chat), "the row to be drawn anew")
            with browser.popup(chat.page) as popup:
                popup.wait_for("[id^='felt-']")
            assert held
        chat.page.wait_for_selector(PASSING, state="detached")
        chat.send("the next")
        browser.wait_for_counts(2, 1)


def asks_for_news(request: Request) -> bool:
    return NEWS.search(request.url) is not None


def passing_id_without_mark(chat: ChatPage) -> bool:
    chat.open_chat("carol")
    chat.open_chat("bob")
    chat.wait_for_message("on its way")
    return chat.page.locator(PASSING).count() == 1


@contextmanager
def news_held_up(page: Page) -> Iterator[list[Route]]:
    """The page sends, and hears nothing from the server meanwhile."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.context.route(NEWS, hold)
    yield held
    page.context.unroute(NEWS)  # lets those go that wait
