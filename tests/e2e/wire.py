"""A wire between the extension and the API that keeps all that crosses it."""

import contextlib
import socket
import threading
from types import TracebackType
from typing import Self

from tests.lab.process import HOST


class Wire:
    """Forwards a free loopback port to another; `sent` is what went to the server."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._listener = socket.create_server((HOST, 0))
        self.url = f"http://{HOST}:{self._listener.getsockname()[1]}"
        self._pieces: list[bytes] = []
        self._sockets: list[socket.socket] = []
        self._lock = threading.Lock()

    @property
    def sent(self) -> bytes:
        with self._lock:
            return b"".join(self._pieces)

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._listener.close()
        for one in self._sockets:
            one.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection((HOST, self._target))
                self._sockets += [near, far]
                for pair in ((near, far, True), (far, near, False)):
                    threading.Thread(target=self._forward, args=pair, daemon=True).start()

    def _forward(self, source: socket.socket, target: socket.socket, keep: bool) -> None:
        with contextlib.suppress(OSError):
            while piece := source.recv(65536):
                if keep:
                    with self._lock:
                        self._pieces.append(piece)
                target.sendall(piece)
            target.shutdown(socket.SHUT_WR)
