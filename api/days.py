"""Days and ISO 8601 weeks. Pure: no clock is read here."""

import re
from datetime import UTC, date, datetime, timedelta

LIFETIME = timedelta(days=400)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})")


def parse_day(text: str) -> date:
    """The date of `YYYY-MM-DD`. Raises ValueError for anything else."""
    if not _DAY.fullmatch(text):
        raise ValueError("Not a day. Write it as YYYY-MM-DD.")
    return date.fromisoformat(text)


def parse_week(text: str) -> date:
    """The Monday of `YYYY-Www`. Raises ValueError if there is no such week."""
    match = _WEEK.fullmatch(text)
    if not match:
        raise ValueError("Not a week. Write it as YYYY-Www.")
    return date.fromisocalendar(int(match[1]), int(match[2]), 1)


def week_of(day: date) -> str:
    """The ISO 8601 week of a day, `2026-W47`."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def weeks_before(monday: date, count: int) -> list[str]:
    """The `count` weeks before the one of `monday`, oldest first; none before the year 1."""
    known = min(count, (monday - date.min).days // 7)
    return [week_of(monday - timedelta(weeks=back)) for back in range(known, 0, -1)]


def is_future(day: date, today: date) -> bool:
    """Somewhere on earth it may already be tomorrow (UTC); a later day is in the future."""
    return day > today + timedelta(days=1)


def is_past_lifetime(day: date, today: date) -> bool:
    return day < today - LIFETIME


def living_weeks(today: date) -> list[str]:
    """Every week that can hold a row, with a week to spare on both sides, oldest first."""
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=3)
    return weeks_before(monday, LIFETIME.days // 7 + 5)


def week_expiry(day: date, now: datetime) -> int:
    """When the week of `day` is to be forgotten, in seconds since 1970.

    Its last day's lifetime after it ended, and never later than an account that falls
    idle now: no week outlives its account.
    """
    end = datetime.combine(day, datetime.min.time(), UTC) + timedelta(days=8 - day.isoweekday())
    return int(min(end, now).timestamp() + LIFETIME.total_seconds())
