"""The two-level list by which resident issues are sorted."""

from dataclasses import dataclass
from typing import Annotated

from mingbai.domain.column import Column
from mingbai.domain.register import Register
from mingbai.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueCategory:
    """One category, with the class that figures and sheets group by."""

    name: Annotated[str, Column("小类", "Category", find=True, sort=True, english="name_en")]
    name_en: Annotated[str, Column("小类（英文）", "Category in English", find=True)] = ""
    group: Annotated[str, Column("大类", "Class", find=True, english="group_en")] = ""
    group_en: Annotated[str, Column("大类（英文）", "Class in English")] = ""
    code: Annotated[str, Column("编码", "Code")] = ""
    edition: Annotated[str, Column("版本", "Edition")] = ""
    source: Annotated[str, Column("来源", "Source", english="source_en")] = ""
    source_en: Annotated[str, Column("来源（英文）", "Source in English")] = ""


ISSUE_CATEGORIES = Register(
    "issue_category",
    "诉求分类",
    "Issue categories",
    IssueCategory,
    titled="name",
    naming=True,
    keys=(("code",), ("name", "group")),
    belongs=Words("诉求的分类，列在这里", "Categories of resident issues"),
)
