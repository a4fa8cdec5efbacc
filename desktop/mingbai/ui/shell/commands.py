"""Ctrl+K: every command, record and kept filter by a few letters, initials too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import accumulate

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mingbai.desk.listing import find_everywhere
from mingbai.desk.records import shown
from mingbai.desk.spoken_days import short_day
from mingbai.domain.initials import spells
from mingbai.domain.text import fold
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.command import Command
from mingbai.ui.later import later
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look, Size, Weight
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.belongs import ICONS
from mingbai.ui.session import Session

WIDTH, FROM_TOP = 640, 104
SHOWN, BELOW = 8, 12
"""So many rows are seen at once, and so much is left below them: a list ends after a whole row."""
RECORDS = 6
ASK = Words("命令、记录、筛选，几个字或拼音首字母", "Commands, records, filters: a few letters")
FIND = Words(
    "查找所有记录：标题、单位、姓名里的几个字", "Find in all records: a few letters of a title, unit or name"
)
TYPE = Words("写几个字就开始找", "Type a few letters to begin")
COMMANDS = Words("命令", "Commands")
ENTRIES = Words("记录", "Records")
FILTERS = Words("筛选", "Filters")
NOTHING = Words("没有找到", "Nothing found")
RECORD = Words("登记为新的一条：{text}", "Record it as a new entry: {text}")
FOOT: tuple[tuple[str, Words], ...] = (
    ("↑ ↓", Words("选择", "Choose")),
    ("Enter", Words("执行", "Run")),
    ("Esc", Words("关闭", "Close")),
)
INITIALS = Words("也可以打拼音首字母，比如 hj 就是“核减”", "Initials work too")

NOTHING_ELSE: Mapping[str, str] = {}
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """One line that can be chosen, or a head that cannot (`run` is None)."""

    title: str
    detail: str = ""
    icon: str = ""
    keys: str = ""
    run: Callable[[], object] | None = None
    found: tuple[int, int] = (0, 0)
    """Which letters of the title were typed."""


class CommandBar(QWidget):
    """A field and what it finds, over the whole window; Esc or a click beside it puts it away."""

    closed = Signal()

    def __init__(
        self,
        session: Session,
        commands: Iterable[Command],
        filters: Iterable[tuple[str, str, str]],
        parent: QWidget,
        *,
        record: Callable[[str], object],
        records: bool = False,
    ) -> None:
        """`filters` are kept ones: register's code, name, filter text. `records`: they are what is looked for.

        What is found nowhere can be recorded: `record` begins an entry with it.
        """
        super().__init__(parent)
        self._session = session
        self._over = parent
        self._commands = tuple(commands)
        self._filters = tuple(filters)
        # By title what else a command is called: a clerk may know it by its name in the other language.
        self._also = {
            session.word(one.words): f"{one.words.zh} {one.words.en} {one.also}" for one in self._commands
        }
        self._records_first = records
        self._record_new = record
        asked = session.word(FIND if records else ASK)
        look = session.look
        self._box = styled(QFrame(self), "popup")
        self._field = styled(QLineEdit(), "bare")
        self._field.setFont(look.font(Size.NAME))
        self._field.setPlaceholderText(asked)
        self._field.setAccessibleName(asked)
        self._field.textChanged.connect(self._typed)
        self._field.installEventFilter(self)
        self._model = QStandardItemModel(self)
        self._list = styled(QListView(), "list")
        self._list.setAccessibleName(session.word(COMMANDS))
        self._list.setModel(self._model)
        self._delegate = _RowDelegate(look, self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(lambda _: self._run())
        self._lay_out(look)
        self._records: list[Row] = []
        self._asked = ""
        self._pause = later(self, 120, self._ask)
        self.setGeometry(parent.rect())
        parent.installEventFilter(self)
        self._typed("")
        self.show()
        self.raise_()
        self._field.setFocus()

    def _lay_out(self, look: Look) -> None:
        column = self._column = QVBoxLayout(self._box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(22, 10, 22, 10)
        top.setSpacing(12)
        glass = QLabel()
        glass.setPixmap(pixmap(look, "search", "text2", 20, self.devicePixelRatioF()))
        top.addWidget(glass)
        top.addWidget(self._field, 1)
        self._field.setMinimumHeight(look.px(38))
        column.addLayout(top)
        column.addWidget(_line())
        column.addWidget(self._list, 1)
        column.addWidget(_line())
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 10, 22, 10)
        foot.setSpacing(8)
        for keys, words in FOOT:
            foot.addWidget(styled(QLabel(keys), "key"))
            foot.addWidget(styled(QLabel(look.word(words)), "caption"))
            foot.addSpacing(8)
        foot.addStretch(1)
        if look.scale <= 1.5:
            foot.addWidget(styled(QLabel(look.word(INITIALS)), "caption"))
        column.addLayout(foot)

    def write(self, text: str) -> None:
        """Looks for a text, as if it was typed."""
        self._field.setText(text)

    # What is shown.

    def _typed(self, text: str) -> None:
        self._records = []
        self._fill(text)
        self._pause.start()

    def _ask(self) -> None:
        text = self._field.text().strip()
        self._asked = text
        if len(text) < 2:
            return
        session = self._session
        session.runner.do(
            lambda: find_everywhere(session.ledger, text)[:RECORDS],
            lambda entries: self._found(text, entries),
            owner=self,
        )

    def _found(self, text: str, entries: list[Entry]) -> None:
        if text != self._asked:
            return
        self._records = [self._record(entry) for entry in entries]
        self._fill(self._field.text())

    def _record(self, entry: Entry) -> Row:
        session = self._session
        register = entry.register
        language = session.look.language
        title = shown(entry, register.title_in(entry.stored, language), session.glossary, language)
        dated = str(entry.stored.get(register.dated) or "")[:10] if register.dated else ""
        day = session.word(short_day(date.fromisoformat(dated), session.today)) if dated else ""
        detail = "  ".join(part for part in (session.word(register.words), day, entry.number) if part)
        title, icon = title.split("\n")[0], ICONS.get(register.code, "doc")
        return Row(title, detail, icon, run=lambda: session.open(entry), found=_place_of(self._asked, title))

    def _fill(self, text: str) -> None:
        kept = [
            Row(name, "", "filter", run=partial(self._session.ask, code, where))
            for code, name, where in self._filters
        ]
        groups: list[tuple[Words, list[Row]]] = [
            (COMMANDS, _matching(self._usable_first(), text, self._also)),
            (ENTRIES, self._records),
            (FILTERS, _matching(kept, text)),
        ]
        if self._records_first:
            groups = [*groups[1:], *(groups[:1] if fold(text).strip() else ())]
        self._model.clear()
        for words, rows in groups:
            if rows:
                self._add(Row(self._session.word(words)))
                for row in rows:
                    self._add(row)
        if not self._model.rowCount():
            text = text.strip()
            self._add(Row(self._session.word(NOTHING if text else TYPE)))
            if text:
                title = self._session.word(RECORD).format(text=text)
                self._add(Row(title, icon="plus", run=partial(self._record_new, text)))
        self._choose(0, 1)
        self._place()

    def _usable_first(self) -> list[Row]:
        """Every command; those that cannot run now come last."""
        return sorted(map(self._row, self._commands), key=lambda row: row.run is None)

    def _row(self, command: Command) -> Row:
        detail = "" if command.detail is None else self._session.word(command.detail)
        run = command.run if command.can_run() else None
        title = self._session.word(command.words)
        return Row(title, detail, command.icon or "arrow", command.cap, run)

    def _add(self, row: Row) -> None:
        item = QStandardItem(row.title)
        item.setData(row, ROW)
        item.setEditable(False)
        item.setEnabled(row.run is not None)
        item.setSelectable(row.run is not None)
        item.setData(f"{row.title} {row.detail} {row.keys}".strip(), Qt.ItemDataRole.AccessibleTextRole)
        self._model.appendRow(item)

    def _place(self) -> None:
        look = self._session.look
        width = min(look.px(WIDTH), self.width() - 32)
        top = FROM_TOP if self.height() > look.px(560) else 16
        self._list.setFixedHeight(0)
        self._column.activate()
        chrome = self._box.sizeHint().height()
        most = min(look.px(SHOWN * 42 + 80), self.height() - top - 32 - chrome)
        heights = (self._delegate.height(self._row_at(at)) for at in range(self._model.rowCount()))
        whole = (end for end in accumulate(heights, initial=BELOW) if end <= most)
        self._list.setFixedHeight(max(look.px(44), *whole))
        self._column.activate()
        self._box.setGeometry((self.width() - width) // 2, top, width, self._box.sizeHint().height())

    # Choosing.

    def _row_at(self, at: int) -> Row:
        row: Row = self._model.item(at).data(ROW)
        return row

    def _choose(self, start: int, step: int) -> None:
        at = start
        while 0 <= at < self._model.rowCount():
            if self._row_at(at).run is not None:
                index = self._model.index(at, 0)
                self._list.setCurrentIndex(index)
                self._list.scrollTo(index)
                return
            at += step

    def _run(self) -> None:
        index = self._list.currentIndex()
        row = self._row_at(index.row()) if index.isValid() else None
        if row is None or row.run is None:
            return
        self.put_away()
        row.run()

    def put_away(self) -> None:
        """Closes the bar; the focus goes back to where it was."""
        self.hide()
        self.closed.emit()
        self.deleteLater()

    # Keys and mouse.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
            self._place()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        current = self._list.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Down:
                self._choose(current + 1, 1)
            case Qt.Key.Key_Up:
                self._choose(current - 1, -1)
            case Qt.Key.Key_PageDown:
                self._choose(min(current + SHOWN, self._model.rowCount() - 1), -1)
            case Qt.Key.Key_PageUp:
                self._choose(max(current - SHOWN, 0), 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._run()
            case Qt.Key.Key_Escape:
                self.put_away()
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                pass
            case _:
                return False
        return True

    def mousePressEvent(self, _: object) -> None:
        self.put_away()

    def paintEvent(self, _: object) -> None:
        painter = QPainter(self)
        shade = self._session.look.colour("text" if self._session.look.theme == "light" else "rail")
        shade.setAlpha(90 if self._session.look.theme == "light" else 150)
        painter.fillRect(self.rect(), shade)
        painter.end()


def _matching(rows: Iterable[Row], text: str, also: Mapping[str, str] = NOTHING_ELSE) -> list[Row]:
    """Rows whose title or detail holds what was typed, or whose initials it spells; those that begin so first."""
    wanted = fold(text).strip()
    if not wanted:
        return list(rows)
    found: list[tuple[int, Row]] = []
    for row in rows:
        start, end = _place_of(text, row.title)
        if end:
            marked = replace(row, found=(start, end))
            found.append((0 if start == 0 else 1, marked))
        elif wanted in fold(f"{row.detail} {also.get(row.title, '')}") or (
            wanted.isalpha() and spells(wanted, row.title)
        ):
            found.append((2, row))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def _place_of(text: str, title: str) -> tuple[int, int]:
    """Where a title holds what was typed: from and to; twice 0 where it does not, or only by other letters."""
    wanted, folded = fold(text).strip(), fold(title)
    at = folded.find(wanted) if wanted and len(folded) == len(title) else -1
    return (at, at + len(wanted)) if at >= 0 else (0, 0)


def _line() -> QFrame:
    line = styled(QFrame(), "line")
    line.setFixedHeight(1)
    return line


class _RowDelegate(QStyledItemDelegate):
    """Draws a row: icon, title with the typed letters in accent, detail, key."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def height(self, row: Row) -> int:
        """How high a row is."""
        return self._look.px(42 if row.icon else 32)

    def sizeHint(self, _: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self.height(index.data(ROW)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = self._look
        row: Row = index.data(ROW)
        box: QRect = option.rect.adjusted(10, 0, -10, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = Qt.AlignmentFlag.AlignVCenter
        if not row.icon:
            painter.setFont(look.font(Size.CAPTION))
            painter.setPen(look.colour("text2"))
            painter.drawText(box.adjusted(12, 6, -12, 0), middle | Qt.AlignmentFlag.AlignLeft, row.title)
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_soft"))
            painter.drawRoundedRect(box, 8, 8)
        side = look.px(18)
        ink = "accent" if option.state & QStyle.StateFlag.State_Selected else "text2"
        picture = pixmap(look, row.icon, ink, ratio=painter.device().devicePixelRatioF())
        painter.drawPixmap(box.left() + 13, box.top() + (box.height() - side) // 2, picture)
        at = box.left() + 13 + side + 13
        end = box.right() - 12 - self._draw_keys(painter, box, row.keys)
        at = self._draw_title(painter, QRect(at, box.top(), end - at, box.height()), row)
        painter.setFont(look.font(Size.CAPTION))
        painter.setPen(look.colour("text2"))
        room = QRect(at + 12, box.top(), end - at - 12, box.height())
        words = painter.fontMetrics().elidedText(row.detail, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()

    def _draw_keys(self, painter: QPainter, box: QRect, keys: str) -> int:
        if not keys:
            return 0
        look = self._look
        painter.setFont(look.font(Size.CAPTION))
        width = painter.fontMetrics().horizontalAdvance(keys) + 12
        height = look.px(20)
        cap = QRect(box.right() - 12 - width, box.top() + (box.height() - height) // 2, width, height)
        painter.setPen(QPen(look.colour("line2"), 1))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(cap, 5, 5)
        painter.setPen(look.colour("text2"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
        return width + 12

    def _draw_title(self, painter: QPainter, room: QRect, row: Row) -> int:
        """Draws the title in three parts; answers where it ends."""
        look = self._look
        start, end = row.found
        at = room.left()
        plain = "text" if row.run is not None else "text3"
        for text, ink, weight in (
            (row.title[:start], plain, Weight.NORMAL),
            (row.title[start:end], "accent", Weight.STRONG),
            (row.title[end:], plain, Weight.NORMAL),
        ):
            painter.setFont(look.font(Size.TEXT, weight))
            painter.setPen(look.colour(ink))
            left = QRect(at, room.top(), max(0, room.right() - at), room.height())
            words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, left.width())
            painter.drawText(left, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
            at += painter.fontMetrics().horizontalAdvance(words)
        return at
