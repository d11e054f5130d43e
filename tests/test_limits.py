from datetime import timedelta

import pytest
from tests_support import Account, claim, everything, pair

from api import limits


@pytest.fixture
def limited(make_app, own_store, now):
    app = make_app(STORE_URL=own_store.url, CLOCK=lambda: now)
    limits.limiter.reset()
    return app.test_client()


def test_new_accounts_are_limited_by_address(limited, own_store):
    for _ in range(20):
        assert limited.post("/v1/accounts", json={"consent": 1}).status_code == 201
    refused = limited.post("/v1/accounts", json={"consent": 1})
    assert (refused.status_code, refused.json["code"]) == (429, 429)
    assert 0 < int(refused.headers["Retry-After"]) <= 3601
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}
    answer = limited.post("/v1/accounts", json={"consent": 1}, environ_base=elsewhere)
    assert answer.status_code == 201
    assert b"192.0.2.7" not in everything(own_store.client)


def test_tries_of_a_code_are_limited_by_address(limited, own_store):
    for letter in "abcdefghijklmnopqrst":
        assert claim(limited, letter * 22).status_code == 404
    made = Account(limited, limited.post("/v1/accounts", json={"consent": 1}).json)
    pair(made, "z" * 22)
    refused = claim(limited, "z" * 22)
    assert (refused.status_code, refused.json["code"]) == (429, 429)
    assert 0 < int(refused.headers["Retry-After"]) <= 3601
    limited.environ_base["REMOTE_ADDR"] = "192.0.2.8"
    assert claim(limited, "z" * 22).status_code == 201
    assert b"192.0.2.8" not in everything(own_store.client)


def test_the_key_of_an_address_tells_nothing_and_changes_daily(app, now):
    def key(clock):
        app.config["CLOCK"] = lambda: clock
        with app.test_request_context(environ_base={"REMOTE_ADDR": "192.0.2.7"}):
            return limits.address_key()

    today = key(now)
    assert "192.0.2.7" not in today
    assert key(now) == today
    assert key(now + timedelta(days=1)) != today


def test_they_can_be_lifted_for_tests(client):
    for _ in range(130):
        assert client.get("/v1/consent").status_code == 200
