"""Adding a browser, listing browsers, revoking one."""

from datetime import UTC, datetime, timedelta

import pytest
from tests_support import ANA, BEN, Account, claim, everything, join, pair

LOOKUP = "0123456789-_abcdefghiA"


@pytest.fixture
def later(app, now):
    """Lets time pass for the server."""

    def pass_(**time) -> None:
        app.config["CLOCK"] = lambda: now + timedelta(**time)

    return pass_


def test_a_second_browser_joins_the_account(account, client, own_store):
    opened = pair(account, LOOKUP, "AbC-_123")
    assert (opened.status_code, opened.json) == (201, {"expires_in": 600})
    answer = claim(client, LOOKUP)
    assert answer.status_code == 201
    token = answer.json["token"]
    expected = {"account": account.id, "device": 2, "token": token, "sealed": "AbC-_123"}
    assert answer.json == expected
    assert token.startswith(account.id + ".")
    assert token != account.token
    held = everything(own_store.client)
    for gone in (token.encode(), LOOKUP.encode(), b"AbC-_123"):
        assert gone not in held


def test_both_write_and_both_read(account, client, now, row):
    other = join(account)
    account.put(now.date(), {ANA: row})
    assert other.put(now.date(), {BEN: row}).status_code == 200
    assert account.rows() == other.rows()
    assert [(r["conversation"], r["device"]) for r in other.rows()] == [(ANA, 1), (BEN, 2)]


def test_what_one_erases_the_other_cannot_bring_back(account, now, row):
    other = join(account)
    other.put(now.date(), {ANA: row})
    account.delete(f"/v1/conversations/{ANA}")
    late = other.put(now.date(), {ANA: row})
    assert (late.status_code, late.json["marks"]) == (409, [{"number": 1, "conversation": ANA}])
    assert account.rows() == other.rows() == []


def test_a_wrong_a_late_and_a_used_code_are_told_alike(account, client, later):
    wrong = claim(client, "x" * 22)
    pair(account, LOOKUP)
    assert claim(client, LOOKUP).status_code == 201
    used = claim(client, LOOKUP)
    pair(account, LOOKUP)
    later(seconds=600)
    late = claim(client, LOOKUP)
    assert wrong.status_code == 404
    assert "Make a new one in your other browser." in wrong.json["message"]
    assert wrong.json == used.json == late.json
    assert len(account.get("/v1/devices").json["devices"]) == 2


def test_a_code_is_good_for_ten_minutes(account, client, own_store, later):
    pair(account, LOOKUP)
    ends = [own_store.client.ttl(key) for key in own_store.client.scan_iter() if _paired(key)]
    assert len(ends) == 2
    assert all(590 < end <= 600 for end in ends)
    later(seconds=599)
    assert claim(client, LOOKUP).status_code == 201
    assert not any(map(_paired, own_store.client.scan_iter()))


def _paired(key: bytes) -> bool:
    return key.startswith(b"pairing:") or key.endswith(b"}:p")


def test_a_new_code_ends_the_one_before(account, client, own_store):
    pair(account, "a" * 22)
    pair(account, "b" * 22)
    assert len(list(own_store.client.scan_iter("pairing:*"))) == 1
    assert claim(client, "a" * 22).status_code == 404
    assert claim(client, "b" * 22).status_code == 201


def test_leaving_the_same_code_again_is_well(account, client):
    for sealed in ("first", "second"):
        assert pair(account, LOOKUP, sealed).status_code == 201
    assert claim(client, LOOKUP).json["sealed"] == "second"


def test_codes_of_two_accounts_do_not_meet(account, client):
    other = Account(client, client.post("/v1/accounts", json={"consent": 1}).json)
    pair(account, "a" * 22)
    pair(other, "b" * 22)
    assert claim(client, "b" * 22).json["account"] == other.id
    assert claim(client, "a" * 22).json["account"] == account.id


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"lookup": LOOKUP},
        {"lookup": LOOKUP, "sealed": ""},
        {"lookup": LOOKUP, "sealed": "a" * 8193},
        {"lookup": LOOKUP, "sealed": "not base64url!"},
        {"lookup": LOOKUP, "sealed": 1},
        {"lookup": LOOKUP, "sealed": None},
        {"lookup": LOOKUP[1:], "sealed": "a"},
        {"lookup": LOOKUP + "A", "sealed": "a"},
        {"lookup": LOOKUP[1:] + "\n", "sealed": "a"},
        {"lookup": "+" * 22, "sealed": "a"},
        {"lookup": LOOKUP, "sealed": "a", "key": "a"},
    ],
)
def test_what_is_no_pairing_is_422(account, own_store, body):
    answer = account.client.post("/v1/pairings", json=body, headers=account.headers)
    assert answer.status_code == 422
    assert answer.json["errors"]["json"]
    assert len(list(own_store.client.scan_iter())) == 1


@pytest.mark.parametrize("body", [{}, {"lookup": ""}, {"lookup": 1}, {"lookup": LOOKUP, "x": 1}])
def test_what_is_no_claim_is_422(client, body):
    assert client.post("/v1/pairings/claim", json=body).status_code == 422


def test_as_much_as_fits_is_taken(account, client):
    pair(account, LOOKUP, "a" * 8192)
    assert claim(client, LOOKUP).json["sealed"] == "a" * 8192


def test_a_pairing_without_a_token_leaves_nothing(client, own_store):
    body = {"lookup": LOOKUP, "sealed": "a"}
    for token in ("", "Bearer AAAAAAAAAAAAAAAA." + "A" * 43):
        answer = client.post("/v1/pairings", json=body, headers={"Authorization": token})
        assert answer.status_code == 401
    assert list(own_store.client.scan_iter()) == []


def test_browsers_are_listed_with_their_last_upload(account, now, row, later):
    assert account.get("/v1/devices").json == {
        "devices": [{"id": 1, "created": _time(now), "last_upload": None}]
    }
    later(hours=1)
    other = join(account)
    later(hours=2)
    other.put(now.date(), {ANA: row})
    expected = [
        {"id": 1, "created": _time(now), "last_upload": None},
        {
            "id": 2,
            "created": _time(now + timedelta(hours=1)),
            "last_upload": _time(now + timedelta(hours=2)),
        },
    ]
    assert other.get("/v1/devices").json == {"devices": expected}


def _time(moment: datetime) -> str:
    return moment.replace(microsecond=0).isoformat()


def test_a_revoked_browser_is_refused_and_its_rows_stay(account, now, row):
    other = join(account)
    other.put(now.date(), {ANA: row})
    assert account.delete("/v1/devices/2").status_code == 204
    answers = [
        other.put(now.date(), {BEN: row}),
        other.get("/v1/weeks/2026-W47"),
        other.get("/v1/export"),
        other.get("/v1/devices"),
        other.delete("/v1/devices/1"),
        other.delete(f"/v1/days/{now.date()}"),
        other.delete(f"/v1/conversations/{ANA}"),
        other.delete("/v1/accounts/me"),
        pair(other, LOOKUP),
    ]
    assert [answer.status_code for answer in answers] == [401] * 9
    assert [(r["conversation"], r["device"]) for r in account.rows()] == [(ANA, 2)]
    assert [d["id"] for d in account.get("/v1/devices").json["devices"]] == [1]


def test_the_number_of_a_revoked_browser_is_not_given_again(account):
    join(account)
    account.delete("/v1/devices/2")
    assert join(account).made["device"] == 3


def test_a_number_with_thousands_of_digits_is_no_browser(account):
    join(account)
    answer = account.delete("/v1/devices/0001" + "9" * 5000)
    assert (answer.status_code, answer.json["code"]) == (422, 422)


def test_the_last_browser_cannot_be_revoked(account):
    answer = account.delete("/v1/devices/1")
    assert (answer.status_code, answer.json["code"]) == (409, 409)
    assert "Add another one first" in answer.json["message"]
    other = join(account)
    assert account.delete("/v1/devices/1").status_code == 204
    assert other.delete("/v1/devices/2").status_code == 409
    assert other.get("/v1/devices").status_code == 200


def test_revoking_what_is_not_there_is_well(account):
    join(account)
    for _ in range(2):
        assert account.delete("/v1/devices/2").status_code == 204
    assert account.delete("/v1/devices/255").status_code == 204


@pytest.mark.parametrize("device", ["0", "256", "x", "-1", "1.0", "٢", "9" * 5000])
def test_what_is_no_device_is_422(account, device):
    assert account.delete(f"/v1/devices/{device}").status_code == 422


def test_revoking_ends_an_open_code(account, client, own_store):
    other = join(account)
    pair(other, LOOKUP)
    account.delete("/v1/devices/2")
    assert claim(client, LOOKUP).status_code == 404
    assert not any(map(_paired, own_store.client.scan_iter()))


def test_withdrawing_erases_browsers_and_open_codes(account, client, own_store, now, row):
    other = join(account)
    for browser in (account, other):
        browser.put(now.date(), {ANA: row})
    pair(account, LOOKUP)
    assert other.delete("/v1/accounts/me").status_code == 204
    assert list(own_store.client.scan_iter()) == []
    assert claim(client, LOOKUP).status_code == 404
    assert account.get("/v1/devices").status_code == 401
    assert list(own_store.client.scan_iter()) == []


def test_after_255_browsers_there_is_no_other(account, own_store):
    own_store.client.hset(f"{{{account.id}}}", "devices", 254)
    last = join(account)
    assert last.made["device"] == 255
    refused = pair(account, LOOKUP)
    assert (refused.status_code, refused.json["code"]) == (409, 409)
    assert "255 browsers" in refused.json["message"]
    assert list(own_store.client.scan_iter("pairing:*")) == []


def test_rows_of_the_highest_number_are_read_and_erased(account, own_store, now, row):
    own_store.client.hset(f"{{{account.id}}}", "devices", 254)
    join(account).put(now.date(), {ANA: row})
    assert [r["device"] for r in account.rows()] == [255]
    account.delete(f"/v1/conversations/{ANA}")
    assert account.rows() == []


def test_times_are_told_in_utc(account):
    created = account.get("/v1/devices").json["devices"][0]["created"]
    assert datetime.fromisoformat(created).tzinfo == UTC
