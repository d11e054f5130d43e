"""What `PUT /v1/days/{day}` takes, checked once and turned into the bytes for the store."""

import re
from collections.abc import Mapping
from itertools import chain, starmap
from operator import itemgetter
from typing import Any

import marshmallow as ma
from marshmallow import fields, validate

from api.rows import FIELDS, conversations_bytes, pack, varint
from api.schemas import MAX_COUNT, RowSchema, is_possible

MAX_CONVERSATIONS = 500
MAX_REVISION = 2**53 - 1
NO_CONVERSATION = "Not a conversation: 22 characters of base64url, 16 bytes."
# 128 bits: the last character carries two of them
_CONVERSATION = re.compile(r"[A-Za-z0-9_-]{21}[AQgw]")
_COUNTERS = itemgetter(*FIELDS)
_INTEGERS, _WIDTHS = {int}, {len(FIELDS)}
_LENGTHS = [bytes((length,)) for length in range(3 * len(FIELDS) + 1)]


def is_conversation(text: str) -> bool:
    return _CONVERSATION.fullmatch(text) is not None


class Rows(fields.Dict):
    """Up to 500 rows by conversation, as one field: marshmallow's own nesting costs four
    fifths of a request here. What is taken leaves as the bytes for the store (Store.put);
    a row at fault is loaded again by RowSchema, which says why."""

    def _deserialize(self, value: Any, *_args: Any, **_kwargs: Any) -> Any:
        if not isinstance(value, dict):
            raise self.make_error("invalid")
        if len(value) > MAX_CONVERSATIONS:
            raise ma.ValidationError(f"At most {MAX_CONVERSATIONS} conversations at once.")
        counters = _counters(value)
        if counters is None:
            raise ma.ValidationError(faults(value))
        packed = map(pack, counters)
        keys = conversations_bytes(value)
        return b"".join(k + _LENGTHS[len(p)] + p for k, p in zip(keys, packed, strict=True))


def _counters(rows: Mapping[str, Any]) -> list[tuple[int, ...]] | None:
    """The counters of each row; None if anything is at fault with any of them."""
    try:
        counters = list(map(_COUNTERS, rows.values()))
    except (KeyError, TypeError):
        return None
    every = [*chain.from_iterable(counters)]
    right = (
        all(map(_CONVERSATION.fullmatch, rows))
        and set(map(len, rows.values())) <= _WIDTHS
        and set(map(type, every)) <= _INTEGERS
        and min(every, default=0) >= 0
        and max(every, default=0) <= MAX_COUNT
        and all(starmap(is_possible, counters))
    )
    return counters if right else None


def faults(rows: Mapping[str, Any]) -> dict[str, Any]:
    """What is wrong, by conversation."""
    found: dict[str, Any] = {}
    schema = RowSchema()
    for conversation, row in rows.items():
        if not is_conversation(conversation):
            found[conversation] = [NO_CONVERSATION]
        elif errors := schema.validate(row):
            found[conversation] = errors
    return found


class Revision(fields.Integer):
    """A whole number that leaves as a varint."""

    def _deserialize(self, *args: Any, **kwargs: Any) -> Any:
        number = super()._deserialize(*args, **kwargs)
        if not 0 <= number <= MAX_REVISION:
            raise ma.ValidationError(f"From 0 to {MAX_REVISION}.")
        return varint(number)


class UploadSchema(ma.Schema):
    """One device's rows of one day."""

    revision = Revision(
        required=True,
        strict=True,
        metadata={
            "minimum": 0,
            "maximum": MAX_REVISION,
            "description": "A row with a revision as high or higher replaces the one before.",
        },
    )
    erasures = fields.Integer(
        required=True,
        strict=True,
        validate=validate.Range(min=0),
        metadata={"description": "The number of the last erasure that this device has seen."},
    )
    rows = Rows(
        keys=fields.String(),
        values=fields.Nested(RowSchema),
        load_default=bytes,
        metadata={
            "maxProperties": MAX_CONVERSATIONS,
            "description": "By conversation: 22 characters of base64url, 16 bytes.",
        },
    )
