import pytest

from api import config

ID = "abcdefghijklmnopabcdefghijklmnop"
OTHER = "p" * 32


def allowed(client, origin, method="PUT", path="/v1/days/2026-11-18"):
    headers = {"Origin": origin, "Access-Control-Request-Method": method,
               "Access-Control-Request-Headers": "authorization, content-type"}  # fmt: skip
    answer = client.options(path, headers=headers)
    assert method in answer.headers.get("Access-Control-Allow-Methods", method)
    assert "Access-Control-Allow-Credentials" not in answer.headers
    return answer.headers.get("Access-Control-Allow-Origin")


@pytest.mark.parametrize(
    "origin",
    [f"chrome-extension://{ID}", "moz-extension://0a1b2c3d-0000-4000-8000-0123456789ab"],
)
def test_extensions_may_call(client, origin):
    assert allowed(client, origin) == origin


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/v1/pairings"), ("POST", "/v1/pairings/claim"), ("GET", "/v1/devices"),
     ("DELETE", "/v1/devices/2")],
)  # fmt: skip
def test_they_may_pair(client, method, path):
    origin = f"chrome-extension://{ID}"
    assert allowed(client, origin, method, path) == origin
    assert allowed(client, "https://example.org", method, path) is None


@pytest.mark.parametrize(
    "origin",
    ["https://example.org", "null", f"chrome-extension://{ID}.example.org", "http://127.0.0.1",
     f"https://x.example/chrome-extension://{ID}", "chrome-extension://short"],
)  # fmt: skip
def test_pages_may_not(client, origin):
    assert allowed(client, origin) is None


def test_the_extensions_can_be_named(make_app, own_store):
    app = make_app(STORE_URL=own_store.url, EXTENSION_IDS=[ID])
    client = app.test_client()
    assert allowed(client, f"chrome-extension://{ID}")
    assert allowed(client, f"chrome-extension://{OTHER}") is None


def test_a_wrong_id_is_named():
    settings = {"TOWARD_EXTENSION_IDS": f"{ID}, {OTHER}"}
    assert config.from_env(settings)["EXTENSION_IDS"] == [ID, OTHER]
    with pytest.raises(config.ConfigError, match="'nope' is no extension id"):
        config.from_env({"TOWARD_EXTENSION_IDS": "nope"})
