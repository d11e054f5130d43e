"""Children of the lab: started on free loopback ports, watched, and stopped by process id."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

HOST = "127.0.0.1"
LOG_LINES_SHOWN = 20


class LabError(RuntimeError):
    """A part of the lab did not do its work; the text says which and what to do."""


def free_port() -> int:
    """A TCP port of 127.0.0.1 that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    """Whether something accepts a connection on this loopback port."""
    try:
        with socket.create_connection((HOST, port), timeout=1):
            return True
    except OSError:
        return False


def wait_until(condition: Callable[[], bool], what: str, timeout: float = 30) -> None:
    """Return as soon as `condition()` is true; LabError naming `what` after `timeout` seconds."""
    deadline = time.monotonic() + timeout
    while not condition():
        if time.monotonic() > deadline:
            raise LabError(f"Waited {timeout:g} s in vain for {what}.")
        time.sleep(0.02)


def end_with_parent(args: list[str]) -> list[str]:
    """The same command, ended by the kernel if the test run itself is killed."""
    return ["setpriv", "--pdeathsig", "TERM", *args]


class Server(ABC):
    """One server process with a data folder and a port of its own; a context manager.

    A subclass says `name`, writes its files in `prepare`, gives its `command`, and may add to
    `ready`. The folder is temporary and goes with the server, unless one is handed in.
    """

    name = "server"
    start_timeout = 60.0

    def __init__(self, folder: Path | None = None) -> None:
        self.port = free_port()
        self.folder = folder or Path(tempfile.mkdtemp(prefix=f"toward-lab-{self.name}-"))
        self._temporary = folder is None
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> Path:
        return self.folder / f"{self.name}.log"

    def prepare(self) -> None:  # noqa: B027 - a server that needs no files writes none
        """Write what the server reads when it starts; called once, before the first start."""

    @abstractmethod
    def command(self) -> list[str]:
        """The program and its arguments."""

    def prefix(self) -> list[str]:
        """What runs before the command, in the same process."""
        return []

    def environment(self) -> dict[str, str]:
        return dict(os.environ)

    def ready(self) -> bool:
        return answers(self.port)

    def start(self) -> None:
        """Start and return once it is ready; LabError with the log's end if it exits."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*self.prefix(), *end_with_parent(self.command())],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=self.environment(),
                cwd=self.folder,
            )
        wait_until(self._ready_or_failed, f"{self.name} to start", self.start_timeout)

    def stop(self) -> None:
        """Ask it to end, insist after ten seconds; nothing happens if it is not running."""
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def restart(self) -> None:
        """Stop and start again on the same port and the same data."""
        self.stop()
        self.start()

    def __enter__(self) -> Self:
        try:
            self.prepare()
            self.start()
        except BaseException:
            self._close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close()

    def _close(self) -> None:
        self.stop()
        if self._temporary:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _ready_or_failed(self) -> bool:
        if self._process is not None and self._process.poll() is not None:
            raise LabError(f"{self.name} ended at its start. Its log says:\n{self._log_end()}")
        return self.ready()

    def _log_end(self) -> str:
        lines = self.log.read_text(errors="replace").splitlines()
        return "\n".join(lines[-LOG_LINES_SHOWN:])
