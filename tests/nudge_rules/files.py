"""The nudges as their files hold them, in each language."""

import json
from pathlib import Path
from typing import Any

from api.catalogue import ENGLISH, LANGUAGES

from .rule import Nudge

TESTS = Path(__file__).parent.parent
ROOT = TESTS.parent
FOLDER = ROOT / "nudges"
LISTS = ("signals", "concepts")
TEXTS = ("say", "ask", "try")
ALL_LANGUAGES = (ENGLISH, *LANGUAGES)


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def english_files() -> list[Path]:
    return sorted(path for path in FOLDER.glob("*.json") if path.stem not in LISTS)


def nudges(language: str) -> list[Nudge]:
    """All that are written in a language: the English file's facts, the texts of that language,
    and the English texts as `original`."""
    found = [(path.stem, read(path), _written(path, language)) for path in english_files()]
    return [as_nudge(name, english, texts) for name, english, texts in found if texts]


def as_nudge(name: str, english: dict[str, Any], texts: dict[str, str]) -> Nudge:
    facts = {key: value for key, value in english.items() if key not in TEXTS}
    original = {key: english[key] for key in TEXTS if key in english}
    return {"id": name, **facts, **texts, "original": original}


def _written(english: Path, language: str) -> dict[str, str]:
    if language == ENGLISH:
        return {key: text for key, text in read(english).items() if key in TEXTS}
    path = FOLDER / "translations" / language / english.name
    return read(path) if path.exists() else {}


def texts(nudge: Nudge) -> list[str]:
    return [nudge[key] for key in TEXTS if key in nudge]


def place(nudge: Nudge, language: str) -> str:
    folder = "" if language == ENGLISH else f"translations/{language}/"
    return f"nudges/{folder}{nudge['id']}.json"


def signals_of(nudge: Nudge) -> set[str]:
    return {condition["signal"] for condition in nudge["when"]}


SIGNALS = read(FOLDER / "signals.json")
CONCEPTS = read(FOLDER / "concepts.json")
