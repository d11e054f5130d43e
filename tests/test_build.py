"""The build stops on a broken file with one clear line, and holds no test switch."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from api.catalogue import LANGUAGES

ROOT = Path(__file__).parent.parent
GERMAN = "nudges/translations/de"
HEARSAY = {"claim": "So.", "work": "A friend", "kind": "hearsay"}
TELEPATHY = [{"signal": "telepathy", "min": 1}]


def build(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = ["node", "extension/build.mjs", "--out", str(root / "out"), *options]
    return subprocess.run(command, cwd=root, capture_output=True, text=True)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What a build reads, to be broken."""
    left_out = shutil.ignore_patterns("node_modules", "dist*")
    shutil.copytree(ROOT / "extension", tmp_path / "extension", ignore=left_out)
    shutil.copytree(ROOT / "nudges", tmp_path / "nudges")
    (tmp_path / "extension" / "node_modules").symlink_to(ROOT / "extension" / "node_modules")
    return tmp_path


def change(file: Path, **fields: object) -> None:
    file.write_text(json.dumps(json.loads(file.read_text()) | fields))


@pytest.mark.parametrize(
    ("name", "fields", "complaint"),
    [
        ("extension/adapters/converse.json", {"colour": "red"}, "colour"),
        ("extension/adapters/converse.json", {"settleMs": -1}, "/settleMs"),
        ("extension/adapters/thelounge.json", {"direction": []}, "/direction"),
        ("nudges/the-tug.json", {"weight": "middling"}, "/weight"),
        ("nudges/the-tug.json", {"citations": []}, "/citations"),
        ("nudges/the-tug.json", {"citations": [{"claim": "So.", "kind": "article"}]}, "work"),
        ("nudges/the-tug.json", {"citations": [HEARSAY]}, "/citations/0/kind"),
        ("nudges/the-tug.json", {"concept": "luck"}, "/concept 'luck' is not in concepts.json"),
        ("nudges/the-tug.json", {"when": TELEPATHY}, "/when/0/signal 'telepathy' is not in"),
        (
            "nudges/the-tug.json",
            {"say": "{moods} days."},
            "/say {moods} is no signal of its `when`",
        ),
        (f"{GERMAN}/being-there.json", {"say": "Oft."}, "/say {days_in_touch} of the English is"),
        (f"{GERMAN}/the-tug.json", {"ask": "{x}?"}, "/ask {x} is not in the English"),
        (f"{GERMAN}/the-tug.json", {"ask": ""}, "/ask is missing or no text"),
        (f"{GERMAN}/the-tug.json", {"why": "So."}, "/why is not in the English"),
    ],
)
def test_a_file_at_fault_stops_the_build(
    checkout: Path, name: str, fields: dict[str, object], complaint: str
) -> None:
    change(checkout / name, **fields)
    result = build(checkout)
    assert result.returncode == 1
    line = result.stderr.strip()
    place = name.removeprefix("nudges/translations/") if GERMAN in name else Path(name).name
    assert line.startswith(f"The extension was not built. {place}: ")
    assert complaint in line
    assert line.endswith("then build again.")
    assert "\n" not in line
    assert not (checkout / "out").exists()


@pytest.mark.parametrize("language", ["xx", "de_DE", "en"])
def test_a_language_that_is_not_one_of_ours_stops_the_build(checkout: Path, language: str) -> None:
    (checkout / "nudges/translations" / language).mkdir()
    result = build(checkout)
    assert result.returncode == 1
    assert f"translations/{language}: the folder is not one of ar, de, es, fr" in result.stderr


def test_a_translation_of_no_nudge_stops_the_build(checkout: Path) -> None:
    (checkout / GERMAN / "the-tug.json").rename(checkout / GERMAN / "the-rug.json")
    result = build(checkout)
    assert result.returncode == 1
    assert "de/the-rug.json: the file is named after no nudge. Rename it" in result.stderr


def test_the_package_holds_every_translation_in_one_file_a_language(checkout: Path) -> None:
    (checkout / GERMAN / "the-tug.json").unlink()
    assert build(checkout).returncode == 0
    files = {file.stem: json.loads(file.read_text()) for file in checkout.glob("out/nudges/*")}
    assert sorted(files) == sorted(LANGUAGES)
    for language, texts in files.items():
        folder = checkout / "nudges/translations" / language
        assert texts == {file.stem: json.loads(file.read_text()) for file in folder.iterdir()}
    assert "the-tug" not in files["de"]


def test_the_package_describes_itself_in_every_language(checkout: Path) -> None:
    assert build(checkout).returncode == 0
    for language in ("en", *LANGUAGES):
        file = checkout / "out/_locales" / language.replace("-", "_") / "messages.json"
        described = json.loads(file.read_text())["description"]["message"]
        assert 60 < len(described) <= 132  # the stores take no more


def test_build_and_server_know_the_same_languages() -> None:
    script = (ROOT / "extension/scripts/nudge-files.mjs").read_text()
    line = next(line for line in script.splitlines() if "const LANGUAGES" in line)
    assert tuple(re.findall(r"'([\w-]+)'", line)) == LANGUAGES


def test_a_file_that_is_no_json_stops_the_build(checkout: Path) -> None:
    (checkout / "extension/adapters/converse.json").write_text("{")
    result = build(checkout)
    assert result.returncode == 1
    assert "converse.json is not valid JSON" in result.stderr


def test_a_build_for_people_holds_no_switch_for_tests(checkout: Path) -> None:
    assert build(checkout).returncode == 0
    manifest = json.loads((checkout / "out/manifest.json").read_text())
    assert {"host_permissions", "key"}.isdisjoint(manifest)
    assert manifest["incognito"] == "not_allowed"
    assert "web_accessible_resources" not in manifest
    scripts = "".join(file.read_text() for file in (checkout / "out").glob("*.js"))
    assert "testClock" not in scripts


def test_a_build_with_granted_sites_says_so_in_its_name(checkout: Path) -> None:
    assert build(checkout, "--grant", "http://a.test/*", "http://b.test/*").returncode == 0
    manifest = json.loads((checkout / "out/manifest.json").read_text())
    assert "test build" in manifest["name"]
    assert manifest["host_permissions"] == ["http://a.test/*", "http://b.test/*"]
