"""Every figure, listed by hand, and those on the one page of the month report.

Only what a person confirmed is counted; open flags never. Figures that stand on no page are parts of
those that do, or stand in the detail sheets.
"""

from __future__ import annotations

from mingbai.domain.admission_figures import ADMISSION_FIGURES, POINT_FIGURES
from mingbai.domain.certificate_figures import CERTIFICATE_FIGURES
from mingbai.domain.cut_figures import CUT_FIGURES
from mingbai.domain.figure import Figure, Given, Stock, Unit
from mingbai.domain.issue_figures import ISSUE_FIGURES
from mingbai.domain.meeting_figures import MEETING_FIGURES
from mingbai.domain.reception_figures import PLAQUE_FIGURES, RECEPTION_FIGURES
from mingbai.domain.task_figures import DEMAND_FIGURES, TASK_FIGURES
from mingbai.domain.time_figures import ACTIVITY_FIGURES, EXPERT_FIGURES, HOURS_FIGURES, VISIT_FIGURES
from mingbai.domain.words import Words

PLACE_FIGURES: tuple[Figure, ...] = (
    Stock(
        code="staff.count",
        words=Words("工作人员（期末）", "Staff (at end)"),
        unit=Unit.PERSONS,
        note=Words(
            "期末在岗工作人员；期末当天离岗的不计",
            "Staff at the period's end; those leaving on its last day are not counted",
        ),
        register="staff",
        since="since",
        until="until",
    ),
    Given(
        code="place.residents",
        words=Words("常住人口", "Residents"),
        unit=Unit.PERSONS,
        note=Words(
            "期末时设置中的常住人口；设置以前的月份写“—”",
            "Residents as set at the period's end; “—” for months before they were set",
        ),
        place_field="residents",
    ),
)

FIGURES: dict[str, Figure] = {
    figure.code: figure
    for figure in (
        *TASK_FIGURES,
        *DEMAND_FIGURES,
        *CUT_FIGURES,
        *CERTIFICATE_FIGURES,
        *ISSUE_FIGURES,
        *MEETING_FIGURES,
        *RECEPTION_FIGURES,
        *PLAQUE_FIGURES,
        *VISIT_FIGURES,
        *ACTIVITY_FIGURES,
        *EXPERT_FIGURES,
        *ADMISSION_FIGURES,
        *POINT_FIGURES,
        *HOURS_FIGURES,
        *PLACE_FIGURES,
    )
}

TABLE1: tuple[tuple[Words, tuple[str, ...]], ...] = (
    (
        Words("上级交办", "Assignments"),
        (
            "task.received",
            "task.forms",
            "task.no_document",
            "task.short_notice",
            "task.on_list",
            "task.per_staff",
        ),
    ),
    (
        Words("核减与反弹", "Cut, came back"),
        ("cut.suggested", "cut.done", "cut.times", "cut.came_back", "cut.hours"),
    ),
    (
        Words("证明事项", "Certificate requests"),
        ("cert.asked", "cert.declined", "cert.stamped", "cert.other", "cert.top", "cert.cancelled"),
    ),
    (
        Words("居民诉求", "Resident issues"),
        (
            "issue.received",
            "issue.closed",
            "issue.open",
            "issue.on_time",
            "issue.solved",
            "issue.satisfied",
            "issue.days",
            "issue.top",
            "issue.per_1000",
        ),
    ),
    (
        Words("会议检查", "Meetings, checks"),
        (
            "meeting.count",
            "meeting.hours",
            "inspection.count",
            "inspection.planned",
            "inspection.papers",
        ),
    ),
    (
        Words("接待牌子", "Visits, plaques"),
        (
            "reception.count",
            "reception.no_letter",
            "reception.cost",
            "plaque.standing",
            "plaque.removed",
            "plaque.rehung",
        ),
    ),
    (
        Words("走访准入", "With residents"),
        (
            "visit.count",
            "activity.volunteers",
            "hours.with_residents",
            "admission.approved",
            "point.answered",
        ),
    ),
)
"""The one page of the month report: groups in order, and their figures in order."""
