"""Writes Lua tables: the form in which Prosody keeps its data."""

from collections.abc import Mapping, Sequence

Lua = str | int | bool | Mapping[str, "Lua"] | Mapping[str | int, "Lua"] | Sequence["Lua"]


def literal(value: Lua) -> str:
    """One value as Lua source; a mapping and a list both become tables."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _string(value)
    return "{ " + " ".join(f"{item};" for item in _items(value)) + " }"


def _items(value: Mapping[str, Lua] | Mapping[str | int, Lua] | Sequence[Lua]) -> list[str]:
    if isinstance(value, Mapping):
        return [f"[{literal(key)}] = {literal(item)}" for key, item in value.items()]
    return [literal(item) for item in value]


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
