"""A server as a person starts it, for the tests that do."""

import http.client
import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from tests_support import ANA, ROW


def start(root, data, port, **env):
    env = {
        **os.environ,
        "PORT": str(port),
        "TOWARD_DATA": str(data),
        "TOWARD_RATELIMIT": "off",
    } | env
    return subprocess.Popen(
        [sys.executable, "-m", "api"],
        cwd=root, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
    )  # fmt: skip


@contextmanager
def running(root, data, port, **env):
    server = start(root, data, port, **env)
    try:
        line = server.stdout.readline()
        assert line.startswith(f"Toward is ready. Open http://127.0.0.1:{port}/"), (
            line + server.communicate()[1]
        )
        yield server
    finally:
        with suppress(ProcessLookupError):
            server.send_signal(signal.SIGINT)
        server.communicate(timeout=30)


def fails(root, data, port, **env) -> str:
    """The one line with which a start stops."""
    with start(root, data, port, **env) as server:
        try:
            _, error = server.communicate(timeout=30)
        finally:
            server.kill()
    assert server.returncode == 1
    assert error.startswith("Toward cannot start. ")
    assert error.count("\n") == 1
    return error


def call(port, method, path, body=None, token=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    connection.request(method, path, None if body is None else json.dumps(body), headers)
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    return answer.status, json.loads(text or "null")


def opt_in(port) -> str:
    return call(port, "POST", "/v1/accounts", {"consent": 1})[1]["token"]


def put(port, token, revision):
    body = {"revision": revision, "erasures": 0, "rows": {ANA: ROW}}
    return call(port, "PUT", f"/v1/days/{datetime.now(UTC).date()}", body, token)[0]


def family(server) -> list[int]:
    """The store and the workers of a server."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text()
    return [int(pid) for pid in children.split()]


def gone(pid) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return True
