"""Sending freezes a month; a later version lists what changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.desk.month_books import FILED_ON, NOVEMBER, body, month_workbook, sample_ledger, sheet_with

from mingbai.desk import records
from mingbai.desk.month.as_sent import as_it_was_sent, write_as_sent
from mingbai.desk.month.changes import differences
from mingbai.desk.month.figures import month_figures
from mingbai.desk.month.frozen import as_json
from mingbai.desk.month.overview import differing, frozen_periods
from mingbai.desk.month.report import report_caption, send, write_report
from mingbai.desk.month.sent import latest_sent, sent_values, sent_versions
from mingbai.domain.figure import Top
from mingbai.domain.registers import REGISTERS
from mingbai.domain.task import TASKS
from mingbai.domain.words import Fault, Mistake
from mingbai.ledger.check import check, heads
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.undo import next_undo, undo


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Ledger]:
    with sample_ledger(tmp_path, "zh") as ledger:
        yield ledger


def one_more(ledger: Ledger) -> None:
    records.add(
        ledger,
        TASKS,
        {"received_on": "2026-11-30", "department": "民政局", "title": "补报名册", "kind": "报表"},
        today=FILED_ON,
    )


def test_sending_stores_values_file_and_journal(sample: Ledger, tmp_path: Path) -> None:
    out = tmp_path / "月报.xlsx"
    before = heads(sample)
    entry = send(sample, NOVEMBER, out, sent_to="清禾街道", today=FILED_ON, language="zh")
    report = entry.record
    assert (report.period, report.version, report.sent_on, report.sent_to) == (
        "2026-11",
        1,
        FILED_ON,
        "清禾街道",
    )
    assert report.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()
    assert {device: tuple(head) for device, head in json.loads(report.heads).items()} == before
    shown = body(sheet_with(month_workbook(sample, NOVEMBER, today=FILED_ON), "表1"))[0][4]
    assert sent_values(report)["task.received"]["value"] == shown
    assert check(sample).findings == ()


def test_sending_cannot_be_undone(sample: Ledger, tmp_path: Path) -> None:
    one_more(sample)
    send(sample, NOVEMBER, tmp_path / "月报.xlsx", today=FILED_ON, language="zh")
    deed = next_undo(sample)
    assert deed is None or deed.deed != "send"
    if deed is not None:
        undo(sample)
    assert latest_sent(sample, NOVEMBER) is not None


def test_a_sent_month_is_a_base_as_it_was_sent(sample: Ledger, tmp_path: Path) -> None:
    send(sample, NOVEMBER, tmp_path / "月报.xlsx", today=FILED_ON, language="zh")
    sent = month_figures(sample, NOVEMBER, today=FILED_ON)
    before = sent.of("task.received").value.number
    assert before
    one_more(sample)
    assert month_figures(sample, NOVEMBER, today=FILED_ON).of("task.received").value.number == before + 1
    day = date(2027, 1, 4)
    december = month_figures(sample, NOVEMBER.next, today=day)
    for code, found in december.compared.items():
        top = isinstance(found.figure, Top) and found.value.label != sent.of(code).value.label
        if not top:
            assert found.previous.number == sent.of(code).value.number, code
    received = december.of("task.received")
    assert received.value.number == 0
    assert received.change == Decimal("-100.00")
    assert received.year_to_date.number == sent.of("task.received").year_to_date.number + 1  # type: ignore[operator]
    next_year = month_figures(sample, NOVEMBER.shifted(12), today=date(2027, 12, 1))
    assert next_year.of("task.received").last_year.number == before
    later = month_figures(sample, NOVEMBER.shifted(2), today=date(2027, 2, 1))
    assert later.of("task.received").previous.number == 0


def test_the_next_version_lists_what_changed(sample: Ledger, tmp_path: Path) -> None:
    first = send(sample, NOVEMBER, tmp_path / "一.xlsx", today=FILED_ON, language="zh")
    stored = dict(first.stored)
    one_more(sample)
    workbook = month_workbook(sample, NOVEMBER, today=FILED_ON)
    assert "第2版" in workbook.caption
    rows = {(row[1], row[3]): row[4:] for row in body(sheet_with(workbook, "差异"))}
    before = sent_values(first.record)["task.received"]["value"]
    assert rows["收到上级交办", "本月"] == [before, before + 1]
    assert rows["其中：报表材料数据", "本月"][1] == rows["其中：报表材料数据", "本月"][0] + 1  # type: ignore[operator]
    assert ("要求出具证明", "本月") not in rows
    assert differing(sample, [NOVEMBER], FILED_ON) == {NOVEMBER: len(rows)}
    assert rows["表2 上级交办", "明细"] == ["多 1 行"]
    second = send(sample, NOVEMBER, tmp_path / "二.xlsx", today=FILED_ON, language="zh")
    assert second.record.version == 2
    assert [entry.record.version for entry in sent_versions(sample, NOVEMBER)] == [1, 2]
    assert sent_versions(sample, NOVEMBER)[0].stored == stored
    found = differences(sent_values(first.record), sent_values(second.record))
    assert ("task.received", "value", Decimal(before), Decimal(before + 1)) in {
        (each.code, each.column, each.before, each.now) for each in found
    }


def test_a_sent_version_is_the_version_until_something_differs(sample: Ledger, tmp_path: Path) -> None:
    first = send(sample, NOVEMBER, tmp_path / "一.xlsx", today=FILED_ON, language="zh")
    later = date(2026, 12, 5)
    workbook = month_workbook(sample, NOVEMBER, today=later)
    assert workbook.caption == report_caption(sample, NOVEMBER, language="zh", full=False, today=later)
    assert "第1版" in workbook.caption
    assert not any("差异" in sheet.tab for sheet in workbook.sheets)
    assert "2026年12月2日" in sheet_with(workbook, "表1").foot[-1]
    written = write_report(sample, NOVEMBER, tmp_path / "再.xlsx", today=later, language="zh")
    assert written.sha256 == first.record.sha256
    with pytest.raises(Mistake, match="nothing in it has changed"):
        send(sample, NOVEMBER, tmp_path / "二.xlsx", today=later, language="zh")
    assert not (tmp_path / "二.xlsx").exists()
    one_more(sample)
    assert "第2版" in report_caption(sample, NOVEMBER, language="zh", full=False, today=later)
    send(sample, NOVEMBER, tmp_path / "二.xlsx", today=later, language="zh")
    # The second version sent still says what it changed.
    workbook = month_workbook(sample, NOVEMBER, today=date(2026, 12, 9))
    assert "第2版" in workbook.caption
    assert sheet_with(workbook, "差异").title == "与第1版的差异"


def test_a_version_can_be_seen_as_it_was_sent(sample: Ledger, tmp_path: Path) -> None:
    send(sample, NOVEMBER, tmp_path / "一.xlsx", sent_to="清禾街道", today=FILED_ON, language="zh")
    before = body(sheet_with(month_workbook(sample, NOVEMBER, today=FILED_ON), "表1"))
    one_more(sample)
    send(sample, NOVEMBER, tmp_path / "二.xlsx", today=FILED_ON, language="zh")
    (frozen,) = frozen_periods(sample)
    assert (frozen.version, [report.version for report in frozen.earlier]) == (2, [1])
    seen = as_it_was_sent(sample, NOVEMBER, 1, "zh")
    assert seen is not None
    assert "第1版" in seen.workbook.caption
    shown = body(sheet_with(seen.workbook, "表1"))
    assert [row[:12] for row in shown] == [row[:12] for row in before]
    write_as_sent(sample, seen, tmp_path / "看.xlsx")
    with pytest.raises(Mistake):
        write_as_sent(sample, seen, tmp_path / "一.xlsx")
    second = as_it_was_sent(sample, NOVEMBER, 2, "en")
    assert second is not None
    # In the language in which it left.
    assert sheet_with(second.workbook, "差异").title == "与第1版的差异"
    assert as_it_was_sent(sample, NOVEMBER, 3, "zh") is None


def test_writing_freezes_nothing_and_repeats_byte_for_byte(sample: Ledger, tmp_path: Path) -> None:
    first = write_report(sample, NOVEMBER, tmp_path / "一.xlsx", today=FILED_ON, language="zh")
    second = write_report(sample, NOVEMBER, tmp_path / "二.xlsx", today=FILED_ON, language="zh")
    assert first.sha256 == second.sha256
    assert sample.entries(REGISTERS["report"]) == []


def test_json_speaks_in_whole_numbers_and_shown_decimals(sample: Ledger) -> None:
    found = json.loads(json.dumps(as_json(month_figures(sample, NOVEMBER, today=FILED_ON), "zh")))
    received, on_list = found["task.received"], found["task.on_list"]
    assert isinstance(received["value"], int)
    assert received["unit"] == "件"
    assert on_list["value"] == round(on_list["part"] * 100 / on_list["whole"], 2)
    assert found["issue.open"]["year_to_date"] is None
    assert found["cert.top"]["label"]
    assert set(received) == {
        *("value", "unit", "previous", "last_year", "year_to_date", "last_year_to_date"),
        *("change", "change_on_year", "change_year_to_date", "part", "whole", "label"),
    }


def test_a_sent_version_is_not_written_over(sample: Ledger, tmp_path: Path) -> None:
    out = tmp_path / "月报.xlsx"
    write_report(sample, NOVEMBER, out, today=FILED_ON, language="zh")
    send(sample, NOVEMBER, out, today=FILED_ON, language="zh")
    kept = out.read_bytes()
    one_more(sample)
    for again in (send, write_report):
        with pytest.raises(Mistake):
            again(sample, NOVEMBER, out, today=FILED_ON, language="zh")
    assert out.read_bytes() == kept
    assert len(sent_versions(sample, NOVEMBER)) == 1


class _StoppedThere(Exception):
    """The person stopped."""


def test_sending_can_be_stopped_at_every_step_and_leaves_nothing(sample: Ledger, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    stop_at = 0
    while True:
        heard = iter(range(stop_at + 1))

        def told(_done: int, _of: int, heard: Iterator[int] = heard, last: int = stop_at) -> None:
            if next(heard) == last:
                raise _StoppedThere

        try:
            send(sample, NOVEMBER, folder / "月报.xlsx", today=FILED_ON, told=told, language="zh")
        except _StoppedThere:
            assert list(folder.iterdir()) == []
            assert sent_versions(sample, NOVEMBER) == []
            stop_at += 1
        else:
            break
    # Each of fourteen sheets is made and drawn, then the whole file is looked at.
    assert stop_at == 29
    assert [path.name for path in folder.iterdir()] == ["月报.xlsx"]
    assert len(sent_versions(sample, NOVEMBER)) == 1


@pytest.mark.parametrize("before", [b"", b"an older file"])
def test_where_freezing_fails_no_workbook_is_left_that_looks_sent(
    sample: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: bytes
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    out = folder / "月报.xlsx"
    if before:
        out.write_bytes(before)

    def full(*_: object) -> None:
        raise Fault("磁盘已满", "The disk is full")

    monkeypatch.setattr("mingbai.desk.month.report.keep_book", full)
    with pytest.raises(Fault, match="full"):
        send(sample, NOVEMBER, out, today=FILED_ON, language="zh")
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == ({out.name: before} if before else {})
    assert latest_sent(sample, NOVEMBER) is None


def test_where_the_frozen_file_finds_no_place_it_is_said_and_written_again(
    sample: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "月报.xlsx"
    with monkeypatch.context() as patch:

        def held(*_: object) -> None:
            raise PermissionError

        patch.setattr(Path, "replace", held)
        with pytest.raises(Fault, match="is frozen, but"):
            send(sample, NOVEMBER, out, today=FILED_ON, language="zh")
    report = latest_sent(sample, NOVEMBER)
    assert report is not None
    again = write_report(sample, NOVEMBER, out, today=FILED_ON, language="zh")
    assert again.sha256 == report.record.sha256
