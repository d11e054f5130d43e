"""GET /v1/weeks/{week} and GET /v1/export"""

import csv
import io
from datetime import timedelta

import pytest
from tests_support import ANA, BEN

from api.days import week_of


def monday_of(day):
    return day - timedelta(days=day.weekday())


def test_a_week_with_its_trend(account, now, row):
    monday = monday_of(now.date())
    account.put(monday, {ANA: row})
    account.put(monday - timedelta(weeks=2), {ANA: row, BEN: row})
    account.put(monday - timedelta(weeks=2, days=-1), {ANA: row})
    answer = account.get(f"/v1/weeks/{week_of(monday)}?trend=12").json
    assert answer["week"] == week_of(monday)
    assert answer["conversations"] == {
        ANA: {
            "days": {str(monday): row},
            "sums": row,
            "trend": [
                {
                    "week": week_of(monday - timedelta(weeks=2)),
                    "sent": 10,
                    "received": 8,
                    "opened_by_me": 2,
                    "opened_by_them": 0,
                    "turns_sent": 6,
                    "turns_sent_answered": 4,
                    "turns_received": 4,
                    "turns_received_answered": 4,
                }
            ],
        }
    }
    assert answer["totals"] == row
    assert [(p["week"], p["sent"]) for p in answer["trend"]] == [
        (week_of(monday - timedelta(weeks=2)), 15)
    ]


def test_a_trend_reaches_as_far_back_as_asked(account, now, row):
    monday = monday_of(now.date())
    account.put(monday - timedelta(weeks=3), {ANA: row})
    path = f"/v1/weeks/{week_of(monday)}"
    assert account.get(path).json["trend"] == []
    assert account.get(f"{path}?trend=2").json["trend"] == []
    assert len(account.get(f"{path}?trend=3").json["trend"]) == 1


@pytest.mark.parametrize("week", ["2999-W01", "2001-W01", "0001-W01", "9999-W52"])
def test_weeks_ahead_or_past_the_lifetime_are_empty(account, week):
    answer = account.get(f"/v1/weeks/{week}?trend=52")
    assert answer.status_code == 200
    assert answer.json["conversations"] == {}
    assert answer.json["trend"] == []
    assert set(answer.json["totals"].values()) == {0}


@pytest.mark.parametrize("week", ["2025-W53", "2026-W00", "2026-47", "now", "2026-W47x"])
def test_weeks_that_do_not_exist_are_422(account, week):
    answer = account.get(f"/v1/weeks/{week}")
    assert (answer.status_code, answer.json["code"]) == (422, 422)


@pytest.mark.parametrize("trend", ["-1", "53", "x", "", "1.5", "9" * 5000])
def test_a_trend_is_0_to_52_weeks(account, trend):
    assert account.get(f"/v1/weeks/2026-W47?trend={trend}").status_code == 422


def test_everything_can_be_taken_away(account, now, row):
    account.delete(f"/v1/conversations/{BEN}")
    account.put(now.date(), {ANA: row}, revision=7, erasures=1)
    assert account.get("/v1/export").json == {
        "account": account.id,
        "erasures": 1,
        "rows": [{"day": str(now.date()), "conversation": ANA, "device": 1, "revision": 7, **row}],
    }


def test_as_csv_it_is_a_line_for_each_week_and_conversation(account, now, row):
    monday = monday_of(now.date())
    account.put(monday - timedelta(days=1), {BEN: row, ANA: row})
    account.put(monday - timedelta(days=2), {ANA: row})
    account.put(monday, {ANA: dict.fromkeys(row, 0)})
    answer = account.get("/v1/export?format=csv")
    assert answer.mimetype == "text/csv"
    week = week_of(monday - timedelta(days=1))
    opening, _, table = answer.text.partition("\r\n")
    assert opening == "partial counts; shows nothing about anyone's intentions"
    assert list(csv.reader(io.StringIO(table))) == [
        ["week", "conversation", "sent", "received", "opened_by_me", "opened_by_them",
         "turns_sent", "turns_sent_answered", "turns_received", "turns_received_answered"],
        [week, ANA, "10", "8", "2", "0", "6", "4", "4", "4"],
        [week, BEN, "5", "4", "1", "0", "3", "2", "2", "2"],
    ]  # fmt: skip


def test_an_export_without_rows_is_empty(account):
    assert account.get("/v1/export").json["rows"] == []
    assert len(account.get("/v1/export?format=csv").text.splitlines()) == 2


def test_other_formats_are_refused(account):
    assert account.get("/v1/export?format=xml").status_code == 422


def test_days_of_which_devices_tell_different_numbers_are_named_when_asked_for(account, now, row):
    monday = monday_of(now.date())
    account.put(monday, {ANA: row})
    path = f"/v1/weeks/{week_of(monday)}"
    assert "parts" not in account.get(path).json["conversations"][ANA]
    assert account.get(f"{path}?parts=true").json["conversations"][ANA]["parts"] == []
