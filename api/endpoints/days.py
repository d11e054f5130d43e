from datetime import date
from typing import Any

from flask import Response

from api.auth import Token, token_required
from api.blueprint import Blueprint, day_or_422, json_response, now, refuse, store
from api.days import is_future, is_past_lifetime
from api.schemas import ErasedSchema, ErasuresSchema
from api.store import Upload
from api.upload import UploadSchema

blp = Blueprint("days", __name__, description="Daily counts")


@blp.route("/days/<day>", methods=["PUT"])
@token_required
@blp.arguments(UploadSchema())
@blp.response(200, ErasuresSchema())
@blp.alt_response(409, schema=ErasedSchema, description="Something was erased since")
def put_day(token: Token, body: dict[str, Any], day: str) -> Response:
    """Write this device's rows of a day. Sending the same again changes nothing."""
    upload = Upload(_counted_day(day), **body)
    return json_response({"erasures": store().put(token, upload, now())})


@blp.route("/days/<day>", methods=["DELETE"])
@token_required
@blp.response(200, ErasuresSchema())
def delete_day(token: Token, day: str) -> dict[str, int]:
    """Erase a day of every device."""
    return {"erasures": store().erase_day(token, day_or_422(day), now())}


def _counted_day(text: str) -> date:
    day, today = day_or_422(text), now().date()
    if is_future(day, today):
        refuse("path", "day", "This day is in the future.")
    if is_past_lifetime(day, today):
        refuse("path", "day", "This day is more than 400 days ago.")
    return day
