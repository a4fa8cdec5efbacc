"""A pasted or dropped notice as a draft: its text, a chip for each guess, and what speaks against it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mingbai.desk import pasting
from mingbai.desk.glossary import TYPED
from mingbai.desk.pasting import Guess, Pasted
from mingbai.desk.quick import LACKING, Reader, lines_of, shortened
from mingbai.desk.suggesting import Spoken, matter_of
from mingbai.domain.register import Kind, Register
from mingbai.domain.task import TASKS
from mingbai.domain.words import Mistake, Trouble, Words
from mingbai.ledger.drafts import drop_draft, keep_draft
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Size
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.panel.form import FieldRow
from mingbai.ui.quick.below import Sentence
from mingbai.ui.quick.fitted_column import FittedColumn
from mingbai.ui.quick.notice_chips import Chip, NoticeChips, State
from mingbai.ui.quick.notice_text import LINES, NoticeText
from mingbai.ui.quick.spoken import SpokenLines
from mingbai.ui.quick.words import (
    AS_IMPORT,
    AS_LINES,
    FILE_NOTICE,
    HOUR_KEPT,
    NOTICE_HOW,
    NOTICE_PLACE,
    NOTICE_PUT_DOWN,
    PASTED_NOTICE,
    PUT_DOWN,
    PUTTING_DOWN,
    READING,
    RECORD,
    RECORDED,
    SIGNS,
)
from mingbai.ui.session import Session

PAUSE_MS = 300
"""What is typed is kept at most so often."""
LOW = 560
"""In a window lower than this, at 100 %, the text takes one line."""
ALWAYS = ("title", "department", "due_on")
"""Fields that have a chip without a guess too."""


class NoticeCard(QWidget):
    """One notice on its way to become an assignment."""

    recorded = Signal(object)
    """An `Entry` that was saved."""
    closed = Signal()
    """It is put down or saved: whoever shows it shows something else."""
    opened = Signal()
    """A draft is read and shown."""
    lines_asked = Signal(str)
    """The text is no notice: its lines are an entry each."""
    import_asked = Signal(object, object)
    """The `Path` of a file whose rows are entries of a register (None: of whichever)."""

    def __init__(self, session: Session, reader: Reader, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reader = reader
        self._place = NOTICE_PLACE.format(page=page)
        self._pasted: Pasted | None = None
        self._file: Path | None = None
        self._row: FieldRow | None = None
        self._typed = ""
        self._saving = False
        self._asked = 0
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self._keep)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._build()

    # What others call.

    @property
    def pasted(self) -> Pasted | None:
        """The draft as it stands."""
        return self._pasted

    @property
    def spoken(self) -> tuple[Spoken, ...]:
        """What is said to speak against it."""
        return self._spoken.spoken

    def chips(self) -> list[Chip]:
        """The chips as they are shown."""
        return [chip.chip for chip in self._chips.chips()]

    def sentence(self) -> str:
        """The sentence below the chips; empty without one."""
        return self._sentence.label.text()

    def begin(self, text: str) -> None:
        """Reads a pasted text, off the window's thread."""
        session, reader, today = self._session, self._reader, self._session.today
        self._make_room()
        self._head.setText(session.word(PASTED_NOTICE))
        self._signs.clear()
        self.text.tell(text, ())
        session.do(
            lambda: pasting.draft_of(reader, text, today), self._show, owner=self, refused=self._refused
        )

    def begin_file(self, path: Path) -> None:
        """Reads a dropped file; a table of entries is imported instead."""
        from mingbai.desk.dropped import draft_of_file

        session, reader, today = self._session, self._reader, self._session.today
        self._make_room()
        self._file = path
        label = session.word(READING.format(name=path.name))

        def read(found: Pasted | Register[object]) -> None:
            if isinstance(found, Pasted):
                self._show(found)
            else:
                self.closed.emit()
                self.import_asked.emit(path, found)

        session.runner.job(
            label,
            lambda _: draft_of_file(reader, path, today),
            read,
            owner=self,
            refused=self._refused,
            stopped=self.closed.emit,
        )

    def _make_room(self) -> None:
        """Puts the draft that is there aside for another one."""
        former, self._pasted, self._file = self._pasted, None, None
        self._close_row()
        self._sentence.say(None)
        self._spoken.tell(())
        self._chips.show_chips(())
        self._other.hide()
        if former is not None:
            self._offer_back(former)

    def _offer_back(self, pasted: Pasted) -> None:
        # Asked of the session: by then the window may have been built anew.
        session = self._session
        session.did(NOTICE_PUT_DOWN, PUTTING_DOWN, lambda: session.notice_asked.emit(pasted))

    def bring_back(self, pasted: Pasted, typing: str = "", typed: str = "") -> None:
        """Shows a draft that was kept, with what was half typed into a field of it."""
        self._file = None
        self._show(pasted)
        if typing in pasting.FIELDS:
            self._edit(typing)
            assert self._row is not None
            self._row.editor.bring_back(typed)

    def keep_now(self) -> None:
        """Keeps the draft, and what is half typed into a field of it, before the card goes away."""
        self._keep()

    def save(self) -> None:
        """Records the assignment; or says what is still needed and opens its editor."""
        pasted = self._pasted
        if pasted is None or self._saving:
            return
        if (words := pasting.refusal(pasted)) is not None:
            self._edit(pasted.lacking[0])
            self._sentence.say(words, "danger")
            return
        self._saving = True
        session, place, file = self._session, self._place, self._file
        ledger, today, language = session.ledger, session.today, session.look.language
        record = partial(pasting.record, ledger, pasted, today=today, language=language)

        def deed() -> tuple[Entry, Words | None]:
            saved = (record(), None) if file is None else _with_file(ledger, file, record, today)
            drop_draft(ledger, place)
            return saved

        def saved(answer: tuple[Entry, Words | None]) -> None:
            entry, without_file = answer
            self._saving = False
            if without_file is not None:
                session.added.emit(without_file)
            self._pasted = None
            self.closed.emit()
            self.recorded.emit(entry)

        def refused(trouble: Trouble) -> None:
            self._saving = False
            self._sentence.say(trouble.words, "danger")

        title = shortened(pasted.value("title"))
        done = RECORDED.format(title=Words(title, title))
        session.do(deed, saved, owner=self, refused=refused, done=done)

    def put_down(self) -> None:
        """Gives the draft up; the next undo brings it back."""
        pasted, session, place = self._pasted, self._session, self._place
        self._pasted = None
        self._close_row()
        session.do(lambda: drop_draft(session.ledger, place))
        self.closed.emit()
        if pasted is not None:
            self._offer_back(pasted)

    # Built once.

    def _build(self) -> None:
        look, word = self._session.look, self._session.word
        sign = QLabel(self)
        sign.setPixmap(pixmap(look, "doc", "accent", 18))
        self._head = styled(QLabel(self), "group")
        self._head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._signs = styled(QLabel(self), "caption")
        self._signs.setFont(look.font(Size.CAPTION))
        self._other = styled(QPushButton(self), "link")
        self._other.clicked.connect(self._otherwise)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(sign)
        head.addWidget(self._head, 1)
        head.addWidget(self._signs)
        head.addWidget(self._other)
        self.text = NoticeText(look, self)
        self.text.setAccessibleName(word(PASTED_NOTICE))
        self.text.setAccessibleDescription(word(NOTICE_HOW))
        self.text.setToolTip(word(NOTICE_HOW))
        self.text.entered.connect(self.save)
        self.text.put_down.connect(self.put_down)
        self._chips = NoticeChips(look, self)
        self._chips.opened.connect(self._edit)
        self._chips.removed.connect(self._remove)
        self._editing_box = _Editing(self)
        self._editing = QVBoxLayout(self._editing_box)
        self._editing.setContentsMargins(0, 0, 0, 0)
        self._editing_box.hide()
        self._sentence = Sentence(look, self)
        self._spoken = SpokenLines(look, self._session.open, self, scrolls=True)
        self.record_button = styled(QPushButton(word(RECORD), self), "primary")
        self.record_button.setToolTip("Enter")
        self.record_button.clicked.connect(self.save)
        self.put_down_button = styled(QPushButton(word(PUT_DOWN), self), "plain")
        self.put_down_button.setToolTip("Esc")
        self.put_down_button.clicked.connect(self.put_down)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for key, button in (("Esc", self.put_down_button), ("Enter", self.record_button)):
            foot.addWidget(styled(QLabel(key, self), "key"))
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        inside = QWidget(self)
        parts = QVBoxLayout(inside)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(8)
        for part in (self.text, self._chips, self._editing_box, self._sentence, self._spoken):
            parts.addWidget(part)
        self._scroll = FittedColumn(inside, self._most)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(6), 0, 2)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._scroll)
        column.addLayout(foot)
        self.setFocusProxy(self.text)

    # Showing.

    def _show(self, pasted: Pasted) -> None:
        self._pasted = pasted
        word = self._session.word
        told = FILE_NOTICE if pasted.file else PASTED_NOTICE
        self._head.setText(word(told))
        self._head.setToolTip(as_typed(pasted.file or word(told)))
        self._signs.setText(word(SIGNS.format(n=f"{len(pasted.text):,}")) if pasted.text else "")
        other = self._other_way(pasted)
        self._other.setVisible(other is not None)
        if other is not None:
            self._other.setText(word(other))
            self._other.setAccessibleName(word(other))
        self._sentence.say(pasted.warning)
        self._show_chips()
        self._keep()
        self._ask()
        self.opened.emit()

    def _other_way(self, pasted: Pasted) -> Words | None:
        if self._file is not None and not pasted.text:
            return AS_IMPORT
        return AS_LINES if not pasted.file and len(lines_of(pasted.text)) > 1 else None

    def _show_chips(self) -> None:
        pasted = self._pasted
        if pasted is None:
            return
        # A table has no text; then its name stands for it.
        self.text.tell(pasted.text or pasted.file, pasted.guesses if pasted.text else ())
        self._chips.show_chips(list(self._told(pasted)))

    def _told(self, pasted: Pasted) -> Iterator[Chip]:
        word, today = self._session.word, self._session.today
        guesses = {guess.field: guess for guess in pasted.guesses}
        for name in pasting.FIELDS:
            label = word(pasting.NAMED[name])
            guess = guesses.get(name)
            if guess is not None:
                yield Chip(name, label, word(pasting.shown(pasted, guess, self._reader, today)))
            elif name in pasting.NEEDED:
                yield Chip(name, word(LACKING[name]), "", State.LACKING)
            elif name in ALWAYS:
                yield Chip(name, f"+ {label}", "", State.ABSENT)

    def _refused(self, trouble: Trouble) -> None:
        self.closed.emit()
        self._session.runner.troubled.emit(trouble)

    def _otherwise(self) -> None:
        pasted, session, place = self._pasted, self._session, self._place
        if pasted is None:
            return
        self._pasted = None
        session.do(lambda: drop_draft(session.ledger, place))
        self.closed.emit()
        if self._file is not None:
            self.import_asked.emit(self._file, TASKS)
        else:
            self.lines_asked.emit(pasted.text)

    # What speaks against it.

    def _ask(self) -> None:
        pasted, session = self._pasted, self._session
        if pasted is None:
            return
        self._asked += 1
        asked, today, suggester = self._asked, session.today, session.suggester

        def tell(spoken: tuple[Spoken, ...]) -> None:
            if asked == self._asked and self._pasted is not None:
                self._spoken.tell(spoken)

        session.do(lambda: suggester.against(matter_of(pasted), today), tell, owner=self)

    # Changing a guess.

    def _edit(self, name: str) -> None:
        pasted = self._pasted
        if pasted is None:
            return
        self._close_row()
        session = self._session
        row = FieldRow(session, pasting.field_of(name), "field")
        text = self._editable(pasted, name)
        row.editor.bring_back(text)
        self._typed = text
        self._row = row
        self._editing.addWidget(row)
        self._editing_box.show()
        editor = row.editor
        editor.typed.connect(self._soon.start)
        editor.save_asked.connect(self._left)
        editor.box.entered.connect(self._apply)
        editor.box.left.connect(self._left)
        editor.box.given_up.connect(self._leave_row)
        if name == "due_on" and pasted.due_time:
            row.stand(HOUR_KEPT)
        row.show()
        editor.box.setFocus()
        editor.box.selectAll()
        QTimer.singleShot(0, row, lambda: self._scroll.ensureWidgetVisible(row))
        if field_kind(name) in (Kind.CHOICE, Kind.CHOICES) and not text:
            editor.box.pointed.emit()

    def _editable(self, pasted: Pasted, name: str) -> str:
        value = pasted.value(name)
        if name in (*pasting.NEEDED, "due_on") or not value:
            return value
        guess = Guess(name, value)
        language = self._session.look.language
        return pasting.field_of(guess.field).show(value, language, self._session.glossary.show)

    def _apply(self) -> None:
        row, pasted, session = self._row, self._pasted, self._session
        if row is None or pasted is None or row.editor.box.composing:
            return
        text = row.editor.box.toPlainText()
        if text != self._typed:
            try:
                changed = pasted.put(row.field.name, text, session.glossary.context(TYPED))
            except Mistake as mistake:
                row.wrong(mistake.words)
                return
            self._pasted = changed
            self._sentence.say(changed.warning)
            self._show_chips()
            self._keep()
            self._ask()
        self._leave_row()

    def _left(self) -> None:
        """Left with another text in it, it is taken; an unchanged one waits, for Tab leads back into it."""
        if self._row is not None and self._row.editor.box.toPlainText() != self._typed:
            self._apply()

    def _leave_row(self) -> None:
        row = self._row
        if row is None:
            return
        had_focus = row.editor.box.hasFocus()
        self._close_row()
        if had_focus:
            self.setFocus()

    def _close_row(self) -> None:
        row, self._row = self._row, None
        if row is not None:
            if row.editor.completion is not None:
                row.editor.completion.hide()
            self._editing.removeWidget(row)
            self._editing_box.hide()
            row.hide()
            row.deleteLater()

    def _remove(self, name: str) -> None:
        if self._pasted is None:
            return
        self._close_row()
        self._pasted = self._pasted.without(name)
        self._show_chips()
        self._keep()
        self._ask()

    # The draft.

    def _keep(self) -> None:
        pasted, ledger, place = self._pasted, self._session.ledger, self._place
        if pasted is not None:
            kept = pasted.kept
            if self._row is not None:
                kept |= {"typing": self._row.field.name, "typed": self._row.editor.box.toPlainText()}
            self._session.do(lambda: keep_draft(ledger, place, TASKS.code, kept))

    # Qt's.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the draft down, wherever in it the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_down()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps elsewhere; in a low window the text takes one line."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def _most(self) -> int:
        """How high the draft may be without its head and foot: the list below stays in sight."""
        height, look = self.window().height(), self._session.look
        most = height * (34 if height < look.px(LOW) else 42) // 100
        return max(look.px(70), min(most, self._left_over()))

    def _left_over(self) -> int:
        """What the page has for the draft once everything else on it has what it needs."""
        line = self.parentWidget()
        page = line.parentWidget() if line is not None else None
        layout = page.layout() if page is not None else None
        if line is None or page is None or not isinstance(layout, QBoxLayout):
            return self.window().height()
        needed = _needed_beside(layout, line)
        margins = layout.contentsMargins()
        needed += margins.top() + margins.bottom() + line.height() - self.height()
        return page.height() - needed - self.minimumSizeHint().height() + self._scroll.minimumHeight()

    def _fit(self) -> None:
        low = self.window().height() < self._session.look.px(LOW)
        self.text.fit(1 if low else LINES)
        # What was left over amid a change of the page is more once it has come to rest.
        self._scroll.fit()


def _needed_beside(layout: QBoxLayout, line: QWidget) -> int:
    """How much of a column's height all needs but the line, which may stand in a column within it."""
    needed = 0
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None or item.widget() is line or item.isEmpty():
            continue
        inside = item.layout()
        if isinstance(inside, QBoxLayout) and inside.indexOf(line) >= 0:
            upright = inside.direction() in (
                QBoxLayout.Direction.TopToBottom,
                QBoxLayout.Direction.BottomToTop,
            )
            needed += _needed_beside(inside, line) if upright else 0
            continue
        # A title has no less than its words; a list may have less than it would like.
        size = item.minimumSize() if layout.stretch(at) else item.sizeHint()
        needed += size.height() + layout.spacing()
    return needed


class _Editing(QWidget):
    """Room for the editor of a field. Esc in it gives up the field, and no more."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)


def field_kind(name: str) -> Kind:
    """What kind of value a field of the draft has."""
    return pasting.field_of(name).kind


def _with_file(
    ledger: Ledger, file: Path, record: Callable[..., Entry], today: date
) -> tuple[Entry, Words | None]:
    """Records the draft of a dropped file with the file itself, which stands in the assignment from then on."""
    from mingbai.desk.attachments import record_with_file

    return record_with_file(ledger, file, lambda beside: record(beside=beside), TASKS, today)
