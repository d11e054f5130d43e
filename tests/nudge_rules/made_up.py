"""A nudge that keeps every rule, and what to change for a heavy one and a thought."""

from .files import TEXTS, as_nudge
from .rule import Nudge

CITATION = {"claim": "Small things warm.", "work": "Common wisdom", "kind": "common-wisdom"}
ENGLISH = {
    "concept": "bids",
    "weight": "light",
    "role": "B",
    "moment": "received",
    "when": [{"signal": "rule_w", "min": 1}],
    "say": "Something of theirs is here. A few words can be plenty.",
    "ask": "What would feel good?",
    "cooldown_days": 21,
    "citations": [CITATION],
}
HEAVY = {
    "concept": "self-worth",
    "weight": "heavy",
    "role": "R",
    "moment": "week",
    "when": [{"signal": "felt_lighter", "min": 1}],
    "say": "Your wishes count as well.",
}
THOUGHT = {"concept": "reciprocity", "moment": "thought", "when": [], "say": "Soup is a gift."}


def nudge(change: dict, language: str = "en") -> Nudge:
    """It, changed. In another language, its texts are the translation's."""
    facts = {key: value for key, value in change.items() if key not in TEXTS}
    texts = {key: text for key, text in change.items() if key in TEXTS}
    if language == "en":
        own = {key: ENGLISH[key] for key in ("say", "ask")}
        return as_nudge("made-up", ENGLISH | change, own | texts)
    return as_nudge("made-up", ENGLISH | facts, {"say": "…", "ask": "…?"} | texts)


def when(*conditions: tuple) -> list[dict]:
    """From tuples of signal, min (or None) and max."""
    ends = ("signal", "min", "max")
    pairs = [zip(ends, condition, strict=False) for condition in conditions]
    return [{end: value for end, value in pair if value is not None} for pair in pairs]


def cited(**change: str) -> dict:
    return {"citations": [CITATION | change]}
