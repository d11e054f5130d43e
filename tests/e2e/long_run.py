"""A long seeded script of what two people do with a chat page, and the truth about it."""

import random
from collections.abc import Callable, Iterator
from itertools import count, groupby

from tests.e2e.talks import Talk
from tests.e2e.toward import Toward
from tests.lab.chat_page import ChatPage

PEOPLE = ("bob", "carol")


class Truth:
    """Who wrote, one letter a message: `o` for alice (out), `i` for the other one (in)."""

    def __init__(self, *, after_silence: bool) -> None:
        """`after_silence`: there are older messages, and the newest is more than six hours old."""
        self.sides = ""
        self.opened = 1 if after_silence else 0

    def row(self) -> dict[str, int]:
        """The row of the day, when all was said without a break."""
        turns = [side for side, _ in groupby(self.sides)]
        return {
            "sent": self.sides.count("o"),
            "received": self.sides.count("i"),
            "opened_by_me": self.opened * turns[:1].count("o"),
            "opened_by_them": self.opened * turns[:1].count("i"),
            "turns_sent": turns.count("o"),
            "turns_sent_answered": turns[:-1].count("o"),
            "turns_received": turns.count("i"),
            "turns_received_answered": turns[:-1].count("i"),
        }


class LongRun:
    """Alice writes with bob and carol, both counted; the room of all three is not."""

    def __init__(self, browser: Toward, talk: Talk, chat: ChatPage, seed: int) -> None:
        self.browser, self.talk, self.chat = browser, talk, chat
        self.random = random.Random(seed)
        self.truth = {name: Truth(after_silence=name == "bob") for name in PEOPLE}
        self.with_ = "bob"
        self.left = 0
        self._room_messages = 0
        self._says = {"bob": talk.bob_says, "carol": talk.carol_says}
        self._received = {"bob": talk.bob_received, "carol": talk.carol_received}

    def go(self, messages: int) -> Iterator[int]:
        """Every kind of step in a new order again and again; yields how many were made."""
        self.left = messages
        steps: list[Step] = []
        for made in count(1):
            steps = steps or self.random.sample(STEPS, k=len(STEPS))
            step = steps.pop()
            print(made, step.__name__, self.with_, self.left)
            step(self)
            if not self.left:
                return
            yield made

    def said(self) -> int:
        return sum(len(truth.sides) for truth in self.truth.values())

    # What people do.

    def alice_writes(self, most: int = 4, chat: ChatPage | None = None) -> None:
        for text in self._texts(most, self.with_, "o"):
            (chat or self.chat).send(text)
        self._received[self.with_](self.truth[self.with_].sides.count("o"))

    def they_write(self, most: int = 10, name: str | None = None) -> None:
        """All in one breath, and not waiting for alice to see it."""
        name = name or self.with_
        for text in self._texts(most, name, "i"):
            self._says[name](text)

    def open(self, name: str) -> None:
        self.with_ = name
        self.chat.open_chat(name)
        if self.truth[name].sides:  # Converse shows a chat as it was left, scrolled up or not
            self.chat.scroll_down_to(self._newest(name))

    def seen(self, name: str, chat: ChatPage | None = None) -> None:
        """Wait until the newest message of this chat is on the page."""
        if self.truth[name].sides:
            (chat or self.chat).wait_for_message(self._newest(name))

    def new_tab(self) -> ChatPage:
        chat = self.talk.page(self.browser.context.new_page())
        chat.come_back()
        chat.open_chat(self.with_)
        self.seen(self.with_, chat)
        return chat

    def look_at_all_again(self) -> None:
        """In a new tab beside the old one, and up into the history.

        One more message of each then shows that what was there before has been told, too.
        """
        self.chat = self.new_tab()
        for name in PEOPLE:
            self.open(name)
            self._one_more()
        self.open("bob")
        self.chat.scroll_up()
        self._one_more()
        self.chat.scroll_down_to(self._newest("bob"))

    def _one_more(self) -> None:
        self.left += 1
        self.they_write()

    def other(self) -> str:
        return next(name for name in PEOPLE if name != self.with_)

    def _texts(self, most: int, name: str, side: str) -> Iterator[str]:
        for _ in range(min(self.left, self.random.randint(1, most))):
            self.left -= 1
            self.truth[name].sides += side
            yield self._newest(name)

    def _newest(self, name: str) -> str:
        sides = self.truth[name].sides
        return f"{'to' if sides[-1] == 'o' else 'from'} {name} {len(sides)}"

    # Steps.

    def a_talk(self) -> None:
        """Back and forth, several times within a second."""
        for _ in range(3):
            self.alice_writes(2)
            self.they_write(2)
            self.seen(self.with_)

    def a_burst(self) -> None:
        self.they_write(24)
        self.seen(self.with_)

    def elsewhere(self) -> None:
        before = self.with_
        self.open(self.other())
        self.they_write(6, before)
        self.alice_writes()
        self.open(before)

    def a_flying_visit(self) -> None:
        """To the other one and back, faster than a page settles."""
        there, back = self.other(), self.with_
        self.they_write(4)
        self.chat.open_chat(there)
        self.chat.open_chat(back)
        self.seen(back)
        if self.random.random() < 0.5:
            self.open(there)

    def reload(self) -> None:
        """Before what was just said can have been told."""
        self.they_write(3)
        self.seen(self.with_)
        self.alice_writes()
        self.chat.page.reload()
        self.open(self.with_)

    def closed(self) -> None:
        self.alice_writes(2)
        self.chat.page.close()
        for name in PEOPLE:
            self.they_write(8, name)
        self.chat = self.new_tab()
        self.open(self.other())

    def look_back(self) -> None:
        """Up to old messages, and down again to what came meanwhile."""
        self.open("carol")
        self.open("bob")
        self.chat.scroll_up()
        self.they_write()
        self.chat.scroll_down_to(self._newest(self.with_))

    def two_tabs(self) -> None:
        """Both show the same chat; either may be the one that stays."""
        tabs = [self.chat, self.new_tab()]
        for chat in self.random.sample(tabs, k=2):
            chat.page.bring_to_front()
            self.alice_writes(2, chat)
            self.they_write(4)
            for tab in tabs:
                self.seen(self.with_, tab)
        self.random.shuffle(tabs)
        self.chat = tabs.pop()
        tabs.pop().page.close()
        self.chat.page.reload()  # Converse may show only then what the other tab sent
        self.open(self.with_)

    def the_room(self) -> None:
        """What is said among several is no chat of two."""
        self.they_write(3)
        self.chat.open_room()
        for _ in range(3):
            self._room_messages += 1
            self.talk.room_says(f"bob in the room {self._room_messages}")
            self.chat.wait_for_message(f"bob in the room {self._room_messages}")
            self.chat.send(f"alice in the room {self._room_messages}")
        self.open(self.with_)

    def worker_ended(self) -> None:
        """At once after sending, and again while it is being told."""
        self.alice_writes()
        self.browser.stop_worker()
        self.they_write()
        self.seen(self.with_)
        self.browser.stop_worker()


Step = Callable[[LongRun], None]
STEPS: list[Step] = [
    LongRun.a_talk,
    LongRun.a_burst,
    LongRun.elsewhere,
    LongRun.a_flying_visit,
    LongRun.reload,
    LongRun.closed,
    LongRun.look_back,
    LongRun.two_tabs,
    LongRun.the_room,
    LongRun.worker_ended,
]
