"""The nudges of one language as the server hands them out, compressed: the largest of all."""

from api.catalogue import load
from api.config import from_env
from benchmarks.report import add

BYTES = 30_000


def main() -> None:
    settings = from_env({})
    catalogue = load(settings["NUDGES"], settings["ADAPTERS"])
    sizes = {language: len(document.gzipped) for language, document in catalogue.nudges.items()}
    for language, size in sizes.items():
        print(f"  {language}: {size} bytes compressed", flush=True)
    value = max(sizes.values())
    add("nudges of one language, compressed, bytes", value=value, goal=BYTES, met=value <= BYTES)


if __name__ == "__main__":
    main()
