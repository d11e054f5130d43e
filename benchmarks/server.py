"""`python -m benchmarks.server`: what the API's checks cost, and what a row takes in the store.

Ratios are processor time a request of a bare Flask route (bare.py) to ours, each in its own
process under granian with one worker, turns interleaved, the median of nine rounds. Requests
carry no Origin, since the bare route answers none; flask-cors takes some 50 us of those that do.
"""

import http.client
import json
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from api.auth import Token, new_token, parse
from api.days import week_of, weeks_before
from api.embedded import Embedded
from api.rows import FIELDS, conversation_id, pack, varint
from api.store import Store, Upload
from benchmarks.report import add
from benchmarks.serve import Call, Server, caller, rounds, serving

GOAL, BYTES_GOAL, PUTS = 0.7, 40, 600
READS = ((20, 12, 100, GOAL), (200, 52, 10, 0.5))  # conversations, trend, requests, goal
RANDOM = Random(2026)
NOW = datetime.now(UTC)
MONDAY = NOW.date() - timedelta(days=NOW.weekday())


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


def compare(
    name: str,
    bare: Server,
    bare_call: Call,
    ours: Server,
    call: Call,
    times: int,
    goal: float = GOAL,
) -> None:
    found = rounds(bare, bare_call, ours, call, times)
    ratio = statistics.median(peer / own for peer, own in found)
    add(name, ratio=round(ratio, 2), goal=goal, met=ratio >= goal)


def upload_body(keys: Sequence[bytes]) -> bytes:
    rows = {conversation_id(key): dict(zip(FIELDS, row(), strict=True)) for key in keys}
    return json.dumps({"revision": 1, "erasures": 0, "rows": rows}).encode()


def bytes_a_row(store: Store, accounts: int = 60, weeks: int = 12) -> None:
    """The whole memory that so many accounts more take, of five chats a day, with a revision
    that counts the uploads (a busy browser's is below 16384). What the store takes for its
    first accounts alone, buffers and the like, is not theirs."""
    grow(store, 5, weeks)
    before = grown(store)
    grow(store, accounts, weeks)
    after = grown(store)
    value = round((after[0] - before[0]) / (after[1] - before[1]), 1)
    add("bytes a row, five chats a day", value=value, goal=BYTES_GOAL, met=value <= BYTES_GOAL)


def grow(store: Store, accounts: int, weeks: int) -> None:
    for _ in range(accounts):
        fill(store, conversations(5), weeks, 1500)


def grown(store: Store) -> tuple[int, int]:
    """Its memory in bytes, and its rows."""
    rows = sum(store.client.hlen(key) for key in store.client.scan_iter("*W*"))
    return store.client.info("memory")["used_memory"], rows


def opted_in(port: int) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    headers = {"Content-Type": "application/json"}
    connection.request("POST", "/v1/accounts", b'{"consent": 1}', headers)
    token = str(json.loads(connection.getresponse().read())["token"])
    connection.close()
    return token


def ratios(store: Store, env: dict[str, str]) -> None:
    with (
        serving("benchmarks.bare:create", env) as bare,
        serving("api.worker:create", env) as ours,
    ):
        token, keys = opted_in(ours.port), conversations(20)
        body, day = upload_body(keys), date.isoformat(NOW.date())
        put = caller("PUT", f"/v1/days/{day}", body, token)
        peer = caller("PUT", "/days/bare", body)
        compare("PUT /v1/days, 20 conversations", bare, peer, ours, put, PUTS)
        for count, trend, times, goal in READS:
            token = opted_in(ours.port)
            fill_as(store, token, conversations(count), trend)
            get, peer = week_calls(token, trend)
            name = f"GET /v1/weeks, {count} conversations, trend {trend}"
            compare(name, bare, peer, ours, get, times, goal)


def week_calls(token: str, trend: int) -> tuple[Call, Call]:
    """Our call, and the bare one that reads the same keys."""
    weeks = ",".join([*weeks_before(MONDAY, trend), week_of(MONDAY)])
    path = f"/v1/weeks/{week_of(MONDAY)}?trend={trend}"
    peer = caller("GET", f"/weeks/{token.split('.', maxsplit=1)[0]}/{weeks}", None)
    return caller("GET", path, None, token), peer


def fill_as(store: Store, text: str, keys: Sequence[bytes], trend: int) -> None:
    """A row of each conversation on every day of the weeks of a trend, and of the running one."""
    token = parse(f"Bearer {text}")
    for back in range(-6, 7 * trend + 1):
        upload = Upload(MONDAY - timedelta(days=back), varint(1500), 0, packed(keys))
        store.put(token, upload, NOW)


@contextmanager
def empty_store() -> Iterator[tuple[Store, str]]:
    """A store of our own without anything in it, and its address."""
    with tempfile.TemporaryDirectory() as folder:
        embedded = Embedded(Path(folder))
        embedded.start()
        try:
            store = Store(embedded.url, writes_an_hour=0)
            yield store, embedded.url
            store.close()
        finally:
            embedded.stop()


def main() -> None:
    with empty_store() as (store, url):
        ratios(store, {"REDIS_URL": url, "TOWARD_RATELIMIT": "off"})
    with empty_store() as (store, _):
        bytes_a_row(store)


if __name__ == "__main__":
    main()
