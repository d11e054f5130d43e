"""Each rule for nudges, broken by a made-up nudge and kept by another."""
# ruff: noqa: RUF001 - other alphabets have letters that look like Latin ones.

from typing import NamedTuple

import pytest
from nudge_rules import (
    RULES,
    claims,
    figures,
    files,
    length,
    places,
    questions,
    sources,
    translations,
    words,
)
from nudge_rules.made_up import ENGLISH, HEAVY, THOUGHT, cited, nudge, when
from nudge_rules.rule import Rule


class Case(NamedTuple):
    rule: Rule
    breaks: dict
    keeps: dict
    says: str
    language: str = "en"


CASES = [
    Case(words.no_banned_word, {"say": "You must come back."}, {"say": "Mustard is fine."}, "must"),
    Case(words.no_banned_word, cited(claim="Your share is 60."), {}, "share"),
    Case(
        words.no_banned_word, {"say": "Du musst nichts."}, {"say": "Du magst Mus."}, "musst", "de"
    ),
    Case(words.no_banned_word, {"say": "Todavía no."}, {"say": "Toda vía va."}, "Todavía", "es"),
    Case(words.no_banned_word, {"say": "C’est un effort."}, {"say": "Un fort."}, "effort", "fr"),
    Case(words.no_banned_word, {"say": "É só isso."}, {"say": "É sólido."}, "só", "pt-BR"),
    Case(words.no_banned_word, {"say": "Це тільки чат."}, {"say": "Це чат."}, "тільки", "uk"),
    Case(words.no_banned_word, {"say": "كلمة فَقَطْ."}, {"say": "كلمة."}, "فقط", "ar"),
    Case(words.no_tactic, {"try": "Wait a little longer."}, {"try": "Take a breath."}, "Wait a"),
    Case(words.no_tactic, {"say": "Don't write now."}, {"say": "You wrote."}, "Don't write"),
    Case(words.no_tactic, {"try": "Send them a song."}, {"try": "Hum a song."}, "Send them"),
    Case(words.no_tactic, {"try": "Schreib ihr."}, {"try": "Schreib ein Wort auf."}, "ihr", "de"),
    Case(words.no_tactic, {"try": "Espera más."}, {"try": "Respira."}, "Espera", "es"),
    Case(words.no_tactic, {"try": "Écris-lui."}, {"try": "Note un mot."}, "Écris-lui", "fr"),
    Case(words.no_tactic, {"try": "Espere mais."}, {"try": "Respire."}, "Espere", "pt-BR"),
    Case(words.no_tactic, {"try": "Напиши їй."}, {"try": "Подихай."}, "Напиши", "uk"),
    Case(words.no_tactic, {"try": "لا ترسل شيئا."}, {"try": "نفس هادئ."}, "لا ترسل", "ar"),
    Case(words.no_exclamation_mark, {"say": "Well done!"}, {"say": "Well done."}, "Well done!"),
    Case(words.no_exclamation_mark, {"say": "¡Qué bien."}, {"say": "Qué bien."}, "¡", "es"),
    Case(
        claims.no_claim_beyond_its_signals,
        {"say": "Last week you both came back."},
        {"say": "Last week you both came back.", "when": when(("both_came_back", 1))},
        "'Last week', which its signals do not tell: add both_",
    ),
    Case(
        claims.no_claim_beyond_its_signals,
        {
            "say": "A larger part of the chats is yours.",
            "when": when(("own_openings_drift", None, -9)),
        },
        {"say": "A larger part of the chats is yours.", "when": when(("own_openings_drift", 9))},
        "larger part of",
    ),
    Case(
        claims.no_claim_beyond_its_signals,
        {"say": "You wrote after two quiet weeks.", "when": when(("own_hello_after_days", 10))},
        {"say": "You wrote after two quiet weeks.", "when": when(("own_hello_after_days", 14))},
        "quiet weeks",
    ),
    Case(
        claims.no_claim_beyond_its_signals,
        {"say": "You are about to write."},
        {"say": "You are about to write.", "moment": "composing"},
        "add composing",
    ),
    Case(
        claims.no_claim_beyond_its_signals,
        {"say": "Here you always come first."},
        {"say": "Some people always come first."},
        "you always",
    ),
    Case(figures.no_figure_in_a_heavy_one, {**HEAVY, "say": "It is 3 to 1."}, HEAVY, "figure '3'"),
    Case(
        figures.no_figure_in_a_heavy_one,
        {**HEAVY, "say": "Das ist die Hälfte."},
        {"say": "Das ist die Hälfte."},
        "Hälfte",
        "de",
    ),
    Case(
        figures.placeholder_is_counted,
        {"say": "{days_in_touch} days."},
        {"say": "{days_in_touch} days.", "when": when(("days_in_touch", 3))},
        "not in `when`",
    ),
    Case(
        figures.placeholder_is_counted,
        {"say": "{rule_w} of it."},
        {"say": "Some of it."},
        "never shown as a number",
    ),
    Case(
        figures.placeholder_is_counted,
        {
            "say": "{days_in_touch} days of {weeks_counted} weeks.",
            "when": when(("days_in_touch", 3), ("weeks_counted", 2)),
        },
        {"say": "{weeks_counted} weeks.", "when": when(("weeks_counted", 2))},
        "more than one placeholder",
    ),
    Case(questions.open_question, {"ask": "Do you mind?"}, {"ask": "How is it?"}, "'Do you mind?'"),
    Case(
        questions.open_question, {"ask": "Why?"}, {"ask": "What is it?"}, "begin with what or how"
    ),
    Case(questions.open_question, {"ask": "Wolltest du?"}, {"ask": "Wofür?"}, "Wolltest", "de"),
    Case(questions.open_question, {"ask": "¿Quieres?"}, {"ask": "¿En qué?"}, "¿Quieres", "es"),
    Case(questions.open_question, {"ask": "¿Por qué?"}, {"ask": "¿Cómo?"}, "¿Por qué", "es"),
    Case(questions.open_question, {"ask": "Veux-tu ?"}, {"ask": "Qu’y a-t-il ?"}, "Veux-tu", "fr"),
    Case(questions.open_question, {"ask": "Quer?"}, {"ask": "Do que?"}, "Quer", "pt-BR"),
    Case(questions.open_question, {"ask": "Чи так?"}, {"ask": "На якому?"}, "Чи так", "uk"),
    Case(questions.open_question, {"ask": "Якби так?"}, {"ask": "Якою?"}, "Якби", "uk"),
    Case(questions.open_question, {"ask": "هل هذا؟"}, {"ask": "كيف هذا؟"}, "هل", "ar"),
    Case(questions.one_question, {"say": "Well?"}, {}, "has 2 question marks"),
    Case(questions.one_question, {"ask": "ما هذا"}, {"ask": "ما هذا؟"}, "0 question marks", "ar"),
    Case(
        questions.about_the_reader,
        {"ask": "What do they feel?"},
        {"ask": "What do you feel?"},
        "'they'",
    ),
    Case(questions.about_the_reader, {"ask": "Was will er?"}, {"ask": "Was ist?"}, "'er'", "de"),
    Case(questions.about_the_reader, {"ask": "¿Qué quiere?"}, {"ask": "¿Qué es?"}, "quiere", "es"),
    Case(
        questions.about_the_reader,
        {"ask": "Que pense l’autre personne ?"},
        {"ask": "Quel est l’autre chemin ?"},
        "l’autre personne",
        "fr",
    ),
    Case(
        questions.about_the_reader,
        {"ask": "O que ela sente?"},
        {"ask": "O que você sente?"},
        "'ela sente'",
        "pt-BR",
    ),
    Case(
        questions.about_the_reader,
        {"ask": "Що вона думає?"},
        {"ask": "Що ти думаєш?"},
        "'вона думає'",
        "uk",
    ),
    Case(questions.about_the_reader, {"ask": "ماذا يريد؟"}, {"ask": "ماذا؟"}, "'يريد'", "ar"),
    Case(length.short, {"say": "a " * 42}, {"say": "a " * 41}, "46 words: leave out 1"),
    Case(length.short, {"say": "a " * 61}, {"say": "a … " * 60}, "61 words", "de"),
    Case(
        length.easy_to_read,
        {"say": "Reciprocity necessitates considerable conversational responsiveness."},
        {},
        "use shorter sentences",
    ),
    Case(places.fits_its_concept, {"concept": "telepathy"}, {}, "use a key of concepts.json"),
    Case(places.fits_its_concept, {"weight": "heavy"}, {}, "is heavy: its concept is light"),
    Case(places.fits_its_concept, {**HEAVY, "role": "H"}, HEAVY, "speaks to H"),
    Case(places.fits_its_concept, {"concept": "reciprocity"}, THOUGHT, "comes in a chat: this"),
    Case(places.fits_its_concept, {**HEAVY, "when": when(("weeks_counted", 2))}, HEAVY, "unasked"),
    Case(
        places.fits_its_concept,
        {"concept": "attachment", "role": "R"},
        {"concept": "attachment", "role": "R", "when": when(("rule_o", 1))},
        "without rule_o",
    ),
    Case(
        places.heavy_ones_need_an_answer,
        {**HEAVY, "when": [*HEAVY["when"], *when(("weeks_counted", 2))]},
        HEAVY,
        "leave out ['weeks_counted']",
    ),
    Case(places.heavy_ones_need_an_answer, {**HEAVY, "moment": "sent"}, HEAVY, "week or thought"),
    Case(places.heavy_ones_need_an_answer, {**HEAVY, "when": []}, HEAVY, "add the felt_"),
    Case(places.signals_have_words, {"when": when(("mood", 1))}, {}, "needs 'mood'"),
    Case(places.signals_have_words, {"when": when(("rule_w", 0, 1))}, {}, "has a max of rule_w"),
    Case(
        places.conditions_can_hold,
        {"when": when(("rule_w", 1), ("within_usual_time", 1))},
        {"when": when(("rule_w", 1), ("weeks_counted", 3))},
        "never hold together",
    ),
    Case(
        places.conditions_can_hold,
        {"when": when(("local_hour", 20, 18))},
        {"when": when(("local_hour", 18, 20))},
        "above its own max",
    ),
    Case(places.others_say_when, {"when": []}, THOUGHT, "say when it may come"),
    Case(
        places.thought_is_about_no_chat,
        {**THOUGHT, "when": when(("weeks_counted", 2))},
        {**THOUGHT, "when": when(("felt_new", 1))},
        "needs weeks_counted",
    ),
    Case(
        places.thought_is_about_no_chat,
        {**THOUGHT, "say": "This chat has soup."},
        THOUGHT,
        "speak of no chat in particular",
    ),
    Case(places.theirs_needs_rule_w, {"when": when(("weeks_counted", 2))}, {}, "add rule_w with"),
    Case(
        places.theirs_needs_rule_w,
        {"concept": "space-with-return"},
        {"concept": "space-with-return", "when": when(("rule_w_many", 1))},
        "add rule_w_many",
    ),
    Case(
        sources.citations_say_what_they_are,
        cited(kind="scholarship", work="Gottman, J. The book."),
        cited(kind="scholarship", work="Gottman, J. (1999). The book."),
        "give its year",
    ),
    Case(
        sources.citations_say_what_they_are,
        cited(kind="article", work="A page on love"),
        cited(kind="article", work="Holding the Weight: When Connection Isn't Mutual"),
        "the two that Toward grew out of",
    ),
    Case(
        sources.citations_say_what_they_are,
        cited(work="My aunt"),
        cited(work="Common wisdom"),
        "its work is 'Common wisdom'",
    ),
    Case(translations.same_keys, {"try": "Atme."}, {}, "has `try`, which the English", "de"),
    Case(
        translations.same_placeholders,
        {"say": "{days_in_touch} Tage."},
        {"say": "Einige Tage."},
        "the English []",
        "de",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.rule.name}-{c.language}-{c.says}")
def test_a_rule_finds_what_breaks_it_and_nothing_else(case):
    found = case.rule.check(nudge(case.breaks, case.language), case.language)
    assert any(case.says in message for message in found), found
    assert case.rule.check(nudge(case.keeps, case.language), case.language) == []


def test_every_rule_is_shown_broken_and_kept():
    assert {case.rule.name for case in CASES} == {rule.name for rule in RULES}
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_a_translation_without_a_text_of_its_nudge_is_found():
    short = files.as_nudge("made-up", ENGLISH, {"say": "Da ist etwas."})
    assert translations.same_keys.check(short, "de") == ["has no `ask`: write it"]
