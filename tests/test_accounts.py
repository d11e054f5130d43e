import pytest
from tests_support import ANA, Account, everything


def test_opting_in_shows_the_token_once(client, own_store):
    answer = client.post("/v1/accounts", json={"consent": 1})
    assert answer.status_code == 201
    assert set(answer.json) == {"account", "device", "token"}
    assert answer.json["device"] == 1
    assert answer.json["token"].startswith(answer.json["account"])
    assert answer.json["token"].encode() not in everything(own_store.client)


def test_the_current_consent_is_shown_before(client):
    consent = client.get("/v1/consent").json
    assert consent["version"] == 1
    assert "never gets a message" in consent["text"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"consent": 0},
        {"consent": 2},
        {"consent": True},
        {"consent": "1"},
        {"consent": 1.0},
        {"consent": None},
        {"consent": 1, "name": "Ana"},
        [],
        "x",
        1,
    ],
)
def test_without_the_current_consent_nothing_is_made(client, own_store, body):
    answer = client.post("/v1/accounts", json=body)
    assert answer.status_code == 422
    assert answer.json["errors"]
    assert list(own_store.client.scan_iter()) == []


def test_withdrawing_erases_everything_at_once(account, own_store, now, row):
    account.put(now.date(), {ANA: row})
    assert account.delete("/v1/accounts/me").status_code == 204
    assert list(own_store.client.scan_iter()) == []
    assert account.get("/v1/export").status_code == 401
    assert account.put(now.date(), {ANA: row}).status_code == 401
    assert list(own_store.client.scan_iter()) == []


def test_one_account_never_touches_another(account, client, own_store, now, row):
    other = Account(client, client.post("/v1/accounts", json={"consent": 1}).json)
    account.put(now.date(), {ANA: row})
    other.put(now.date(), {ANA: row})
    account.delete("/v1/accounts/me")
    assert len(other.rows()) == 1
    assert account.id.encode() not in everything(own_store.client)


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Bearer x",
        "Basic {token}",
        "Bearer {token}x",
        "Bearer {token} {token}",
        "Bearer {account}.",
        "Bearer ../{token}",
        "Bearer {token}\u00e9",
    ],
)
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "/v1/days/{day}"),
        ("DELETE", "/v1/days/{day}"),
        ("GET", "/v1/weeks/2026-W47"),
        ("GET", "/v1/export"),
        ("DELETE", "/v1/accounts/me"),
        ("DELETE", "/v1/conversations/AAAAAAAAAAAAAAAAAAAAAA"),
    ],
)
def test_a_missing_or_wrong_token_is_401(account, client, now, header, method, path):
    text = header and header.format(token=account.token, account=account.id)
    headers = {} if text is None else {"Authorization": text}
    body = {"revision": 1, "erasures": 0, "rows": {}}
    answer = client.open(path.format(day=now.date()), method=method, headers=headers, json=body)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert answer.json["code"] == 401


def test_the_scheme_may_be_written_in_any_case(account, client):
    headers = {"Authorization": f"bEARER {account.token}"}
    assert client.get("/v1/export", headers=headers).status_code == 200
