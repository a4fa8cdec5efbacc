"""The units that hand work down, and how high they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from mingbai.domain.choice import Choice
from mingbai.domain.column import Column
from mingbai.domain.register import Register


class Level(Choice):
    """How high a unit stands above the village or community; all that a submission says of it."""

    TOWNSHIP = "township", "镇街", "Township", "镇", "乡", "乡镇", "街道", "镇（街道）"
    COUNTY = "county", "区县", "County", "县", "区", "县区", "区级", "县级", "District"
    CITY = "city", "市级", "City", "市"
    PROVINCE = "province", "省级", "Province", "省", "自治区"
    CENTRAL = "central", "中央", "Central", "国家"
    OTHER = "other", "其他", "Other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """One unit, shown by name wherever it is referred to; created when first named."""

    name: Annotated[
        str, Column("单位名称", "Name", also=("单位", "部门"), find=True, sort=True, english="name_en")
    ]
    name_en: Annotated[str, Column("英文名称", "Name in English", find=True)] = ""
    short: Annotated[str, Column("简称", "Short name", find=True, english="short_en")] = ""
    short_en: Annotated[str, Column("英文简称", "Short name in English", find=True)] = ""
    also: Annotated[tuple[str, ...], Column("别名", "Other names")] = ()
    level: Annotated[Level | None, Column("层级", "Level", sort=True)] = None
    code: Annotated[str, Column("编码", "Code")] = ""
    edition: Annotated[str, Column("版本", "Edition")] = ""
    source: Annotated[str, Column("来源", "Source")] = ""


DEPARTMENTS = Register(
    "department", "单位", "Departments", Department, titled="name", keys=(("code",), ("name",))
)
