"""The build stops on a broken file with one clear line, and holds no test switch."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


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
    ],
)
def test_a_file_that_breaks_its_schema_stops_the_build(
    checkout: Path, name: str, fields: dict[str, object], complaint: str
) -> None:
    change(checkout / name, **fields)
    result = build(checkout)
    assert result.returncode == 1
    line = result.stderr.strip()
    assert line.startswith(f"The extension was not built. {Path(name).name}: ")
    assert complaint in line
    assert line.endswith("then build again.")
    assert "\n" not in line
    assert not (checkout / "out").exists()


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
