"""A card whose root is opened by the test, to look into it: nothing in the build knows of that."""

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page

from tests.e2e.conftest import ROOT
from tests.lab.chat_page import ChatPage
from tests.lab.process import LabError, wait_until

AXE = ROOT / "extension" / "node_modules" / "axe-core" / "axe.min.js"
LOOK = Path(__file__).with_name("opened_card.js")

# In the extension's own world, which no page reaches: the next card is made with an open root.
OPEN_ROOTS = """(() => {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    return attach.call(this, { ...init, mode: 'open' });
  };
})()"""
RUN_AXE = """() => axe.run(__card.card(), { rules: { region: { enabled: false } } })
  .then(({ violations, passes }) => ({
    passes: passes.length,
    violations: violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
  }))"""


def open_next_card(page: Page) -> None:
    """Before the card comes, and after the page has loaded."""
    session = page.context.new_cdp_session(page)
    world = _own_world(session)
    session.send("Runtime.evaluate", {"expression": OPEN_ROOTS, "contextId": world})
    session.detach()
    page.add_script_tag(path=LOOK)
    page.add_script_tag(path=AXE)


def _own_world(session: CDPSession) -> int:
    """The id of the world in which the extension's content script runs."""
    worlds: list[Mapping[str, Any]] = []
    session.on("Runtime.executionContextCreated", lambda event: worlds.append(event["context"]))
    session.send("Runtime.enable")
    own = [one["id"] for one in worlds if one["origin"].startswith("chrome-extension://")]
    return int(own[0])


class OpenedCard:
    """The card on a chat page, as it is drawn."""

    def __init__(self, chat: ChatPage) -> None:
        self.chat, self.page = chat, chat.page

    def wait_until_shown(self) -> None:
        self.page.wait_for_function("() => __card.card()?.matches('.card:not(.waiting)')")

    def is_there(self) -> bool:
        return bool(self.page.evaluate("() => Boolean(__card.card())"))

    def look(self) -> Any:
        """Boxes of card, composer (with its buttons) and newest message, and the window's size."""
        return self.page.evaluate("(of) => __card.look(of)", [self.chat.composer, self.chat.row])

    def wait_until_well_placed(self, *, is_strip: bool | None = None) -> Any:
        """Whole in the window, beside composer and newest message; a failure says where all is."""
        with contextlib.suppress(LabError):
            wait_until(lambda: not faults(self.look(), is_strip), "the card's place", timeout=5)
        found = self.look()
        assert faults(found, is_strip) == [], found
        return found

    def style(self, name: str) -> str:
        return str(self.page.evaluate("(name) => __card.style(name)", name))

    def texts(self, selector: str) -> list[str]:
        found: list[str] = self.page.evaluate("(which) => __card.texts(which)", selector)
        return found

    def click(self, selector: str) -> None:
        self.page.evaluate("(which) => __card.click(which)", selector)

    def button_edges(self) -> set[str]:
        """Width and style of the answers' borders."""
        return set(self.page.evaluate("() => __card.edges()"))

    def right_edges(self, *selectors: str) -> set[bool]:
        """Whether these reach to the card's right edge."""
        return set(self.page.evaluate("(which) => __card.rights(which)", list(selectors)))

    def focused(self) -> str:
        """What has the focus in the card, or else on the page."""
        return str(self.page.evaluate("() => __card.focused()"))

    def set_letter_size(self, px: int) -> None:
        """As set in the browser, for pages that do not ask for another."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("Page.setFontSizes", {"fontSizes": {"standard": px}})
        session.detach()

    def status_in_accessibility_tree(self) -> tuple[str, list[str]]:
        """How urgently the card's live region is told, and the texts in it."""
        session = self.page.context.new_cdp_session(self.page)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        session.detach()
        by_id = {node["nodeId"]: node for node in nodes}
        status = next(one for one in nodes if _role(one) == "status" and _live(one))
        return _live(status), [text for text in _texts(status, by_id) if text]

    def assert_accessible(self) -> None:
        """No violations of axe's rules, those of best practice included."""
        found = self.page.evaluate(RUN_AXE)
        assert found["violations"] == []
        assert found["passes"] > 5  # it did look


def _role(node: Mapping[str, Any]) -> str:
    return str(node.get("role", {}).get("value", ""))


def _live(node: Mapping[str, Any]) -> str:
    values = [one["value"]["value"] for one in node.get("properties", []) if one["name"] == "live"]
    return str(values[0]) if values else ""


def _texts(node: Mapping[str, Any], by_id: Mapping[str, Mapping[str, Any]]) -> list[str]:
    if _role(node) == "StaticText":
        return [str(node["name"]["value"])]
    children = [by_id[one] for one in node.get("childIds", []) if one in by_id]
    return [text for child in children for text in _texts(child, by_id)]


def faults(found: Any, is_strip: bool | None) -> list[str]:
    """What is wrong with the card's place; `is_strip` None: it may be a strip or not."""
    card, window = found["card"], found["window"]
    inside = card["left"] >= 0 and card["top"] >= 0
    inside &= card["right"] <= window["width"] and card["bottom"] <= window["height"]
    named = {
        "not wholly in the window": not inside,
        "over the composer": overlap(card, found["composer"]),
        "over the newest message": overlap(card, found["newest"]),
        "wider than there is room": found["overflows"],
        "a strip or not": is_strip not in (None, found["isStrip"]),
    }
    return [name for name, is_so in named.items() if is_so]


def overlap(a: Mapping[str, float], b: Mapping[str, float]) -> bool:
    beside = a["right"] <= b["left"] or b["right"] <= a["left"]
    above = a["bottom"] <= b["top"] or b["bottom"] <= a["top"]
    return not (beside or above)
