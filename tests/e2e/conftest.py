"""The extension built for tests, the API as `python -m api` runs it, and a browser."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, sync_playwright

from tests.e2e.server import Server
from tests.e2e.toward import Toward, toward

ROOT = Path(__file__).resolve().parents[2]
SITES = ["http://127.0.0.1/*", "http://localhost/*"]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build that holds the permissions a headless browser could not ask for."""
    out = tmp_path_factory.mktemp("build") / "toward"
    command = ["node", "extension/build.mjs", "--grant", *SITES, "--out", str(out)]
    subprocess.run(command, cwd=ROOT, check=True)
    return out


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture
def browser(playwright: Playwright, build: Path) -> Iterator[Toward]:
    with toward(playwright, build) as running:
        yield running


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Server(tmp_path / "data") as running:
        yield running
