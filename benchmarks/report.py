"""Where every benchmark puts its figures: benchmarks/results.json, and the screen."""

import json
from pathlib import Path

RESULTS = Path(__file__).with_name("results.json")


def add(
    name: str,
    *,
    ratio: float | None = None,
    value: float | None = None,
    goal: float,
    met: bool,
    path: Path = RESULTS,
) -> None:
    """Prints one figure, a ratio or a value, and puts it in the place of an older one."""
    measured = {"ratio": ratio} if ratio is not None else {"value": value}
    entry = {"name": name, **measured, "goal": goal, "met": met}
    known = json.loads(path.read_text()) if path.exists() else []
    merged = {old["name"]: old for old in known} | {name: entry}
    path.write_text(json.dumps(list(merged.values()), indent=2) + "\n")
    figure = ratio if ratio is not None else value
    print(f"{name}: {figure} (goal {goal}, {'met' if met else 'not yet met'})", flush=True)
