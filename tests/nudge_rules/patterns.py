"""The words of each language that the rules look for, as regular expressions: what is banned in
tests/banned_words/, the rest in languages/ beside this file:

- `openers`: how an open question begins ("why" is none: it asks for a defence)
- `minds`: the other person in a question; a pronoun that also stands for things is there with
  what minds do ("she thinks")
- `figures`: numbers in words
- `tactics`: write or do not write, wait, go, make them
"""

import re
import unicodedata
from functools import cache

from .files import TESTS, read

BANNED = TESTS / "banned_words"
OTHERS = TESTS / "nudge_rules" / "languages"
VOWEL_SIGNS = "\u064b-\u0652"  # of Arabic; Python's \w does not hold them
TATWEEL = "\u0640"  # the stroke that makes an Arabic word longer


@cache
def any_of(kind: str, language: str) -> re.Pattern[str]:
    """Whole words alone, in any case, with the accents and in the letters of any language."""
    if kind == "banned":
        words = read(BANNED / f"{language}.json")
    else:
        words = read(OTHERS / f"{language}.json")[kind]
    letter = rf"[\w{VOWEL_SIGNS}]"
    return re.compile(rf"(?<!{letter})(?:{'|'.join(words)})(?!{letter})", re.IGNORECASE)


def found(kind: str, language: str, text: str) -> list[str]:
    """What a text says of them, each once, with its vowel signs or without."""
    composed = unicodedata.normalize("NFC", text)
    whole = "".join(c for c in composed if unicodedata.category(c) != "Cf")
    bare = re.sub(f"[{VOWEL_SIGNS}{TATWEEL}]", "", whole)
    search = any_of(kind, language).finditer
    return sorted({match.group() for form in (whole, bare) for match in search(form)})
