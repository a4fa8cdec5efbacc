"""Month reports that were sent, frozen, and figures of earlier periods typed in from paper."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from mingbai.domain.column import Column, Uid
from mingbai.domain.register import Register
from mingbai.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SentReport:
    """One version of a period as it was handed in; the values stay as they were."""

    period: Annotated[str, Column("期间", "Period", also=("月份", "Month"), sort=True)]
    version: Annotated[int, Column("版次", "Version")]
    sent_on: Annotated[date, Column("上报日期", "Sent", also=("报送日期",), sort=True)]
    sent_to: Annotated[str, Column("上报给", "Sent to", also=("报送单位",))] = ""
    figures: Annotated[str, Column("指标值", "Values", long=True)] = ""
    """JSON: figure code to the values of the report's columns."""
    sha256: Annotated[str, Column("文件校验值", "File SHA-256")] = ""
    heads: Annotated[str, Column("流水校验值", "Journal heads", long=True)] = ""
    """JSON: device to its last journal number and hash, so that a sent report anchors the journal."""


REPORTS = Register(
    "report",
    "月报",
    "Month reports",
    SentReport,
    dated="sent_on",
    titled="period",
    keys=(("period", "version"),),
    deeds_only=True,
    brief=("period", "version", "sent_on", "sent_to"),
    belongs=Words("上报过的月报，列在这里", "Month reports that were sent are listed here"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentSheet:
    """One sheet of a version as it was handed in, so that it can be seen again and held against what stands now.

    An entry of its own: erasing a person takes out the sheets that list what was theirs, and leaves the figures.
    """

    report: Annotated[Uid, Column("月报", "Month report", to="report")]
    place: Annotated[int, Column("次序", "Order")]
    tab: Annotated[str, Column("表名", "Sheet")]
    content: Annotated[str, Column("内容", "Content", long=True, leaves=False, inner=True)]
    """The sheet in its edition, packed."""


SENT_SHEETS = Register(
    "sent_sheet",
    "已上报的表",
    "Sheets of sent reports",
    SentSheet,
    titled="tab",
    keys=(("report", "place"),),
    deeds_only=True,
    belongs=Words(
        "上报月报时的各张表，由“月报”留在这里", "The sheets of a sent month report, kept by the page Report"
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastFigure:
    """A figure of an earlier period, typed in, so that the first year has something to compare with."""

    figure: Annotated[str, Column("指标", "Figure", find=True)]
    period: Annotated[str, Column("期间", "Period", also=("月份", "Month"), sort=True)]
    value: Annotated[Decimal, Column("数值", "Value")]
    source: Annotated[str, Column("来源", "Source", find=True)]


PAST_FIGURES = Register(
    "past_figure",
    "历史数据",
    "Past figures",
    PastFigure,
    titled="figure",
    keys=(("figure", "period"),),
    belongs=Words(
        "以前月份、季度、年的数，记在这里，月报用来比较",
        "Figures of earlier months, quarters and years, for comparison in the report",
    ),
)
