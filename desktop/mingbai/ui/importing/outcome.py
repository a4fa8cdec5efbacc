"""What an import would do: four counts, and by row number why rows stay out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mingbai.desk.import_plan import Plan
from mingbai.domain.words import Language, Words
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import retoned, styled

NEW = Words("新增", "New")
UPDATED = Words("更新", "Updated")
SAME = Words("相同", "Same")
SKIPPED = Words("跳过", "Skipped")
NEW_MEANS = Words("账本里还没有", "Not in the ledger yet")
UPDATED_MEANS = Words("同号，内容有变化", "Same number, something changed")
SAME_MEANS = Words("不动", "Left as they are")
SKIPPED_MEANS = Words("原因列在下面", "Reasons below")
NONE_SKIPPED = Words("每一行都能用", "Every row can be used")
ROW = Words("第 {n} 行", "Row {n}")
ROWS = Words("第 {n} 行", "Rows {n}")
IN_DOUBT = Words("照样导入：{why}", "Imported all the same: {why}")
NO_ENTRY = Words("不是记录：{why}", "No entry: {why}")
IN_THE_NOTE = Words(
    "照样导入，读不出的一格记入备注：{why}", "Imported; what cannot be read goes to the note: {why}"
)
MORE = Words("另有 {n} 行", "And {n} more")

NUMBERS = 200
"""So wide are the numbers of the rows at most."""
LISTED = 100
"""So many rows are listed with their reasons."""


class Outcome(QWidget):
    """The counts of a plan and the rows it leaves out."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(14)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        whole.addLayout(cards)
        self.counts = {words: Count(look, words) for words in (NEW, UPDATED, SAME, SKIPPED)}
        for count in self.counts.values():
            cards.addWidget(count, 1)
        self._reasons = styled(QFrame(), "card")
        self._rows = QGridLayout(self._reasons)
        self._rows.setContentsMargins(16, 8, 16, 8)
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(0)
        self._rows.setColumnStretch(1, 1)
        whole.addWidget(self._reasons)

    def show_plan(self, plan: Plan) -> None:
        """Shows what would become of the rows."""
        skipped = [(row.row, row.words) for row in plan.refused]
        skipped += [(row.row_number, NO_ENTRY.format(why=row.why)) for row in plan.table.left_out]
        self.counts[NEW].say(len(plan.new), NEW_MEANS)
        self.counts[UPDATED].say(len(plan.changes), UPDATED_MEANS)
        self.counts[SAME].say(plan.same, SAME_MEANS)
        self.counts[SKIPPED].say(len(skipped), SKIPPED_MEANS if skipped else NONE_SKIPPED, ink="amber")
        unread = [(cell.row, IN_THE_NOTE.format(why=cell.words)) for cell in plan.unread]
        doubted = [(one.row, IN_DOUBT.format(why=one.words)) for one in plan.doubted]
        self._list(_once_each(sorted([*skipped, *unread, *doubted], key=lambda one: one[0])))

    def _list(self, told: list[tuple[list[int], Words]]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._reasons.setVisible(bool(told))
        look = self._look
        for at, (numbers, words) in enumerate(told[:LISTED]):
            if at:
                self._rows.addWidget(styled(QFrame(), "line"), 2 * at - 1, 0, 1, 2)
            said = (ROW if len(numbers) == 1 else ROWS).format(n=_spans(numbers, look.language))
            name = styled(QLabel(look.word(said)), "secondary")
            if name.sizeHint().width() > look.px(NUMBERS):
                # A label that wraps asks for less room than it could have.
                name.setWordWrap(True)
                name.setFixedWidth(look.px(NUMBERS))
            reason = styled(QLabel(look.word(words)), "cell")
            reason.setWordWrap(True)
            reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            name.setMinimumHeight(look.px(34))
            self._rows.addWidget(name, 2 * at, 0)
            self._rows.addWidget(reason, 2 * at, 1)
        if len(told) > LISTED:
            rest = sum(len(numbers) for numbers, _ in told[LISTED:])
            more = styled(QLabel(look.word(MORE.format(n=rest))), "secondary")
            self._rows.addWidget(more, 2 * LISTED, 0, 1, 2)


def _once_each(told: list[tuple[int, Words]]) -> list[tuple[list[int], Words]]:
    """Each reason once, with all its rows, where its first row stands."""
    found: dict[Words, list[int]] = {}
    for number, words in told:
        found.setdefault(words, []).append(number)
    return [(list(dict.fromkeys(numbers)), words) for words, numbers in found.items()]


def _spans(numbers: list[int], language: Language) -> str:
    """2, 5–9 and 12."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    said = [str(first) if first == last else f"{first}–{last}" for first, last in spans]
    return ("、" if language == "zh" else ", ").join(said)


class Count(QFrame):
    """One number, what it counts and what that means."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look, self._name = look, words
        styled(self, "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(2)
        self._number = styled(QLabel(), "title")
        self._means = styled(QLabel(), "caption")
        self._means.setWordWrap(True)
        column.addWidget(self._number)
        column.addWidget(styled(QLabel(look.word(words)), "group"))
        column.addWidget(self._means)

    @property
    def number(self) -> int:
        """What it shows."""
        return int(self._number.text() or 0)

    def say(self, number: int, means: Words, *, ink: str = "") -> None:
        """Shows a number; nought is grey."""
        self._number.setText(str(number))
        retoned(self._number, ink if number else "grey")
        self._means.setText(self._look.word(means))
        self.setAccessibleName(f"{self._look.word(self._name)} {number}")
