"""Two wordings of one nudge, within a language."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations

from .files import texts
from .rule import Nudge

# How much of their words two nudges have in common, as the part of both lists' words that is in
# both. The alikest of the first 117 had .46 in a whole text, .50 in `say` and .71 in `ask`, and
# let a reader see two things; two wordings of one thing have more.
MOST: dict[str, tuple[float, Callable[[Nudge], str]]] = {
    "the whole text": (0.55, lambda nudge: " ".join(texts(nudge))),
    "`say`": (0.6, lambda nudge: nudge["say"]),
    "`ask`": (0.75, lambda nudge: nudge["ask"]),
}


@cache
def words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))


def likeness(one: str, other: str) -> float:
    """From 0, no word in common, to 1, the same words."""
    return len(words(one) & words(other)) / len(words(one) | words(other))


def near_duplicates(nudges: list[Nudge]) -> Iterator[str]:
    for one, other in combinations(nudges, 2):
        for part, (most, of) in MOST.items():
            if likeness(of(one), of(other)) >= most:
                yield f"{one['id']} and {other['id']} are alike in {part}: rewrite one, or drop it"
