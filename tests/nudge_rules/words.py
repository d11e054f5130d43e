import re

from api.catalogue import ENGLISH

from .files import texts
from .patterns import found
from .rule import Nudge, rule

EXCLAMATION_MARKS = "[!\u00a1\uff01\ufe57\u203c\u2049\u2048\u2757\u2755]"


@rule("no banned word")
def no_banned_word(nudge: Nudge, language: str) -> list[str]:
    claims = [c["claim"] for c in nudge["citations"]] if language == ENGLISH else []
    words = [word for text in [*texts(nudge), *claims] for word in found("banned", language, text)]
    return [f"says {word!r}: find a plainer, kinder word" for word in words]


@rule("no tactic")
def no_tactic(nudge: Nudge, language: str) -> list[str]:
    words = [word for text in texts(nudge) for word in found("tactics", language, text)]
    return [f"says {word!r}: leave writing, waiting and going to the reader" for word in words]


@rule("no exclamation mark")
def no_exclamation_mark(nudge: Nudge, _: str) -> list[str]:
    loud = [text for text in texts(nudge) if re.search(EXCLAMATION_MARKS, text)]
    return [f"has an exclamation mark in {text!r}: end it quietly" for text in loud]
