from typing import Any

from api.auth import Token, new_token, token_required
from api.blueprint import Blueprint, now, refuse, store
from api.consent import VERSION
from api.limits import NEW_ACCOUNTS, limiter
from api.schemas import AccountRequestSchema, AccountSchema

blp = Blueprint("accounts", __name__, description="Opting in and out")
NOT_CURRENT = f"The current consent is version {VERSION}; see GET /v1/consent."


@blp.route("/accounts", methods=["POST"])
@limiter.limit(NEW_ACCOUNTS)
@blp.arguments(AccountRequestSchema())
@blp.response(201, AccountSchema())
def create_account(body: dict[str, int]) -> dict[str, Any]:
    """Opt in: make an account with one device. The token is shown this once."""
    if body["consent"] != VERSION:
        refuse("json", "consent", NOT_CURRENT)
    text, token = new_token()
    device = store().create(token, VERSION, now())
    return {"account": token.account, "device": device, "token": text}


@blp.route("/accounts/me", methods=["DELETE"])
@token_required
@blp.response(204)
def delete_account(token: Token) -> None:
    """Opt out: erase the account and everything it holds."""
    store().erase_account(token, now())
