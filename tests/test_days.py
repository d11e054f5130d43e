from datetime import UTC, date, datetime

import pytest

from api import days


def test_a_week_begins_on_monday_and_belongs_to_the_year_of_its_thursday():
    assert days.parse_week("2026-W53") == date(2026, 12, 28)
    assert days.week_of(date(2027, 1, 3)) == "2026-W53"
    assert days.week_of(date(2027, 1, 4)) == "2027-W01"


@pytest.mark.parametrize(
    "text", ["2025-W53", "2026-W00", "2026-W54", "0000-W01", "2026-47", "2026-W4", "٢٠٢٦-W47", ""]
)
def test_weeks_that_do_not_exist_are_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        days.parse_week(text)


@pytest.mark.parametrize("text", ["2026-02-29", "2026-13-01", "20261118", "2026-W47-1", "", "x"])
def test_days_that_do_not_exist_are_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        days.parse_day(text)


def test_weeks_before_are_oldest_first_and_cross_the_year():
    assert days.weeks_before(date(2027, 1, 11), 3) == ["2026-W52", "2026-W53", "2027-W01"]


def test_there_are_no_weeks_before_the_first():
    assert days.weeks_before(date(1, 1, 8), 52) == ["0001-W01"]


def test_tomorrow_is_not_the_future_and_the_day_after_is():
    today = date(2026, 11, 18)
    assert not days.is_future(date(2026, 11, 19), today)
    assert days.is_future(date(2026, 11, 20), today)


def test_a_day_lives_for_400_days():
    today = date(2026, 11, 18)
    assert not days.is_past_lifetime(date(2025, 10, 14), today)
    assert days.is_past_lifetime(date(2025, 10, 13), today)


def test_every_day_that_can_be_written_lies_in_a_living_week():
    today = date(2026, 11, 18)
    weeks = days.living_weeks(today)
    assert {"2025-W42", "2026-W47", "2026-W49"} <= set(weeks)
    assert len(weeks) == len(set(weeks)) == 62


def test_a_finished_week_is_forgotten_400_days_after_its_end():
    now = datetime(2026, 11, 18, 12, tzinfo=UTC)
    end_of_week_46 = datetime(2026, 11, 16, tzinfo=UTC)
    assert days.week_expiry(date(2026, 11, 11), now) == end_of_week_46.timestamp() + 400 * 86400


def test_a_running_week_never_outlives_an_account_that_falls_idle_now():
    now = datetime(2026, 11, 18, 12, tzinfo=UTC)
    assert days.week_expiry(date(2026, 11, 19), now) == now.timestamp() + 400 * 86400
