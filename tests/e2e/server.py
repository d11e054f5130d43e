"""The API as a person starts it, with all that goes in over the wire kept for looking into."""

import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.lab.process import HOST, answers, free_port, wait_until

ROOT = Path(__file__).resolve().parents[2]


class Server:
    """`python -m api` on a free port with its own data folder; stopped by process id."""

    def __init__(self, data: Path) -> None:
        self.port = free_port()
        self.data = data
        self.url = f"http://{HOST}:{self.port}"
        self._log = data.parent / "server.log"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        settings = {"PORT": str(self.port), "TOWARD_DATA": str(self.data)}
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "api"],
                cwd=ROOT,
                env={**os.environ, **settings, "TOWARD_RATELIMIT": "off"},
                stdout=log,
                stderr=log,
            )
        wait_until(lambda: answers(self.port), "the API to answer", timeout=60)

    def stop(self) -> None:
        if self._process:
            self._process.terminate()
            self._process.wait(30)
            self._process = None

    @property
    def runs(self) -> bool:
        return self._process is not None

    def crash(self) -> None:
        """End it at once, in the middle of whatever it does."""
        if self._process:
            self._process.kill()
            self._process.wait(30)
            self._process = None

    def kept(self) -> bytes:
        """Everything that the server wrote: the store's files, and the logs."""
        files = [path for path in self.data.rglob("*") if path.is_file()]
        return b"".join(path.read_bytes() for path in [*files, self._log])

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
