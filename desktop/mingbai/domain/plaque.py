"""Door plaques and wall boards: who had them hung, and when they were taken down or hung again."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from mingbai.domain.choice import Choice
from mingbai.domain.column import Column, Uid
from mingbai.domain.filter import one_of
from mingbai.domain.heading_names import NOTE, UNIT
from mingbai.domain.register import Computed, Register
from mingbai.domain.words import Words


class PlaqueKind(Choice):
    """What hangs there."""

    ORGANISATION = "organisation", "机构牌", "Organisation plaque"
    STUDIO = "studio", "工作室牌", "Studio plaque"
    DEMONSTRATION = "demonstration", "示范点牌", "Model-site plaque", "Demonstration-point plaque"
    RULES = "rules", "制度牌", "Rules board"
    NOTICE = "notice", "公示警示牌", "Notice or warning"


class PlaqueState(Choice, narrow=True):
    """How it stands with a plaque."""

    HUNG = "hung", "悬挂", "Hung", "保留", "在挂"
    TO_REMOVE = "to_remove", "拟摘", "To be taken down"
    REMOVED = "removed", "已摘", "Taken down", "摘除"
    MERGED = "merged", "合并", "Merged", "已合并"
    REHUNG = "rehung", "复挂", "Hung again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaque:
    """One plaque, as written in the ledger."""

    title: Annotated[
        str,
        Column("牌子名称", "Wording", also=("牌子", "名称", "牌匾名称", "Plaque", "Name", "Text"), find=True),
    ]
    department: Annotated[
        Uid | None,
        Column(
            "要求悬挂单位",
            "Asked for by",
            also=("要求单位", "挂牌单位", "要求部门", "Required by", *UNIT),
            to="department",
            sort=True,
        ),
    ] = None
    kind: Annotated[PlaqueKind | None, Column("类别", "Kind", also=("牌子类别", "类型", "Type"))] = None
    basis: Annotated[str, Column("依据", "Basis", also=("悬挂依据",), find=True)] = ""
    state: Annotated[PlaqueState, Column("状态", "Status", also=("State",))] = PlaqueState.HUNG
    hung_on: Annotated[
        date | None,
        Column(
            "悬挂日期",
            "Hung on",
            also=("挂牌日期", "挂牌时间", "悬挂时间", "Hung", "Date hung"),
            sort=True,
            past=0,
        ),
    ] = None
    removed_on: Annotated[
        date | None,
        Column(
            "摘除日期",
            "Taken down on",
            also=("摘牌日期", "摘牌时间", "Taken down", "Removed", "Removed on", "Date removed"),
            sort=True,
            past=0,
        ),
    ] = None
    rehung_on: Annotated[date | None, Column("复挂日期", "Hung again on", sort=True, past=0)] = None
    note: Annotated[str, Column("备注", "Note", also=NOTE, long=True, find=True, leaves=False)] = ""


PLAQUES = Register(
    "plaque",
    "牌子",
    "Door plaques",
    Plaque,
    dated="hung_on",
    keys=(),
    numbered=True,
    reviewed=True,
    brief=("title", "department", "state", "hung_on", "removed_on"),
    computed={
        "hanging": Computed(
            Words("挂着的", "Hanging"),
            one_of("state", PlaqueState.HUNG, PlaqueState.TO_REMOVE, PlaqueState.REHUNG),
        )
    },
    belongs=Words("挂过和挂着的牌子，记在这里", "Plaques up now and taken down are listed here"),
)
