"""Who wants the paper, as a resident says it: 银行要我开……, the bank asks for …"""

from __future__ import annotations

import re

from mingbai.domain.pattern import pattern
from mingbai.domain.text import capital, clean

_UNIT = (
    "(?:[\u4e00-\u9fff]{0,8}?(?:银行|信用社|派出所|公安局|社保局|人社局|医保局|民政局|房管局|不动产登记中心|公积金中心|政务中心|服务中心"
    "|公证处|法院|检察院|保险公司|电力公司|供电所|燃气公司|水务公司|自来水公司|通信公司|电信|移动|联通|幼儿园|小学|中学|学校|大学|医院"
    "|车管所|税务局|残联|妇联|工会|司法局|律师|仲裁委|殡仪馆|使馆|教育局|居委会|村委会|街道办?|镇政府|户籍科|单位|公司|厂里|学校里))"
)
_WANTS = pattern(
    rf"(?P<unit>{_UNIT})(?:那边|那儿|里|的人|工作人员|柜台|窗口)?(?:说|又|还|现在|非|一定|今天|昨天|刚刚?)*"
    "(?:要求|需要|要|让|叫|催)(?!饭|钱)(?:我们?|他们?|她们?|俺|咱们?|[\u4e00-\u9fff]{0,3})?(?:来|去|回来|到)?[^，。,;；]{0,10}?(?:开|打|出|提供|盖|证明|办|写|补|交)"
)
_FIRST = pattern(
    "^(?:我|俺|他|她|咱|因为|是|就是|现在|今天|昨天|刚才|刚刚|去|到|在|说|听|那个|这个|家里|孩子|老人|我们)+"
)
_WANTS_EN = pattern(
    r"(?:\b(?:the|my|her|his|our|their|an?)\s+|(?:^|[,.;:])\s*)(?P<unit>(?:[a-z]+\s+){0,2}?(?:bank|court|school|kindergarten|hospital|employer|company|notary|university"
    r"|bureau|office|police(?:\s+station)?|embassy|insurer|insurance\s+company|tax\s+office|housing\s+office|station))\s+"
    r"(?:now\s+|also\s+|still\s+)?(?:wants?|asks?|asked|needs?|requires?|demands?|says?|told|sent)\b",
    re.IGNORECASE,
)
_WHOM = "(?:我们?|他们?|她们?|俺|咱们?|本人|居民)?"
_GETS = "(?:来|去|回来|到)?(?:社区|居委会|村里|村委会)?(?:开具?|出具|提供|办理?|补办?|打|交|申请)?(?:了?[一个份张]{0,2})?"
_FOR_IT = pattern(
    rf"(?P<unit>{_UNIT})(?:那边|那儿|里)?(?:说|又|还|非|一定)*(?P<wants>(?:要求|需要|要|让|叫|催){_WHOM}{_GETS}\s*)$"
)
_WANTS_IT = pattern(rf"(?P<unit>{_UNIT})(?:那边|那儿|里)?(?:要求|需要|要|让|叫){_WHOM}{_GETS}的?$")
_UNIT_EN = (
    r"(?:the\s+|my\s+|her\s+|his\s+|our\s+|their\s+|an?\s+)?(?P<unit>(?:[a-z]+\s+){0,2}?(?:bank|court|school|kindergarten"
    r"|hospital|employer|company|notary|university|bureau|office|police(?:\s+station)?|embassy|insurer|station))"
)
_VERB_EN = r"(?:now\s+|also\s+|still\s+)?(?:wants?|asks?\s+(?:us\s+|him\s+|her\s+|them\s+)?for|asked\s+(?:us\s+)?for|needs?|requires?|demands?|wanted)"
_FOR_IT_EN = pattern(
    rf"(?:^|[,.;:]\s*){_UNIT_EN}(?P<wants>\s+{_VERB_EN}\s+(?:an?\s+|the\s+|our\s+)?)$", re.IGNORECASE
)
_WANTS_IT_EN = pattern(rf"{_UNIT_EN}\s+{_VERB_EN}(?:\s+(?:it|one|this|that))?$", re.IGNORECASE)
LONGEST = 2_000


def asks_for(before: str) -> tuple[int, int] | None:
    """Where the words stand at the end of a text by which a unit wants what follows: 银行要求开, the bank wants a."""
    found = _FOR_IT.search(before) or _FOR_IT_EN.search(before)
    return found.span("wants") if found is not None else None


def asker_alone(said: str) -> tuple[str, int, int] | None:
    """The unit, and where it stands, of words that say no more than that it wants the paper: 银行要的, bank wants it."""
    if (found := _WANTS_IT.fullmatch(said)) is not None:
        return found["unit"], *found.span("unit")
    if (found := _WANTS_IT_EN.fullmatch(said)) is not None:
        return capital(found["unit"]), *found.span("unit")
    return None


def asker_in(text: str) -> str:
    """The unit that sent somebody, in the words that were said; empty where none was named."""
    found = asker_at(text)
    return found[0] if found is not None else ""


def asker_at(text: str) -> tuple[str, int, int] | None:
    """The same with where it stands."""
    said = text[:LONGEST]
    if (found := _WANTS.search(said)) is not None:
        return _FIRST.sub("", clean(found["unit"])), *found.span("unit")
    if (found := _WANTS_EN.search(said)) is not None:
        return capital(clean(found["unit"])), *found.span("unit")
    return None
