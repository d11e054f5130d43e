"""Every invented page, laid out by a real browser, is read as it was counted by hand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Playwright

from tests.e2e.fixture_data import (
    NAMES,
    adapter_data,
    adapter_of,
    by_hand,
    expected_of,
    is_included,
    sites,
)
from tests.e2e.fixture_pages import FixturePage, include, include_all, reading, settled
from tests.e2e.toward import Toward
from tests.e2e.watched import reads, watched_build

AT_ONCE = 8
# One that tells its times in seconds, one in its ids, one exactly, and one that tells none.
COUNTED = ["telegram-k", "discord", "converse", "whatsapp"]


@dataclass
class Visit:
    """What one visit of a fixture gave."""

    kinds: dict[str, tuple[str, str]] = field(default_factory=dict)
    counts: list[dict[str, tuple[int, int]]] = field(default_factory=list)
    """At first, after `then`, and looked at once more."""
    status: Any = None
    reads: Any = None


@pytest.fixture(scope="module")
def browser(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Toward]:
    build = watched_build(tmp_path_factory.mktemp("fixtures") / "toward", sites())
    with reading(playwright, build) as running:
        include_all(running)
        yield running


@pytest.fixture(scope="module")
def visits(browser: Toward, request: pytest.FixtureRequest) -> dict[str, Visit]:
    """All fixtures that are asked for, visited a few at a time: most of a visit is waiting."""
    items = [item.name for item in request.session.items]
    names = [name for name in NAMES if any(f"[{name}]" in item for item in items)]
    groups = [names[at : at + AT_ONCE] for at in range(0, len(names), AT_ONCE)]
    return {name: one for group in groups for name, one in visit(browser, group).items()}


def visit(browser: Toward, names: list[str]) -> dict[str, Visit]:
    pages = [FixturePage(browser, name) for name in names]
    found = {page.name: Visit() for page in pages}
    for page in pages:
        found[page.name].kinds = recognised(page)
    include(browser, [page for page in pages if not is_included(page.name)])
    for page in pages:
        found[page.name].counts.append(counted(page, expected_of(page.name)))
    for page in pages:
        page.change(expected_of(page.name).get("then", {"change": []})["change"])
    for page in pages:
        finish(page, found[page.name])
    return found


def recognised(page: FixturePage) -> dict[str, tuple[str, str]]:
    """The adapter and the kind by conversation."""
    settled(lambda: set(page.refs()), set(by_hand(expected_of(page.name)["conversations"])))
    return {id_: (one["ref"]["adapter"], one["kind"]) for id_, one in page.refs().items()}


def counted(page: FixturePage, expected: Any) -> dict[str, tuple[int, int]]:
    counts: dict[str, tuple[int, int]] = settled(page.told, by_hand(expected["conversations"]))
    return counts


def finish(page: FixturePage, found: Visit) -> None:
    expected = expected_of(page.name)
    found.counts.append(counted(page, expected.get("then", expected)))
    settled(lambda: bool(page.ask("background:describe")["health"][0]["adapter"]), True)
    found.status = page.ask("background:describe")
    page.ask("background:refresh")
    found.counts.append(page.told())
    found.reads = reads(page.browser, page.tab)
    page.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_fixture_is_counted_as_by_hand(visits: dict[str, Visit], name: str) -> None:
    expected = expected_of(name)
    then = expected.get("then", expected)
    steps = (expected, then, then)
    kinds = {one["id"]: (adapter_of(name), one["kind"]) for one in expected["conversations"]}
    assert visits[name].kinds == kinds
    assert visits[name].counts == [by_hand(one["conversations"]) for one in steps]


@pytest.mark.parametrize("name", NAMES)
def test_the_popup_is_told_of_it_without_trouble(visits: dict[str, Visit], name: str) -> None:
    status = visits[name].status
    health = [(one["adapter"], one["trouble"]) for one in status["health"]]
    assert health == [(adapter_of(name), None)]
    chats = [(one["ref"]["conversation"], one["kind"]) for one in status["chats"]]
    wanted = [(one["id"], one["kind"]) for one in expected_of(name)["conversations"]]
    assert chats == wanted
    is_named = "label" in adapter_data(name)["conversation"]
    assert all(bool(one["label"]) == is_named for one in status["chats"])


@pytest.mark.parametrize("name", NAMES)
def test_nothing_undeclared_is_read_of_it(visits: dict[str, Visit], name: str) -> None:
    watched = visits[name].reads
    assert watched["isFirst"]
    assert watched["breaches"] == []
    # Who counted something has read something: the watch was awake.
    assert bool(watched["reads"]) or expected_of(name)["conversations"] == []


def counts(browser: Toward) -> tuple[int, int]:
    """Sent and received this week, all chats together."""
    sums = [one["sums"] for one in browser.week()["chats"]]
    return sum(one["sent"] for one in sums), sum(one["received"] for one in sums)


@pytest.mark.parametrize("adapter", COUNTED)
def test_what_comes_is_counted_and_what_was_there_is_not(browser: Toward, adapter: str) -> None:
    page = FixturePage(browser, f"{adapter}.fixture.html")
    recognised(page)
    counted(page, expected_of(page.name))
    sent, received = counts(browser)
    for n, way in enumerate(["in", "out", "in"], start=900_001):
        page.add(way, n)
    wanted = (sent + 1, received + 2)
    assert settled(lambda: counts(browser), wanted) == wanted
    page.close()
