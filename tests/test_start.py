"""What stops a start of `python -m api`: each with one clear line."""

import signal
import socket

import pytest
from conftest import free_port
from server_support import call, fails, running, start
from tests_support import wait_for


@pytest.fixture
def port() -> int:
    return free_port()


def test_a_second_start_on_the_same_folder_is_refused(root, tmp_path, port):
    with running(root, tmp_path, port):
        error = fails(root, tmp_path, free_port())
        assert "already runs on the data folder" in error
        assert call(port, "GET", "/v1/health")[0] == 200


@pytest.mark.parametrize("what", ["folder", "port"])
def test_of_two_starts_at_once_one_is_refused(root, tmp_path, port, what):
    folders = ["a", "a"] if what == "folder" else ["a", "b"]
    ports = [free_port(), free_port()] if what == "folder" else [port, port]
    servers = [start(root, tmp_path / folder, p) for folder, p in zip(folders, ports, strict=True)]
    wait_for(lambda: any(server.poll() is not None for server in servers))
    refused, kept = sorted(servers, key=lambda server: server.poll() is None)
    assert kept.stdout.readline().startswith("Toward is ready")
    kept.send_signal(signal.SIGINT)
    kept.communicate(timeout=30)
    assert refused.communicate()[1].startswith("Toward cannot start. ")
    assert (refused.returncode, kept.returncode) == (1, 0)


def test_a_port_in_use_is_named(root, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert f"Port {port} is in use" in fails(root, tmp_path, port)


def test_a_folder_that_cannot_be_written_is_named(root, tmp_path, port):
    (tmp_path / "file").touch()
    assert "file/data cannot be written" in fails(root, tmp_path / "file" / "data", port)


@pytest.mark.parametrize("wrong", ["0", "65536", "eighty", "-1", "8000 ", "٨٠"])
def test_a_port_that_is_none_is_named(root, tmp_path, wrong):
    assert "PORT is" in fails(root, tmp_path, wrong)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://127.0.0.1", "REDIS_URL has to begin with redis://"),
        ("redis://:secret@127.0.0.1:1", "no store answers at 127.0.0.1:1 (ConnectionError)"),
        ("redis+cluster://:secret@127.0.0.1:1", "no store answers at 127.0.0.1:1"),
        ("redis://:secret@127.0.0.1:x", "no store answers at 127.0.0.1:x (not an address)"),
    ],
)
def test_a_wrong_redis_url_is_named_without_its_password(root, tmp_path, port, url, words):
    error = fails(root, tmp_path, port, REDIS_URL=url)
    assert words in error
    assert "secret" not in error


def test_a_wrong_password_is_said(root, tmp_path, port, cluster_url):
    url = cluster_url.replace("redis+cluster://", "redis://nobody:secret@")
    error = fails(root, tmp_path, port, REDIS_URL=url)
    assert "(AuthenticationError)" in error
    assert "secret" not in error
