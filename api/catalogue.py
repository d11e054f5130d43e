"""Nudges and adapters from their folders. A file at fault stops the start, with one line that
names the file and says what to do: what is not right is not shown to anybody."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from api.document import Document

ENGLISH = "en"
LANGUAGES = ("ar", "de", "es", "fr", "pt-BR", "uk")  # the folders of nudges/translations
LISTS = ("signals", "concepts")  # files beside the nudges that are not nudges
TEXTS = ("say", "ask", "try")
PLACEHOLDER = re.compile(r"\{([^{}]*)\}?")  # one that is never closed counts, too
Content = dict[str, Any]


class CatalogueError(Exception):
    """A file at fault; the message is one line that names it and says what to do."""


class Catalogue(NamedTuple):
    nudges: Mapping[str, Document]
    adapters: Document

    def language(self, wanted: str) -> str:
        """The language to answer in: the one wanted, without its region if need be, else
        English."""
        known = {name.lower(): name for name in self.nudges}
        tag = wanted.replace("_", "-").lower()
        return known.get(tag) or known.get(tag.split("-")[0]) or ENGLISH


def load(nudges: Path, adapters: Path) -> Catalogue:
    """Reads and checks both folders. Raises CatalogueError."""
    english = load_nudges(nudges)
    return Catalogue(
        {
            language: Document({"language": language, "nudges": list(merged.values())})
            for language, merged in _languages(nudges, english).items()
        },
        Document({"adapters": load_folder(adapters, "adapter")}),
    )


def load_nudges(folder: Path) -> dict[str, Content]:
    """The English nudges by id, each checked against its schema, the signals and concepts."""
    names = {kind: _names(folder, kind) for kind in LISTS}
    found = load_folder(folder, "nudge")
    for nudge in found:
        _check_nudge(f"{nudge['id']}.json", nudge, names)
    return {nudge["id"]: nudge for nudge in found}


def load_folder(folder: Path, kind: str) -> list[Content]:
    """Each file of a folder, checked against `schema/<kind>.json`; its name is its id."""
    schema = _validator(folder / "schema" / f"{kind}.json")
    files = sorted(path for path in folder.glob("*.json") if path.stem not in LISTS)
    return [{"id": path.stem, **_checked(path, schema, kind)} for path in files]


def _names(folder: Path, kind: str) -> set[str]:
    """The names that a list such as signals.json explains."""
    path, schema = folder / f"{kind}.json", folder / "schema" / f"{kind}.json"
    return set(_checked(path, _validator(schema), kind) if schema.exists() else _read(path))


def placeholders(texts: Mapping[str, Any]) -> list[str]:
    """The names in braces in a nudge's texts, or a translation's."""
    return [name for _, name in _placeholders(texts)]


def _placeholders(texts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for field in TEXTS:
        for name in PLACEHOLDER.findall(texts.get(field, "")):
            yield field, name


def _check_nudge(name: str, nudge: Content, names: Mapping[str, set[str]]) -> None:
    if nudge["concept"] not in names["concepts"]:
        raise CatalogueError(
            f"{name}: concept: {nudge['concept']!r} is not in concepts.json; use one that is."
        )
    for i, condition in enumerate(nudge["when"]):
        if condition["signal"] not in names["signals"]:
            raise CatalogueError(
                f"{name}: when[{i}].signal: {condition['signal']!r} is not in signals.json; "
                "define it there or use one that is."
            )
    signals = {condition["signal"] for condition in nudge["when"]}
    for field, place in _placeholders(nudge):
        if place not in signals:
            raise CatalogueError(
                f"{name}: {field}: {{{place}}} is no signal of its `when`; "
                "add a condition on it there or leave it out."
            )


def _languages(folder: Path, english: Mapping[str, Content]) -> dict[str, dict[str, Content]]:
    """The catalogue in each language; a nudge without a translation stays English."""
    languages = {ENGLISH: dict(english)}
    for path in sorted((folder / "translations").glob("[!.]*")):
        languages[_language(path)] = {**english, **_translated(path, english)}
    return languages


def _language(folder: Path) -> str:
    if folder.name not in LANGUAGES:
        raise CatalogueError(
            f"translations/{folder.name}: {folder.name!r} is not one of the languages "
            f"{', '.join(LANGUAGES)}; rename the folder or take it away."
        )
    return folder.name


def _translated(folder: Path, english: Mapping[str, Content]) -> dict[str, Content]:
    found = {}
    for path in sorted(folder.glob("*.json")):
        if path.stem not in english:
            raise CatalogueError(f"{_place(path)}: there is no nudge of this name; rename it.")
        found[path.stem] = {**english[path.stem], **_texts(path, english[path.stem])}
    return found


def _texts(path: Path, english: Content) -> Content:
    texts = _read(path)
    wanted = set(TEXTS) & set(english)
    if set(texts) != wanted or not all(isinstance(text, str) and text for text in texts.values()):
        raise CatalogueError(
            f"{_place(path)}: a translation holds the same texts as its nudge and nothing else; "
            f"write {', '.join(sorted(wanted))}."
        )
    _check_places(path, texts, english)
    return texts


def _check_places(path: Path, texts: Content, english: Content) -> None:
    wanted = placeholders(english)
    for field, place in _placeholders(texts):
        if place not in wanted:
            raise CatalogueError(
                f"{_place(path)}: {field}: {{{place}}} is not in the English; leave it out."
            )
    for field, place in _placeholders(english):
        if place not in placeholders(texts):
            raise CatalogueError(
                f"{_place(path)}: {field}: {{{place}}} of the English is missing; put it in."
            )


def _checked(path: Path, schema: Draft202012Validator, kind: str) -> Content:
    content = _read(path)
    if kind == "nudge" and not content.get("citations"):
        raise CatalogueError(
            f"{path.name} has no citations: a nudge without a source is not shown. Add one."
        )
    error = best_match(schema.iter_errors(content))
    if error:
        where = error.json_path.removeprefix("$").removeprefix(".") or "the file"
        what = " ".join(error.message.split())[:200]
        raise CatalogueError(f"{path.name}: {where}: {what}. Compare it with schema/{kind}.json.")
    return content


def _validator(path: Path) -> Draft202012Validator:
    return Draft202012Validator(_read(path))


def _read(path: Path) -> Content:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CatalogueError(f"{path} cannot be read: {error.strerror}. Put it back.") from error
    except (ValueError, RecursionError) as error:
        raise CatalogueError(f"{_place(path)} is not valid JSON: {error}. Mend it.") from error
    if not isinstance(content, dict):
        raise CatalogueError(f"{_place(path)} has to hold one JSON object.")
    return content


def _place(path: Path) -> str:
    """The file's name, with the language's folder for a translation."""
    translated = path.parent.parent.name == "translations"
    return f"{path.parent.name}/{path.name}" if translated else path.name
