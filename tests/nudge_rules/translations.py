from api.catalogue import placeholders

from .files import TEXTS
from .rule import Nudge, rule


@rule("a translation has the keys of its nudge")
def same_keys(nudge: Nudge, _: str) -> list[str]:
    wanted = set(nudge["original"])
    return [f"has no `{key}`: write it" for key in sorted(wanted - nudge.keys())] + [
        f"has `{key}`, which the English has not: leave it out"
        for key in TEXTS
        if key in nudge and key not in wanted
    ]


@rule("a translation has the placeholders of its nudge")
def same_placeholders(nudge: Nudge, _: str) -> list[str]:
    wanted, found = placeholders(nudge["original"]), placeholders(nudge)
    if sorted(wanted) == sorted(found):
        return []
    return [f"shows {found}, the English {wanted}: use the same"]
