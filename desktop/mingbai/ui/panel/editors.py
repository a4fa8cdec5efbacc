"""One editor for each kind of field: how its value is shown, typed and chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from mingbai.desk.naming import Named, choices_offered
from mingbai.desk.records import add
from mingbai.desk.spoken_days import WHOLE_DAY, Limit, Nearness, limit_words, weekday_moment
from mingbai.domain.choice import Choice
from mingbai.domain.field import NO, YES, Field, Kind, Stored
from mingbai.domain.staff import STAFF
from mingbai.domain.time_limit import TIME_LIMITS
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.later import later
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Size, Weight
from mingbai.ui.look.roles import repolished, retoned
from mingbai.ui.panel.completion import Completion
from mingbai.ui.panel.typing_box import TypingBox
from mingbai.ui.session import Session

WAITING_MS = 300
"""A save that takes less is not shown as one."""
TICK_MS = 1000
ICON = 16

MINUTES = Words("{n} 分钟", "{n} min")
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
        self._asked = ""
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
        if self.completion is not None:
            self.completion.offer("" if not self.dirty else self._part(), self.shown(self.before))

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


class LongEditor(Editor):
    """Several lines; Enter begins a new one."""

    lines = True


class NumberEditor(Editor):
    """A number; minutes with their unit, once they are read and not typed."""

    def shown(self, stored: Stored) -> str:
        """90 分钟."""
        if stored is not None and self.field.kind is Kind.MINUTES:
            return self.session.word(MINUTES.format(n=stored))
        return super().shown(stored)

    def editable(self, stored: Stored) -> str:
        """90."""
        return super().shown(stored)


class DayEditor(Editor):
    """A day or moment, typed in any way the reader knows, shown with its weekday and how near it is."""

    def shown(self, stored: Stored) -> str:
        """11-23 周一，逾期 1 天."""
        if stored is None:
            return ""
        moment = self._value(stored)
        if self.field.column.deadline and self._limit_counts:
            return self.session.word(self._limit(moment).words)
        return self.session.word(weekday_moment(moment, self.session.today))

    def editable(self, stored: Stored) -> str:
        """2026-11-23 17:00; a day alone where the time says nothing."""
        if stored is None:
            return ""
        moment = self._value(stored)
        if not isinstance(moment, datetime) or moment.time() == time.min:
            return moment.isoformat()[:10]
        if self.field.column.deadline and moment.time() == WHOLE_DAY:
            return moment.date().isoformat()
        return f"{moment:%Y-%m-%d %H:%M}"

    def tone(self, stored: Stored) -> str:
        """Red when late, amber when near."""
        if stored is None or not self.field.column.deadline or not self._limit_counts:
            return Nearness.FAR.value
        return self._limit(self._value(stored)).nearness.value

    def _limit(self, moment: date) -> Limit:
        return limit_words(moment, self.session.today, self.session.glossary.working_days)

    def _value(self, stored: Stored) -> date:
        return cast("date", self.field.load(stored))


class RoughDayEditor(DayEditor):
    """A day, or what is known of it: its year."""

    def shown(self, stored: Stored) -> str:
        """A day as every other one; anything else as it was typed."""
        try:
            return super().shown(stored)
        except ValueError:
            return str(stored)

    def editable(self, stored: Stored) -> str:
        """As it was typed."""
        return str(stored or "")

    def _value(self, stored: Stored) -> date:
        return date.fromisoformat(str(stored))


class LimitEditor(Editor):
    """The limit an issue goes by: one of the list, or another in a person's words."""

    completes = True

    def offered(self, text: str) -> Sequence[Named]:
        """The limits in use that are meant."""
        return self.session.naming.limits(text)


class YesNoEditor(Editor):
    """Yes or no."""

    completes = True

    def offered(self, text: str) -> Sequence[Named]:
        """Both, or the one that is meant."""
        both = [Named(words, Words("", "")) for words in (YES, NO)]
        return [
            one
            for one in both
            if not text or one.name.zh == text or one.name.en.lower().startswith(text.lower())
        ]


class ChoiceEditor(Editor):
    """One of a closed set."""

    completes = True

    def offered(self, text: str) -> Sequence[Named]:
        """The members that are meant."""
        return choices_offered(cast("type[Choice]", self.field.choice), text)


class ListEditor(Editor):
    """Several texts, divided by 、 or a comma."""

    @property
    def _sign(self) -> str:
        return "、" if self.session.look.language == "zh" else ", "

    def _part(self) -> str:
        return _last_part(self.box.toPlainText())

    def replaced(self, text: str, named: Named) -> str:
        """The text with its last part replaced."""
        head = text[: len(text) - len(_last_part(text))].rstrip()
        name = self.session.word(named.name)
        return head + (" " if head.endswith(",") else "") + name


class ChoicesEditor(ListEditor):
    """Several of a closed set."""

    completes = True

    def offered(self, text: str) -> Sequence[Named]:
        """The members that are meant and not named yet."""
        named = self.box.toPlainText()
        return [
            one
            for one in choices_offered(cast("type[Choice]", self.field.choice), text)
            if self.session.word(one.name) not in named
        ]

    def replaced(self, text: str, named: Named) -> str:
        """A member more, when nothing was being typed."""
        if not self.dirty and text:
            return text + self._sign + self.session.word(named.name)
        return super().replaced(text, named)


class ReferenceEditor(Editor):
    """Another entry by its name."""

    completes = True

    def offered(self, text: str) -> Sequence[Named]:
        """The entries that are meant; last a colleague whom the list does not hold, to be taken into it."""
        to = self.field.column.to
        found = self.session.naming.offered(to, text)
        if to == STAFF.code and not self.box.isReadOnly() and self.session.naming.is_unknown(to, text):
            found = [*found, Named(Words(text.strip(), text.strip()), ADD_COLLEAGUE, new=True)]
        return found

    def _taken(self, named: Named) -> None:
        if not named.new:
            super()._taken(named)
            return
        session, name = self.session, named.name.zh
        today, language = session.today, session.look.language
        session.do(
            lambda: add(session.ledger, STAFF, {"name": name}, today=today, language=language),
            lambda _: Editor._taken(self, named),
            owner=self,
            refused=lambda trouble: session.said.emit(trouble.words),
        )

    def editable(self, stored: Stored) -> str:
        """The name; an entry that people know by number is typed by number."""
        if stored is not None:
            return self.session.naming.written(self.field.column.to, str(stored), self.session.look.language)
        return super().editable(stored)

    def news(self, text: str) -> Words | None:
        """A name the list does not hold yet."""
        to, naming = self.field.column.to, self.session.naming
        if to == STAFF.code and naming.is_unknown(to, text):
            return NOT_LISTED
        return NEW.get(to) if naming.is_new(to, text) else None


NOT_LISTED = Words(
    "人员名单里没有这个人；是新人员就在下面选“加入名单”",
    "Not on the staff list; choose “Add to the list” below if this is a new colleague",
)
ADD_COLLEAGUE = Words("加入名单", "Add to the list")
NEW = {
    "department": Words("新单位，保存时加入名单", "New unit; saving adds it to the list"),
    "certificate_type": Words(
        "新的证明名称，保存时加入目录", "New certificate; saving adds it to the catalogue"
    ),
}

EDITORS: dict[Kind, type[Editor]] = {
    Kind.TEXT: Editor,
    Kind.LONG: LongEditor,
    Kind.INTEGER: NumberEditor,
    Kind.MINUTES: NumberEditor,
    Kind.DECIMAL: NumberEditor,
    Kind.DATE: DayEditor,
    Kind.MOMENT: DayEditor,
    Kind.TIME: Editor,
    Kind.YES_NO: YesNoEditor,
    Kind.CHOICE: ChoiceEditor,
    Kind.CHOICES: ChoicesEditor,
    Kind.LIST: ListEditor,
    Kind.REFERENCE: ReferenceEditor,
}
"""Which editor a kind of field has."""

OFFERED: dict[str, type[Editor]] = {TIME_LIMITS.code: LimitEditor}
"""Which editor a text has for which a list offers names."""


def editor_of(field: Field) -> type[Editor]:
    """The editor of a field."""
    if field.column.day:
        return RoughDayEditor
    return OFFERED.get(field.column.offers) or EDITORS[field.kind]


def _last_part(text: str) -> str:
    at = max(text.rfind(sign) for sign in "、,，;；")
    return text[at + 1 :].strip()
