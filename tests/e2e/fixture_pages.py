"""The adapters' invented pages in a real browser, at the addresses that they are made for."""

import contextlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Playwright, Route

from tests.e2e.fixture_data import (
    NAMES,
    adapter_data,
    adapter_of,
    data_of,
    expected_of,
    experimental,
    html_of,
    is_included,
    origin,
    origins,
    refs_by_hand,
)
from tests.e2e.toward import Toward, toward
from tests.e2e.watched import watch_reads
from tests.lab.process import LabError, wait_until

CHANGE = Path(__file__).with_name("fixture_page.js").read_text().strip().rstrip(";")
ADD = Path(__file__).with_name("fixture_rows.js").read_text().strip().rstrip(";")
DISCORD_EPOCH_MS = 1_420_070_400_000

# Everything that content scripts tell the background, as another page of the extension hears it.
HEAR = """() => {
  window.heard = [];
  chrome.runtime.onMessage.addListener(({ name, request }, { tab }) => {
    if (tab) heard.push({ name, request, tab: tab.id });
  });
}"""


# One after the other, as a person does.
ALL = """async (messages) => {
  const answers = [];
  for (const message of messages) answers.push(await chrome.runtime.sendMessage(message));
  return answers;
}"""
TABS = "() => chrome.tabs.query({}).then((tabs) => tabs.map(({ id }) => id))"
LOG = """([tab, name]) =>
  heard.filter((one) => one.tab === tab && one.name === name).map(({ request }) => request)"""
ORDER = "([tab, name]) => chrome.tabs.sendMessage(tab, { name })"
SELVES = "(selves) => chrome.storage.local.set({ selves })"


@contextmanager
def reading(playwright: Playwright, build: Path) -> Iterator[Toward]:
    """A browser that counts on the hosts of all fixtures, its reads watched."""
    with toward(playwright, build) as browser:
        watch_reads(browser)
        browser.own.evaluate(HEAR)
        browser.send("page:consent", to="count", given=True)
        browser.send("page:settings", change={"experimental": sorted(experimental())})
        for origin in origins():
            browser.send("page:site-on", origin=origin)
        yield browser


def serve(page: Page, name: str) -> None:
    """Answer the navigations of this page with a fixture's text, and nothing else."""
    text = _with_storage(html_of(name), expected_of(name).get("storage", {}))

    def answer(route: Route) -> None:
        if route.request.is_navigation_request():
            route.fulfill(body=text, content_type="text/html; charset=utf-8")
        else:
            route.abort()

    page.route("**/*", answer)


def _with_storage(html: str, stored: Mapping[str, str]) -> str:
    script = "".join(
        f"localStorage.setItem({json.dumps(key)}, {json.dumps(value)});"
        for key, value in stored.items()
    )
    return html.replace("<head>", f"<head><script>{script}</script>", 1) if script else html


class FixturePage:
    """A fixture in a tab, with a script of its own if need be; and what is told of it meanwhile."""

    def __init__(self, browser: Toward, name: str, script: str = "") -> None:
        self.browser = browser
        self.name = name
        self._own = browser.own
        before = set(self._own.evaluate(TABS))
        self.page = browser.context.new_page()
        (self.tab,) = set(self._own.evaluate(TABS)) - before
        serve(self.page, name)
        self.page.add_init_script(script)
        self._open()

    def _open(self) -> None:
        """Load it, with what Toward has learned of the person's own ids before."""
        expected = expected_of(self.name)
        self._own.evaluate(SELVES, self._selves(expected))
        self.page.goto(expected["url"])
        wait_until(lambda: self.heard("content:hello") != [], f"Toward on {self.name}")

    def _selves(self, expected: Any) -> dict[str, str]:
        if "self" not in expected:
            return {}
        adapter = adapter_data(self.name)
        host = origin(expected["url"]) if adapter["scope"] == "host" else ""
        return {f"{adapter_of(self.name)} {host} ": expected["self"]}

    def heard(self, message: str) -> list[Any]:
        """The requests of this name that its content script has sent so far."""
        told: list[Any] = self._own.evaluate(LOG, [self.tab, message])
        return told

    def ask(self, order: str) -> Any:
        """Send an order to the content script of the page, as the background does."""
        return self._own.evaluate(ORDER, [self.tab, order])

    def refs(self) -> dict[str, Any]:
        """The conversations that were recognised, by their ids; the last word on each."""
        return {one["ref"]["conversation"]: one for one in self.heard("content:conversation")}

    def told(self) -> dict[str, tuple[int, int]]:
        """Messages sent and received by conversation: keys, with the last direction of each."""
        keys: dict[str, dict[str, str | None]] = {}
        for delivery in self.heard("content:rows"):
            known = keys.setdefault(delivery["ref"]["conversation"], {})
            for stretch in delivery["stretches"]:
                known |= {row["key"]: row["direction"] for row in stretch["rows"]}
        return {id_: _counts(known) for id_, known in keys.items()}

    def change(self, changes: list[Any]) -> None:
        self.page.evaluate(CHANGE, changes)

    def add(self, way: str, n: int) -> None:
        """A new message of now, `in` or `out`, of this number."""
        adapter = adapter_data(self.name)
        row, box = adapter["row"], adapter["conversation"]["box"]
        skip = [part for part in (row.get("exclude"), row.get("pending")) if part]
        spec = {"box": box, "row": row["selector"], "skip": ", ".join(skip) or "never", "way": way}
        (conversation, *_) = expected_of(self.name)["conversations"]
        values = _values(n, conversation["id"], data_of(self.name, "data-simulate")["id"])
        self.page.evaluate(ADD, {**spec, "values": values})

    def close(self) -> None:
        self.page.close()


def _values(n: int, conversation: str, id_: str) -> dict[str, str]:
    now = datetime.now(UTC)
    ms = round(now.timestamp() * 1000)
    values = {"n": n, "n6": f"{n:06}", "s": ms // 1000, "ms": ms, "iso": now.isoformat()}
    values |= {"snowflake": ((ms - DISCORD_EPOCH_MS) << 22) + n, "conversation": conversation}
    texts = {name: str(value) for name, value in values.items()}
    return texts | {"id": id_.format_map(texts)}


def include(browser: Toward, pages: list[FixturePage]) -> None:
    """Choose every conversation that was recognised; its rows are then told."""
    _choose(browser, [one for page in pages for one in page.refs().values()])


def include_all(browser: Toward) -> None:
    """Choose every conversation of all fixtures whose account need not be read of the page."""
    _choose(browser, [one for name in NAMES if is_included(name) for one in refs_by_hand(name)])


def _choose(browser: Toward, found: list[Any]) -> None:
    messages = [_inclusion(one) for one in found]
    answers = browser.own.evaluate(ALL, messages)
    assert not any("failed" in answer for answer in answers), answers


def _inclusion(found: Any) -> Any:
    chat = {"label": None, "practice": False, "byTitle": False, "practiceNow": None}
    chat |= {"ref": found["ref"], "kind": found["kind"]}
    request = {"chat": chat, "name": None, "bond": None, "kind": found["kind"]}
    return {"name": "page:include", "request": request}


def _counts(directions: Mapping[str, str | None]) -> tuple[int, int]:
    counts = Counter(directions.values())
    return counts["out"], counts["in"]


def settled(what: Callable[[], Any], wanted: Any, timeout: float = 8) -> Any:
    """The value of `what()` as soon as it is as wanted, or what it is when time is up."""
    with contextlib.suppress(LabError):
        wait_until(lambda: what() == wanted, "the page to be read", timeout)
    return what()
