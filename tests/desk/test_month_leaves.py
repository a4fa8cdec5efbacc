"""What leaves the office: no residents, no flags, no units, in either language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from python_calamine import CalamineWorkbook
from tests.desk.month_books import FILED_ON, NOVEMBER, body, month_workbook, sample_ledger, sheet_with, texts

from mingbai.desk import records, review
from mingbai.desk.month.edition import Edition
from mingbai.desk.month.figures import month_figures
from mingbai.desk.month.names import Names
from mingbai.desk.month.report import write_report
from mingbai.desk.places import place_of
from mingbai.desk.review import Verdict
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.issue import ISSUES, PROGRESS
from mingbai.domain.issue_category import ISSUE_CATEGORIES
from mingbai.domain.place import PLACES
from mingbai.domain.reception import RECEPTIONS
from mingbai.domain.register import Register
from mingbai.domain.review import DECISIONS, FLAGS, Assessment, Decision, Method
from mingbai.domain.sheet import Cell, Look
from mingbai.domain.staff import STAFF
from mingbai.domain.task import TASKS
from mingbai.domain.words import Language
from mingbai.ledger.ledger import Ledger


@pytest.fixture(scope="module", params=get_args(Language))
def language(request: pytest.FixtureRequest) -> Language:
    found: Language = request.param
    return found


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory, language: Language) -> Iterator[Ledger]:
    with sample_ledger(tmp_path_factory.mktemp("leaves"), language) as ledger:
        yield ledger


def held(ledger: Ledger, register: Register[Any], *fields: str) -> set[str]:
    found = {entry.stored[field] for entry in ledger.entries(register) for field in fields}
    return {str(text) for text in found if text and len(str(text)) > 1}


def asking_units(ledger: Ledger) -> set[str]:
    """Every name of the units that asked for anything."""
    asked = {entry.stored["department"] for entry in ledger.entries(TASKS)}
    units = [entry.record for entry in ledger.entries(DEPARTMENTS) if entry.uid in asked]
    names = {name for unit in units for name in (unit.name, unit.name_en, unit.short, unit.short_en)}
    # Shorter ones, and single English words such as health, mean more than a unit.
    return {name for name in names if len(name) > 2 and not (name.isascii() and " " not in name)}


def written(ledger: Ledger, path: Path, language: Language, *, full: bool) -> list[tuple[str, str]]:
    """Every cell of the file itself."""
    write_report(ledger, NOVEMBER, path, language=language, full=full, today=FILED_ON)
    with CalamineWorkbook.from_path(path) as book:
        return [
            (tab, str(value))
            for tab in book.sheet_names
            for row in book.get_sheet_by_name(tab).to_python()
            for value in row
            if value != ""
        ]


@pytest.mark.parametrize("full", [False, True])
def test_no_edition_names_a_resident_or_a_colleague(
    sample: Ledger, language: Language, full: bool, tmp_path: Path
) -> None:
    secret = (
        held(sample, ISSUES, "resident", "phone", "content", "result", "note")
        | held(sample, CERTIFICATES, "applicant", "phone", "note")
        | held(sample, PROGRESS, "text")
        | held(sample, STAFF, "name")
    )
    assert len(secret) > 50
    for tab, text in written(sample, tmp_path / "report.xlsx", language, full=full):
        for word in secret:
            assert word not in text, (tab, text, word)


def test_a_submission_names_units_by_level_only(sample: Ledger, language: Language, tmp_path: Path) -> None:
    """Titles and document numbers too; a resident's way may lead to a unit, and nothing else may."""
    units = asking_units(sample)
    assert len(units) > 20
    workbook = month_workbook(sample, NOVEMBER, language=language, today=FILED_ON)
    classes = {str(row[1]) for row in body(sheet_with(workbook, "5"))}
    routes = {str(row[10]) for row in body(sheet_with(workbook, "4"))}
    for tab, text in written(sample, tmp_path / "report.xlsx", language, full=False):
        if text in classes | routes:
            continue
        for unit in units:
            assert not re.search(rf"(?<![A-Za-z]){re.escape(unit)}(?![A-Za-z])", text), (tab, text, unit)
    documents = {str(row[6]) for row in body(sheet_with(workbook, "2"))}
    assert len(documents) > 3
    for document in documents:
        assert re.fullmatch(r"未见|none seen|—|〔20\d\d〕\d+号|\[20\d\d\] No\. \d+", document), document
    full = month_workbook(sample, NOVEMBER, language=language, full=True, today=FILED_ON)
    assert {str(row[6]) for row in body(sheet_with(full, "2"))} & held(sample, TASKS, "document")


@pytest.mark.parametrize(
    ("number", "unit"),
    [
        ("6", "召集单位"),
        ("6", "牵头单位"),
        ("7", "派出单位"),
        ("8", "要求单位"),
        ("9", "派出单位"),
        ("10", "申请单位"),
    ],
)
def test_a_column_of_levels_says_so_and_stands_as_a_word(sample: Ledger, number: str, unit: str) -> None:
    def column(*, full: bool) -> tuple[str, Look | None]:
        sheet = sheet_with(month_workbook(sample, NOVEMBER, language="zh", full=full, today=FILED_ON), number)
        rows = [tuple(one.head for one in sheet.columns), *(tuple(row.cells) for row in sheet.rows)]
        top, at, head = next(
            (top, at, cell)
            for top, row in enumerate(rows)
            for at, cell in enumerate(row)
            if isinstance(cell, str) and cell.startswith(unit)
        )
        below = (row[at] for row in rows[top + 1 :] if len(row) > at)
        return head, next(cell.look for cell in below if isinstance(cell, Cell))

    assert column(full=False) == (f"{unit}\n层级", Look.WORD)
    assert column(full=True) == (unit, Look.TEXT)


@pytest.mark.parametrize(
    ("title", "document", "shown"),
    [
        ("区卫健局慢病随访表", "区卫健局〔2026〕12号", ("区县单位慢病随访表", "〔2026〕12号")),
        (
            "社会组织登记表",
            "清发［2026］3号、清办发（2025）第4号",
            ("社会组织登记表", "［2026］3号、（2025）第4号"),
        ),
        ("民政局长接待日", "民政局编号7", ("民政局长接待日", "有文号")),
        (
            "Progress on medical insurance",
            "District Health [2026] No. 8",
            ("Progress on medical insurance", "[2026] No. 8"),
        ),
        ("Civil Affairs Bureau form", "none_seen", ("A county unit form", "未见")),
    ],
)
def test_a_title_and_a_number_leave_without_their_unit(
    ledger: Ledger, title: str, document: str, shown: tuple[str, str]
) -> None:
    draft = {"received_on": "2026-11-20", "department": "卫健局", "title": title, "document": document}
    records.add(ledger, TASKS, draft, today=FILED_ON)
    (row,) = body(sheet_with(month_workbook(ledger, NOVEMBER, today=FILED_ON), "表2"))
    assert (row[3], row[6]) == shown
    (row,) = body(sheet_with(month_workbook(ledger, NOVEMBER, full=True, today=FILED_ON), "表2"))
    assert row[3] == title


def test_a_title_leaves_without_its_unit_from_every_sheet(ledger: Ledger) -> None:
    draft = {"title": "区卫健局周报", "department": "卫健局", "period": "每月", "kind": "报表", "minutes": 60}
    demand = records.add(ledger, DEMANDS, draft | {"starts_on": "2025-01-01"}, today=FILED_ON)
    cut = Verdict(
        assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=date(2026, 11, 1), times_before=12
    )
    review.decide(ledger, demand, cut, today=date(2026, 11, 1))
    workbook = month_workbook(ledger, NOVEMBER, today=FILED_ON)
    for tab in ("表3", "附表1"):
        assert [row[1] for row in body(sheet_with(workbook, tab))] == ["区县单位周报"], tab


def test_the_way_a_resident_is_told_keeps_its_unit(ledger: Ledger) -> None:
    draft = {
        "asked_on": "2026-11-20",
        "certificate": "某某证明",
        "outcome": "不予出具",
        "answer": "不予出具",
        "route": "到辖区派出所办理，电话13812345678",
    }
    records.add(ledger, CERTIFICATES, draft, today=FILED_ON)
    (row,) = body(sheet_with(month_workbook(ledger, NOVEMBER, today=FILED_ON), "表4"))
    assert row[10] == "到辖区派出所办理，电话138****5678"


def test_a_submission_holds_no_flags(sample: Ledger, language: Language, tmp_path: Path) -> None:
    flags = held(sample, FLAGS, "reason", "evidence")
    assert flags
    for tab, text in written(sample, tmp_path / "report.xlsx", language, full=False):
        assert text not in flags, (tab, text)
        assert "flag." not in text, (tab, text)


ID, MOBILE = "430102198503071234", "13812345678"


@pytest.mark.parametrize("full", [False, True])
def test_neither_copy_holds_numbers_of_people(ledger: Ledger, full: bool) -> None:
    """Wherever somebody typed them; whom an entry names is hidden in its title too, as in its list."""
    day, unit = "2026-11-20", "民政局"
    typed = f"核对{ID}、{MOBILE}"
    task = records.add(
        ledger, TASKS, {"received_on": day, "department": unit, "title": typed}, today=FILED_ON, language="zh"
    )
    verdict = Verdict(assessment=Assessment.MERGE, basis=f"与{ID}重复")
    review.decide(ledger, task, verdict, today=date(2026, 11, 20), language="zh")
    route = {"certificate": "某某证明", "answer": "不予出具", "outcome": "不予出具", "route": f"打{MOBILE}"}
    visit = {"visited_on": day, "department": unit, "title": "接待王小红家属", "guest_names": "王小红"}
    for register, draft in ((CERTIFICATES, {"asked_on": day, **route}), (RECEPTIONS, visit)):
        records.add(ledger, register, draft, today=FILED_ON, language="zh")
    book = month_workbook(ledger, NOVEMBER, language="zh", full=full, today=FILED_ON)
    said = [text for _, text in texts(book)]
    assert not [text for text in said if ID in text or MOBILE in text or "王小红" in text]
    for masked in (
        "核对430102********1234、138****5678",
        "打138****5678",
        "接待王*红家属",
        "与430102********1234重复",
    ):
        assert masked in said


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("full", [False, True])
def test_no_name_brings_a_number_of_a_person_into_a_cell(
    ledger: Ledger, language: Language, full: bool, tmp_path: Path
) -> None:
    """Of a unit, a certificate, a category, a place: what people type into a list is printed on many sheets."""
    number = f"{ID}、{MOBILE}"
    day, unit = "2026-11-20", f"民政局{number}"
    records.change(ledger, ledger.entries(PLACES)[0], {"name": f"新湖社区{number}"}, today=FILED_ON)
    records.add(ledger, ISSUE_CATEGORIES, {"name": f"路灯{number}", "group": f"路{number}"}, today=FILED_ON)
    rows: tuple[tuple[Register[Any], dict[str, Any]], ...] = (
        (TASKS, {"received_on": day, "department": unit, "title": "周报"}),
        (CERTIFICATES, {"asked_on": day, "certificate": f"亲属{number}证明", "demanded_by": f"学校{number}"}),
        (CERTIFICATES, {"asked_on": day, "certificate": f"张三{ID}亲属关系证明"}),
        (
            ISSUES,
            {"accepted_at": day, "title": "灯不亮", "category": f"路灯{number}", "place": f"南门{number}"},
        ),
        (RECEPTIONS, {"visited_on": day, "department": unit, "title": "调研"}),
    )
    for register, draft in rows:
        records.add(ledger, register, draft, today=FILED_ON, language="zh")
    demand = {"title": "月报", "department": unit, "period": "每月", "minutes": 60, "starts_on": "2025-01-01"}
    entry = records.add(ledger, DEMANDS, demand, today=FILED_ON, language="zh")
    cut = Verdict(
        assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=date(2026, 11, 1), times_before=12
    )
    review.decide(ledger, entry, cut, today=date(2026, 11, 1), language="zh")
    said = [
        *written(ledger, tmp_path / "report.xlsx", language, full=full),
        *texts(month_workbook(ledger, NOVEMBER, language=language, full=full, today=FILED_ON)),
    ]
    assert not [(tab, text) for tab, text in said if ID in text or MOBILE in text]
    masked = {tab for tab, text in said if "430102********1234" in text}
    assert len(masked) > 10, masked


def test_a_figure_that_speaks_of_a_name_is_told_without_its_numbers(ledger: Ledger) -> None:
    """On screen, on the command line and in what is kept of a sent report, as in lists."""
    day = "2026-11-20"
    for register, draft in (
        (CERTIFICATES, {"asked_on": day, "certificate": f"张三{ID}亲属关系证明"}),
        (
            ISSUES,
            {"accepted_at": day, "title": "灯不亮", "place": f"南门{MOBILE}"},
        ),
    ):
        records.add(ledger, register, draft, today=FILED_ON, language="zh")
    figures = month_figures(ledger, NOVEMBER, today=FILED_ON, every=True)
    told = [
        text
        for found in figures.compared.values()
        for text in (found.title.zh, found.title.en, found.label.zh, found.label.en)
    ]
    assert not [text for text in told if ID in text or MOBILE in text]
    assert "要求最多：张三430102********1234亲属关系证明" in told


def test_the_full_copy_names_units_and_says_what_it_is(sample: Ledger, language: Language) -> None:
    workbook = month_workbook(sample, NOVEMBER, language=language, full=True, today=FILED_ON)
    named = {str(row[4]) for row in body(sheet_with(workbook, "2"))}
    assert named & asking_units(sample)
    assert ("留存版" if language == "zh" else "full copy") in workbook.caption
    assert len(sheet_with(workbook, "2").columns) == 13
    decisions: list[Decision] = [entry.record for entry in sample.entries(DECISIONS)]
    bases = {decision.basis for decision in decisions}
    assert {str(row[-1]) for row in body(sheet_with(workbook, "2"))} & bases


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_the_english_workbook_is_english(sample: Ledger) -> None:
    """Titles of Chinese documents stand in 《》 beside their English name; nothing else is Chinese."""
    for full in (False, True):
        for tab, text in texts(month_workbook(sample, NOVEMBER, language="en", full=full, today=FILED_ON)):
            rest = re.sub("《[^》]*》", "", text)
            assert not re.search("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]", rest), (tab, text)


@pytest.mark.parametrize("language", ["zh"], indirect=True)
def test_the_chinese_workbook_is_chinese(sample: Ledger) -> None:
    for tab, text in texts(month_workbook(sample, NOVEMBER, today=FILED_ON)):
        if tab != "汇总数据":
            assert not re.search("[a-z]{3,}", text), (tab, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("区民政局答复：不再报送", "区县单位答复：不再报送"),
        ("与街道派出所的台账相同", "与镇街单位的台账相同"),
        ("Answer of the district Civil Affairs Bureau: merged", "Answer of a county unit: merged"),
        ("the health check of the Health Bureau", "the health check of a county unit"),
        ("Merged with the daily Civil Affairs Bureau form", "Merged with the daily county unit form"),
        ("内容相同，建议合并", "内容相同，建议合并"),
    ],
)
def test_a_reason_keeps_only_the_level_of_a_unit(ledger: Ledger, text: str, expected: str) -> None:
    place = place_of(ledger)
    submission = Names(ledger, Edition(place, NOVEMBER, "zh", full=False, version=1, filed_on=FILED_ON))
    assert submission.free_text(text) == expected
    full = Names(ledger, Edition(place, NOVEMBER, "zh", full=True, version=1, filed_on=FILED_ON))
    assert full.free_text(text) == text


@pytest.mark.parametrize("language", ["zh"], indirect=True)
def test_a_basis_taken_over_from_flags_is_no_flag_in_a_submission(ledger: Ledger, language: Language) -> None:
    day = date(2026, 11, 6)
    draft = {"received_on": "2026-11-05", "department": "民政局", "title": "老人台账"}
    entry = records.add(ledger, TASKS, draft, today=day)
    review.flag(ledger, entry, "TIME-1", evidence="当天就要", today=day)
    verdict = Verdict(assessment=Assessment.CUT)
    review.decide(ledger, entry, verdict, today=day, language=language)
    (decision,) = ledger.entries(DECISIONS)
    short = str(decision.stored["basis"])
    assert short
    for full in (False, True):
        book = month_workbook(ledger, NOVEMBER, full=full, today=day)
        (row,) = [row for row in body(sheet_with(book, "3")) if "老人台账" in map(str, row)]
        assert (short in str(row[-1])) == full
