"""The main job from the first switch to the last erasure, on two real chat applications."""

import json
import re
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, Playwright

from tests.e2e.server import Server
from tests.e2e.talks import TALKS, Talk, old_messages
from tests.e2e.toward import Toward, toward
from tests.e2e.watch import card_text, click_card, signs, watch, watch_events
from tests.e2e.wire import Wire
from tests.lab.chat_page import ChatPage
from tests.lab.lounge import NETWORK
from tests.lab.process import wait_until

CANARY = "canary-in-a-message"
NAME = "Canary-Robin"
HOUR_MS = 3_600_000
# What the two applications call alice, bob and the place where they talk.
NAMES = (CANARY, "alice", "bob@localhost", '"bob"', '"Bob"', NETWORK)


@pytest.fixture
def afternoon(playwright: Playwright, build: Path) -> Iterator[Toward]:
    """A browser in whose time zone it is about three in the afternoon: cards have their hours."""
    ahead = 15 - datetime.now(UTC).hour
    with toward(playwright, build, env={"TZ": f"Etc/GMT{-ahead:+d}"}) as running:
        yield running


@pytest.mark.parametrize("application", TALKS)
def test_the_main_job(afternoon: Toward, server: Server, application: str) -> None:
    """Counted, nudged, uploaded, summed up and erased, and nobody told who or what."""
    with (
        TALKS[application](old_messages(4, timedelta(hours=8))) as talk,
        Wire(server.port) as wire,
    ):
        chat = begin(afternoon, talk)
        for n in range(2):
            exchange(chat, talk, n)
        afternoon.wait_for_counts(2, 2)
        nudged_when_the_rule_holds(afternoon, talk, chat)
        assert wire.sent == b""
        kept_on_the_server(afternoon, server, wire)
        assert_nobody_is_told(afternoon, server, wire)
        withdrawn(afternoon, server, wire)
        assert afternoon.counts() == (2, 3)


def begin(browser: Toward, talk: Talk) -> ChatPage:
    """Both consents, the site, the chat; with a history of eight hours ago on the page."""
    page = browser.context.new_page()
    watch(page)
    chat = talk.page(page)
    chat.login()
    chat.open_chat("bob")
    chat.wait_for_message("old 3")
    browser.include(page, name=NAME)
    browser.own.goto(f"{browser.base}/welcome.html#chat")
    browser.own.click("#nudge-yes")
    chat.reload()  # in a page that was open before, the card's keys could not be kept apart
    watch_events(page)
    return chat


def exchange(chat: ChatPage, talk: Talk, n: int) -> None:
    chat.send(f"{CANARY} from alice {n}")
    talk.bob_received(n + 1)
    talk.bob_says(f"{CANARY} from bob {n}")
    chat.wait_for_message(f"{CANARY} from bob {n}")


def nudged_when_the_rule_holds(browser: Toward, talk: Talk, chat: ChatPage) -> None:
    """Something of bob's waits: not a card at once, one on the next morning."""
    reopen(browser, chat)
    assert cards(browser) == []  # a card is noted before the opening is
    assert card_text(chat.page) is None
    talk.bob_says(f"{CANARY} last")
    chat.wait_for_message(f"{CANARY} last")
    browser.wait_for_counts(2, 3)
    assert signs(chat.page, browser.base) == []
    browser.move_clock(18 * HOUR_MS)
    reopen(browser, chat)
    wait_until(lambda: card_text(chat.page) is not None, "the card")
    assert "node DIV in html" in signs(chat.page, browser.base)  # the watch does see a card
    words = card_text(chat.page) or ""
    assert "something of theirs" in words.lower()
    assert "Why this?" in words
    before = focused(chat.page)
    chat.page.keyboard.press("Alt+Shift+T")
    chat.page.keyboard.press("Tab")
    chat.page.keyboard.press("Alt+Shift+T")
    assert focused(chat.page) == before
    click_card(chat.page, "Helpful")
    wait_until(lambda: card_text(chat.page) is None, "the card to go")
    assert [sign for sign in signs(chat.page, browser.base) if "event" in sign] == []
    browser.move_clock(0)


def focused(page: Page) -> str:
    """The element that has the page's focus, told apart from others."""
    return str(
        page.evaluate("() => document.activeElement?.className + document.activeElement?.id")
    )


def kept_on_the_server(browser: Toward, server: Server, wire: Wire) -> None:
    """After consent the server, the weekly page and the browser say the same."""
    opt_in(browser, wire.url)
    view = browser.week()
    figures = view["chats"][0]["sums"]
    assert kept_by(server, account(browser)["token"], view["week"]) == [figures]
    assert (figures["sent"], figures["received"], figures["opened_by_me"]) == (2, 3, 1)
    page = browser.open("week.html")
    for field in ("sent", "received"):
        figure = page.locator(f'[data-chat="1"][data-sum="{field}"]').first
        figure.wait_for(state="attached")
        assert figure.text_content() == str(figures[field])
    page.close()


def assert_nobody_is_told(browser: Toward, server: Server, wire: Wire) -> None:
    """Of all words only the name that the person gave, and only once, is in the browser."""
    kept = browser.dump()
    assert len(re.findall(NAME, kept)) == 1
    assert b"PUT /v1/days/" in wire.sent
    for leak in NAMES:
        assert leak not in kept, leak
    for leak in (*NAMES, NAME):
        assert leak.encode() not in wire.sent, leak
        assert leak.encode() not in server.kept(), leak


def withdrawn(browser: Toward, server: Server, wire: Wire) -> None:
    """The account is gone from the server at once, and every trace of the chat with it."""
    token = account(browser)["token"]
    conversation = browser.state()["chats"][0]["id"]
    raw = urlsafe_b64decode(conversation + "==")
    assert conversation.encode() in wire.sent
    assert raw in server.kept()
    withdraw(browser)
    assert status_of(server, token) == HTTPStatus.UNAUTHORIZED
    wait_until(lambda: raw not in server.kept(), "the server's files to be rewritten")


def kept_here(browser: Toward) -> Any:
    return json.loads(browser.send("page:export")["json"])


def last_opened(browser: Toward) -> int:
    return int(kept_here(browser)["chats"][0]["lastOpened"] or 0)


def cards(browser: Toward) -> list[str]:
    """The nudges that were shown so far."""
    return [card["nudge"] for card in kept_here(browser)["cards"]]


def reopen(browser: Toward, chat: ChatPage) -> None:
    """Go to carol and come back; returns when Toward has noticed the opening."""
    before = last_opened(browser)
    chat.open_chat("carol")
    chat.open_chat("bob")
    wait_until(lambda: last_opened(browser) > before, "the opening to be noticed")


def opt_in(browser: Toward, url: str) -> None:
    options = browser.open("options.html")
    options.fill("#server-url", url)
    options.click("#connect")
    options.click("#agree")
    options.wait_for_selector("#upload")
    options.close()


def withdraw(browser: Toward) -> None:
    options = browser.open("options.html")
    options.click("#withdraw")
    options.click("#withdraw-0")
    options.wait_for_selector("#opt-in")
    options.close()


def account(browser: Toward) -> dict[str, str]:
    stored: Page = browser.own
    found: dict[str, str] = stored.evaluate(
        "() => chrome.storage.local.get('account').then(({ account }) => account)"
    )
    return found


def get(server: Server, path: str, token: str) -> Request:
    return Request(f"{server.url}{path}", headers={"Authorization": f"Bearer {token}"})


def kept_by(server: Server, token: str, week: str) -> list[dict[str, int]]:
    with urlopen(get(server, f"/v1/weeks/{week}", token)) as answer:
        conversations = json.loads(answer.read())["conversations"]
    return [one["sums"] for one in conversations.values()]


def status_of(server: Server, token: str) -> int:
    try:
        with urlopen(get(server, "/v1/export", token)) as answer:
            return int(answer.status)
    except HTTPError as error:
        return int(error.code)
