"""Sees to it that what was erased leaves the append-only file too."""

import threading
from collections.abc import Callable
from weakref import WeakSet

PAUSE = 1.0


class Rewriter:
    """Asks for a rewrite until it is heard: one that was under way when something was erased
    may have begun before the erasure and still hold it; then another one has to follow."""

    def __init__(self, rewrite: Callable[[], bool], *, pause: float = PAUSE) -> None:
        self._rewrite = rewrite
        self._pause = pause
        self._lock = threading.Lock()
        self._waiting = False
        self._closed = threading.Event()
        self._threads: WeakSet[threading.Thread] = WeakSet()

    def ask(self) -> None:
        """Returns at once; if the store is busy, a thread goes on asking."""
        if not self._rewrite() and self._wait():
            thread = threading.Thread(target=self._insist, daemon=True)
            self._threads.add(thread)
            thread.start()

    def close(self) -> None:
        """Ends the asking."""
        self._closed.set()
        for thread in list(self._threads):
            thread.join()

    def _wait(self) -> bool:
        """False: another thread is waiting already, and will ask later than now."""
        with self._lock:
            first, self._waiting = not self._waiting, True
        return first

    def _insist(self) -> None:
        while not self._closed.wait(self._pause):
            with self._lock:
                self._waiting = False
            if self._rewrite() or not self._wait():
                return
