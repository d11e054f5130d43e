"""`python -m benchmarks.choose`: the choice of a card, to a bare loop over the same rules.

120 nudges (the catalogue's, some of them twice), 30 signals, half a year of cards shown before. The
bare loop looks at each nudge's moment, conditions and earlier cards, and does nothing else.
"""

import json
import statistics
import subprocess
import tempfile
from pathlib import Path

from api.catalogue import load_nudges
from api.config import from_env
from benchmarks.report import add
from benchmarks.site import ESBUILD, HERE

MOST = 5


def measure() -> list[tuple[float, float]]:
    """Microseconds of the bare loop and of choose(), turn by turn in one process."""
    folder = from_env({})["NUDGES"]
    names = list(json.loads((folder / "signals.json").read_text()))
    given = json.dumps({"nudges": list(load_nudges(folder).values()), "names": names})
    with tempfile.TemporaryDirectory() as out:
        script = Path(out) / "choose.mjs"
        options = ["--bundle", "--format=esm", "--platform=node", "--log-level=warning"]
        bundle = [str(ESBUILD), str(HERE / "choose.mjs"), *options, f"--outfile={script}"]
        subprocess.run(bundle, check=True)
        run = ["node", str(script)]
        done = subprocess.run(run, input=given, capture_output=True, text=True, check=True)
    return [(bare, choice) for bare, choice in json.loads(done.stdout)]


def main() -> None:
    turns = measure()
    bare, choice = (statistics.median(times) for times in zip(*turns, strict=True))
    print(f"  a bare loop: {bare:.0f} µs, choose(): {choice:.0f} µs", flush=True)
    ratio = round(statistics.median(choice / bare for bare, choice in turns), 2)
    name = "choose() over 120 nudges and 30 signals, to a bare loop"
    add(name, ratio=ratio, goal=MOST, met=ratio <= MOST)


if __name__ == "__main__":
    main()
