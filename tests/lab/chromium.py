"""The Chromium of the tests: Debian's where there is apt, headless, kept on loopback."""

import functools
import shutil
import subprocess
import sys

from tests.lab.install import debian_program

FLAGS = [
    "--headless=new",
    "--no-sandbox",  # Chromium refuses to run as root without it
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]


@functools.cache
def executable() -> str | None:
    """The path of the browser, installed if need be; None: the one that Playwright brings."""
    if shutil.which("chromium") or shutil.which("apt-get"):
        return debian_program("chromium")
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)
    return None
