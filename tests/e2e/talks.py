"""A conversation of alice and bob on a real server, the same for every application of the lab."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page

from tests.lab.chat_page import ChatPage
from tests.lab.converse_page import ConversePage
from tests.lab.irc_bob import IrcBob
from tests.lab.lounge import Lounge
from tests.lab.lounge_page import LoungePage
from tests.lab.ngircd import Ngircd
from tests.lab.prosody import Prosody
from tests.lab.prosody_data import OldMessage
from tests.lab.xmpp_bob import XmppBob


@dataclass(frozen=True)
class Talk:
    """`bob_says` and `carol_says` write to alice; `page` makes her page in a browser's tab.

    `room_says` is bob in the group chat. `in_order`: of messages within one second, the page always
    tells which came first. `restart` ends and starts the page's server, where a page
    finds back to it by itself.
    """

    page: Callable[[Page], ChatPage]
    bob_says: Callable[[str], None]
    carol_says: Callable[[str], None]
    bob_received: Callable[[int], list[str]]
    carol_received: Callable[[int], list[str]]
    room_says: Callable[[str], None]
    in_order: bool
    restart: Callable[[ChatPage], None] | None = None


def old_messages(count: int, ended: timedelta) -> list[OldMessage]:
    """Messages from before, one a minute, by bob and alice in turn, the newest so long ago."""
    newest = datetime.now(UTC).replace(microsecond=0) - ended
    pairs = [("bob", "alice"), ("alice", "bob")]
    return [
        OldMessage(*pairs[n % 2], newest - timedelta(minutes=count - 1 - n), f"old {n}")
        for n in range(count)
    ]


@contextmanager
def on_converse(history: Sequence[OldMessage]) -> Iterator[Talk]:
    with (
        Prosody(history) as prosody,
        XmppBob(prosody.c2s_port) as bob,
        XmppBob(prosody.c2s_port, "carol") as carol,
    ):
        yield Talk(
            lambda page: ConversePage(page, prosody.url),
            bob.send,
            carol.send,
            bob.wait_for_received,
            carol.wait_for_received,
            bob.send_in_room,
            in_order=False,  # the archive's stamps are whole seconds, and shown in any order
        )


@contextmanager
def on_the_lounge(history: Sequence[OldMessage]) -> Iterator[Talk]:
    with Ngircd() as irc, Lounge(irc.port) as lounge:
        lounge.stop()  # its log is there from the first start on
        lounge.add_history(history)
        lounge.start()
        with IrcBob(irc.port) as bob, IrcBob(irc.port, "carol") as carol:
            yield Talk(
                lambda page: LoungePage(page, lounge.url),
                lambda text: bob.send("alice", text),
                lambda text: carol.send("alice", text),
                bob.wait_for_received,
                carol.wait_for_received,
                bob.send_in_room,
                in_order=True,
                restart=lambda chat: restart(lounge, chat),
            )


def restart(lounge: Lounge, chat: ChatPage) -> None:
    """Returns once the page has found back."""
    assert isinstance(chat, LoungePage)
    lounge.wait_for_saved_sign_in()
    lounge.stop()
    chat.wait_for_connection(there=False)
    lounge.start()
    chat.wait_for_connection(there=True)


TALKS = {"converse": on_converse, "the lounge": on_the_lounge}
