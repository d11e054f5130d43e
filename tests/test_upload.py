"""PUT /v1/days/{day}"""

import json
from datetime import timedelta

import pytest
from tests_support import ANA, BEN, everything


def put_raw(account, day, body: bytes | str, content_type="application/json"):
    return account.client.put(
        f"/v1/days/{day}", data=body, content_type=content_type, headers=account.headers
    )


def body(row, **changes) -> dict:
    return {"revision": 1, "erasures": 0, "rows": {ANA: row}, **changes}


def test_what_is_sent_is_what_is_kept(account, now, row):
    row["sent"] = 65535
    answer = account.put(now.date(), {ANA: row}, revision=2**53 - 1)
    assert (answer.status_code, answer.json) == (200, {"erasures": 0})
    assert account.rows() == [
        {"day": str(now.date()), "conversation": ANA, "device": 1, "revision": 2**53 - 1, **row}
    ]


def test_an_upload_without_rows_is_taken(account, now):
    assert account.put(now.date(), {}).status_code == 200
    answer = put_raw(account, now.date(), b'{"revision": 1, "erasures": 0}')
    assert answer.status_code == 200
    assert account.rows() == []


def test_500_conversations_are_taken_and_501_are_not(account, now, row):
    many = {f"{number:05d}{'A' * 17}": row for number in range(501)}
    assert account.put(now.date(), many).status_code == 422
    assert account.rows() == []
    del many["00500" + "A" * 17]
    assert account.put(now.date(), many).status_code == 200
    assert len(account.rows()) == 500


@pytest.mark.parametrize(
    "change",
    [
        {"sent": -1}, {"sent": 65536}, {"sent": 5.0}, {"sent": "5"}, {"sent": None},
        {"sent": [5]}, {"sent": 2**70},
        {"opened_by_me": True}, {"opened_by_them": False}, {"text": "hello"},
        {"turns_sent": 6}, {"turns_sent_answered": 4}, {"opened_by_me": 4},
        {"turns_received": 5}, {"turns_received_answered": 3}, {"opened_by_them": 3},
    ],
)  # fmt: skip
def test_an_impossible_row_is_named_and_nothing_is_stored(account, now, row, change):
    answer = account.put(now.date(), {BEN: row, ANA: {**row, **change}})
    assert answer.status_code == 422
    assert list(answer.json["errors"]["json"]["rows"]) == [ANA]
    assert answer.json["errors"]["json"]["rows"][ANA]
    assert account.rows() == []


def test_a_row_without_one_of_its_fields_is_named(account, now, row):
    del row["turns_received"]
    answer = account.put(now.date(), {ANA: row})
    assert answer.status_code == 422
    assert list(answer.json["errors"]["json"]["rows"][ANA]) == ["turns_received"]


@pytest.mark.parametrize("broken", [None, 5, "x", [], {}, [1] * 8])
def test_what_is_no_row_is_named(account, now, broken):
    answer = account.put(now.date(), {ANA: broken})
    assert answer.status_code == 422
    assert ANA in answer.json["errors"]["json"]["rows"]


@pytest.mark.parametrize(
    "name", ["", "Ana", "A" * 21, "A" * 23, "A" * 21 + "B", "A" * 21 + "=", "+" + "A" * 21,
             "A" * 22 + "\n", "\uff21" * 22]
)  # fmt: skip
def test_what_is_no_conversation_is_named(account, now, row, name):
    answer = put_raw(account, now.date(), json.dumps(body(row, rows={BEN: row, name: row})))
    assert answer.status_code == 422
    assert list(answer.json["errors"]["json"]["rows"]) == [name]
    assert account.rows() == []


@pytest.mark.parametrize(
    "change",
    [
        {"revision": -1}, {"revision": 2**53}, {"revision": 1.0}, {"revision": "1"},
        {"revision": True}, {"revision": None}, {"erasures": -1}, {"erasures": 1},
        {"erasures": 10**300}, {"erasures": 0.0}, {"erasures": False}, {"rows": None},
        {"rows": []}, {"rows": "x"}, {"name": "Ana"}, {"device": 2},
    ],
)  # fmt: skip
def test_an_upload_of_another_shape_is_refused(account, now, row, change):
    answer = account.client.put(
        f"/v1/days/{now.date()}", json=body(row, **change), headers=account.headers
    )
    assert answer.status_code == 422
    assert list(answer.json["errors"]["json"]) == list(change)
    assert account.rows() == []


@pytest.mark.parametrize("missing", ["revision", "erasures"])
def test_revision_and_erasures_are_required(account, now, row, missing):
    whole = body(row)
    del whole[missing]
    answer = put_raw(account, now.date(), json.dumps(whole))
    assert answer.status_code == 422
    assert account.rows() == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", 400), (b"{", 400), (b"\xff\xfe", 400), (b"{'revision': 1}", 400),
        (b"[" * 100_000, 400), (b'{"a":' * 100_000, 400), (b'{"revision": NaN}', 400),
        (b'{"revision": Infinity}', 400), (b'{"rows": {"\\ud800": 1}}', 400),
        (b'{"revision": ' + b"9" * 10_000 + b"}", 400), (b"[]", 422), (b"null", 422), (b"1", 422),
        (b"\xef\xbb\xbf{}", 400),
    ],
)  # fmt: skip
def test_malformed_json_is_a_4xx_in_the_one_shape(account, own_store, now, text, code):
    before = everything(own_store.client)
    answer = put_raw(account, now.date(), text)
    assert answer.status_code == code
    assert answer.json["code"] == code
    assert answer.json["message"]
    assert everything(own_store.client) == before


def test_json_has_to_be_called_json(account, now, row):
    answer = put_raw(account, now.date(), json.dumps(body(row)), "text/plain")
    assert (answer.status_code, answer.json["code"]) == (415, 415)


def test_a_key_given_twice_is_harmless(account, now, row):
    text = json.dumps(body(row))
    twice = text.replace(f'"{ANA}": ', f'"{ANA}": {{}}, "{ANA}": ')
    assert put_raw(account, now.date(), twice).status_code == 200
    assert len(account.rows()) == 1


@pytest.mark.parametrize("extra", [0, 1])
def test_a_body_of_512_kib_is_read_and_a_byte_more_is_413(account, now, row, extra):
    text = json.dumps(body(row)).encode()
    text += b" " * (512 * 1024 - len(text) + extra)
    answer = put_raw(account, now.date(), text)
    assert answer.status_code == (413 if extra else 200)


@pytest.mark.parametrize("extra", [0, 1])
def test_so_it_is_without_a_length(account, now, row, extra):
    text = json.dumps(body(row)).encode()
    text += b" " * (512 * 1024 - len(text) + extra)
    answer = account.client.put(
        f"/v1/days/{now.date()}",
        input_stream=__import__("io").BytesIO(text),
        content_type="application/json",
        headers=account.headers,
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert answer.status_code == (413 if extra else 200)


@pytest.mark.parametrize(("ahead", "code"), [(1, 200), (2, 422), (-400, 200), (-401, 422)])
def test_days_in_the_future_or_past_the_lifetime_are_refused(account, now, row, ahead, code):
    answer = account.put(now.date() + timedelta(days=ahead), {ANA: row})
    assert answer.status_code == code
    assert len(account.rows()) == (code == 200)


@pytest.mark.parametrize(
    "day", ["2026-02-30", "today", "2026-W47", "20261118", "9999-12-31", "%00"]
)
def test_days_that_do_not_exist_are_refused(account, row, day):
    assert account.put(day, {ANA: row}).status_code == 422
    assert account.rows() == []


def test_a_day_of_the_week_before_lies_in_its_own_week(account, now, row):
    for back in range(14):
        account.put(now.date() - timedelta(days=back), {ANA: row})
    assert [r["day"] for r in account.rows()] == [
        str(now.date() - timedelta(days=back)) for back in reversed(range(14))
    ]
