"""表2: what was handed down in the period, one row each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from mingbai.desk.month.edition import Edition
from mingbai.desk.month.figures import MonthFigures
from mingbai.desk.month.names import Names
from mingbai.desk.month.rows import counted_rows
from mingbai.domain.department import Level
from mingbai.domain.review import DECISIONS, Decision
from mingbai.domain.sheet import DASH, CellValue, Look, Page, Row, Sheet, SheetColumn
from mingbai.domain.task import Status, Task
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry, Ledger

TITLE = Words("上级交办事项明细表", "Assignments Received")
TAB = Words("表2 上级交办", "Table 2 Assignments")


def assignments_sheet(ledger: Ledger, edition: Edition, figures: MonthFigures, names: Names) -> Sheet:
    """One row per assignment received in the period."""
    entries = list(counted_rows(ledger, "task.received", edition.period, edition.filed_on))
    decided = _decided(ledger, edition) if edition.full else {}
    columns = _columns(edition)
    rows = tuple(_row(edition, names, n, entry, decided) for n, entry in enumerate(entries, 1))
    return edition.sheet(
        TAB,
        TITLE,
        columns,
        rows or (Row((DASH,) * len(columns)),),
        right=edition.table(
            edition.say("表2", "Table 2"), edition.say(f"共{len(entries)}件", f"{len(entries)} in all")
        ),
        notes=(_sums(edition, figures, names, entries), _note(edition)),
        foot=edition.foot(),
        frozen_columns=4,
        page=Page(one_page=False),
    )


def _decided(ledger: Ledger, edition: Edition) -> dict[str, Entry]:
    """The latest assessment of each entry, as of the period's end."""
    in_time = (one for one in ledger.entries(DECISIONS) if one.record.decided_on <= edition.until)
    return {one.record.subject: one for one in sorted(in_time, key=lambda one: one.record.decided_on)}


def _columns(edition: Edition) -> tuple[SheetColumn, ...]:
    say, zh = edition.say, edition.language == "zh"
    by = (
        SheetColumn(say("交办单位", "Department"), 11.0, Look.TEXT)
        if edition.full
        else SheetColumn(say("交办层级", "Level"), 7.7 if zh else 9.0, Look.WORD)
    )
    title = 22.0 if edition.full else 35.4 if zh else 32.0
    document = 16.0 if edition.full else 17.8 if zh else 14.4
    columns = (
        SheetColumn(say("序号", "No."), 4.2, Look.WORD),
        SheetColumn(say("登记编号", "Number"), 10.5, Look.CODE),
        SheetColumn(say("接收日期", "Received"), 9.3, Look.DATE),
        SheetColumn(say("事项名称", "Title"), title, Look.TEXT),
        by,
        # 投票答题转发 on one line.
        SheetColumn(say("报送形式", "Kind"), 10.0 if not zh else 8.5 if edition.full else 10.4, Look.WORD),
        SheetColumn(say("文（编）号", "Document no."), document, Look.TEXT),
        SheetColumn(say("办结期限", "Due"), 9.3, Look.DATE),
        SheetColumn(say("办结日期", "Done"), 9.3, Look.DATE),
        SheetColumn(say("状态", "Status"), 5.9, Look.WORD),
        # "Cooperating duty" on one line: a month is then a page shorter.
        SheetColumn(say("清单\n归属", "Duty\nlist"), 5.9 if zh else 9.0 if edition.full else 11.8, Look.WORD),
    )
    if not edition.full:
        return columns
    return (
        *columns,
        SheetColumn(say("研判", "Assessment"), 8.3, Look.WORD),
        SheetColumn(say("依据或说明", "Basis"), 26.0, Look.TEXT),
    )


def _row(edition: Edition, names: Names, number: int, entry: Entry, decided: Mapping[str, Entry]) -> Row:
    task: Task = entry.record
    cells: tuple[CellValue, ...] = (
        number,
        entry.number,
        task.received_on,
        names.free_text(task.title),
        names.department(task.department),
        edition.into(task.kind.words) if task.kind else DASH,
        names.document(task.document),
        task.due_on or DASH,
        task.done_on if _is_done(edition, task) and task.done_on else DASH,
        edition.into(_status(edition, task)),
        edition.into(task.listing.words) if task.listing else DASH,
    )
    if not edition.full:
        return Row(cells, about=entry.uid)
    found = decided.get(entry.uid) or decided.get(str(task.demand))
    if found is None:
        return Row((*cells, DASH, DASH), about=entry.uid)
    decision: Decision = found.record
    assessed = (edition.into(decision.assessment.words), names.free_text(decision.basis) or DASH)
    # Of what recurs the basis stands in the row of each time it came.
    return Row((*cells, *assessed), about=entry.uid, words_of=(found.uid,))


def _is_done(edition: Edition, task: Task) -> bool:
    """Done by the period's end: what was done later belongs to the next one."""
    return task.status is Status.DONE and (task.done_on is None or task.done_on <= edition.until)


def _status(edition: Edition, task: Task) -> Words:
    if task.status is Status.DONE and not _is_done(edition, task):
        return Status.DOING.words
    return task.status.words


def _sums(edition: Edition, figures: MonthFigures, names: Names, entries: Iterable[Entry]) -> str:
    levels: Counter[Level | None] = Counter()
    done = dropped = count = 0
    for entry in entries:
        task: Task = entry.record
        levels[names.level(task.department)] += 1
        done += _is_done(edition, task)
        dropped += task.status is Status.DROPPED
        count += 1
    if not count:
        return edition.say(
            f"{edition.period.words.zh}没有登记上级交办事项。",
            f"No assignments were recorded for {edition.period.words.en}.",
        )
    named = [(level, levels[level]) for level in reversed(Level) if levels[level]]
    forms, no_document, short = (
        figures.of(code).value.number or 0 for code in ("task.forms", "task.no_document", "task.short_notice")
    )
    listed = figures.of("task.listed").value.number
    on_lists = (
        ""
        if listed is None
        else edition.say(f"在履职清单或准入清单内{listed}件；", f"on the duty or admission list {listed}; ")
    )
    if edition.language == "zh":
        parts = [f"{level.words.zh}{n}件" for level, n in named]
        parts += [f"层级未填{levels[None]}件"] if levels[None] else []
        return (
            f"合计{count}件：{'、'.join(parts)}；报表、材料、数据{forms}件；未见文（编）号{no_document}件；"
            f"期限不足2个工作日{short}件；{on_lists}"
            f"期末已办结{done}件、{f'不再办理{dropped}件、' if dropped else ''}未办结{count - done - dropped}件。"
        )
    parts = [f"{level.words.en.lower()} {n}" for level, n in named]
    parts += [f"level not stated {levels[None]}"] if levels[None] else []
    return (
        f"Total {count}: {', '.join(parts)}; reports and data {forms}; no document number seen {no_document}; "
        f"under 2 working days {short}; {on_lists}"
        f"done by the {edition.noun}'s end {done}, {f'no longer needed {dropped}, ' if dropped else ''}"
        f"open {count - done - dropped}."
    )


def _note(edition: Edition) -> str:
    if edition.full:
        return edition.say(
            "注：留存版含交办单位名称和研判，仅供本单位留存；“未见”指登记时未见文号或编号，不作其他评价。",
            "Note: the full copy names departments and assessments and stays here. "
            "“none seen” means no document number was seen on receipt, and nothing more.",
        )
    return edition.say(
        "注：上报版只写交办层级，不写单位名称，文号不含发文机关代字；“未见”指登记时未见文号或编号，不作其他评价。",
        "Note: the submission names levels, not departments, and leaves their mark out of document numbers. "
        "“none seen” means no document number was seen on receipt, and nothing more.",
    )
