import json

from api.openapi import PATH, document


def test_the_committed_document_is_the_one_that_is_served(app, client):
    assert PATH.read_text() == document(app), "run `python -m api.openapi` and commit the result"
    assert client.get("/openapi.json").json == json.loads(PATH.read_text())


def test_the_rows_of_an_upload_are_documented(client):
    schemas = client.get("/openapi.json").json["components"]["schemas"]
    rows = schemas["Upload"]["properties"]["rows"]
    assert rows["additionalProperties"] == {"$ref": "#/components/schemas/Row"}
    assert rows["maxProperties"] == 500
    sent = schemas["Row"]["properties"]["sent"]
    assert (sent["minimum"], sent["maximum"]) == (0, 65535)
    assert schemas["Upload"]["required"] == ["erasures", "revision"]


def test_every_call_says_what_it_does_and_whether_it_needs_a_token(client):
    public = {"get_health", "get_consent", "get_nudges", "get_adapters", "create_account"}
    for path, item in client.get("/openapi.json").json["paths"].items():
        for method, call in item.items():
            if method == "parameters":
                continue
            assert call["summary"], path
            assert ("security" in call) == (path not in {
                "/v1/health", "/v1/consent", "/v1/nudges", "/v1/adapters", "/v1/accounts"
            }), path  # fmt: skip
    assert public
