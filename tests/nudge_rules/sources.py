import re

from .rule import Nudge, rule

ARTICLES = {
    "Holding the Weight: When Connection Isn't Mutual",
    "How to Recognize and Overcome Imbalance and Illusions in Relationships",
}
COMMON = "Common wisdom"


@rule("citations say what they are", english_only=True)
def citations_say_what_they_are(nudge: Nudge, _: str) -> list[str]:
    faults = [_fault(citation["kind"], citation["work"]) for citation in nudge["citations"]]
    return [message for message in faults if message]


def _fault(kind: str, work: str) -> str | None:
    if kind == "scholarship" and not re.search(r"\(\d{4}\)", work):
        return f"cites {work!r} as scholarship: give its year, as (1999)"
    if kind == "article" and work not in ARTICLES:
        return f"cites {work!r} as an article: that is for the two that Toward grew out of"
    if kind == "common-wisdom" and work != COMMON:
        return f"cites {work!r} as common wisdom: its work is {COMMON!r}"
    return None
