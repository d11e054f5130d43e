import csv
import io
from datetime import timedelta
from typing import Any

from flask import Response

from api.auth import Token, token_required
from api.blueprint import Blueprint, json_response, now, store
from api.days import living_weeks, parse_week
from api.rows import FIELDS, Record, conversation_id
from api.schemas import ExportQuerySchema, ExportSchema
from api.weeks import named, week_sums

OPENING = "partial counts; shows nothing about anyone's intentions"

blp = Blueprint("export", __name__, description="Everything, to take away")


@blp.route("/export")
@token_required
@blp.arguments(ExportQuerySchema(), location="query")
@blp.response(200, ExportSchema())
@blp.alt_response(200, schema={"type": "string"}, content_type="text/csv")
def get_export(token: Token, query: dict[str, str]) -> Response:
    """Hand out everything this server holds of the account: every device's rows as JSON, or
    the sums of each week and conversation as CSV, which opens with a line that says what
    such counts cannot tell."""
    return _csv(token) if query["format"] == "csv" else _json(token)


def _json(token: Token) -> Response:
    erasures, weeks = store().export(token, now())
    rows = [_row(week, record) for week, records in weeks for record in records]
    rows.sort(key=lambda row: (row["day"], row["conversation"], row["device"]))
    return json_response({"account": token.account, "erasures": erasures, "rows": rows})


def _row(week: str, record: Record) -> dict[str, Any]:
    return {
        "day": (parse_week(week) + timedelta(days=record.weekday - 1)).isoformat(),
        "conversation": conversation_id(record.conversation),
        "device": record.device,
        "revision": record.revision,
        **named(record.counters),
    }


def _csv(token: Token) -> Response:
    weeks = living_weeks(now().date())
    _, blobs = store().read(token, weeks, now())
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow((OPENING,))
    writer.writerow(("week", "conversation", *FIELDS))
    for week, blob in zip(weeks, blobs, strict=True):
        found = sorted(week_sums(blob).items())
        writer.writerows((week, key, *sums) for key, sums in found if any(sums))
    headers = {"Content-Disposition": "attachment; filename=toward.csv"}
    return Response(out.getvalue(), mimetype="text/csv", headers=headers)
