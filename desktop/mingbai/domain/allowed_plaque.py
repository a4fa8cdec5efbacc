"""The list of plaques: which may hang at an office and which are to go, each with where that is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from mingbai.domain.certificate_type import Confidence
from mingbai.domain.choice import Choice
from mingbai.domain.column import Column
from mingbai.domain.field import Problem
from mingbai.domain.register import SWITCHED, Register
from mingbai.domain.words import Words


class Position(Choice):
    """Where a plaque hangs."""

    OUTDOOR = "outdoor", "室外", "Outdoors", "outside", "门口"
    INDOOR = "indoor", "室内", "Indoors", "inside", "上墙"
    EITHER = "either", "室内外均可", "Either", "均可", "不限"


class Standing(Choice, narrow=True):
    """What the list says of a plaque."""

    ALLOWED = "allowed", "可以悬挂", "May hang", "保留", "允许"
    REMOVE = "remove", "应摘除", "To be taken down", "摘除", "清理"
    MERGE = "merge", "应合并", "To be merged", "合并"


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowedPlaque:
    """One row: the wording of a plaque, several with 、 between them, and what is to become of it."""

    name: Annotated[
        str, Column("牌子名称", "Wording", also=("牌子", "名称", "Plaque"), find=True, english="name_en")
    ]
    standing: Annotated[Standing, Column("处理", "What is to be done", also=("状态", "Status"))]
    name_en: Annotated[str, Column("英文名称", "Name in English", find=True)] = ""
    position: Annotated[Position | None, Column("位置", "Place", also=("悬挂位置", "Position"))] = None
    region: Annotated[str, Column("适用地区", "Region", english="region_en")] = ""
    region_en: Annotated[str, Column("适用地区（英文）", "Region in English")] = ""
    note: Annotated[str, Column("说明", "Note", also=("备注",), long=True, english="note_en")] = ""
    note_en: Annotated[str, Column("说明（英文）", "Note in English", long=True)] = ""
    source: Annotated[str, Column("来源", "Source", also=("依据",), english="source_en")] = ""
    source_en: Annotated[str, Column("来源（英文）", "Source in English")] = ""
    in_use: Annotated[bool, Column("启用", "In use")] = True
    code: Annotated[str, Column("编码", "Code")] = ""
    edition: Annotated[str, Column("版本", "Edition")] = ""
    confidence: Annotated[Confidence | None, Column("可信度", "How sure")] = None


def lacking(row: AllowedPlaque) -> Iterator[Problem]:
    """What says that a plaque has to go says where that is written."""
    if row.standing is not Standing.ALLOWED and not row.source.strip():
        yield Problem("source", NO_SOURCE.format(name=row.name))


NO_SOURCE = Words(
    "“{name}”要摘除或合并，没有写来源，请补上文件",
    "“{name}” is to be taken down or merged, but no source is named; add the document",
)

ALLOWED_PLAQUES = Register(
    "allowed_plaque",
    "牌子目录",
    "Plaque list",
    AllowedPlaque,
    titled="name",
    keys=(("code",), ("name",)),
    brief=("name", "standing", "position", "in_use", "source"),
    computed=SWITCHED,
    belongs=Words("哪些牌子可以挂、哪些该摘，列在这里", "Plaques that may hang and those to be taken down"),
    lacking=lacking,
)
