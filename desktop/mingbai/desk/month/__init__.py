"""The month report: the figures of a month, its sheets, and the versions that were sent."""

from mingbai.desk.month.changes import Difference, differences
from mingbai.desk.month.comparison import Comparison, compared, comparison_workbook, write_comparison
from mingbai.desk.month.figures import Compared, MonthFigures, month_figures, printed_codes, table1_codes
from mingbai.desk.month.frozen import as_json
from mingbai.desk.month.report import month_workbook, report_caption, send, write_report
from mingbai.desk.month.sent import latest_sent, sent_values, sent_versions
from mingbai.desk.month.told import as_lines_of

__all__ = [
    "Compared",
    "Comparison",
    "Difference",
    "MonthFigures",
    "as_json",
    "as_lines_of",
    "compared",
    "comparison_workbook",
    "differences",
    "latest_sent",
    "month_figures",
    "month_workbook",
    "printed_codes",
    "report_caption",
    "send",
    "sent_values",
    "sent_versions",
    "table1_codes",
    "write_comparison",
    "write_report",
]
