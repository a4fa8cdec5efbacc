"""What a street or county keeps of its villages: which there are, and the months they handed in."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from mingbai.domain.column import Column, Uid
from mingbai.domain.register import Register
from mingbai.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Village:
    """A village or community that hands in."""

    name: Annotated[str, Column("名称", "Name", also=("村（社区）", "村名", "社区名称"), find=True)]
    code: Annotated[str, Column("村（社区）代码", "Village code", also=("代码",), sort=True)] = ""
    in_use: Annotated[bool, Column("需要报送", "Hands in")] = True


VILLAGES = Register(
    "village",
    "下辖村（社区）",
    "Villages below",
    Village,
    titled="name",
    keys=(("code",),),
    belongs=Words("要向这里报月报的村（社区），列在这里", "The villages that hand in here"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One version of a village's month as it came in; what it says stays as it was."""

    village: Annotated[Uid, Column("村（社区）", "Village", to="village", sort=True)]
    period: Annotated[str, Column("月份", "Month", sort=True)]
    starts_on: Annotated[date, Column("开始日期", "From")]
    ends_on: Annotated[date, Column("结束日期", "To")]
    version: Annotated[int, Column("版次", "Version")]
    """0 for one typed in from paper, which any workbook stands above."""
    received_on: Annotated[date, Column("收到日期", "Received", sort=True, past=0)]
    made_on: Annotated[date | None, Column("填报日期", "Filed")] = None
    file: Annotated[str, Column("文件", "File")] = ""
    figures: Annotated[str, Column("指标值", "Values", long=True, leaves=False, inner=True)] = ""
    """JSON: figure code to its numbers as text."""
    sha256: Annotated[str, Column("文件校验值", "File SHA-256", leaves=False, inner=True)] = ""


SUBMISSIONS = Register(
    "submission",
    "各村月报",
    "Reports of villages",
    Submission,
    dated="received_on",
    titled="period",
    keys=(("village", "period", "version", "sha256"),),
    deeds_only=True,
    brief=("village", "period", "version", "received_on"),
    belongs=Words("各村报来的月报，由“汇总”收进来", "Reports of villages, taken in on the page Collection"),
)
