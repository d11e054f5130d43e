"""The lab itself: three real chat servers, their real pages, and people who answer."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.lab.chat_page import ChatPage
from tests.lab.chromium import FLAGS, executable
from tests.lab.converse_page import ConversePage
from tests.lab.hydrogen import Hydrogen
from tests.lab.hydrogen_page import HydrogenPage
from tests.lab.irc_bob import IrcBob
from tests.lab.lounge import Lounge
from tests.lab.lounge_page import LoungePage
from tests.lab.matrix_bob import MatrixBob
from tests.lab.ngircd import Ngircd
from tests.lab.prosody import Prosody
from tests.lab.prosody_data import OldMessage
from tests.lab.synapse import Synapse
from tests.lab.xmpp_bob import XmppBob

OLD = [f"old {number}" for number in range(120)]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def old_messages() -> list[OldMessage]:
    """120 messages, one a minute, by bob and alice in turn, the newest an hour old."""
    newest = datetime.now(UTC) - timedelta(hours=1)
    pairs = [("bob", "alice"), ("alice", "bob")]
    return [
        OldMessage(*pairs[number % 2], newest - timedelta(minutes=119 - number), text)
        for number, text in enumerate(OLD)
    ]


def test_alice_and_bob_talk_on_converse(page: Page) -> None:
    """Six messages, a reload, an old history and a visit to carol, on Prosody with Converse.js."""
    with (
        Prosody(old_messages()) as server,
        XmppBob(server.c2s_port) as bob,
        XmppBob(server.c2s_port, "carol") as carol,
    ):
        chat = ConversePage(page, server.url)
        chat.login()
        chat.open_chat("bob")
        chat.wait_for_message(OLD[-1])
        for number in range(3):
            chat.send(f"from alice {number}")
            assert bob.wait_for_received(number + 1)[-1] == f"from alice {number}"
            bob.send(f"from bob {number}")
            chat.wait_for_message(f"from bob {number}")
        assert_kept_over_reload_and_switch(chat)
        chat.open_chat("carol")
        carol.send("from carol")
        chat.wait_for_message("from carol")
        assert chat.texts() == ["from carol"]
        assert_the_room_is_for_all(chat, bob)


def test_alice_and_bob_talk_on_the_lounge(page: Page) -> None:
    """Six messages, a reload, an old history and a visit to carol, on ngIRCd with The Lounge."""
    with (
        Ngircd() as irc,
        Lounge(irc.port) as server,
        IrcBob(irc.port) as bob,
        IrcBob(irc.port, "carol") as carol,
    ):
        for text in OLD:
            bob.send("alice", text)
        chat = LoungePage(page, server.url)
        chat.login()
        chat.open_chat("bob")
        chat.wait_for_message(OLD[-1])
        for number in range(3):
            chat.send(f"from alice {number}")
            assert bob.wait_for_received(number + 1)[-1] == f"from alice {number}"
            bob.send("alice", f"from bob {number}")
            chat.wait_for_message(f"from bob {number}")
        assert_kept_over_reload_and_switch(chat)
        chat.open_chat("carol")
        carol.send("alice", "from carol")
        chat.wait_for_message("from carol")
        assert chat.texts() == ["from carol"]
        assert_the_room_is_for_all(chat, bob)
        chat.open_chat("carol")
        server.wait_for_saved_sign_in()
        server.restart()
        chat.wait_for_message("from carol")
        chat.open_chat("bob")
        chat.wait_for_message("from bob 2")


def test_alice_and_bob_talk_on_hydrogen(page: Page) -> None:
    """Six messages, a reload, an old history and a visit to carol, on Synapse with Hydrogen."""
    with Synapse() as server, Hydrogen(server.url) as app:
        server.add_history(old_messages())
        bob, carol = MatrixBob(server), MatrixBob(server, "carol")
        chat = HydrogenPage(page, app.url)
        chat.login()
        chat.open_chat("bob")
        chat.wait_for_message(OLD[-1])
        for number in range(3):
            chat.send(f"from alice {number}")
            assert bob.wait_for_received(number + 1)[-1] == f"from alice {number}"
            bob.send(f"from bob {number}")
            chat.wait_for_message(f"from bob {number}")
        talk = [f"from {name} {number}" for number in range(3) for name in ("alice", "bob")]
        chat.reload()
        assert chat.texts()[-6:] == talk
        assert chat.message(OLD[0]).count() == 0
        chat.scroll_up_to(OLD[0])
        chat.open_chat("carol")
        chat.wait_for_row_count(0)
        carol.send("from carol")
        chat.wait_for_message("from carol")
        chat.open_chat("bob")
        chat.wait_for_message("from bob 2")
        assert_the_room_is_for_all(chat, bob)


def assert_the_room_is_for_all(chat: ChatPage, bob: XmppBob | IrcBob | MatrixBob) -> None:
    chat.open_room()
    bob.send_in_room("to all from bob")
    chat.wait_for_message("to all from bob")
    chat.send("to all from alice")
    assert chat.texts() == ["to all from bob", "to all from alice"]


def assert_kept_over_reload_and_switch(chat: ChatPage) -> None:
    talk = [f"from {name} {number}" for number in range(3) for name in ("alice", "bob")]
    assert chat.texts()[-6:] == talk
    chat.reload()
    chat.wait_for_message("from alice 0")
    assert sorted(chat.texts()[-6:]) == sorted(talk)  # stamps of a burst share one second
    assert chat.message(OLD[0]).count() == 0
    chat.scroll_up_to(OLD[0])
    chat.scroll_down_to(talk[-1])
    chat.open_chat("carol")
    chat.wait_for_row_count(0)
    chat.open_chat("bob")
    chat.wait_for_message(OLD[60])
