"""Synapse with the accounts alice, bob and carol, their direct rooms and a room for all."""

import base64
import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.lab.install import synapse_python
from tests.lab.matrix_api import MatrixApi
from tests.lab.process import HOST, Server
from tests.lab.prosody_data import OldMessage

DOMAIN = "localhost"
PASSWORD = "lab-only-pw"
USER = "alice"
PEOPLE = ("bob", "carol")
ROOM = "Room"
SECRET = "lab-only-secret"
HISTORY_TOKEN = "lab-only-history"
# A script of the lab may write as anyone, with the time that it names: so old messages come in.
HISTORY_WRITER = {
    "id": "history",
    "url": None,
    "as_token": HISTORY_TOKEN,
    "hs_token": secrets.token_hex(),
    "sender_localpart": "history",
    "namespaces": {"users": [{"regex": f"@.*:{DOMAIN}", "exclusive": False}]},
}
NO_LIMIT = {"per_second": 1e6, "burst_count": 1e6}
LIMITS = {
    "rc_message": NO_LIMIT,
    "rc_login": {"address": NO_LIMIT, "account": NO_LIMIT, "failed_attempts": NO_LIMIT},
    "rc_joins": {"local": NO_LIMIT},
    "rc_invites": {"per_room": NO_LIMIT, "per_user": NO_LIMIT, "per_issuer": NO_LIMIT},
    "rc_room_creation": NO_LIMIT,
}


def user_id(name: str) -> str:
    return f"@{name}:{DOMAIN}"


class Synapse(Server):
    """A Matrix server on loopback with SQLite: nobody can register, no other server is asked.

    `rooms` has the room id of each direct room of alice, by the other's name, and of ROOM.
    """

    name = "synapse"

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__(folder)
        self.rooms: dict[str, str] = {}

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    def prepare(self) -> None:
        # JSON is YAML too.
        (self.folder / "homeserver.yaml").write_text(json.dumps(self._config()))
        (self.folder / "history.yaml").write_text(json.dumps(HISTORY_WRITER))
        seed = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        (self.folder / "signing.key").write_text(f"ed25519 lab {seed}\n")

    def start(self) -> None:
        """Start; the first time, return once the people and their rooms are there too."""
        super().start()
        if not self.rooms:
            self._make_people()

    def add_history(self, messages: Sequence[OldMessage]) -> None:
        """Send messages, oldest first, as if at their times; only while it is running."""
        for number, message in enumerate(messages):
            other = message.to if message.sender == USER else message.sender
            api = MatrixApi(self.url, HISTORY_TOKEN)
            at = round(message.at.timestamp() * 1000)
            as_sender = {"user_id": user_id(message.sender), "ts": str(at)}
            api.say(self.rooms[other], message.text, f"old-{at}-{number}", **as_sender)

    def command(self) -> list[str]:
        config = str(self.folder / "homeserver.yaml")
        return [str(synapse_python()), "-m", "synapse.app.homeserver", "-c", config]

    def environment(self) -> dict[str, str]:
        # Without byte code kept each start takes seconds more.
        return {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}

    def _make_people(self) -> None:
        for name in (USER, *PEOPLE):
            self._register(name)
        alice = MatrixApi.login(self.url, user_id(USER), PASSWORD)
        for name in PEOPLE:
            direct = {"preset": "trusted_private_chat", "is_direct": True}
            self.rooms[name] = self._make_room(alice, [name], **direct)
        kept = {user_id(name): [self.rooms[name]] for name in PEOPLE}
        alice.put(f"/user/{user_id(USER)}/account_data/m.direct", kept)
        self.rooms[ROOM] = self._make_room(alice, list(PEOPLE), name=ROOM, preset="private_chat")

    def _make_room(self, alice: MatrixApi, others: list[str], **options: Any) -> str:
        invited = {"invite": [user_id(name) for name in others]}
        room = str(alice.post("/createRoom", {**invited, **options})["room_id"])
        for name in others:
            history = MatrixApi(self.url, HISTORY_TOKEN)
            history.post(f"/rooms/{room}/join", {}, user_id=user_id(name))
        return room

    def _register(self, name: str) -> None:
        api = MatrixApi(self.url, prefix="/_synapse/admin/v1")
        nonce = api.get("/register")["nonce"]
        signed = f"{nonce}\0{name}\0{PASSWORD}\0notadmin".encode()
        mac = hmac.new(SECRET.encode(), signed, hashlib.sha1).hexdigest()
        account = {"nonce": nonce, "username": name, "displayname": name.capitalize()}
        api.post("/register", {**account, "password": PASSWORD, "admin": False, "mac": mac})

    def _config(self) -> dict[str, object]:
        return {
            "server_name": DOMAIN,
            "public_baseurl": f"{self.url}/",
            "pid_file": str(self.folder / "synapse.pid"),
            "signing_key_path": str(self.folder / "signing.key"),
            "media_store_path": str(self.folder / "media"),
            "listeners": [
                {
                    "type": "http",
                    "port": self.port,
                    "bind_addresses": [HOST],
                    "resources": [{"names": ["client"]}],
                }
            ],
            "database": {
                "name": "sqlite3",
                "args": {"database": str(self.folder / "synapse.db")},
            },
            "app_service_config_files": [str(self.folder / "history.yaml")],
            "enable_registration": False,
            "registration_shared_secret": SECRET,
            "federation_domain_whitelist": [],
            "trusted_key_servers": [],
            "report_stats": False,
            "bcrypt_rounds": 4,
            "presence": {"enabled": False},
            **LIMITS,
        }
