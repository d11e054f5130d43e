"""Two real browser profiles and one account, on the real Converse.js."""

import json
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, Playwright

from tests.e2e import axe
from tests.e2e.server import Server
from tests.e2e.talks import Talk, on_converse
from tests.e2e.test_main_job import account, get, kept_by, opt_in, status_of
from tests.e2e.toward import Toward, toward
from tests.e2e.wire import Wire
from tests.lab.chat_page import ChatPage
from tests.lab.process import wait_until

TAKEN_OFF = "This browser was taken off the account. What it counted stays here."


@pytest.fixture
def other(playwright: Playwright, build: Any) -> Iterator[Toward]:
    """A second profile, which knows nothing of the first one."""
    with toward(playwright, build) as running:
        yield running


@pytest.fixture
def talk() -> Iterator[Talk]:
    with on_converse([]) as running:
        yield running


def test_a_browser_that_counted_before_joins_an_account(
    browser: Toward, other: Toward, server: Server, talk: Talk
) -> None:
    """Its rows stay and join, nothing counts twice, and each says what it saw in part."""
    with Wire(server.port) as wire:
        chat, chat_too = opened(browser, talk), opened(other, talk)
        browser.include(chat.page)
        opt_in(browser, wire.url)
        other.include(chat_too.page)
        exchange(chat, chat_too, talk, "before")
        for one in (browser, other):
            one.wait_for_counts(1, 1)
        assert id_of(browser) != id_of(other)

        code = new_code(browser)
        join(other, wire.url, code)
        wait_until(lambda: id_of(other) == id_of(browser), "the chat to have one id")
        assert other.counts() == (1, 1)
        assert_sealed(browser, other, code, wire)

        exchange(chat_too, chat, talk, "after")
        for one in (browser, other):
            one.wait_for_counts(2, 2)
            upload(one)
        assert [row["device"] for row in rows_there(browser, server)] == [1, 2]
        for one in (browser, other):
            counts = kept_by(server, account(one)["token"], browser.week()["week"])
            assert [(row["sent"], row["received"]) for row in counts] == [(2, 2)]
            assert week_text(one).count("at least") == 0
        assert_marked(browser, other)
        used_twice(other, server, code)

        parts(browser, chat, talk, "seen by the other only", 2)
        parts(other, chat_too, talk, "seen by the first only", 1)
        browser.wait_for_counts(2, 3)
        upload(browser)
        wait_until(lambda: other.counts() == (2, 4), "the second's own count")
        upload(other)
        assert browser.counts() == (2, 4)
        assert "at least 4" in week_text(browser)


def test_what_one_erases_and_whom_one_takes_off(
    browser: Toward, other: Toward, server: Server, talk: Talk
) -> None:
    """The other cannot bring it back; a browser that was taken off keeps what it has."""
    chat = opened(browser, talk)
    browser.include(chat.page)
    opt_in(browser, server.url)
    join(other, server.url, new_code(browser))
    chat_too = opened(other, talk)
    other.include(chat_too.page)
    assert id_of(other) == id_of(browser)
    exchange(chat, chat_too, talk, "today")
    for one in (browser, other):
        one.wait_for_counts(1, 1)
        upload(one)

    today = browser.week()["today"]
    browser.send("page:erase-day", day=today)
    wait_until(lambda: not rows_there(browser, server), "the day to be gone from the server")
    talk.bob_says("not known to be erased")
    chat_too.wait_for_message("not known to be erased")
    other.wait_for_counts(1, 2)
    upload(other)
    assert other.counts() == (0, 0)
    assert not rows_there(browser, server)

    exchange(chat, chat_too, talk, "since then")
    for one in (browser, other):
        one.wait_for_counts(1, 2)  # the first one saw what came right after its erasure
        upload(one)
    browser.send("page:exclude", id=id_of(browser), erase=True)
    wait_until(lambda: not rows_there(browser, server), "the chat to be gone from the server")
    talk.bob_says("not known either")
    chat_too.wait_for_message("not known either")
    other.wait_for_counts(1, 2)
    upload(other)
    assert other.state()["chats"] == []
    assert not rows_there(browser, server)

    other.include(chat_too.page)
    exchange(chat_too, chat, talk, "the last")
    other.wait_for_counts(1, 1)
    taken_off(browser, other, server)


def opened(browser: Toward, talk: Talk) -> ChatPage:
    chat = talk.page(browser.context.new_page())
    chat.login()
    chat.open_chat("bob")
    return chat


def exchange(chat: ChatPage, chat_too: ChatPage, talk: Talk, text: str) -> None:
    """One message each way, seen by both browsers."""
    chat.send(f"alice {text}")
    talk.bob_says(f"bob {text}")
    for one in (chat, chat_too):
        one.wait_for_message(f"alice {text}")
        one.wait_for_message(f"bob {text}")


def parts(browser: Toward, chat: ChatPage, talk: Talk, text: str, messages: int) -> None:
    """Messages that this browser does not count: a pause is never filled in."""
    browser.send("page:pause", until="open")
    for n in range(messages):
        talk.bob_says(f"{text} {n}")
        chat.wait_for_message(f"{text} {n}")
    browser.send("page:pause", until=None)


def new_code(browser: Toward) -> str:
    """As the options show it, beside its picture."""
    options = browser.open("options.html")
    options.click("#pair")
    code = options.inner_text("#pairing-code")
    assert options.locator("#pairing svg[role=img]").is_visible()
    assert axe.on_page(options) == []
    options.close()
    return code


def join(browser: Toward, url: str, code: str) -> None:
    """With the server's terms in view; the code in small letters, as one types it."""
    options = browser.open("options.html")
    options.fill("#server-url", url)
    options.click("#connect")
    options.click("#join-instead")
    assert "This server will keep" in options.inner_text("#join-panel .consent")
    assert axe.on_page(options) == []
    options.fill("#join-code", code[:-1])
    options.click("#join-yes")
    options.get_by_text("A code has 26 characters; here are 25.").wait_for()
    options.fill("#join-code", code.lower().replace("-", " "))
    options.click("#join-yes")
    options.wait_for_selector("#pair")
    options.close()


def used_twice(browser: Toward, server: Server, code: str) -> None:
    """Another place is not to be had by it, and the one that there is stays."""
    answer = browser.send("page:join", code=code, consent=1)
    assert not answer["ok"]
    assert len(devices(browser, server)) == 2


def assert_sealed(browser: Toward, other: Toward, code: str, wire: Wire) -> None:
    """Neither the code nor either secret crossed the wire."""
    for one in (browser, other):
        stored = one.own.evaluate("() => chrome.storage.local.get(['secret', 'oldSecrets'])")
        for secret in [stored["secret"], *(old["secret"] for old in stored.get("oldSecrets", []))]:
            assert secret.encode() not in wire.sent
    assert code.encode() not in wire.sent
    assert code.replace("-", "").encode() not in wire.sent
    assert b"POST /v1/pairings/claim" in wire.sent


def assert_marked(browser: Toward, other: Toward) -> None:
    for one in (browser, other):
        page = one.context.new_page()
        with one.popup(page) as popup:
            popup.wait_for("#browser-added")
            assert "2 browsers can read them." in popup.text()
            assert " was added " in popup.text()
        page.close()


def taken_off(browser: Toward, other: Toward, server: Server) -> None:
    options = browser.open("options.html")
    upload(browser)
    options.reload()
    options.wait_for_selector("#browser-added")
    assert axe.on_page(options) == []
    options.click("#take-off-2")
    options.click("#take-off-2-0")
    options.wait_for_selector("#browser-2", state="detached")
    options.close()
    token, counts = account(other)["token"], other.counts()
    assert status_of(server, token) == HTTPStatus.UNAUTHORIZED
    assert upload(other)["problem"] == TAKEN_OFF
    page = other.open("options.html")
    page.wait_for_selector("#taken-off")
    assert TAKEN_OFF in page.inner_text("#server")
    assert axe.on_page(page) == []
    page.close()
    assert account(other)["token"] == token
    assert other.counts() == counts == (1, 1)
    assert [device["id"] for device in devices(browser, server)] == [1]


def id_of(browser: Toward) -> str:
    return str(browser.state()["chats"][0]["id"])


def upload(browser: Toward) -> Any:
    return browser.send("page:upload")


def week_text(browser: Toward) -> str:
    page: Page = browser.open("week.html")
    page.wait_for_selector("[data-chat='1']", state="attached")
    text = page.locator("body").text_content() or ""
    page.close()
    return text


def rows_there(browser: Toward, server: Server) -> list[Any]:
    """Every device's rows; erased, or of zeros only, there are none."""
    rows: list[Any] = asked(browser, server, "/v1/export")["rows"]
    return [row for row in rows if row["sent"] + row["received"] > 0]


def devices(browser: Toward, server: Server) -> list[Any]:
    found: list[Any] = asked(browser, server, "/v1/devices")["devices"]
    return found


def asked(browser: Toward, server: Server, path: str) -> Any:
    with urlopen(get(server, path, account(browser)["token"])) as answer:
        return json.loads(answer.read())
