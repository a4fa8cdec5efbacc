"""How long each kind of work takes by default: stated as a default, used only where nobody timed or asked."""

from dataclasses import dataclass
from typing import Annotated

from mingbai.domain.column import Column
from mingbai.domain.field import Minutes
from mingbai.domain.register import Register
from mingbai.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkKind:
    """One kind of work and the minutes of one person for one occurrence."""

    name: Annotated[str, Column("类别", "Kind", also=("事项类别", "Kind of work"), english="name_en")]
    minutes: Annotated[
        Minutes, Column("默认每次用时（分钟）", "Default minutes each time", also=("默认每次用时",))
    ]
    code: Annotated[str, Column("编码", "Code")] = ""
    name_en: Annotated[str, Column("英文名称", "Name in English")] = ""
    edition: Annotated[str, Column("版本", "Edition")] = ""
    source: Annotated[str, Column("来源", "Source", english="source_en")] = ""
    source_en: Annotated[str, Column("来源（英文）", "Source in English")] = ""


WORK_KINDS = Register(
    "work_kind",
    "默认用时",
    "Default minutes",
    WorkKind,
    titled="name",
    keys=(("code",),),
    brief=("name", "minutes"),
    belongs=Words("各类事项默认要用的分钟数", "Minutes that each kind of work takes by default"),
)
