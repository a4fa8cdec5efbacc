"""The frame holds: the pins, the start scripts, and what the repository never says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
PIN_FILES = ["requirements.txt", "requirements-dev.txt"]
SHELL_SCRIPTS = ["packaging/prepare.sh", "packaging/run.sh", "packaging/test.sh"]

PIN = re.compile(r"(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>[^\s;]+)(?: ; .+?(?=\s+--hash))?")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")

# Written in two pieces, so that this file does not find itself.
HOSTS = ["pypi" + ".org", "python" + "hosted"]
# A place on somebody's machine: such a path works nowhere else.
FOREIGN_PATHS = re.compile(r"(?<![\w.~}*])/(?:work|root|home/\w+|Users/\w+|tmp/\w+)/")
TEXT = {
    "", ".cfg", ".cmd", ".css", ".csv", ".desktop", ".html", ".in", ".json", ".md", ".py", ".pyi", ".qss",
    ".sh", ".spec", ".sql", ".svg", ".toml", ".ts", ".tsv", ".txt", ".xml", ".yaml", ".yml",
}  # fmt: skip
NOT_OURS = {".git", ".venv", "build", "dist", "mingbai-demo", "__pycache__", "node_modules"}
CACHES = {".pytest_cache", ".mypy_cache", ".ruff_cache", ".import_linter_cache", ".hypothesis"}


def pins(file: str) -> dict[str, tuple[str, list[str]]]:
    """Name to version and what follows, one entry for each pinned package."""
    text = (PACKAGING / file).read_text(encoding="utf-8").replace("\\\n", " ")
    found: dict[str, tuple[str, list[str]]] = {}
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        pin = PIN.match(line)
        assert pin is not None, f"not pinned: {line[:80]}"
        assert pin["name"] not in found, f"pinned twice: {pin['name']}"
        found[pin["name"]] = (pin["version"], line[pin.end() :].split())
    return found


def our_texts() -> Iterator[Path]:
    """Every text file a person would find in the repository."""
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [
            name for name in folders if name not in NOT_OURS | CACHES and not name.startswith(".venv")
        ]
        # A work tree of git has a file of this name, which holds a path.
        yield from (Path(folder, name) for name in files if name != ".git" and Path(name).suffix in TEXT)


@pytest.mark.parametrize("file", PIN_FILES)
def test_every_package_is_pinned_with_hashes(file):
    packages = pins(file)
    assert packages
    for name, (_, rest) in packages.items():
        assert rest, f"{name} has no hash"
        assert all(HASH.fullmatch(word) for word in rest), name


@pytest.mark.parametrize("file", PIN_FILES)
def test_pins_name_no_place_on_the_network(file):
    text = (PACKAGING / file).read_text(encoding="utf-8")
    assert "://" not in text
    assert not [option for option in ("index", "find-links", "trusted-host") if f"--{option}" in text]
    assert not [host for host in HOSTS if host in text]


@pytest.mark.parametrize("file", PIN_FILES)
def test_slow_packages_stay_out(file):
    # sqlite-utils and openpyxl import them when they are there, which costs up to a second at each start.
    assert not {"numpy", "pandas", "lxml"} & pins(file).keys()


@pytest.mark.parametrize("file", PIN_FILES)
def test_the_qt_that_dies_is_excluded(file):
    # 6.12.0 drops a reference to None in many calls; a table view kills the process within minutes.
    version, _ = pins(file)["pyside6-essentials"]
    assert version == "6.11.3"
    assert pins(file)["shiboken6"][0] == version


def test_the_qt_that_dies_is_excluded_from_an_install_without_pins():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (qt,) = [wanted for wanted in project["dependencies"] if wanted.lower().startswith("pyside6")]
    assert "!=6.12.0" in qt


def test_tests_run_with_the_packages_that_people_get():
    shipped, tested = pins("requirements.txt"), pins("requirements-dev.txt")
    assert {name: tested.get(name) for name in shipped} == shipped


@pytest.mark.skipif(shutil.which("sh") is None, reason="no POSIX shell here")
@pytest.mark.parametrize("script", SHELL_SCRIPTS)
def test_shell_scripts_can_be_read(script):
    result = subprocess.run(["sh", "-n", str(ROOT / script)], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def test_windows_script_has_the_line_ends_it_needs():
    text = (PACKAGING / "run.cmd").read_bytes()
    assert text.count(b"\r\n") == text.count(b"\n") > 0
    assert text.isascii()


def test_texts_name_no_path_or_host_of_one_workplace():
    found = []
    for path in our_texts():
        text = path.read_text(encoding="utf-8", errors="replace")
        for number, line in enumerate(text.splitlines(), 1):
            if FOREIGN_PATHS.search(line) or any(host in line for host in HOSTS):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}")
    assert not found, "\n".join(found)


@pytest.mark.skipif(shutil.which("sh") is None, reason="there is no shell here")
def test_on_a_bare_system_what_tests_need_is_installed(tmp_path: Path) -> None:
    (tmp_path / ".venv").mkdir()
    # As on a machine that has nothing yet; what would be installed is told instead.
    script = f"""
        root={tmp_path}
        . {PACKAGING / "prepare.sh"}
        has_library() {{ false; }}
        has_chinese_font() {{ false; }}
        command() {{ false; }}
        install_packages() {{ echo "$@"; }}
        need_screen
        need_office
    """
    told = subprocess.run(["sh", "-euc", script], capture_output=True, text=True, check=True).stdout
    asked = set(told.split())
    assert {"libxcb-cursor0", "libegl1", "fonts-wqy-microhei", "xvfb", "openbox", "xdotool", "ibus"} <= asked
    assert {"libreoffice-calc-nogui", "poppler-utils", "desktop-file-utils"} <= asked
