"""No claim beyond what was counted or said: a text that tells of the reader's own chat needs a
condition in `when` that makes it so (or its moment)."""

import re
from typing import NamedTuple

from .files import texts
from .rule import Nudge, rule


class Ground(NamedTuple):
    """A condition on this signal, with ends no wider than these."""

    signal: str
    at_least: float | None = None
    at_most: float | None = None


def _any(*signals: str) -> list[Ground]:
    return [Ground(signal) for signal in signals]


OPEN, THEIRS = _any("rule_o"), _any("rule_w", "rule_w_many")
USUAL, HELLO = _any("within_usual_time"), _any("own_hello_after_days")
SWINGS, DRIFT, IN_TOUCH = _any("swing_cycles"), _any("own_openings_drift"), _any("days_in_touch")
BEGAN, CAME_BACK = _any("both_began"), _any("both_came_back")
BOTH = [*BEGAN, *CAME_BACK, *IN_TOUCH]
EVENING = [Ground("local_hour", at_least=17)]
LIGHTER, MORE, RIGHT = (Ground(f"felt_{how}", 1) for how in ("lighter", "more", "right"))
NOT_RIGHT = [Ground("felt_right", at_most=0), LIGHTER, MORE]
NEW, SAME = Ground("felt_new", 1), Ground("felt_same_weeks", 2)

# Words that tell of this chat: what makes them true; one of it is enough. An empty list: nothing
# that is counted ever does.
JUSTIFIED = {
    r"last week": BOTH,
    r"(last|past) four weeks": [*DRIFT, *THEIRS],
    r"(in|last|past) eight weeks": SWINGS,
    r"(for|some|many) weeks you": [SAME],
    r"in the (last|past) (few )?(months?|years?)": [],
    r"quiet weeks": [Ground("own_hello_after_days", at_least=14)],
    r"quiet (days?|spells?)|after (a )?(long )?quiet": [*HELLO, *SWINGS],
    r"(a few|some|several) hours|from earlier|something of theirs": THEIRS,
    r"(has|have|came|come) in\b": THEIRS,
    r"theirs": THEIRS,
    r"(is|are|been) open|open here|messages are open": OPEN,
    r"(?<!no )longer than is usual": OPEN,
    r"(no longer than is|(within|of) (the|its|this chat's)) usual": USUAL,
    r"(is|the) quiet here|(it|chat) is quiet|you wrote last": USUAL,
    r"you wrote|what you wrote": [*OPEN, *USUAL, *HELLO],
    r"said hello|your hello|you have just": HELLO,
    r"opened this chat": [*HELLO, *THEIRS],
    r"in touch on|both ways here": IN_TOUCH,
    r"you both|each of you": BOTH,
    r"each of you began|both began": BEGAN,
    r"both came back|each of you came back": CAME_BACK,
    r"you two": [*BOTH, *_any("weeks_counted")],
    r"larger part of": [Ground("own_openings_drift", at_least=1)],
    r"smaller part of": [Ground("own_openings_drift", at_most=-1)],
    r"than at first|first weeks|counting began|you beg[ai]n (more|most|fewer|less)": DRIFT,
    r"(more|less) often|more and more|less and less": DRIFT,
    r"lively (days?|times?)": SWINGS,
    r"you said": [LIGHTER, MORE, RIGHT, NEW, SAME, *NOT_RIGHT, *HELLO],
    r"lighter than you": [LIGHTER],
    r"more than you'd": [MORE],
    r"feels? about right": [RIGHT],
    r"not (quite )?as you'd like": NOT_RIGHT,
    r"new in your life": [NEW],
    r"it is evening|tonight|day is nearly done": EVENING,
    r"this (morning|afternoon)|yesterday": [],
    r"about to write": _any("composing"),
    r"(you|they|here) (always|never|often|rarely|seldom)|in a row|every (day|time|week) you": [],
    r"Toward (saw|has seen|can tell)": [*IN_TOUCH, *SWINGS],
}


@rule("no claim beyond its signals", english_only=True)
def no_claim_beyond_its_signals(nudge: Nudge, _: str) -> list[str]:
    text = " ".join(texts(nudge))
    claims = [
        (match.group(), grounds)
        for words, grounds in JUSTIFIED.items()
        for match in re.finditer(rf"\b({words})", text, re.IGNORECASE)
    ]
    return [_message(said, grounds) for said, grounds in claims if not _justified(nudge, grounds)]


def _message(said: str, grounds: list[Ground]) -> str:
    signals = " or ".join(sorted({ground.signal for ground in grounds}))
    needs = f"add {signals} to `when`, or say less" if grounds else "say less"
    return f"says {said!r}, which its signals do not tell: {needs}"


def _justified(nudge: Nudge, grounds: list[Ground]) -> bool:
    told = [*nudge["when"], {"signal": nudge["moment"]}]
    return any(_meets(condition, ground) for condition in told for ground in grounds)


def _meets(condition: dict, ground: Ground) -> bool:
    low, high = condition.get("min", float("-inf")), condition.get("max", float("inf"))
    return (
        condition["signal"] == ground.signal
        and (ground.at_least is None or low >= ground.at_least)
        and (ground.at_most is None or high <= ground.at_most)
    )
