"""flask-smorest's Blueprint with a stricter reading of JSON, and what every view needs."""

from datetime import date, datetime
from typing import Any, NoReturn, cast

import orjson
from flask import Request, Response, current_app
from flask_smorest import Blueprint as SmorestBlueprint
from flask_smorest import abort
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, UnsupportedMediaType

from api import days
from api.catalogue import Catalogue
from api.config import MAX_BODY
from api.store import Store


class Parser(FlaskParser):
    def _raw_load_json(self, req: Request) -> Any:
        """415 for what is not JSON, 413 for too much of it, 400 for malformed, too deep or too
        long a number. (werkzeug cuts a long body without a length off, quietly.)"""
        if not req.is_json:
            raise UnsupportedMediaType
        if req.content_length is not None and req.content_length <= MAX_BODY:
            req.max_content_length = None  # the length is told and right: read it in one go
        body = req.get_data(cache=False)
        if len(body) > MAX_BODY:
            raise RequestEntityTooLarge
        try:
            return orjson.loads(body)
        except orjson.JSONDecodeError as error:
            raise BadRequest from error


class Blueprint(SmorestBlueprint):  # type: ignore[misc]
    ARGUMENTS_PARSER = Parser()


def store() -> Store:
    return cast(Store, current_app.extensions["store"])


def catalogue() -> Catalogue:
    return cast(Catalogue, current_app.extensions["catalogue"])


def now() -> datetime:
    return cast(datetime, current_app.config["CLOCK"]())


def refuse(place: str, name: str, reason: str) -> NoReturn:
    """Ends the request with 422; `place` is where it stood: path, query or json."""
    abort(422, errors={place: {name: [reason]}})
    raise AssertionError  # flask-smorest's abort is untyped


def day_or_422(text: str) -> date:
    try:
        return days.parse_day(text)
    except ValueError:
        refuse("path", "day", "Not a day. Write it as YYYY-MM-DD.")


def monday_or_422(text: str) -> date:
    try:
        return days.parse_week(text)
    except ValueError:
        refuse("path", "week", "Not a week. Write it as YYYY-Www.")


def json_response(body: Any) -> Response:
    """A body that is right by construction: it is not checked against its schema again."""
    return Response(orjson.dumps(body), mimetype="application/json")
