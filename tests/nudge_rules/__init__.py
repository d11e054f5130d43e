"""What every nudge keeps to, one small object a rule; tests/test_nudge_rules.py shows each one
broken and kept, tests/test_nudges.py runs all of them over the nudges in every language."""

from . import claims, figures, length, places, questions, sources, translations, words

RULES = (
    words.no_banned_word,
    words.no_tactic,
    words.no_exclamation_mark,
    claims.no_claim_beyond_its_signals,
    figures.no_figure_in_a_heavy_one,
    figures.placeholder_is_counted,
    questions.open_question,
    questions.one_question,
    questions.about_the_reader,
    length.short,
    length.easy_to_read,
    places.fits_its_concept,
    places.heavy_ones_need_an_answer,
    places.signals_have_words,
    places.conditions_can_hold,
    places.others_say_when,
    places.thought_is_about_no_chat,
    places.theirs_needs_rule_w,
    sources.citations_say_what_they_are,
    translations.same_keys,
    translations.same_placeholders,
)
