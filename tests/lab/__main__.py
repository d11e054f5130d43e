"""`python -m tests.lab`: all chat servers for a person to look at, until Ctrl-C."""

import signal
import sys

from tests.lab import lounge, prosody_data, synapse
from tests.lab.hydrogen import Hydrogen
from tests.lab.lounge import Lounge
from tests.lab.ngircd import Ngircd
from tests.lab.process import LabError
from tests.lab.prosody import Prosody
from tests.lab.synapse import Synapse


def main() -> int:
    try:
        with (
            Prosody() as prosody,
            Ngircd() as irc,
            Lounge(irc.port) as the_lounge,
            Synapse() as matrix,
            Hydrogen(matrix.url) as hydrogen,
        ):
            print(
                describe(prosody, the_lounge, irc), describe_matrix(hydrogen), sep="\n", flush=True
            )
            signal.pause()
    except KeyboardInterrupt:
        return 0
    except LabError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def describe(prosody: Prosody, the_lounge: Lounge, irc: Ngircd) -> str:
    people = ", ".join(prosody_data.jid(name) for name in prosody_data.PEOPLE)
    return (
        f"Converse.js  {prosody.url}  log in as one of {people}, password {prosody_data.PASSWORD}\n"
        f"The Lounge   {the_lounge.url}  log in as {lounge.USER}, password {lounge.PASSWORD}\n"
        f"IRC server   127.0.0.1:{irc.port}  for the other side of The Lounge"
    )


def describe_matrix(hydrogen: Hydrogen) -> str:
    people = ", ".join((synapse.USER, *synapse.PEOPLE))
    return (
        f"Hydrogen     {hydrogen.url}  log in as one of {people}, password {synapse.PASSWORD}\n"
        f"Matrix       {hydrogen.homeserver}  for any other client\n"
        "Ctrl-C stops everything."
    )


if __name__ == "__main__":
    # A plain kill ends it as Ctrl-C does: the servers are stopped and their folders cleared away.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(main())
