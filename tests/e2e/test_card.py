"""The card on a real chat page: where it lies, how it looks, how it is heard and reached.

Its root is opened for the test. What a page may see of a card is told in test_main_job.py.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.e2e.cards import afternoon, begin, come_back, leave_on, longest_of, open_reach
from tests.e2e.opened_card import OpenedCard, open_next_card
from tests.e2e.talks import Talk, on_converse
from tests.lab.process import wait_until

WIDE = {"width": 1280, "height": 720}
NO_FOCUS = "HTMLElement.prototype.focus = () => {};"


@contextmanager
def shown_card(
    playwright: Playwright, build: Path, language: str = "en"
) -> Iterator[tuple[OpenedCard, Talk]]:
    """One of the first cards: it waits until alice turns to the composer."""
    with afternoon(playwright, build) as browser, on_converse(open_reach()) as talk:
        browser.send("page:settings", change={"language": language})
        chat = begin(browser, talk, "open 5", days_ago=20, arabic=language == "ar")
        leave_on(browser, [longest_of("composing")])
        browser.send("page:budget", change={"composing": True})
        chat.page.add_init_script(NO_FOCUS)
        come_back(browser, chat)
        chat.page.emulate_media(reduced_motion="reduce")
        open_next_card(chat.page)
        chat.page.click(chat.composer)
        card = OpenedCard(chat)
        card.wait_until_shown()
        yield card, talk


@pytest.fixture(scope="module")
def both(playwright: Playwright, build: Path) -> Iterator[tuple[OpenedCard, Talk]]:
    with shown_card(playwright, build) as found:
        yield found


@pytest.fixture
def card(both: tuple[OpenedCard, Talk]) -> Iterator[OpenedCard]:
    """The one card of most tests here, on a page that is as it was at first."""
    found, _ = both
    yield found
    found.page.emulate_media(color_scheme="light", forced_colors="none", reduced_motion="reduce")
    found.page.set_viewport_size(WIDE)
    found.set_letter_size(16)


def test_it_lies_beside_what_alice_does(card: OpenedCard) -> None:
    """Wide enough: a whole card. The focus stays in the composer."""
    found = card.wait_until_well_placed()
    assert (found["isStrip"], found["focus"]) == (False, "TEXTAREA")
    card.assert_accessible()


def test_it_is_broad_where_it_cannot_be_tall(card: OpenedCard) -> None:
    slender = card.wait_until_well_placed(is_strip=False)["card"]
    card.page.set_viewport_size({"width": 1280, "height": 620})
    broad = card.wait_until_well_placed(is_strip=False)["card"]
    assert broad["bottom"] - broad["top"] < slender["bottom"] - slender["top"]
    card.assert_accessible()


@pytest.mark.parametrize(
    ("size", "is_strip"),
    [((320, 640), True), ((320, 900), False), ((640, 360), True), ((360, 740), False)],
    ids=["320 px", "320 px, tall", "200 % zoom of 1280 by 720", "a phone"],
)
def test_it_finds_a_place_where_there_is_little(
    card: OpenedCard, size: tuple[int, int], is_strip: bool
) -> None:
    """A whole card, or a strip of one line that alice may open and close."""
    card.page.set_viewport_size({"width": size[0], "height": size[1]})
    assert card.wait_until_well_placed(is_strip=is_strip)
    card.assert_accessible()


def test_a_strip_opens_down_to_the_composer(card: OpenedCard) -> None:
    card.page.set_viewport_size({"width": 320, "height": 640})
    card.wait_until_well_placed(is_strip=True)
    card.click(".open")
    opened = card.look()
    assert 300 < opened["card"]["bottom"] <= opened["composer"]["top"]
    card.assert_accessible()
    card.click(".open")
    card.wait_until_well_placed(is_strip=True)


def test_letters_twice_as_large(card: OpenedCard) -> None:
    card.set_letter_size(32)
    wait_until(lambda: card.style("font-size") == "32px", "the large letters")
    card.wait_until_well_placed(is_strip=True)
    card.page.set_viewport_size({"width": 1280, "height": 1400})
    card.wait_until_well_placed(is_strip=False)
    card.assert_accessible()


def test_dark(card: OpenedCard) -> None:
    light = card.style("background-color")
    card.page.emulate_media(color_scheme="dark")
    assert (light, card.style("background-color")) == ("rgb(255, 253, 248)", "rgb(38, 34, 32)")
    card.assert_accessible()


def test_high_contrast(card: OpenedCard) -> None:
    """The system's colours, and a line around the card and each button."""
    card.page.emulate_media(forced_colors="active")
    assert card.style("border-top-width") == "2px"
    assert card.button_edges() == {"1px solid"}
    card.assert_accessible()


def test_motion_only_where_it_is_welcome(card: OpenedCard) -> None:
    assert card.style("transition-duration") == "0s"
    card.page.emulate_media(reduced_motion="no-preference")
    assert card.style("transition-duration") == "0.24s"


def test_why_this(card: OpenedCard) -> None:
    """What is meant, the rule and the source; the card scrolls rather than cover anything."""
    card.click("summary")
    card.wait_until_well_placed(is_strip=False)
    assert card.texts(".why h3") == [
        "When this may come",
        "What was counted",
        "Where it comes from",
    ]
    rule, counted, *sources = card.texts(".why li")
    assert "longer than is usual in this chat" in rule
    assert "Two turns of yours, 3 hours or more apart" in counted
    assert sources != []
    card.assert_accessible()
    card.click("summary")


def test_it_is_told_once(card: OpenedCard) -> None:
    """A polite status, filled once after it was put in, whatever has happened since."""
    assert card.page.evaluate("() => __said") == [2]
    assert card.status_in_accessibility_tree() == ("polite", card.texts("[role=status] p"))


def test_it_makes_way(both: tuple[OpenedCard, Talk], card: OpenedCard) -> None:
    """For new messages as they come, and for a composer that grows with what is written."""
    _, talk = both
    card.page.set_viewport_size({"width": 900, "height": 740})
    for n in range(3):
        talk.bob_says(f"new {n}")
        card.chat.wait_for_message(f"new {n}")
        card.wait_until_well_placed()
    for line in range(8):
        card.page.keyboard.type(f"line {line}")
        card.page.keyboard.press("Shift+Enter")
    card.wait_until_well_placed()


def test_arabic_from_right_to_left(playwright: Playwright, build: Path) -> None:
    """The card is, and lies where the page's lines end: on the left."""
    with shown_card(playwright, build, "ar") as (card, _):
        found = card.wait_until_well_placed(is_strip=False)
        assert found["card"]["left"] < found["window"]["width"] / 4
        assert card.style("direction") == "rtl"
        assert card.right_edges(".bar .mark", ".thought p", "summary") == {True}
        card.click("summary")
        card.wait_until_well_placed()
        assert {is_arabic(text) for text in card.texts("p, summary, .why h3, .row button")} == {
            True
        }
        rule, counted, *sources = card.texts(".why li")
        assert (is_arabic(rule), is_arabic(counted), sources != []) == (True, True, True)
        card.assert_accessible()
        card.click("summary")
        card.page.set_viewport_size({"width": 320, "height": 640})
        card.wait_until_well_placed()
        card.assert_accessible()


def is_arabic(text: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in text)


def test_keys(playwright: Playwright, build: Path) -> None:
    """Alt+Shift+T goes there and back; Escape closes it from inside, and from nowhere else."""
    with shown_card(playwright, build) as (card, _):
        keyboard = card.page.keyboard
        keyboard.press("Escape")
        assert card.is_there()
        keyboard.press("Alt+Shift+T")
        assert card.focused() == "ASIDE"
        keyboard.press("Tab")
        assert card.focused() == "BUTTON close"
        keyboard.press("Alt+Shift+T")
        keyboard.type("still mine")
        assert card.page.input_value(card.chat.composer) == "still mine"
        keyboard.press("Alt+Shift+T")
        keyboard.press("Escape")
        wait_until(lambda: not card.is_there(), "the card to go")
        keyboard.type(", too")
        assert card.page.input_value(card.chat.composer) == "still mine, too"
