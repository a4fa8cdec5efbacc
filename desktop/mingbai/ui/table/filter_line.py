"""The line in which a filter is typed, with completion, a sentence when it means nothing, and a name for it."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mingbai.desk.lists import Question, asked_of, told_where
from mingbai.domain.field import Field, Kind
from mingbai.domain.pattern import pattern
from mingbai.domain.register import Register
from mingbai.domain.words import Language, Mistake, Words
from mingbai.ui.look.offered_view import dressed
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
_LAST = pattern(r"(?:.*\s)?(?P<last>\S*)$", re.DOTALL)
_VALUE = pattern(r"(?P<field>[^=!<>~|]+)(?P<sign>!?=)(?:[^|]*\|)*(?P<part>[^|]*)$")


class FilterLine(QWidget):
    """A typed filter: Enter asks it, Esc puts it away, a name keeps it."""

    asked = Signal(str)
    named = Signal(str, str)
    """A name, and the filter it is for."""
    put_away = Signal()

    def __init__(self, session: Session, register: Register[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._register = register
        self._begun, self._left = "", ("", "")
        """The filter that was gone on from, and what was typed instead of which and not asked."""
        word = session.word
        title = register.fields[register.titled].words
        self.line = styled(_Typed(self), "field")
        self.line.setPlaceholderText(word(EXAMPLES.get(register.code) or EXAMPLE.format(label=title)))
        self.line.setAccessibleName(word(TYPE_FILTER))
        self.line.setCompleter(_completer(self.line, session, register))
        self.show_button = styled(QPushButton(word(SHOW)), "plain")
        self.name = styled(_Typed(self), "field")
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
        self.line.returnPressed.connect(self.ask)
        self.show_button.clicked.connect(self.ask)
        self.name_button.clicked.connect(lambda: self._name_it(True))
        self.name.returnPressed.connect(self.save)
        self.save_button.clicked.connect(self.save)
        self.line.given_up.connect(self._give_up)
        self.name.given_up.connect(lambda: self._name_it(False))
        self.line.textEdited.connect(self._forget_message)

    def begin(self, where: str) -> None:
        """Shows a filter to go on from."""
        session = self._session
        told = told_where(self._register, where, session.glossary, session.look.language)
        begun, typed = self._left
        self.line.setText(typed if begun == told else told)
        self._begun, self._left = told, ("", "")
        self._forget_message()
        self._name_it(False)
        self.line.setFocus()
        self.line.selectAll()

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


class _Typed(QLineEdit):
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


def _completer(line: QLineEdit, session: Session, register: Register[Any]) -> QCompleter:
    words = QStringListModel(line)
    completer = _LastWord(words, line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)

    def offer(text: str) -> None:
        words.setStringList(suggestions(session, register, text))

    line.textEdited.connect(offer)
    offer("")
    return dressed(completer, session.look)


class _LastWord(QCompleter):
    """Completes the word at the end of the line and leaves what stands before it."""

    def __init__(self, words: QStringListModel, line: QLineEdit) -> None:
        super().__init__(words, line)
        self._line = line

    def splitPath(self, path: str) -> list[str]:
        found = _LAST.match(path)
        return [found["last"] if found else ""]

    def pathFromIndex(self, index: Any) -> str:
        text = self._line.text()
        found = _LAST.match(text)
        return text[: found.start("last") if found else 0] + str(index.data())


def suggestions(session: Session, register: Register[Any], text: str) -> list[str]:
    """How the last word of a filter may go on: fields with a sign, computed names, choices of a field."""
    language = session.look.language
    found = _LAST.match(text)
    last = found["last"] if found else ""
    value = _VALUE.match(last)
    field = register.field_named(value["field"]) if value else None
    if value and field is not None:
        begun = last[: value.start("part")]
        return [begun + word.replace(" ", "") for word in _values(field, language)]
    twins = {one.column.english for one in register.fields.values()}
    fields = [
        f"{one.column.words.into(language).replace(' ', '')}=" if language == "zh" else f"{one.name}="
        for one in register.fields.values()
        if one.name not in twins
    ]
    computed = [one.words.into(language) for one in register.computed.values()]
    return [*computed, *fields]


def _values(field: Field, language: Language) -> list[str]:
    if field.choice is not None:
        return [member.typed(language) for member in field.choice]
    if field.kind in (Kind.DATE, Kind.MOMENT):
        return (
            ["今天", "本周", "本月", "上月", "今年"]
            if language == "zh"
            else ["today", "thisweek", "thismonth", "lastmonth", "thisyear"]
        )
    return []
