"""The whole main job from the command line, as a clerk would do it, on a new ledger."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from mingbai.cli import main

Run = Callable[..., Any]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on the ledger and answers what it printed, as JSON where it is JSON."""
    monkeypatch.chdir(tmp_path)

    def command(name: str, *arguments: str, code: int = 0) -> Any:
        given = [name, "新湖.mingbai", *arguments, "--today", "2026-11-24", "--lang", "zh"]
        assert main(given) == code, capsys.readouterr().err
        told = capsys.readouterr()
        if code:
            assert len(told.err.strip().splitlines()) == 1
            return told.err
        return json.loads(told.out) if "--json" in arguments else told.out

    command("new", "--place", "新湖社区", "--residents", "20136")
    return command


def cells(path: Path) -> list[str]:
    workbook = openpyxl.load_workbook(path)
    return [
        str(cell.value)
        for sheet in workbook
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


def test_a_month_from_the_first_assignment_to_the_second_version(run: Run, tmp_path: Path) -> None:
    run("add", "staff", "姓名=李梅")
    task = run(
        "add", "task", "接收日期=11-23", "交办单位=民政局", "事项名称=上报重点人群台账", "办结期限=周五",
        "报送形式=报表", "文号=none_seen", "经办人=李梅", "--json",
    )  # fmt: skip
    assert (task["number"], task["due_on"], task["kind"]) == ("2026-A-0001", "2026-11-27", "FRM")
    weekly = run(
        "add",
        "demand",
        "title=环境周报",
        "department=街道办",
        "period=每周",
        "minutes=90",
        "starts_on=2026-10-5",
        "--json",
    )
    run(
        "add", "certificate", "asked_on=今天", "certificate=亲属关系证明", "outcome=不予出具", "applicant=张晓明",
        "phone=13000001234",
    )  # fmt: skip
    run(
        "add",
        "issue",
        "accepted_at=11-20 9:30",
        "title=路灯不亮",
        "channel=电话",
        "place=幸福里",
        "resident=王小红",
    )
    issue = run("list", "issue", "--json")[0]
    run("change", issue["number"], "closed_at=11-23 16:00", "solved=已解决", "satisfaction=满意")

    run("came", weekly["number"], "2026-W47")
    run("absent", weekly["number"], "2026-W46")
    assert [one["period"] for one in run("expected", "--json")] == [
        f"2026-W{week}" for week in (41, 42, 43, 44, 45, 48)
    ]

    flagged = run("flag", task["number"], "--reason", "与6月3日报表栏目相同", "--json")
    assert flagged["state"] == "open"
    run(
        "decide", weekly["number"], "--assessment", "建议核减", "--method", "降低频次", "--times-after", "12",
        "--effective", "2026-11-01", "--basis", "联席会议答复",
    )  # fmt: skip
    before = run("figures", "--month", "2026-11", "--json")
    assert before["task.received"]["value"] == 2
    assert before["cut.done"]["value"] == 1
    # (52 - 12) x 90 minutes = 60 hours a year, 5 a month.
    assert before["cut.hours"]["value"] == 5
    assert before["cert.declined"]["value"] == 1
    assert before["issue.solved"]["value"] == 100
    assert before["issue.days"]["value"] == 1

    assert "研判" in run("undo")
    assert run("figures", "--month", "2026-11", "--json")["cut.done"]["value"] == 0
    run("redo")
    assert run("figures", "--month", "2026-11", "--json") == before

    run("report", "--month", "2026-11", "--out", "first.xlsx", "--send", "--to", "街道办")
    run("add", "task", "received_on=11-24", "department=民政局", "title==1+1 也是名称")
    run("report", "--month", "2026-11", "--out", "second.xlsx", "--send", "--to", "街道办")
    reports = run("list", "report", "--json")
    assert [one["version"] for one in reports] == [1, 2]
    sent = [json.loads(one["figures"]) for one in reports]
    assert sent[0] != sent[1]

    written = cells(tmp_path / "second.xlsx")
    assert "=1+1 也是名称" in written
    for private in ("张晓明", "13000001234", "王小红", "李梅", "民政局", "与6月3日报表栏目相同"):
        assert not [text for text in written if private in text], private
    assert "ledger is whole" in run("check") or "完好" in run("check")

    with sqlite3.connect(tmp_path / "新湖.mingbai") as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert plain.execute("SELECT title FROM task WHERE number = '2026-A-0001'").fetchone() == (
            "上报重点人群台账",
        )
        assert plain.execute("SELECT count(*) FROM journal WHERE uid = ?", (task["uid"],)).fetchone() == (1,)
    plain.close()


def test_undo_passes_over_a_sent_month(run: Run) -> None:
    run("add", "task", "received_on=今天", "department=民政局", "title=报表")
    run("report", "--month", "2026-11", "--out", "a.xlsx", "--send")
    assert "登记“报表”" in run("undo")
    assert not run("list", "task", "--json")
    assert len(run("list", "report", "--json")) == 1
    run("undo", code=1)


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "nothing", "title=x"),
        ("add", "task", "title"),
        ("add", "task", "title=x"),
        ("add", "task", "received_on=2月30日", "department=x", "title=x"),
        ("list", "task", "--where", "colour=red"),
        ("flag", "2026-A-0099", "--reason", "x"),
        ("figures", "--month", "十三月"),
        ("report", "--month", "2026-11", "--out", "missing/folder/a.xlsx"),
        ("import", "missing.xlsx", "--register", "issue"),
        ("came", "2026-A-0099", "2026-W47"),
        ("undo",),
        ("redo",),
        ("new", "--place", "别处"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(run: Run, arguments: tuple[str, ...]) -> None:
    run(*arguments, code=1)


@pytest.mark.parametrize(
    "arguments", [[], ["fly"], ["list"], ["report", "a.mingbai"], ["add", "a.mingbai", "task"]]
)
def test_wrong_usage_is_told_apart(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINGBAI_LANG", "en")
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    (sentence,) = capsys.readouterr().err.splitlines()
    assert sentence.startswith("still needed") or "there is no command" in sentence
    assert re.search(r"; see mingbai( \w+)? --help$", sentence)


def test_a_bug_of_ours_leaves_a_report_without_content(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("王小红 13000001234")

    monkeypatch.setattr("mingbai.cli.commands.find_everywhere", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    told = run("find", "路灯", code=1)
    (report,) = tmp_path.glob("mingbai-report-*.txt")
    assert report.name in told
    text = report.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in text
    assert "王小红" not in text
