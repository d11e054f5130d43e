"""The server's pages: what they send and never ask for, and the practice chat in a browser."""

import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright
from werkzeug.serving import make_server

from api import errors
from api.endpoints.pages import CSP, bp

ROOT = Path(__file__).resolve().parents[1]
ADAPTER = json.loads((ROOT / "extension/adapters/practice.json").read_text())
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


@pytest.fixture
def site(pages_app: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, pages_app, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[BrowserContext]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        with browser.new_context(timezone_id="Europe/Lisbon", locale="en-GB") as context:
            yield context
        browser.close()


@pytest.fixture
def page(browser: BrowserContext, site: str) -> Iterator[Page]:
    """A page that fails the test when it complains, or asks another host for anything."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: _same_host(request.url, site, complaints))
    yield page
    page.close()
    assert complaints == []


def _same_host(url: str, site: str, complaints: list[str]) -> None:
    if urlsplit(url).netloc != urlsplit(site).netloc:
        complaints.append(url)


def open_chat(page: Page, site: str) -> None:
    """Late in the evening, with the page's own clock in our hands."""
    page.clock.install(time=datetime.fromisoformat("2026-03-20T23:30:00+00:00"))
    page.goto(f"{site}/try")
    page.wait_for_selector(ADAPTER["fingerprint"])


def rows(page: Page) -> list[list[str]]:
    """[direction, minute] of each row that the adapter takes for a message."""
    out = ADAPTER["direction"][0]["out"]
    return page.eval_on_selector_all(
        f"{ADAPTER['list']['selector']} > {ADAPTER['row']['selector']}",
        """(all, out) => all.map((row) => [
            row.matches(out) ? 'out' : 'in',
            new Date(Number(row.dataset.at)).toISOString().slice(0, 16),
        ])""",
        out,
    )


def practice_now(page: Page) -> float:
    return float(page.get_attribute(ADAPTER["clock"]["selector"], ADAPTER["clock"]["attr"]) or "")


def conversation(page: Page) -> str:
    return page.get_attribute(ADAPTER["conversation"]["box"], "data-conversation") or ""


def test_the_practice_clock_begins_with_the_real_one(page: Page, site: str) -> None:
    open_chat(page, site)
    begun = datetime.fromisoformat("2026-03-20T23:30:00+00:00").timestamp() * 1000
    assert begun <= practice_now(page) < begun + 60_000
    assert rows(page) == [["in", "2026-03-19T20:30"], ["out", "2026-03-19T20:36"]]


def test_robin_answers_what_the_visitor_writes_and_a_reload_keeps_it(page: Page, site: str) -> None:
    open_chat(page, site)
    page.fill(ADAPTER["composer"], "One line\nand another")
    page.press(ADAPTER["composer"], "Enter")
    expect(page.locator("li[data-id]")).to_have_count(3)
    page.clock.run_for(2000)
    expect(page.locator("li[data-id]")).to_have_count(4)
    before, chat = rows(page), conversation(page)
    assert [direction for direction, _ in before] == ["in", "out", "out", "in"]
    page.reload()
    page.wait_for_selector(ADAPTER["fingerprint"])
    assert rows(page) == before
    assert conversation(page) == chat
    page.click("#again")
    expect(page.locator("li[data-id]")).to_have_count(2)
    assert conversation(page) != chat


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_two_weeks_pass_within_about_a_minute(page: Page, site: str, motion: str) -> None:
    page.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]
    open_chat(page, site)
    page.click("#play")
    page.clock.run_for(75_000)
    expect(page.locator("#status")).to_contain_text("Two weeks have passed")
    played = rows(page)[2:]
    assert len(played) == 50
    assert sum(direction == "out" for direction, _ in played) == 24
    days = sorted({minute[:10] for _, minute in played})
    assert (days[0], days[-1]) == ("2026-03-20", "2026-04-02")
    assert page.locator("ol.messages > li:not([data-id])").count() > 10


def test_on_the_second_day_one_comes_back_while_one_turn_of_robins_is_hours_old(
    page: Page, site: str
) -> None:
    open_chat(page, site)
    page.click("#play")
    page.clock.run_for(4500)
    expect(page.locator(ADAPTER["conversation"]["box"])).to_have_count(0)
    page.clock.run_for(1500)
    expect(page.locator(ADAPTER["conversation"]["box"])).to_have_count(1)
    assert rows(page)[-3:] == [
        ["out", "2026-03-20T23:42"],
        ["in", "2026-03-21T09:10"],
        ["in", "2026-03-21T09:11"],
    ]
    hours = (practice_now(page) / 1000 - _seconds("2026-03-21T09:11:00+00:00")) / 3600
    assert 3 < hours < 24
    page.click("#play")
    expect(page.locator("#status")).to_have_text("Paused.")


def _seconds(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


@pytest.mark.parametrize("how", ["button", "keys"])
def test_the_quick_exit_takes_the_place_of_the_page(page: Page, site: str, how: str) -> None:
    page.goto(f"{site}/quiet?before")
    page.goto(f"{site}/safety")
    if how == "button":
        page.click("text=Leave this page now")
    else:
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
    page.wait_for_url("**/quiet")
    page.go_back()
    assert page.url.endswith("/quiet?before")
