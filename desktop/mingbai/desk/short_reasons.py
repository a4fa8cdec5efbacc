"""Why an entry is flagged in two to six characters: what a list has room for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mingbai.domain.certificate_type import Confidence
from mingbai.domain.field import Stored
from mingbai.domain.filter import Filter, Op, Some, Where, both, empty, equals, one_of
from mingbai.domain.rule import Family
from mingbai.domain.text import fold
from mingbai.domain.words import Words

ASKED_BEFORE = Words("疑似重复", "Asked before")
NO_DOCUMENT = Words("未见文号", "No document")
QUOTA = Words("摊派指标", "Quota")
PLEDGE = Words("责任状", "Pledge")
RANKING = Words("排名通报", "Ranking")
NOT_ADMITTED = Words("未经准入", "Not admitted")

BY_RULE: dict[str, Words] = {
    "GD-DOC-5": Words("要求报送", "Asks for report"),
    "GD-INS-3": Words("频繁填报", "Frequent forms"),
    "GD-INS-5": RANKING,
    "GD-RES-1": PLEDGE,
    "GD-SEC-1": Words("借调", "Borrowed staff"),
    "GD-APP-1": Words("多个应用", "Many apps"),
    "GD-APP-2": Words("多头报送", "Sent twice"),
    "GD-CRE-1": Words("清单外创建", "Unlisted model"),
    "APP26-1": ASKED_BEFORE,
    "APP26-2": Words("打卡积分", "Check-in"),
    "APP26-3": Words("要装机率", "Install rate"),
    "APP26-4": Words("要照片轨迹", "Photo proof"),
    "APP26-5": Words("自建应用", "Own app"),
    "DS-1": Words("可共享数据", "Shared data"),
    "DS-2": Words("数据未回流", "Data not given"),
    "CERT-1": Words("无依据证明", "No basis"),
    "CERT-2": Words("不应出具", "Not to issue"),
    "CERT-3": Words("须先议事", "Needs consent"),
    "HN8-1": QUOTA,
    "HN8-2": Words("代行执法", "Enforcement"),
    "HN8-3": PLEDGE,
    "HN8-5": Words("重复报送", "Sent twice"),
    "HN8-6": Words("转嫁费用", "Cost shifted"),
    "HN8-7": Words("清单外", "Off the list"),
    "LIST-1": Words("清单外", "Off the list"),
    "ADM-1": NOT_ADMITTED,
    "ADM-3": NOT_ADMITTED,
    "QN-1": Words("检查过多", "Too many inspections"),
    "QN-2": Words("要装应用", "App demanded"),
    "JY-1": Words("无公函", "No letter"),
    "XB-1": Words("摊派征订", "Subscription"),
}
"""By the code of a shipped rule; others go by their area."""

BY_FAMILY: dict[str, Words] = {
    Family.NO_DOCUMENT.code: NO_DOCUMENT,
    Family.SAME_DATA.code: ASKED_BEFORE,
    Family.REPEATED_REPORT.code: Words("同期重报", "Sent twice"),
    Family.SHORT_NOTICE.code: Words("期限过紧", "Short notice"),
    Family.NEGATIVE_LIST.code: Words("不应出具", "Not to issue"),
    Family.INSPECTION_LIMIT.code: Words("检查规定", "Inspection rules"),
    Family.MEETING_LIMIT.code: Words("会议规定", "Meeting rules"),
    Family.RECEPTION.code: Words("接待规定", "Visit rules"),
    Family.PLAQUE.code: Words("应清理", "To take down"),
    Family.ADMISSION.code: NOT_ADMITTED,
    Family.CAME_BACK.code: Words("像是又来了", "Seems back"),
}
"""What the program noticed, where its rule is cited for more than that."""

BY_REASON: dict[tuple[str, str], Words] = {
    (Family.INSPECTION_LIMIT.code, "GD-INS-1"): Words("不在计划", "Not in the plan"),
    (Family.INSPECTION_LIMIT.code, "HNWR-1"): Words("不在计划", "Not in the plan"),
    (Family.INSPECTION_LIMIT.code, "QN-1"): Words("检查过多", "Too many inspections"),
    (Family.MEETING_LIMIT.code, "GD-MTG-2"): Words("层层开会", "Repeated meeting"),
    (Family.MEETING_LIMIT.code, "GD-MTG-3"): Words("要一把手", "Chief to attend"),
    (Family.MEETING_LIMIT.code, "GD-MTG-4"): Words("会议过长", "Too long"),
    (Family.RECEPTION.code, "JY-1"): Words("无公函", "No letter"),
    (Family.RECEPTION.code, "JY-3"): Words("陪同过多", "Too many hosts"),
    (Family.RECEPTION.code, "JY-5"): Words("陪同过多", "Too many hosts"),
}
"""Of families that notice more than one thing, by the rule that is cited: a letter that is missing is no limit."""

WEIGHTS = (
    Family.CAME_BACK.code,
    Family.SAME_DATA.code,
    Family.REPEATED_REPORT.code,
    Family.NO_DOCUMENT.code,
    Family.SHORT_NOTICE.code,
)
"""What was cut or reported before and what can be counted comes before what was read from words."""
SURENESS = (Confidence.VERIFIED, None, Confidence.SECONDARY, Confidence.COMPILED, Confidence.MEMORY)
"""The most certain first; None is a person's own words."""

BY_OWN_WORDS: tuple[tuple[tuple[str, str], Words], ...] = (
    (("未见文", "no document"), NO_DOCUMENT),
    (("相同的栏目", "the same columns"), ASKED_BEFORE),
)
"""What own words speak of, in either language."""

LONGEST = 120
"""Of own words so many signs are told; a list shows as many of them as it has room for."""


def rules_called(text: str) -> Filter | None:
    """The rules that a short reason or a family names, beside those whose own text has the words; None for none."""
    said = fold(text)
    if len(said) < 2:
        return None

    def names(words: Words) -> bool:
        return said in fold(words.zh) or said in fold(words.en)

    families = [
        family for family in Family if names(family.words) or names(BY_FAMILY.get(family.code, family.words))
    ]
    codes = [
        *(code for code, words in BY_RULE.items() if names(words)),
        *(code for (_, code), words in BY_REASON.items() if names(words)),
    ]
    if not families and not codes:
        return None
    by_text = (Where(field, Op.HAS, text) for field in ("gist", "gist_en", "source", "code"))
    by_family = (Where("families", Op.HAS, family.code) for family in families)
    return Some((*by_text, *by_family, *([one_of("code", *codes)] if codes else [])))


def flags_of(family: Family, rules: Iterable[str]) -> Filter:
    """The flags of a family, whoever set them: by name, by one of its rules, or in own words of either language."""
    own = (name for names, words in BY_OWN_WORDS if words == BY_FAMILY[family.code] for name in names)
    return Some(
        (
            equals("family", family),
            both(empty("family"), one_of("rule", *rules)),
            *(Where("reason", Op.HAS, name) for name in own),
        )
    )


def short_reason(reason: str | Mapping[str, Stored], family: Stored = None) -> Words:
    """The short reason of a flag: of its family or its rule as it is stored, or of a person's own words."""
    if family in BY_FAMILY:
        rule = "" if isinstance(reason, str) else str(reason["code"] or "")
        return BY_REASON.get((str(family), rule)) or BY_FAMILY[str(family)]
    if not isinstance(reason, str):
        code, area = str(reason["code"] or ""), str(reason["area"] or "")
        return BY_RULE.get(code) or Words(area or code, str(reason["area_en"] or area or code))
    said = reason.lower()
    for names, words in BY_OWN_WORDS:
        if any(name in said for name in names):
            return words
    first = reason.splitlines()[0] if reason else ""
    text = first if len(first) <= LONGEST else first[:LONGEST] + "…"
    return Words(text, text)


def says_itself(evidence: str, short: Words) -> bool:
    """Whether evidence begins with the short reason, so that this need not stand before it."""
    return fold(evidence).startswith((fold(short.zh), fold(short.en)))


def weight(confidence: Confidence | None, family: Stored = None) -> tuple[int, int]:
    """Where a reason stands among those of one entry, everywhere: what came back, the most certain, the heaviest."""
    sure = -1 if family == Family.CAME_BACK.code else SURENESS.index(confidence)
    return sure, WEIGHTS.index(str(family)) if family in WEIGHTS else len(WEIGHTS)
