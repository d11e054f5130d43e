from datetime import timedelta

import pytest
from tests_support import ANA, BEN, everything, join

from api.rows import conversation_bytes


def test_an_erased_conversation_is_nowhere_and_cannot_come_back(account, own_store, now, row):
    for back in (0, 20):
        account.put(now.date() - timedelta(days=back), {ANA: row, BEN: row})
    answer = account.delete(f"/v1/conversations/{ANA}")
    assert (answer.status_code, answer.json) == (200, {"erasures": 1})
    assert {r["conversation"] for r in account.rows()} == {BEN}
    late = account.put(now.date(), {ANA: row})
    assert (late.status_code, late.json["code"]) == (409, 409)
    assert late.json["marks"] == [{"number": 1, "conversation": ANA}]
    assert {r["conversation"] for r in account.rows()} == {BEN}
    assert account.put(now.date(), {BEN: row}, erasures=1).status_code == 200


def test_an_erased_day_is_gone_and_the_next_is_not(account, now, row):
    for back in (0, 1):
        account.put(now.date() - timedelta(days=back), {ANA: row})
    answer = account.delete(f"/v1/days/{now.date()}")
    assert (answer.status_code, answer.json) == (200, {"erasures": 1})
    assert [r["day"] for r in account.rows()] == [str(now.date() - timedelta(days=1))]
    late = account.put(now.date(), {ANA: row})
    assert late.json["marks"] == [{"number": 1, "day": str(now.date())}]


def test_of_an_erased_day_a_mark_is_all_that_is_left(account, own_store, now, row):
    other = join(account)
    for browser in (account, other):
        browser.put(now.date(), {ANA: row, BEN: row})
    account.delete(f"/v1/days/{now.date()}")
    held = everything(own_store.client)
    assert conversation_bytes(ANA) not in held
    assert conversation_bytes(BEN) not in held
    assert own_store.client.hgetall(f"{{{account.id}}}:m") == {b"d%s" % _bytes(now): b"1"}
    assert len(list(own_store.client.scan_iter())) == 2


def _bytes(now) -> bytes:
    return str(now.date()).encode()


def test_erasing_what_is_not_there_is_well(account, now):
    assert account.delete(f"/v1/conversations/{ANA}").status_code == 200
    assert account.delete("/v1/days/2001-01-01").status_code == 200
    assert account.delete("/v1/days/2999-01-01").status_code == 200


@pytest.mark.parametrize("name", ["Ana", "A" * 21 + "B", "A" * 23])
def test_what_is_no_conversation_is_422(account, name):
    assert account.delete(f"/v1/conversations/{name}").status_code == 422


@pytest.mark.parametrize("day", ["2026-02-30", "x"])
def test_what_is_no_day_is_422(account, day):
    assert account.delete(f"/v1/days/{day}").status_code == 422


def test_a_mark_is_all_that_is_left(account, own_store, now, row):
    account.put(now.date(), {ANA: row})
    assert conversation_bytes(ANA) in everything(own_store.client)
    account.delete(f"/v1/conversations/{ANA}")
    marks = own_store.client.hgetall(f"{{{account.id}}}:m")
    assert marks == {b"c" + conversation_bytes(ANA): b"1"}
    assert len(list(own_store.client.scan_iter())) == 2
