"""表9 activities and experts, 表10 admissions and raised points; each only where there is something to list.

Home visits and clarifications for a colleague are counted on the first page and listed nowhere that leaves:
what was the matter would say whose it was.
"""

from __future__ import annotations

from collections.abc import Sequence

from mingbai.desk.month.blocks import Block, Listed, heads, rows_of_blocks
from mingbai.desk.month.edition import Edition
from mingbai.desk.month.figures import MonthFigures
from mingbai.desk.month.names import Names
from mingbai.desk.month.rows import NO_HOLIDAYS, counted_rows
from mingbai.desk.month.sentences import month_sentence
from mingbai.domain.activity import ACTIVITIES
from mingbai.domain.admission import ADMISSIONS
from mingbai.domain.expert import EXPERTS
from mingbai.domain.figures import FIGURES
from mingbai.domain.point import POINTS, PointKind
from mingbai.domain.reckoning import rows_behind
from mingbai.domain.sheet import Page, Sheet
from mingbai.domain.words import Words
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Entry, Ledger

ACTIVITY_BLOCK = Block(
    ACTIVITIES,
    Words("一、志愿服务与活动（{n}次）", "1. Activities ({n})"),
    (
        Listed("held_on", Words("日期", "Date")),
        Listed("title", Words("活动名称", "Title")),
        Listed("kind", Words("类别", "Kind")),
        Listed("turnout", Words("志愿者\n人次", "Volunteers\n(each time)")),
        Listed("served", Words("服务\n人次", "Served")),
        Listed("hours", Words("时长合计\n（小时）", "Hours of\nall")),
        Listed("amount", Words("增收金额\n（元）", "Earned\n(yuan)")),
    ),
    ("turnout", "served", "hours"),
)
EXPERT_BLOCK = Block(
    EXPERTS,
    Words("二、下沉帮扶（{n}人）", "2. Experts ({n})"),
    (
        Listed("came_on", Words("到岗日期", "Came")),
        Listed("title", Words("帮扶事项", "Helps with")),
        Listed("speciality", Words("专长", "Speciality")),
        Listed("left_on", Words("离岗\n日期", "Left")),
        Listed("department", Words("派出单位", "Sent by")),
    ),
)
ADMISSION_BLOCK = Block(
    ADMISSIONS,
    Words("一、准入申请（{n}项）", "1. Applications ({n})"),
    (
        Listed("applied_on", Words("申请日期", "Applied")),
        Listed("title", Words("事项名称", "Title")),
        Listed("department", Words("申请单位", "Applicant")),
        Listed("document", Words("文（编）号", "Document no."), document=True),
        Listed("decision", Words("审批结果", "Decision"), since="decided_on"),
        Listed("decided_on", Words("审批日期", "Decided")),
        Listed("exit_on", Words("退出日期", "Exited")),
    ),
)
POINT_BLOCK = Block(
    POINTS,
    Words("二、反映事项（{n}项）", "2. Raised points ({n})"),
    (
        Listed("raised_on", Words("反映日期", "Raised")),
        Listed("title", Words("反映事项", "Raised point")),
        Listed("raised_to", Words("反映对象", "Raised to")),
        Listed("answer", Words("答复内容", "Answer"), since="answered_on"),
        Listed("result", Words("结果", "Result"), since="answered_on"),
        Listed("answered_on", Words("答复日期", "Answered")),
    ),
)


def activities_sheet(ledger: Ledger, edition: Edition, figures: MonthFigures, names: Names) -> Sheet | None:
    """表9: the period's activities, and who was here to help."""
    wanted = rows_behind(FIGURES["expert.days"], edition.period.months, NO_HOLIDAYS, edition.until)
    experts = asked_entries(ledger, EXPERTS, wanted, edition.filed_on)
    activities = list(counted_rows(ledger, "activity.count", edition.period, edition.filed_on))
    if not activities and not experts:
        return None
    turnout, volunteers, hours = (
        figures.of(f"activity.{code}") for code in ("turnout", "volunteers", "hours")
    )
    return _sheet(
        edition,
        names,
        (Words("表9 活动与帮扶", "Table 9 Activities"), Words("活动与帮扶情况表", "Activities and Experts")),
        [(ACTIVITY_BLOCK, activities), (EXPERT_BLOCK, experts)],
        edition.table(edition.say("表9", "Table 9")),
        month_sentence(edition, turnout, "志愿者人次", "volunteers, each time they came"),
        month_sentence(edition, volunteers, "按姓名不重复的志愿者", "different volunteers, by name"),
        month_sentence(edition, hours, "志愿服务时长", "hours of volunteering"),
    )


def admissions_sheet(ledger: Ledger, edition: Edition, figures: MonthFigures, names: Names) -> Sheet | None:
    """表10: what was applied for and what was raised in the period."""
    period, today = edition.period, edition.filed_on
    applied = list(counted_rows(ledger, "admission.applied", period, today))
    raised = [
        entry
        for entry in counted_rows(ledger, "point.raised", period, today)
        if edition.full or entry.record.kind is not PointKind.CLARIFICATION
    ]
    if not applied and not raised:
        return None
    return _sheet(
        edition,
        names,
        (
            Words("表10 准入与反映", "Table 10 Admission"),
            Words("准入与反映事项表", "Admissions and Raised Points"),
        ),
        [(ADMISSION_BLOCK, applied), (POINT_BLOCK, raised)],
        edition.table(edition.say("表10", "Table 10")),
        month_sentence(edition, figures.of("admission.approved"), "准入事项", "admitted"),
        month_sentence(edition, figures.of("point.answered"), "收到答复", "points answered"),
    )


def _sheet(
    edition: Edition,
    names: Names,
    named: tuple[Words, Words],
    blocks: Sequence[tuple[Block, Sequence[Entry]]],
    right: str,
    *sentences: str,
) -> Sheet:
    columns = heads(edition, blocks[0][0])
    return edition.sheet(
        *named,
        columns,
        rows_of_blocks(edition, names, blocks, len(columns)),
        right=right,
        notes=(edition.say("；".join(sentences) + "。", ". ".join(sentences) + "."),),
        foot=edition.foot(),
        page=Page(one_page=False),
    )
