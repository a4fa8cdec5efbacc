"""One table on its way into a register: seen, corrected, planned, and only then written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mingbai.desk import imports
from mingbai.desk.import_notes import notes_of
from mingbai.desk.import_plan import Imported, Plan, Progress
from mingbai.desk.preview import meant_fields, preview
from mingbai.desk.seen_file import Replaced, fingerprint, refuse_replaced
from mingbai.domain.register import Register
from mingbai.domain.words import Trouble, Words, enumerated
from mingbai.exchange.mapping import ColumnMap, Why, personal_fields
from mingbai.exchange.table import Table
from mingbai.ui.importing.column_memory import ColumnMemory
from mingbai.ui.importing.foot import Foot, picture
from mingbai.ui.importing.outcome import Outcome
from mingbai.ui.importing.preview_table import PreviewTable
from mingbai.ui.inline import Inline
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import PAGE_SIDE
from mingbai.ui.look.offered_view import with_list
from mingbai.ui.look.roles import styled
from mingbai.ui.runner import Job
from mingbai.ui.session import Session
from mingbai.ui.turns import Turns

T = TypeVar("T")

TITLE = Words("导入{register}", "Import into {register}")
FILE = Words("{name}，{n} 行", "{name}, {rows}")
PASTED = Words("粘贴的内容", "pasted cells")
AS_BEFORE = Words("标题行认出来了，列已按上次的对好", "Known headings; columns are matched as last time")
KNOWN = Words("认出 {n} 列", "{n} of {all} columns recognised")
KNOWN_SOME = Words(
    "认出 {n} 列，{rest} 列不导入，可在列的上方改",
    "{n} of {all} columns recognised; change the others above them",
)
NO_NUMBERS = Words(
    "证件号码不导入；姓名、电话只在打开的记录里显示全",
    "ID numbers are not imported; full names and phones show only in an open record",
)
MOVE_KEYS = Words("移动标题行", "move the headings")
LEAVE_PERSONAL = Words("姓名、电话、住址也不导入", "Also leave out names, phones and addresses")
SHEET = Words("工作表", "Sheet")
STOPPED = Words("已停下，什么都没有写入", "Stopped; nothing was written")
IMPORT = Words("导入 {n} 行", "Import {rows}")
GO = Words("导入", "Import")
NOTHING = Words("没有要写入的", "Nothing to import")
READING = Words("正在读文件", "Reading the file")
READING_FIRST = Words(
    "正在读“{name}”。读完先给您看，不会马上写入。",
    "Reading “{name}”. You will see it first; nothing is written yet.",
)
PLANNING = Words("正在比对，还没有写入", "Comparing, nothing is written yet")
WRITING = Words("正在写入", "Writing")
READ = Words("读完 {n} 行，还没有写入", "{rows} read, nothing is written yet")
MISSING = Words(
    "还差{labels}：请在上方选出是哪一列；如果标题行不对，先移动标题行",
    "Still missing: {labels}. Choose the column above; if the headings are not where they should be, move them first",
)
DONE = Words("已导入 {n} 行到{register}", "Imported {rows} into {register}")

PREVIEWED = 4
"""Rows below the headings that are shown."""
SETTLED_MS = 200
"""So long after the last choice the plan is made anew."""


def rows_words(n: int) -> str:
    """1 row, 2 rows."""
    return f"{n:,} row" if n == 1 else f"{n:,} rows"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the table comes from: a file, or cells that were pasted."""

    path: Path | None = None
    text: str = ""


class ImportView(QWidget):
    """The table, where its columns go, what would come of it, and the button that does it."""

    ended = Signal()
    """It was written or given up: back to the register."""
    other_asked = Signal()
    """Another file is wanted."""

    def __init__(self, session: Session, register: Register[object], source: Source) -> None:
        super().__init__()
        self.session, self.register, self.source = session, register, source
        self._turns = Turns.of(session.runner)
        self._memory = ColumnMemory(session.memory, register)
        self.table: Table | None = None
        self.columns: ColumnMap | None = None
        self.plan: Plan | None = None
        self._chosen: dict[str, str] = {}
        self._letters: dict[str, str] = {}
        self._job: Job | None = None
        self._writing = False
        self._asked = 0
        self._seen = ""
        """The fingerprint of the file whose table is shown."""
        self._replaced: Words | None = None
        """What is to be said when the file that was put in its place is shown."""
        self._lay_out()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED_MS)
        self._settling.timeout.connect(self._make_plan)
        session.runner.job_told.connect(self._show_progress)

    # --- What it asks for -----------------------------------------------------------------------

    def read(self, *, head_row: int | None = None, sheet: str | None = None) -> None:
        """Reads the table, with the headings in that row."""
        register, source, word = self.register, self.source, self.session.word

        def work(progress: Progress) -> tuple[Table, str]:
            if source.path is None:
                return imports.read_paste(source.text, register, name=word(PASTED), head_row=head_row), ""
            # Before it is read: what is put in its place meanwhile is another file, too.
            seen = fingerprint(source.path)
            table = imports.read_file(
                source.path, register, sheet=sheet, head_row=head_row, progress=progress
            )
            return table, seen

        self._run(READING, work, self._take_table, self._refuse_table)
        if self.table is None:
            name = source.path.name if source.path is not None else word(PASTED)
            self._notice.say(word(READING_FIRST.format(name=name)), "blue")
            self._foot.cancel.setFocus()

    def write(self) -> None:
        """Writes what was planned."""
        plan, ledger = self.plan, self.session.ledger
        if plan is None or not plan.writes or self._job is not None:
            return
        path, seen = self.source.path, self._seen

        def work(told: Progress) -> Imported:
            if path is not None:
                refuse_replaced(path, seen)
            return imports.write(ledger, plan, progress=told)

        self._writing = True
        self._run(WRITING, work, self._written, self._not_written)

    def stop(self) -> None:
        """Asks what is running to stop. What became of it is said when it ended: it may have been done by then."""
        if self._job is not None:
            self._foot.stop.setEnabled(False)
            self._job.progress.stop()

    def _stopped(self) -> None:
        self.session.said.emit(STOPPED)
        if self.table is None:
            self.ended.emit()
        elif self.plan is None:
            self._notice.say(self.session.word(STOPPED), "amber")

    def give_up(self) -> None:
        """Leaves everything as it was; what is being written is stopped first."""
        if self._writing:
            self.stop()
            return
        if self._job is not None:
            self._job.progress.stop()
            self._finish()
        self.ended.emit()

    def choose(self, at: int, field: str) -> None:
        """Sends a column to a field, or nowhere."""
        if self.table is None:
            return
        name = self.table.head[at]
        # A field that another column had by choice goes over to this one.
        self._chosen = {other: to for other, to in self._chosen.items() if not field or to != field}
        self._chosen[name] = field
        self._show_table()
        self.preview.choices[at].setFocus()
        self._settling.start()

    def _make_plan(self) -> None:
        table, register, ledger = self.table, self.register, self.session.ledger
        if table is None or self.columns is None or self.columns.missing:
            return
        today, language = self.session.today, self.session.look.language
        chosen, leave = dict(self._chosen), self._leave()

        def work(told: Progress) -> Plan:
            return imports.plan(
                ledger,
                table,
                register,
                today=today,
                language=language,
                chosen=chosen,
                leave=leave,
                progress=told,
            )

        self._run(PLANNING, work, self._take_plan, self._refuse)

    # --- What comes back ------------------------------------------------------------------------

    def _take_table(self, read: tuple[Table, str]) -> None:
        table, self._seen = read
        first = self.table is None or self.table.head != table.head
        self.table = table
        if first:
            self._chosen = self._memory.chosen(table)
        self._sheets.setVisible(len(table.sheets) > 1)
        self._sheets.blockSignals(True)
        self._sheets.clear()
        self._sheets.addItems(table.sheets)
        self._sheets.setCurrentText(table.sheet)
        self._sheets.blockSignals(False)
        name = self.session.word(PASTED) if self.source.path is None else table.name
        n = len(table.rows)
        self._file.setText(self.session.word(FILE.format(name=name, n=n, rows=rows_words(n))))
        self._show_table()
        self._make_plan()

    def _show_table(self) -> None:
        table = self.table
        assert table is not None
        columns = imports.mapped(table, self.register, chosen=self._chosen, leave=self._leave())
        self.columns = columns
        self.plan = None
        fields = meant_fields(table, columns, self._letters)
        self._letters |= {letter: field for letter, field in zip(table.letters, fields, strict=True) if field}
        lines = preview(table, columns, PREVIEWED, known=self._letters)
        self.preview.show_lines(lines, columns, table.numbers)
        self._card.show()
        self._say_what_is_known(columns)
        self._outcome.hide()
        missing = enumerated(Words(f"“{field.words.zh}”", f"“{field.words.en}”") for field in columns.missing)
        self._notice.say(
            self.session.word(MISSING.format(labels=missing)) if columns.missing else "", "amber"
        )
        personal = set(personal_fields(self.register))
        self._leave_box.setVisible(self._leave_box.isChecked() or bool(personal & columns.fields.keys()))
        self._name_button()

    def _say_what_is_known(self, columns: ColumnMap) -> None:
        n, of = sum(bool(heading.field) for heading in columns.headings), len(columns.headings)
        told = AS_BEFORE if self._memory.knows(self.table) else KNOWN if n == of else KNOWN_SOME
        self._known.setText(self.session.word(told.format(n=n, all=of, rest=of - n)))
        self._known_row.show()
        private = bool(columns.because(Why.ID_NUMBER)) or any(
            self.register.fields[name].column.personal is not None for name in columns.fields
        )
        self._private.setVisible(private)
        self._lock.setVisible(private)

    def _take_plan(self, plan: Plan) -> None:
        self.plan = plan
        told = notes_of(plan.imported, self.session.today) if self._replaced is None else (self._replaced,)
        self._notice.say("\n".join(map(self.session.word, told)), "amber")
        self._replaced = None
        self._outcome.show_plan(plan)
        self._outcome.show()
        self._name_button()
        n = len(plan.table.rows)
        self.session.said.emit(READ.format(n=n, rows=rows_words(n)))
        if self.go.isEnabled() and not self._has_focus_in_table():
            self.go.setFocus()

    def _has_focus_in_table(self) -> bool:
        focused = QApplication.focusWidget()
        return isinstance(focused, QWidget) and self.preview.isAncestorOf(focused)

    def _written(self, done: Imported) -> None:
        if self.table is not None:
            self._memory.keep(self.table, self._chosen)
        n = done.new + done.changed
        self.session.done.emit(DONE.format(n=n, rows=rows_words(n), register=self.register.words))
        self.ended.emit()

    def _not_written(self, trouble: Trouble) -> None:
        self._refuse(trouble)
        if isinstance(trouble, Replaced) and self.table is not None:
            self._replaced = trouble.words
            self.read(head_row=self.table.head_row, sheet=self._sheet())

    def _refuse_table(self, trouble: Trouble) -> None:
        self._refuse(trouble)
        if self.table is None:
            self._foot.other.setFocus()

    def _refuse(self, trouble: Trouble) -> None:
        self._notice.say(self.session.word(trouble.words))
        self._name_button()

    def _leave(self) -> tuple[str, ...]:
        return personal_fields(self.register) if self._leave_box.isChecked() else ()

    # --- Work beside the window -------------------------------------------------------------------

    def _run(
        self,
        words: Words,
        work: Callable[[Progress], T],
        then: Callable[[T], None],
        refused: Callable[[Trouble], None],
    ) -> None:
        """Runs one job; what an earlier one still answers is not heard any more."""
        self._settling.stop()
        if self._job is not None:
            self._job.progress.stop()
        self._asked += 1
        asked = self._asked

        def ended(answer: T) -> None:
            if asked == self._asked:
                self._finish()
                then(answer)

        def troubled(trouble: Trouble) -> None:
            if asked == self._asked:
                self._finish()
                refused(trouble)

        def stopped() -> None:
            if asked == self._asked:
                self._finish()
                self._stopped()

        label = self.session.word(words)
        self._foot.show_work(label, leaving=self.table is None)
        self.go.setEnabled(False)
        self._job = self.session.runner.job(
            label,
            lambda progress: work(self._turns.between(progress)),
            ended,
            owner=self,
            refused=troubled,
            stopped=stopped,
            place=self,
        )

    def _finish(self) -> None:
        self._asked += 1
        self._job = None
        self._writing = False
        self._name_button()

    def _show_progress(self, job: Job, done: int, of: int) -> None:
        if job is self._job and of:
            self._foot.show_progress(done, of)

    def _name_button(self) -> None:
        n = self.plan.writes if self.plan is not None else 0
        word = self.session.word
        named = IMPORT.format(n=n, rows=rows_words(n)) if n or self.plan is None else NOTHING
        self.go.setText(word(named) if self.plan is not None else word(GO))
        self.go.setEnabled(bool(n) and self._job is None)
        if self._job is None:
            self._foot.show_calm(one_step=bool(n))

    # --- Layout -----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = styled(QWidget(), "page")
        area.setWidget(inside)
        whole.addWidget(area, 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(PAGE_SIDE, 20, PAGE_SIDE, 14)
        column.setSpacing(14)
        column.addLayout(self._title_row())
        self._known_row = self._recognised()
        column.addWidget(self._known_row)
        self._known_row.hide()
        self._card = styled(QFrame(), "card")
        inner = QVBoxLayout(self._card)
        inner.setContentsMargins(1, 1, 1, 1)
        self.preview = PreviewTable(self.session.look)
        self.preview.stay_within(area)
        self.preview.column_chosen.connect(self.choose)
        self.preview.head_asked.connect(self._move_head)
        inner.addWidget(self.preview)
        column.addWidget(self._card)
        self._card.hide()
        self._notice = Inline(self.session.look)
        column.addWidget(self._notice)
        self._outcome = Outcome(self.session.look)
        self._outcome.hide()
        column.addWidget(self._outcome)
        column.addStretch(1)
        self._foot = Foot(self.session)
        self._foot.stop.clicked.connect(self.stop)
        self._foot.other.clicked.connect(self.other_asked)
        self._foot.cancel.clicked.connect(self.give_up)
        self.go = self._foot.go
        self.go.clicked.connect(self.write)
        self._name_button()
        whole.addWidget(self._foot)

    def _title_row(self) -> QHBoxLayout:
        session = self.session
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(styled(QLabel(session.word(TITLE.format(register=self.register.words))), "title"))
        self._file = styled(QLabel(), "secondary")
        self._file.setWordWrap(True)
        row.addWidget(self._file, 1)
        self._sheets = styled(with_list(QComboBox(), session.look), "field")
        self._sheets.setAccessibleName(session.word(SHEET))
        self._sheets.activated.connect(lambda _: self.read(sheet=self._sheet()))
        self._sheets.hide()
        row.addWidget(self._sheets)
        return row

    def _recognised(self) -> QWidget:
        session, look = self.session, self.session.look
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        column.addLayout(row)
        row.addWidget(picture(pixmap(look, "check", "green")))
        self._known = styled(QLabel(), "secondary")
        self._known.setWordWrap(True)
        row.addWidget(self._known, 1)
        row.addWidget(styled(QLabel("Alt ↑ ↓"), "key"))
        row.addWidget(styled(QLabel(session.word(MOVE_KEYS)), "secondary"))
        row = QHBoxLayout()
        row.setSpacing(8)
        column.addLayout(row)
        self._lock = picture(pixmap(look, "lock", "text3"))
        self._private = styled(QLabel(session.word(NO_NUMBERS)), "secondary")
        self._private.setWordWrap(True)
        self._leave_box = QCheckBox(session.word(LEAVE_PERSONAL))
        self._leave_box.setAccessibleName(session.word(LEAVE_PERSONAL))
        self._leave_box.toggled.connect(self._leave_toggled)
        row.addWidget(self._lock)
        row.addWidget(self._private, 1)
        row.addWidget(self._leave_box)
        return box

    def _leave_toggled(self) -> None:
        if self.table is not None:
            self._show_table()
            self._settling.start()

    def _move_head(self, row: int) -> None:
        self.preview.grip.setFocus()
        self.read(head_row=row, sheet=self._sheet())

    def _sheet(self) -> str | None:
        return self._sheets.currentText() or None
