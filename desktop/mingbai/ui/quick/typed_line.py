"""One line of text in which recognised words are tinted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from mingbai.rules.quick.quick import Part
from mingbai.ui.look.look import Look, Size
from mingbai.ui.look.roles import styled

INKS = {
    "due_on": "blue",
    "due_at": "blue",
    "period": "blue",
    "due_day": "blue",
    "ends_on": "blue",
    "kind": "accent",
    "certificate": "accent",
    "department": "amber",
    "leading": "amber",
    "demanded_by": "amber",
    "owner": "green",
    "handler": "green",
    "resident": "green",
    "applicant": "green",
    "solved": "accent",
    "outcome": "accent",
}
"""The colour token of a field's words; the soft one lies under them. Others are like what must be handed in."""

RADIUS = 6
AROUND = 3
"""So far the tint reaches beyond the words, left and right."""


class TypedLine(QPlainTextEdit):
    """The text of the quick-add line. A `QPlainTextEdit`, for a line edit cannot paint under its words."""

    entered = Signal()
    takes = Signal()
    """Ctrl+Enter: what is offered for the line is taken."""
    put_down = Signal()
    typed = Signal()
    """The text changed, by whatever way; not while an input method composes."""
    replaced = Signal(str)
    """This text gave way to a pasted one, which may be the same."""
    pasted = Signal(str)
    """A text of several lines was pasted or dropped; nothing of it is in the line yet."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "bare")
        self._look = look
        self._parts: tuple[Part, ...] = ()
        self._composing = False
        self._before = ""
        self._hints: tuple[str, ...] = ()
        self.keys: Callable[[QKeyEvent], bool] | None = None
        """Asked first about each key: the list of completions."""
        self.setFont(look.font(Size.TYPED))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.tab_takes: Callable[[], bool] | None = None
        """Whether Tab took something that is offered."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(AROUND)
        self._ink = _Ink(self.document(), look)
        # What was set up so far counts as typed, and Ctrl+Z would be the line's.
        self.document().clearUndoRedoStacks()
        self.textChanged.connect(self._changed)

    @property
    def composing(self) -> bool:
        """Whether an input method is composing."""
        return self._composing

    def text(self) -> str:
        """The text, without what is being composed."""
        return self.toPlainText()

    def write(self, text: str) -> None:
        """Puts another text in place of the one there, as one step that can be undone."""
        if not text:  # what was there is gone for good: Ctrl+Z is the ledger's again
            self.setPlainText("")
            return
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def replace(self, start: int, end: int, text: str) -> None:
        """Puts a text in place of a span, the cursor behind it."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def select(self, start: int, end: int) -> None:
        """Takes the focus with a span selected: typing replaces it."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def go_to_end(self) -> None:
        """Takes the focus behind the last word, ready for one more."""
        end = len(self.text())
        self.replace(end, end, "" if not end or self.text()[-1].isspace() else " ")
        self.setFocus()

    def offer(self, *hints: str) -> None:
        """What stands in it while it is empty: the first of these that fits, else the last."""
        self._hints = hints
        self._show_hint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another hint."""
        super().resizeEvent(event)
        self._show_hint()

    def _show_hint(self) -> None:
        if not self._hints:
            return
        room = self.viewport().width() - 2 * AROUND - 2
        fitting = (hint for hint in self._hints if self.fontMetrics().horizontalAdvance(hint) <= room)
        hint = next(fitting, self._hints[-1])
        if hint != self.placeholderText():
            self.setPlaceholderText(hint)

    def tint(self, parts: Sequence[Part]) -> None:
        """Tints the words of these parts."""
        # What no word says has nothing to tint.
        self._parts = tuple(part for part in parts if part.start < part.end)
        self._ink.show(self._parts)
        self.viewport().update()

    # Qt's

    def sizeHint(self) -> QSize:
        """One line."""
        height = QFontMetrics(self.font()).height() + 2 * AROUND + 2
        return QSize(self._look.px(200), height)

    def minimumSizeHint(self) -> QSize:
        """One line, some words wide."""
        return QSize(self._look.px(80), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Lets Ctrl+Z and Ctrl+Y through to the window where nothing was typed that they could take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            document = self.document()
            if (undo and not document.isUndoAvailable()) or (redo and not document.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)

    def focusNextPrevChild(self, ahead: bool) -> bool:
        """Tab takes what is offered first; Qt moves on before a key arrives here."""
        if ahead and self.tab_takes is not None and self.tab_takes():
            return True
        return super().focusNextPrevChild(ahead)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc are the line's; while an input method composes they are the method's."""
        if self._composing:
            event.ignore()
            return
        if self.keys is not None and self.keys(event):
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.takes if control else self.entered).emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_down.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remembers whether something is being composed."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        self.viewport().update()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Only text."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """One line goes in; several, or one that nobody types, are asked about."""
        self.take(source.text())

    def take(self, given: str) -> None:
        """Puts a pasted text in where the cursor is, or asks what it is."""
        text = given.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        from mingbai.desk.pasted_text import Sort, sort_of

        if "\n" in text or sort_of(text) is Sort.NOTICE:
            self.pasted.emit(text)
        else:
            before = self.textCursor().selectedText()
            self.textCursor().insertText(text.replace("\t", " "))
            if before:
                self.replaced.emit(before)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tints, then the text over them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for part in self._spans():
            painter.setBrush(self._look.colour(f"{INKS.get(part.name, 'accent')}_soft"))
            painter.drawRoundedRect(self._under(part), RADIUS, RADIUS)
        painter.end()
        super().paintEvent(event)

    def _spans(self) -> list[Part]:
        length = len(self.text())
        return [part for part in self._parts if part.end <= length]

    def _under(self, part: Part) -> QRectF:
        cursor = self.textCursor()
        cursor.setPosition(part.start)
        left = self.cursorRect(cursor)
        cursor.setPosition(part.end)
        right = self.cursorRect(cursor)
        top = max(0, left.top() - 1)
        return QRectF(left.left() - AROUND, top, right.left() - left.left() + 2 * AROUND, left.height() + 2)

    def _changed(self) -> None:
        if "\n" in self.text():  # by an input method or a drop
            self.write(" ".join(self.text().split("\n")))
            return
        # A change of colours alone is no change of the text.
        if self.text() != self._before:
            self._before = self.text()
            self.typed.emit()


class _Ink(QSyntaxHighlighter):
    """The colour of recognised words."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        super().__init__(document)
        self._look = look
        self._parts: tuple[Part, ...] = ()

    def show(self, parts: tuple[Part, ...]) -> None:
        if parts != self._parts:
            self._parts = parts
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        for part in self._parts:
            form = QTextCharFormat()
            form.setForeground(self._look.colour(INKS.get(part.name, "accent")))
            self.setFormat(part.start, min(part.end, len(text)) - part.start, form)
        wide = QTextCharFormat()
        wide.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        wide.setFontLetterSpacing(2 * AROUND)
        # A space beside a tint is wider, or two tints would touch.
        for at in {at for part in self._parts for at in (part.start - 1, part.end)}:
            if 0 <= at < len(text) and text[at] == " ":
                self.setFormat(at, 1, wide)
