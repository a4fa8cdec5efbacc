"""A text field that grows with what is typed: quiet until someone points at it, no OK button."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QSizePolicy, QWidget

from mingbai.ui.look.look import Look, Size, Weight
from mingbai.ui.look.roles import styled

STAYS = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""Reasons to lose the focus for a moment, after which a person goes on typing."""

PADDING = 5
"""Above and below the text; gaps do not grow with it."""
FIELD = 10, 7
"""Beside and above the text of one with a border."""
SPARE = 2
"""Below the last line, for what reaches lower."""
MOST_LINES = 12
"""What is longer scrolls."""


def holds_text(held: QMimeData) -> bool:
    """Whether what was copied is text; of a copied file only its place would be."""
    return held.hasText() and not any(url.isLocalFile() for url in held.urls())


class TypingBox(QPlainTextEdit):
    """One field's text. Enter and leaving save, Esc gives up; nothing happens while an input method composes."""

    entered = Signal()
    left = Signal()
    given_up = Signal()
    edited = Signal()
    """A person changed the text."""
    pointed = Signal()
    """A person clicked into it or asked for what can be chosen."""
    came = Signal()
    """It got the focus."""
    tabbed = Signal()
    """It got the focus by keyboard."""

    def __init__(
        self,
        look: Look,
        role: str = "quiet",
        *,
        lines: bool = False,
        size: Size = Size.TEXT,
        weight: Weight = Weight.NORMAL,
        high: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """With `lines` Enter begins a new line, and Ctrl+Enter saves. With one line it is at least so `high`."""
        super().__init__(parent)
        styled(self, role)
        self._lines = lines
        self._telling = False
        self._preedit = ""
        self._esc_taken = False
        self._font = look.font(size, weight)
        self.setFont(self._font)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        side, above = FIELD if role == "field" else (6, PADDING)
        self._above = max(above, (high - self._line - SPARE) // 2)
        self.setViewportMargins(side, self._above, side, self._above)
        self.textChanged.connect(self._changed)
        self._fit()

    # What stands in it.

    def tell(self, text: str) -> None:
        """Shows a text that nobody typed."""
        if text == self.toPlainText():
            return
        self._telling = True
        self.setPlainText(text)
        self._telling = False
        self._fit()

    def put_back(self, text: str) -> None:
        """Shows a text that nobody typed in place of what was typed; Ctrl+Z has that again."""
        self._telling = True
        self.take(text)
        self._telling = False
        self._fit()

    def take(self, text: str) -> None:
        """Writes a text as if it was typed; it can be undone."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    @property
    def composing(self) -> bool:
        """Whether an input method holds letters that are no text yet."""
        return bool(self._preedit)

    # Events.

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Notes what is being composed."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)
        self._fit()

    def take_esc(self) -> None:
        """The Esc just told of was for this field alone: whatever it stands in does not hear of it."""
        self._esc_taken = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Esc gives up, Ctrl and a digit are left to the panel."""
        key, modifiers = event.key(), event.modifiers()
        if self.composing:
            super().keyPressEvent(event)
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._lines and not modifiers & Qt.KeyboardModifier.ControlModifier:
                super().keyPressEvent(event)
            else:
                self.entered.emit()
            return
        if key == Qt.Key.Key_Escape:
            event.ignore()
            self._esc_taken = False
            self.given_up.emit()
            if self._esc_taken:
                event.accept()
            return
        if event.matches(QKeySequence.StandardKey.Paste) and not holds_text(
            QApplication.clipboard().mimeData()
        ):
            # Copied files and pictures are no text; whatever the field stands in may take them.
            event.ignore()
            return
        if key == Qt.Key.Key_Down and not self._lines and self.document().lineCount() == 1:
            self.pointed.emit()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls what is being typed where it is higher than the box; else what the box stands in."""
        if self.hasFocus() and self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded:
            super().wheelEvent(event)
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click also asks for what can be chosen."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.isReadOnly():
            self.pointed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By keyboard the whole text is chosen, so that typing replaces it."""
        super().focusInEvent(event)
        if event.reason() not in STAYS:
            self.came.emit()
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            if self._lines:
                self.moveCursor(QTextCursor.MoveOperation.End)
            else:
                self.selectAll()
            self.tabbed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving saves; a menu or another program in front does not."""
        super().focusOutEvent(event)
        if event.reason() not in STAYS and not self.composing:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # The document is wrapped only after this event.
            QTimer.singleShot(0, self, self._fit)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only text is pasted; into a field of one line as one line."""
        text = source.text()
        self.insertPlainText(text if self._lines else " ".join(text.split()))

    def sizeHint(self) -> QSize:
        """As wide as it may be, as high as its text."""
        return QSize(120, self._height())

    def minimumSizeHint(self) -> QSize:
        """It may be narrow; it is never lower than one line."""
        return QSize(40, self._height())

    def _changed(self) -> None:
        self._fit()
        if not self._telling:
            self.edited.emit()

    def _fit(self) -> None:
        height = self._height()
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)
        shown = self.document().documentLayout().documentSize().height()
        policy = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if shown > MOST_LINES
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(policy)

    def _height(self) -> int:
        """As high as its lines are laid out: a letter from another face may make one higher than the font says."""
        laid, block = self.document().documentLayout(), self.document().firstBlock()
        height, left = 0.0, MOST_LINES
        while block.isValid() and left > 0:
            lines = max(1, block.layout().lineCount())
            shown = min(lines, left)
            height += (laid.blockBoundingRect(block).height() or lines * self._line) * shown / lines
            left -= shown
            block = block.next()
        return ceil(height) + SPARE + 2 * self._above

    @property
    def _line(self) -> int:
        return ceil(QFontMetricsF(self._font).lineSpacing())
