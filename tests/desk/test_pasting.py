"""A pasted notice becomes the draft of an assignment that can be saved."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from mingbai.desk import records
from mingbai.desk.dropped import draft_of_file
from mingbai.desk.pasting import Pasted, draft_of
from mingbai.desk.quick import Reader
from mingbai.domain.demand import Period
from mingbai.domain.task import TASKS
from mingbai.domain.words import Mistake
from mingbai.ledger.ledger import Ledger

TEXT = "请各社区于11月27日17:00前将独居老人名单（姓名、年龄、电话）报民政局。每户拍照留痕。"


def test_the_draft_is_saved_as_it_was_read(ledger: Ledger, today: date) -> None:
    pasted = draft_of(Reader(ledger), TEXT, today)
    task = records.add(ledger, TASKS, pasted.draft, today=today, language="zh").record
    assert task.due_on == date(2026, 11, 27)
    assert task.form_columns == ("姓名", "年龄", "电话")
    assert "独居老人名单" in task.title
    assert [ask.code for ask in task.asks] == ["photo"]
    assert task.note == TEXT
    assert pasted.due_time == "17:00"


def test_every_guess_names_its_words_and_can_be_taken_out(ledger: Ledger, today: date) -> None:
    pasted = draft_of(Reader(ledger), TEXT, today)
    said = {guess.field: [TEXT[start:end] for start, end in guess.spans] for guess in pasted.guesses}
    assert said["due_on"] == ["11月27日17:00前"]
    assert said["department"] == ["民政局"]
    assert "due_on" not in pasted.without("due_on").draft


def test_what_recurs_is_told(ledger: Ledger, today: date) -> None:
    assert draft_of(Reader(ledger), "每月5日前报民政局低保动态", today).period is Period.MONTHLY


def test_nothing_pasted_is_one_sentence(ledger: Ledger, today: date) -> None:
    with pytest.raises(Mistake):
        draft_of(Reader(ledger), " \n", today)


def test_a_dropped_document_brings_the_columns_of_its_form(
    ledger: Ledger, today: date, tmp_path: Path
) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    cells = "".join(
        f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in ("户主", "人口", "住址")
    )
    body = f"<w:p><w:r><w:t>请周五前报民政局</w:t></w:r></w:p><w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as made:
        made.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
    pasted = draft_of_file(Reader(ledger), tmp_path / "a.docx", today)
    assert isinstance(pasted, Pasted)
    draft = pasted.draft
    assert (draft["form_columns"], draft["due_on"]) == ("户主;人口;住址", "2026-11-27")
