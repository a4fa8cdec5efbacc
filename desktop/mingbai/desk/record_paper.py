"""One entry on paper: the opinion sheet of an admission, the slip of an official visit, the fields of any other.

What is personal is masked, as in every print; what nobody filled in has room to be written in where a form asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mingbai.desk.glossary import Glossary
from mingbai.desk.places import committee_of, place_of
from mingbai.desk.records import shown
from mingbai.desk.standing import standing
from mingbai.domain.admission import ADMISSIONS
from mingbai.domain.reception import RECEPTIONS
from mingbai.domain.sheet import Cell, Look, Page, Row, RowKind, Sheet, SheetColumn, Workbook
from mingbai.domain.text import shortened
from mingbai.domain.words import Language, Words
from mingbai.ledger.ledger import Entry, Ledger

FIELD = Words("栏目", "Field")
CONTENT = Words("内容", "Content")
NUMBER = Words("编号：{number}", "Number: {number}")
MADE_ON = Words("{place} {what} {day}", "{place}, {what}, {day}")
STANDS = Words("目前", "As it stands")

OPINION = Words("工作事项准入意见表", "Opinion on an Admission")
ITEM = Words("申请事项", "What is applied for")
OPINIONS = Words("意见和审批", "Opinions and decision")
SIGNED = Words("（盖章）　　　　年　　月　　日", "(stamp)            date")
OPINION_FIELDS = ("town_opinion", "civil_opinion", "joint_opinion", "decision")
ITEM_FIELDS = (
    *("department", "applied_on", "title", "kind", "basis", "document", "content"),
    *("frequency", "starts_on", "ends_on", "money"),
)

LIST = Words("公务接待清单", "List of an Official Visit")
LIST_FIELDS = (
    *("visited_on", "department", "title", "letter", "guest_names", "guests", "host_names", "hosts"),
    *("origin", "dining", "payer", "cost", "note"),
)

HANDLED = Words("经办人：", "Handled by:")
CHECKED = Words("审核人：", "Checked by:")
HEADED = Words("负责人：", "Head:")
ON = Words("日期：", "Date:")


def record_workbook(ledger: Ledger, entry: Entry, glossary: Glossary, language: Language) -> Workbook:
    """An entry as a sheet to be printed."""
    sheet = _Paper(ledger, entry, glossary, language).sheet()
    place = place_of(ledger).name
    caption = MADE_ON.format(place=place, what=shortened(sheet.title), day=glossary.today.isoformat())
    return Workbook(language, (sheet,), caption.into(language))


def has_form(entry: Entry) -> bool:
    """Whether a form of its own is printed for an entry, which people ask for first."""
    return entry.register in (ADMISSIONS, RECEPTIONS)


def print_words(entry: Entry) -> Words:
    """What printing an entry is called."""
    if entry.register is ADMISSIONS:
        return Words("打印准入意见", "Print the opinion sheet")
    if entry.register is RECEPTIONS:
        return Words("打印接待清单", "Print the visit’s list")
    return Words("打印这一条", "Print this entry")


class _Paper:
    def __init__(self, ledger: Ledger, entry: Entry, glossary: Glossary, language: Language) -> None:
        self._ledger, self._entry = ledger, entry
        self._glossary, self._language = glossary, language

    def sheet(self) -> Sheet:
        register = self._entry.register
        if register is ADMISSIONS:
            return self._made(OPINION, self._opinion(), (HANDLED, CHECKED, HEADED, ON))
        if register is RECEPTIONS:
            return self._made(LIST, self._rows(LIST_FIELDS), (HANDLED, CHECKED, HEADED, ON))
        names = [
            name
            for name, field in register.fields.items()
            if not field.column.inner and self._entry.stored[name] is not None and not self._is_twin(name)
        ]
        titled = register.title_in(self._entry.stored, self._language).name
        rest = [name for name in names if name not in (register.titled, titled)]
        name = self._shown(titled)
        made = self._made(Words(name, name), [*self._rows(rest), *self._standing()], ())
        return replace(made, tab=self._say(register.words), middle=self._say(register.words))

    def _made(self, title: Words, rows: Iterable[Row], foot: Sequence[Words]) -> Sheet:
        say, number = self._say, self._entry.number
        return Sheet(
            tab=say(title),
            title=say(title),
            columns=(SheetColumn(say(FIELD), 24, Look.TEXT), SheetColumn(say(CONTENT), 66, Look.TEXT)),
            rows=tuple(rows),
            left=say(committee_of(place_of(self._ledger))),
            right=say(NUMBER.format(number=number)) if number else "",
            foot=tuple(map(say, foot)),
            page=Page(portrait=True, one_page=bool(foot), size=11.0, height=26.0),
        )

    def _opinion(self) -> Iterator[Row]:
        yield Row((self._say(ITEM),), RowKind.SECTION)
        yield from self._rows(ITEM_FIELDS)
        yield from self._standing()
        yield Row((self._say(OPINIONS),), RowKind.SECTION)
        fields = self._entry.register.fields
        for name in OPINION_FIELDS:
            said = self._shown(name)
            if name == "decision" and (day := self._shown("decided_on")):
                said = f"{said}　{day}" if self._language == "zh" else f"{said}, {day}"
            # Room to write in by hand, and for the stamp.
            yield Row((self._say(fields[name].words), f"{said}\n\n{self._say(SIGNED)}"))

    def _rows(self, names: Iterable[str]) -> Iterator[Row]:
        for name in names:
            text = self._shown(name)
            yield Row((self._say(self._entry.register.fields[name].words), Cell(text, Look.TEXT)))

    def _standing(self) -> Iterator[Row]:
        told = [self._say(one.words) for one in standing(self._ledger, self._entry, self._glossary)]
        if told:
            yield Row((self._say(STANDS), "\n".join(told)))

    def _shown(self, name: str) -> str:
        field = self._entry.register.fields[name]
        return shown(self._entry, field, self._glossary, self._language)

    def _is_twin(self, name: str) -> bool:
        return any(other.column.english == name for other in self._entry.register.fields.values())

    def _say(self, words: Words) -> str:
        return words.into(self._language)
