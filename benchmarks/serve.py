"""One server under granian with one worker, and what its process costs."""

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple


class Server(NamedTuple):
    port: int
    worker: int

    def cpu(self) -> float:
        """Seconds of processor time that the worker has used, its own and the kernel's."""
        tasks = Path(f"/proc/{self.worker}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9


@contextmanager
def serving(target: str, port: int, env: dict[str, str]) -> Iterator[Server]:
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--factory", "--workers", "1",
        "--blocking-threads", "1", "--no-ws", "--log-level", "error", "--port", str(port), target,
    ]  # fmt: skip
    with subprocess.Popen(command, env={**os.environ, **env}) as process:
        try:
            _wait(port)
            yield Server(port, _worker(process.pid))
        finally:
            process.send_signal(signal.SIGINT)


def _worker(parent: int) -> int:
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text()
    return max(int(pid) for pid in children.split())


def _wait(port: int) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        try:
            connection.request("GET", "/")
            connection.getresponse()
        except OSError:
            time.sleep(0.05)
        else:
            return
        finally:
            connection.close()
    raise TimeoutError(f"nobody answers on port {port}")
