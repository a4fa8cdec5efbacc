"""Admission applications: a department asks that work be admitted to the village or community."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from mingbai.domain.choice import Choice
from mingbai.domain.column import Column, Personal, Uid
from mingbai.domain.filter import Op, Some, Today, Where, both, empty, equals
from mingbai.domain.frequency import Frequency
from mingbai.domain.heading_names import ENDS, HELD, NOTE, OFTEN, PHONE, STARTS, UNIT
from mingbai.domain.register import Computed, Register
from mingbai.domain.words import Words


class AdmissionKind(Choice):
    """What is to be admitted."""

    DUTY = "duty", "依法履职", "Statutory duty"
    HELP = "help", "依法协助", "Statutory assistance"
    TEMPORARY = "temporary", "临时任务", "Temporary task"
    PLAQUE = "plaque", "机构挂牌", "Organisation plaque"
    LOG_BOOK = "log_book", "工作台账", "Log book"
    MODEL = "model", "创建任务", "Model creation"
    INSPECTION = "inspection", "检查考核", "Inspection"
    SURVEY = "survey", "调查培训", "Survey or training"


class Opinion(Choice, narrow=True):
    """What one of those asked says to it."""

    AGREED = "agreed", "同意", "Agreed"
    CHANGED = "changed", "修改后同意", "Agreed after changes"
    DEFERRED = "deferred", "暂缓", "Deferred"
    REFUSED = "refused", "不同意", "Not agreed"


class AdmissionDecision(Choice, narrow=True):
    """What became of an application."""

    APPROVED = "approved", "准入", "Approved", "批准", "同意"
    REFUSED = "refused", "不予准入", "Refused", "不同意"
    WITHDRAWN = "withdrawn", "撤回", "Withdrawn"
    EXPIRED = "expired", "到期退出", "Expired", "已到期"


AHEAD, DECIDED_WITHIN = 30, 15
"""Working days before the work begins that one applies, and within which it is decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """One application, as written in the ledger."""

    applied_on: Annotated[
        date,
        Column(
            "申请日期",
            "Applied",
            also=(*HELD, "申报日期", "申请时间", "Applied on", "Date applied"),
            sort=True,
            past=0,
        ),
    ]
    department: Annotated[
        Uid,
        Column(
            "申请单位",
            "Applicant",
            also=("申报单位", "申请部门", "Applied by", *UNIT),
            to="department",
            sort=True,
        ),
    ]
    title: Annotated[str, Column("事项名称", "Title", also=("Item", "事项", "名称"), find=True)]
    kind: Annotated[AdmissionKind | None, Column("事项类别", "Kind", also=("类别",))] = None
    basis: Annotated[str, Column("准入依据", "Basis", also=("依据",), find=True)] = ""
    document: Annotated[str, Column("文（编）号", "Document number", also=("文号",), find=True)] = ""
    content: Annotated[str, Column("工作内容", "Content", also=("工作内容和要求",), long=True, find=True)] = (
        ""
    )
    frequency: Annotated[Frequency | None, Column("报送频次", "How often", also=OFTEN)] = None
    starts_on: Annotated[date | None, Column("起始日期", "Starts", also=STARTS, sort=True)] = None
    ends_on: Annotated[date | None, Column("截止日期", "Admitted until", also=ENDS, sort=True)] = None
    money: Annotated[
        Decimal | None, Column("经费保障（元）", "Money (yuan)", also=("经费保障", "经费", "Money", "Amount"))
    ] = None
    contact: Annotated[str, Column("联系人", "Contact", personal=Personal.NAME, leaves=False)] = ""
    phone: Annotated[str, Column("联系电话", "Phone", also=PHONE, personal=Personal.PHONE, leaves=False)] = ""
    town_opinion: Annotated[
        Opinion | None, Column("街道（乡镇）意见", "Township's opinion", also=("街道意见", "乡镇意见"))
    ] = None
    civil_opinion: Annotated[
        Opinion | None, Column("民政（社工）部门意见", "Civil affairs' opinion", also=("民政部门意见",))
    ] = None
    joint_opinion: Annotated[Opinion | None, Column("联席会议意见", "Joint meeting's opinion")] = None
    decision: Annotated[
        AdmissionDecision | None, Column("审批结果", "Decision", also=("结果", "是否准入", "Result"))
    ] = None
    decided_on: Annotated[
        date | None, Column("审批日期", "Decided", also=("Decided on", "批准日期"), sort=True, past=0)
    ] = None
    exit_on: Annotated[date | None, Column("退出日期", "Exited", sort=True)] = None
    exit_reason: Annotated[str, Column("退出原因", "Why it exited", find=True)] = ""
    note: Annotated[str, Column("备注", "Note", also=NOTE, long=True, find=True, leaves=False)] = ""


IN_FORCE = both(equals("decision", AdmissionDecision.APPROVED), empty("exit_on"))

ADMISSIONS = Register(
    "admission",
    "准入申请",
    "Admission applications",
    Admission,
    dated="applied_on",
    numbered=True,
    daily=True,
    brief=("applied_on", "title", "department", "decision", "decided_on"),
    computed={
        "waiting": Computed(Words("待审批", "Waiting"), empty("decision")),
        "running": Computed(
            Words("准入中", "In force"),
            both(IN_FORCE, Some((empty("ends_on"), Where("ends_on", Op.AT_LEAST, Today())))),
        ),
        "ended": Computed(
            Words("到期未退出", "Past its end"), both(IN_FORCE, Where("ends_on", Op.BELOW, Today()))
        ),
    },
    belongs=Words("部门申请准入的事项，记在这里", "Applications to admit work are listed here"),
)
