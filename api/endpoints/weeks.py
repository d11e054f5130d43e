from typing import Any

from flask import Response

from api.auth import Token, token_required
from api.blueprint import Blueprint, json_response, monday_or_422, now, store
from api.days import weeks_before
from api.schemas import TrendSchema, WeekSchema
from api.weeks import week_report, with_parts

blp = Blueprint("weeks", __name__, description="How the weeks went")


@blp.route("/weeks/<week>")
@token_required
@blp.arguments(TrendSchema(), location="query")
@blp.response(200, WeekSchema())
def get_week(token: Token, query: dict[str, Any], week: str) -> Response:
    """Sum up a week, with the weeks before it. Weeks without rows are left out of a trend."""
    monday = monday_or_422(week)
    before = weeks_before(monday, query["trend"])
    _, blobs = store().read(token, [*before, week], now())
    trend = dict(zip(before, blobs, strict=False))
    report = week_report(monday, week, blobs[-1], trend)
    if query["parts"]:
        with_parts(report, blobs[-1])
    return json_response(report)
