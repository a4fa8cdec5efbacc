"""The guide holds: derived pages say what is declared, nothing of the window is missing, every link leads somewhere."""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from mingbai.cli import main
from mingbai.cli.parser import parser
from mingbai.desk.collecting.sheets import figure_name
from mingbai.domain.figures import FIGURES
from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import Language
from mingbai.ui.shell.keys import FIELDS, LISTS
from mingbai.ui.shell.stops import BELOW, FIRST, REST

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guide"
INTO = {"zh": "记入：", "en": "Into: "}
UNNAMED = ("居民诉求", "证明事项", "Resident issues", "Certificate requests")
"""What goes there is told by its own words, so that no register is named."""
LANGUAGES: tuple[Language, ...] = ("zh", "en")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)#]+)(?:#[^)]*)?\)")


@cache
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_guide", ROOT / "packaging" / "make_guide.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def pages(language: Language) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((GUIDE / language).glob("*.md"))}


def sections(text: str) -> dict[str, str]:
    """What stands under each heading, by the words of the heading."""
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def written_by_hand(language: Language) -> str:
    derived = maker().pages(language)
    return "\n".join(text for name, text in pages(language).items() if name not in derived)


@pytest.mark.parametrize("language", LANGUAGES)
def test_derived_pages_are_what_is_declared(language: Language) -> None:
    for name, text in maker().pages(language).items():
        assert pages(language)[name] == text, f"run packaging/make_guide.py for {language}/{name}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_in_the_guide_under_its_register(language: Language) -> None:
    found = sections(pages(language)["registers.md"])
    for register in REGISTERS.values():
        (part,) = (text for head, text in found.items() if f"`{register.code}`" in head)
        assert any(register.words.into(language) in head for head in found)
        for field in register.fields.values():
            row = next((line for line in part.splitlines() if f"| `{field.name}` |" in line), "")
            assert field.words.into(language) in row, (register.code, field.name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_is_in_the_guide_with_how_it_is_counted(language: Language) -> None:
    rows = pages(language)["figures.md"].splitlines()
    for figure in FIGURES.values():
        (row,) = (line for line in rows if f"| `{figure.code}` |" in line)
        assert figure_name(figure).into(language) in row
        assert figure.unit.words.into(language) in row
        assert figure.note.into(language) in row


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_in_the_guide_with_its_options(language: Language) -> None:
    found = sections(pages(language)["commands.md"])
    top = parser(language)
    assert list(top.commands()) == list(found)
    for name in top.commands():
        options = re.findall(r"^ +(--[a-z-]+)", top.command(name).format_help(), re.MULTILINE)
        assert "--lang" in options
        for option in set(options) - {"--lang", "--today"}:
            assert option in found[name], (name, option)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_stop_of_the_rail_is_told_of(language: Language) -> None:
    text = written_by_hand(language)
    for stop in (*FIRST, *BELOW, *REST):
        assert stop.words.into(language) in text, stop.code


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_to_type_go_into_the_register_that_is_said(
    language: Language, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = re.findall(r"^\| (.+?) \| `(.+?)` \|$", pages(language)["recording.md"], re.MULTILINE)
    assert len(rows) > 6
    ledger = str(tmp_path / "a.mingbai")
    assert main(["new", ledger, "--place", "新湖社区", "--today", "2026-11-24"]) == 0
    for where, line in rows:
        assert main(["quick", ledger, line, "--dry", "--lang", language, "--today", "2026-11-24"]) == 0
        told = capsys.readouterr().out
        assert f"{INTO[language]}{where}" in told or where in UNNAMED, (line, told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_in_quotes_are_the_windows_own(language: Language) -> None:
    program = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "desktop" / "mingbai").rglob("*.py")
    )
    quoted = re.findall("“([^”]+)”", written_by_hand(language))
    assert len(quoted) > 10
    assert [words for words in quoted if words not in program] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_that_the_window_tells_are_in_the_guide(language: Language) -> None:
    text = pages(language)["keys.md"]
    for keys, _ in (*LISTS, *FIELDS):
        for key in keys.split(" / "):
            assert key in text, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_reached_and_every_link_leads_somewhere(language: Language) -> None:
    folder = GUIDE / language
    reached = {"README.md"}
    for name, text in pages(language).items():
        for target in LINK.findall(text):
            assert (folder / target).resolve().is_file(), (name, target)
            if name == "README.md":
                reached.add(target)
    assert set(pages(language)) <= reached


def test_both_languages_have_the_same_pages() -> None:
    assert list(pages("zh")) == list(pages("en"))
