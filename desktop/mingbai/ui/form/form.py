"""The fields of one register, label left and value right: filled ones first, empty ones folded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mingbai.domain.field import Field
from mingbai.domain.register import Register
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.form.editor import Editor
from mingbai.ui.form.editors import editor_of
from mingbai.ui.look.look import Look, Size
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

CAPTION = 92
"""Least width of the labels at 100 %."""
LABEL_TOP = 6
LABEL_GAP = 8
BEGINS = "（和或又报"
"""Signs in the midst of a long label that begin a word: before them a line may end."""

PERSONAL = Words("只在这里显示全", "shown in full only here")
NEEDED = Words("必填", "required")
TODAY = Words("不填就是今天", "today if left empty")
CHINESE = Words("{field}", "{field}, in Chinese")
FOLDED = Words("还有 {n} 栏没填", "{n} more fields")
ONE_FOLDED = Words("还有 1 栏没填", "1 more field")


def _in_lines(label: str, look: Look, width: int) -> str:
    """A label that is too long for one line in two: brackets stay whole, and no sign stands alone.

    Where words stand apart they tell themselves where a line may end.
    """
    room = width - LABEL_GAP
    if " " in label or look.width(label, Size.CELL) <= room:
        return label
    ends = [at for at in range(1, len(label)) if label.count("（", 0, at) == label.count("）", 0, at)]
    fits = [
        at for at in ends if max(look.width(part, Size.CELL) for part in (label[:at], label[at:])) <= room
    ]
    beside = [at for at in fits if label[at] in BEGINS or label[at - 1] == "）"]
    at = max(beside[::-1] or fits, key=lambda at: min(at, len(label) - at), default=0)
    return f"{label[:at]}\n{label[at:]}" if at else label


class FieldRow(QWidget):
    """One field with its label, and below it what is to say about what was typed."""

    def __init__(
        self, session: Session, field: Field, role: str = "quiet", *, called: Words | None = None
    ) -> None:
        """By `role` the editor looks like a value at rest, or like a field that waits to be filled."""
        super().__init__()
        self._session = session
        self.field = field
        self._called = called or field.words
        self.editor: Editor = editor_of(field)(session, field, role=role)
        self._label = label = styled(QLabel(), "secondary")
        label.setWordWrap(True)
        self.give_label(session.look.px(CAPTION))
        label.setContentsMargins(0, LABEL_TOP, LABEL_GAP, 0)
        label.setBuddy(self.editor)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setContentsMargins(6, 0, 0, 4)
        self._note.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(0)
        self._grid.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.editor, 0, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._note, 1, 1)
        self._grid.setColumnStretch(1, 1)
        self._standing: Words | None = None
        self._lacking: Words | None = None
        self.editor.typed.connect(self._typed)

    @property
    def label_width(self) -> int:
        """What the label takes in one line."""
        return self._session.look.width(self._session.word(self._called), Size.CELL) + LABEL_GAP + 1

    def give_label(self, width: int) -> None:
        """So wide is the column of the labels."""
        if self._label.minimumWidth() != width:
            self._label.setFixedWidth(width)
            self._label.setText(_in_lines(self._session.word(self._called), self._session.look, width))

    def stand(self, words: Words | None) -> None:
        """What is always to say about the field."""
        self._standing = words
        self._say(words, "caption", "")

    def lack(self, words: Words | None) -> None:
        """What is to say about the field for as long as nothing stands in it."""
        self._lacking = words
        self._say(self._at_rest, "caption", "")

    def wrong(self, words: Words) -> None:
        """Why what was typed cannot stand; the text stays."""
        self.editor.wrong()
        self._say(words, "caption", "danger")
        self.editor.box.setAccessibleDescription(self._session.word(words))

    def calm(self) -> None:
        """Nothing more to say."""
        self.editor.calm()
        self._say(self._at_rest, "caption", "")

    def bring_back(self, text: str) -> None:
        """Puts text into the field that was typed before and never saved."""
        self.editor.bring_back(text)
        self._say(self._at_rest, "caption", "")

    @property
    def _at_rest(self) -> Words | None:
        return self._lacking if self._lacking is not None and not self.editor.text.strip() else self._standing

    @property
    def note(self) -> str:
        """What stands under the field."""
        return self._note.text() if not self._note.isHidden() else ""

    def _typed(self) -> None:
        if self.editor.dirty and (news := self.editor.news(self.editor.text)):
            self._say(news, "caption", "accent")
        else:
            self._say(self._at_rest, "caption", "")

    def _say(self, words: Words | None, role: str, tone: str) -> None:
        text = self._session.word(words) if words is not None else ""
        self.editor.box.setAccessibleDescription(text)
        if text == self._note.text() and tone == self._note.property("tone"):
            self._note.setVisible(bool(text))
            return
        self._note.setText(text)
        styled(self._note, role, tone)
        self._note.setFont(self._session.look.font(Size.CAPTION))
        style = self._note.style()
        style.unpolish(self._note)
        style.polish(self._note)
        self._note.setVisible(bool(text))


class Form(QWidget):
    """The rows of one register, filled anew for each of its entries."""

    save_asked = Signal(str)
    typed = Signal()
    given_up = Signal()

    def __init__(
        self, session: Session, register: Register[Any], titled: str, *, role: str = "quiet"
    ) -> None:
        """`titled` is the field that the head of the panel shows, and the form does not."""
        super().__init__()
        self._role = role
        self._session = session
        self._register = register
        self.rows: dict[str, FieldRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        # Fields with a border stand apart.
        self._layout.setSpacing(2 if role == "quiet" else 8)
        unread = self._of_the_other_language() if register.deeds_only else set()
        for name, field in register.fields.items():
            if name not in unread and name != titled and not field.column.inner:
                self._add(name, field)
        self.fold = styled(QPushButton(), "link")
        self.fold.setCursor(Qt.CursorShape.PointingHandCursor)
        self.fold.clicked.connect(self.unfold)
        self._layout.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._folded: list[str] = []
        self._uid = ""

    def _of_the_other_language(self) -> set[str]:
        """What nobody types is read in the window's language only."""
        twins = {
            name: field.column.english
            for name, field in self._register.fields.items()
            if field.column.english
        }
        return set(twins.values() if self._session.look.language == "zh" else twins)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where fields have a border the labels are given up to a third, so that few of them wrap."""
        super().resizeEvent(event)
        if self._role != "quiet":
            least = self._session.look.px(CAPTION)
            longest = max((row.label_width for row in self.rows.values()), default=0)
            for row in self.rows.values():
                row.give_label(max(least, min(longest, self.width() // 3)))

    def show_entry(self, entry: Entry, *, counts: bool, keep: bool) -> None:
        """Shows an entry; with `keep` it is the same one as before, and typed text stays."""
        for row in self.rows.values():
            row.editor.show_entry(entry, counts=counts, keep=keep)
            row.editor.let_be_typed(self._register.is_typed(row.field.name) and entry.binned_at is None)
            if not keep:
                row.calm()
        if not keep or entry.uid != self._uid:
            self._uid = entry.uid
            self._arrange(entry)
        else:
            self._bring_up(entry)

    def show_blank(self) -> None:
        """Shows the fields of an entry that is not there yet: what must be filled in is said beside it."""
        self._uid = ""
        language = self._session.look.language
        twins = {field.column.english for field in self._register.fields.values()}
        self._folded = [name for name in self.rows if language == "zh" and name in twins]
        self._place(self._folded)
        for row in self.rows.values():
            row.editor.show_blank()
            today = row.field.name == self._register.begins_today
            row.lack(TODAY if today else NEEDED if row.field.required else None)
            row.calm()

    def reveal(self, name: str) -> None:
        """Shows a field that may be folded."""
        if name in self._folded:
            self.unfold()

    def unfold(self) -> None:
        """Shows the empty fields too."""
        first = self._folded[0] if self._folded else ""
        for name in self._folded:
            self.rows[name].show()
        self._folded = []
        had_focus = self.fold.hasFocus()
        self.fold.hide()
        if first and had_focus:
            # Rows that were hidden take the focus once they are laid out.
            QTimer.singleShot(0, self.rows[first], self.rows[first].editor.setFocus)

    def editors(self) -> Iterator[Editor]:
        """The editors from top to bottom."""
        for at in range(self._layout.count()):
            item = self._layout.itemAt(at)
            widget = item.widget() if item is not None else None
            if isinstance(widget, FieldRow):
                yield widget.editor

    def _add(self, name: str, field: Field) -> None:
        row = FieldRow(self._session, field, self._role, called=self._called(name, field))
        row.editor.save_asked.connect(lambda: self.save_asked.emit(name))
        row.editor.typed.connect(self.typed)
        row.editor.given_up.connect(self.given_up)
        self.rows[name] = row
        self._layout.addWidget(row)

    def _called(self, name: str, field: Field) -> Words:
        """What is read in English is called as it is: of a text in both languages the other one says which it is."""
        if self._role != "quiet" or self._session.look.language == "zh":
            return field.words
        if field.column.english:
            return CHINESE.format(field=field.words)
        others = (other for other in self._register.fields.values() if other.column.english == name)
        return next((other.words for other in others), field.words)

    def _arrange(self, entry: Entry) -> None:
        empty = [name for name in self.rows if self._is_folded(name, entry)]
        self._folded = empty
        filled = self._place(empty)
        masked = next((name for name in filled if self._is_masked(name, entry)), "")
        for name, row in self.rows.items():
            row.stand(PERSONAL if name == masked else None)

    def _is_masked(self, name: str, entry: Entry) -> bool:
        """Whether lists show less of it than the form does."""
        personal, text = self.rows[name].field.column.personal, str(entry.stored[name] or "")
        return personal is not None and personal.mask(text) != text

    def _place(self, empty: list[str]) -> list[str]:
        """Puts the filled rows above the line that opens the empty ones, and those below it; names the filled."""
        filled = [name for name in self.rows if name not in empty]
        for at, name in enumerate(filled + empty):
            row = self.rows[name]
            if self._layout.indexOf(row) != at:
                self._layout.removeWidget(row)
                self._layout.insertWidget(at, row)
            row.setVisible(name not in empty)
        # The line that opens the empty ones stands between both.
        self._layout.removeWidget(self.fold)
        self._layout.insertWidget(len(filled), self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._count_folded()
        return filled

    def _bring_up(self, entry: Entry) -> None:
        """A folded field that got its value meanwhile is shown; nothing that is shown moves or goes."""
        for name in [name for name in self._folded if not self._is_folded(name, entry)]:
            self._folded.remove(name)
            row = self.rows[name]
            self._layout.removeWidget(row)
            self._layout.insertWidget(self._layout.indexOf(self.fold), row)
            row.show()
            self._count_folded()

    def _count_folded(self) -> None:
        count = len(self._folded)
        self.fold.setText(self._session.word(ONE_FOLDED if count == 1 else FOLDED.format(n=count)))
        self.fold.setVisible(bool(count))

    def _is_folded(self, name: str, entry: Entry) -> bool:
        """Empty, or the same text in the language that is not the window's. A limit nobody set is worth seeing."""
        field = self._register.fields[name]
        if field.column.about and entry.stored[field.column.about] is None:
            return True
        if entry.stored[name] is None:
            return not field.column.deadline
        if self._session.look.language == "en":
            return bool(field.column.english and entry.stored[field.column.english])
        return any(other.column.english == name for other in self._register.fields.values())
