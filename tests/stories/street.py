"""A made-up subdistrict whose 200 villages have handed in: some twice, some on other days, some not at all."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

from tests.desk.villages import lines_of

from mingbai.desk.collecting.taking import take_in
from mingbai.desk.month.figures import printed_codes
from mingbai.domain.data_sheet import HandedIn
from mingbai.domain.figure import Ratio, Top
from mingbai.domain.figures import FIGURES
from mingbai.domain.month import Cutoff, Month
from mingbai.domain.submission import VILLAGES, Village
from mingbai.domain.words import Language
from mingbai.ledger.ledger import Ledger

COUNT, MISSING = 200, 3
FIRST, SECOND = "东西南北上下前后大小新老金玉长安福石白黄", "河山湖桥塘岭湾坪坝庄"
ENGLISH_FIRST = ("East", "West", "South", "North", "Upper", "Lower", "Great", "Little", "New", "Old")
ENGLISH_SECOND = ("River", "Hill", "Lake", "Bridge", "Pond", "Ridge", "Bay", "Field", "Dam", "Farm")


def write_street(ledger: Ledger, language: Language, today: date) -> None:
    """Fills a new ledger with what a street holds at the end of a month."""
    chance = random.Random(7)
    month = Month(today.year, today.month)
    names = [_name(number, language) for number in range(COUNT + MISSING)]
    read = [_handed(name, number, month, chance) for number, name in enumerate(names[:COUNT])]
    read += [_handed(names[number], number, month, chance, version=2) for number in (4, 17)]
    read.append(
        _handed(names[COUNT - 1], COUNT - 1, Month(month.year, month.number, Cutoff.DAY_25), chance, 2)
    )
    take_in(ledger, read, today=today)
    with ledger.act("import", today=today) as act:
        for number in range(COUNT, COUNT + MISSING):
            act.insert(VILLAGES, Village(name=names[number], code=_code(number)))


def _name(number: int, language: Language) -> str:
    if language == "en":
        again = f" {number // 100 + 1}" if number >= 100 else ""
        return f"{ENGLISH_FIRST[number % 10]} {ENGLISH_SECOND[number // 10 % 10]}{again}"
    again = "一二三"[number // 200] if number >= 200 else ""
    return FIRST[number % 20] + SECOND[number // 20 % 10] + again + ("村" if number % 3 else "社区")


def _code(number: int) -> str:
    return f"99010100{number + 1:04}"


def _handed(name: str, number: int, month: Month, chance: random.Random, version: int = 1) -> HandedIn:
    numbers: dict[str, Decimal | int] = {
        code: chance.randint(0, 60) for code in printed_codes() if not isinstance(FIGURES[code], Ratio | Top)
    }
    numbers |= {"staff.count": chance.randint(4, 12), "place.residents": chance.randint(900, 22_000)}
    for ratio in (figure for figure in FIGURES.values() if isinstance(figure, Ratio) and figure.scale == 100):
        if ratio.part in numbers and ratio.whole in numbers:
            numbers[ratio.part] = min(numbers[ratio.part], numbers[ratio.whole])
    return HandedIn(
        file=f"{month} {name}.xlsx",
        sha256=f"{number}-{version}-{month.cutoff}",
        code=_code(number),
        place=name,
        period=str(month),
        start=month.start,
        end=month.end,
        version=version,
        made_on=month.start,
        lines=tuple(lines_of(numbers)),
    )
