"""The store: the one module that knows Redis, its keys and what its failures mean.

Keys of an account share the hash tag `{account}`, so that all of them lie in one slot:
`{a}` a hash (a token's SHA-256 -> device number, and what else is known of it),
`{a}:m` a hash of erasure marks (what -> number), `{a}2026-W47` a hash of rows (see rows.py),
`{a}:p` a hash of the one pairing that may be open. `pairing:` and the SHA-256 of a lookup id
lies wherever it falls and names the account; what it is worth, `{a}:p` decides.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, cast

import redis
from redis.backoff import NoBackoff
from redis.cluster import RedisCluster
from redis.exceptions import RedisClusterException
from redis.retry import Retry

from api import days
from api.auth import Token
from api.refusals import OK, NoPairing, StoreAway, StoreError, refusal
from api.rewrite import Rewriter
from api.rows import Record, conversation_bytes, unpack

IDLE = int(days.LIFETIME.total_seconds())
WRITES_AN_HOUR = 6000
RETRY_AFTER = 30
CLUSTER_SCHEMES = {"redis+cluster": "redis", "rediss+cluster": "rediss"}
SCHEMES = ("redis", "rediss", "unix", *CLUSTER_SCHEMES)
_SCRIPT = Path(__file__).with_name("scripts.lua").read_text()
PAIRING = 600  # seconds


class Upload(NamedTuple):
    day: date
    revision: bytes
    erasures: int
    rows: bytes


class Device(NamedTuple):
    """Times in seconds since 1970."""

    number: int
    created: int
    last_upload: int | None


class Store:
    """One Redis, Valkey or Redis Cluster. Connects at the first command, not before."""

    def __init__(self, url: str, *, writes_an_hour: int = WRITES_AN_HOUR) -> None:
        self.url = url
        self.writes_an_hour = writes_an_hour

    @cached_property
    def client(self) -> Any:
        """The connection pool. `Any`: redis-py types every answer as maybe awaitable."""
        scheme, _, rest = self.url.partition("://")
        if scheme not in SCHEMES:
            raise StoreAway("REDIS_URL names no store")
        retry = Retry(NoBackoff(), 1)  # one stale pooled connection is forgiven
        options: dict[str, Any] = {"socket_timeout": 5, "socket_connect_timeout": 2}
        if scheme in CLUSTER_SCHEMES:
            url = f"{CLUSTER_SCHEMES[scheme]}://{rest}"
            return RedisCluster.from_url(url, retry=retry, **options)
        if scheme == "unix":
            del options["socket_connect_timeout"]
        return redis.Redis.from_url(self.url, retry=retry, **options)

    @cached_property
    def _script(self) -> Any:
        return self.client.register_script(_SCRIPT)

    @cached_property
    def _rewriter(self) -> Rewriter:
        return Rewriter(self._rewrite)

    def ping(self) -> None:
        """Raises StoreAway when nobody answers."""
        with _boundary():
            self.client.ping()

    def create(self, token: Token, consent: int, now: datetime) -> int:
        """A new account with its first device, whose number is returned."""
        known = {token.digest: 1, "devices": 1, "consent": consent, "created:1": _seconds(now)}
        with _boundary(), self.client.pipeline(transaction=True) as pipe:
            pipe.hset(_key(token.account), mapping=known)
            pipe.expire(_key(token.account), IDLE)
            pipe.execute()
        return 1

    def close(self) -> None:
        """Ends every connection, and whatever would open another one."""
        self._rewriter.close()
        if "client" in vars(self):
            self.client.close()

    def put(self, token: Token, upload: Upload, now: datetime) -> int:
        """Writes one device's rows of one day; the number of erasures known to both."""
        weekday = upload.day.isoweekday()
        expiry = days.week_expiry(upload.day, now)
        rest = (upload.erasures, expiry, weekday, upload.revision, upload.rows)
        return cast(int, self._run("put", token, now, [days.week_of(upload.day)], rest)[1])

    def read(self, token: Token, weeks: Sequence[str], now: datetime) -> tuple[int, list[bytes]]:
        """The number of erasures, and the joined records of each of `weeks`."""
        _, erasures, blobs = self._run("read", token, now, weeks)
        return erasures, blobs

    def export(self, token: Token, now: datetime) -> tuple[int, list[tuple[str, list[Record]]]]:
        """The number of erasures, and every week that holds records, oldest first."""
        weeks = days.living_weeks(now.date())
        erasures, blobs = self.read(token, weeks, now)
        return erasures, [(w, list(unpack(b))) for w, b in zip(weeks, blobs, strict=True) if b]

    def erase_day(self, token: Token, day: date, now: datetime) -> int:
        """Erases the day of every device. Returns the erasure's number."""
        rest = (day.isoweekday(), f"d{day}")
        return self._erase("erase_day", token, now, [days.week_of(day)], rest)

    def erase_conversation(self, token: Token, conversation: str, now: datetime) -> int:
        """Erases the conversation of every device and day. Returns the erasure's number."""
        raw = conversation_bytes(conversation)
        weeks = days.living_weeks(now.date())
        return self._erase("erase_conversation", token, now, weeks, (raw, b"c" + raw))

    def erase_account(self, token: Token, now: datetime) -> None:
        """Erases everything there is of the account."""
        _, pairing = self._run("erase_account", token, now, days.living_weeks(now.date()))
        self._forget(pairing)
        self._rewriter.ask()

    def pair(self, token: Token, lookup: str, sealed: str, now: datetime) -> None:
        """Opens a pairing for ten minutes; one that was open before ends.

        The pointer is written first: whoever finds it finds the account too, and
        whatever ends the pairing later finds the pointer.
        """
        digest = sha256(lookup.encode()).digest()
        with _boundary():
            self.client.set(_pointer(digest), token.account, ex=PAIRING)
        try:
            _, before = self._run("pair", token, now, (), (digest, sealed, PAIRING))
        except StoreError:
            self._forget(digest)
            raise
        self._forget(before if before != digest else None)

    def paired_account(self, lookup: str) -> str:
        """The account that a lookup id leads to. Raises NoPairing."""
        with _boundary():
            account = self.client.get(_pointer(sha256(lookup.encode()).digest()))
        if account is None:
            raise NoPairing
        return cast(bytes, account).decode()

    def claim(self, token: Token, lookup: str, now: datetime) -> tuple[int, str]:
        """Makes the token a device of its account: its number, and what was sealed. Once."""
        digest = sha256(lookup.encode()).digest()
        _, device, sealed = self._run("claim", token, now, (), (digest,))
        self._forget(digest)
        return device, sealed.decode()

    def devices(self, token: Token, now: datetime) -> list[Device]:
        """Every device that can read and write, by number."""
        return sorted(Device(*found) for found in self._run("devices", token, now, ())[1])

    def revoke(self, token: Token, device: int, now: datetime) -> None:
        """Ends a device's token, and the pairing that may be open; its rows stay."""
        self._forget(self._run("revoke", token, now, (), (device,))[1])

    def _forget(self, pairing: bytes | None) -> None:
        if pairing:
            with _boundary():
                self.client.delete(_pointer(pairing))

    def _erase(
        self, operation: str, token: Token, now: datetime, weeks: Sequence[str], rest: Sequence[Any]
    ) -> int:
        number = self._run(operation, token, now, weeks, rest)[1]
        self._rewriter.ask()
        return cast(int, number)

    def _run(
        self,
        operation: str,
        token: Token,
        now: datetime,
        weeks: Sequence[str],
        rest: Sequence[Any] = (),
    ) -> Any:
        account = _key(token.account)
        keys = (account, f"{account}:m", f"{account}:p", *(account + week for week in weeks))
        head = (operation, token.digest, _seconds(now), self.writes_an_hour, IDLE)
        with _boundary():
            answer = self._script(keys=keys, args=(*head, *rest))
        if answer[0] != OK:
            raise refusal(answer)
        return answer

    def _rewrite(self) -> bool:
        """Asks for an append-only file without the erased; False: one is under way, ask again."""
        try:
            nodes = self._nodes()
            self.client.bgrewriteaof(**({"target_nodes": nodes} if nodes else {}))
        except redis.ResponseError as error:
            return "in progress" not in str(error)
        except (redis.RedisError, RedisClusterException):
            return False
        return True

    def _nodes(self) -> list[Any]:
        """The nodes that hold data, of a cluster."""
        clustered = isinstance(self.client, RedisCluster)
        return list(self.client.get_primaries()) if clustered else []


@contextmanager
def _boundary() -> Iterator[None]:
    """Whatever goes wrong between here and Redis means: the store is away."""
    try:
        yield
    except (redis.RedisError, RedisClusterException) as error:
        raise StoreAway(type(error).__name__) from error


def _key(account: str) -> str:
    return f"{{{account}}}"


def _pointer(digest: bytes) -> str:
    return f"pairing:{digest.hex()}"


def _seconds(now: datetime) -> int:
    return int(now.timestamp())
