"""What a hostile page could see of an extension: watched from the page's own world."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page

WATCH = Path(__file__).with_name("watch.js")


def watch(page: Page) -> None:
    """From the next load on."""
    page.add_init_script(path=WATCH)


def watch_events(page: Page) -> None:
    """Listen, as an early listener of the page would, for what is done in a card."""
    page.evaluate("() => window.__watchEvents()")


def signs(page: Page, base: str) -> list[str]:
    """What the page has seen so far; `base` is the address of the extension."""
    found: list[str] = page.evaluate("() => window.__signs")
    loaded = page.evaluate("() => performance.getEntriesByType('resource').map(({ name }) => name)")
    found += [f"resource {name}" for name in loaded if name.startswith(base)]
    globals_ = page.evaluate("() => window.__newGlobals()")
    found += [f"global {name}" for name in globals_ if "toward" in name.lower()]
    return found


def card_text(page: Page) -> str | None:
    """The words on a shown card, which the page itself cannot reach; None: there is no card."""
    session = page.context.new_cdp_session(page)
    try:
        return _card_text(session)
    finally:
        session.detach()


def click_card(page: Page, words: str) -> None:
    """Click the button of the card that says `words`, with the real mouse."""
    session = page.context.new_cdp_session(page)
    try:
        button = next(node for node in _nodes(_shadow(session) or {}) if _is_button(node, words))
        model = session.send("DOM.getBoxModel", {"backendNodeId": button["backendNodeId"]})["model"]
        left, top, _, _, right, bottom, _, _ = model["content"]
        page.mouse.click((left + right) / 2, (top + bottom) / 2)
    finally:
        session.detach()


def _card_text(session: CDPSession) -> str | None:
    shadow = _shadow(session)
    if shadow is None:
        return None
    return " ".join(word for word in map(_own_words, _nodes(shadow)) if word)


def _shadow(session: CDPSession) -> dict[str, Any] | None:
    """The closed shadow root below html: a page's own scripts cannot reach it."""
    root = session.send("DOM.getDocument", {"depth": -1, "pierce": True})["root"]
    html = next(node for node in root["children"] if node["nodeName"] == "HTML")
    roots = [one for node in html.get("children", []) for one in node.get("shadowRoots", [])]
    return next((one for one in roots if one["shadowRootType"] == "closed"), None)


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if node.get("nodeName") == "STYLE":
        return
    yield node
    for child in node.get("children", []):
        yield from _nodes(child)


def _own_words(node: dict[str, Any]) -> str:
    return str(node["nodeValue"]).strip() if node["nodeName"] == "#text" else ""


def _is_button(node: dict[str, Any], words: str) -> bool:
    return node.get("nodeName") == "BUTTON" and words in map(_own_words, _nodes(node))
