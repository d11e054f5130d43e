"""What the documents name is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = "api|extension|nudges|tests|docs|benchmarks"
CODE = ["api/config.py", "api/__main__.py"]


def named_paths(document: str) -> list[str]:
    text = (ROOT / document).read_text()
    return re.findall(rf"[`(]((?:{FOLDERS})/[^`)<\s]*)[`)]", text)


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_path_in_a_document_exists(document: str) -> None:
    paths = named_paths(document)
    assert paths
    missing = [path for path in paths if not (ROOT / path).exists()]
    assert not missing, f"{document} names {missing}: mend the document, or put the file there."


def test_every_setting_in_the_readme_is_read() -> None:
    settings = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "README.md").read_text(), re.MULTILINE)
    code = "".join((ROOT / path).read_text() for path in CODE)
    assert settings
    assert [name for name in settings if f'"{name}"' not in code] == []


def test_every_command_in_the_readme_is_in_the_makefile() -> None:
    commands = re.findall(r"make ([a-z0-9]+)", (ROOT / "README.md").read_text())
    makefile = (ROOT / "Makefile").read_text()
    assert [name for name in commands if not re.search(rf"^{name}:", makefile, re.MULTILINE)] == []
