"""`python -m benchmarks.server`: what the API's checks cost, and what a row takes in the store.

Ratios are processor time a request of a bare Flask route (bare.py) to ours, each in its own
process under granian with one worker, turns interleaved, the median of nine rounds. Requests
carry no Origin, since the bare route answers none; flask-cors takes some 50 us of those that do.
"""

import http.client
import json
import socket
import statistics
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from api.auth import Token, new_token, parse
from api.days import week_of, weeks_before
from api.embedded import Embedded
from api.rows import FIELDS, conversation_id, pack, varint
from api.store import Store, Upload
from benchmarks.report import add
from benchmarks.serve import Server, serving

ROUNDS, TURNS, GOAL, BYTES_GOAL = 9, 10, 0.7, 40
PUTS, GETS = 600, 100
RANDOM = Random(2026)
NOW = datetime.now(UTC)
MONDAY = NOW.date() - timedelta(days=NOW.weekday())
Call = Callable[[http.client.HTTPConnection], None]


def row() -> list[int]:
    """A lively day's counters."""
    sent, received = RANDOM.randint(5, 90), RANDOM.randint(5, 90)
    return [sent, received, 1, 1, min(9, sent), 4, min(8, received), 5]


def conversations(count: int) -> list[bytes]:
    return [RANDOM.randbytes(16) for _ in range(count)]


def packed(keys: Sequence[bytes]) -> bytes:
    parts = []
    for key in keys:
        counters = pack(row())
        parts.append(key + bytes((len(counters),)) + counters)
    return b"".join(parts)


def fill(store: Store, keys: Sequence[bytes], weeks: int, revision: int) -> Token:
    """An account with a row on every day of so many weeks, the running one included."""
    _, token = new_token()
    store.create(token, 1, NOW)
    for back in range(-6, 7 * (weeks - 1) + 1):
        day = MONDAY - timedelta(days=back)
        store.put(token, Upload(day, varint(revision), 0, packed(keys)), NOW)
    return token


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


def compare(name: str, bare: Server, bare_call: Call, ours: Server, call: Call, times: int) -> None:
    """Nine rounds, each of TURNS turns, so that other work on the machine meets both alike."""
    cost(bare, bare_call, times)  # warms both up
    cost(ours, call, times)
    ratios = []
    for _ in range(ROUNDS):
        turns = [
            (cost(bare, bare_call, times // TURNS), cost(ours, call, times // TURNS))
            for _ in range(TURNS)
        ]
        peer, own = (sum(column) for column in zip(*turns, strict=True))
        ratios.append(peer / own)
        print(f"  bare {peer / times * 1e6:.0f} us, ours {own / times * 1e6:.0f} us")
    ratio = statistics.median(ratios)
    add(name, ratio=round(ratio, 2), goal=GOAL, met=ratio >= GOAL)


def upload_body(keys: Sequence[bytes]) -> bytes:
    rows = {conversation_id(key): dict(zip(FIELDS, row(), strict=True)) for key in keys}
    return json.dumps({"revision": 1, "erasures": 0, "rows": rows}).encode()


def bytes_a_row(store: Store, accounts: int = 60, weeks: int = 12) -> None:
    """The store's whole memory for accounts of five chats a day, with a revision that counts
    the uploads (a busy browser's is below 16384)."""
    store.client.flushall()
    before = store.client.info("memory")["used_memory"]
    for _ in range(accounts):
        fill(store, conversations(5), weeks, 1500)
    used = store.client.info("memory")["used_memory"] - before
    rows = sum(store.client.hlen(key) for key in store.client.scan_iter("*W*"))
    value = round(used / rows, 1)
    add("bytes a row, five chats a day", value=value, goal=BYTES_GOAL, met=value <= BYTES_GOAL)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def opted_in(port: int) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    headers = {"Content-Type": "application/json"}
    connection.request("POST", "/v1/accounts", b'{"consent": 1}', headers)
    token = str(json.loads(connection.getresponse().read())["token"])
    connection.close()
    return token


def ratios(store: Store, env: dict[str, str]) -> None:
    with (
        serving("benchmarks.bare:create", free_port(), env) as bare,
        serving("api.worker:create", free_port(), env) as ours,
    ):
        token, keys = opted_in(ours.port), conversations(20)
        body, day = upload_body(keys), date.isoformat(NOW.date())
        put = caller("PUT", f"/v1/days/{day}", body, token)
        peer = caller("PUT", "/days/bare", body)
        compare("PUT /v1/days, 20 conversations", bare, peer, ours, put, PUTS)
        _fill_as(store, token, keys)
        weeks = ",".join([*weeks_before(MONDAY, 12), week_of(MONDAY)])
        get = caller("GET", f"/v1/weeks/{week_of(MONDAY)}?trend=12", None, token)
        peer = caller("GET", f"/weeks/{token.split('.')[0]}/{weeks}", None)
        compare("GET /v1/weeks, 20 conversations, trend 12", bare, peer, ours, get, GETS)


def _fill_as(store: Store, text: str, keys: Sequence[bytes]) -> None:
    """A row of each conversation on every day of thirteen weeks."""
    token = parse(f"Bearer {text}")
    for back in range(-6, 7 * 12 + 1):
        upload = Upload(MONDAY - timedelta(days=back), varint(1500), 0, packed(keys))
        store.put(token, upload, NOW)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        embedded = Embedded(Path(folder))
        embedded.start()
        try:
            store = Store(embedded.url, writes_an_hour=0)
            ratios(store, {"REDIS_URL": embedded.url, "TOWARD_RATELIMIT": "off"})
            bytes_a_row(store)
            store.client.close()
        finally:
            embedded.stop()


if __name__ == "__main__":
    main()
