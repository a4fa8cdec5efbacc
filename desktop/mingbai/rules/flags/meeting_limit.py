"""Meetings: too long a speech, too long altogether, nested, or the chief called by a deputy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.domain.rule import Family
from mingbai.domain.text import fold
from mingbai.domain.words import Words
from mingbai.rules.flags.matter import MEETING, Around, Matter, Need, Suggestion
from mingbai.rules.flags.saying import same, suggestion

SPEECH, WHOLE = 60, 240
LONG_SPEECH = Words("主讲时间超过 1 小时", "The main speech is longer than an hour")
LONG_MEETING = Words("会议超过半天", "The meeting is longer than half a day")
NESTED = Words("会议层层套开", "The meeting is repeated level by level")
CHIEF = Words(
    "分管负责人召集的会议要求主要负责人参加", "A deputy calls the meeting and the chief has to attend"
)
MINUTES = Words("{n} 分钟，上限 {most} 分钟", "{n} minutes; the limit is {most}")

_DEPUTY = re.compile(
    r"分管[^，。,;；]{0,10}?(?:召集|主持|牵头|召开|组织)|副(?:书记|主任|镇长|乡长|区长|县长|局长|市长|科长|处长|部长|站长|所长|主席|秘书长|调研员)[^，。,;；]{0,12}?(?:召集|主持|牵头|召开|组织|通知|叫|喊)"
    r"|(?:召集人|主持人|召集|主持)[:：为是]?[^，。,;；]{0,10}?(?:分管|副(?:书记|主任|镇长|乡长|区长|县长|局长|市长|科长|处长|部长|主席))"
    r"|\b(?:called|convened|chaired|hosted|held|organised|organized|led|summoned|run) by (?:the |a |an )?[^.,;]{0,40}?(?:deputy|vice)|\b(?:deputy|vice)[ -][^.,;]{0,40}?(?:calls|convenes|chairs|called|convened|chaired|hosts|summons)"
    r"|\bofficial in charge of (?:the |this )?(?:field|line|work)"
)
_CHIEF = re.compile(
    r"主要负责(?:同志|人)|一把手|党政正职|(?:村|社区)?(?:党组织|党委|党总支|总支|党支部|支部)?书记|(?:村|居)委会?主任|社区主任|村主任|书记主任|正职|"
    r"\b(?:the )?(?:party secretar(?:y|ies)|secretar(?:y|ies)|chiefs?|heads? of|number one|top leaders?|main leaders?|directors? of the (?:community|village)|community directors?|village heads?|community heads?|heads?)\b"
)
_HAS_TO = re.compile(
    r"参加|参会|到会|出席|必须|务必|须|要求|亲自|不得请假|不准请假|不得代|到场|点名|"
    r"\b(?:attend|attends|must|required|has to|have to|in person|come|present|no substitutes?|no replacements?|no proxies)\b"
)
_FREED = re.compile(
    r"不要求|无需|不必|不用|可(?:由|以|委托|派)|或(?:其)?(?:委托|委派|指派|指定|安排|分管|其他|副)|均可|自愿|\b(?:not required|need not|no need|may send|or a (?:deputy|colleague)|optional|not have to|or (?:his|her|their) deput|anyone|any member)\b"
)


def needs(_: Matter) -> tuple[Need, ...]:
    """Nothing but the entry itself."""
    return ()


def judge(matter: Matter, around: Around) -> Iterator[Suggestion]:
    """Each reason by itself."""
    if matter.register != MEETING:
        return
    family, rules = Family.MEETING_LIMIT, around.rules
    long = rules.cite(family, "GD-MTG-4")
    if long and matter.speech_minutes is not None and matter.speech_minutes > SPEECH:
        yield suggestion(family, long, LONG_SPEECH, MINUTES.format(n=matter.speech_minutes, most=SPEECH))
    if long and matter.minutes is not None and matter.minutes > WHOLE and not matter.groups:
        yield suggestion(family, long, LONG_MEETING, MINUTES.format(n=matter.minutes, most=WHOLE))
    if matter.nested and (rule := rules.cite(family, "GD-MTG-2")) is not None:
        yield suggestion(family, rule, NESTED, Words("层层套开：是", "Nested: yes"))
    told = _chief_called(matter)
    if told and (rule := rules.cite(family, "GD-MTG-3")) is not None:
        yield suggestion(family, rule, CHIEF, same(told))


def _chief_called(matter: Matter) -> str:
    """The words by which a deputy's meeting wants the chief."""
    text = "\n".join(part for part in (matter.title, matter.content, matter.note) if part)
    folded = fold(text)
    deputy = _DEPUTY.search(folded)
    if deputy is None:
        return ""
    required = fold(matter.required)
    if _CHIEF_CALLS.search(folded) or _FREED.search(folded) or _FREED.search(required):
        return ""
    if _CHIEF.search(_NO_CHIEF.sub("", required)):
        return f"{text}；{matter.required}"
    rest = _NO_CHIEF.sub("", folded[: deputy.start()] + "\n" + folded[deputy.end() :])
    return text if _CHIEF.search(rest) and _HAS_TO.search(rest) else ""


_CHIEF_CALLS = re.compile(
    r"(?:^|[^副管])(?:党委书记|书记|镇长|乡长|县长|区长|市长|局长|主任|主要负责(?:人|同志)|主要领导|一把手)[^，。,;；副]{0,6}(?:主持|召集|召开)"
)
_NO_CHIEF = re.compile(
    r"副(?:书记|主任)|(?:deputy|vice)[ -](?:party )?(?:secretary|director|head)s?|分管[^，。]{0,4}(?:书记|主任)|第一书记"
)
