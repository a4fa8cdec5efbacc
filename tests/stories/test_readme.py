"""The READMEs hold: their commands run as they stand, and no command is missing."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from mingbai.cli import main
from mingbai.cli.parser import parser

ROOT = Path(__file__).resolve().parents[2]
READMES = {"zh": "README.zh.md", "en": "README.md"}


def text_of(language: str) -> str:
    return (ROOT / READMES[language]).read_text(encoding="utf-8")


def commands_in(language: str) -> list[list[str]]:
    """The `mingbai …` lines of all shell blocks, split as a shell splits them."""
    blocks = re.findall(r"^```sh\n(.*?)^```", text_of(language), re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("mingbai ")]
    return [shlex.split(line, comments=True)[1:] for line in lines]


@pytest.mark.parametrize("language", READMES)
def test_the_examples_run_in_order_as_they_stand(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MINGBAI_LANG", language)
    given = commands_in(language)
    assert len(given) > 15
    for arguments in given:
        assert main([*arguments, "--today", "2026-11-24"]) == 0, (arguments, capsys.readouterr().err)
        told = capsys.readouterr()
        assert told.out, arguments
        assert "没有符合" not in told.out, arguments
        assert "No matching entries" not in told.out, arguments


def test_both_languages_give_the_same_examples() -> None:
    assert [given[0] for given in commands_in("zh")] == [given[0] for given in commands_in("en")]


@pytest.mark.parametrize("language", READMES)
def test_the_table_lists_every_command(language: str) -> None:
    table = "\n".join(line for line in text_of(language).splitlines() if line.startswith("|"))
    listed = set(re.findall(r"`([a-z]+)[^`]*`", table))
    assert set(parser("en").commands()) == listed


@pytest.mark.parametrize("language", READMES)
def test_the_alias_stands_before_the_first_example(language: str) -> None:
    text = text_of(language)
    alias = text.index("alias mingbai=\"sh '$PWD/packaging/run.sh'\"")
    assert alias < text.index("\nmingbai ")
