"""A version that was sent is frozen whole: what any of its sheets shows decides whether it still stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.desk.month_books import FILED_ON, NOVEMBER, body, month_workbook, sample_ledger, sheet_with

from mingbai.desk import records
from mingbai.desk.erasing import erase_person, would_erase
from mingbai.desk.month import report as reporting
from mingbai.desk.month.as_sent import as_it_was_sent, write_as_sent
from mingbai.desk.month.figures import month_figures
from mingbai.desk.month.kept import KeptSheet, packed, unpacked
from mingbai.desk.month.lists_apart import IN_A_NOTE, ListApart, lists_apart, notes_apart
from mingbai.desk.month.overview import differing, month_overview
from mingbai.desk.month.report import report_caption, report_of, send, write_report
from mingbai.desk.month.sent import latest_sent
from mingbai.desk.review import Verdict, decide
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.certificate_type import CERTIFICATE_TYPES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.period import ReportPeriod, parse_period
from mingbai.domain.place import PLACES
from mingbai.domain.report import SENT_SHEETS
from mingbai.domain.review import DECISIONS, Assessment
from mingbai.domain.sheet import Row, RowKind, Sheet, SheetColumn
from mingbai.domain.task import TASKS, Status, Task
from mingbai.domain.words import Language, Mistake, Words
from mingbai.ledger.check import check
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import undo

LANGUAGES: tuple[Language, ...] = ("zh", "en")
LATER = date(2026, 12, 5)


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Ledger]:
    with sample_ledger(tmp_path, "zh") as ledger:
        yield ledger


def sent(ledger: Ledger, folder: Path) -> Entry:
    return send(ledger, NOVEMBER, folder / "一.xlsx", today=FILED_ON, language="zh")


def one_more(ledger: Ledger) -> None:
    draft = {"received_on": "2026-11-30", "department": "民政局", "title": "补报名册"}
    records.add(ledger, TASKS, draft, today=LATER)


def open_task(ledger: Ledger) -> Entry:
    """An assignment of November that is not done."""
    for entry in ledger.entries(TASKS):
        task: Task = entry.record
        if NOVEMBER.start <= task.received_on <= NOVEMBER.end and task.status is not Status.DONE:
            return entry
    raise AssertionError


def is_done(ledger: Ledger) -> None:
    records.change(ledger, open_task(ledger), {"status": "done", "done_on": "2026-11-30"}, today=LATER)


def level_changed(ledger: Ledger) -> None:
    (entry,) = [one for one in ledger.entries(DEPARTMENTS) if one.record.name == "民政局"]
    records.change(
        ledger, entry, {"level": "市级" if entry.record.level.words.zh != "市级" else "县级"}, today=LATER
    )


def renamed(ledger: Ledger) -> None:
    (entry,) = ledger.entries(PLACES)
    records.change(ledger, entry, {"name": "清风社区"}, today=LATER)


def coded(ledger: Ledger) -> None:
    (entry,) = ledger.entries(PLACES)
    records.change(ledger, entry, {"code": "330109001999"}, today=LATER)


def told(ledger: Ledger) -> dict[str, object]:
    """The rows of the sheet of changes: what differs, and how."""
    sheet = sheet_with(month_workbook(ledger, NOVEMBER, today=LATER), "差异")
    return {str(row[1]): row[4:] for row in body(sheet)}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (is_done, {"表2 上级交办": ["改 1 行"]}),
        (renamed, {"填报单位"}),
        (coded, {"村（社区）代码"}),
        (level_changed, {"表2 上级交办"}),
    ],
    ids=["done", "renamed", "coded", "level"],
)
def test_what_any_sheet_shows_makes_the_next_version(
    sample: Ledger, tmp_path: Path, change: object, expected: object
) -> None:
    first = sent(sample, tmp_path)
    figures = month_figures(sample, NOVEMBER, today=LATER).compared
    change(sample)  # type: ignore[operator]
    assert month_figures(sample, NOVEMBER, today=LATER).compared.keys() == figures.keys()
    found = told(sample)
    assert set(expected) <= set(found)  # type: ignore[call-overload]
    if isinstance(expected, dict):
        assert found == expected
    assert differing(sample, [NOVEMBER], LATER) == {NOVEMBER: len(found)}
    overview = month_overview(sample, NOVEMBER, "zh", LATER)
    assert (overview.version, overview.differing, overview.kept) == (2, len(found), True)
    assert "第2版" in report_caption(sample, NOVEMBER, language="zh", full=False, today=LATER)
    assert overview.captions[False] == report_caption(
        sample, NOVEMBER, language="zh", full=False, today=LATER
    )
    english = month_workbook(sample, NOVEMBER, language="en", today=LATER)
    shown = [str(cell) for row in body(sheet_with(english, "Changes")) for cell in row[1:4]]
    assert not any("表" in text for text in shown)
    undo(sample)
    again = write_report(sample, NOVEMBER, tmp_path / "再.xlsx", today=LATER, language="zh")
    assert again.sha256 == first.record.sha256
    with pytest.raises(Mistake, match="nothing in it has changed"):
        send(sample, NOVEMBER, tmp_path / "二.xlsx", today=LATER, language="zh")


@pytest.mark.parametrize("text", ["2026-11", "2026-Q3", "2026-Q4", "2026"])
@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_recorded_is_nothing_changed(
    language: Language, full: bool, text: str, tmp_path: Path
) -> None:
    with sample_ledger(tmp_path, language) as ledger:
        period = parse_period(text, NOVEMBER.cutoff)
        send(ledger, period, tmp_path / "a.xlsx", today=FILED_ON, language=language, full=full)
        # Of a period that goes on more is counted the next day.
        for day in (FILED_ON, LATER) if period.end < FILED_ON else (FILED_ON,):
            assert differing(ledger, [period], day) == {period: 0}, day


def test_a_version_is_seen_and_written_whole_whatever_changed_since(sample: Ledger, tmp_path: Path) -> None:
    workbook = month_workbook(sample, NOVEMBER, today=FILED_ON)
    first = sent(sample, tmp_path)
    is_done(sample)
    renamed(sample)
    seen = as_it_was_sent(sample, NOVEMBER, 1, "en")
    assert seen is not None
    assert (seen.listed, seen.whole) == (True, True)
    assert seen.workbook == workbook
    assert write_as_sent(sample, seen, tmp_path / "看.xlsx").sha256 == first.record.sha256
    assert len(seen.paper.sheets) <= len(seen.workbook.sheets)
    assert check(sample).findings == ()


def test_a_full_copy_or_another_language_is_made_anew_of_the_same_version(
    sample: Ledger, tmp_path: Path
) -> None:
    sent(sample, tmp_path)
    for language, full in (("en", False), ("zh", True)):
        workbook = month_workbook(sample, NOVEMBER, language=language, full=full, today=LATER)  # type: ignore[arg-type]
        assert "第1版" in workbook.caption or "version 1" in workbook.caption


def test_other_words_of_a_later_program_are_no_next_version(
    sample: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = sent(sample, tmp_path)
    monkeypatch.setattr("mingbai.desk.month.assignments.TITLE", Words("交办明细", "Received"))
    monkeypatch.setattr("mingbai.desk.month.method.TITLE", Words("口径", "Method"))
    assert differing(sample, [NOVEMBER], LATER) == {NOVEMBER: 0}
    again = write_report(sample, NOVEMBER, tmp_path / "再.xlsx", today=LATER, language="zh")
    assert again.sha256 == first.record.sha256


def test_of_what_was_not_kept_nothing_is_claimed(
    sample: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reporting, "keep_book", lambda *_: None)
    sent(sample, tmp_path)
    is_done(sample)
    overview = month_overview(sample, NOVEMBER, "zh", LATER)
    assert (overview.version, overview.differing, overview.kept) == (1, 0, False)
    with pytest.raises(Mistake, match="no figure has changed since; its lists were not kept"):
        send(sample, NOVEMBER, tmp_path / "二.xlsx", today=LATER, language="zh")
    seen = as_it_was_sent(sample, NOVEMBER, 1, "zh")
    assert seen is not None
    assert (seen.listed, seen.whole) == (False, False)
    assert [sheet.tab for sheet in seen.workbook.sheets][1:] == ["汇总数据"]
    one_more(sample)
    changes = sheet_with(month_workbook(sample, NOVEMBER, today=LATER), "差异")
    assert changes.notes[1:] == ("第1版的明细表当时没有留，只比较了各指标的数。",)


def test_erasing_takes_the_sheets_that_list_the_entry_and_leaves_the_rest(
    sample: Ledger, tmp_path: Path
) -> None:
    sent(sample, tmp_path)
    entry = open_task(sample)
    kept = {each.record.tab for each in sample.entries(SENT_SHEETS)}
    assert would_erase(sample, [entry]).sheets >= 1
    erase_person(sample, [entry])
    left = {each.record.tab for each in sample.entries(SENT_SHEETS)}
    assert "表2 上级交办" in kept - left
    assert "表5 居民诉求" in left
    seen = as_it_was_sent(sample, NOVEMBER, 1, "zh")
    assert seen is not None
    assert (seen.listed, seen.whole) == (True, False)
    title = str(entry.stored["title"])
    assert not any(
        title in str(cell) for sheet in seen.workbook.sheets for row in sheet.rows for cell in row.cells
    )
    # The figure says that one is gone; of the table that is gone too, nothing is said.
    found = told(sample)
    assert "收到上级交办" in found
    assert "表2 上级交办" not in found
    assert check(sample).findings == ()


@pytest.mark.parametrize("field", ["route", "demanded_by"])
def test_words_typed_for_one_request_go_with_it_from_the_row_of_its_kind(
    field: str, sample: Ledger, tmp_path: Path
) -> None:
    typed = "要先把户口本带过来"
    asked = {one.record.certificate for one in sample.entries(CERTIFICATES)}
    kinds = sample.entries(CERTIFICATE_TYPES)
    kind = next(one.uid for one in kinds if not one.record.authority and one.uid not in asked)
    draft = {"asked_on": "2026-11-20", "certificate": kind, "applicant": "孙桂兰", field: typed}
    entry = records.add(sample, CERTIFICATES, draft, today=FILED_ON)
    sent(sample, tmp_path)
    assert typed in said_by_kept(sample)
    erase_person(sample, [entry])
    assert typed not in said_by_kept(sample)


def test_the_basis_of_what_recurs_goes_with_it_from_the_rows_of_each_time_it_came(
    sample: Ledger, tmp_path: Path
) -> None:
    typed = "陈家院子的老人来问过两回"
    decided = {one.record.subject for one in sample.entries(DECISIONS)}
    demands = {
        one.record.demand
        for one in sample.entries(TASKS)
        if NOVEMBER.start <= one.record.received_on <= NOVEMBER.end and one.uid not in decided
    }
    demand = next(one for one in sample.entries(DEMANDS) if one.uid in demands)
    decide(sample, demand, Verdict(assessment=Assessment.CUT, basis=typed), today=NOVEMBER.end)
    send(sample, NOVEMBER, tmp_path / "a.xlsx", today=FILED_ON, language="zh", full=True)
    assert typed in said_by_kept(sample)
    erase_person(sample, [demand])
    assert typed not in said_by_kept(sample)


def said_by_kept(ledger: Ledger) -> str:
    """All that the kept sheets of November's first version say."""
    seen = as_it_was_sent(ledger, NOVEMBER, 1, "zh")
    assert seen is not None
    return str([row.cells for sheet in seen.workbook.sheets for row in sheet.rows])


def test_a_number_that_only_a_note_says_counts_where_nothing_else_differs() -> None:
    before, now = (Sheet("附表1", "", (), (), notes=(f"未计：{n}项核减。",)) for n in (1, 2))
    assert lists_apart([before], [now]) == ()
    (found,) = notes_apart([before], [now])
    assert found.words == IN_A_NOTE
    assert notes_apart([before], [before]) == ()


HEADS = (SheetColumn("序号", 4), SheetColumn("事项", 9), SheetColumn("状态", 5))


def listing(*rows: tuple[str, str, str], heads: tuple[SheetColumn, ...] = HEADS) -> Sheet:
    numbered = (Row((n, *cells), about=uid) for n, (uid, *cells) in enumerate(rows, 1))
    return Sheet("表2", "", heads, (*numbered, Row(("合计", len(rows), ""), RowKind.TOTAL)))


def test_rows_are_known_by_what_they_are_about_and_not_by_their_number() -> None:
    before = listing(("a", "周报", "待办"), ("b", "月报", "待办"), ("c", "台账", "待办"))
    now = listing(("d", "照片", "待办"), ("a", "周报", "待办"), ("c", "台账", "办结"))
    assert lists_apart([before], [now]) == (ListApart("表2", came=1, went=1, changed=1),)
    assert ListApart("表2", came=1, went=1, changed=1).words.zh == "多 1 行，少 1 行，改 1 行"
    assert lists_apart([before], [before]) == ()


def test_two_rows_about_one_thing_are_two() -> None:
    once, twice = listing(("a", "周报", "建议")), listing(("a", "周报", "建议"), ("a", "周报", "核减"))
    assert lists_apart([once], [twice]) == (ListApart("表2", came=1),)


def test_a_table_that_only_one_version_has_came_or_went_whole() -> None:
    table = listing(("a", "周报", "待办"), ("b", "月报", "待办"))
    assert lists_apart([table], []) == (ListApart("表2", went=2),)
    assert lists_apart([], [table]) == (ListApart("表2", came=2),)


def test_a_column_that_only_one_version_has_is_not_compared() -> None:
    wider = (*HEADS[:2], SheetColumn("期限", 9), HEADS[2])
    before = listing(("a", "周报", "待办"))
    now = Sheet("表2", "", wider, (Row((1, "周报", "11-30", "待办"), about="a"),))
    assert lists_apart([before], [now]) == ()


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_is_read_again_as_it_was(language: Language, full: bool, tmp_path: Path) -> None:
    with sample_ledger(tmp_path, language) as ledger:
        period: ReportPeriod = NOVEMBER
        figures = month_figures(ledger, period, today=FILED_ON)
        report = report_of(ledger, figures, language=language, full=full, today=FILED_ON)
        for sheet in report.workbook.sheets:
            kept = KeptSheet(sheet, language, full, report.workbook.caption, "居委会", "330109", 14)
            assert unpacked(packed(kept)) == kept
        assert latest_sent(ledger, period) is None


def test_what_was_sent_is_not_put_into_the_bin(sample: Ledger, tmp_path: Path) -> None:
    sent(sample, tmp_path)
    with pytest.raises(Mistake):
        records.put_into_bin(sample, sample.entries(SENT_SHEETS)[0])
