from datetime import UTC, datetime
from typing import Any

from api.auth import Token, token_required
from api.blueprint import Blueprint, now, refuse, store
from api.schemas import MAX_DEVICES, DevicesSchema, ErrorSchema
from api.store import Device

blp = Blueprint("devices", __name__, description="The browsers of an account")
NO_DEVICE = f"Not a device: a whole number from 1 to {MAX_DEVICES}."


@blp.route("/devices")
@token_required
@blp.response(200, DevicesSchema())
def get_devices(token: Token) -> dict[str, Any]:
    """List the browsers that can read these counts."""
    return {"devices": [_shown(device) for device in store().devices(token, now())]}


@blp.route("/devices/<device>", methods=["DELETE"])
@token_required
@blp.response(204)
@blp.alt_response(409, schema=ErrorSchema, description="It is the last one")
def revoke_device(token: Token, device: str) -> None:
    """Revoke a browser: its token ends at once, its rows stay. An open pairing ends too."""
    store().revoke(token, _number(device), now())


def _number(text: str) -> int:
    # its length first: of thousands of digits no number is made
    if not (
        len(text) <= 3 and text.isascii() and text.isdecimal() and 1 <= int(text) <= MAX_DEVICES
    ):
        refuse("path", "device", NO_DEVICE)
    return int(text)


def _shown(device: Device) -> dict[str, Any]:
    last = device.last_upload
    return {
        "id": device.number,
        "created": _time(device.created),
        "last_upload": None if last is None else _time(last),
    }


def _time(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
