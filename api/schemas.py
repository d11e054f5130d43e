"""The shapes that go in and out. Unknown fields and numbers that are not whole are refused."""

from collections.abc import Mapping
from typing import Any

import marshmallow as ma
from marshmallow import fields, validate

MAX_COUNT = 65535
MAX_SEALED = 8192
MAX_DEVICES = 255


def _count() -> fields.Integer:
    return fields.Integer(required=True, strict=True, validate=validate.Range(min=0, max=MAX_COUNT))


class RowSchema(ma.Schema):
    """The counts of one conversation on one day."""

    sent = _count()
    received = _count()
    opened_by_me = _count()
    opened_by_them = _count()
    turns_sent = _count()
    turns_sent_answered = _count()
    turns_received = _count()
    turns_received_answered = _count()

    @ma.validates_schema
    def possible(self, row: Mapping[str, int], **_: Any) -> None:
        """answered <= turns <= messages and openings <= turns, on each side."""
        if not is_possible(**row):
            raise ma.ValidationError(
                "Impossible: on each side answered and opened are at most the turns, "
                "and turns at most the messages."
            )


def is_possible(
    sent: int,
    received: int,
    opened_by_me: int,
    opened_by_them: int,
    turns_sent: int,
    turns_sent_answered: int,
    turns_received: int,
    turns_received_answered: int,
) -> bool:
    return (
        turns_sent_answered <= turns_sent <= sent
        and turns_received_answered <= turns_received <= received
        and opened_by_me <= turns_sent
        and opened_by_them <= turns_received
    )


class ErasuresSchema(ma.Schema):
    erasures = fields.Integer(
        required=True, metadata={"description": "The number of the last erasure."}
    )


class MarkSchema(ma.Schema):
    """One erasure, of a day or of a conversation."""

    number = fields.Integer(required=True)
    day = fields.Date()
    conversation = fields.String()


class ErrorSchema(ma.Schema):
    """Every 4xx and 5xx."""

    code = fields.Integer(required=True)
    status = fields.String(required=True)
    message = fields.String(required=True)
    errors = fields.Dict(
        metadata={"description": "What is at fault, by place; rows by conversation."}
    )


class ErasedSchema(ErrorSchema):
    """Erase these here first, then try again with the last number."""

    marks = fields.List(fields.Nested(MarkSchema), required=True)


class HealthSchema(ma.Schema):
    status = fields.String(required=True, validate=validate.Equal("ok"))
    store = fields.String(required=True, validate=validate.OneOf(["ok", "away"]))


class ConsentSchema(ma.Schema):
    version = fields.Integer(required=True)
    text = fields.String(required=True)


class AccountRequestSchema(ma.Schema):
    consent = fields.Integer(
        required=True,
        strict=True,
        metadata={"description": "The version of the consent that the person gave."},
    )


class AccountSchema(ma.Schema):
    account = fields.String(required=True)
    device = fields.Integer(required=True)
    token = fields.String(required=True, metadata={"description": "Shown this once."})


class LookupSchema(ma.Schema):
    """What both browsers make of a code; the code itself, and the key in it, are not sent."""

    lookup = fields.String(
        required=True,
        validate=validate.Regexp(
            r"[A-Za-z0-9_-]{22}\Z", error="Not a lookup id: 22 characters of base64url, 16 bytes."
        ),
        metadata={"description": "22 characters of base64url, 16 bytes."},
    )


class PairingRequestSchema(LookupSchema):
    """What one browser leaves here for another."""

    sealed = fields.String(
        required=True,
        validate=[
            validate.Length(min=1, max=MAX_SEALED),
            validate.Regexp(r"[A-Za-z0-9_-]+={0,2}\Z", error="Not base64url."),
        ],
        metadata={"description": "For the other browser alone, under a key that is not sent."},
    )


class PairingSchema(ma.Schema):
    expires_in = fields.Integer(
        required=True, metadata={"description": "For how many seconds the code can be used."}
    )


class ClaimedSchema(AccountSchema):
    sealed = fields.String(required=True, metadata={"description": "As it was left."})


class DeviceSchema(ma.Schema):
    """A browser that can read and write the account's counts."""

    id = fields.Integer(required=True, metadata={"minimum": 1, "maximum": MAX_DEVICES})
    created = fields.DateTime(required=True, metadata={"description": "In UTC."})
    last_upload = fields.DateTime(
        required=True, allow_none=True, metadata={"description": "In UTC; null: none yet."}
    )


class DevicesSchema(ma.Schema):
    devices = fields.List(fields.Nested(DeviceSchema), required=True)


class PointSchema(RowSchema):
    """The sums of one week."""

    week = fields.String(required=True)


class ConversationSchema(ma.Schema):
    days = fields.Dict(keys=fields.Date(), values=fields.Nested(RowSchema), required=True)
    sums = fields.Nested(RowSchema, required=True)
    trend = fields.List(fields.Nested(PointSchema), required=True)
    parts = fields.List(
        fields.Date(),
        metadata={
            "description": "Only when asked for: days of which devices tell different numbers."
        },
    )


class WeekSchema(ma.Schema):
    week = fields.String(required=True)
    conversations = fields.Dict(
        keys=fields.String(), values=fields.Nested(ConversationSchema), required=True
    )
    totals = fields.Nested(RowSchema, required=True)
    trend = fields.List(fields.Nested(PointSchema), required=True)


class TrendSchema(ma.Schema):
    trend = fields.Integer(
        load_default=0,
        validate=validate.Range(min=0, max=52),
        metadata={"description": "How many weeks before this one to sum up."},
    )
    parts = fields.Boolean(
        load_default=False,
        metadata={"description": "Name the days of which devices tell different numbers."},
    )


class ExportQuerySchema(ma.Schema):
    format = fields.String(load_default="json", validate=validate.OneOf(["json", "csv"]))


class ExportRowSchema(RowSchema):
    day = fields.Date(required=True)
    conversation = fields.String(required=True)
    device = fields.Integer(required=True)
    revision = fields.Integer(required=True)


class ExportSchema(ma.Schema):
    account = fields.String(required=True)
    erasures = fields.Integer(required=True)
    rows = fields.List(fields.Nested(ExportRowSchema), required=True)


class LanguageSchema(ma.Schema):
    lang = fields.String(
        load_default="en",
        metadata={"description": "A language such as `de` or `pt-BR`; else English."},
    )


class NudgesSchema(ma.Schema):
    language = fields.String(required=True)
    nudges = fields.List(fields.Dict(), required=True)


class AdaptersSchema(ma.Schema):
    adapters = fields.List(fields.Dict(), required=True)
