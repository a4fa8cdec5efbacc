"""A new entry of a list by form: every field, what is missing told beside it, half-typed text kept."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from mingbai.desk import records
from mingbai.domain.field import Refused
from mingbai.domain.register import Register
from mingbai.domain.words import Mistake, Trouble, Words
from mingbai.ledger.drafts import drafts, drop_draft, keep_draft
from mingbai.ledger.ledger import Entry
from mingbai.ui.form.form import FieldRow, Form
from mingbai.ui.inline import Inline
from mingbai.ui.later import later
from mingbai.ui.look.roles import styled
from mingbai.ui.panel.saving import KEPT_EVERY_MS
from mingbai.ui.panel.words import ADD_TO
from mingbai.ui.pressing import Dialog, dialog_button
from mingbai.ui.saving_foot import SavingFoot
from mingbai.ui.session import Session
from mingbai.ui.whole_scroll import WholeScroll

CLEAR = Words("清空", "Clear")
ADDED = Words("已新增：{title}", "Added: {title}")
INCOMPLETE = Words("还不能保存，请看标红的地方", "Not saved yet; see the fields marked in red")
WIDTH, HEIGHT = 560, 620


def add_to(session: Session, register: Register[Any], parent: QWidget) -> AddDialog:
    """Opens the form over the window of `parent`."""
    dialog = AddDialog(session, register, parent.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


class AddDialog(Dialog):
    """The fields of one list, all empty at first. Leaving a field checks it, saving checks them together."""

    added = Signal(object)
    """The new `Entry`."""

    def __init__(self, session: Session, register: Register[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._register = session, register
        self._place = f"add/{register.code}"
        self._saving = False
        styled(self, "page")
        self.setWindowTitle(session.word(ADD_TO.format(register=register.words)))
        self._keeping = later(self, KEPT_EVERY_MS, self.keep)
        # Closed in whatever way, what was typed a moment ago stays kept.
        self.finished.connect(self.keep)
        self._build()
        self._kept: dict[str, str] = {}
        self._bring_back()
        look = session.look
        self.resize(min(look.px(WIDTH), parent.width() - 40), min(look.px(HEIGHT), parent.height() - 40))
        self._first().setFocus()

    # Building.

    def _build(self) -> None:
        session, word = self._session, self._session.word
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        head = QHBoxLayout()
        title = styled(QLabel(word(ADD_TO.format(register=self._register.words))), "name")
        title.setWordWrap(True)
        head.addWidget(title, 1)
        self.clear_button = dialog_button(word(CLEAR), "link")
        self.clear_button.clicked.connect(self.clear)
        head.addWidget(self.clear_button)
        column.addLayout(head)
        self.form = Form(session, self._register, "", role="field")
        self.form.show_blank()
        self.form.save_asked.connect(self._check)
        self.form.typed.connect(self._typed)
        self.form.given_up.connect(self.reject)
        inside = QWidget()
        around = QVBoxLayout(inside)
        around.setContentsMargins(0, 0, 12, 0)
        around.addWidget(self.form)
        around.addStretch(1)
        self._scroll = WholeScroll(inside)
        column.addWidget(self._scroll, 1)
        self.notice = Inline(session.look)
        column.addWidget(self.notice)
        foot = SavingFoot(self, session.look, self.save)
        self.save_button = foot.save_button
        column.addLayout(foot)

    def _first(self) -> QWidget:
        return next(iter(self.form.editors()))

    # What is typed.

    @property
    def typed(self) -> dict[str, str]:
        """What a person typed, by field; the other fields have what stands when nothing is given."""
        return {name: row.editor.text for name, row in self.form.rows.items() if row.editor.dirty}

    def _typed(self) -> None:
        self.notice.say("")
        self.clear_button.setVisible(bool(self.typed))
        if not self._keeping.isActive():
            self._keeping.start()

    def _bring_back(self) -> None:
        _, self._kept = drafts(self._session.ledger).get(self._place, ("", {}))
        for name, text in self._kept.items():
            if name in self.form.rows:
                self.form.rows[name].bring_back(text)
                self.form.reveal(name)
        self.clear_button.setVisible(bool(self.typed))

    def keep(self) -> None:
        """Keeps what is typed now; forgets it when nothing is."""
        self._keeping.stop()
        typed = self.typed
        if typed == self._kept:
            return
        self._kept = typed
        ledger, place, code = self._session.ledger, self._place, self._register.code
        if typed:
            self._session.runner.do(lambda: keep_draft(ledger, place, code, typed))
        else:
            self._session.runner.do(lambda: drop_draft(ledger, place))

    def clear(self) -> None:
        """Gives up what was typed."""
        self.form.show_blank()
        self._typed()
        self._first().setFocus()

    def _check(self, name: str) -> None:
        """Says beside a field that was left why what is in it cannot stand."""
        row = self.form.rows[name]
        try:
            records.check_typed(self._session.ledger, row.field, row.editor.text, today=self._session.today)
        except Mistake as mistake:
            row.wrong(mistake.words)

    # Saving.

    def save(self) -> None:
        """Saves a new entry, or says beside each field what is missing."""
        if self._saving:
            return
        self._saving = True
        for row in self.form.rows.values():
            row.calm()
        session, register, typed = self._session, self._register, self.typed
        if register.begins_today and not typed.get(register.begins_today, "").strip():
            typed[register.begins_today] = session.today.isoformat()
        language = session.look.language
        session.do(
            lambda: records.add(session.ledger, register, typed, today=session.today, language=language),
            self._saved,
            owner=self,
            refused=self._refused,
        )

    def _saved(self, entry: Entry) -> None:
        self._saving = False
        self.form.show_blank()
        self.keep()
        titled = entry.register.title_in(entry.stored, self._session.look.language)
        title = str(entry.stored[titled.name] or "")
        self._session.done.emit(ADDED.format(title=Words(title, title)))
        self.added.emit(entry)
        self.accept()

    def _refused(self, trouble: Trouble) -> None:
        self._saving = False
        problems = trouble.problems if isinstance(trouble, Refused) else []
        told = [problem for problem in problems if problem.field in self.form.rows]
        for problem in told:
            self.form.reveal(problem.field)
            self.form.rows[problem.field].wrong(problem.words)
        self.notice.say(self._session.word(INCOMPLETE if told else trouble.words))
        if told:
            row = self.form.rows[told[0].field]
            # Rows that were hidden take the focus once they are laid out.
            QTimer.singleShot(0, row, partial(self._go_to, row))

    def _go_to(self, row: FieldRow) -> None:
        self._scroll.ensureWidgetVisible(row)
        row.editor.setFocus()
