"""A paper report typed in: the village, and the figures it names."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mingbai.desk.collecting.collection import Place
from mingbai.desk.collecting.paper import paper_codes, type_in
from mingbai.desk.collecting.sheets import figure_name, groups_of
from mingbai.domain.data_sheet import digits
from mingbai.domain.field import Refused
from mingbai.domain.figures import FIGURES
from mingbai.domain.month import Month
from mingbai.domain.submission import VILLAGES
from mingbai.domain.words import Trouble, Words
from mingbai.ledger.drafts import drafts, drop_draft, keep_draft
from mingbai.ui.inline import Inline
from mingbai.ui.later import later
from mingbai.ui.look.roles import styled
from mingbai.ui.pressing import Dialog
from mingbai.ui.saving_foot import SavingFoot
from mingbai.ui.session import Session

TITLE = Words("补录纸质月报，{month}", "Paper report, {month}")
EXPLAINED = Words(
    "只填纸上有的数，没有的留空。比率由分子、分母算出；该村以后报来 Excel，就以 Excel 为准。",
    "Type what is on the paper and leave the rest empty. Percentages are worked out; a workbook sent later replaces this.",
)
NAME = Words("村（社区）名称", "Village")
CODE = Words("村（社区）代码", "Village code")

WIDTH, HEIGHT = 620, 640
KEPT_EVERY_MS = 300


class PaperDialog(Dialog):
    """Asks for one village's figures of a month; a mistake is said beside them, nothing typed is lost."""

    saved = Signal()

    def __init__(self, session: Session, month: Month, place: Place | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._month = session, month
        self._place = f"paper/{month}/{place.code or place.name if place is not None else ''}"
        self._keeping = later(self, KEPT_EVERY_MS, self.keep)
        styled(self, "page")
        title = session.word(TITLE.format(month=month.words))
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        column.addWidget(styled(QLabel(title), "name"))
        explained = styled(QLabel(session.word(EXPLAINED)), "secondary")
        explained.setWordWrap(True)
        column.addWidget(explained)
        self.fields: dict[str, QLineEdit] = {}
        column.addWidget(self._form(), 1)
        self.notice = Inline(session.look)
        column.addWidget(self.notice)
        foot = SavingFoot(self, session.look, self.save)
        self.save_button = foot.save_button
        column.addLayout(foot)
        look = session.look
        self.resize(min(look.px(WIDTH), parent.width() - 40), min(look.px(HEIGHT), parent.height() - 40))
        if place is not None:
            self._fill(place)
        self._bring_back()
        # Closed in whatever way, what was typed a moment ago stays kept.
        self.finished.connect(self.keep)
        (self.fields["task.received"] if place is not None else self.name).setFocus()

    def _form(self) -> QScrollArea:
        word = self._session.word
        holder = styled(QWidget(), "page")
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self.name = self._field(grid, word(NAME))
        self.code = self._field(grid, word(CODE))
        for group, codes in groups_of(paper_codes()):
            if codes:
                grid.addWidget(styled(QLabel(word(group)), "group"), grid.rowCount(), 0, 1, 2)
            for code in codes:
                figure = FIGURES[code]
                unit = word(figure.unit.words)
                name = word(figure_name(figure))
                label = f"{name}（{unit}）" if self._session.look.language == "zh" else f"{name} ({unit})"
                self.fields[code] = self._field(grid, label, word(figure.note))
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        self._area = area
        return area

    def _field(self, grid: QGridLayout, label: str, note: str = "") -> QLineEdit:
        row = grid.rowCount()
        field = styled(QLineEdit(), "field")
        field.setAccessibleName(label)
        field.setToolTip(note)
        field.textEdited.connect(self._keeping.start)
        words = styled(QLabel(label), "label")
        words.setWordWrap(True)
        words.setBuddy(field)
        grid.addWidget(words, row, 0)
        grid.addWidget(field, row, 1)
        return field

    def _fill(self, place: Place) -> None:
        self.name.setText(place.name)
        self.code.setText(place.code)
        if place.standing is not None:
            for code, field in self.fields.items():
                line = place.standing.lines.get(code)
                field.setText("" if line is None else digits(line.now))

    # What is typed is kept.

    @property
    def _typed(self) -> dict[str, str]:
        return {
            "name": self.name.text(),
            "code": self.code.text(),
            **{c: f.text() for c, f in self.fields.items()},
        }

    def _bring_back(self) -> None:
        self._as_begun = self._kept = self._typed
        _, kept = drafts(self._session.ledger).get(self._place, ("", {}))
        for name, field in {"name": self.name, "code": self.code, **self.fields}.items():
            field.setText(kept.get(name, field.text()))
        self._kept = self._typed

    def keep(self) -> None:
        """Keeps what is typed now; forgets it where it is what was begun with."""
        self._keeping.stop()
        typed = self._typed
        if typed == self._kept:
            return
        self._kept = typed
        ledger, place = self._session.ledger, self._place
        if typed == self._as_begun:
            self._session.runner.do(lambda: drop_draft(ledger, place))
        else:
            self._session.runner.do(lambda: keep_draft(ledger, place, VILLAGES.code, typed))

    def save(self) -> None:
        """Saves the report; what cannot stand is said and gets the focus."""
        session, month = self._session, self._month
        village = {"name": self.name.text(), "code": self.code.text()}
        typed = {code: field.text() for code, field in self.fields.items()}
        session.do(
            lambda: type_in(session.ledger, month, village, typed, today=session.today),
            self._done,
            owner=self,
            refused=self._refused,
        )

    def _done(self, _uid: object) -> None:
        ledger, place = self._session.ledger, self._place
        self._kept = self._typed
        self._keeping.stop()
        self._session.runner.do(lambda: drop_draft(ledger, place))
        self.saved.emit()
        self.accept()

    def _refused(self, trouble: Trouble) -> None:
        self.notice.say(self._session.word(trouble.words))
        if isinstance(trouble, Refused) and trouble.problems:
            name = trouble.problems[0].field
            field = self.name if name == "name" else self.fields.get(name)
            if field is not None:
                field.setFocus()
                self._area.ensureWidgetVisible(field)
