"""Settings, from the environment. Each has a default that is right for one's own machine."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
MAX_BODY = 512 * 1024
_EXTENSION_ID = re.compile(r"[a-p]{32}")


class ConfigError(Exception):
    """A setting that cannot be; the message is one line that says what to do."""


def utc_now() -> datetime:
    return datetime.now(UTC)


def from_env(env: Mapping[str, str]) -> dict[str, Any]:
    """The app's settings. Raises ConfigError."""
    return {
        "API_TITLE": "Toward",
        "API_VERSION": "1",
        "OPENAPI_VERSION": "3.1.0",
        "OPENAPI_URL_PREFIX": "/",
        "MAX_CONTENT_LENGTH": MAX_BODY + 1,  # one more, to see what a chunked body has beyond
        "STORE_URL": env.get("REDIS_URL", ""),
        "EXTENSION_IDS": _extension_ids(env.get("TOWARD_EXTENSION_IDS", "")),
        "RATELIMIT_ENABLED": env.get("TOWARD_RATELIMIT", "on") != "off",
        "NUDGES": ROOT / "nudges",
        "ADAPTERS": ROOT / "extension" / "adapters",
        "CLOCK": utc_now,
    }


def _extension_ids(text: str) -> list[str]:
    ids = [part for part in re.split(r"[,\s]+", text) if part]
    for name in ids:
        if not _EXTENSION_ID.fullmatch(name):
            raise ConfigError(
                f"TOWARD_EXTENSION_IDS: {name!r} is no extension id; "
                "write 32 letters from a to p, several with commas between."
            )
    return ids
