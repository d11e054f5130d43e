import logging

import pytest
from tests_support import ANA


@pytest.fixture
def away(make_app):
    app = make_app(STORE_URL="redis://127.0.0.1:1", RATELIMIT_ENABLED=False)
    return app.test_client()


def test_a_store_that_is_away_is_503_with_retry_after(away, account, row, now):
    account.client = away
    answers = [
        account.put(now.date(), {ANA: row}),
        account.get("/v1/weeks/2026-W47"),
        account.get("/v1/export"),
        account.delete("/v1/accounts/me"),
        away.post("/v1/accounts", json={"consent": 1}),
    ]
    for answer in answers:
        assert answer.status_code == answer.json["code"] == 503
        assert int(answer.headers["Retry-After"]) > 0


def test_health_names_the_store(client, away):
    assert client.get("/v1/health").json == {"status": "ok", "store": "ok"}
    assert away.get("/v1/health").json == {"status": "ok", "store": "away"}


def test_what_is_not_there_is_404(client):
    answer = client.get("/v1/nothing")
    assert answer.json == {
        "code": 404,
        "status": "Not Found",
        "message": "There is nothing here.",
    }


def test_what_cannot_be_done_is_405_with_allow(client):
    answer = client.post("/v1/health")
    assert (answer.status_code, answer.json["code"]) == (405, 405)
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_a_failure_of_ours_is_500_and_the_log_quotes_nobody(app, caplog, monkeypatch):
    def fail():
        raise ValueError("a secret word")

    app.add_url_rule("/fail", view_func=fail)
    with caplog.at_level(logging.DEBUG):
        answer = app.test_client().get("/fail")
    assert (answer.status_code, answer.json["code"]) == (500, 500)
    assert "ValueError at" in caplog.text
    assert "test_errors.py" in caplog.text
    assert "secret" not in caplog.text


def test_answers_about_people_are_kept_by_no_cache(account):
    assert account.get("/v1/export").headers["Cache-Control"] == "no-store"
