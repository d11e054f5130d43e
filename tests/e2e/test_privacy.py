"""What the content script reads of real applications; and that the watch would see it read more."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright

from tests.e2e.conftest import SITES
from tests.e2e.fixture_data import sites
from tests.e2e.fixture_pages import FixturePage, reading
from tests.e2e.talks import TALKS, Talk, old_messages
from tests.e2e.toward import Toward, toward
from tests.e2e.watched import reads, tab_of, watch_reads, watched_build
from tests.lab.chat_page import ChatPage

WAYS = Path(__file__).with_name("ways_to_read.js").read_text().strip()
READ_ALL = f"""(tabId) => chrome.scripting
  .executeScript({{ target: {{ tabId }}, func: {WAYS[WAYS.index("() =>") :]} }})
  .then(([{{ result }}]) => result)"""


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return watched_build(tmp_path_factory.mktemp("watched") / "toward", [*SITES, *sites()])


@pytest.fixture
def browser(playwright: Playwright, watched: Path) -> Iterator[Toward]:
    with toward(playwright, watched) as running:
        watch_reads(running)
        yield running


@pytest.mark.parametrize("application", TALKS)
def test_nothing_undeclared_is_read_of(browser: Toward, application: str) -> None:
    """Opened, chosen in the popup, written in, read on, switched, scrolled and loaded anew."""
    with TALKS[application](old_messages(120, timedelta(hours=1))) as talk:
        page = browser.context.new_page()
        chat = talk.page(page)
        chat.login()
        chat.open_chat("bob")
        chat.wait_for_message("old 119")
        browser.include(page, name="Bob")
        chat.reload()  # from here on the watch was there before the content script
        talked(talk, chat)
        browser.wait_for_counts(1, 1)
        assert_nothing_undeclared(browser, page)
        chat.reload()
        with browser.popup(page) as popup:
            popup.wait_for("[id^='felt-']")  # it has asked the page for the name shown there
        chat.scroll_up_to("old 10")
        chat.open_chat("carol")
        chat.open_chat("bob")
        talk.bob_says("one more")
        chat.wait_for_message("one more")
        browser.wait_for_counts(1, 2)
        assert_nothing_undeclared(browser, page)


def talked(talk: Talk, chat: ChatPage) -> None:
    chat.send("from alice")
    talk.bob_received(1)
    talk.bob_says("from bob")
    chat.wait_for_message("from bob")


def assert_nothing_undeclared(browser: Toward, page: Page) -> None:
    told = reads(browser, tab_of(browser, page))
    assert told["isFirst"]
    assert told["breaches"] == []
    assert sum(told["reads"].values()) > 100  # it was read, and the watch was awake


def test_every_way_to_read_words_is_seen(playwright: Playwright, watched: Path) -> None:
    with reading(playwright, watched) as browser:
        fixture = FixturePage(browser, "converse.fixture.html")
        assert reads(browser, fixture.tab)["breaches"] == []
        ways = browser.own.evaluate(READ_ALL, fixture.tab)
        breaches = reads(browser, fixture.tab)["breaches"]
    assert len(ways) > 30
    assert [way for way in ways if not any(one.startswith(way) for one in breaches)] == []
