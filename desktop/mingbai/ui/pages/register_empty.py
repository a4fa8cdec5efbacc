"""What stands in place of a register's list with nothing in it: why that is, and what leads on."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal

from mingbai.domain.register import Register
from mingbai.domain.text import shortened
from mingbai.domain.words import Words
from mingbai.ui.pages.belongs import COMES, HOW, HOW_IMPORT
from mingbai.ui.pages.empty_list import EmptyList
from mingbai.ui.pages.register_commands import BACK, IMPORT
from mingbai.ui.panel.words import ADD
from mingbai.ui.quick.words import EXAMPLES
from mingbai.ui.session import Session

HOW_FORM = Words("可以一条条新增，也可以整张表导入。", "Add entries one by one, or import a whole sheet.")
HOW_BOTH = Words(
    "上面写一句就是一条，也可以填表新增，或整张表导入。",
    "Type one line above for each entry, fill in a form, or import a whole sheet.",
)
NOTHING = Words("没有符合的记录", "No matching entries")
NOTHING_WITHIN = Words("“{name}”里没有找到“{words}”", "Nothing with “{words}” in “{name}”")
NOTHING_FOUND = Words("没有找到“{words}”", "Nothing with “{words}”")
IN_ALL = Words("在全部中找", "Look in all")
IN_ALL_HOW = Words("按 Enter 在全部中找", "Enter looks in all")
NOTHING_NAMED = Words("现在没有“{name}”的记录", "Nothing in “{name}” now")
NOTHING_LEFT = Words("这里的都处理好了", "Nothing is left here")
SHOW_ALL = Words("看全部", "Show all")
NO_SEARCH = Words("不查这几个字", "Clear the search")
EVERYWHERE = Words("在所有登记里找“{words}”（Ctrl+K）", "Search everywhere for “{words}” (Ctrl+K)")
BIN_EMPTY = Words("回收站是空的", "The bin is empty")


class RegisterEmpty(EmptyList):
    """Each of its signals is one way on, for the page to go."""

    list_asked = Signal()
    whole_asked = Signal()
    in_all_asked = Signal()
    """The words that were looked for, among all entries."""
    clear_asked = Signal()
    everywhere_asked = Signal(str)
    add_asked = Signal()
    import_asked = Signal()

    def __init__(self, session: Session, register: Register[Any], icon: str, *, by_form: bool) -> None:
        super().__init__(session)
        self._register = register
        self._icon = icon
        self._by_form = by_form

    def say_bin(self) -> None:
        """The bin is empty."""
        self.say(BIN_EMPTY, None, BACK, self.list_asked.emit)

    def say_not_found(self, typed: str, within: str) -> None:
        """Nothing has these words, `within` what the list is narrowed to or in all of it."""
        words = Words(shortened(typed), shortened(typed))
        said = NOTHING_WITHIN.format(name=Words(within, within), words=words)
        self.say(
            said if within else NOTHING_FOUND.format(words=words),
            IN_ALL_HOW if within else None,
            IN_ALL if within else NO_SEARCH,
            self.in_all_asked.emit if within else self.clear_asked.emit,
            elsewhere=EVERYWHERE.format(words=words),
            go=lambda: self.everywhere_asked.emit(typed),
        )

    def say_none_such(self, called: str, *, waits: bool) -> None:
        """There are entries, but none as the filter asks, which may have a name, or no more of what `waits`."""
        said = NOTHING_NAMED.format(name=Words(called, called)) if called else NOTHING
        self.say(NOTHING_LEFT if waits else said, None, SHOW_ALL, self.whole_asked.emit)

    def say_first(self, *, below_line: bool) -> None:
        """Nothing was ever written here: what belongs here, and how it comes here."""
        register, icon = self._register, self._icon
        if register.deeds_only:
            self.say(register.belongs, COMES.get(register.code), icon=icon)
        elif self._by_form:
            how = HOW_BOTH if register.code in EXAMPLES else HOW_FORM
            self.say(register.belongs, how, ADD, self.add_asked.emit, icon=icon)
        else:
            how = HOW if below_line else HOW_IMPORT
            self.say(register.belongs, how, IMPORT, self.import_asked.emit, icon=icon)
