"""The reasons why the store did not do what it was asked. Pure."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from api.rows import conversation_id

OK = 0  # what the script's answer begins with otherwise: see `refusal`


class StoreError(Exception):
    """A reason why the store did not do what it was asked."""


class StoreAway(StoreError):
    """The store cannot be reached, or is in no state to answer."""


class UnknownToken(StoreError):
    """No account has this token."""


class TooManyWrites(StoreError):
    """`args[0]`: seconds to wait."""


class NeverGiven(StoreError):
    """The upload names an erasure that never happened."""


class WeekFull(StoreError):
    """The week holds as many rows as it may."""


class NoPairing(StoreError):
    """No such pairing is open: the code is wrong, late, used or withdrawn."""


class LastDevice(StoreError):
    """Without this device nobody could read the account any more."""


class TooManyDevices(StoreError):
    """Every device number of the account has been given."""


class Mark(NamedTuple):
    """One erasure: of a day (`2026-11-20`) or of a conversation (22 characters)."""

    number: int
    day: str | None
    conversation: str | None


class Erased(StoreError):
    """`args[0]`: the marks that the uploading browser does not know yet, oldest first."""


_WITHOUT_MORE = {
    1: UnknownToken,
    4: NeverGiven,
    5: WeekFull,
    6: NoPairing,
    7: LastDevice,
    8: TooManyDevices,
}


def refusal(answer: Sequence[Any]) -> StoreError:
    """What an answer of the script means that does not begin with OK."""
    match answer[0]:
        case 2:
            return TooManyWrites(answer[1])
        case 3:
            return Erased(sorted(_mark(number, what) for number, what in answer[1]))
    return _WITHOUT_MORE[answer[0]]()


def _mark(number: int, what: bytes) -> Mark:
    if what[:1] == b"d":
        return Mark(number, what[1:].decode(), None)
    return Mark(number, None, conversation_id(what[1:]))
