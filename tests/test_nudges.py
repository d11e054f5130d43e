"""Every nudge, in every language, by every rule that nudges/README.md gives; each message says
what to do. The rules themselves: tests/nudge_rules/, each with its own test in
tests/test_nudge_rules.py."""

import json
import re
from collections import Counter
from itertools import product
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from nudge_rules import RULES, articles, files, patterns
from nudge_rules.files import ALL_LANGUAGES, CONCEPTS, FOLDER, ROOT, SIGNALS
from nudge_rules.places import IN_CHAT, OWN_PAGES
from nudge_rules.rule import Rule
from nudge_rules.similar import near_duplicates

from api.catalogue import ENGLISH, LANGUAGES

NUDGES = {language: files.nudges(language) for language in ALL_LANGUAGES}
DATA = [
    path
    for folder in (FOLDER, patterns.BANNED, patterns.OTHERS)
    for path in sorted(folder.rglob("*.json"))
    if path.parent.name != "schema"
]
READ_BY_PEOPLE = ["*.md", "docs/**/*.md", "nudges/*.md", "api/**/*.html", "api/*.py",
                  "extension/*/*.md", "extension/_locales/**/*.json",
                  "extension/src/pages/**/*.html", "extension/src/pages/**/*.ts",
                  "extension/src/content/card/*.ts"]  # fmt: skip


def applies(rule: Rule, language: str) -> bool:
    return language == ENGLISH or not rule.english_only


def report(faults: list[str]) -> str:
    return "\n".join(["", *faults])


@pytest.mark.parametrize(
    ("rule", "language"),
    [pair for pair in product(RULES, ALL_LANGUAGES) if applies(*pair)],
    ids=lambda value: getattr(value, "name", value),
)
def test_every_nudge_keeps_the_rule(rule, language):
    faults = [
        f"{files.place(nudge, language)} {message}."
        for nudge in NUDGES[language]
        for message in rule.check(nudge, language)
    ]
    assert not faults, report(faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_missing(language):
    there = {nudge["id"] for nudge in NUDGES[language]}
    missing = [nudge["id"] for nudge in NUDGES[ENGLISH] if nudge["id"] not in there]
    assert not missing, report([f"nudges/translations/{language}/{name}.json" for name in missing])


@pytest.mark.parametrize("language", ALL_LANGUAGES)
def test_no_two_nudges_are_alike(language):
    alike = list(near_duplicates(NUDGES[language]))
    assert not alike, report(alike)


def test_no_nudge_and_no_signal_has_eight_words_in_a_row_with_an_article():
    own = {
        nudge["id"]: [*files.texts(nudge), *(c["claim"] for c in nudge["citations"])]
        for nudge in NUDGES[ENGLISH]
    } | {
        name: [signal["label"], signal["definition"], *signal["words"].values()]
        for name, signal in SIGNALS.items()
    }
    found = [
        f"{name}: {run}" for name in own for text in own[name] for run in articles.copied(text)
    ]
    assert not found, report(found)


@pytest.mark.parametrize("pattern", READ_BY_PEOPLE)
def test_no_document_and_no_page_has_eight_words_in_a_row_with_an_article(pattern):
    paths = list(ROOT.glob(pattern))
    assert paths, f"{pattern} matches nothing: mend it"
    found = [
        f"{path.name}: {run}"
        for path in paths
        for run in articles.copied(re.sub("<[^>]*>", " ", path.read_text(encoding="utf-8")))
    ]
    assert not found, report(found)


def test_the_files_are_in_canonical_form():
    wrong = [
        f"{path.relative_to(ROOT)}: write it with json.dumps(indent=2), and a newline"
        for path in DATA
        if path.read_text(encoding="utf-8")
        != json.dumps(files.read(path), indent=2, ensure_ascii=False) + "\n"
    ]
    assert not wrong, report(wrong)


def test_the_nudges_fit_their_schema():
    schema = Draft202012Validator(files.read(FOLDER / "schema" / "nudge.json"))
    faults = [
        f"{path.name}: {e.message}; compare it with schema/nudge.json"
        for path in files.english_files()
        for e in schema.iter_errors(files.read(path))
    ]
    assert not faults, report(faults)


def test_the_signals_fit_their_schema():
    schema = Draft202012Validator(files.read(FOLDER / "schema" / "signals.json"))
    assert not [e.message for e in schema.iter_errors(SIGNALS)]


@pytest.mark.parametrize("name", ["nudge", "signals"])
def test_schemas_are_sound(name):
    Draft202012Validator.check_schema(files.read(FOLDER / "schema" / f"{name}.json"))


def test_signals_hold_no_banned_word():
    faults = [
        f"signals.json: {name} says {word!r}"
        for name, signal in SIGNALS.items()
        for text in (signal["label"], signal["definition"], *signal["words"].values())
        for word in patterns.found("banned", ENGLISH, text)
    ]
    assert not faults, report(faults)


def test_names_are_words_joined_by_hyphens():
    names = [path.stem for path in files.english_files()]
    wrong = [name for name in names if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)]
    assert not wrong, f"rename {wrong}"


@pytest.mark.parametrize("folder", [patterns.BANNED, patterns.OTHERS], ids=lambda path: path.name)
def test_every_language_has_its_lists(folder: Path):
    assert {path.stem for path in folder.glob("*.json")} == set(ALL_LANGUAGES)


class TestTheCatalogue:
    """What nudges/README.md and the plan of the catalogue promise about all of it together."""

    all = NUDGES[ENGLISH]

    def test_is_large_enough_for_every_place(self):
        moments = Counter(nudge["moment"] for nudge in self.all)
        assert len(self.all) >= 100
        assert sum(moments[moment] for moment in OWN_PAGES) >= 50
        assert sum(moments[moment] for moment in IN_CHAT) >= 30
        assert set(moments) == IN_CHAT | OWN_PAGES

    def test_carries_each_of_the_forty_ideas_twice(self):
        carried = Counter(nudge["concept"] for nudge in self.all)
        assert len(CONCEPTS) == 40
        assert [name for name in CONCEPTS if carried[name] < 2] == []

    def test_speaks_to_both_sides(self):
        assert sum(nudge["role"] == "R" for nudge in self.all) <= 0.4 * len(self.all)

    def test_names_what_goes_well(self):
        assert sum(nudge.get("well", False) for nudge in self.all) >= 15

    def test_gives_something_to_try_in_half_of_them_at_most(self):
        assert sum("try" in nudge for nudge in self.all) <= 0.5 * len(self.all)

    def test_opens_ideas_about_one_sidedness_by_an_answer(self):
        # Rewriting concepts.json must not free a heavy idea: one alone is not `felt`.
        free = [n for n, c in CONCEPTS.items() if c["weight"] == "heavy" and c["where"] != ["felt"]]
        assert free == ["image-or-presence"]
