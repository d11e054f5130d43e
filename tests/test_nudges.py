"""Every nudge, by every rule that nudges/README.md gives; each message says what to do."""

import json
import re
import warnings
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

with warnings.catch_warnings():
    # textstat 0.7.4 reads its word list through pkg_resources, which warns; later releases fetch
    # a dictionary from the network when first used.
    warnings.simplefilter("ignore")
    import textstat

FOLDER = Path(__file__).parent.parent / "nudges"
LISTS = ("signals", "concepts")
FILES = sorted(path for path in FOLDER.glob("*.json") if path.stem not in LISTS)
NUDGES = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in FILES}
SIGNALS = json.loads((FOLDER / "signals.json").read_text(encoding="utf-8"))
CONCEPTS = json.loads((FOLDER / "concepts.json").read_text(encoding="utf-8"))

WORDS_AT_MOST = 45
GRADE_AT_MOST = 7
IN_CHAT = {"opened", "composing", "sent", "received"}
OWN_PAGES = {"week", "thought"}
FELT = {name for name in SIGNALS if name.startswith("felt_")}
BANNED = re.compile(
    r"\b(bids?|unanswered|shar(e[sd]?|ing)|(im)?balanc(e[sd]?|ing)|invest\w*|efforts?|"
    r"pursu(e[sd]?|ing|it)|withdr[ae]w\w*|avoidant|anxious|(un)?healthy|toxic|red flags?|"
    r"scor(e[sd]?|ing)|ignor(e[sd]?|ing)|ghost(s|ed|ing)?|needy|clingy|addict\w*|narcissis\w*|"
    r"only|at least|still|no reply|should|must|streaks?|rank\w*|fair share|wait longer|miss you|"
    r"step away|leave (them|him|her|this|the)|(don't|do not) (send|write|reply|answer)|"
    r"(send|reply|write) (less|more))\b|!",
    re.IGNORECASE,
)
PLACEHOLDER = re.compile(r"\{(\w+)\}")
FIGURE = re.compile(r"\d|\{|\b(percent|half of|twice|thirds?)\b")

each_nudge = pytest.mark.parametrize("name", NUDGES)


def texts(nudge):
    return [nudge[key] for key in ("say", "ask", "try") if key in nudge]


def signals_of(nudge):
    return {condition["signal"] for condition in nudge["when"]}


@pytest.mark.parametrize("path", [*FILES, *(FOLDER / f"{name}.json" for name in LISTS)])
def test_file_is_in_canonical_form(path):
    text = path.read_text(encoding="utf-8")
    canonical = json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"
    assert text == canonical, f"{path.name}: write it with json.dumps(indent=2), and a newline"


@each_nudge
def test_nudge_fits_its_schema(name):
    schema = json.loads((FOLDER / "schema" / "nudge.json").read_text(encoding="utf-8"))
    errors = [e.message for e in Draft202012Validator(schema).iter_errors(NUDGES[name])]
    assert not errors, f"{name}.json: {errors}; compare it with schema/nudge.json"


def test_signals_fit_their_schema():
    schema = json.loads((FOLDER / "schema" / "signals.json").read_text(encoding="utf-8"))
    assert not [e.message for e in Draft202012Validator(schema).iter_errors(SIGNALS)]


@pytest.mark.parametrize("name", ["nudge", "signals"])
def test_schemas_are_sound(name):
    schema = json.loads((FOLDER / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)


@each_nudge
def test_texts_hold_no_banned_word(name):
    nudge = NUDGES[name]
    shown = [*texts(nudge), *(c["claim"] for c in nudge["citations"])]
    found = [match.group() for text in shown for match in BANNED.finditer(text)]
    assert not found, f"{name}.json says {found}: find a plainer, kinder word"


def test_signals_hold_no_banned_word():
    for name, signal in SIGNALS.items():
        shown = [signal["label"], signal["definition"], *signal["words"].values()]
        found = [match.group() for text in shown for match in BANNED.finditer(text)]
        assert not found, f"signals.json: {name} says {found}"


@each_nudge
def test_texts_are_short(name):
    words = " ".join(texts(NUDGES[name])).split()
    assert len(words) <= WORDS_AT_MOST, f"{name}.json has {len(words)} words: leave some out"


@each_nudge
def test_texts_are_easy_to_read(name):
    grade = textstat.flesch_kincaid_grade(" ".join(texts(NUDGES[name])))
    assert grade <= GRADE_AT_MOST, f"{name}.json reads at grade {grade}: use shorter sentences"


@each_nudge
def test_the_question_is_the_one_question_and_open(name):
    nudge = NUDGES[name]
    assert re.match(r"(What|How)\b", nudge["ask"]), f"{name}.json: ask with what or how"
    assert " ".join(texts(nudge)).count("?") == 1, f"{name}.json: one question, in `ask`"
    assert not re.search(r"\b(why|they|them|he|she)\b", nudge["ask"], re.IGNORECASE), (
        f"{name}.json: ask about the reader, not about the other's mind"
    )


@each_nudge
def test_concept_allows_weight_role_and_moment(name):
    nudge = NUDGES[name]
    concept = CONCEPTS[nudge["concept"]]
    assert nudge["weight"] == concept["weight"], f"{name}.json: the concept's weight differs"
    assert concept["role"] in {"B", nudge["role"]}, f"{name}.json: the concept's role differs"
    if "chat" not in concept["where"]:
        assert nudge["moment"] in OWN_PAGES, f"{name}.json: this idea is not for a chat"
    if concept["where"] == ["felt"]:
        assert signals_of(nudge) & FELT, f"{name}.json: only an answer may open this; add felt_…"
    if "rule" in concept and nudge["moment"] in IN_CHAT:
        assert {"signal": concept["rule"], "min": 1} in nudge["when"], (
            f"{name}.json: in a chat this idea needs {concept['rule']}"
        )


@each_nudge
def test_heavy_ones_hold_no_figure_and_need_an_answer(name):
    nudge = NUDGES[name]
    if nudge["weight"] == "light":
        return
    assert not any(FIGURE.search(text) for text in texts(nudge)), f"{name}.json holds a figure"
    assert signals_of(nudge) & FELT, f"{name}.json: heavy, so `when` needs a felt_… signal"
    assert signals_of(nudge) <= FELT, f"{name}.json: heavy, so no count may open it"
    assert nudge["moment"] in OWN_PAGES, f"{name}.json: heavy ones are for week and thought"


@each_nudge
def test_placeholder_is_one_counted_figure(name):
    nudge = NUDGES[name]
    places = PLACEHOLDER.findall(" ".join(texts(nudge)))
    assert len(places) <= 1, f"{name}.json: one figure at most"
    for place in places:
        assert place in signals_of(nudge), f"{name}.json: {{{place}}} has to be in `when` too"
        assert SIGNALS[place]["figure"], f"{name}.json: {place} is never shown as a number"


@each_nudge
def test_signals_exist_and_have_words(name):
    for condition in NUDGES[name]["when"]:
        signal = SIGNALS.get(condition["signal"])
        assert signal, f"{name}.json: {condition['signal']} is not in signals.json"
        for end in condition.keys() & {"min", "max"}:
            assert end in signal["words"], (
                f"signals.json: say in words what a {end} of {condition['signal']} means"
            )


@each_nudge
def test_only_light_thoughts_come_without_a_signal(name):
    nudge = NUDGES[name]
    assert nudge["when"] or nudge["moment"] == "thought", f"{name}.json: say when it may come"


@each_nudge
def test_thoughts_are_about_no_chat(name):
    nudge = NUDGES[name]
    if nudge["moment"] != "thought":
        return
    about = {SIGNALS[signal]["about"] for signal in signals_of(nudge)}
    assert about <= {"any"}, f"{name}.json: a thought uses signals about no chat in particular"
    assert not re.search(
        r"\bthis (chat|person|week)\b|\bhere\b", " ".join(texts(nudge)), re.IGNORECASE
    )


@each_nudge
def test_what_is_theirs_needs_rule_w(name):
    nudge = NUDGES[name]
    if nudge["moment"] != "received":
        return
    wanted = "rule_w_many" if nudge["concept"] == "space-with-return" else "rule_w"
    assert {"signal": wanted, "min": 1} in nudge["when"], f"{name}.json needs {wanted}"


@each_nudge
def test_citations_say_what_they_are(name):
    for citation in NUDGES[name]["citations"]:
        kind, has_year = citation["kind"], re.search(r"\(\d{4}\)", citation["work"])
        assert (kind == "scholarship") == bool(has_year), f"{name}.json: {citation['work']}: kind?"
        assert (kind == "common-wisdom") == (citation["work"] == "Common wisdom")


def test_names_are_words_joined_by_hyphens():
    for name in NUDGES:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name), f"{name}.json: rename it"


def test_the_catalogue_is_mixed():
    nudges = NUDGES.values()
    assert len({n["concept"] for n in nudges}) >= 10
    assert {n["moment"] for n in nudges} == IN_CHAT | OWN_PAGES
    assert {n["weight"] for n in nudges} == {"light", "heavy"}
    assert sum(n["role"] == "R" for n in nudges) <= 0.4 * len(NUDGES)
    assert sum("try" in n for n in nudges) <= 0.5 * len(NUDGES)


def test_no_two_nudges_say_the_same():
    for key in ("say", "ask"):
        said = [n[key].lower() for n in NUDGES.values()]
        assert len(said) == len(set(said)), f"two nudges have the same `{key}`"


def test_there_are_forty_concepts():
    assert len(CONCEPTS) == 40
    for name, concept in CONCEPTS.items():
        assert (
            concept["where"] == ["felt"]
            or concept["weight"] == "light"
            or (name == "image-or-presence")
        ), name


@pytest.mark.parametrize(
    "text",
    [
        "You must write back.",
        "Your share is 60.",
        "Wait longer before you answer.",
        "Well done!",
        "This looks unhealthy.",
        "You are still without word.",
        "They are ignoring you.",
    ],
)
def test_the_banned_words_are_found(text):
    assert BANNED.search(text)
