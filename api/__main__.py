"""`python -m api`: the server, with its embedded store unless REDIS_URL names another."""

import http.client
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Mapping
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from api import catalogue, config, ports
from api.embedded import Embedded, EmbeddedError
from api.refusals import StoreAway
from api.store import SCHEMES, Store

THREADS = 8  # a worker's; they wait for the store more than they work
FAULTS = (config.ConfigError, catalogue.CatalogueError, EmbeddedError)


class Settings(NamedTuple):
    host: str
    port: int
    workers: int
    redis_url: str
    data: Path


def read_settings(env: Mapping[str, str]) -> Settings:
    """Raises ConfigError."""
    return Settings(
        env.get("HOST") or "127.0.0.1",
        _number(env, "PORT", 8000, 65535),
        _number(env, "TOWARD_WORKERS", 1, 64),
        env.get("REDIS_URL", ""),
        Path(env.get("TOWARD_DATA") or "data"),
    )


def _number(env: Mapping[str, str], name: str, default: int, highest: int) -> int:
    text = env.get(name) or str(default)
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:9]) <= highest):
        raise config.ConfigError(f"{name} is {text!r}; set it to a number from 1 to {highest}.")
    return int(text)


def main() -> int:
    try:
        with ExitStack() as stack:
            _serve(read_settings(os.environ), stack)
    except FAULTS as error:
        print(f"Toward cannot start. {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _serve(settings: Settings, stack: ExitStack) -> None:
    app = config.from_env(os.environ)
    catalogue.load(app["NUDGES"], app["ADAPTERS"])
    if settings.redis_url:
        check_store(settings.redis_url)
    else:
        os.environ["REDIS_URL"] = _embedded(settings.data, stack)
    held = ports.claim(settings.host, settings.port)
    if held:
        stack.enter_context(held)
    threading.Thread(target=_say_when_ready, args=(settings,), daemon=True).start()
    _granian(settings).serve()


def check_store(url: str) -> None:
    """Raises ConfigError unless a store answers there. Never repeats a password."""
    if url.partition("://")[0] not in SCHEMES:
        raise config.ConfigError(
            "REDIS_URL has to begin with redis://, rediss:// or redis+cluster://. Correct it, "
            "or leave it out for the embedded store."
        )
    store = Store(url)
    try:
        store.ping()
    except (StoreAway, ValueError) as error:
        reason = error.args[0] if isinstance(error, StoreAway) else "not an address"
        raise config.ConfigError(
            f"REDIS_URL: no store answers at {_without_secrets(url)} ({reason}). Start it, or "
            "correct the address and the password."
        ) from error
    finally:
        store.close()


def _without_secrets(url: str) -> str:
    return urlsplit(url).netloc.rpartition("@")[2] or "this address"


def _embedded(folder: Path, stack: ExitStack) -> str:
    store = Embedded(folder)
    stack.callback(store.stop)
    store.start()
    store.keep(lambda: os.kill(os.getpid(), signal.SIGTERM))
    return store.url


def _granian(settings: Settings) -> Any:
    # Spawned, not forked: a worker must not inherit the lock on the data folder.
    multiprocessing.set_start_method("spawn")
    return Granian(
        "api.worker:create",
        factory=True,
        interface=Interfaces.WSGI,
        address=settings.host,
        port=settings.port,
        workers=settings.workers,
        blocking_threads=THREADS,
        workers_kill_timeout=5,
        respawn_failed_workers=True,
        log_level=LogLevels.error,
    )


def _say_when_ready(settings: Settings) -> None:
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)  # noqa: S104
    pause = threading.Event()
    while not _healthy(host, settings.port):
        pause.wait(0.05)
    shown = f"[{host}]" if ":" in host else host
    print(
        f"Toward is ready. Open http://{shown}:{settings.port}/ in your browser. Ctrl-C stops it.",
        flush=True,
    )


def _healthy(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=5)
    with closing(connection), suppress(OSError, http.client.HTTPException):
        connection.request("GET", "/v1/health")
        return connection.getresponse().status == 200
    return False


if __name__ == "__main__":
    sys.exit(main())
