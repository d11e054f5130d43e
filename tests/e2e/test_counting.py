"""Counts on real chat applications are what the two sides really sent."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page

from tests.e2e.talks import TALKS, old_messages
from tests.e2e.toward import Toward

NEW_WINDOW = "() => chrome.windows.create({ url: 'about:blank' })"
WINDOWS = """() => chrome.tabs.query({}).then((tabs) => {
  const pages = tabs.filter(({ url }) => url?.startsWith('http'));
  return new Set(pages.map(({ windowId }) => windowId)).size;
})"""


@pytest.mark.parametrize("application", TALKS)
def test_counts_are_what_the_two_sides_sent(browser: Toward, application: str) -> None:
    """Sent, received, reloaded, switched, scrolled; what was there before is never counted."""
    with TALKS[application](old_messages(120, timedelta(hours=1))) as talk:
        page = browser.context.new_page()
        chat = talk.page(page)
        chat.login()
        chat.open_chat("bob")
        chat.wait_for_message("old 119")
        browser.include(page, name="Bob")
        for n in range(3):
            chat.send(f"from alice {n}")
            talk.bob_received(n + 1)
            talk.bob_says(f"from bob {n}")
            chat.wait_for_message(f"from bob {n}")
        talk.bob_says("one more")
        chat.wait_for_message("one more")
        browser.wait_for_counts(3, 4)
        chat.reload()
        chat.scroll_up_to("old 10")
        chat.open_chat("carol")
        talk.carol_says("not chosen, so not counted")
        chat.wait_for_message("not chosen, so not counted")
        talk.bob_says("while away")
        chat.open_chat("bob")
        chat.wait_for_message("while away")
        browser.wait_for_counts(3, 5)
        page.close()
        talk.bob_says("while closed")
        page = browser.context.new_page()
        chat = talk.page(page)
        chat.come_back()
        chat.open_chat("bob")
        chat.wait_for_message("while closed")
        browser.stop_worker()
        chat.send("after the worker was ended")
        browser.wait_for_counts(4, 6)


@pytest.mark.parametrize("application", TALKS)
def test_a_chat_in_two_windows_counts_once(browser: Toward, application: str) -> None:
    with TALKS[application](old_messages(20, timedelta(hours=1))) as talk:
        chats = [talk.page(browser.context.new_page()), talk.page(in_new_window(browser))]
        chats[0].login()
        chats[1].come_back()
        for chat in chats:
            chat.open_chat("bob")
            chat.wait_for_message("old 19")
        assert browser.own.evaluate(WINDOWS) == 2
        browser.include(chats[0].page, name="Bob")
        for n, chat in enumerate(chats * 2):
            chat.send(f"from alice {n}")
            talk.bob_received(n + 1)
            talk.bob_says(f"from bob {n}")
            for one in chats:
                one.wait_for_message(f"from bob {n}")
        browser.wait_for_counts(4, 4)
        chats[0].page.close()
        chats[1].reload()
        chats[1].send("from the one that is left")
        browser.wait_for_counts(5, 4)


def in_new_window(browser: Toward) -> Page:
    with browser.context.expect_page() as opened:
        browser.own.evaluate(NEW_WINDOW)
    return opened.value
