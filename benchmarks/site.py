"""The replay page on two names of this machine: the reader is switched on for one of them."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

HERE = Path(__file__).parent
EXTENSION = HERE.parent / "extension"
ESBUILD = EXTENSION / "node_modules" / ".bin" / "esbuild"
READ, UNREAD = "127.0.0.1", "localhost"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the screen is for figures."""


def build_extension(out: Path) -> Path:
    grant = ["--grant", f"http://{READ}/*"]
    command = ["node", str(EXTENSION / "build.mjs"), *grant, "--out", str(out)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return out


def _write_site(folder: Path) -> None:
    for name in ("replay.html", "replay.js"):
        shutil.copy(HERE / name, folder)
    source, out = HERE / "observer.mjs", folder / "observer.js"
    options = ["--bundle", "--format=esm", "--log-level=warning", f"--outfile={out}"]
    subprocess.run([str(ESBUILD), str(source), *options], check=True)


@contextmanager
def serving_replay() -> Iterator[int]:
    """Gives the port on which the page is at /replay.html."""
    with tempfile.TemporaryDirectory() as folder:
        _write_site(Path(folder))
        server = ThreadingHTTPServer((READ, 0), partial(Quiet, directory=folder))
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()
            server.server_close()
