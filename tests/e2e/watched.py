"""What the content script reads of a page, watched from within its own world."""

import json
import subprocess
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.e2e.toward import Toward

ROOT = Path(__file__).resolve().parents[2]
WATCH = Path(__file__).with_name("watched_reads.js")
FILE = "watched-reads.js"

REGISTER = "(script) => chrome.scripting.registerContentScripts([script])"
ACTIVE = """() => chrome.tabs.query({ active: true, lastFocusedWindow: true })
  .then(([tab]) => tab.id)"""
ASK = "(tab) => chrome.tabs.sendMessage(tab, { name: 'test:reads' })"


def watched_build(out: Path, sites: list[str]) -> Path:
    """A test build for these match patterns, with the watch beside its content script.

    The content script itself is the one that is shipped: what watches it is a script of its own,
    which the browser puts into the same world before it.
    """
    command = ["node", "extension/build.mjs", "--grant", *sites, "--out", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    files = sorted((ROOT / "extension" / "adapters").glob("*.json"))
    declared = json.dumps([json.loads(path.read_text()) for path in files])
    (out / FILE).write_text(f"globalThis.declaredAdapters = {declared};\n{WATCH.read_text()}")
    return out


def watch_reads(browser: Toward) -> None:
    """On all sites that the build may read, from the next load on."""
    sites = browser.own.evaluate("() => chrome.runtime.getManifest().host_permissions")
    script = {"id": "watch", "js": [FILE], "runAt": "document_start", "matches": sites}
    browser.own.evaluate(REGISTER, script)


def tab_of(browser: Toward, page: Page) -> int:
    page.bring_to_front()
    return int(browser.own.evaluate(ACTIVE))


def reads(browser: Toward, tab: int) -> Any:
    """`{isFirst, reads: {what: times}, breaches: [what of which element]}` since the last load."""
    return browser.own.evaluate(ASK, tab)
