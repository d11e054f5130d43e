"""Tokens: made once, shown once, kept as a SHA-256 only."""

import re
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any, NamedTuple

from flask import request
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import Unauthorized

_TOKEN = re.compile(r"([A-Za-z0-9_-]{16})\.[A-Za-z0-9_-]{43}")
_SECURITY: dict[str, Any] = {"manual_doc": {"security": [{"token": []}]}}


class Token(NamedTuple):
    """What the store needs of a token: the account and the raw 32 bytes of its SHA-256."""

    account: str
    digest: bytes


def new_token(account: str | None = None) -> tuple[str, Token]:
    """The text to show once (an account of 96 bits, a secret of 256), and what is kept of it.
    Without an account, a new one."""
    account = account or token_urlsafe(12)
    text = f"{account}.{token_urlsafe(32)}"
    return text, Token(account, _digest(text))


def parse(header: str | None) -> Token:
    """The token of an `Authorization` header. Raises Unauthorized (401)."""
    scheme, _, text = (header or "").partition(" ")
    match = _TOKEN.fullmatch(text.strip())
    if scheme.lower() != "bearer" or not match:
        raise unauthorized()
    return Token(match[1], _digest(match[0]))


def unauthorized() -> Unauthorized:
    return Unauthorized(www_authenticate=WWWAuthenticate("Bearer", {"realm": "Toward"}))


def token_required(view: Callable[..., Any]) -> Callable[..., Any]:
    """Hands the token to the view as its first argument. The store checks it with the work."""

    @wraps(view)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return view(parse(request.headers.get("Authorization")), *args, **kwargs)

    wrapper._apidoc = {**getattr(view, "_apidoc", {}), **_SECURITY}  # type: ignore[attr-defined]
    return wrapper


def _digest(text: str) -> bytes:
    return sha256(text.encode()).digest()
