"""The line in which a filter is typed, with completion, a sentence when it means nothing, and a name for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mingbai.desk.called import Named
from mingbai.desk.filter_offers import going_on, last_word
from mingbai.desk.lists import Question, asked_of, told_where
from mingbai.domain.register import Register
from mingbai.domain.words import Mistake, Words
from mingbai.ui.form.completion import Completion
from mingbai.ui.form.line_box import LineBox
from mingbai.ui.look.roles import retoned, styled
from mingbai.ui.session import Session

TYPE_FILTER = Words("写条件", "Type a filter")
EXAMPLES = {
    "task": Words("例：状态=待办 办结期限<2026-12 台账", "e.g. status=todo due<2026-12 register"),
    "issue": Words("例：受理渠道=热线 受理时间=本月", "e.g. channel=hotline accepted=thismonth"),
    "certificate": Words("例：办理结果=依规出具 日期=今年", "e.g. outcome=stamped asked=thisyear"),
}
EXAMPLE = Words("例：{label}~几个字，或直接写要找的字", "e.g. {label}~words, or simply words")
SHOW = Words("筛选", "Filter")
NAME = Words("存为常用", "Save as")
NAME_HERE = Words("给这个筛选起个名字", "A name for this filter")
SAVE = Words("保存", "Save")


class FilterLine(QWidget):
    """A typed filter: what may come next is offered; Enter asks it, Down then leads on, Esc puts it away."""

    asked = Signal(str)
    named = Signal(str, str)
    """A name, and the filter it is for."""
    put_away = Signal()
    left_below = Signal()
    """What was found is gone to."""

    def __init__(self, session: Session, register: Register[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._register = register
        self._begun, self._left = "", ("", "")
        """The filter that was gone on from, and what was typed instead of which and not asked."""
        word = session.word
        title = register.fields[register.titled].words
        self._asked: str | None = None
        """What was asked last, as it was typed."""
        self.line = styled(_Typed(), "field")
        self.line.setPlaceholderText(word(EXAMPLES.get(register.code) or EXAMPLE.format(label=title)))
        self.line.setAccessibleName(word(TYPE_FILTER))
        self.completion = Completion(session.look, self.line, self._going_on, chosen_first=False)
        self.show_button = styled(QPushButton(word(SHOW)), "plain")
        self.name = styled(_Typed(), "field")
        self.name.setPlaceholderText(word(NAME_HERE))
        self.name.setAccessibleName(word(NAME_HERE))
        self.name.setMaxLength(20)
        self.name_button = styled(QPushButton(word(NAME)), "plain")
        self.save_button = styled(QPushButton(word(SAVE)), "plain")
        self.message = styled(QLabel(), "caption", "danger")
        self.message.setWordWrap(True)
        self.message.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 3)
        row.addWidget(self.show_button)
        row.addWidget(self.name_button)
        row.addWidget(self.name, 1)
        row.addWidget(self.save_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(row)
        whole.addWidget(self.message)
        self._name_it(False)
        self.completion.taken.connect(self._take)
        self.line.entered.connect(self.ask)
        self.line.pointed.connect(lambda: self.completion.offer(self.line.text()))
        self.line.gone_down.connect(self._go_down)
        self.show_button.clicked.connect(self.ask)
        self.name_button.clicked.connect(lambda: self._name_it(True))
        self.name.entered.connect(self.save)
        self.save_button.clicked.connect(self.save)
        self.line.given_up.connect(self._give_up)
        self.name.given_up.connect(lambda: self._name_it(False))
        self.line.textEdited.connect(self._edited)

    def begin(self, where: str) -> None:
        """Shows a filter to go on from."""
        session = self._session
        told = told_where(self._register, where, session.glossary, session.look.language)
        begun, typed = self._left
        # What comes next is added to what the list is asked now.
        self.line.setText(typed if begun == told else f"{told} " if told else "")
        self._begun, self._left, self._asked = told, ("", ""), None
        self._forget_message()
        self._name_it(False)
        self.line.setFocus()

    def offer(self) -> None:
        """Offers what may come next, once the line lies where it belongs."""
        QTimer.singleShot(0, self, lambda: self.completion.offer(self.line.text()))

    def _going_on(self, typed: str) -> Sequence[Named]:
        session = self._session
        found = going_on(self._register, typed, session.naming, session.look.language)
        whole = last_word(self._register, typed, session.naming)
        return () if [one.name.zh for one in found] == [whole] else found

    def _edited(self) -> None:
        self._forget_message()
        if not self.line.composing:
            self.completion.offer(self.line.text())

    def _take(self, named: Named) -> None:
        """Puts the word in the place of the one begun; behind a field what it holds comes next."""
        session = self._session
        typed, word = self.line.text(), named.name.into(session.look.language)
        self.line.setText(typed.removesuffix(last_word(self._register, typed, session.naming)) + word)
        self._forget_message()
        if word.endswith("="):
            self.completion.offer(self.line.text())

    def _go_down(self) -> None:
        """Down leads to what was found; before it is asked, to what may come next."""
        if self.line.text() == self._asked:
            self.left_below.emit()
        else:
            self.completion.offer(self.line.text())

    def _give_up(self) -> None:
        """What was typed is found again, as long as the list is asked the same."""
        self._left = self._begun, self.line.text()
        self.put_away.emit()

    def ask(self) -> bool:
        """Asks what was typed, or says what is wrong with it."""
        text = self.line.text().strip()
        session = self._session
        try:
            asked_of(session.ledger, self._register, Question(text), session.glossary)
        except Mistake as mistake:
            self.message.setText(session.word(mistake.words))
            self.message.show()
            retoned(self.line, "error")
            return False
        self._forget_message()
        self.completion.hide()
        self._asked = self.line.text()
        self.asked.emit(text)
        return True

    def save(self) -> None:
        """Keeps what was typed under a name."""
        name, text = self.name.text().strip(), self.line.text().strip()
        if name and text and self.ask():
            self.named.emit(name, text)
            self._name_it(False)

    def _name_it(self, naming: bool) -> None:
        had_focus = self.name.hasFocus()
        for widget in (self.name, self.save_button):
            widget.setVisible(naming)
        self.name_button.setVisible(not naming)
        if naming:
            self.name.setFocus()
        elif had_focus:
            self.line.setFocus()

    def _forget_message(self) -> None:
        self.message.hide()
        retoned(self.line, "")


class _Typed(LineBox):
    given_up = Signal()
    gone_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() == Qt.Key.Key_Down and not self.composing:
            self.gone_down.emit()
        else:
            super().keyPressEvent(event)
