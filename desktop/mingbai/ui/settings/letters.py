"""Letters in a place's own words: opening, closing and signature of each kind, the shipped ones seen behind."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mingbai.desk.letter_texts import ALLOWED, PARTS, SENDER, named, own, set_own, shipped
from mingbai.domain.letter import LETTER_TEXTS, LetterKind
from mingbai.domain.place import PLACES
from mingbai.domain.words import Trouble, Words
from mingbai.ledger.ledger import Change
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import retoned, styled
from mingbai.ui.session import Session
from mingbai.ui.settings.section import Section, wrapped

CHANGED = Words("本地改过", "Changed here")
BACK = Words("用回自带的", "Use the shipped text")
NAMED = Words("{kind}的{part}", "{part}, {kind}")
BACK_NAMED = Words("{name}：用回自带的", "{name}: use the shipped text")
LINE = 36
LINES = 3


class LettersSection(Section):
    """What is said in every letter of a kind."""

    code = "letters"
    words = LETTER_TEXTS.words
    said = Words(
        "空着就用自带的（灰字）。开头语接在“何时收到什么”那一句之后。离开一栏就保存，Ctrl+Z 可以收回。"
        "英文函件的用语，切换到英文后再改。",
        "Left empty, the shipped text (in grey) is used. The opening follows the sentence that says what came and "
        "when. A field is saved when you leave it; Ctrl+Z undoes it. Switch the language to change Chinese letters.",
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        word = session.word
        self.column.addWidget(wrapped(word(ALLOWED.format()), "secondary"))
        self.rows: dict[tuple[LetterKind, str], TextRow] = {}
        for kind in LetterKind:
            card = self.card()
            card.addWidget(styled(QLabel(word(kind.words)), "heading"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(16)
            grid.setVerticalSpacing(10)
            grid.setColumnStretch(1, 1)
            card.addLayout(grid)
            for at, part in enumerate(PARTS):
                row = self.rows[kind, part] = TextRow(session, kind, part)
                label = styled(QLabel(word(LETTER_TEXTS.fields[part].words)), "label")
                label.setBuddy(row.editor)
                label.setMinimumHeight(session.look.px(LINE))
                grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(row, at, 1)
        self.column.addStretch(1)
        session.changed.connect(self._heard)

    def read(self) -> None:
        """Shows the words as they stand."""
        for row in self.rows.values():
            row.show_own()

    def _heard(self, change: Change) -> None:
        if {LETTER_TEXTS.code, PLACES.code} & change.uids.keys():
            self.read()


class Sentence(QPlainTextEdit):
    """A sentence of two or three lines."""

    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFont(look.font())
        # Its first line stands where that of a field of one line does.
        above = (look.px(LINE) - self.fontMetrics().lineSpacing()) // 2 - 1
        self.document().setDocumentMargin(above)
        beside = look.px(9) + 2 - above
        self.setViewportMargins(beside, 0, beside, 0)
        self.setFixedHeight(2 * above + LINES * self.fontMetrics().lineSpacing() + 4)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it saves; its own menu is no leaving."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class TextRow(QWidget):
    """One text, whether it was changed here, and what is wrong with it below."""

    def __init__(self, session: Session, kind: LetterKind, part: str) -> None:
        super().__init__()
        self._session, self._kind, self._part = session, kind, part
        word, look = session.word, session.look
        name = NAMED.format(kind=kind.words, part=LETTER_TEXTS.fields[part].words)
        self._kept = ""
        self.editor: QLineEdit | Sentence
        if part == SENDER:
            self.editor = QLineEdit()
            self.editor.editingFinished.connect(self.save)
            self.editor.setMinimumHeight(look.px(LINE))
        else:
            self.editor = Sentence(look)
            self.editor.setTabChangesFocus(True)
            self.editor.left.connect(self.save)
        styled(self.editor, "field")
        self.editor.setAccessibleName(word(name))
        self.wrong = wrapped("", "caption", "danger")
        self.wrong.hide()
        self.changed = styled(QLabel(word(CHANGED)), "caption")
        self.back = styled(QPushButton(word(BACK)), "link")
        self.back.setAccessibleName(word(BACK_NAMED.format(name=name)))
        self.back.clicked.connect(self.go_back)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.changed)
        below.addWidget(self.back)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.editor)
        column.addWidget(self.wrong)
        column.addLayout(below)

    @property
    def text(self) -> str:
        """What stands in it now."""
        return self.editor.text() if isinstance(self.editor, QLineEdit) else self.editor.toPlainText()

    def show_own(self) -> None:
        """Shows the place's own words, unless someone is typing others."""
        session, ledger, language = self._session, self._session.ledger, self._session.look.language
        self.editor.setPlaceholderText(shipped(ledger, self._kind, self._part, language))
        shown = named(own(ledger, self._kind, self._part, language), language)
        typing = not self.wrong.isHidden() or (self.text != self._kept and self.editor.hasFocus())
        if not typing:
            self._put(shown)
        self._kept = shown
        had_focus = self.back.hasFocus()
        self.changed.setVisible(bool(shown))
        self.back.setVisible(bool(shown))
        if had_focus and not shown:
            self.editor.setFocus()
        self.editor.setAccessibleDescription(session.word(CHANGED) if shown else "")

    def save(self) -> None:
        """Keeps what was typed, or says what is wrong with it."""
        if self.text == self._kept:
            self._say("")
            return
        self._set(self.text)

    def go_back(self) -> None:
        """Gives the shipped words back."""
        self._say("")
        self._put("")
        self._set("")

    def _set(self, text: str) -> None:
        session = self._session
        ledger, today, language = session.ledger, session.today, session.look.language

        def deed() -> str:
            return set_own(ledger, self._kind, self._part, text, language=language, today=today)

        def saved(_: str) -> None:
            self._say("")
            if self.text == text:
                self._kept = text
            self.show_own()

        def refused(trouble: Trouble) -> None:
            self._say(session.word(trouble.words))

        session.do(deed, saved, owner=self, refused=refused)

    def _put(self, text: str) -> None:
        if isinstance(self.editor, QLineEdit):
            self.editor.setText(text)
            self.editor.setCursorPosition(0)
        else:
            self.editor.setPlainText(text)

    def _say(self, text: str) -> None:
        self.wrong.setText(f"✕ {text}" if text else "")
        self.wrong.setVisible(bool(text))
        retoned(self.editor, "error" if text else "")
