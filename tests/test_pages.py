"""The server's pages: what they send and never ask for."""

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from api import errors
from api.endpoints.pages import CSP, bp

ROOT = Path(__file__).resolve().parents[1]
PAGES = ["/", "/try", "/privacy", "/safety", "/quiet", "/docs"]
A_DOCUMENT = {
    "paths": {
        "/v1/days/{day}": {
            "parameters": [{"$ref": "#/components/parameters/day"}],
            "put": {
                "tags": ["days"],
                "summary": "Keep a day's rows",
                "security": [{"token": []}],
                "requestBody": {
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/Upload"}}
                    }
                },
                "responses": {
                    "204": {"description": "Kept"},
                    "422": {"$ref": "#/components/responses/422"},
                },
            },
        }
    },
    "components": {
        "parameters": {
            "day": {"name": "day", "in": "path", "required": True, "schema": {"type": "string"}}
        },
        "responses": {"422": {"description": "Impossible row"}},
        "schemas": {
            "Upload": {
                "type": "object",
                "properties": {
                    "revision": {"type": "integer", "minimum": 0, "description": "Its number."},
                    "rows": {
                        "type": "object",
                        "additionalProperties": {"$ref": "#/components/schemas/Row"},
                    },
                },
            },
            "Row": {"properties": {"sent": {"type": "integer", "minimum": 0, "maximum": 9}}},
            "Unused": {"properties": {"page": {"type": "integer"}}},
        },
    },
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "openapi.json").write_text(json.dumps(A_DOCUMENT))
    return tmp_path


@pytest.fixture
def pages_app(folder: Path) -> Flask:
    app = Flask(__name__)
    app.config.update(TOWARD_DIST=folder / "dist", TOWARD_OPENAPI=folder / "openapi.json")
    app.register_blueprint(bp)
    errors.init_app(app)
    return app


@pytest.fixture
def visitor(pages_app: Flask) -> FlaskClient:
    return pages_app.test_client()


@pytest.fixture
def built(folder: Path) -> Path:
    dist = folder / "dist"
    (dist / "icons").mkdir(parents=True)
    (dist / "manifest.json").write_text("{}")
    (dist / "icons" / "16.png").write_bytes(b"png")
    (dist / "background.js").write_text("1;")
    return dist


@pytest.mark.parametrize("path", [*PAGES, "/pages/try/main.js", "/pages/theme.css"])
def test_every_page_is_strict_and_sets_no_cookie(visitor: FlaskClient, path: str) -> None:
    with visitor.get(path) as response:
        headers = response.headers
    assert response.status_code == 200
    assert headers["Content-Security-Policy"] == CSP
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("path", PAGES)
def test_no_page_names_another_host_or_holds_inline_code(visitor: FlaskClient, path: str) -> None:
    html = visitor.get(path).text
    assert not re.findall(r'(?:href|src|action)="(?:https?:)?//', html)
    assert not re.findall(r"<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=", html)


@pytest.mark.parametrize("path", PAGES)
def test_every_link_within_the_site_leads_somewhere(visitor: FlaskClient, path: str) -> None:
    for link in re.findall(r'(?:href|src)="(/[^"#]*)', visitor.get(path).text):
        if link not in ("/openapi.json", "/toward.zip"):  # the API's own; needs a build
            with visitor.get(link) as response:
                assert response.status_code == 200, link


def test_the_quiet_page_names_nothing(visitor: FlaskClient) -> None:
    assert "toward" not in visitor.get("/quiet").text.lower()


def test_the_zip_holds_the_build_with_the_manifest_at_its_top(
    visitor: FlaskClient, built: Path
) -> None:
    response = visitor.get("/toward.zip")
    assert response.mimetype == "application/zip"
    archive = zipfile.ZipFile(BytesIO(response.data))
    assert archive.namelist() == ["background.js", "icons/16.png", "manifest.json"]
    assert archive.read("icons/16.png") == b"png"


def test_the_same_build_gives_the_same_zip_and_a_new_build_another(
    visitor: FlaskClient, built: Path
) -> None:
    first = visitor.get("/toward.zip").data
    script = built / "background.js"
    script.touch()
    assert visitor.get("/toward.zip").data == first
    script.write_text("2;")
    assert visitor.get("/toward.zip").data != first


def test_without_a_build_the_zip_says_what_to_do(visitor: FlaskClient) -> None:
    response = visitor.get("/toward.zip")
    assert response.status_code == 503
    assert response.json is not None
    assert set(response.json) == {"code", "status", "message"}
    assert "make run" in response.json["message"]
    assert "make run" in visitor.get("/").text


def test_the_start_page_offers_the_zip_once_it_is_built(visitor: FlaskClient, built: Path) -> None:
    assert 'href="/toward.zip"' in visitor.get("/").text


def test_the_docs_list_each_call_with_what_it_takes_and_answers(visitor: FlaskClient) -> None:
    html = visitor.get("/docs").text
    for words in ("PUT /v1/days/{day}", "Keep a day&#39;s rows", "path, required. string"):
        assert words in html
    assert "application/json: Upload" in html
    assert "Impossible row" in html


def test_the_docs_list_the_shapes_in_use(visitor: FlaskClient) -> None:
    html = visitor.get("/docs").text
    for words in ("integer. 0. Its number", "map of Row", "integer. 0 to 9"):
        assert words in html
    assert "Unused" not in html


def test_without_a_description_the_docs_say_what_to_do(visitor: FlaskClient, folder: Path) -> None:
    (folder / "openapi.json").unlink()
    assert visitor.get("/docs").status_code == 503


def test_the_pages_look_like_the_extension() -> None:
    ours, theirs = ROOT / "api/pages/theme.css", ROOT / "extension/src/pages/theme.css"
    assert _tokens(ours) == _tokens(theirs), f"Copy {theirs} over {ours}."


def _tokens(css: Path) -> list[str]:
    return re.findall(r"--[\w-]+:[^;]+;", css.read_text())
