from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Nudge = dict[str, Any]
Check = Callable[[Nudge, str], list[str]]


@dataclass(frozen=True)
class Rule:
    """One thing a nudge never does, or always. `check(nudge, language)` gives a message for each
    fault; each says what to do. The nudge is as `files.nudges` gives it."""

    name: str
    check: Check
    english_only: bool = False


def rule(name: str, *, english_only: bool = False) -> Callable[[Check], Rule]:
    return lambda check: Rule(name, check, english_only)
