"""This place: its fields, each saved when it is left."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from mingbai.desk import records
from mingbai.domain.field import Field, Kind
from mingbai.domain.place import PLACES
from mingbai.domain.words import Trouble, Words
from mingbai.ledger.ledger import Change
from mingbai.ui.form.typing_box import TypingBox
from mingbai.ui.look.offered_view import with_list
from mingbai.ui.look.roles import retoned, styled
from mingbai.ui.session import Session
from mingbai.ui.settings.section import Section, wrapped

BESIDE = {
    "month_end": Words("月报从哪天数到哪天", "The days that a reported month covers"),
    "base_on": Words(
        "这天以后新增的常态事项，算作新增负担", "Recurring assignments begun later count as new"
    ),
    "code": Words("随汇总数据上报，没有可不填", "Sent along with the figures; may be blank"),
}

FIELD = 36
"""How high a field of one line is, and the label beside it."""


class PlaceSection(Section):
    """Who reports, for how many residents, and how a month is cut."""

    code = "place"
    words = PLACES.words
    said = Words("离开一栏就保存；Ctrl+Z 可以收回。", "A field is saved when you leave it; Ctrl+Z undoes it.")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.rows = {name: FieldRow(session, field) for name, field in PLACES.fields.items()}
        card = self.card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        card.addLayout(grid)
        for at, (name, row) in enumerate(self.rows.items()):
            label = styled(QLabel(session.word(row.field.words)), "label")
            label.setBuddy(row.editor)
            label.setMinimumHeight(session.look.px(FIELD))
            grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(row, at, 1)
            if name in BESIDE:
                row.say_beside(session.word(BESIDE[name]))
        self.column.addStretch(1)
        session.changed.connect(self._heard)

    def read(self) -> None:
        """Shows the place as it stands."""
        for entry in self.session.ledger.entries(PLACES)[:1]:
            for name, row in self.rows.items():
                row.show_stored(entry.stored[name], self.session)

    def _heard(self, change: Change) -> None:
        if PLACES.code in change.uids:
            self.read()


class FieldRow(QWidget):
    """One field with what is wrong with it below."""

    def __init__(self, session: Session, field: Field) -> None:
        super().__init__()
        self._session, self.field = session, field
        self.editor: TypingBox | QComboBox
        self._kept = ""
        if field.kind is Kind.CHOICE and field.choice is not None:
            box = self.editor = with_list(QComboBox(), session.look)
            for member in field.choice:
                box.addItem(session.word(member.words), member.code)
            box.activated.connect(self._save)
            styled(box, "field").setMinimumHeight(session.look.px(FIELD))
        else:
            # It grows: a long name is read whole.
            line = self.editor = TypingBox(session.look, "field", high=session.look.px(FIELD))
            line.left.connect(self._save)
            line.entered.connect(self._save)
            line.given_up.connect(self._give_up)
        self.editor.setAccessibleName(session.word(field.words))
        self.editor.setMaximumWidth(session.look.px(420))
        self.wrong = wrapped("", "caption", "danger")
        self.wrong.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.editor)
        self._column.addWidget(self.wrong)

    @property
    def text(self) -> str:
        """What stands in it now."""
        if isinstance(self.editor, QComboBox):
            return str(self.editor.currentData())
        return self.editor.toPlainText()

    def say_beside(self, text: str) -> None:
        """What the field is for."""
        self._column.addWidget(wrapped(text, "caption"))

    def show_stored(self, stored: Any, session: Session) -> None:
        """Shows a stored value, unless someone is typing another one."""
        typing = not self.wrong.isHidden() or (self.text != self._kept and self.editor.hasFocus())
        if isinstance(self.editor, QComboBox):
            self.editor.setCurrentIndex(max(self.editor.findData(stored), 0))
            self._kept = self.text
            return
        shown = self.field.show(stored, session.look.language, session.glossary.show)
        if not typing:
            self.editor.tell(shown)
        self._kept = shown

    def _give_up(self) -> None:
        """Esc gives the kept text back; where that stands already it is left to the window."""
        if isinstance(self.editor, TypingBox) and self.text != self._kept:
            self.editor.tell(self._kept)
            self.editor.take_esc()
            self._say("")

    def _save(self) -> None:
        given = self.text
        if given == self._kept:
            self._say("")
            return
        session, name = self._session, self.field.name
        ledger, today = session.ledger, session.today

        def deed() -> object:
            return records.change(ledger, ledger.entries(PLACES)[0], {name: given}, today=today)

        def saved(_: object) -> None:
            self._say("")
            self._kept = given

        def refused(trouble: Trouble) -> None:
            self._say(session.word(trouble.words))

        session.do(deed, saved, owner=self, refused=refused)

    def _say(self, text: str) -> None:
        self.wrong.setText(f"✕ {text}" if text else "")
        self.wrong.setVisible(bool(text))
        retoned(self.editor, "error" if text else "")
