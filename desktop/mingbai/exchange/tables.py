"""A spreadsheet file as plain values: a path goes in, names and rows come out.

Nothing here knows a register. What could be a heading, a total or a blank row is decided by the
shape of the table alone; what a column means is the business of `mapping`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from mingbai.domain.text import clean, fold
from mingbai.domain.words import Mistake, Words
from mingbai.exchange.gate import (
    Admitted,
    Form,
    admit,
    check_grid,
    column_letters,
    damaged,
    locked_by_password,
    too_large,
)
from mingbai.exchange.table import Cell, LeftOut, Row, Table
from mingbai.exchange.text_files import FIELD_LIMIT, text_cell, text_rows

Merged = tuple[tuple[int, int], tuple[int, int]]

EXACT_LIMIT = 10**15
"""Spreadsheets keep fifteen digits of a number; an identifier written as a longer one is lost."""

TITLE_ROWS = 20

TOTAL = Words("合计行", "a total")
NUMBER_ONLY = Words("只有序号的空行", "a blank row with nothing but its number")
FOOT = Words("表尾的落款或说明", "a signature or remark below the table")
SECTION = Words("表内的小标题", "a heading inside the table")
SECOND_HEAD = Words("标题行的下半行", "the lower row of the headings")


def sheet_names(path: Path) -> tuple[str, ...]:
    """The sheets that one can choose from; a text file is one sheet under its own name."""
    file = admit(path)
    if file.form is Form.TEXT:
        return (path.stem,)
    with told_of_reader(file.name):
        return _sheets_of(_open(file))


def read_table(
    path: Path, sheet: str | None = None, *, head_row: int | None = None, known: Collection[str] = ()
) -> Table:
    """The table of a sheet, the first visible one with anything in it when none is named.

    `head_row` is the number of the row with the headings, 0 where there are none and columns are called by
    their letters. Without it, it is the one with the most of the `known` headings, at least two; else the
    first that names two things, since a title above a table names one. Raises `Mistake` or `Fault`.
    """
    file = admit(path)
    if file.form is Form.TEXT:
        return _Builder(file.name, path.stem, text_rows(file)).table(head_row, known)
    with told_of_reader(file.name):
        workbook = _open(file)
        sheets = _sheets_of(workbook)
        found = _choose(file.name, workbook, sheet)
        rows = [(number, _cells(values)) for number, values in enumerate(found.iter_rows(), 1)]
        merged = found.merged_cell_ranges or ()
        first_column = (found.start or (0, 0))[1]
    # Outside, where a fault of ours is not taken for one of the file.
    table = _Builder(file.name, found.name, rows, first_column, merged).table(head_row, known)
    return replace(table, sheets=sheets)


def pasted_table(name: str, text: str, *, head_row: int | None = None, known: Collection[str] = ()) -> Table:
    """The table in a block copied from a spreadsheet: cells with tabs between, rows as lines.

    It goes by `name`, as it has none. Raises `Mistake` where there is nothing, or more than a block.
    """
    if len(text) > PASTE_LIMIT:
        raise Mistake(
            "粘贴的内容太多，请把表格存成文件再导入",
            "This is too much to paste; save the table as a file and import that",
        )
    csv.field_size_limit(FIELD_LIMIT)
    # A quotation mark inside a cell is copied as it is: what has no partner is text.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter="\t")
    rows: list[tuple[int, list[Cell]]] = []
    try:
        for number, values in enumerate(reader, 1):
            check_grid(name, number, len(values), f"{column_letters(len(values))}{number}")
            rows.append((number, [text_cell(value) for value in values]))
    except csv.Error:
        raise Mistake(
            "粘贴的内容里有一格太长，请把表格存成文件再导入",
            "One cell of what was pasted is too long; save the table as a file and import that",
        ) from None
    return _Builder(name, name, rows).table(head_row, known)


PASTE_LIMIT = 8 * 2**20
"""Characters; a clipboard with more was hardly meant as a block of rows."""


# --- Workbooks ---------------------------------------------------------------------------------


def _open(file: Admitted) -> CalamineWorkbook:
    # From bytes the reader looks at the content; from a path it would believe the suffix.
    return CalamineWorkbook.from_filelike(io.BytesIO(file.data))


@contextmanager
def told_of_reader(name: str) -> Iterator[None]:
    """Turns what the reader raises into a sentence."""
    try:
        yield
    except PasswordError:
        raise locked_by_password(name) from None
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise damaged(name) from error
    except MemoryError:
        raise too_large(name) from None
    except BaseException as error:
        # A panic of the reader is not an Exception, yet it only means that the file is odd.
        if type(error).__name__ == "PanicException":
            raise damaged(name) from error
        raise


def _sheets_of(workbook: CalamineWorkbook) -> tuple[str, ...]:
    found = [about for about in workbook.sheets_metadata if about.typ == SheetTypeEnum.WorkSheet]
    found.sort(key=lambda about: about.visible != SheetVisibleEnum.Visible)
    return tuple(about.name for about in found)


def _choose(name: str, workbook: CalamineWorkbook, wanted: str | None) -> CalamineSheet:
    names = _sheets_of(workbook)
    if wanted is not None:
        if wanted not in names:
            raise Mistake(
                "“{name}”里没有工作表“{sheet}”，现有：{names}",
                "“{name}” has no sheet “{sheet}”; it has: {names}",
                name=name,
                sheet=wanted,
                names=Words("、".join(names), ", ".join(names)),
            )
        names = (wanted,)
    for each in names:
        sheet = workbook.get_sheet_by_name(each)
        if sheet.end is not None:
            check_grid(
                name, sheet.height, sheet.width, f"{column_letters(sheet.end[1] + 1)}{sheet.end[0] + 1}"
            )
            return sheet
    raise _nothing_in(name)


def _nothing_in(name: str) -> Mistake:
    return Mistake(
        "“{name}”里没有内容，请检查是否选对了文件和工作表",
        "There is nothing in “{name}”; check that it is the right file and sheet",
        name=name,
    )


def _cells(values: Iterable[object]) -> list[Cell]:
    return [_cell(value) for value in values]


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return clean(value, multiline=True) or None if value else None
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, bool | int | date | time | timedelta):
        return value
    return None


# --- From rows to a table ----------------------------------------------------------------------

_TOTALS = frozenset(
    {"合计", "总计", "小计", "共计", "累计", "总合计", "本页合计", "本页小计", "本月合计"}
    | {"total", "totals", "subtotal", "grandtotal", "sum"}
)
_NUMBER_HEADS = frozenset({"序号", "序", "编号", "行号", "no", "no.", "#", "number"})
_FOOT = re.compile(
    r"(?:填[报表]人|填[报表]单位|填[报表]日期|制表人?|制表日期|审核人?|负责人|报送人|备注|附?注|说明|填表说明|note|prepared by|"
    r"checked by)\s*\d?\s*[:：]",
    re.IGNORECASE,
)
_FILL_LIMIT = 2_000_000


def _is_foot(cells: Sequence[Cell]) -> bool:
    """Whether a row begins like a signature or remark; it may still be an entry that begins that way."""
    first = next((cell for cell in cells if cell is not None), None)
    return isinstance(first, str) and _FOOT.match(fold(first).strip(" :")) is not None


class _Builder:
    """The steps from the rows of a sheet to its table; rows are numbered from 1, columns from 0."""

    def __init__(
        self,
        name: str,
        sheet: str,
        rows: Iterable[tuple[int, list[Cell]]],
        first_column: int = 0,
        merged: Iterable[Merged] = (),
    ) -> None:
        self.name, self.sheet = name, sheet
        self.first_column = first_column
        self.rows = {number: cells for number, cells in rows if any(cell is not None for cell in cells)}
        if not self.rows:
            raise _nothing_in(name)
        self.width = max(map(len, self.rows.values()))
        # Numbered as the rows are, and as the columns are once those left of the table are gone.
        self.merged = [
            (top + 1, bottom + 1, left - first_column, min(right - first_column, self.width - 1))
            for (top, left), (bottom, right) in merged
            if left >= first_column
        ]

    def table(self, head_row: int | None, known: Collection[str] = ()) -> Table:
        """The table under the headings in `head_row`, or where they seem to be."""
        if head_row is None:
            head_row = self._known_head(known) or self._find_head()
        elif head_row and head_row not in self.rows:
            raise Mistake(
                "第 {row} 行是空行，请把标题行指到有栏目名称的一行",
                "Row {row} is blank; choose the row that holds the headings",
                row=head_row,
            )
        for cells in self.rows.values():
            cells.extend([None] * (self.width - len(cells)))
        headings = self.rows.get(head_row) or [None] * self.width
        body = {number: cells for number, cells in self.rows.items() if number > head_row}
        lower = self._lower_heads(head_row, headings, known)
        left_out = [LeftOut(head_row + 1, SECOND_HEAD)] if lower and body.pop(head_row + 1) else []
        left_out += self._leave_out(body, headings)
        self._fill_down(body)
        used = [any(cells[at] is not None for cells in body.values()) for at in range(self.width)]
        head = self._head(head_row, headings, used, lower)
        rows, rounded = _packed(body, tuple(head))
        above = {number: cells for number, cells in self.rows.items() if number < head_row}
        return Table(
            self.name,
            self.sheet,
            head_row,
            tuple(head.values()),
            tuple(self._letter(at) for at in head),
            rows,
            tuple(left_out),
            rounded,
            _packed(above, tuple(head))[0],
        )

    def _letter(self, at: int) -> str:
        return column_letters(self.first_column + at + 1)

    def _known_head(self, known: Collection[str]) -> int | None:
        """The first row with the most known headings; one alone may stand in a title or an entry."""
        wanted = {_folded(name) for name in known}
        named = {
            number: len({_folded(_heading(cell)) for cell in cells} & wanted)
            for number, cells in list(self.rows.items())[:TITLE_ROWS]
        }
        best = max(named, key=lambda number: named[number])
        return best if named[best] > 1 else None

    def _find_head(self) -> int:
        """The first row with two different names; a title or the name of a unit is one alone."""
        for number, cells in list(self.rows.items())[:TITLE_ROWS]:
            if len({cell for cell in cells if cell is not None}) > 1:
                return number
        return next(iter(self.rows))

    def _lower_heads(self, head_row: int, headings: list[Cell], known: Collection[str]) -> dict[int, str]:
        """What stands below headings over several columns, where the next row holds nothing else: 满意 below 满意度.

        Together they are a heading that is known (办结 and 时间), or one that says both.
        """
        over: dict[int, int] = {}
        for top, bottom, left, right in self.merged:
            if top <= head_row == bottom and right > left:
                over |= dict.fromkeys(range(left, right + 1), left)
        for at, cell in enumerate(headings[1:] if not self.merged else (), 1):
            if cell is None:
                # What was pasted has no merged cells: blank ones follow.
                left = over.get(at - 1, at - 1)
                over |= {left: left, at: left}
        below = {at: cell for at, cell in enumerate(self.rows.get(head_row + 1, ())) if cell is not None}
        texts = [cell for cell in below.values() if isinstance(cell, str)]
        alone = all(at in over and headings[over[at]] is not None for at in below)
        # A title stands over all of them.
        titled = all(at in over for at, cell in enumerate(headings) if cell is not None)
        if len(texts) < max(2, len(below)) or not alone or titled or all(over[at] == at for at in below):
            return {}
        wanted = {_folded(name) for name in known}
        names: dict[int, str] = {}
        for at, cell in below.items():
            upper, own = _heading(headings[over[at]]), _heading(cell)
            names[at] = f"{upper}{own}" if _folded(f"{upper}{own}") in wanted else f"{upper}/{own}"
        return names

    def _head(
        self, head_row: int, headings: list[Cell], used: list[bool], lower: dict[int, str]
    ) -> dict[int, str]:
        """The heading of each column that has one or holds something, no two the same."""
        names = [_heading(cell) for cell in headings]
        for top, bottom, left, right in self.merged:
            if top <= head_row <= bottom:
                for at in range(left + 1, right + 1):
                    names[at] = names[left] if used[at] else ""
        for at, name in lower.items():
            names[at] = name
        head: dict[int, str] = {}
        taken: set[str] = set()
        for at, name in enumerate(names):
            if name or used[at]:
                head[at] = _distinct(name or self._letter(at), taken)
        return head

    def _leave_out(self, body: dict[int, list[Cell]], head: list[Cell]) -> Iterator[LeftOut]:
        """Takes the rows that are no entries out of the body, and says why."""
        wide = {(top, left) for top, _, left, right in self.merged if right > left}
        after_total = False
        width = max((sum(cell is not None for cell in cells) for cells in body.values()), default=0)
        # A signature stands below the entries: no full row follows it.
        full = [
            n
            for n, cells in body.items()
            if sum(c is not None for c in cells) >= width and not _is_foot(cells)
        ]
        last_full = max(full, default=0)
        for number in list(body):
            cells = body[number]
            filled = [at for at, cell in enumerate(cells) if cell is not None]
            first = cells[filled[0]]
            alone = len(filled) == 1
            words = fold(first).strip(" :") if isinstance(first, str) else ""
            why: Words | None = None
            if words.replace(" ", "").strip("：:") in _TOTALS:
                why, after_total = TOTAL, True
            elif (_FOOT.match(words) and (alone or number > last_full)) or (alone and after_total and words):
                why = FOOT
            elif (
                alone
                and str(first).isdigit()
                and fold(_heading(head[filled[0]])).replace(" ", "") in _NUMBER_HEADS
            ):
                why = NUMBER_ONLY
            elif alone and (number, filled[0]) in wide:
                why = SECTION
            if why is not None:
                del body[number]
                yield LeftOut(number, why)

    def _fill_down(self, body: dict[int, list[Cell]]) -> None:
        """Writes a cell merged downwards into each of its rows; a number stays once, or sums would lie."""
        steps = 0
        for top, bottom, left, _ in self.merged:
            value = body[top][left] if top in body else None
            if bottom == top or value is None or isinstance(value, int | float | timedelta):
                continue
            steps += bottom - top
            if steps > _FILL_LIMIT:
                return
            for number in range(top + 1, bottom + 1):
                if number in body and body[number][left] is None:
                    body[number][left] = value


def _heading(cell: Cell) -> str:
    return "" if cell is None else clean(str(cell))


def _folded(heading: str) -> str:
    """For comparing: a heading broken over two lines is the same heading."""
    return "".join(fold(heading).split())


def _distinct(name: str, taken: set[str]) -> str:
    wanted, count = name, 1
    while fold(wanted) in taken:
        count += 1
        wanted = f"{name} ({count})"
    taken.add(fold(wanted))
    return wanted


def _packed(
    body: dict[int, list[Cell]], columns: tuple[int, ...]
) -> tuple[tuple[tuple[int, Row], ...], tuple[tuple[int, int], ...]]:
    """The rows without the columns that nobody uses, and where digits were lost."""
    rounded: list[tuple[int, int]] = []
    rows: list[tuple[int, Row]] = []
    for number, cells in body.items():
        row = tuple([cells[at] for at in columns])
        rows.append((number, row))
        for place, cell in enumerate(row):
            if isinstance(cell, int) and abs(cell) >= EXACT_LIMIT:
                rounded.append((number, place))
    return tuple(rows), tuple(rounded)
