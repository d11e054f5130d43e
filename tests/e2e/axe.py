"""What axe-core finds on a page, in a line each: the rule, the element, what to do."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.e2e.popup import Popup

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "extension" / "node_modules" / "axe-core" / "axe.min.js"
RUN = "axe.run(document, { resultTypes: ['violations'] })"
SCHEMES = ("light", "dark")


def on_page(page: Page) -> list[str]:
    """All violations in both colour schemes. Injected, since the pages' CSP takes no script tag."""
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += [f"{scheme}: {line}" for line in _found_by(page.evaluate)]
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    return found


def in_popup(popup: Popup) -> list[str]:
    """The same of the popup, as the browser shows it."""
    return _found_by(popup.evaluate)


def _found_by(evaluate: Callable[[str], Any]) -> list[str]:
    evaluate(f"{SOURCE.read_text()}; 0")
    return [
        f"{violation['id']}: {node['html']} {node['failureSummary']}"
        for violation in evaluate(RUN)["violations"]
        for node in violation["nodes"]
    ]
