"""One field of the open entry: how its value is shown, typed and chosen, and how its saving went."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from mingbai.desk.called import Named
from mingbai.domain.field import Field, Stored
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.form.completion import Completion
from mingbai.ui.form.typing_box import TypingBox
from mingbai.ui.later import later
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Size, Weight
from mingbai.ui.look.roles import repolished, retoned
from mingbai.ui.session import Session

WAITING_MS = 300
"""A save that takes less is not shown as one."""
TICK_MS = 1000
ICON = 16

SAVING = Words("正在保存", "Saving")
SAVED = Words("已保存", "Saved")
WRONG = Words("有误", "Not accepted")


class Editor(QWidget):
    """One field of the open entry. It knows what was saved, what is typed, and how the saving went."""

    save_asked = Signal()
    """The field was left, or Enter pressed, with something else in it than before."""
    typed = Signal()
    given_up = Signal()
    """Esc with nothing to give back: the person wants out of the field."""

    lines = False
    completes = False

    def __init__(
        self,
        session: Session,
        field: Field,
        *,
        role: str = "quiet",
        size: Size = Size.TEXT,
        weight: Weight = Weight.NORMAL,
    ) -> None:
        super().__init__()
        self.session = session
        self.field = field
        self.before: Stored = None
        self._limit_counts = True
        self.dirty = False
        self._saved = False
        """There is an entry, to whose value Esc goes back."""
        self.box = TypingBox(session.look, role, lines=self.lines, size=size, weight=weight)
        self.box.setAccessibleName(session.word(field.words))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self._mark = QLabel(self)
        self._mark.hide()
        self.setFocusProxy(self.box)
        self._clock = later(self, WAITING_MS, lambda: self._marked("clock", "text3", SAVING))
        self._tick = later(self, TICK_MS, self._mark.hide)
        self.completion = Completion(session.look, self.box, self.offered) if self.completes else None
        if self.completion is not None:
            self.completion.taken.connect(self._taken)
            self.box.pointed.connect(self._pointed)
            # Whatever the field stands in scrolls to it only after this event.
            self.box.tabbed.connect(lambda: QTimer.singleShot(0, self, self.offer_choices))
        self.box.edited.connect(self._edited)
        self.box.entered.connect(self._entered)
        self.box.left.connect(self._left)
        self.box.given_up.connect(self._given_up)
        self.box.came.connect(self._came)

    # What each kind says for itself.

    def shown(self, stored: Stored) -> str:
        """The value at rest."""
        return self.field.show(stored, self.session.look.language, self.session.glossary.show)

    def editable(self, stored: Stored) -> str:
        """The value as it is typed."""
        return self.shown(stored)

    def tone(self, stored: Stored) -> str:  # noqa: ARG002
        """The colour of the value at rest."""
        return ""

    def offered(self, text: str) -> Sequence[Named]:  # noqa: ARG002
        """What may be meant by a text."""
        return ()

    def news(self, text: str) -> Words | None:  # noqa: ARG002
        """What saving this text would bring with it: a new unit."""
        return None

    def replaced(self, text: str, named: Named) -> str:  # noqa: ARG002
        """The text with a chosen name in it."""
        return self.session.word(named.name)

    # What the panel does with it.

    def show_entry(self, entry: Entry, *, counts: bool = True, keep: bool = False) -> None:
        """Shows the field of an entry; `counts` is whether a limit still presses. With `keep`, not over typed text."""
        self._limit_counts, self._saved = counts, True
        stored = entry.stored[self.field.name]
        if keep and self.dirty:
            return
        self.before = stored
        self.dirty = False
        self._rest()
        if self.box.hasFocus():
            self._came()

    def show_blank(self) -> None:
        """Shows the field of an entry that is not there yet."""
        self._saved = False
        self.before = None if self.field.required else self.field.store(self.field.default)
        self.dirty = False
        self._rest()

    @property
    def text(self) -> str:
        """What stands in the field, as it is typed."""
        return self.box.toPlainText() if self.dirty else self.editable(self.before)

    def bring_back(self, text: str) -> None:
        """Puts text into the field that was typed before and never saved."""
        self.dirty = True
        self.box.tell(text)

    def let_be_typed(self, yes: bool) -> None:
        """Whether the field can be changed."""
        if self.box.isReadOnly() != yes:
            return
        self.box.setReadOnly(not yes)
        repolished(self.box)
        # What cannot be typed into is no stop on the way by Tab; its text can still be marked and copied.
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus if yes else Qt.FocusPolicy.ClickFocus)

    def waiting(self) -> None:
        """It is being saved."""
        self._clock.start()

    def saved(self, entry: Entry, text: str) -> None:
        """A text was saved; what was typed since stays."""
        self._clock.stop()
        if self.box.toPlainText() == text:
            self.dirty = False
            self.show_entry(entry, counts=self._limit_counts)
        else:
            self.before = entry.stored[self.field.name]
        self._marked("check", "green", SAVED)
        self._tick.start()

    def wrong(self) -> None:
        """What was typed cannot stand; it stays."""
        self._clock.stop()
        self._tick.stop()
        retoned(self.box, "error")
        self._marked("warn", "danger", WRONG)

    def calm(self) -> None:
        """Nothing to say."""
        self._clock.stop()
        self._mark.hide()
        retoned(self.box, "" if self.dirty or self.box.hasFocus() else self.tone(self.before))

    def give_up(self) -> None:
        """Gives the old value back."""
        self.dirty = False
        self.calm()
        if self.box.hasFocus():
            self.box.put_back(self.editable(self.before))
            self.box.selectAll()
        else:
            self._rest()
        self.typed.emit()

    def offer_choices(self) -> None:
        """Offers what can be chosen to whoever came here without asking for it."""
        if self.box.hasFocus() and not self.box.isReadOnly() and not self.box.composing:
            self._offer(asked=False)

    # What happens in the box.

    def _rest(self) -> None:
        self.box.tell(self.shown(self.before))
        retoned(self.box, self.tone(self.before))

    @property
    def _is_wrong(self) -> bool:
        return bool(self.box.property("tone") == "error")

    def _came(self) -> None:
        # What is marked as wrong stays so until it is typed anew.
        if not self.dirty and not self._is_wrong:
            self.box.tell(self.editable(self.before))
            retoned(self.box, "")

    def _edited(self) -> None:
        self.dirty = True
        if self._is_wrong:
            self.calm()
        if self.completion is not None and self.box.hasFocus() and not self.box.composing:
            self.completion.offer(self._part())
        self.typed.emit()

    def _part(self) -> str:
        """The part of the text that names are offered for."""
        return self.box.toPlainText()

    def _pointed(self) -> None:
        self._offer(asked=True)

    def _offer(self, *, asked: bool) -> None:
        if self.completion is not None:
            text = "" if not self.dirty else self._part()
            self.completion.offer(text, self.shown(self.before), asked=asked)

    def _taken(self, named: Named) -> None:
        self.box.take(self.replaced(self.box.toPlainText(), named))
        if self.completion is not None:
            self.completion.hide()
        self._entered()

    def _entered(self) -> None:
        if self.dirty and self.box.toPlainText() != self.editable(self.before):
            self.save_asked.emit()
        elif self.dirty:
            self.give_up()

    def _left(self) -> None:
        if self.dirty:
            self._entered()
        elif not self._is_wrong:
            self._rest()

    def _given_up(self) -> None:
        if self.dirty and self._saved:
            self.give_up()
            self.box.take_esc()
        else:
            self.given_up.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The mark stays at the right end."""
        super().resizeEvent(event)
        self._place_mark()

    def _place_mark(self) -> None:
        self._mark.move(self.width() - self._mark.width() - 8, 8)

    def _marked(self, icon: str, ink: str, words: Words) -> None:
        self._mark.setPixmap(pixmap(self.session.look, icon, ink, ICON, self.devicePixelRatioF()))
        self._mark.setAccessibleName(self.session.word(words))
        self._mark.setToolTip(self.session.word(words))
        self._mark.adjustSize()
        self._place_mark()
        self._mark.show()
        self._mark.raise_()
