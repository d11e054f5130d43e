"""A scripted IRC person: raw IRC over a socket, read in a thread."""

import contextlib
import socket
import threading
from types import TracebackType
from typing import Self

from tests.lab.process import HOST, wait_until

ROOM = "#room"


class IrcBob:
    """Bob, or another nick, who writes private messages and notes those sent to him.

    `received` holds the texts of the private messages sent to this person, oldest first.
    """

    def __init__(self, port: int, name: str = "bob") -> None:
        self.name = name
        self.received: list[str] = []
        self._welcome = threading.Event()
        self._online: set[str] = set()
        self._socket = socket.create_connection((HOST, port), timeout=30)
        self._socket.settimeout(None)
        self._thread = threading.Thread(target=self._read, name=f"irc-{name}", daemon=True)
        self._thread.start()
        self._write(f"NICK {name}", f"USER {name} 0 * :{name.capitalize()}")
        wait_until(self._welcome.is_set, f"{name} to log in at the IRC server")

    def send(self, to: str, text: str) -> None:
        """Send one private message, one line; returns when it is handed to the connection."""
        self._write(f"PRIVMSG {to} :{text}")

    def send_in_room(self, text: str) -> None:
        """Join the room and send one message to all who are in it."""
        self._write(f"JOIN {ROOM}", f"PRIVMSG {ROOM} :{text}")

    def wait_for_received(self, count: int, timeout: float = 30) -> list[str]:
        """The texts received, as soon as there are `count` of them."""
        what = f"{self.name} to receive {count} messages"
        wait_until(lambda: len(self.received) >= count, what, timeout)
        return list(self.received)

    def wait_until_online(self, nick: str, timeout: float = 30) -> None:
        """Return once this nick is connected to the IRC server."""
        wait_until(lambda: self._is_online(nick), f"{nick} to be on the IRC server", timeout)

    def close(self) -> None:
        """Quit; nothing happens if the connection is over already."""
        with contextlib.suppress(OSError):
            self._write("QUIT")
            self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join(10)
        self._socket.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _is_online(self, nick: str) -> bool:
        self._write(f"ISON {nick}")
        return nick in self._online

    def _write(self, *lines: str) -> None:
        self._socket.sendall("".join(f"{line}\r\n" for line in lines).encode())

    def _read(self) -> None:
        lines = self._socket.makefile(encoding="utf-8", errors="replace", newline="\n")
        with contextlib.suppress(OSError), lines:  # the server or close() may end the connection
            for line in lines:
                self._handle(line.rstrip("\r\n"))

    def _handle(self, line: str) -> None:
        head, _, text = line.removeprefix(":").partition(" :")
        words = head.split()
        if words[0] == "PING":
            self._write(f"PONG :{text}")
        elif words[1:2] == ["001"]:
            self._welcome.set()
        elif words[1:2] == ["303"]:
            self._online = set(text.split())
        elif words[1:3] == ["PRIVMSG", self.name]:
            self.received.append(text)
