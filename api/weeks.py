"""From joined records to the weeks a person reads. Pure.

Two devices may have seen parts of one conversation's day: the row of the device that saw
most messages is read, of two that saw as many the one with the lower number.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from api.rows import FIELDS, HEAD, WIDTH, conversation_bytes, conversation_id, read_counters

Counters = Sequence[int]
Row = dict[str, int]
Days = dict[int, Counters]


def best_rows(blob: bytes) -> dict[bytes, Days]:
    """For each conversation (16 bytes) its counters by ISO weekday."""
    devices: dict[bytes, tuple[int, Counters]] = {}
    for head, device, counters in _records(blob):
        known = devices.get(head)
        if known is None or _saw_more(device, counters, *known):
            devices[head] = device, counters
    return _by_conversation(devices)


def _records(blob: bytes) -> Iterator[tuple[bytes, int, Counters]]:
    """Weekday and conversation, device, counters."""
    at, end = 0, len(blob)
    while at < end:
        head, device, at = blob[at : at + HEAD - 1], blob[at + HEAD - 1], at + HEAD
        while blob[at] > 127:  # the revision, which is not read here
            at += 1
        counters, at = read_counters(blob, at + 1)
        yield head, device, counters


def _head(day: date, conversation: bytes) -> bytes:
    return b"%d" % day.isoweekday() + conversation


def _saw_more(device: int, counters: Counters, other: int, known: Counters) -> bool:
    return (sum(counters[:2]), -device) > (sum(known[:2]), -other)


def _by_conversation(devices: Mapping[bytes, tuple[int, Counters]]) -> dict[bytes, Days]:
    found: dict[bytes, Days] = {}
    for head, (_, counters) in devices.items():
        found.setdefault(head[1:], {})[head[0] - 48] = counters
    return found


def total(rows: Iterable[Counters]) -> list[int]:
    """Column by column."""
    return [sum(column) for column in zip(*rows, strict=True)] or [0] * WIDTH


def named(counters: Counters) -> Row:
    return dict(zip(FIELDS, counters, strict=True))


def week_report(monday: date, week: str, blob: bytes, before: Mapping[str, bytes]) -> Any:
    """The answer of `GET /v1/weeks/{week}`: `before` holds the weeks of the trend, oldest
    first; those without rows are left out."""
    trend = {other: _week_sums(records) for other, records in before.items() if records}
    found = best_rows(blob)
    sums = {key: total(rows.values()) for key, rows in found.items()}
    return {
        "week": week,
        "conversations": {
            conversation_id(key): {
                "days": _days(monday, rows),
                "sums": named(sums[key]),
                "trend": [_point(w, s[key]) for w, s in trend.items() if key in s],
            }
            for key, rows in found.items()
        },
        "totals": named(total(sums.values())),
        "trend": [_point(w, total(s.values())) for w, s in trend.items()],
    }


def with_parts(report: Any, blob: bytes) -> None:
    """Adds to each conversation of a week's report the days of which devices tell different
    numbers of messages: each may have seen what the others did not."""
    told: dict[bytes, set[tuple[int, ...]]] = {}
    for head, _, row in _records(blob):
        if any(row[:2]):
            told.setdefault(head, set()).add(tuple(row[:2]))
    for key, conversation in report["conversations"].items():
        raw = conversation_bytes(key)
        heads = {day: _head(date.fromisoformat(day), raw) for day in conversation["days"]}
        conversation["parts"] = [day for day, head in heads.items() if len(told.get(head, ())) > 1]


def week_sums(blob: bytes) -> dict[str, list[int]]:
    """For each conversation (22 characters) the sums of the week."""
    return {conversation_id(key): sums for key, sums in _week_sums(blob).items()}


def _week_sums(blob: bytes) -> dict[bytes, list[int]]:
    return {key: total(rows.values()) for key, rows in best_rows(blob).items()}


def _days(monday: date, rows: Days) -> dict[str, Row]:
    return {
        (monday + timedelta(days=weekday - 1)).isoformat(): named(rows[weekday])
        for weekday in sorted(rows)
    }


def _point(week: str, counters: Counters) -> dict[str, Any]:
    return {"week": week, **named(counters)}
