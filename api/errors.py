"""One shape for every 4xx and 5xx: `{code, status, message, errors?}`."""

import logging
import sys
from collections.abc import Mapping
from typing import Any

from flask import Flask, Response, json
from flask_limiter import RateLimitExceeded
from werkzeug.exceptions import HTTPException, default_exceptions

from api import refusals, store
from api.auth import unauthorized
from api.limits import retry_after

MESSAGES = {
    400: "This could not be read. Send well-formed JSON.",
    401: "Send a valid token: `Authorization: Bearer <token>`.",
    404: "There is nothing here.",
    405: "This cannot be done here; the Allow header says what can.",
    413: "Too large: at most 512 KiB at once.",
    415: "Send JSON, with `Content-Type: application/json`.",
    422: "Something in this is not as it has to be; see `errors`.",
    429: "That was often. Try again later; the Retry-After header says when.",
    500: "Something went wrong here. Nothing was changed.",
    503: "The store is away. Keep everything and try again later.",
}
KEPT_HEADERS = ("Allow", "WWW-Authenticate", "Retry-After")
REFUSALS: dict[type[refusals.StoreError], tuple[int, dict[str, Any]]] = {
    refusals.NeverGiven: (
        422,
        {"errors": {"json": {"erasures": ["This number was never given here."]}}},
    ),
    refusals.WeekFull: (
        422,
        {"errors": {"json": {"rows": ["This week holds as many rows as it can."]}}},
    ),
    refusals.NoPairing: (
        404,
        {
            "message": "This code opens nothing: it is mistyped, older than ten minutes, or used "
            "already. Make a new one in your other browser."
        },
    ),
    refusals.LastDevice: (
        409,
        {
            "message": "This is the last browser that can read these counts. Add another one "
            "first, or erase the account."
        },
    ),
    refusals.TooManyDevices: (
        409,
        {
            "message": "This account has had 255 browsers, and no number is left for another. "
            "Export it, erase it and begin a new one."
        },
    ),
}


def init_app(app: Flask) -> None:
    """Registers after flask-smorest, whose own handler drops the headers of a 401 or 405."""
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(refusals.StoreError, _store_error)
    app.log_exception = _log_exception  # type: ignore[method-assign, assignment]


def error_response(code: int, *, headers: Mapping[str, str] | None = None, **more: Any) -> Response:
    """An error in the one shape; `more` may hold `message`, `errors` and, with 409, `marks`."""
    status = default_exceptions[code]().name
    body = {"code": code, "status": status, "message": MESSAGES.get(code, status), **more}
    return Response(json.dumps(body), code, headers, mimetype="application/json")


def _http_error(error: HTTPException) -> Response | HTTPException:
    if error.code is None or error.code < 400:
        return error  # a redirect
    data: Mapping[str, Any] = getattr(error, "data", None) or {}
    kept = {name: data[name] for name in ("message", "errors") if name in data}
    if "messages" in data:  # webargs' name for what a schema found
        kept["errors"] = data["messages"]
    known = dict(error.get_headers())
    headers = {name: known[name] for name in KEPT_HEADERS if name in known}
    if isinstance(error, RateLimitExceeded):
        headers["Retry-After"] = retry_after()
    return error_response(error.code, headers=headers | dict(data.get("headers") or {}), **kept)


def _store_error(error: refusals.StoreError) -> Response | HTTPException:
    match error:
        case refusals.UnknownToken():
            return _http_error(unauthorized())
        case refusals.TooManyWrites():
            return error_response(429, headers={"Retry-After": str(error.args[0])})
        case refusals.Erased():
            return _erased(error.args[0])
    if type(error) in REFUSALS:
        code, more = REFUSALS[type(error)]
        return error_response(code, **more)
    return error_response(503, headers={"Retry-After": str(store.RETRY_AFTER)})


def _erased(marks: list[refusals.Mark]) -> Response:
    known = [{k: v for k, v in mark._asdict().items() if v is not None} for mark in marks]
    return error_response(409, message="Erase `marks` here first, then try again.", marks=known)


def _log_exception(_info: Any) -> None:
    """The kind and the place of a failure; never its message, which may quote a request."""
    error = sys.exc_info()[1]
    place = error.__traceback__ if error else None
    while place and place.tb_next:
        place = place.tb_next
    where = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else "?"
    logging.getLogger("toward").error("%s at %s", type(error).__name__, where)
