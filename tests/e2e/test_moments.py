"""Each moment at which a thought may come: the four of a chat on a real one, and two beside it."""

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.e2e.cards import (
    afternoon,
    begin,
    come_back,
    leave_on,
    lively,
    message,
    moments_shown,
    nudges_of,
    open_reach,
    wait_for_card,
)
from tests.e2e.talks import on_converse
from tests.e2e.toward import Toward
from tests.e2e.watch import card_text
from tests.lab.chat_page import ChatPage
from tests.lab.process import wait_until

PAUSE_S = 5
# An application that leaves the focus to the person.
NO_FOCUS = "HTMLElement.prototype.focus = () => {};"
IS_FOCUSED = "(composer) => document.activeElement?.matches(composer) ?? false"


@pytest.fixture
def browser(playwright: Playwright, build: Path) -> Iterator[Toward]:
    with afternoon(playwright, build) as running:
        yield running


def ask_before_i_write(browser: Toward) -> None:
    options = browser.open("options.html")
    options.get_by_label("Ask me before I write again").check()
    options.get_by_text("Saved.").wait_for()
    options.close()


def is_writing(chat: ChatPage) -> bool:
    return bool(chat.page.evaluate(IS_FOCUSED, chat.composer))


def test_opened(browser: Toward) -> None:
    """Messages of one's own have been open for longer than is usual there."""
    with on_converse(open_reach()) as talk:
        chat = begin(browser, talk, "open 5", days_ago=20)
        come_back(browser, chat)
        wait_for_card(chat.page)
        assert moments_shown(browser) == ["opened"]


def test_received(browser: Toward) -> None:
    """Something of theirs has been there for some hours, in a chat where alice comes back."""
    waits = message("bob", timedelta(hours=4), "waits")
    with on_converse([*lively(), waits]) as talk:
        chat = begin(browser, talk, "waits", days_ago=20)
        come_back(browser, chat)
        wait_for_card(chat.page)
        assert moments_shown(browser) == ["received"]


def test_sent(browser: Toward) -> None:
    """A hello after more than two quiet weeks; the card lets alice finish typing."""
    with on_converse([message("bob", timedelta(days=16), "long ago")]) as talk:
        chat = begin(browser, talk, "long ago", days_ago=2)
        browser.send("page:budget", change={"typingPauseSeconds": PAUSE_S})
        come_back(browser, chat)
        typed = time.monotonic()
        chat.send("a hello")
        wait_for_card(chat.page)
        assert time.monotonic() - typed >= PAUSE_S
        assert moments_shown(browser) == ["sent"]


def test_composing(browser: Toward) -> None:
    """Not at the opening, but when alice turns to the composer; the focus stays hers."""
    with on_converse(open_reach()) as talk:
        chat = begin(browser, talk, "open 5", days_ago=20)
        leave_on(browser, nudges_of("composing"))
        ask_before_i_write(browser)
        chat.page.add_init_script(NO_FOCUS)
        come_back(browser, chat)
        assert (is_writing(chat), moments_shown(browser)) == (False, [])
        chat.page.click(chat.composer)
        wait_for_card(chat.page)
        assert moments_shown(browser) == ["composing"]
        chat.page.keyboard.type("dear bob")
        assert chat.page.input_value(chat.composer) == "dear bob"
        assert card_text(chat.page) is not None


def test_composing_where_the_page_itself_turns_to_the_composer(browser: Toward) -> None:
    """As Converse does with each chat that is opened."""
    with on_converse(open_reach()) as talk:
        chat = begin(browser, talk, "open 5", days_ago=20)
        leave_on(browser, nudges_of("composing"))
        ask_before_i_write(browser)
        come_back(browser, chat)
        wait_for_card(chat.page)
        assert (is_writing(chat), moments_shown(browser)) == (True, ["composing"])


def test_week(browser: Toward) -> None:
    """The weekly page has its question, of no other kind."""
    with on_converse(lively()) as talk:
        begin(browser, talk, "bob 1", days_ago=20)
        week = browser.open("week.html")
        week.get_by_role("heading", name="A question for the week").wait_for()
        week.get_by_text("Why this?").wait_for()
        assert set(moments_shown(browser)) == {"week"}


def test_thought(browser: Toward) -> None:
    """The popup has a thought for today, about no chat."""
    for consent in ("count", "nudges"):
        browser.send("page:consent", to=consent, given=True)
    with browser.popup(browser.context.new_page()) as popup:
        popup.click("#thought")
        wait_until(lambda: "Why this?" in popup.text(), "the thought")
    assert moments_shown(browser) == ["thought"]
