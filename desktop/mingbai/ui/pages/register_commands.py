"""What can be done on the page of a register, as the palette and the page of keys list it."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import SignalInstance

from mingbai.desk.bulk import CLOSE
from mingbai.domain.register import Register
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.blocks import Order
from mingbai.ui.command import Command
from mingbai.ui.panel.words import ADD_TO
from mingbai.ui.table.chips import LEAVE_ROWS, ChipsRow
from mingbai.ui.table.columns import ListColumn
from mingbai.ui.table.deeds import DELETE, EDIT, MERGE, TAKE_OUT
from mingbai.ui.table.model import order_by
from mingbai.ui.table.view import ListView

FIND_IN = Words("在{register}里查找", "Find in {register}")
IMPORT = Words("导入", "Import")
PASTE_ROWS = Words("粘贴表格里的几行", "Paste rows of a sheet")
PASTE_ROWS_HOW = Words("在 Excel 里复制，连同表头", "Copied in Excel, with its headings")
EXPORT = Words("导出", "Export")
PRINT = Words("打印", "Print")
PRINT_LIST = Words("打印列表", "Print the list")
LIST_AS_PDF = Words("列表存为 PDF", "Save the list as a PDF")
BIN = Words("回收站", "Bin")
BACK = Words("返回列表", "Back to the list")
LOOK_AT = Words("看：{name}", "Show: {name}")
SORT_BY = Words("按“{label}”排序", "Sort by {label}")
TYPE_FILTER = Words("写筛选条件", "Type a filter")
CHOOSE_COLUMNS = Words("选择栏目", "Choose columns")


class ListPage(Protocol):
    """The page of a register, as far as its commands ask something of it."""

    register: Register[Any]
    by_form: bool
    view: ListView
    chips: ChipsRow

    @property
    def shows_rows(self) -> bool: ...
    @property
    def print_asked(self) -> SignalInstance: ...
    @property
    def paste_asked(self) -> SignalInstance: ...
    @property
    def pdf_asked(self) -> SignalInstance: ...
    def begin_search(self) -> None: ...
    def begin_adding(self) -> None: ...
    def begin_import(self) -> None: ...
    def export(self) -> None: ...
    def ask(self, where: str) -> None: ...
    def sort(self, order: Order) -> None: ...
    def type_filter(self) -> None: ...
    def choose_columns(self) -> None: ...
    def show_bin(self, shown: bool) -> None: ...


def commands_of(page: ListPage) -> list[Command]:
    """Ways in and out, deeds on what is chosen, filters, orders, the bin."""
    return [*_ways(page), *_deeds(page), *_views(page), *_filters(page), *_orders(page)]


def _ways(page: ListPage) -> list[Command]:
    register, code = page.register, page.register.code
    find = FIND_IN.format(register=register.words)
    found = [
        Command(
            f"{code}.back",
            LEAVE_ROWS,
            page.chips.back_asked.emit,
            "Alt+Left",
            "chevl",
            enabled=lambda: page.shows_rows,
        ),
        Command(f"{code}.find", find, page.begin_search, "Ctrl+F", "search"),
        Command(f"{code}.export", EXPORT, page.export, "Ctrl+E", "export", register.words),
        Command(f"{code}.print", PRINT, page.print_asked.emit, "Ctrl+P", "print", register.words),
        Command(f"{code}.pdf", LIST_AS_PDF, page.pdf_asked.emit, icon="doc", detail=register.words),
    ]
    if page.by_form:
        add = ADD_TO.format(register=register.words)
        found.append(Command(f"{code}.add", add, page.begin_adding, icon="plus"))
    if not register.deeds_only and code != TASKS.code:
        # Where a notice can be pasted, the window's own command takes rows as well.
        found.append(
            Command(f"{code}.paste", PASTE_ROWS, page.paste_asked.emit, "Ctrl+V", "import", PASTE_ROWS_HOW)
        )
    if not register.deeds_only:
        found.append(
            Command(f"{code}.import", IMPORT, page.begin_import, icon="import", detail=register.words)
        )
    return found


def _deeds(page: ListPage) -> list[Command]:
    code, deeds = page.register.code, page.view.deeds

    def chosen() -> bool:
        return bool(page.view.chosen())

    if page.view.question.binned:
        return [Command(f"{code}.take_out", TAKE_OUT, deeds.take_out_of_bin, icon="undo", enabled=chosen)]
    found = [
        Command(f"{code}.delete", DELETE, deeds.put_into_bin, "Delete", "x", enabled=chosen),
        Command(f"{code}.edit", EDIT, page.view.edit_current, "F2", "text", enabled=chosen),
    ]
    if deeds.can_close():
        found.append(Command(f"{code}.close", CLOSE, deeds.close, "D", "check", enabled=deeds.can_close))
    if page.register.reviewed:
        found.append(Command(f"{code}.merge", MERGE, deeds.merge, "M", "link", enabled=deeds.can_merge))
    return found


def _views(page: ListPage) -> list[Command]:
    code, binned = page.register.code, page.view.question.binned
    return [
        Command(f"{code}.bin", BACK if binned else BIN, lambda: page.show_bin(not binned), icon="folder"),
        Command(f"{code}.filter", TYPE_FILTER, page.type_filter, icon="filter"),
        Command(f"{code}.columns", CHOOSE_COLUMNS, page.choose_columns, icon="grid"),
    ]


def _filters(page: ListPage) -> list[Command]:
    def show(name: str, where: str) -> Command:
        words = LOOK_AT.format(name=Words(name, name))
        code = f"{page.register.code}.show.{where}"
        return Command(code, words, lambda: page.ask(where), icon="filter", detail=page.register.words)

    return [show(name, where) for name, where in page.chips.named()]


def _orders(page: ListPage) -> list[Command]:
    def sort(column: ListColumn) -> Command:
        words = SORT_BY.format(label=column.words)
        code = f"{page.register.code}.sort.{column.name}"
        return Command(
            code, words, lambda: page.sort(order_by(column, page.view.question.order)), icon="list"
        )

    return [sort(column) for column in page.view.rows.columns if column.sorted_by]
