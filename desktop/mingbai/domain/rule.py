"""The reasons an entry can be flagged with, each with where it is written and how sure that is."""

from dataclasses import dataclass
from typing import Annotated

from mingbai.domain.certificate_type import Confidence
from mingbai.domain.column import Column
from mingbai.domain.register import Register


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
    kinds: Annotated[tuple[str, ...], Column("适用类别", "Kinds")] = ()
    in_use: Annotated[bool, Column("启用", "In use")] = True
    edition: Annotated[str, Column("版本", "Edition")] = ""
    confidence: Annotated[Confidence | None, Column("可信度", "How sure")] = None


RULES = Register(
    "rule", "核减依据", "Rules", Rule, titled="gist", keys=(("code",),), brief=("code", "confidence", "gist")
)
