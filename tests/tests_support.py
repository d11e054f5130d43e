"""What several test files share."""

import time
from collections.abc import Callable
from typing import Any

ROW = {
    "sent": 5,
    "received": 4,
    "opened_by_me": 1,
    "opened_by_them": 0,
    "turns_sent": 3,
    "turns_sent_answered": 2,
    "turns_received": 2,
    "turns_received_answered": 2,
}
ANA = "AAAAAAAAAAAAAAAAAAAAAA"
BEN = "BBBBBBBBBBBBBBBBBBBBBQ"


def wait_for(condition: Callable[[], Any], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def everything(client) -> bytes:
    """Every key and value of a store, as bytes to search in."""
    found = []
    for key in client.scan_iter():
        found.append(key)
        kind = client.type(key)
        if kind == b"hash":
            found += [part for pair in client.hgetall(key).items() for part in pair]
        else:
            found.append(client.get(key))
    return b"\n".join(found)


class Account:
    """One browser's view of the API."""

    def __init__(self, client, made) -> None:
        self.client, self.made = client, made
        self.id, self.token = made["account"], made["token"]
        self.headers = {"Authorization": f"Bearer {self.token}"}

    def get(self, path: str):
        return self.client.get(path, headers=self.headers)

    def delete(self, path: str):
        return self.client.delete(path, headers=self.headers)

    def put(self, day, rows, *, revision=1, erasures=0):
        body = {"revision": revision, "erasures": erasures, "rows": rows}
        return self.client.put(f"/v1/days/{day}", json=body, headers=self.headers)

    def rows(self) -> list[dict[str, Any]]:
        return self.get("/v1/export").json["rows"]


def pair(account: Account, lookup: str, sealed: str = "sealed"):
    body = {"lookup": lookup, "sealed": sealed}
    return account.client.post("/v1/pairings", json=body, headers=account.headers)


def claim(client, lookup: str):
    return client.post("/v1/pairings/claim", json={"lookup": lookup})


def join(account: Account, lookup: str = "J" * 22) -> Account:
    """Another browser of the same account."""
    pair(account, lookup)
    return Account(account.client, claim(account.client, lookup).json)
