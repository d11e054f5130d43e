"""Short, and easy to read."""

import re
import warnings

from api.catalogue import ENGLISH

from .files import texts
from .rule import Nudge, rule

with warnings.catch_warnings():
    # textstat 0.7.4 reads its word list through pkg_resources, which warns; later releases fetch
    # a dictionary from the network when first used.
    warnings.simplefilter("ignore")
    import textstat

WORDS_AT_MOST, WORDS_AT_MOST_TRANSLATED = 45, 60
GRADE_AT_MOST = 7


@rule("short")
def short(nudge: Nudge, language: str) -> list[str]:
    # What stands between spaces and holds a letter; "…" and a French " ?" are no words.
    words = [word for word in " ".join(texts(nudge)).split() if re.search(r"\w", word)]
    most = WORDS_AT_MOST if language == ENGLISH else WORDS_AT_MOST_TRANSLATED
    return [f"has {len(words)} words: leave out {len(words) - most}"] if len(words) > most else []


@rule("easy to read", english_only=True)
def easy_to_read(nudge: Nudge, _: str) -> list[str]:
    grade = textstat.flesch_kincaid_grade(" ".join(texts(nudge)))
    return [f"reads at grade {grade}: use shorter sentences"] if grade > GRADE_AT_MOST else []
