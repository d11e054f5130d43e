"""Limits on the routes that need no token. Addresses are never kept: a limit's key is an HMAC
of the address under a salt that lives for a day, in this process only."""

import hmac
import math
import time
from functools import lru_cache
from secrets import token_bytes

from flask import Flask, current_app, request
from flask_limiter import Limiter

PUBLIC = "120 per minute"
NEW_ACCOUNTS = "20 per hour"
CLAIMS = "20 per hour"  # a code has 128 bits: this is not what keeps it from being guessed


@lru_cache(maxsize=1)
def _salt(_day: str) -> bytes:
    return token_bytes(32)


def address_key() -> str:
    """Another key each day for the same address."""
    day = current_app.config["CLOCK"]().date().isoformat()
    return hmac.digest(_salt(day), (request.remote_addr or "").encode(), "sha256").hex()


limiter = Limiter(key_func=address_key, storage_uri="memory://")


def retry_after() -> str:
    """Whole seconds until the limit that was just reached is open again."""
    limit = limiter.current_limit
    return str(max(1, math.ceil(limit.reset_at - time.time()))) if limit else "60"


def init_app(app: Flask) -> None:
    limiter.init_app(app)
