"""Prosody's data folder as files: accounts, mutual contacts, and an archive of old messages."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.lab.lua import Lua, literal

DOMAIN = "localhost"
PASSWORD = "lab-only-pw"
PEOPLE = ("alice", "bob", "carol")
ROOM = f"room@rooms.{DOMAIN}"


@dataclass(frozen=True)
class OldMessage:
    """One message of an archive: account names, a time in whole seconds (UTC-aware), the text."""

    sender: str
    to: str
    at: datetime
    text: str


def jid(name: str) -> str:
    return f"{name}@{DOMAIN}"


def write_people(data: Path) -> None:
    """Accounts for PEOPLE, each with all others as mutual contacts."""
    for name in PEOPLE:
        _write(data, "accounts", name, {"password": PASSWORD})
        contacts: dict[str, Lua] = {
            jid(other): _contact(other) for other in PEOPLE if other != name
        }
        _write(data, "roster", name, contacts)


def write_archive(data: Path, messages: Sequence[OldMessage]) -> None:
    """Put messages, oldest first, into the archives of both who wrote and who received them."""
    for message in messages:
        item = _archived(message)
        for owner, other in ((message.sender, message.to), (message.to, message.sender)):
            _append(data, owner, {**item, "with": jid(other), "key": uuid.uuid4().hex})


def _contact(name: str) -> dict[str, Lua]:
    return {"subscription": "both", "name": name.capitalize(), "groups": {}}


def _archived(message: OldMessage) -> dict[str | int, Lua]:
    at = message.at.astimezone(UTC)
    attributes = {
        "type": "chat",
        "from": f"{jid(message.sender)}/old",
        "to": jid(message.to),
        "id": uuid.uuid4().hex,
        "stamp": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    body: dict[str | int, Lua] = {"name": "body", "attr": {}, 1: message.text}
    return {"name": "message", "attr": attributes, "when": int(at.timestamp()), 1: body}


def _file(data: Path, store: str, name: str) -> Path:
    folder = data / DOMAIN / store
    folder.mkdir(parents=True, exist_ok=True)
    return folder / name


def _write(data: Path, store: str, name: str, value: Lua) -> None:
    _file(data, store, f"{name}.dat").write_text(f"return {literal(value)};\n")


def _append(data: Path, owner: str, item: Lua) -> None:
    with _file(data, "archive", f"{owner}.list").open("a") as archive:
        archive.write(f"item({literal(item)});\n")
