"""表4: which certificates residents were sent for, and what became of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from mingbai.desk.month.edition import Edition
from mingbai.desk.month.figures import MonthFigures
from mingbai.desk.month.names import Names
from mingbai.desk.month.rows import counted_rows
from mingbai.desk.month.sentences import month_sentence
from mingbai.domain.certificate import Certificate, Outcome
from mingbai.domain.certificate_type import CERTIFICATE_TYPES, Answer, CertificateType
from mingbai.domain.sheet import DASH, Look, Row, RowKind, Sheet, SheetColumn
from mingbai.domain.text import capital
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Ledger

TITLE = Words("证明事项办理情况表", "Certificates Asked For")
TAB = Words("表4 证明办理", "Table 4 Certificates")

OUTCOMES = (
    Outcome.DECLINED,
    Outcome.STAMPED,
    Outcome.UNDERTAKING,
    Outcome.REFERRED,
    Outcome.DELIBERATED,
)
WHO_ASKS = 3
"""So many who ask for a certificate are named."""


@dataclass(slots=True)
class Asked:
    """The month's requests for one certificate."""

    outcomes: Counter[Outcome | None] = field(default_factory=Counter)
    answers: Counter[Answer] = field(default_factory=Counter)
    demanded_by: Counter[str] = field(default_factory=Counter)
    routes: Counter[str] = field(default_factory=Counter)
    worded: list[str] = field(default_factory=list)
    """The requests for which something was typed that the row may say."""

    @property
    def count(self) -> int:
        """How many there were."""
        return sum(self.outcomes.values())

    def add(self, uid: str, certificate: Certificate) -> None:
        """One request more."""
        if certificate.demanded_by or certificate.route:
            self.worded.append(uid)
        self.outcomes[certificate.outcome] += 1
        if certificate.answer is not None:
            self.answers[certificate.answer] += 1
        if certificate.demanded_by:
            self.demanded_by[certificate.demanded_by] += 1
        if certificate.route:
            self.routes[certificate.route] += 1


def certificates_sheet(ledger: Ledger, edition: Edition, figures: MonthFigures, names: Names) -> Sheet:
    """One row per certificate, most asked for first."""
    asked = _asked(ledger, edition)
    kinds: dict[str, CertificateType] = {
        entry.uid: entry.record for entry in ledger.entries(CERTIFICATE_TYPES, binned=True)
    }
    in_order = sorted(asked.items(), key=lambda item: (-item[1].count, names.entry(item[0])))
    rows = [
        _row(edition, names, number, uid, kinds.get(uid), each)
        for number, (uid, each) in enumerate(in_order, 1)
    ]
    total: Counter[Outcome | None] = Counter()
    for each in asked.values():
        total += each.outcomes
    if not rows:
        rows.append(Row((DASH,) * 11))
    sums = (total.total(), *(total[outcome] for outcome in OUTCOMES))
    rows.append(Row((edition.say("合计", "Total"), "", "", *sums, "", ""), RowKind.TOTAL))
    return edition.sheet(
        TAB,
        TITLE,
        _columns(edition),
        rows,
        right=edition.table(edition.say("表4", "Table 4"), edition.say("单位：件", "in numbers")),
        notes=(_sentence(edition, figures, total), _note(edition)),
        foot=edition.foot(),
        frozen_columns=2,
    )


def _asked(ledger: Ledger, edition: Edition) -> dict[str, Asked]:
    asked: dict[str, Asked] = {}
    for entry in counted_rows(ledger, "cert.asked", edition.period, edition.filed_on):
        certificate: Certificate = entry.record
        asked.setdefault(certificate.certificate, Asked()).add(entry.uid, certificate)
    return asked


def _columns(edition: Edition) -> tuple[SheetColumn, ...]:
    say, zh = edition.say, edition.language == "zh"
    group = say("办理结果", "Outcome")
    heads = (
        say("不予出具\n并告知", "Declined,\nexplained"),
        say("依规\n出具", "Stamped"),
        say("承诺\n代替", "Under-\ntaking"),
        say("转介", "Referred"),
        say("集体\n研究", "Decided\ntogether"),
    )
    widths = (9.7, 7.8, 7.8, 7.8, 7.8) if zh else (9.0, 7.8, 7.8, 8.2, 7.8)
    return (
        SheetColumn(say("序号", "No."), 4.2, Look.WORD),
        SheetColumn(say("证明名称", "Certificate"), 21.3, Look.TEXT),
        SheetColumn(say("清单归属", "List"), 9.7, Look.WORD),
        SheetColumn(say("要求\n出具", "Asked\nfor"), 7.8, Look.COUNT),
        *(
            SheetColumn(head, width, Look.COUNT, group=group)
            for head, width in zip(heads, widths, strict=True)
        ),
        SheetColumn(say("要求方（类别）", "Demanded by"), 17.4, Look.TEXT),
        SheetColumn(say("告知的办理途径", "Route explained"), 24.2, Look.TEXT),
    )


def _row(
    edition: Edition, names: Names, number: int, uid: str, kind: CertificateType | None, each: Asked
) -> Row:
    answer = each.answers.most_common(1)[0][0] if each.answers else kind.answer if kind else None
    return Row(
        (
            number,
            names.entry(uid),
            edition.into(answer.words) if answer else DASH,
            each.count,
            *(each.outcomes[outcome] for outcome in OUTCOMES),
            _who_asks(edition, names, each),
            _route(edition, kind, each) if answer is not Answer.MAY_ISSUE else DASH,
        ),
        about=uid,
        words_of=tuple(each.worded),
    )


def _who_asks(edition: Edition, names: Names, each: Asked) -> str:
    named = dict.fromkeys(names.free_text(_inside(text)) for text, _ in each.demanded_by.most_common())
    shown = list(named)[:WHO_ASKS]
    more = edition.say("等", " and others") if len(named) > WHO_ASKS else ""
    return capital(edition.say("、", ", ").join(shown)) + more or DASH


def _route(edition: Edition, kind: CertificateType | None, each: Asked) -> str:
    if kind is not None and kind.authority:
        return capital(edition.say(kind.authority, kind.authority_en or kind.authority))
    # What a person typed for one resident; the same for all of a kind as far as anyone knows. It keeps the
    # unit's name, which is what the resident has to know.
    return each.routes.most_common(1)[0][0] if each.routes else DASH


def _inside(text: str) -> str:
    """English words as they stand within a list: a bank, but Bank of China."""
    article = text.partition(" ")[0] in ("A", "An", "The")
    return text[0].lower() + text[1:] if article else text


def _sentence(edition: Edition, figures: MonthFigures, total: Counter[Outcome | None]) -> str:
    found = figures.of("cert.asked")
    sentence = month_sentence(edition, found, "要求出具证明", "certificates asked for")
    declined, unknown = total[Outcome.DECLINED], total[None]
    if edition.language == "zh":
        more = f"；不予出具并告知途径{declined}件" if total.total() else ""
        more += f"；另有{unknown}件尚未填写办理结果" if unknown else ""
        return f"{sentence}{more}。"
    more = f". Declined with the right way explained: {declined}" if total.total() else ""
    more += f". Outcome not entered yet: {unknown}" if unknown else ""
    return f"{sentence}{more}."


def _note(edition: Edition) -> str:
    return edition.say(
        "注：“不予出具”依民发〔2020〕20号清单；办理途径为一般途径，以当地为准；本表不含居民姓名。",
        "Note: “not to issue” follows the national list (《民发〔2020〕20号》); where to go is the usual way, "
        "local rules apply. No resident is named.",
    )
