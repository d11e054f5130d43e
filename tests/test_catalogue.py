import gzip
import json
import shutil

import pytest
from flask import Flask

from api import create_app
from api.catalogue import CatalogueError, load
from api.document import Document

NUDGE = {
    "concept": "bids",
    "weight": "light",
    "role": "B",
    "moment": "received",
    "when": [{"signal": "rule_w", "min": 1}],
    "say": "Something of theirs is here.",
    "ask": "What would feel good?",
    "cooldown_days": 21,
    "citations": [{"claim": "A claim.", "work": "A work (1999).", "kind": "scholarship"}],
}
HEARSAY = {"claim": "A claim.", "work": "A friend", "kind": "hearsay"}
NAMELESS = {"claim": "A claim.", "kind": "article"}


@pytest.fixture
def folders(tmp_path, root):
    """The project's own schemas and lists, with one nudge and no adapter."""
    nudges, adapters = tmp_path / "nudges", tmp_path / "adapters"
    for source, folder in ((root / "nudges", nudges),
                           (root / "extension" / "adapters", adapters)):  # fmt: skip
        shutil.copytree(source / "schema", folder / "schema")
    for name in ("signals.json", "concepts.json"):
        shutil.copy(root / "nudges" / name, nudges)
    write(nudges / "a-small-hello.json", NUDGE)
    return nudges, adapters


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content))


def nudges_of(catalogue, language):
    return json.loads(catalogue.nudges[language].plain)


def test_the_projects_own_files_are_right(root):
    catalogue = load(root / "nudges", root / "extension" / "adapters")
    assert len(nudges_of(catalogue, "en")["nudges"]) >= 12
    assert {a["service"] for a in json.loads(catalogue.adapters.plain)["adapters"]} >= {"practice"}


def test_a_nudge_is_served_under_the_name_of_its_file(folders):
    served = nudges_of(load(*folders), "en")
    assert served == {"language": "en", "nudges": [{"id": "a-small-hello", **NUDGE}]}


def test_a_translation_takes_the_place_of_the_texts_alone(folders):
    write(folders[0] / "other.json", NUDGE)
    texts = {"say": "Da ist etwas.", "ask": "Was täte gut?"}
    write(folders[0] / "translations" / "de" / "a-small-hello.json", texts)
    first, second = nudges_of(load(*folders), "de")["nudges"]
    assert first == {"id": "a-small-hello", **NUDGE, **texts}
    assert second == {"id": "other", **NUDGE}


@pytest.mark.parametrize(
    ("wanted", "given"),
    [("de", "de"), ("DE", "de"), ("de-AT", "de"), ("de_AT", "de"), ("pt-br", "pt-BR"),
     ("pt", "en"), ("xx", "en"), ("", "en"), ("../../etc", "en"), ("en-GB", "en")],
)  # fmt: skip
def test_the_language_falls_back_to_its_own_then_to_english(folders, wanted, given):
    for language in ("de", "pt-BR"):
        path = folders[0] / "translations" / language / "a-small-hello.json"
        write(path, {"say": "x", "ask": "y"})
    assert load(*folders).language(wanted) == given


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"citations": []}, "ask-back.json has no citations: a nudge without a source"),
        (
            {"when": [{"signal": "telepathy", "min": 1}]},
            "ask-back.json: when[0].signal: 'telepathy' is not in signals.json; define it there",
        ),
        ({"concept": "no-such-idea"}, "ask-back.json: concept: 'no-such-idea' is not in concepts"),
        ({"say": "{moods} days."}, "ask-back.json: say: {moods} is no signal of its `when`; add"),
        ({"ask": "What of {rule_w?"}, "ask-back.json: ask: {rule_w?} is no signal of its"),
        ({"citations": [HEARSAY]}, "ask-back.json: citations[0].kind: 'hearsay' is not one of"),
        ({"citations": [NAMELESS]}, "ask-back.json: citations[0]: 'work' is a required property"),
        ({"weight": "huge"}, "ask-back.json: weight: 'huge' is not one of"),
        ({"surprise": 1}, "ask-back.json: the file: Additional properties"),
    ],
)
def test_a_nudge_at_fault_stops_the_start_with_one_line(folders, change, words):
    write(folders[0] / "ask-back.json", {**NUDGE, **change})
    with pytest.raises(CatalogueError) as stopped:
        load(*folders)
    assert words in str(stopped.value)
    assert "\n" not in str(stopped.value)


@pytest.mark.parametrize("text", ["{", "[]", '"x"', "", "[" * 100_000])
def test_a_file_that_is_no_json_object_is_named(folders, text):
    write(folders[0] / "ask-back.json", text)
    with pytest.raises(CatalogueError, match=r"^ask-back\.json "):
        load(*folders)


def test_an_adapter_at_fault_stops_the_start_too(folders):
    write(folders[1] / "irc.json", {"name": "IRC"})
    with pytest.raises(CatalogueError, match=r"^irc\.json: the file: .* is a required property"):
        load(*folders)


@pytest.mark.parametrize(
    ("name", "texts"),
    [("nobody", {"say": "x", "ask": "y"}), ("a-small-hello", {"say": "x"}),
     ("a-small-hello", {"say": "x", "ask": ""}),
     ("a-small-hello", {"say": "x", "ask": "y", "z": "z"})],
)  # fmt: skip
def test_a_translation_at_fault_is_named_with_its_language(folders, name, texts):
    write(folders[0] / "translations" / "de" / f"{name}.json", texts)
    with pytest.raises(CatalogueError, match=rf"^de/{name}\.json: "):
        load(*folders)


@pytest.mark.parametrize(
    ("english", "translated", "words"),
    [
        ("Something is here.", "{rule_w} ist da.", "say: {rule_w} is not in the English; leave it"),
        ("{rule_w} is here.", "Etwas ist da.", "say: {rule_w} of the English is missing; put it"),
    ],
)
def test_a_translation_has_the_placeholders_of_its_nudge(folders, english, translated, words):
    write(folders[0] / "a-small-hello.json", {**NUDGE, "say": english})
    path = folders[0] / "translations" / "de" / "a-small-hello.json"
    write(path, {"say": translated, "ask": "Was?"})
    with pytest.raises(CatalogueError) as stopped:
        load(*folders)
    assert str(stopped.value).startswith(f"de/a-small-hello.json: {words}")


@pytest.mark.parametrize("language", ["xx", "de_DE", "pt-br", "en", "de.json"])
def test_a_language_that_is_not_one_of_ours_stops_the_start(folders, language):
    (folders[0] / "translations" / language).mkdir(parents=True)
    with pytest.raises(CatalogueError) as stopped:
        load(*folders)
    assert str(stopped.value) == (
        f"translations/{language}: {language!r} is not one of the languages "
        "ar, de, es, fr, pt-BR, uk; rename the folder or take it away."
    )


def test_a_catalogue_at_fault_stops_the_start_of_the_app(folders):
    write(folders[0] / "ask-back.json", {**NUDGE, "concept": "luck"})
    with pytest.raises(CatalogueError, match=r"^ask-back\.json: concept: 'luck'"):
        create_app({"NUDGES": folders[0], "ADAPTERS": folders[1]})


def test_known_tags_and_bodies_are_answered_without_reading_the_files(make_app, folders):
    write(folders[0] / "translations" / "de" / "a-small-hello.json", {"say": "x", "ask": "y"})
    app = make_app(NUDGES=folders[0], ADAPTERS=folders[1], RATELIMIT_ENABLED=False)
    for folder in folders:
        shutil.rmtree(folder)
    client = app.test_client()
    for path in ("/v1/nudges?lang=de", "/v1/nudges", "/v1/adapters"):
        answer = client.get(path)
        assert answer.status_code == 200
        again = client.get(path, headers={"If-None-Match": answer.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")
        assert again.headers["ETag"] == answer.headers["ETag"]
        assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_nudges_are_served_with_language_and_tag(client):
    answer = client.get("/v1/nudges?lang=xx-YY")
    assert answer.status_code == 200
    assert answer.headers["Content-Language"] == answer.json["language"] == "en"
    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    again = client.get("/v1/nudges", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_adapters_are_served_with_a_tag(client):
    answer = client.get("/v1/adapters")
    assert answer.json["adapters"][0]["id"]
    again = client.get("/v1/adapters", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_whoever_takes_gzip_gets_it_under_another_tag():
    document = Document({"a": "b" * 100})
    with Flask(__name__).test_request_context(headers={"Accept-Encoding": "gzip, br"}):
        zipped = document.response()
    with Flask(__name__).test_request_context(headers={"Accept-Encoding": "gzip;q=0"}):
        plain = document.response()
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(zipped.data) == plain.data
    assert zipped.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    assert zipped.get_etag() != plain.get_etag()
