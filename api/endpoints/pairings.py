from typing import Any

from api.auth import Token, new_token, token_required
from api.blueprint import Blueprint, now, store
from api.limits import CLAIMS, limiter
from api.schemas import (
    ClaimedSchema,
    ErrorSchema,
    LookupSchema,
    PairingRequestSchema,
    PairingSchema,
)
from api.store import PAIRING

blp = Blueprint("pairings", __name__, description="Adding another browser")


@blp.route("/pairings", methods=["POST"])
@token_required
@blp.arguments(PairingRequestSchema())
@blp.response(201, PairingSchema())
@blp.alt_response(409, schema=ErrorSchema, description="No device number is left")
def create_pairing(token: Token, body: dict[str, str]) -> dict[str, int]:
    """Leave something sealed for another browser, for ten minutes and one use. A pairing of
    this account that was open before ends."""
    store().pair(token, body["lookup"], body["sealed"], now())
    return {"expires_in": PAIRING}


@blp.route("/pairings/claim", methods=["POST"])
@limiter.limit(CLAIMS)
@blp.arguments(LookupSchema())
@blp.response(201, ClaimedSchema())
@blp.alt_response(404, schema=ErrorSchema, description="Wrong, late or used: it is not told which")
@blp.alt_response(429, schema=ErrorSchema, description="Too many tries from this address")
def claim_pairing(body: dict[str, str]) -> dict[str, Any]:
    """Join an account as another device. The token is shown this once."""
    account = store().paired_account(body["lookup"])
    text, token = new_token(account)
    device, sealed = store().claim(token, body["lookup"], now())
    return {"account": account, "device": device, "token": text, "sealed": sealed}
