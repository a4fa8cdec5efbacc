"""What is noticed about a typed line: calm remarks that suggest and decide nothing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from mingbai.desk import records
from mingbai.desk.quick import REGISTERS, near_day, titled
from mingbai.desk.quick_reader import Reader
from mingbai.desk.short_reasons import says_itself
from mingbai.domain.admission import ADMISSIONS
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.certificate_type import CertificateType
from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.duty import Duty
from mingbai.domain.field import Kind
from mingbai.domain.filter import equals
from mingbai.domain.masking import masked_text
from mingbai.domain.register import Register
from mingbai.domain.task import TASKS
from mingbai.domain.text import capital, fold, shortened
from mingbai.domain.words import NO_WORDS, Words, within_quotes
from mingbai.ledger.blocks import asked_uids
from mingbai.ledger.finding import find
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.rules.quick.likeness import ALIKE, likeness, telling
from mingbai.rules.quick.quick import Quick

if TYPE_CHECKING:
    from mingbai.desk.flagged import Flagged


@dataclass(frozen=True, slots=True)
class Notice:
    """One calm remark about a line: what, and the entry behind it."""

    words: Words
    detail: Words = NO_WORDS
    entry: Entry | None = None
    """What `查看` opens."""
    flag: bool = False
    """Whether it speaks against the entry."""
    same: bool = False
    """Whether it says that the very same is recorded."""


def noticed(
    ledger: Ledger, reader: Reader, quick: Quick, today: date, *, but: Uid | None = None
) -> list[Notice]:
    """The duty that fits, the earlier entry that is much alike, what the lists say of a certificate.

    At most one of each; `but` is the entry made from the line itself. Before there is one, that the same may be
    recorded is told where the line is judged. Takes some milliseconds: never asked
    in the window's thread while someone types.
    """
    from mingbai.desk.near_units import near_new_unit  # no start needs it

    found: list[Notice | None] = []
    if quick.register == CERTIFICATES.code:
        return [notice for notice in [_listed(reader, quick)] if notice]
    if quick.register in (TASKS.code, DEMANDS.code, ADMISSIONS.code):
        found.append(_duty(reader, quick))
    if (near := near_new_unit(ledger, quick.value("department"), today)) is not None:
        found.append(Notice(near[1], entry=ledger.entry(DEPARTMENTS, near[0].uid)))
    there = recorded_already(ledger, quick, today, but=but)
    if there is None:
        found.append(alike_to(ledger, REGISTERS[quick.register], quick.title, today, (but,) if but else ()))
    elif but is not None:
        found.insert(0, there)
    return [notice for notice in found if notice is not None]


THERE = Words(
    "可能已经登记过：{n}，{day}登记；再登记会多出一条",
    "This may be recorded already: {n}, {day}; adding it makes a second one",
)
TWICE = Words("可能登记了两次：{n}，{day}登记", "This may be recorded twice: {n}, {day}")
RECENT = timedelta(days=7)
"""What names no day is the same thing for so long."""


def recorded_already(ledger: Ledger, quick: Quick, today: date, *, but: Uid | None = None) -> Notice | None:
    """The entry with the title, unit and day of a line, which may be one that was typed already.

    `but` is the entry made from the line itself.
    """
    from mingbai.desk.glossary import Glossary  # no start needs it

    register, title = REGISTERS[quick.register], titled(quick)
    if not title or not register.numbered or register is CERTIFICATES:
        return None
    wanted = {part.name: part.value for part in quick.parts if part.name in register.fields}
    told = {name: value for name, value in wanted.items() if name in TELL_APART or name == register.dated}
    units = {name for name in told if register.fields[name].column.to == DEPARTMENTS.code}
    known = Glossary(ledger, today) if units else None
    told |= {name: str(known.find(DEPARTMENTS.code, told[name]) or "") for name in units if known is not None}
    days = {name for name in told if register.fields[name].kind is Kind.DATE}
    for entry in find(ledger, title, [register], enough=ENOUGH):
        stored = entry.stored
        came = str(stored[register.dated] or "")[:10]
        if fold(str(stored[register.titled] or "")) != fold(title) or not came or entry.uid == but:
            continue
        same = all(
            str(stored[name] or "")[:10] == value[:10] if name in days else stored[name] == value
            for name, value in told.items()
        )
        if same and (days or date.fromisoformat(came) >= today - RECENT):
            day = near_day(came, today)
            words = THERE if but is None else TWICE
            return Notice(words.format(n=entry.number, day=day), entry=entry, same=True)
    return None


def called_alike(entry: Entry | None, other: Entry | None) -> bool:
    """Whether two entries bear the same title: what may be one that was typed twice was not sent twice."""
    if entry is None or other is None:
        return False
    titles = (fold(str(one.stored[one.register.titled] or "")) for one in (entry, other))
    return next(titles) == next(titles)


TELL_APART = frozenset(
    ("department", "leading", "demanded_by", "due_on", "due_at", "period", "place", "resident", "order_no")
)
"""What is another thing where it differs."""
ENOUGH = 30


def alike_to_saved(ledger: Ledger, entry: Entry, today: date) -> list[Notice]:
    """The earlier entry that is much like one just saved; other times of what recurs are none."""
    series = str(entry.stored.get("demand") or "")
    kin = asked_uids(ledger, TASKS, equals("demand", series), today) if series else ()
    title = str(entry.stored[entry.register.titled] or "")
    alike = alike_to(ledger, entry.register, title, today, {entry.uid, *kin})
    return [alike] if alike is not None else []


def flag_notice(flag: Flagged) -> Notice:
    """What speaks against an entry that was just saved; it leads to the earlier one that it was held against."""
    # In one language the evidence may begin with the reason, and in the other not.
    (zh, zh_beside), (en, en_beside) = (
        (capital(said), "") if says_itself(said, flag.short) else (short, said)
        for short, said in (
            (flag.short.zh, " ".join(flag.evidence.zh.split())),
            (flag.short.en, " ".join(flag.evidence.en.split())),
        )
    )
    return Notice(Words(zh, en), Words(zh_beside, en_beside), flag.other, flag=True)


def _duty(reader: Reader, quick: Quick) -> Notice | None:
    title = quick.title
    if len(title) < 2:
        return None
    best: tuple[float, Duty] | None = None
    for entry in reader.duties():
        duty: Duty = entry.record
        held = len(title) > 3 and (title in duty.name or duty.name in title)
        fits = 1.0 if held else likeness(title, duty.name)
        if fits >= ALIKE and (best is None or fits > best[0]):
            best = (fits, duty)
    if best is None:
        return None
    duty = best[1]
    listing = Words(duty.listing.words.zh, duty.listing.words.en.lower())
    item = (
        Words("清单第 {n} 项（{listing}）", "Duty list, item {n} ({listing})")
        if duty.number
        else Words("清单内（{listing}）", "On the duty list ({listing})")
    )
    lead = Words("牵头 {lead}", "lead: {lead}").format(
        lead=Words(duty.leading, reader.shown(duty.leading, "en"))
    )
    return Notice(item.format(n=duty.number, listing=listing), lead if duty.leading else NO_WORDS)


def alike_to(
    ledger: Ledger, register: Register[Any], said: str, today: date, but: Collection[str] = ()
) -> Notice | None:
    """The entry of a register whose title is most like this one; of several the last."""
    best: tuple[float, int, Entry] | None = None
    for words in telling(said):
        for entry in find(ledger, words, [register], enough=ENOUGH):
            title = str(entry.stored[register.titled] or "")
            close = likeness(said, title)
            better = best is None or (close, entry.id) > best[:2]
            if close >= ALIKE and entry.uid not in but and better:
                best = (close, entry.id, entry)
    if best is None:
        return None
    entry = best[2]
    day = str(entry.stored[register.dated] or "")[:10]
    title = quoted_title(entry)
    if not day:
        return Notice(Words("与“{title}”很像", "Similar to “{title}”").format(title=title), entry=entry)
    when = near_day(day, today)
    alike = Words("与 {zh} 登记的“{title}”很像", "Similar to “{title}” of {en}")
    return Notice(
        alike.format(zh=when.zh.split()[0], en=" ".join(when.en.split()[1:]), title=title),
        entry=entry,
    )


def quoted_title(entry: Entry) -> str:
    """The title of an entry as a sentence holds it between its marks."""
    titled = entry.register.fields[entry.register.titled]
    title = masked_text(entry.register, titled, str(entry.stored[titled.name]), entry.stored)
    return within_quotes(shortened(title))


def _listed(reader: Reader, quick: Quick) -> Notice | None:
    name = quick.value("certificate")
    entry = reader.certificate_type(name)
    if entry is None:
        return None
    kind: CertificateType = entry.record
    words = Words("{name}：{answer}", "{name}: {answer}").format(
        name=Words(kind.name, kind.name_en or kind.name), answer=kind.answer.words
    )
    route = (
        Words(records.usual_route(kind, "zh"), records.usual_route(kind, "en"))
        if kind.authority
        else NO_WORDS
    )
    return Notice(words, route)
