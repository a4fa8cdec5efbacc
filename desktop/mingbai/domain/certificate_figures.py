"""Figures of certificates that residents were sent to us for."""

from __future__ import annotations

from mingbai.domain.certificate import Outcome
from mingbai.domain.certificate_type import Answer
from mingbai.domain.figure import Figure, Flow, Stock, Top, Unit
from mingbai.domain.filter import Filter, both, equals, filled, one_of
from mingbai.domain.words import Words


def _asked(code: str, zh: str, en: str, note: Words, where: Filter | None = None) -> Flow:
    return Flow(
        code=code,
        words=Words(zh, en),
        unit=Unit.ITEM,
        note=note,
        register="certificate",
        dated="asked_on",
        where=both(where),
    )


CERTIFICATE_FIGURES: tuple[Figure, ...] = (
    _asked(
        "cert.asked",
        "要求出具证明",
        "Certificates asked for",
        Words("本期居民前来要求出具的证明", "Certificates that residents came to ask for in the period"),
    ),
    _asked(
        "cert.declined",
        "其中：不予出具并告知",
        "of which declined",
        Words("办理结果为不予出具并告知办理途径的件数", "Declined, with the right way explained"),
        equals("outcome", Outcome.DECLINED),
    ),
    _asked(
        "cert.stamped",
        "依规出具",
        "stamped under the rules",
        Words("办理结果为依规出具的件数", "Stamped under the rules"),
        equals("outcome", Outcome.STAMPED),
    ),
    _asked(
        "cert.other",
        "其他方式",
        "other ways",
        Words("办理结果为承诺代替、转介或集体研究的件数", "Undertaking instead, referred or deliberated"),
        one_of("outcome", Outcome.UNDERTAKING, Outcome.REFERRED, Outcome.DELIBERATED),
    ),
    _asked(
        "cert.not_to_issue",
        "属不予出具清单",
        "on the list not to issue",
        Words("所要求的证明属不予出具清单的件数", "Asked for although on the list of those not to issue"),
        equals("answer", Answer.NOT_TO_ISSUE),
    ),
    Top(
        code="cert.top",
        words=Words("要求最多：{label}", "Most asked: {label}"),
        unit=Unit.ITEM,
        note=Words(
            "本期要求件数最多的证明名称及件数；各列为同一证明",
            "The certificate asked for most in the period; all columns count the same one",
        ),
        register="certificate",
        dated="asked_on",
        by="certificate",
    ),
    Flow(
        code="cert.hours",
        words=Words("办理证明用时", "Hours on certificates"),
        unit=Unit.HOURS,
        note=Words(
            "本期证明事项所填用时之和，未填的不计",
            "Hours entered for the period's requests; blanks do not count",
        ),
        register="certificate",
        dated="asked_on",
        of="minutes",
        per=60,
    ),
    Stock(
        code="cert.cancelled",
        words=Words("已取消证明（期末）", "Cancelled types (at end)"),
        unit=Unit.MATTER,
        note=Words("证明目录中期末已取消的项数", "Certificate types cancelled here by the period's end"),
        register="certificate_type",
        since="cancelled_on",
        where=filled("cancelled_on"),
    ),
)
