"""Bursts, reloads, switches, scrolling and ended workers: no message is miscounted."""

import random
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page

from tests.e2e.talks import TALKS, Talk, old_messages
from tests.e2e.toward import Toward
from tests.lab.chat_page import ChatPage

SEED = 20261122
ROUNDS = 24


class Rough:
    """One talk used roughly; `sent` and `received` are the truth."""

    def __init__(self, browser: Toward, talk: Talk, chat: ChatPage) -> None:
        self.browser, self.talk, self.chat = browser, talk, chat
        self.random = random.Random(SEED)
        self.sent = self.received = 0

    def alice_writes(self) -> None:
        for _ in range(self.random.randint(1, 4)):
            self.sent += 1
            self.chat.send(f"from alice {self.sent}")
        self.talk.bob_received(self.sent)

    def bob_writes(self) -> None:
        for _ in range(self.random.randint(1, 6)):
            self.received += 1
            self.talk.bob_says(f"from bob {self.received}")
        self.chat.wait_for_message(f"from bob {self.received}")

    def bob_writes_while_alice_is_elsewhere(self) -> None:
        self.chat.open_chat("carol")
        for _ in range(self.random.randint(1, 4)):
            self.received += 1
            self.talk.bob_says(f"from bob {self.received}")
        self.chat.open_chat("bob")
        self.chat.wait_for_message(f"from bob {self.received}")

    def reload(self) -> None:
        self.chat.reload()

    def look_back(self) -> None:
        self.chat.scroll_up()
        self.chat.open_chat("carol")
        self.chat.open_chat("bob")

    def end_the_worker(self) -> None:
        self.browser.stop_worker()

    def go(self, rounds: int = ROUNDS) -> None:
        acts: list[Callable[[], None]] = [
            self.alice_writes,
            self.alice_writes,
            self.bob_writes,
            self.bob_writes,
            self.bob_writes_while_alice_is_elsewhere,
            self.reload,
            self.look_back,
            self.end_the_worker,
        ]
        for act in self.random.choices(acts, k=rounds):
            print(act.__name__, self.sent, self.received)
            act()


def opened(browser: Toward, talk: Talk) -> tuple[Page, ChatPage]:
    page = browser.context.new_page()
    chat = talk.page(page)
    chat.login()
    chat.open_chat("bob")
    chat.wait_for_message("old 149")
    browser.include(page)
    return page, chat


@pytest.mark.parametrize("application", TALKS)
def test_no_message_is_lost_or_counted_twice(browser: Toward, application: str) -> None:
    print("seed", SEED)
    with TALKS[application](old_messages(150, timedelta(hours=1))) as talk:
        _, chat = opened(browser, talk)
        rough = Rough(browser, talk, chat)
        rough.go()
        browser.wait_for_counts(rough.sent, rough.received)
