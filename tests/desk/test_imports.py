"""Importing a table: every row accounted for, one act, nothing twice."""

from __future__ import annotations

import csv
import statistics
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.desk.orders import HEAD, ROWS, sheet

from mingbai.desk import records
from mingbai.desk.exports import export_register
from mingbai.desk.imports import import_file, not_imported, plan, read_file, read_paste, write
from mingbai.desk.month.figures import month_figures
from mingbai.desk.places import month_of
from mingbai.desk.unsaid import unsaid_told
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.issue import ISSUES, Solved
from mingbai.domain.staff import STAFF
from mingbai.domain.task import TASKS
from mingbai.domain.words import Fault, Language, Mistake
from mingbai.ledger.check import check
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.undo import undo

REAL = Path(__file__).parents[3] / "shared" / "real"


def test_a_list_of_what_residents_asked_needs_neither_day_nor_title(
    ledger: Ledger, tmp_path: Path, today: date
) -> None:
    asked = "王小红（13000001234）反映3栋电梯停运。已经三天了，老人上下不便"
    rows: list[list[object]] = [["王小红", asked], ["", "建议" + "小区多装几盏路灯" * 5], ["李强", ""]]
    file = sheet(tmp_path / "诉求.xlsx", rows, ["诉求人", "诉求内容"])
    done = import_file(ledger, file, ISSUES, today=today)
    assert (done.new, [row.row for row in done.refused]) == (2, [4])
    first, second = (entry.record for entry in ledger.entries(ISSUES))
    assert (first.title, first.content) == ("王*红（130****1234）反映3栋电梯停运", asked)
    assert first.accepted_at == datetime(today.year, today.month, today.day)
    assert second.title == ("建议" + "小区多装几盏路灯" * 5)[:23] + "…"
    assert ["受理时间" in words.zh for words in unsaid_told(done.columns, today)] == [True, False]
    # Again, some days later: what the file says stands here already.
    assert import_file(ledger, file, ISSUES, today=date(2027, 1, 5)).same == 2


@pytest.mark.parametrize("heading", ["诉求内容", "诉求标题"])
def test_a_sheet_of_nothing_but_complaints_shows_nobody(
    ledger: Ledger, tmp_path: Path, today: date, heading: str
) -> None:
    said = [
        "Mrs Wang building 3: lift broken",
        "Noise at night, Mr Zhao",
        "3栋王阿姨：电梯坏了",
        "赵先生：夜里噪音",
    ]
    file = sheet(tmp_path / "complaints.xlsx", [[one] for one in said], [heading])
    import_file(ledger, file, ISSUES, today=today)
    out = tmp_path / "out.xlsx"
    export_register(ledger, ISSUES, out, language="en", today=today)
    cells = [str(cell.value) for one in load_workbook(out) for row in one.iter_rows() for cell in row]
    assert not [cell for cell in cells if any(name in cell for name in ("Wang", "Zhao", "王阿姨", "赵先生"))]
    if heading == "诉求内容":
        titles = [entry.record.title for entry in ledger.entries(ISSUES)]
        assert titles[:2] == ["Mrs W. building 3: lift broken", "Noise at night, Mr Z."]


def test_whoever_tells_of_it_is_masked_in_the_title_that_is_made(
    ledger: Ledger, tmp_path: Path, today: date
) -> None:
    rows: list[list[object]] = [["居民王建国反映3栋漏水"], ["Zhou Ling complains about noise"]]
    import_file(ledger, sheet(tmp_path / "诉求.xlsx", rows, ["诉求内容"]), ISSUES, today=today)
    titles = [entry.record.title for entry in ledger.entries(ISSUES)]
    assert titles == ["居民王*国反映3栋漏水", "Z. L. complains about noise"]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("诉求内容", "3栋路灯不亮，已解决已告知"),
        ("诉求标题", "Lamp at gate 3 broken, solved and told"),
    ],
)
def test_a_complaint_that_says_it_was_solved_and_told_is_closed(
    ledger: Ledger, tmp_path: Path, today: date, heading: str, text: str
) -> None:
    rows: list[list[object]] = [["2026-11-03 09:30", text], ["2026-11-04", "路灯不亮，已告知物业"]]
    file = sheet(tmp_path / "诉求.xlsx", rows, ["受理时间", heading])
    done = import_file(ledger, file, ISSUES, today=today)
    closed, still_open = (entry.record for entry in ledger.entries(ISSUES))
    accepted = datetime(2026, 11, 3, 9, 30)
    assert (closed.accepted_at, closed.closed_at, closed.told_on) == (accepted, accepted, accepted.date())
    assert closed.solved is Solved.SOLVED
    assert (still_open.closed_at, still_open.solved, still_open.told_on) == (None, None, None)
    # That a day was taken is told of its row, before anything is written too.
    assert [(one.row, "按受理当天" in one.words.zh) for one in done.doubted] == [(2, True)]
    assert import_file(ledger, file, ISSUES, today=date(2027, 1, 5)).same == 2


@pytest.mark.parametrize(("column", "cell"), [("办结时间", ""), ("是否解决", ""), ("是否解决", "部分解决")])
def test_where_a_list_tells_what_came_of_it_its_texts_do_not(
    ledger: Ledger, tmp_path: Path, today: date, column: str, cell: str
) -> None:
    rows: list[list[object]] = [["2026-11-03", "3栋路灯不亮，已解决已告知", cell]]
    file = sheet(tmp_path / "诉求.xlsx", rows, ["受理时间", "诉求标题", column])
    import_file(ledger, file, ISSUES, today=today)
    (entry,) = ledger.entries(ISSUES)
    assert (entry.record.closed_at, entry.record.told_on) == (None, None)


def test_a_title_is_taken_only_where_a_row_has_none(ledger: Ledger, tmp_path: Path, today: date) -> None:
    rows: list[list[object]] = [
        ["2026-11-03", "路灯", "很暗"],
        ["2026-11-04", "", "Lift stuck. Again"],
        ["", "井盖", ""],
    ]
    file = sheet(tmp_path / "诉求.xlsx", rows, ["受理时间", "诉求标题", "诉求内容"])
    done = import_file(ledger, file, ISSUES, today=today)
    assert [row.row for row in done.refused] == [
        4
    ]  # the list has a column for days: this row's is not made up
    assert [entry.record.title for entry in ledger.entries(ISSUES)] == ["路灯", "Lift stuck"]
    assert not [*unsaid_told(done.columns, today)]


def test_a_list_that_tells_when_things_were_closed_must_tell_when_they_came(
    ledger: Ledger, tmp_path: Path, today: date
) -> None:
    file = sheet(tmp_path / "诉求.xlsx", [["路灯", "2026-03-06"]], ["诉求内容", "办结时间"])
    with pytest.raises(Mistake, match="Accepted"):
        import_file(ledger, file, ISSUES, today=today)


def test_every_row_is_new_same_changed_or_refused_with_its_number(
    ledger: Ledger, tmp_path: Path, today: date
) -> None:
    file = sheet(tmp_path / "工单.xlsx", ROWS)
    done = import_file(ledger, file, ISSUES, today=today)
    assert (done.read, done.new, done.same, done.changed) == (5, 2, 0, 0)
    assert [row.row for row in done.refused] == [4, 5, 6]
    assert "第 2 行" in done.refused[2].words.zh
    first, second = (entry.record for entry in ledger.entries(ISSUES))
    assert (first.order_no, first.title, first.accepted_at) == (
        "0001",
        "路灯不亮",
        datetime(2026, 3, 5, 9, 12),
    )
    assert first.closed_at == datetime(2026, 3, 6, 10)
    assert second.title == "电梯停运"
    assert dict(not_imported(done))["证件号码"].zh == "身份证号不导入"


def test_what_a_refused_row_names_is_not_created(ledger: Ledger, tmp_path: Path, today: date) -> None:
    import_file(ledger, sheet(tmp_path / "a.xlsx", ROWS), ISSUES, today=today)
    names = {entry.record.name for entry in ledger.entries(DEPARTMENTS)}
    assert "白鹭洲管委会" in names
    assert "没人要的单位" not in names


def test_the_same_file_again_changes_nothing_and_news_bring_up_to_date(
    ledger: Ledger, tmp_path: Path, today: date
) -> None:
    file = sheet(tmp_path / "a.xlsx", ROWS[:2])
    import_file(ledger, file, ISSUES, today=today)
    before = check(ledger).lines
    again = import_file(ledger, file, ISSUES, today=today)
    assert (again.new, again.same, again.changed) == (0, 2, 0)
    assert check(ledger).lines == before
    later = [[*ROWS[0][:2], "路灯不亮（已修）", *ROWS[0][3:]], [*ROWS[1][:6], "2026/3/9", *ROWS[1][7:]]]
    news = import_file(ledger, sheet(tmp_path / "b.xlsx", later), ISSUES, today=today)
    assert (news.new, news.same, news.changed) == (0, 0, 2)
    undo(ledger)
    assert [entry.record.title for entry in ledger.entries(ISSUES)] == ["路灯不亮", "电梯停运"]


def test_rows_without_a_number_are_known_by_what_they_say(
    ledger: Ledger, tmp_path: Path, today: date
) -> None:
    head = ["收到日期", "任务名称", "来文单位"]
    rows: list[list[object]] = [
        ["3月5日", "报表", "民政局"],
        ["3月5日", "报表", "民政局"],
        ["3月6日", "报表", "民政局"],
    ]
    file = sheet(tmp_path / "2025年台账.xlsx", rows, head)
    done = import_file(ledger, file, TASKS, today=today)
    assert (done.read, done.new, done.same) == (3, 3, 0)
    assert {entry.record.received_on.year for entry in ledger.entries(TASKS)} == {2025}
    assert import_file(ledger, file, TASKS, today=today).same == 3


def test_a_masked_export_does_not_overwrite_real_names(ledger: Ledger, tmp_path: Path, today: date) -> None:
    draft = {
        "accepted_at": "今天",
        "title": "路灯",
        "order_no": "1",
        "resident": "王小红",
        "phone": "13000001234",
    }
    records.add(ledger, ISSUES, draft, today=today)
    rows: list[list[object]] = [["1", "2026-11-24", "路灯", "王*红"]]
    with pytest.raises(Mistake):
        import_file(ledger, sheet(tmp_path / "a.xlsx", rows, HEAD[:4]), ISSUES, today=today)
    assert ledger.entries(ISSUES)[0].record.resident == "王小红"


def test_a_full_export_comes_back_the_same(ledger: Ledger, tmp_path: Path, today: date) -> None:
    draft = {
        "accepted_at": "今天",
        "title": "路灯",
        "order_no": "1",
        "resident": "王小红",
        "place": "幸福里3栋",
    }
    records.add(ledger, ISSUES, draft, today=today)
    records.add(ledger, ISSUES, draft | {"order_no": "2", "resident": ""}, today=today)
    out = tmp_path / "a.xlsx"
    export_register(ledger, ISSUES, out, full=True, where="路灯", today=today, language="zh")
    done = import_file(ledger, out, ISSUES, today=today)
    assert (done.read, done.same, len(done.refused)) == (2, 2, 0)
    export_register(ledger, ISSUES, out, today=today, language="zh")
    with pytest.raises(Mistake):
        import_file(ledger, out, ISSUES, today=today)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_exported_list_comes_back_as_the_same_entries(
    ledger: Ledger, tmp_path: Path, today: date, language: Language
) -> None:
    draft = {"received_on": today, "department": "民政局", "title": "老人台账"}
    said = {"title": "环境周报", "department": "民政局", "period": "weekly", "starts_on": "2026-01-01"}
    demand = records.add(ledger, DEMANDS, said, today=today)
    # Two alike, which nothing but their numbers tells apart; one with a number in its title that is masked.
    first = records.add(ledger, TASKS, draft, today=today)
    records.add(ledger, TASKS, draft, today=today)
    records.add(ledger, TASKS, draft | {"title": "回电 13812345678", "status": "done"}, today=today)
    week = draft | {"title": "环境周报", "demand": demand.number, "period_key": "2026-W48"}
    came = records.add(ledger, TASKS, week, today=today)
    out = tmp_path / "a.xlsx"
    export_register(ledger, TASKS, out, today=today, language=language)
    done = import_file(ledger, out, TASKS, today=today, language=language)
    assert (done.read, done.same, done.refused, done.unread) == (4, 4, (), ())
    assert not list(not_imported(done))

    book = load_workbook(out)
    page = book.active
    assert page is not None
    heads = {cell.value: cell for row in page.iter_rows(min_row=3, max_row=3) for cell in row}
    column = heads["事项名称" if language == "zh" else "Title"].column
    assert column is not None
    page.cell(4, column).value = "独居老人台账"
    book.save(out)
    done = import_file(ledger, out, TASKS, today=today, language=language)
    assert (done.new, done.same, done.changed) == (0, 3, 1)
    titles = [one.stored["title"] for one in ledger.entries(TASKS) if one.uid in (first.uid, came.uid)]
    assert titles == ["独居老人台账", "环境周报"]


def test_the_numbers_of_another_ledger_are_not_believed(ledger: Ledger, tmp_path: Path, today: date) -> None:
    mine = records.add(
        ledger, TASKS, {"received_on": "11-01", "department": "民政局", "title": "我的"}, today=today
    )
    head = ["编号", "接收日期", "交办单位", "事项名称"]
    row: list[object] = [mine.number, "2026-11-03", "卫健委", "别人的"]
    done = import_file(ledger, sheet(tmp_path / "a.xlsx", [row], head), TASKS, today=today)
    assert (done.new, done.changed) == (1, 0)
    twice: list[list[object]] = [[mine.number, "2026-11-01", "民政局", title] for title in ("一", "二")]
    done = import_file(ledger, sheet(tmp_path / "b.xlsx", twice, head), TASKS, today=today, preview=True)
    assert (done.changed, [one.row for one in done.refused]) == (1, [3])


def test_three_residents_stay_three_when_their_names_are_left_out(
    ledger: Ledger, tmp_path: Path, today: date
) -> None:
    head = ["日期", "证明名称", "申请人"]
    rows: list[list[object]] = [["3月5日", "亲属关系证明", name] for name in ("张一", "李二", "王三")]
    file = sheet(tmp_path / "2026年证明.xlsx", rows, head)
    assert import_file(ledger, file, CERTIFICATES, today=today, leave=["applicant"]).new == 3
    assert import_file(ledger, file, CERTIFICATES, today=today, leave=["applicant"]).same == 3


def test_a_file_does_not_make_colleagues_nor_days(ledger: Ledger, tmp_path: Path, today: date) -> None:
    head = ["收到日期", "任务名称", "来文单位", "经办人", "状态"]
    rows: list[list[object]] = [["3月5日", "报表", "民政局", "张三、李四", "办结"]]
    import_file(ledger, sheet(tmp_path / "2026年.xlsx", rows, head), TASKS, today=today)
    assert not ledger.entries(STAFF)
    record = ledger.entries(TASKS)[0].record
    assert (record.owner, record.done_on, record.status.code) == (None, None, "done")


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (
            "Received,Request,Resident,Phone no.,Unit,Closed,Solved?,Told,Satisfied",
            [
                "2026-03-05,Lamp out,Wang Xiaohong,13800000000,City Management,2026-03-06,yes,2026-03-07,yes",
                "2026-03-06,Lift out,Li Mei,13900000000,Housing,2026-03-08,Partly solved,2026-03-09,no",
            ],
        ),
        (
            "接收时间,反映问题,居民姓名,手机,责任单位,办结日期,是否已解决,回访时间,是否满意",
            [
                "2026-03-05,路灯不亮,王小红,13800000000,城管局,2026-03-06,是,2026-03-07,是",
                "2026-03-06,电梯停运,李梅,13900000000,住建局,2026-03-08,部分解决,2026-03-09,否",
            ],
        ),
    ],
)
def test_a_sheet_headed_in_a_clerks_own_words_comes_in_whole(
    head: str, rows: list[str], ledger: Ledger, tmp_path: Path, today: date
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("\n".join([head, *rows]), encoding="utf-8")
    done = import_file(ledger, path, ISSUES, today=today)
    assert (done.new, done.unread) == (2, ())
    assert "" not in [heading.field for heading in done.columns.headings]
    found = sorted(
        (entry.stored for entry in ledger.entries(ISSUES)), key=lambda one: str(one["accepted_at"])
    )
    assert [(one["satisfaction"], one["solved"]) for one in found] == [
        ("satisfied", "solved"),
        ("not", "partly"),
    ]
    assert [str(one["told_on"]) for one in found] == ["2026-03-07", "2026-03-09"]


def test_a_preview_writes_nothing(ledger: Ledger, tmp_path: Path, today: date) -> None:
    before = check(ledger).lines
    done = import_file(ledger, sheet(tmp_path / "a.xlsx", ROWS), ISSUES, today=today, preview=True)
    assert done.new == 2
    assert check(ledger).lines == before


def test_one_undo_takes_an_import_back(ledger: Ledger, tmp_path: Path, today: date) -> None:
    import_file(ledger, sheet(tmp_path / "a.xlsx", ROWS), ISSUES, today=today)
    undo(ledger)
    assert not ledger.entries(ISSUES)
    assert not check(ledger).findings


def test_personal_columns_are_left_out_by_choice(ledger: Ledger, tmp_path: Path, today: date) -> None:
    import_file(ledger, sheet(tmp_path / "a.xlsx", ROWS), ISSUES, today=today, leave=["resident", "phone"])
    assert {entry.record.resident for entry in ledger.entries(ISSUES)} == {""}


def test_a_table_of_something_else_is_refused_whole(ledger: Ledger, tmp_path: Path, today: date) -> None:
    with pytest.raises(Mistake) as mistake:
        import_file(ledger, sheet(tmp_path / "a.xlsx", [["x"]], ["物资"]), ISSUES, today=today)
    assert "诉求标题" in mistake.value.words.zh
    with pytest.raises((Mistake, Fault)):
        import_file(ledger, tmp_path / "没有.xlsx", ISSUES, today=today)


def test_a_csv_from_an_old_program_is_read(ledger: Ledger, tmp_path: Path, today: date) -> None:
    file = tmp_path / "a.csv"
    with file.open("w", encoding="gb18030", newline="") as out:
        csv.writer(out).writerows([["工单编号", "受理时间", "诉求标题"], ["0012", "2026.3.5", "路灯"]])
    import_file(ledger, file, ISSUES, today=today)
    assert [entry.record.order_no for entry in ledger.entries(ISSUES)] == ["0012"]


def test_a_person_says_where_the_headings_are_and_a_column_goes(
    ledger: Ledger, tmp_path: Path, today: date
) -> None:
    rows: list[list[object]] = [
        ["编号", "什么时候", "什么事"],
        ["1", "2026/3/5", "路灯"],
        ["2", "2026/3/6", "井盖"],
    ]
    file = sheet(tmp_path / "a.xlsx", rows, ["某某", "登记表"])
    found = read_file(file, ISSUES)
    assert (found.head_row, found.numbers) == (1, (1, 2, 3, 4))
    table = read_file(file, ISSUES, head_row=2)
    assert table.above == ((1, ("某某", "登记表", None)),)
    with pytest.raises(Mistake):
        plan(ledger, table, ISSUES, today=today)
    chosen = {"什么时候": "accepted_at", "什么事": "title", "编号": ""}
    planned = plan(ledger, table, ISSUES, today=today, chosen=chosen)
    assert (planned.writes, planned.columns.chosen) == (2, chosen)


def test_a_block_copied_from_excel_comes_in_like_a_file(ledger: Ledger, today: date) -> None:
    text = '工单编号\t受理时间\t诉求标题\n0012\t2026/3/5\t"路灯\n不亮"\n0013\t2026/3/6\t5" 水管\n'
    table = read_paste(text, ISSUES, name="粘贴")
    write(ledger, plan(ledger, table, ISSUES, today=today))
    found = [(entry.record.order_no, entry.record.title) for entry in ledger.entries(ISSUES)]
    assert found == [("0012", "路灯 不亮"), ("0013", '5" 水管')]


def test_a_block_without_headings_goes_where_a_person_says(ledger: Ledger, today: date) -> None:
    table = read_paste("2026/3/5\t路灯\n2026/3/6\t井盖", ISSUES, name="粘贴", head_row=0)
    assert (table.head, len(table.rows)) == (("A", "B"), 2)
    planned = plan(ledger, table, ISSUES, today=today, chosen={"A": "accepted_at", "B": "title"})
    assert planned.writes == 2
    with pytest.raises(Mistake):
        read_paste(" \n", ISSUES, name="粘贴")


@pytest.mark.skipif(not REAL.is_dir(), reason="development folder absent")
def test_real_messages_come_in_whole_and_are_counted_right(ledger: Ledger, today: date) -> None:
    file = REAL / "messages_with_replies.xlsx"
    done = import_file(ledger, file, ISSUES, today=today)
    assert (done.read, done.new, len(done.refused)) == (400, 400, 0)
    labelled = import_file(ledger, REAL / "messages_labelled.xlsx", ISSUES, today=today)
    assert (labelled.read, labelled.new, len(labelled.refused)) == (300, 300, 0)
    page = load_workbook(file).worksheets[0]
    head, *rows = [[str(cell or "").strip() for cell in row] for row in page.iter_rows(values_only=True)]
    asked_at, replied_at = head.index("留言时间"), head.index("答复时间")
    times = [
        (
            datetime.strptime(row[asked_at], "%Y/%m/%d %H:%M:%S"),
            datetime.strptime(row[replied_at], "%Y/%m/%d %H:%M:%S"),
        )
        for row in rows
    ]
    stored = Counter((entry.record.accepted_at, entry.record.closed_at) for entry in ledger.entries(ISSUES))
    assert all(stored[pair] >= 1 for pair in times)
    for text in ("2017-06", "2018-03"):
        year, number = map(int, text.split("-"))
        closed = [pair for pair in times if (pair[1].year, pair[1].month) == (year, number)]
        spans = [
            sum(date.fromordinal(day).weekday() < 5 for day in range(a.toordinal() + 1, b.toordinal() + 1))
            for a, b in closed
        ]
        figures = month_figures(ledger, month_of(ledger, text), today=today).compared
        received = sum(
            (e.record.accepted_at.year, e.record.accepted_at.month) == (year, number)
            for e in ledger.entries(ISSUES)
        )
        assert figures["issue.received"].value.number == received
        assert figures["issue.closed"].value.number == len(closed)
        assert float(figures["issue.days"].value.number or 0) == statistics.median(spans)


def test_a_cell_that_need_not_be_there_and_cannot_be_read_goes_to_the_note(
    ledger: Ledger, tmp_path: Path, today: date
) -> None:
    file = tmp_path / "转来的任务.csv"
    file.write_text(
        "收到时间,哪个部门,什么事,最迟哪天交,备注\n"
        "2026-11-20,民政局,高龄老人台账,尽快,急\n"
        "2026-11-20,民政局,低保名单,2026-11-27,\n"
        "看情况,民政局,没有日期的,2026-11-27,\n",
        encoding="utf-8",
    )
    done = import_file(ledger, file, TASKS, today=today)
    assert (done.new, len(done.refused), len(done.unread)) == (2, 1, 1)
    assert (done.unread[0].row, done.refused[0].row) == (2, 4)
    entry = ledger.numbered("2026-A-0001")
    assert entry is not None
    first = entry.record
    assert (first.due_on, first.note) == (None, "急\n办结期限：尽快")
    again = import_file(ledger, file, TASKS, today=today)
    assert (again.new, again.same) == (0, 2)
