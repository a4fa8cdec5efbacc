"""The lists a place edits: each opens as a page of its own."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton

from mingbai.desk.catalogues import unusable_rows
from mingbai.domain.allowed_plaque import ALLOWED_PLAQUES
from mingbai.domain.certificate_type import CERTIFICATE_TYPES
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.duty import DUTIES
from mingbai.domain.holiday import HOLIDAYS
from mingbai.domain.issue_category import ISSUE_CATEGORIES
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.domain.report import PAST_FIGURES
from mingbai.domain.rule import RULES
from mingbai.domain.staff import STAFF
from mingbai.domain.time_limit import TIME_LIMITS
from mingbai.domain.words import Words
from mingbai.domain.work_kind import WORK_KINDS
from mingbai.ledger.blocks import COUNTED, count
from mingbai.ledger.ledger import Change
from mingbai.ui.inline import Inline
from mingbai.ui.look.icons import put_icon
from mingbai.ui.look.roles import styled
from mingbai.ui.panel.adding import add_to
from mingbai.ui.panel.words import ADD, ADD_TO
from mingbai.ui.session import Session
from mingbai.ui.settings.section import Section, wrapped

LISTS: tuple[tuple[Register[Any], Words], ...] = (
    (DEPARTMENTS, Words("来交办的、办诉求的单位", "Units that assign work or solve issues")),
    (STAFF, Words("经办人从这里选", "Owners are chosen from these")),
    (
        DUTIES,
        Words(
            "本镇街的清单；没有导入就不提示", "The township's own list; without it, duties are not checked"
        ),
    ),
    (
        CERTIFICATE_TYPES,
        Words("哪些证明该开、不该开、找谁", "Which certificates may be issued, and who to ask instead"),
    ),
    (ISSUE_CATEGORIES, Words("居民诉求分几类", "How resident issues are sorted")),
    (RULES, Words("提示所依据的规定，可以停用", "What flags are based on; each can be switched off")),
    (
        ALLOWED_PLAQUES,
        Words("可以挂的不提示，该摘的提示", "What may hang is not flagged, what is to go is"),
    ),
    (
        TIME_LIMITS,
        Words(
            "诉求写了时限依据就算出办理时限；工单上印的为准",
            "An issue’s due time follows from the limit it names; a printed one wins",
        ),
    ),
    (HOLIDAYS, Words("放假和调休，算工作日用", "Holidays and working weekends, for counting working days")),
    (
        WORK_KINDS,
        Words("没计时、没询问时按这个算，可以改", "Used where nobody timed or asked; can be changed"),
    ),
    (PAST_FIGURES, Words("用本账本以前的月份数据", "Figures of months before this ledger")),
)
BELOW = 4
"""Under what is said of a list, and nothing above it: it belongs to the name."""

OPEN = Words("打开", "Open")
OPEN_LIST = Words("打开{register}", "Open {register}")
IMPORT = Words("导入", "Import")
IMPORT_LIST = Words("导入{register}", "Import into {register}")
ENTRIES = Words("{n} 条", "{n}")


class ListsSection(Section):
    """Every list with how many entries it has."""

    code = "lists"
    words = Words("名录与规则", "Lists and rules")
    said = Words(
        "随程序带来的条目可以改；更新不会盖掉改过的。",
        "What came with the program can be changed; an update leaves your changes alone.",
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.counts: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        self.card().addLayout(grid)
        for at, (register, said) in enumerate(LISTS):
            self._add_row(grid, 3 * at, register, said)
        self.notice = Inline(session.look)
        self.column.addWidget(self.notice)
        self.column.addStretch(1)
        session.changed.connect(self._heard)

    def read(self) -> None:
        """Counts the lists anew, and says which shipped rows are not taken in."""
        self.session.runner.do(unusable_rows, self._say_unusable, owner=self)
        for register, _ in LISTS:
            self._count(register)

    def _add_row(self, grid: QGridLayout, row: int, register: Register[Any], said: Words) -> None:
        session, look = self.session, self.session.look
        if row:
            line = styled(QFrame(), "line")
            line.setFixedHeight(1)
            grid.addWidget(line, row - 1, 0, 1, 5)
        grid.addWidget(styled(QLabel(session.word(register.words)), "heading"), row, 0)
        # Over the whole width: beside the deeds it has little room at the largest text.
        caption = wrapped(session.word(said), "caption")
        caption.setContentsMargins(0, 0, 0, BELOW)
        grid.addWidget(caption, row + 1, 0, 1, 5)
        number = self.counts[register.code] = styled(QLabel(), "secondary")
        grid.addWidget(number, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, words, told, name, ask in (
            (2, ADD, ADD_TO, "plus", self._add),
            (3, IMPORT, IMPORT_LIST, "import", session.import_asked.emit),
            (4, OPEN, OPEN_LIST, "", session.ask),
        ):
            button = styled(QPushButton(session.word(words)), "quiet")
            if name:
                put_icon(button, look, name)
            button.setAccessibleName(session.word(told.format(register=register.words)))
            button.setMinimumHeight(look.px(32))
            button.clicked.connect(lambda _, ask=ask, code=register.code: ask(code))
            grid.addWidget(button, row, column)

    def _say_unusable(self, found: tuple[Words, ...]) -> None:
        self.notice.say("\n".join(map(self.session.word, found)), "amber")

    def _add(self, code: str) -> None:
        add_to(self.session, REGISTERS[code], self)

    def _count(self, register: Register[Any]) -> None:
        found = count(self.session.ledger, register)
        told = f"{COUNTED}+" if found >= COUNTED else str(found)
        self.counts[register.code].setText(self.session.word(ENTRIES.format(n=told)))

    def _heard(self, change: Change) -> None:
        if not self.isVisible():
            return
        for register, _ in LISTS:
            if register.code in change.uids:
                self._count(register)
