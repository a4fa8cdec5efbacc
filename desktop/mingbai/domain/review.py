"""Flags and assessments: what was noticed about an entry, and what a person decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from mingbai.domain.choice import Choice
from mingbai.domain.column import ANY, Column, Uid
from mingbai.domain.demand import DEMANDS, MinutesSource
from mingbai.domain.field import MOST, Minutes, Problem
from mingbai.domain.filter import Op, Today, Where, both, empty, filled, one_of
from mingbai.domain.register import REGISTER_WORDS, Computed, Register
from mingbai.domain.rule import Family
from mingbai.domain.words import Words


class FlagState(Choice, narrow=True):
    """What became of a flag; a dismissed one stays so until its evidence changes."""

    OPEN = "open", "待研判", "Undecided", "Open"
    ACCEPTED = "accepted", "已采纳", "Accepted"
    DISMISSED = "dismissed", "不采纳", "Dismissed"


class Assessment(Choice, narrow=True):
    """What a person thinks should become of an entry; neutral words, nobody is accused."""

    NEEDED = "needed", "必要", "Needed", "需要", "有必要"
    MERGE = "merge", "可合并", "Merge"
    SIMPLIFY = "simplify", "可精简", "Simplify"
    CUT = "cut", "建议核减", "Suggest cut", "Suggest cutting"
    NOT_OURS = "not_ours", "不应承担", "Not ours", "不应由村（社区）承担", "hand_back", "退回"
    # What nobody looked at yet waits (待研判); this was looked at and left open.
    UNDECIDED = "undecided", "暂不定", "Left open", "待研判", "Undecided"


LIGHTENING = (Assessment.MERGE, Assessment.SIMPLIFY, Assessment.CUT, Assessment.NOT_OURS)
"""Assessments that ask for less."""


CUT = Words("已核减", "Cut")
CAME_BACK = Words("又来了", "Came back")
RECORDED_TWICE = Words("同一件登记了两次", "Recorded twice")


class Method(Choice, narrow=True):
    """By which way something really became less."""

    # 取消 alone reads on a key like the button that closes a dialog.
    CANCELLED = "cancelled", "不再要", "No longer asked", "取消", "Cancelled", "Canceled"
    MERGED = "merged", "合并报送", "Merged", "合并"
    RARER = "rarer", "降低频次", "Less often", "Rarer", "精简频次"
    THINNER = "thinner", "精简内容", "Less content", "Thinner"
    HANDED_BACK = "handed_back", "转由部门办理", "Handed back"
    SHARED_DATA = "shared_data", "改为共享数据", "Shared data", "Shared data instead"
    TAKEN_DOWN = "taken_down", "摘牌", "Taken down"
    EXITED = "exited", "退出", "Exited"


ENDING = (Method.CANCELLED, Method.MERGED, Method.RARER, Method.HANDED_BACK, Method.SHARED_DATA)
"""Ways of cutting after which something comes less often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """Something that speaks against an entry, with where it is written.

    With a family the program noticed it; without one a person did. What it was held against is an earlier
    entry, or the decision by which such a thing was cut.
    """

    register: Annotated[str, Column("登记簿", "Register", special=REGISTER_WORDS)]
    subject: Annotated[Uid, Column("事项", "Entry", to=ANY, sort=True)]
    flagged_on: Annotated[date, Column("提示日期", "Flagged", sort=True, past=0)]
    family: Annotated[Family | None, Column("提示类别", "Family")] = None
    rule: Annotated[Uid | None, Column("依据条款", "Rule", to="rule")] = None
    reason: Annotated[str, Column("理由", "Reason", long=True, find=True, instead="rule")] = ""
    evidence: Annotated[str, Column("证据", "Evidence", long=True, english="evidence_en")] = ""
    evidence_en: Annotated[str, Column("证据（英文）", "Evidence, English", long=True)] = ""
    other: Annotated[Uid | None, Column("对照的记录", "Held against", to=ANY, sort=True)] = None
    edition: Annotated[str, Column("规则版本", "Rule edition")] = ""
    state: Annotated[FlagState, Column("状态", "Status", also=("State",))] = FlagState.OPEN


FLAGS = Register(
    "flag",
    "提示",
    "Flags",
    Flag,
    dated="flagged_on",
    titled="reason",
    deeds_only=True,
    daily=True,
    brief=("flagged_on", "subject", "reason", "state"),
    belongs=Words("对照依据发现的提示，列在这里", "Flags on entries are listed here"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided about an entry, and what really changed.

    Without `effective_from` it is a suggestion (建议核减); with it something was really cut (已核减).
    Times are occurrences a year, minutes are for one occurrence and one person. What was merged points to
    the entry of the same register that stays.
    """

    register: Annotated[str, Column("登记簿", "Register", special=REGISTER_WORDS)]
    subject: Annotated[Uid, Column("事项", "Entry", to=ANY, sort=True)]
    assessment: Annotated[Assessment, Column("研判", "Assessment")]
    decided_on: Annotated[date, Column("研判日期", "Decided", sort=True, past=0)]
    title: Annotated[str, Column("事项名称", "Title", find=True)] = ""
    basis: Annotated[str, Column("依据或说明", "Basis", long=True, find=True)] = ""
    method: Annotated[Method | None, Column("减负方式", "Method", also=("方式",))] = None
    effective_from: Annotated[date | None, Column("执行日期", "Effective", sort=True)] = None
    times_before: Annotated[int | None, Column("核减前（次/年）", "Times a year before")] = None
    times_after: Annotated[int | None, Column("核减后（次/年）", "Times a year after")] = None
    minutes_before: Annotated[Minutes | None, Column("核减前每次用时", "Minutes before")] = None
    minutes_after: Annotated[Minutes | None, Column("核减后每次用时", "Minutes after")] = None
    people: Annotated[int, Column("每次人数", "People each time")] = 1
    minutes_source: Annotated[
        MinutesSource,
        Column("用时来源", "Source of minutes", also=("Minutes known by",), about="minutes_before"),
    ] = MinutesSource.DEFAULT
    counts_from: Annotated[date | None, Column("起算日期", "Counts from")] = None
    point: Annotated[Uid | None, Column("反映事项", "Raised point", to="point")] = None
    recheck_on: Annotated[date | None, Column("复查日期", "Recheck", sort=True, deadline=True)] = None
    rechecked_on: Annotated[date | None, Column("复查完成日期", "Rechecked")] = None
    came_back_on: Annotated[date | None, Column("又出现日期", "Came back", sort=True)] = None
    came_back_as: Annotated[Uid | None, Column("以何事项又出现", "Came back as", to="demand")] = None
    merged_into: Annotated[Uid | None, Column("并入事项", "Merged into", to=ANY, sort=True)] = None
    note: Annotated[str, Column("备注", "Note", long=True, find=True)] = ""

    @property
    def cut(self) -> bool:
        """Whether something really became less: as `IS_CUT` asks the ledger."""
        return self.assessment in LIGHTENING and self.effective_from is not None

    @property
    def recorded_twice(self) -> bool:
        """Whether it is one and the same as what it went into: nothing was asked for less."""
        return self.merged_into is not None and self.assessment not in LIGHTENING

    @property
    def thought(self) -> Words:
        """What was thought of it; of a second recording that it is one, for nobody thought it needed or not."""
        return RECORDED_TWICE if self.recorded_twice else self.assessment.words

    @property
    def suggestion(self) -> bool:
        """Whether less was asked for and nothing came of it yet: as `IS_SUGGESTION` asks the ledger."""
        return self.assessment in LIGHTENING and self.effective_from is None

    def recheck_due(self, today: date) -> bool:
        """Whether the day has come to look whether it stayed away: as `RECHECK_DUE` asks the ledger."""
        looked_at = self.rechecked_on or self.came_back_on
        return self.cut and looked_at is None and self.recheck_on is not None and self.recheck_on <= today

    @property
    def about_once(self) -> bool:
        """Whether it is about what was asked once: its times are then no times a year."""
        once = max(self.times_before or 0, self.times_after or 0) <= 1
        return once and self.register != DEMANDS.code

    @property
    def verdict(self) -> Words:
        """What stands now, in a word: that it came back or was cut, else what was thought of it."""
        if self.came_back_on is not None:
            return CAME_BACK
        return CUT if self.cut else self.thought

    @property
    def stands_since(self) -> date:
        """The day of what stands now: when it came back, from when it was cut, else when it was decided."""
        return self.came_back_on or (self.effective_from if self.cut else None) or self.decided_on


LOAD = ("times_before", "times_after", "minutes_before", "minutes_after", "people")
"""What tells how many hours a cut gives back."""


def contradictions(decision: Decision) -> Iterator[Problem]:
    """Times, minutes and people that cannot be, and cuts after which as much or more is asked for."""
    for name in LOAD:
        given = getattr(decision, name)
        if given is not None and not 0 <= given <= MOST:
            words = Words(
                "次数、用时和人数要在 0 到 {most} 之间", "Times, minutes and people lie between 0 and {most}"
            )
            yield Problem(name, words.format(most=MOST))
    before, after = decision.times_before, decision.times_after
    if before is not None and after is not None and after > before:
        words = Words(
            "核减后的次数（{after}）不能多于核减前（{before}）",
            "Times a year after ({after}) cannot exceed times before ({before})",
        )
        yield Problem("times_after", words.format(after=after, before=before))
    if decision.method in ENDING and after and after == before:
        yield Problem(
            "times_after",
            Words(
                "次数没有减少，请写明核减后的次数，或换一种方式",
                "Nothing was reduced; say how often it comes after the cut, or choose another method",
            ),
        )
    before, after = decision.minutes_before, decision.minutes_after
    if before is not None and after is not None and after > before:
        words = Words(
            "核减后每次用时（{after} 分钟）不能多于核减前（{before} 分钟）",
            "Minutes after ({after}) cannot exceed minutes before ({before})",
        )
        yield Problem("minutes_after", words.format(after=after, before=before))


ASKS_FOR_LESS = one_of("assessment", *LIGHTENING)
IS_CUT = both(ASKS_FOR_LESS, filled("effective_from"))
IS_SUGGESTION = both(ASKS_FOR_LESS, empty("effective_from"))
RECHECK_DUE = both(
    IS_CUT, Where("recheck_on", Op.AT_MOST, Today()), empty("rechecked_on"), empty("came_back_on")
)

DECISIONS = Register(
    "decision",
    "研判",
    "Assessments",
    Decision,
    dated="decided_on",
    deeds_only=True,
    afterwards=(*LOAD, "minutes_source", "basis", "note"),
    lacking=contradictions,
    daily=True,
    brief=("decided_on", "subject", "assessment", "method", "effective_from"),
    computed={"cut": Computed(CUT, IS_CUT)},
    belongs=Words("研判过的事项，列在这里", "Assessments are listed here"),
)
