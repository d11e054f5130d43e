"""The server's own pages, for people: they keep nothing and call nobody."""

from pathlib import Path

from flask import Blueprint, Response, current_app, render_template

from api.archive import NotBuilt, archive_of
from api.config import ROOT
from api.errors import error_response
from api.reference import reference_of

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
DIST = ROOT / "extension" / "dist"
OPENAPI = ROOT / "api" / "openapi.json"

bp = Blueprint(
    "pages",
    __name__,
    static_folder="../pages",
    static_url_path="/pages",
    template_folder="../templates",
)


@bp.after_request
def _strict(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = CSP
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@bp.get("/")
def home() -> str:
    return render_template("home.html", built=(_dist() / "manifest.json").is_file())


@bp.get("/try")
def practice() -> str:
    return render_template("try.html")


@bp.get("/privacy")
def privacy() -> str:
    return render_template("privacy.html")


@bp.get("/safety")
def safety() -> str:
    return render_template("safety.html")


@bp.get("/quiet")
def quiet() -> str:
    """Where the quick exit leads: an empty page that names nothing."""
    return render_template("quiet.html")


@bp.get("/docs")
def docs() -> str | Response:
    try:
        reference = reference_of(Path(current_app.config.get("TOWARD_OPENAPI") or OPENAPI))
    except FileNotFoundError:
        message = "The API's description is not there yet. Run `python -m api.openapi`."
        return error_response(503, message=message)
    return render_template("docs.html", reference=reference)


@bp.get("/toward.zip")
def download() -> Response:
    """The built extension; the same build is the same file, byte by byte."""
    try:
        body = archive_of(_dist())
    except NotBuilt as error:
        return error_response(503, message=str(error))
    response = Response(body, mimetype="application/zip")
    response.headers["Content-Disposition"] = 'attachment; filename="toward.zip"'
    return response


def _dist() -> Path:
    return Path(current_app.config.get("TOWARD_DIST") or DIST)
