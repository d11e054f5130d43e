"""What the adapters' fixtures say of themselves, and the adapters that they are for."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ADAPTERS = Path(__file__).resolve().parents[2] / "extension" / "adapters"
NAMES = sorted(path.name for path in ADAPTERS.glob("*.fixture.html"))


@cache
def html_of(name: str) -> str:
    return (ADAPTERS / name).read_text()


@cache
def data_of(name: str, mark: str) -> Any:
    found = re.search(rf"<script[^>]*{mark}[^>]*>(.*?)</script>", html_of(name), re.DOTALL)
    assert found, f"{name} has no {mark}: write it as the other fixtures do."
    return json.loads(found[1])


def expected_of(name: str) -> Any:
    """The counts by hand: `{url, conversations, self?, storage?, then?}`."""
    return data_of(name, "data-expected")


def adapter_of(name: str) -> str:
    return name.split(".", maxsplit=1)[0]


@cache
def adapter_data(name: str) -> Any:
    """The adapter that a fixture is for."""
    return json.loads((ADAPTERS / f"{adapter_of(name)}.json").read_text())


def experimental() -> set[str]:
    """Adapters that only count where the person chose them."""
    return {adapter_of(one) for one in NAMES if adapter_data(one)["status"] == "experimental"}


def origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname}"


def origins() -> list[str]:
    return sorted({origin(expected_of(name)["url"]) for name in NAMES})


def sites() -> list[str]:
    """Match patterns of all fixtures' hosts."""
    return [f"{one}/*" for one in origins()]


def by_hand(conversations: list[Any]) -> dict[str, tuple[int, int]]:
    return {one["id"]: (one["sent"], one["received"]) for one in conversations}


def refs_by_hand(name: str) -> list[Any]:
    expected = expected_of(name)
    host = origin(expected["url"]) if adapter_data(name)["scope"] == "host" else ""
    ref = {"adapter": adapter_of(name), "host": host, "account": ""}
    return [
        {"ref": {**ref, "conversation": one["id"]}, "kind": one["kind"]}
        for one in expected["conversations"]
    ]


def is_included(name: str) -> bool:
    """Whether `include_all` chose its conversations."""
    return "account" not in adapter_data(name)
