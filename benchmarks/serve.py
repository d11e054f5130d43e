"""One server under granian with one worker, and what its processes cost.

Costs are processor time, compared between two servers in turns that are interleaved, so that
other work on the machine meets both alike.
"""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROUNDS, TURNS = 9, 10
Call = Callable[[http.client.HTTPConnection], None]


class Server(NamedTuple):
    port: int
    processes: tuple[int, ...]

    def cpu(self) -> float:
        """Seconds of processor time that the processes have used, their own and the kernel's."""
        tasks = [t for pid in self.processes for t in Path(f"/proc/{pid}/task").glob("*/schedstat")]
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9


def caller(method: str, path: str, body: bytes | None, token: str | None = None) -> Call:
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"

    def call(connection: http.client.HTTPConnection) -> None:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{method} {path}: {answer.status} {text[:200]!r}")

    return call


def cost(server: Server, call: Call, times: int) -> float:
    """Processor seconds of so many requests."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    call(connection)
    before = server.cpu()
    for _ in range(times):
        call(connection)
    used = server.cpu() - before
    connection.close()
    return used


def rounds(
    first: Server, first_call: Call, second: Server, second_call: Call, times: int
) -> Iterator[tuple[float, float]]:
    """Processor seconds a request of both, nine times over; each round takes turns."""
    cost(first, first_call, times)  # warms both up
    cost(second, second_call, times)
    for _ in range(ROUNDS):
        turns = [
            (cost(first, first_call, times // TURNS), cost(second, second_call, times // TURNS))
            for _ in range(TURNS)
        ]
        one, other = (sum(column) / times for column in zip(*turns, strict=True))
        print(f"  {one * 1e6:.0f} us, {other * 1e6:.0f} us", flush=True)
        yield one, other


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@contextmanager
def serving(target: str, env: dict[str, str], *, store: int | None = None) -> Iterator[Server]:
    """With `store`, what that process uses is part of the server's cost."""
    port = free_port()
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--factory", "--workers", "1",
        "--blocking-threads", "1", "--no-ws", "--log-level", "error", "--port", str(port), target,
    ]  # fmt: skip
    with subprocess.Popen(command, env={**os.environ, **env}) as process:
        try:
            _wait(port)
            worker = _worker(process.pid)
            yield Server(port, (worker,) if store is None else (worker, store))
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
