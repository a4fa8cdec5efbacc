"""Sheets to write in tests, and what is read back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

from mingbai.domain.sheet import (
    CellValue,
    Look,
    Row,
    Sheet,
    SheetColumn,
    Workbook,
)
from mingbai.domain.words import Language
from mingbai.exchange.workbook import Written, write_workbook

MADE_AT = datetime(2026, 12, 2, 9, 30)
FOOT = ("填报单位（盖章）：", "负责人：", "审核人：", "填报人：", "填报日期：2026年12月2日")


def column(head: str = "栏", width: float = 20, look: Look = Look.TEXT, **more: Any) -> SheetColumn:
    return SheetColumn(head, width, look, **more)


def page(rows: Any, columns: Sequence[SheetColumn] = (column(),), **more: Any) -> Sheet:
    more.setdefault("title", "事项表")
    return Sheet(more.pop("tab", "表"), more.pop("title"), tuple(columns), rows, **more)


def data(rows: Any, columns: Sequence[SheetColumn] = (column(),)) -> Sheet:
    return Sheet("数据", "", tuple(columns), rows)


def write(path: Path, *sheets: Sheet, language: Language = "zh", caption: str = "示例社区 第1版") -> Written:
    return write_workbook(Workbook(language, sheets, caption), path, made_at=MADE_AT)


def cells(path: Path, tab: str = "数据") -> list[list[Any]]:
    with CalamineWorkbook.from_path(path) as book:
        return [list(row) for row in book.get_sheet_by_name(tab).to_python(skip_empty_area=False)]


def part(path: Path, name: str) -> str:
    with ZipFile(path) as package:
        return package.read(name).decode()


def written(path: Path, value: CellValue, look: Look = Look.TEXT) -> Any:
    """What one value is when it is read back."""
    write(path, data([Row((value, "."))], (column(look=look), column())))
    return cells(path)[1][0]
