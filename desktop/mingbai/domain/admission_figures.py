"""Figures of admissions and of raised points."""

from __future__ import annotations

from mingbai.domain.admission import AHEAD, AdmissionDecision
from mingbai.domain.figure import Duration, Figure, Flow, Stock, Unit
from mingbai.domain.filter import ALL, Filter, Not, both, empty, equals, filled, one_of
from mingbai.domain.point import PointKind, PointResult
from mingbai.domain.task import Listing
from mingbai.domain.task_figures import STANDS
from mingbai.domain.words import Words

IS_ADMITTED = one_of("decision", AdmissionDecision.APPROVED, AdmissionDecision.EXPIRED)


def _flow(
    code: str,
    zh: str,
    en: str,
    note: Words,
    dated: str,
    where: Filter = ALL,
    *,
    within: tuple[str, int] | None = None,
) -> Flow:
    return Flow(
        code=code,
        words=Words(zh, en),
        unit=Unit.MATTER,
        note=note,
        register=code.partition(".")[0],
        dated=dated,
        where=where,
        within=within,
    )


def _standing(code: str, zh: str, en: str, note: Words, since: str, until: str, where: Filter = ALL) -> Stock:
    return Stock(
        code=code,
        words=Words(zh, en),
        unit=Unit.MATTER,
        note=note,
        register=code.partition(".")[0],
        since=since,
        until=until,
        where=where,
    )


ADMISSION_FIGURES: tuple[Figure, ...] = (
    _flow(
        "admission.applied",
        "申请准入",
        "Admissions applied for",
        Words("申请日期在本期内的事项", "Applied for in the period"),
        "applied_on",
    ),
    _flow(
        "admission.late",
        "提前不足30个工作日",
        "less than 30 days ahead",
        Words(
            "从申请次日到起始日期不足30个工作日的申请",
            "Applications less than 30 working days before the work begins",
        ),
        "applied_on",
        within=("starts_on", AHEAD),
    ),
    _flow(
        "admission.no_money",
        "未填经费保障",
        "without money",
        Words("申请准入而未填经费保障的事项", "Applications without money for the work"),
        "applied_on",
        empty("money"),
    ),
    _flow(
        "admission.approved",
        "准入事项",
        "Admitted",
        Words(
            "本期审批为准入的事项，后来到期退出的也在内",
            "Approved in the period, those that expired since too",
        ),
        "decided_on",
        IS_ADMITTED,
    ),
    _flow(
        "admission.refused",
        "不予准入",
        "Refused",
        Words("本期审批为不予准入的事项", "Refused in the period"),
        "decided_on",
        equals("decision", AdmissionDecision.REFUSED),
    ),
    _standing(
        "admission.waiting",
        "待审批（期末）",
        "Waiting (at end)",
        Words("期末尚未审批的申请", "Applications not decided by the period's end"),
        "applied_on",
        "decided_on",
    ),
    Duration(
        code="admission.days",
        words=Words("审批用时（中位数）", "Days to decide (median)"),
        unit=Unit.WORKING_DAYS,
        note=Words(
            "申请次日起至审批日的工作日，取本期审批事项的中位数；应在15个工作日内",
            "Working days from the day after applying to the decision, median of those decided in the period; "
            "15 are allowed",
        ),
        register="admission",
        dated="decided_on",
        start="applied_on",
        end="decided_on",
    ),
    _standing(
        "admission.early",
        "未准入先开展（期末）",
        "Begun, not admitted (end)",
        Words(
            "期末起始日期已到而没有准入、也未退出的申请事项",
            "Applications whose work has begun by the period's end without admission and without exit",
        ),
        "starts_on",
        "exit_on",
        both(filled("starts_on"), Not(IS_ADMITTED)),
    ),
    _standing(
        "admission.past_end",
        "到期未退出（期末）",
        "Past its end (at end)",
        Words(
            "已准入、截止日期已到而未退出的事项", "Admitted, and not exited although the last day has come"
        ),
        "ends_on",
        "exit_on",
        both(filled("ends_on"), IS_ADMITTED),
    ),
    _flow(
        "admission.exited",
        "退出事项",
        "Exited",
        Words("退出日期在本期内的事项", "Exited in the period"),
        "exit_on",
    ),
    Flow(
        code="task.not_admitted",
        words=Words("未经准入的交办", "Assigned, not admitted"),
        unit=Unit.ITEM,
        note=Words(
            "本期收到、由人确认为清单外且没有准入申请的事项",
            "Received in the period, confirmed by a person as on no list, without an admission",
        ),
        register="task",
        dated="received_on",
        where=both(STANDS, equals("listing", Listing.NOT_LISTED), empty("admission")),
    ),
)

POINT_FIGURES: tuple[Figure, ...] = (
    _flow(
        "point.raised",
        "向上反映事项",
        "Points raised",
        Words("反映日期在本期内的事项", "Raised in the period"),
        "raised_on",
    ),
    _flow(
        "point.joint",
        "其中：提交联席会议",
        "of which joint meeting",
        Words("本期提交联席会议的事项", "Raised to the joint meeting in the period"),
        "raised_on",
        equals("kind", PointKind.JOINT),
    ),
    _flow(
        "point.corrections",
        "请求纠正",
        "corrections",
        Words("本期请求纠正的事项", "Corrections asked for in the period"),
        "raised_on",
        equals("kind", PointKind.CORRECTION),
    ),
    _flow(
        "point.clarifications",
        "澄清正名",
        "clarifications",
        Words("本期为同事请求澄清正名的事项", "Clarifications for a colleague asked for in the period"),
        "raised_on",
        equals("kind", PointKind.CLARIFICATION),
    ),
    _flow(
        "point.answered",
        "收到答复",
        "Points answered",
        Words("答复日期在本期内的事项", "Answered in the period"),
        "answered_on",
    ),
    _flow(
        "point.done",
        "已落实",
        "carried out",
        Words("本期答复且已落实的事项", "Answered in the period, and carried out"),
        "answered_on",
        equals("result", PointResult.DONE),
    ),
    _standing(
        "point.open",
        "待答复（期末）",
        "Without answer (at end)",
        Words("期末尚未答复的反映事项", "Raised and not answered by the period's end"),
        "raised_on",
        "answered_on",
    ),
    Duration(
        code="point.days",
        words=Words("答复用时（中位数）", "Days to answer (median)"),
        unit=Unit.WORKING_DAYS,
        note=Words(
            "反映次日起至答复日的工作日，取本期答复事项的中位数",
            "Working days from the day after raising to the answer, median of those answered in the period",
        ),
        register="point",
        dated="answered_on",
        start="raised_on",
        end="answered_on",
    ),
    Flow(
        code="cut.by_point",
        words=Words("有反映的研判", "assessed after a raised point"),
        unit=Unit.MATTER,
        note=Words(
            "研判日期在本期内、有对应反映事项的研判", "Decisions of the period that follow a raised point"
        ),
        register="decision",
        dated="decided_on",
        where=filled("point"),
    ),
)
