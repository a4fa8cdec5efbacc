"""What is said after something was saved, written or refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Run

L = "a.mingbai"


def test_days_are_told_with_their_weekday(run: Run) -> None:
    told = run("add", L, "task", "received_on=今天", "department=民政局", "title=报表", "due_on=周五")
    assert "2026-11-24（周二）" in told
    assert "2026-11-27（周五）" in told


def test_what_looks_like_a_slip_is_told_once_and_saved(filled: Run) -> None:
    told = filled("change", L, "2026-A-0001", "due_on=11-20")
    assert told.splitlines()[-1].startswith("办结期限 2026-11-20（周五） 早于接收日期")
    assert filled("list", L, "task", "--json")[0]["due_on"] == "2026-11-20"
    assert "请核对" not in filled("change", L, "2026-A-0001", "due_on=11-27")


def test_a_certificate_request_is_answered_at_the_counter(run: Run) -> None:
    listed = run("add", L, "certificate", "asked_on=今天", "certificate=亲属关系证明")
    assert "亲属关系证明：不予出具" in listed
    assert "可以代替的" in listed
    assert "两单之外：先问清" in run("add", L, "certificate", "asked_on=今天", "certificate=奇怪的证明")
    assert "certificate" in run("add", L, "certificate", "asked_on=今天", "certificate=x", "--json")


def test_a_flag_says_that_it_is_saved_and_where_it_is_written(filled: Run) -> None:
    saved, own = filled("flag", L, "2026-A-0001", "--reason", "与6月3日的报表栏目相同").splitlines()
    assert saved == "已保存提示，2026-11-24（周二）：2026-A-0001 上报重点人群台账"
    assert own == "与6月3日的报表栏目相同"
    told = filled("flag", L, "2026-A-0002", "--reason", "GD-DOC-1").splitlines()
    assert told[0].startswith("已保存提示")
    assert len(told) > 2


def test_a_suggestion_and_a_cut_are_told_apart(filled: Run) -> None:
    decide = ("decide", L, "2026-A-0002", "--assessment", "cut")
    suggested = filled(*decide)
    assert suggested.startswith("已保存：2026-A-0002 环境周报：建议核减（尚未执行）")
    assert "复查" not in suggested
    assert filled(*decide, "--method", "rarer", "--times-after", "12") == (
        "已保存：2026-A-0002 环境周报：已核减，自2026年11月24日（周二）起，降低频次；"
        "每年 52 次 → 12 次；每次 90 分钟；复查日 2027-02-24（周三）\n"
    )
    assert "Cut from Tue 1 Dec 2026" in filled(*decide, "--effective", "12-1", language="en")
    kept = filled("decide", L, "2026-A-0001", "--assessment", "必要")
    assert kept == "已保存：2026-A-0001 上报重点人群台账：必要\n"


def test_an_occurrence_is_told_by_its_period_however_it_was_typed(filled: Run) -> None:
    came = filled("came", L, "2026-A-0002", "上周", "--on", "11-20")
    assert came == "已登记：2026-A-0005 环境周报，2026-W47\n"
    assert filled("list", L, "task", "--json")[-1]["received_on"] == "2026-11-20"
    assert filled("absent", L, "2026-A-0002", "W46") == "已记录：2026-A-0002 环境周报，2026-W46 未再要求\n"
    assert "2026-W45" in filled("absent", L, "2026-A-0002", "2026-11-4")


@pytest.mark.parametrize("out", ["-", "a.csv", "a", "a.xls"])
def test_only_a_workbook_is_written(filled: Run, tmp_path: Path, out: str) -> None:
    for command in (("export", L, "task"), ("report", L, "--month", "2026-11")):
        told = filled(*command, "--out", out, code=1)
        assert told == f"导出要写成文件，文件名以 .xlsx 结尾，如 11月.xlsx；“{out}”不是"
    assert not (tmp_path / out).exists()
    assert not filled("list", L, "report", "--json")


def test_an_import_says_what_was_written(run: Run, tmp_path: Path) -> None:
    rows = [f"2026-11-{day:02},民政局,事项{day}" for day in range(1, 4)]
    rows += [f"不是日期,民政局,别的{n}" for n in range(23)]
    (tmp_path / "a.csv").write_text("接收日期,交办单位,事项名称\n" + "\n".join(rows), encoding="utf-8")
    preview = run("import", L, "a.csv", "--register", "task", "--preview", code=1).splitlines()
    assert preview[-2:] == ["… 另有 3 行", "以上是预览，没有写入"]
    assert not run("list", L, "task", "--json")
    told = run("import", L, "a.csv", "--register", "task", code=1).splitlines()
    assert told[-2:] == ["… 另有 3 行", "已写入 3 条上级交办"]
    assert sum(line.startswith("第 ") for line in told) == 20
    assert run("import", L, "a.csv", "--register", "task", code=1).splitlines()[-1] == "没有要写入的"
    assert len(run("list", L, "task", "--json")) == 3


def test_an_import_ends_with_1_only_where_a_row_was_refused(run: Run, tmp_path: Path) -> None:
    rows = ["接收日期,交办单位,事项名称,办结期限", "2026-11-02,民政局,一,说不准", "合计,,,"]
    (tmp_path / "a.csv").write_text("\n".join(rows), encoding="utf-8")
    told = run("import", L, "a.csv", "--register", "task", "--json")
    assert (told["new"], told["refused"], len(told["unread"]), len(told["left_out"])) == (1, [], 1, 1)
    (tmp_path / "a.csv").write_text("\n".join([*rows, "2026-11-03,,二,"]), encoding="utf-8")
    told = run("import", L, "a.csv", "--register", "task", "--json", code=1)
    assert (told["same"], len(told["refused"])) == (1, 1)


def test_nothing_waited_for_is_said(run: Run) -> None:
    assert run("expected", L) == "没有在等的常态事项\n"
    assert run("expected", L, "--json") == []


def test_a_folder_given_as_a_dot_is_named(filled: Run) -> None:
    assert filled("attach", L, "2026-A-0001", ".", code=1).startswith("“.”是文件夹")


def test_a_ledger_where_a_register_is_due_is_told_its_place(run: Run) -> None:
    assert run("list", "task", L, code=1) == "“a.mingbai”是账本，写在登记簿前面：mingbai list a.mingbai task"


def test_a_line_of_an_unknown_register_is_told_which_there_are(run: Run) -> None:
    Path("lines.jsonl").write_text('{"task": {"register": "bogus", "title": "x"}}', encoding="utf-8")
    assert "task, meeting" in run("flags", "--jsonl", "lines.jsonl", language="en", code=1)


def test_what_a_step_back_went_past_is_told(filled: Run) -> None:
    filled("report", L, "--month", "2026-11", "--out", "a.xlsx", "--send")
    filled("change", L, "2026-A-0001", "title=名单")
    assert len(filled("undo", L).splitlines()) == 1
    assert filled("undo", L).splitlines()[1:] == ["上报“2026年11月”，撤不回，保持不变"]
    assert len(filled("undo", L).splitlines()) == 1


def test_what_was_cut_is_listed_with_its_day(filled: Run) -> None:
    filled("decide", L, "2026-A-0002", "--assessment", "cut", "--effective", "2026-11-23")
    told = filled("expected", L).splitlines()
    assert [line.split("  ", 3)[3] for line in told if "W48" in line] == ["环境周报  11-23 起已核减"]
    cut = {one["period"]: one["cut_on"] for one in filled("expected", L, "--json")}
    assert cut["2026-W48"] == "2026-11-23"
