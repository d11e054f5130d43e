"""The Chromium of the tests: Debian's, headless, kept on loopback."""

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


def executable() -> str:
    """The path of the browser, installed if need be."""
    return debian_program("chromium")
