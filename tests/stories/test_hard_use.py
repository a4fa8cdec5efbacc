"""What people do that nobody planned: killed halfway, odd numbers, files that look like something else."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mingbai.cli import main
from mingbai.desk import records, review
from mingbai.desk.imports import import_file
from mingbai.desk.month.figures import month_figures
from mingbai.desk.month.report import send
from mingbai.desk.places import month_of, new_ledger
from mingbai.desk.recurring import expected
from mingbai.desk.review import Verdict
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.field import Refused
from mingbai.domain.issue import ISSUES
from mingbai.domain.review import Assessment, Method
from mingbai.domain.task import TASKS
from mingbai.domain.words import Mistake
from mingbai.ledger.ledger import Ledger

TASK = {"received_on": "2026-11-23", "department": "民政局", "title": "报表"}


def test_a_ledger_cut_short_in_the_making_leaves_no_name(
    tmp_path: Path, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "新.mingbai"

    def killed(_: Ledger) -> None:
        # A real kill cleans nothing up: at this moment the name must not be there yet.
        assert not path.exists()
        raise KeyboardInterrupt

    monkeypatch.setattr("mingbai.desk.places.bring_catalogues", killed)
    with pytest.raises(KeyboardInterrupt):
        new_ledger(path, {"name": "新湖"}, today=today)
    assert not list(tmp_path.iterdir())


def test_entries_that_begin_like_a_signature_are_imported(
    ledger: Ledger, tmp_path: Path, today: date
) -> None:
    file = tmp_path / "a.csv"
    rows = [
        ["诉求标题", "受理时间"],
        ["负责人：物业未到场", "2026-3-5"],
        ["井盖", "2026-3-6"],
        ["说明: 夜间噪音", "2026-3-7"],
        ["负责人：", ""],
    ]
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    done = import_file(ledger, file, ISSUES, today=today)
    assert {entry.record.title for entry in ledger.entries(ISSUES)} >= {"负责人：物业未到场", "井盖"}
    assert done.new + len(done.left_out) + len(done.refused) == 4


@pytest.mark.parametrize("draft", [{"people": "-3"}, {"due_day": "99999999999"}, {"minutes": "-5"}])
def test_a_count_is_never_below_zero_nor_astronomical(
    ledger: Ledger, today: date, draft: dict[str, str]
) -> None:
    weekly = {"title": "周报", "department": "街道办", "period": "每周"}
    records.add(ledger, DEMANDS, weekly, today=today)
    with pytest.raises(Refused) as refused:
        records.add(ledger, DEMANDS, weekly | draft, today=today)
    assert [problem.field for problem in refused.value.problems] == [*draft]


def test_a_far_due_day_is_the_last_of_its_period(ledger: Ledger, today: date) -> None:
    draft = {
        "title": "周报",
        "department": "街道办",
        "period": "每周",
        "due_day": "9999999",
        "starts_on": "2026-11-23",
    }
    records.add(ledger, DEMANDS, draft, today=today)
    assert [one.due_on for one in expected(ledger, today)] == [date(2026, 11, 29)]


@pytest.mark.parametrize(
    "verdict",
    [
        Verdict(assessment=Assessment.CUT, times_before=9 * 10**18, times_after=0),
        Verdict(assessment=Assessment.CUT, people=-3),
        Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, times_before=52, times_after=52),
        Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, recheck_on=date(2020, 1, 1)),
        Verdict(assessment=Assessment.CUT, basis="长" * 40_000),
    ],
)
def test_decisions_that_cannot_be_are_refused(ledger: Ledger, today: date, verdict: Verdict) -> None:
    entry = records.add(ledger, TASKS, TASK, today=today)
    with pytest.raises(Mistake):
        review.decide(ledger, entry, verdict, today=today)


def test_control_characters_never_enter_by_a_decision(ledger: Ledger, today: date) -> None:
    entry = records.add(ledger, TASKS, TASK, today=today)
    verdict = Verdict(assessment=Assessment.CUT, basis="甲\x1b[31m\u202e乙", note="丙\x00")
    record = review.decide(ledger, entry, verdict, today=today).record
    assert (record.basis, record.note) == ("甲[31m乙", "丙")


def test_a_unit_with_a_semicolon_is_one_unit_each_time(ledger: Ledger, today: date) -> None:
    both = [records.add(ledger, TASKS, TASK | {"department": "城建办;综治办"}, today=today) for _ in range(2)]
    assert both[0].record.department == both[1].record.department
    alone = records.add(ledger, TASKS, TASK | {"department": "综治办"}, today=today)
    assert alone.record.department != both[0].record.department


def test_hours_of_a_year_are_added_before_they_are_rounded(ledger: Ledger) -> None:
    minutes = (38, 33, 125, 38, 92, 59, 53, 5, 107, 64, 5, 104)
    for month, each in enumerate(minutes, 1):
        draft = {"asked_on": f"2026-{month}-5", "certificate": "亲属关系证明", "minutes": str(each)}
        records.add(ledger, CERTIFICATES, draft, today=date(2026, 12, 31))
    figures = month_figures(ledger, month_of(ledger, "2026-12"), today=date(2026, 12, 31))
    assert str(figures.of("cert.hours").year_to_date.number) == "12.1"


def test_a_month_that_has_not_begun_is_not_sent(ledger: Ledger, tmp_path: Path, today: date) -> None:
    with pytest.raises(Mistake):
        send(ledger, month_of(ledger, "2199-12"), tmp_path / "a.xlsx", today=today, language="zh")
    assert not (tmp_path / "a.xlsx").exists()


@pytest.fixture
def run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., str]:
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str, code: int = 0) -> str:
        assert main([*arguments, "--today", "2026-11-24", "--lang", "zh"]) == code
        told = capsys.readouterr()
        return told.err if code else told.out

    command("new", "a.mingbai", "--place", "新湖")
    return command


def test_columns_are_left_out_by_any_name(run: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "诉求标题,受理时间,联系电话\n路灯,2026-3-5,13000001234\n", encoding="utf-8"
    )
    run("import", "a.mingbai", "a.csv", "--register", "issue", "--leave", "胡写", code=1)
    run("import", "a.mingbai", "a.csv", "--register", "issue", "--leave", "联系电话、诉求人")
    assert "13000001234" not in run("list", "a.mingbai", "issue", "--json", "--full")


def test_a_phone_in_a_note_is_masked_in_lists(run: Callable[..., str]) -> None:
    run(
        "add",
        "a.mingbai",
        "task",
        "received_on=今天",
        "department=民政局",
        "title=联系13000001234",
        "note=电话13000001234",
    )
    for arguments in (
        ["list", "a.mingbai", "task"],
        ["list", "a.mingbai", "task", "--json"],
        ["find", "a.mingbai", "联系", "--json"],
    ):
        assert "13000001234" not in run(*arguments)


def test_output_that_cannot_show_chinese_is_no_failure(tmp_path: Path) -> None:
    environment: dict[str, Any] = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": "desktop"}
    root = Path(__file__).parents[2]
    for arguments in (
        ["new", str(tmp_path / "a.mingbai"), "--place", "新湖", "--lang", "zh"],
        ["add", "--help", "--lang", "zh"],
    ):
        done = subprocess.run(
            [sys.executable, "-m", "mingbai", *arguments],
            env=environment,
            cwd=root,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
