"""`python -m benchmarks.many_accounts`: what a week costs to read among 100,000 accounts, to
what it costs among 1,000. The store's processor time is counted with the server's."""

import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from api.auth import new_token
from api.days import week_of
from api.embedded import Embedded
from api.rows import varint
from api.store import IDLE, Store
from benchmarks.report import add
from benchmarks.serve import Call, Server, rounds, serving
from benchmarks.server import MONDAY, NOW, conversations, fill_as, opted_in, packed, week_calls

FEW, MANY, GOAL, GETS, TREND = 1_000, 100_000, 1.2, 100, 12
AT_ONCE = 1_000


def add_accounts(store: Store, count: int) -> None:
    """Accounts as the store makes them, each with a chat on every day of a week. Many in one go,
    since the store writes each of its own commands through to the disk."""
    for _ in range(count // AT_ONCE):
        with store.client.pipeline(transaction=False) as pipe:
            for _ in range(AT_ONCE):
                _add_account(pipe)
            pipe.execute()


def _add_account(pipe: Any) -> None:
    _, token = new_token()
    account, now = f"{{{token.account}}}", int(NOW.timestamp())
    known = {token.digest: 1, "devices": 1, "consent": 1, "created:1": now, "upload:1": now}
    row = packed(conversations(1))
    chat, counters = row[:16], varint(1500) + row[17:]
    week = {b"%d%s\x01" % (weekday, chat): counters for weekday in range(1, 8)}
    for key, fields in ((account, known), (account + week_of(MONDAY), week)):
        pipe.hset(key, mapping=fields)
        pipe.expire(key, IDLE)


@contextmanager
def among(accounts: int) -> Iterator[tuple[Server, Call]]:
    """A server of so many accounts, and a call that reads one of them."""
    with tempfile.TemporaryDirectory() as folder:
        embedded = Embedded(Path(folder))
        embedded.start()
        store = Store(embedded.url, writes_an_hour=0)
        try:
            add_accounts(store, accounts)
            env = {"REDIS_URL": embedded.url, "TOWARD_RATELIMIT": "off"}
            process = store.client.info("server")["process_id"]
            with serving("api.worker:create", env, store=process) as server:
                token = opted_in(server.port)
                fill_as(store, token, conversations(20), TREND)
                yield server, week_calls(token, TREND)[0]
        finally:
            store.close()
            embedded.stop()


def main() -> None:
    with among(FEW) as (small, call), among(MANY) as (large, other):
        found = rounds(small, call, large, other, GETS)
        ratio = statistics.median(many / few for few, many in found)
    name = "GET /v1/weeks among 100,000 accounts, to 1,000"
    add(name, ratio=round(ratio, 2), goal=GOAL, met=ratio <= GOAL)


if __name__ == "__main__":
    main()
