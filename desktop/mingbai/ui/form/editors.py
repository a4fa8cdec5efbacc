"""One editor for each kind of field."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any, cast

from mingbai.desk.called import Named
from mingbai.desk.naming import choices_offered
from mingbai.desk.records import add
from mingbai.desk.spoken_days import WHOLE_DAY, Limit, Nearness, limit_words, weekday_moment
from mingbai.domain.calendar_names import WEEKDAY_NAMES
from mingbai.domain.choice import Choice
from mingbai.domain.due_day import due_day_words
from mingbai.domain.field import NO, YES, Field, Kind, Stored
from mingbai.domain.frequency import Frequency
from mingbai.domain.staff import STAFF
from mingbai.domain.text import fold
from mingbai.domain.time_limit import TIME_LIMITS
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.form.editor import Editor
from mingbai.ui.session import Session

MINUTES = Words("{n} 分钟", "{n} min")


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


class DueDayEditor(NumberEditor):
    """The day of its period on which something is due; of a week one of its days is chosen."""

    completes = True

    def __init__(self, session: Session, field: Field, **look: Any) -> None:
        self._period: Frequency | None = None
        super().__init__(session, field, **look)

    def show_entry(self, entry: Entry, *, counts: bool = True, keep: bool = False) -> None:
        """The same number is another day in another period."""
        self._period = Frequency.of(str(entry.stored["period"]))
        super().show_entry(entry, counts=counts, keep=keep)

    def show_blank(self) -> None:
        """How often it comes is not said yet."""
        self._period = None
        super().show_blank()

    def shown(self, stored: Stored) -> str:
        """周五, 每月5日."""
        if stored is None or self._period is None:
            return super().shown(stored)
        return self.session.word(due_day_words(self._period, int(stored)))

    def editable(self, stored: Stored) -> str:
        """As it is read: so it can be typed."""
        return self.shown(stored)

    def offered(self, text: str) -> Sequence[Named]:
        """The days of the week, or those that are meant."""
        if self._period is not Frequency.WEEKLY:
            return ()
        days = [Named(day) for day in WEEKDAY_NAMES]
        return [day for day in days if fold(self.session.word(day.name)).startswith(fold(text))]


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
        both = [Named(words) for words in (YES, NO)]
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
        near = self.session.naming.near(to, text)
        if near is not None and all(one.uid != near.uid for one in found):
            found = [*found, near]
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
        if (near := naming.near(to, text)) is not None:
            return NEARLY.format(name=near.name)
        return NEW.get(to) if naming.is_new(to, text) else None


NOT_LISTED = Words(
    "人员名单里没有这个人；是新人员就在下面选“加入名单”",
    "Not on the staff list; choose “Add to the list” below if this is a new colleague",
)
ADD_COLLEAGUE = Words("加入名单", "Add to the list")
NEARLY = Words(
    "新单位，保存时加入名单；如果就是“{name}”，按 ↓ 选它",
    "New unit; saving adds it to the list. If it is “{name}”, choose it with ↓",
)
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
    if field.column.due_day:
        return DueDayEditor
    return OFFERED.get(field.column.offers) or EDITORS[field.kind]


def _last_part(text: str) -> str:
    at = max(text.rfind(sign) for sign in "、,，;；")
    return text[at + 1 :].strip()
