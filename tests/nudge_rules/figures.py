"""Numbers: one at most, counted, never in a heavy nudge."""

import re

from api.catalogue import placeholders

from .files import SIGNALS, signals_of, texts
from .patterns import found
from .rule import Nudge, rule


@rule("heavy ones hold no figure")
def no_figure_in_a_heavy_one(nudge: Nudge, language: str) -> list[str]:
    if nudge["weight"] != "heavy":
        return []
    text = " ".join(texts(nudge))
    figures = re.findall(r"\d|\{|%|٪", text) + found("figures", language, text)
    return [f"is heavy and holds the figure {figure!r}: leave it out" for figure in figures]


@rule("a placeholder is one counted figure")
def placeholder_is_counted(nudge: Nudge, _: str) -> list[str]:
    places = placeholders(nudge)
    faults = ["has more than one placeholder: one figure at most"] if len(places) > 1 else []
    for place in places:
        if place not in signals_of(nudge):
            faults.append(f"shows {{{place}}}, which is not in `when`: add it, or leave it out")
        elif place in SIGNALS and not SIGNALS[place]["figure"]:
            faults.append(f"shows {{{place}}}, which is never shown as a number: leave it out")
    return faults
