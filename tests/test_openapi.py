import json

from api.openapi import PATH, document

PUBLIC = ("health", "consent", "nudges", "adapters", "accounts", "pairings/claim")


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
    public = {f"/v1/{name}" for name in PUBLIC}
    for path, item in client.get("/openapi.json").json["paths"].items():
        for method, call in item.items():
            if method == "parameters":
                continue
            assert call["summary"], path
            assert ("security" in call) == (path not in public), path
