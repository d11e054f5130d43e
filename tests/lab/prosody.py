"""Prosody with the accounts alice, bob and carol, and the Converse.js page that it serves."""

from collections.abc import Sequence
from pathlib import Path
from string import Template

from tests.lab.install import HERE, debian_program, npm_folder
from tests.lab.process import HOST, Server, answers, free_port
from tests.lab.prosody_data import OldMessage, write_archive, write_people

# Prosody looks a type up between a newline and a space.
MIME_TYPES = "\ntext/javascript js \napplication/wasm wasm \nfont/woff2 woff2 \n"


class Prosody(Server):
    """An XMPP server on loopback. `url` is the chat page, `c2s_port` is for scripted clients.

    Old messages are written with `add_history` before the server starts, or while it is stopped.
    """

    name = "prosody"

    def __init__(self, history: Sequence[OldMessage] = (), folder: Path | None = None) -> None:
        super().__init__(folder)
        self.c2s_port = free_port()
        self.history = history

    @property
    def origin(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def url(self) -> str:
        """The page; `?view=overlayed` shows the chats as boxes over it."""
        return f"{self.origin}/"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def prepare(self) -> None:
        self._write_config()
        self._write_page()
        write_people(self.data)
        self.add_history(self.history)

    def add_history(self, messages: Sequence[OldMessage]) -> None:
        """Append to the archives of both people; only while the server is not running."""
        write_archive(self.data, messages)

    def command(self) -> list[str]:
        config = str(self.folder / "prosody.cfg.lua")
        return [debian_program("prosody"), "--config", config, "-F"]

    def ready(self) -> bool:
        return answers(self.port) and answers(self.c2s_port)

    def _write_config(self) -> None:
        template = Template((HERE / "prosody.cfg.lua").read_text())
        config = template.substitute(
            folder=self.folder, http_port=self.port, c2s_port=self.c2s_port
        )
        (self.folder / "prosody.cfg.lua").write_text(config)
        (self.folder / "mime.types").write_text(MIME_TYPES)

    def _write_page(self) -> None:
        dist = npm_folder("converse.js") / "dist"
        www = self.folder / "www"
        www.mkdir()
        (www / "index.html").write_text((HERE / "converse.html").read_text())
        (www / "dist").symlink_to(dist)
        # Converse asks for this one at the root, wherever its other files are.
        (www / "curve25519_compiled.wasm").symlink_to(dist / "curve25519_compiled.wasm")
