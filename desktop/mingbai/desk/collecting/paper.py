"""A village that hands in on paper: its figures are typed in, and any workbook of it stands above them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from mingbai.desk.collecting.collection import PAPER, as_text
from mingbai.domain.column import Uid
from mingbai.domain.data_sheet import Line
from mingbai.domain.field import Problem, Refused
from mingbai.domain.figure import Duration, Ratio, Top, ratio
from mingbai.domain.figures import FIGURES
from mingbai.domain.month import Month
from mingbai.domain.reading import read_decimal
from mingbai.domain.submission import SUBMISSIONS, VILLAGES, Submission, Village
from mingbai.domain.text import clean, fold
from mingbai.domain.words import Mistake, Words
from mingbai.ledger.ledger import Ledger

DEED = "paper"


def paper_codes() -> tuple[str, ...]:
    """The figures that are typed; shares follow from their parts, medians and largest groups stay open."""
    from mingbai.desk.month.figures import printed_codes

    return tuple(code for code in printed_codes() if not isinstance(FIGURES[code], Ratio | Duration | Top))


def type_in(
    ledger: Ledger,
    month: Month,
    village: Mapping[str, str],
    figures: Mapping[str, str],
    *,
    today: date,
) -> Uid:
    """Saves a paper report, or corrects the one typed before; `village` has a name and may have a code.

    Raises `Refused` naming each figure that is no number; empty ones are nothing to say.
    """
    name, code = clean(village.get("name", "")), clean(village.get("code", ""))
    problems = (
        [] if name else [Problem("name", Words("请填写村（社区）名称", "The village's name is needed"))]
    )
    numbers: dict[str, Decimal] = {}
    for figure, typed in figures.items():
        try:
            if typed.strip():
                numbers[figure] = _number(typed)
        except Mistake as mistake:
            problems.append(Problem(figure, mistake.words))
    if not problems and not numbers:
        problems = [Problem("", Words("请至少填一个数", "At least one number is needed"))]
    if problems:
        raise Refused(problems)
    if month.start > today:
        raise Mistake("{month}还没有开始", "{month} has not begun", month=month.words)
    with ledger.act(DEED, today=today) as act:
        uid = _known(ledger, name, code) or act.insert(VILLAGES, Village(name=name, code=code))
        record = Submission(
            village=uid,
            period=str(month),
            starts_on=month.start,
            ends_on=month.end,
            version=PAPER,
            received_on=today,
            figures=as_text(_lines(numbers)),
        )
        stored = SUBMISSIONS.store(record)
        for entry in ledger.entries(SUBMISSIONS):
            before = entry.stored
            if (before["village"], before["period"], before["version"]) == (uid, str(month), PAPER):
                act.change(SUBMISSIONS, entry.uid, stored)
                return entry.uid
        return act.insert_stored(SUBMISSIONS, stored)


def _known(ledger: Ledger, name: str, code: str) -> Uid | None:
    """The village meant by a code, else by a name. Raises `Mistake` where the code is another one's."""
    villages = ledger.entries(VILLAGES)
    coded = [entry for entry in villages if code and entry.record.code == code]
    if coded and fold(coded[0].record.name) != fold(name):
        raise Mistake(
            "代码 {code} 是“{known}”的，请核对",
            "The code {code} is the one of “{known}”; check it",
            code=code,
            known=coded[0].record.name,
        )
    named = [
        entry
        for entry in villages
        if fold(entry.record.name) == fold(name) and not (code and entry.record.code)
    ]
    return next((entry.uid for entry in (*coded, *named)), None)


def _number(typed: str) -> Decimal:
    number = read_decimal(typed)
    if not 0 <= number < 10**12:
        raise Mistake("“{typed}”太大或小于零", "“{typed}” is too large or below zero", typed=typed[:20])
    return number


def _lines(numbers: Mapping[str, Decimal]) -> list[Line]:
    lines = []
    for code, figure in FIGURES.items():
        if code in numbers:
            lines.append(Line(figure=code, unit=figure.unit.code, now=numbers[code]))
        elif isinstance(figure, Ratio) and figure.part in numbers and figure.whole in numbers:
            part, whole = numbers[figure.part], numbers[figure.whole]
            now = ratio(part, whole, figure.scale, figure.decimals)
            lines.append(Line(figure=code, unit=figure.unit.code, now=now, part=part, whole=whole))
    return lines
