"""What a nudge carries, for whom, and where it may come."""

import re

from .files import CONCEPTS, SIGNALS, signals_of, texts
from .rule import Nudge, rule

IN_CHAT = {"opened", "composing", "sent", "received"}
OWN_PAGES = {"week", "thought"}
FELT = {name for name in SIGNALS if name.startswith("felt_")}
# Of each set at most one holds, by what the signals mean.
NEVER_TOGETHER = [
    {"rule_o", "within_usual_time", "rule_w", "rule_w_many"},
    {"felt_lighter", "felt_right", "felt_more"},
]


@rule("weight, role and moment are the concept's")
def fits_its_concept(nudge: Nudge, _: str) -> list[str]:
    concept = CONCEPTS.get(nudge["concept"])
    if concept is None:
        return [f"carries {nudge['concept']!r}: use a key of concepts.json"]
    faults = {
        f"is {nudge['weight']}: its concept is {concept['weight']}": (
            nudge["weight"] != concept["weight"]
        ),
        f"speaks to {nudge['role']}: its concept is for {concept['role']}": (
            concept["role"] not in {"B", nudge["role"]}
        ),
        "comes in a chat: this idea is for week and thought": (
            "chat" not in concept["where"] and nudge["moment"] in IN_CHAT
        ),
        "comes unasked: only an answer may open this idea, so add a felt_… signal": (
            concept["where"] == ["felt"] and not signals_of(nudge) & FELT
        ),
        f"comes in a chat without {concept.get('rule')}: add it to `when`": (
            nudge["moment"] in IN_CHAT and not _needs(nudge, concept.get("rule"))
        ),
    }
    return [message for message, broken in faults.items() if broken]


@rule("heavy ones are opened by an answer alone")
def heavy_ones_need_an_answer(nudge: Nudge, _: str) -> list[str]:
    signals = signals_of(nudge)
    faults = {
        "is heavy: add the felt_… signal that opens it": not signals & FELT,
        f"is heavy: no count may open it, so leave out {sorted(signals - FELT)}": signals - FELT,
        "is heavy: its moment is week or thought": nudge["moment"] not in OWN_PAGES,
    }
    return [message for message, broken in faults.items() if nudge["weight"] == "heavy" and broken]


@rule("signals exist and have words")
def signals_have_words(nudge: Nudge, _: str) -> list[str]:
    faults = []
    for condition in nudge["when"]:
        name, ends = condition["signal"], condition.keys() & {"min", "max"}
        if name not in SIGNALS:
            faults.append(f"needs {name!r}: use a key of signals.json, or define it there")
            continue
        unsaid = sorted(ends - SIGNALS[name]["words"].keys())
        faults += [f"has a {end} of {name}: say it in signals.json, `words`" for end in unsaid]
    return faults


@rule("its conditions can hold together")
def conditions_can_hold(nudge: Nudge, _: str) -> list[str]:
    on = {c["signal"] for c in nudge["when"] if c.get("min", 0) >= 1}
    clashes = [sorted(on & some) for some in NEVER_TOGETHER if len(on & some) > 1]
    empty = [
        c["signal"]
        for c in nudge["when"]
        if c.get("min", float("-inf")) > c.get("max", float("inf"))
    ]
    return [f"needs {both}, which never hold together: leave one out" for both in clashes] + [
        f"needs {signal} above its own max: swap them" for signal in empty
    ]


@rule("only light thoughts come without a signal")
def others_say_when(nudge: Nudge, _: str) -> list[str]:
    free = nudge["weight"] == "light" and nudge["moment"] == "thought"
    return [] if nudge["when"] or free else ["has no `when`: say when it may come"]


@rule("a thought is about no chat in particular")
def thought_is_about_no_chat(nudge: Nudge, language: str) -> list[str]:
    if nudge["moment"] != "thought":
        return []
    known = sorted(signals_of(nudge) & SIGNALS.keys())
    chats = [name for name in known if SIGNALS[name]["about"] == "chat"]
    about = r"\b(this (chat|person|week)|here)\b"
    said = re.findall(about, " ".join(texts(nudge)), re.IGNORECASE) if language == "en" else []
    return [f"is a thought and needs {name}: use what is about any chat" for name in chats] + [
        f"is a thought and says {words[0]!r}: speak of no chat in particular" for words in said
    ]


@rule("what is theirs needs rule W")
def theirs_needs_rule_w(nudge: Nudge, _: str) -> list[str]:
    rule_w = "rule_w_many" if nudge["concept"] == "space-with-return" else "rule_w"
    if nudge["moment"] != "received" or _needs(nudge, rule_w):
        return []
    return [f"comes after something of theirs: add {rule_w} with a min of 1"]


def _needs(nudge: Nudge, rule_name: str | None) -> bool:
    return rule_name is None or {"signal": rule_name, "min": 1} in nudge["when"]
