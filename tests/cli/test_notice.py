"""What a pasted notice asks, from the command line, and lines in bulk."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from mingbai.cli import main

TODAY = ("--today", "2026-11-23", "--lang", "zh")
TEXT = "请各社区于11月27日17:00前将独居老人台账（姓名、年龄、电话）报民政局。"


def answered(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command printed."""
    assert main([*arguments, *TODAY]) == 0
    return capsys.readouterr().out


def test_the_answer_has_every_part(capsys: pytest.CaptureFixture[str]) -> None:
    answer = json.loads(answered(capsys, "notice", TEXT, "--json"))
    assert answer["department"] == "民政局"
    assert (answer["due_on"], answer["due_time"], answer["period"]) == ("2026-11-27", "17:00", None)
    assert answer["columns"] == ["姓名", "年龄", "电话"]
    assert "独居老人台账" in answer["title"]


def test_a_notice_comes_from_standard_input_as_well(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "sys.stdin", io.TextIOWrapper(io.BytesIO("社事办通知：\n周五前报名单".encode()), "utf-8")
    )
    told = answered(capsys, "notice", "-")
    assert "办结期限：11-27 周五" in told
    assert "社会事务办公室" in told


def test_the_unit_is_called_by_its_english_name_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert "交办单位：民政局" in answered(capsys, "notice", TEXT)
    assert main(["notice", TEXT, *TODAY, "--lang", "en"]) == 0
    assert "Department: Civil Affairs" in capsys.readouterr().out
    # A program is told the name by which the list keeps the unit, whichever language people read.
    assert main(["notice", TEXT, *TODAY, "--lang", "en", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["department"] == "民政局"


def test_days_that_may_be_due_are_offered_and_none_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    text = "活动定在11月27日17:00，如下雨改到12月1日"
    answer = json.loads(answered(capsys, "notice", text, "--json"))
    assert (answer["due_on"], answer["due_time"]) == (None, None)
    assert answer["due_choices"] == [
        {"due_on": "2026-11-27", "due_time": "17:00"},
        {"due_on": "2026-12-01", "due_time": None},
    ]
    assert "办结期限（拿不准）：11-27 周五 17:00 / 12-01 周二" in answered(capsys, "notice", text)


def test_an_empty_notice_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notice", " ", *TODAY]) == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


@pytest.mark.parametrize("command", ["notice", "quick"])
def test_many_lines_are_answered_one_by_one(
    command: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    lines = tmp_path / "lines.jsonl"
    given = [{"id": "a", "text": "周五前 民政局 报名单", "today": "2026-12-01"}, {"id": "b"}, "no object"]
    lines.write_text("\n".join(json.dumps(one) for one in given), encoding="utf-8")
    assert main([command, "--jsonl", str(lines), *TODAY]) == 1
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (answers[0]["id"], answers[0]["due_on"]) == ("a", "2026-12-04")
    assert answers[1]["id"] == "b"
    assert all("error" in answer for answer in answers[1:])


def test_a_line_without_a_ledger_is_only_read(capsys: pytest.CaptureFixture[str]) -> None:
    answer = json.loads(
        answered(capsys, "quick", "周五前", "报表", "mzj", "上报重点人群台账", "@李梅", "--json")
    )
    assert answer == {
        "due_on": "2026-11-27",
        "kind": "FRM",
        "department": "民政局",
        "owner": "李梅",
        "title": "上报重点人群台账",
    }


def test_what_recurs_is_due_when_it_next_comes(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(answered(capsys, "quick", "每月5日前 民政局 台账", "--json"))["due_on"] == "2026-12-05"
