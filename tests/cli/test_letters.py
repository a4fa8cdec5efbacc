"""Letters from the command line."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("kind", "said", "title"),
    [
        ("joint", "已写好核实商请函：函.docx", "关于商请核实“上报重点人群台账”有关事项的函"),
        ("department", "已写好情况说明：函.docx", "关于“上报重点人群台账”有关情况的说明"),
        ("file", "已写好备查记录：函.docx", "关于“上报重点人群台账”的备查记录"),
    ],
)
def test_a_letter_is_written_in_the_language_asked_for(filled: Run, kind: str, said: str, title: str) -> None:
    filled("flag", "a.mingbai", "2026-A-0001", "--reason", "GD-INS-3")
    told = filled("letter", "a.mingbai", "2026-A-0001", "--kind", kind, "--out", "函.docx")
    raised = ["已记入反映事项：上报重点人群台账"] if kind == "joint" else []
    assert told.splitlines() == [
        said,
        *raised,
        "“频繁填报”的依据没有写进去：报道所见，请核对原文",
        "请打开核对、修改；本软件不代为发送",
    ]
    with ZipFile("函.docx") as package:
        assert title in package.read("word/document.xml").decode()


def test_without_a_kind_it_goes_to_the_joint_office(filled: Run) -> None:
    told = filled("letter", "a.mingbai", "2026-A-0003", "--out", "l.docx", language="en")
    assert told.startswith("Request to verify written: l.docx")


def test_what_cannot_be_written_is_one_sentence_and_no_file(filled: Run) -> None:
    assert "居民诉求" in filled("letter", "a.mingbai", "2026-A-0004", "--out", "l.docx", code=1)
    assert ".docx" in filled("letter", "a.mingbai", "2026-A-0001", "--out", "l.pdf", code=1)
    assert not Path("l.docx").exists()
