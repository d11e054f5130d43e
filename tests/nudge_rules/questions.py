"""One question, open, about the reader."""

import re

from .files import texts
from .patterns import any_of, found
from .rule import Nudge, rule


@rule("the question is open")
def open_question(nudge: Nudge, language: str) -> list[str]:
    if any_of("openers", language).match(nudge["ask"]):
        return []
    return [f"asks {nudge['ask']!r}: begin with what or how, so that yes and no do not answer it"]


@rule("the question is the one question")
def one_question(nudge: Nudge, _: str) -> list[str]:
    marks = re.findall("[?؟]", " ".join(texts(nudge)))
    if len(marks) == 1 and nudge["ask"][-1] in "?؟":
        return []
    return [f"has {len(marks)} question marks: ask once, at the end of `ask`"]


@rule("the question is about the reader")
def about_the_reader(nudge: Nudge, language: str) -> list[str]:
    others = found("minds", language, nudge["ask"])
    return [f"asks about {who!r}: ask about the reader, not another's mind" for who in others]
