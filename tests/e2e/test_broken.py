"""A site that renames what its adapter goes by: the popup says so within a minute.

All fixtures are broken so in extension/src/content/broken-fixtures.test.ts; here a few are in a
real browser, and those whose layout tells a direction too.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Playwright

from tests.e2e.breakage import DIRECTION, OWN, ROW, THEIRS, a_minute_passes, script
from tests.e2e.fixture_data import NAMES, adapter_data, by_hand, expected_of, sites
from tests.e2e.fixture_pages import FixturePage, include, reading, settled
from tests.e2e.toward import Toward
from tests.e2e.watched import watched_build

BROKEN = ["google-messages.fixture.html", "thelounge.fixture.html"]


def _is_laid_out(name: str) -> bool:
    """Whether marks and layout both tell a direction."""
    tiers = adapter_data(name)["direction"]
    marked = any({"out", "in"} & tier.keys() for tier in tiers)
    return marked and any("side" in tier for tier in tiers)


LAID_OUT = [name for name in NAMES if _is_laid_out(name)]


@pytest.fixture(scope="module")
def browser(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Toward]:
    build = watched_build(tmp_path_factory.mktemp("broken") / "toward", sites())
    with reading(playwright, build) as running:
        yield running


def trouble(page: FixturePage) -> Any:
    return page.ask("background:describe")["health"][0]["trouble"]


def opened(browser: Toward, name: str, way: int, *, at_once: bool) -> FixturePage:
    """Open, recognised, chosen, and without its newest message where it is still whole."""
    page = FixturePage(browser, name, script(name, way, at_once=at_once))
    if not at_once:
        page.page.evaluate("hold()")
    settled(lambda: page.refs() != {}, True)
    include(browser, [page])
    return page


@pytest.mark.parametrize("name", BROKEN)
def test_a_message_more_is_told_of_a_page_that_is_whole(browser: Toward, name: str) -> None:
    wanted = by_hand(expected_of(name)["conversations"])
    page = opened(browser, name, ROW, at_once=False)
    a_minute_passes(page)
    assert 0 < sum(map(sum, page.told().values())) < sum(map(sum, wanted.values()))
    page.page.evaluate("put()")
    a_minute_passes(page)
    assert settled(page.told, wanted) == wanted
    page.close()


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("way", [ROW, DIRECTION])
def test_a_page_broken_from_the_start(browser: Toward, name: str, way: int) -> None:
    page = opened(browser, name, way, at_once=True)
    a_minute_passes(page)
    assert settled(lambda: trouble(page) is not None, True)
    assert {sum(counts) for counts in page.told().values()} <= {0}
    page.close()


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("way", [ROW, DIRECTION])
def test_a_page_that_breaks_while_it_is_open(browser: Toward, name: str, way: int) -> None:
    page = opened(browser, name, way, at_once=False)
    settled(lambda: sum(map(sum, page.told().values())) > 0, True)
    before = page.told()
    page.page.evaluate("spoil()")
    a_minute_passes(page)
    assert settled(lambda: trouble(page) is not None, True)
    page.page.evaluate("put()")
    a_minute_passes(page)
    assert trouble(page) is not None
    assert page.told() == before
    page.close()


def test_the_popup_says_so(browser: Toward) -> None:
    page = opened(browser, "google-messages.fixture.html", DIRECTION, at_once=True)
    assert settled(lambda: trouble(page), "no-direction") == "no-direction"
    with browser.popup(page.page) as popup:
        assert "Not counting here" in popup.text()
    page.close()


@pytest.mark.parametrize("name", LAID_OUT)
def test_a_page_without_the_marks_of_one_side_is_told_rightly_or_not_at_all(
    browser: Toward, name: str
) -> None:
    pages = [FixturePage(browser, name, script(name, way, at_once=True)) for way in (OWN, THEIRS)]
    for page in pages:
        settled(lambda page=page: page.refs() != {}, True)
    include(browser, pages)
    for page in pages:
        a_minute_passes(page)
    wanted = by_hand(expected_of(name)["conversations"])
    told = [{} if trouble(page) else settled(page.told, wanted, 2) for page in pages]
    for page in pages:
        page.close()
    assert [counts in ({}, wanted) for counts in told] == [True, True], told
