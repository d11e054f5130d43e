"""The API's description, in the few words that its page shows."""

import json
from pathlib import Path
from typing import Any, NamedTuple

METHODS = ("get", "post", "put", "patch", "delete")


class Call(NamedTuple):
    """One call: `takes` and `answers` hold (name, words) each."""

    method: str
    path: str
    summary: str
    text: str
    token: bool
    takes: list[tuple[str, str]]
    answers: list[tuple[str, str]]


class Reference(NamedTuple):
    """Calls by tag, and the fields (name, words) of each shape that they use."""

    calls: dict[str, list[Call]]
    shapes: dict[str, list[tuple[str, str]]]


def reference_of(document: Path) -> Reference:
    """What the page shows, in the document's order. Raises FileNotFoundError."""
    text = document.read_text()
    spec = json.loads(text)
    return Reference(_calls(spec), _shapes(spec, text))


def _calls(spec: dict[str, Any]) -> dict[str, list[Call]]:
    groups: dict[str, list[Call]] = {}
    for path, item in spec["paths"].items():
        for method in METHODS:
            if method in item:
                tag = (item[method].get("tags") or ["Other"])[0]
                call = _call(spec, path, method, item)
                groups.setdefault(tag, []).append(call)
    return groups


def _call(spec: dict[str, Any], path: str, method: str, item: dict[str, Any]) -> Call:
    operation = item[method]
    parameters = [_resolved(spec, p) for p in item.get("parameters", [])]
    parameters += [_resolved(spec, p) for p in operation.get("parameters", [])]
    return Call(
        method.upper(),
        path,
        operation.get("summary", ""),
        operation.get("description", ""),
        bool(operation.get("security")),
        [(p["name"], _parameter(p)) for p in parameters] + _body(operation),
        [
            (code, _answer(spec, answer))
            for code, answer in sorted(operation.get("responses", {}).items())
            if code != "default"
        ],
    )


def _resolved(spec: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    """What a local `$ref` stands for."""
    found: Any = node
    if "$ref" in node:
        found = spec
        for part in node["$ref"].removeprefix("#/").split("/"):
            found = found[part]
    return dict(found)


def _shapes(spec: dict[str, Any], text: str) -> dict[str, list[tuple[str, str]]]:
    """Shapes that nothing refers to are the library's own, and left out."""
    schemas = spec.get("components", {}).get("schemas", {})
    return {
        name: [(field, _field(part)) for field, part in schema.get("properties", {}).items()]
        for name, schema in schemas.items()
        if f'"#/components/schemas/{name}"' in text
    }


def _field(schema: dict[str, Any]) -> str:
    limits = [str(schema[key]) for key in ("minimum", "maximum") if key in schema]
    words = [_shape(schema), " to ".join(limits), schema.get("description", "")]
    return ". ".join(word.rstrip(".") for word in words if word)


def _parameter(parameter: dict[str, Any]) -> str:
    need = "required" if parameter.get("required") else "optional"
    words = parameter.get("description") or _shape(parameter.get("schema", {}))
    return f"{parameter['in']}, {need}. {words}".strip()


def _body(operation: dict[str, Any]) -> list[tuple[str, str]]:
    content = operation.get("requestBody", {}).get("content", {})
    return [("body", f"{kind}: {_shape(part.get('schema', {}))}") for kind, part in content.items()]


def _answer(spec: dict[str, Any], answer: dict[str, Any]) -> str:
    whole = _resolved(spec, answer)
    shapes = [_shape(part.get("schema", {})) for part in whole.get("content", {}).values()]
    words = [whole.get("description", ""), *dict.fromkeys(s for s in shapes if s)]
    return ", ".join(word for word in words if word)


def _shape(schema: dict[str, Any]) -> str:
    """A schema's name, or its type."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    kind = schema.get("type", "")
    if schema.get("additionalProperties"):
        return f"map of {_shape(schema['additionalProperties'])}"
    if "enum" in schema:
        return " or ".join(map(str, schema["enum"]))
    if kind == "array":
        return f"list of {_shape(schema.get('items', {}))}"
    return " or ".join(kind) if isinstance(kind, list) else str(kind)
