"""Rows as bytes: what the store keeps. Pure.

A row is eight counters, each 0 to 65535, in the order of FIELDS. The store keeps them as
LEB128 varints behind the revision; a record is `weekday digit, 16 bytes of the
conversation, device byte, revision, counters`, so records can be joined without separators.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import a2b_base64
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

FIELDS = (
    "sent",
    "received",
    "opened_by_me",
    "opened_by_them",
    "turns_sent",
    "turns_sent_answered",
    "turns_received",
    "turns_received_answered",
)
WIDTH = len(FIELDS)
HEAD = 18  # weekday, conversation, device


class Record(NamedTuple):
    weekday: int
    conversation: bytes
    device: int
    revision: int
    counters: tuple[int, ...]


def conversation_id(raw: bytes) -> str:
    return urlsafe_b64encode(raw)[:22].decode()


def conversation_bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "==")


def conversations_bytes(texts: Iterable[str]) -> list[bytes]:
    """The same for many at once: each is filled up to 24 characters, which are 18 bytes."""
    joined = "AA".join([*texts, ""]).replace("-", "+").replace("_", "/")
    blob = a2b_base64(joined)
    return [blob[at : at + 16] for at in range(0, len(blob), 18)]


def varint(number: int) -> bytes:
    """Seven bits a byte, lowest first, the high bit set on all but the last."""
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def read_varint(blob: bytes, at: int) -> tuple[int, int]:
    """The number that begins at `at`, and where the next one begins."""
    number = shift = 0
    while blob[at] > 127:
        number |= (blob[at] & 127) << shift
        shift += 7
        at += 1
    return number | blob[at] << shift, at + 1


def pack(counters: Sequence[int]) -> bytes:
    """Eight counters as varints. Most days are small, and then this is one call."""
    return bytes(counters) if max(counters) < 128 else b"".join(map(varint, counters))


def read_counters(blob: bytes, at: int) -> tuple[tuple[int, ...], int]:
    """Eight counters from `at`, and where the next record begins."""
    plain = blob[at : at + WIDTH]
    if plain.isascii():
        return tuple(plain), at + WIDTH
    counters = []
    for _ in range(WIDTH):
        counter, at = read_varint(blob, at)
        counters.append(counter)
    return tuple(counters), at


def unpack(blob: bytes) -> Iterator[Record]:
    """The records of joined bytes."""
    at = 0
    while at < len(blob):
        head = blob[at : at + HEAD]
        revision, at = read_varint(blob, at + HEAD)
        counters, at = read_counters(blob, at)
        yield Record(head[0] - 48, head[1:17], head[17], revision, counters)
