from datetime import date

from api.rows import pack, varint
from api.weeks import week_report, week_sums, with_parts

ANA, BEN = b"\0" * 16, b"\x04\x10A\x04\x10A\x04\x10A\x04\x10A\x04\x10A\x04"
MONDAY = date(2026, 11, 16)


def record(weekday, key, device, *counters, revision=1):
    return b"%d" % weekday + key + bytes((device,)) + varint(revision) + pack(counters)


def test_of_two_devices_the_one_that_saw_most_messages_is_read():
    blob = record(1, ANA, 1, 5, 5, 1, 0, 2, 1, 2, 1) + record(1, ANA, 2, 6, 5, 0, 1, 3, 1, 2, 1)
    assert week_sums(blob) == {"A" * 22: [6, 5, 0, 1, 3, 1, 2, 1]}


def test_of_two_that_saw_as_many_the_lower_number_is_read():
    high = record(1, ANA, 10, 6, 4, 1, 0, 2, 1, 2, 1, revision=2**40)
    low = record(1, ANA, 9, 4, 6, 0, 0, 1, 1, 1, 1)
    expected = {"A" * 22: [4, 6, 0, 0, 1, 1, 1, 1]}
    assert week_sums(high + low) == week_sums(low + high) == expected


def test_devices_are_compared_day_by_day():
    blob = record(1, ANA, 1, 9, 0, 0, 0, 1, 0, 0, 0) + record(2, ANA, 2, 300, 0, 0, 0, 1, 0, 0, 0)
    assert week_sums(blob) == {"A" * 22: [309, 0, 0, 0, 2, 0, 0, 0]}


def test_a_week_is_told_by_day_conversation_and_trend():
    blob = (
        record(2, ANA, 1, 1, 2, 1, 0, 1, 1, 1, 1)
        + record(1, ANA, 1, 3, 0, 0, 0, 1, 0, 0, 0)
        + record(7, BEN, 1, 1, 1, 0, 1, 1, 0, 1, 1)
    )
    before = {
        "2026-W45": record(1, BEN, 1, 7, 0, 0, 0, 1, 0, 0, 0),
        "2026-W46": b"",
    }
    report = week_report(MONDAY, "2026-W47", blob, before)
    ana, ben = report["conversations"].values()
    assert list(ana["days"]) == ["2026-11-16", "2026-11-17"]
    assert ana["sums"] == {
        "sent": 4,
        "received": 2,
        "opened_by_me": 1,
        "opened_by_them": 0,
        "turns_sent": 2,
        "turns_sent_answered": 1,
        "turns_received": 1,
        "turns_received_answered": 1,
    }
    assert ana["trend"] == []
    assert list(ben["days"]) == ["2026-11-22"]
    assert [(p["week"], p["sent"], p["received"]) for p in ben["trend"]] == [("2026-W45", 7, 0)]
    assert (report["totals"]["sent"], report["totals"]["received"]) == (5, 3)
    assert [point["week"] for point in report["trend"]] == ["2026-W45"]


def test_a_week_without_rows_is_empty():
    report = week_report(MONDAY, "2026-W47", b"", {})
    assert report["conversations"] == {}
    assert set(report["totals"].values()) == {0}


def test_days_of_which_devices_tell_different_numbers_are_named_when_asked_for():
    blob = (
        record(1, ANA, 1, 3, 0, 0, 0, 1, 0, 0, 0)
        + record(1, ANA, 2, 2, 0, 0, 0, 1, 0, 0, 0)
        + record(2, ANA, 2, 1, 0, 0, 0, 1, 0, 0, 0)
        + record(3, ANA, 1, 1, 0, 0, 0, 1, 0, 0, 0)
        + record(3, ANA, 2, 1, 0, 1, 0, 1, 0, 0, 0)
        + record(1, BEN, 1, 1, 1, 0, 1, 1, 0, 1, 1)
        + record(1, BEN, 2, 0, 0, 0, 0, 0, 0, 0, 0)
        + record(2, BEN, 2, 0, 0, 0, 0, 0, 0, 0, 0)
    )
    report = week_report(MONDAY, "2026-W47", blob, {})
    with_parts(report, blob)
    ana, ben = report["conversations"].values()
    assert ana["parts"] == ["2026-11-16"]
    assert ben["parts"] == []
