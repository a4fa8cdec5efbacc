"""A double click on a ledger: the desktop entry and the kind of file say what the program and its files are."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from mingbai.ledger.file import SUFFIX
from mingbai.ledger.ledger import Ledger

ROOT = Path(__file__).resolve().parents[2]
ENTRY = ROOT / "packaging" / "linux" / "mingbai-ledger.desktop"
KIND = ROOT / "packaging" / "linux" / "mingbai-ledger.xml"
NAMESPACE = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}


@pytest.fixture(scope="module")
def entry() -> dict[str, str]:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(ENTRY, encoding="utf-8")
    return dict(parser["Desktop Entry"])


def test_the_entry_starts_the_program_with_a_ledger(entry: dict[str, str]) -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {**scripts.get("scripts", {}), **scripts.get("gui-scripts", {})}
    program, file = entry["Exec"].split()
    assert program in names
    assert file == "%f"


def test_both_speak_of_one_kind_of_file_and_two_languages(entry: dict[str, str]) -> None:
    kind = ET.parse(KIND).find("m:mime-type", NAMESPACE)
    assert kind is not None
    assert entry["MimeType"] == f"{kind.attrib['type']};"
    glob = kind.find("m:glob", NAMESPACE)
    assert glob is not None
    assert glob.attrib["pattern"] == f"*{SUFFIX}"
    assert len(kind.findall("m:comment", NAMESPACE)) == 2
    for name in ("Name", "Comment", "Keywords"):
        assert entry[name].isascii()
        assert not entry[f"{name}[zh_CN]"].isascii()


def test_a_ledger_is_known_by_its_first_bytes(ledger: Ledger) -> None:
    head = ledger.path.read_bytes()[:100]
    matches = ET.parse(KIND).findall(".//m:match", NAMESPACE)
    assert len(matches) == 2
    for match in matches:
        value, offset = match.attrib["value"].encode(), int(match.attrib["offset"])
        assert head[offset : offset + len(value)] == value


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not here")
def test_the_entry_is_valid() -> None:
    told = subprocess.run(["desktop-file-validate", str(ENTRY)], capture_output=True, text=True, check=False)
    assert told.stdout == ""
