"""The reasons an entry can be flagged with, each with where it is written and how sure that is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from mingbai.domain.certificate_type import Confidence
from mingbai.domain.choice import Choice
from mingbai.domain.clue import readable
from mingbai.domain.column import Column
from mingbai.domain.field import Problem
from mingbai.domain.filter import equals
from mingbai.domain.register import SWITCHED, Computed, Register
from mingbai.domain.task import Ask, TaskKind
from mingbai.domain.words import Words
from mingbai.domain.written_day import written_day


class Family(Choice, narrow=True):
    """What can speak against an entry."""

    NO_DOCUMENT = (
        "no_document",
        "未见文号",
        "No document seen",
        "缺文号或备案号",
        "Document or filing number missing",
    )
    SAME_DATA = "same_data", "数据已报过", "Same data asked before"
    REPEATED_REPORT = "repeated_report", "同一期重复报送", "Reported twice in one period"
    FORBIDDEN_ASK = "forbidden_ask", "明文禁止的要求", "Forbidden ask"
    SHORT_NOTICE = "short_notice", "期限过紧", "Short notice", "Too short notice"
    NEGATIVE_LIST = "negative_list", "负面清单上的证明", "Certificate on the negative list"
    INSPECTION_LIMIT = (
        "inspection_limit",
        "督查检查考核的规定",
        "Rules on inspections",
        "督查检查考核超限",
        "Inspection over the limit",
    )
    MEETING_LIMIT = "meeting_limit", "会议的规定", "Rules on meetings", "会议超限", "Meeting over the limit"
    RECEPTION = (
        "reception",
        "公务接待的规定",
        "Rules on official visits",
        "公务接待超限",
        "Official visit over the limit",
    )
    PLAQUE = "plaque", "应清理的牌子", "Plaque to take down"
    ADMISSION = "admission", "准入缺失或已退出", "Admission missing or past its exit"
    CAME_BACK = "came_back", "核减后又出现", "Came back after a cut"


KINDS = {kind.code: kind.words for kind in TaskKind}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One clause that can be cited."""

    code: Annotated[str, Column("编码", "Code", find=True, sort=True)]
    gist: Annotated[str, Column("内容要点", "Gist", long=True, find=True, english="gist_en")]
    gist_en: Annotated[str, Column("内容要点（英文）", "Gist in English", long=True, find=True)] = ""
    area: Annotated[str, Column("领域", "Area", english="area_en")] = ""
    area_en: Annotated[str, Column("领域（英文）", "Area in English")] = ""
    clause: Annotated[str, Column("条款", "Clause", english="clause_en")] = ""
    clause_en: Annotated[str, Column("条款（英文）", "Clause in English")] = ""
    source: Annotated[str, Column("来源文件", "Source", find=True, english="source_en")] = ""
    source_en: Annotated[str, Column("来源文件（英文）", "Source in English")] = ""
    region: Annotated[str, Column("适用地区", "Region", english="region_en")] = ""
    region_en: Annotated[str, Column("适用地区（英文）", "Region in English")] = ""
    kinds: Annotated[tuple[str, ...], Column("适用类别", "Kinds", special=KINDS)] = ()
    families: Annotated[tuple[Family, ...], Column("用于提示", "Cited for")] = ()
    asks: Annotated[tuple[Ask, ...], Column("针对要求", "Speaks to")] = ()
    words: Annotated[tuple[str, ...], Column("触发词", "Words")] = ()
    excluded: Annotated[tuple[str, ...], Column("排除词", "Excluded words")] = ()
    issued: Annotated[str, Column("发布时间", "Issued", day=True)] = ""
    valid_from: Annotated[date | None, Column("施行日期", "Valid from")] = None
    valid_to: Annotated[date | None, Column("失效日期", "Valid to")] = None
    in_use: Annotated[bool, Column("启用", "In use")] = True
    edition: Annotated[str, Column("版本", "Edition")] = ""
    confidence: Annotated[Confidence | None, Column("可信度", "How sure")] = None

    @property
    def written(self) -> Words:
        """Where it is written: the document and the clause, which English parts by a comma."""
        clause_en = self.clause_en or self.clause
        return Words(
            self.source + self.clause,
            ", ".join(part for part in (self.source_en or self.source, clause_en) if part),
        )


def as_written(gist: Words, confidence: Confidence | None) -> Words:
    """The gist of a rule, in quotation marks where it is one of a document and not this program's own words."""
    return gist if confidence is Confidence.COMPILED else gist.quoted


def why_unusable(rule: Rule, day: date) -> Words | None:
    """Why a rule says nothing on that day, as a sentence that names it; None when it may speak.

    What was switched off needs no sentence, so that it is not asked here.
    """
    for problem in lacking(rule):
        return problem.words
    if rule.valid_from is not None and day < rule.valid_from:
        return NOT_YET.format(code=rule.code, day=written_day(rule.valid_from))
    if rule.valid_to is not None and day > rule.valid_to:
        return NO_LONGER.format(code=rule.code, day=written_day(rule.valid_to))
    return None


def lacking(rule: Rule) -> Iterator[Problem]:
    """What keeps a rule from being used at all, each as a sentence that names it."""
    named = rule.code or rule.gist
    if not rule.source.strip():
        yield Problem("source", NO_SOURCE.format(code=named))
    if not rule.issued.strip() and rule.valid_from is None:
        yield Problem("issued", NO_DATE.format(code=named))
    for word in rule.words:
        if not readable(word):
            yield Problem("words", BAD_WORD.format(code=named, word=word))


NO_SOURCE = Words(
    "依据“{code}”没有写来源文件，暂不使用，请补上",
    "Rule “{code}” names no source and is not used; add the document",
)
NO_DATE = Words(
    "依据“{code}”没有写发布时间，暂不使用，请补上",
    "Rule “{code}” has no date and is not used; add when it was issued",
)
BAD_WORD = Words(
    "依据“{code}”的触发词“{word}”读不懂，暂不使用，请检查括号、竖线和问号",
    "Rule “{code}” has a word that cannot be read, “{word}”, and is not used; check brackets, bars and question marks",
)
NOT_YET = Words(
    "依据“{code}”{day} 起施行，此前不使用", "Rule “{code}” holds from {day} and is not used before"
)
NO_LONGER = Words(
    "依据“{code}”{day} 后失效，不再使用", "Rule “{code}” held until {day} and is no longer used"
)


RULES = Register(
    "rule",
    "核减依据",
    "Rules",
    Rule,
    titled="gist",
    keys=(("code",),),
    brief=("code", "confidence", "gist"),
    computed={
        **SWITCHED,
        "reported": Computed(
            Words("报道所见", "Known from reports"), equals("confidence", Confidence.SECONDARY)
        ),
    },
    belongs=Words("减负的依据条款，列在这里", "Rules that burdens are checked against"),
    lacking=lacking,
)
