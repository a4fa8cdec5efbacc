"""The town's duty lists, imported from its own document."""

from dataclasses import dataclass
from typing import Annotated

from mingbai.domain.column import Column
from mingbai.domain.register import Register
from mingbai.domain.task import Listing
from mingbai.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One item of the duty lists."""

    name: Annotated[str, Column("事项名称", "Title", also=("Item", "履职事项", "事项"), find=True)]
    listing: Annotated[Listing, Column("清单", "List", also=("清单类别", "类别"))]
    number: Annotated[str, Column("序号", "Number", also=("编号",), sort=True)] = ""
    leading: Annotated[
        str, Column("牵头部门", "Lead department", also=("对应上级部门", "承接部门"), find=True)
    ] = ""
    work: Annotated[str, Column("配合职责", "What we do", also=("工作方式",), long=True, find=True)] = ""
    edition: Annotated[str, Column("版本", "Edition")] = ""


DUTIES = Register(
    "duty",
    "履职清单",
    "Duty list",
    Duty,
    titled="name",
    keys=(("name", "listing"),),
    belongs=Words("乡镇的履职清单，放在这里", "The town’s duty lists"),
)
