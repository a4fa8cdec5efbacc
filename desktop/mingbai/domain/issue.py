"""Resident issues: what a resident or the 12345 hotline asks us to solve."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from mingbai.domain.choice import Choice
from mingbai.domain.column import Column, Personal, Uid
from mingbai.domain.field import Minutes
from mingbai.domain.filter import Op, Today, Where, both, empty
from mingbai.domain.heading_names import (
    CAME_BY,
    CLOSED,
    DUE,
    MINUTES,
    NOTE,
    OWNER,
    PERSON,
    PHONE,
    PLACE,
    RECEIVED,
    SATISFACTION,
    SOLVED,
    TOLD,
    UNIT,
)
from mingbai.domain.register import Computed, Register
from mingbai.domain.words import Words


class IssueChannel(Choice):
    """By which way an issue reached us."""

    HOTLINE = "hotline", "12345热线转办", "12345 hotline", "12345热线", "12345", "热线"
    IN_PERSON = (
        "in_person",
        "居民上门",
        "In person",
        "上门来访",
        "来访",
        "上门",
        "walk in",
        "walked in",
        "came in",
        "at the counter",
        "face to face",
    )
    PHONE = "phone", "电话", "Phone", "来电", "phone call", "called", "by phone", "telephone"
    CHAT = "chat", "微信群", "Chat group", "微信", "WeChat", "WeChat group", "微信反映"
    GRID = "grid", "网格员上报", "Grid worker"
    HOME_VISIT = "home_visit", "走访发现", "Home visit", "入户走访"
    ONLINE = (
        "online",
        "网络留言",
        "Online message",
        "website",
        "email",
        "e-mail",
        "mail",
        "领导留言",
        "网上留言",
        "邮件",
        "电子邮件",
    )
    PETITION = "petition", "信访转办", "Petition office"
    COUNCIL = "council", "居民议事会", "Residents' council"
    OTHER = "other", "其他", "Other"


class DemandType(Choice):
    """What kind of thing a resident asks for."""

    QUESTION = "ZX", "咨询", "Question"
    HELP = "QZ", "求助", "Request for help"
    COMPLAINT = "TS", "投诉", "Complaint"
    WRONGDOING = "JB", "举报", "Report of wrongdoing"
    SUGGESTION = "JY", "建议", "Suggestion"
    PRAISE = "BY", "表扬", "Praise"
    OTHER = "QT", "其他", "Other"


class Urgency(Choice):
    """How soon an issue must be seen to."""

    NORMAL = "normal", "一般", "Normal"
    PRESSING = "pressing", "较急", "Pressing"
    URGENT = "urgent", "紧急", "Urgent", "特急"


class Solved(Choice, narrow=True, yes="solved"):
    """What came of an issue."""

    SOLVED = "solved", "已解决", "Solved", "解决"
    PARTLY = "partly", "部分解决", "Partly solved"
    PLANNED = "planned", "列入计划", "Planned"
    EXPLAINED = "explained", "解释说明", "Explained"
    CANNOT = "cannot", "无法解决", "Cannot be solved"


class Satisfaction(Choice, narrow=True, yes="satisfied", no="not"):
    """What the resident thought of it."""

    VERY = "very", "非常满意", "Very satisfied", "很满意", "十分满意", "特别满意"
    SATISFIED = "satisfied", "满意", "Satisfied"
    FAIRLY = "fairly", "基本满意", "Fairly satisfied", "比较满意", "较满意", "较为满意"
    NOT = "not", "不满意", "Not satisfied", "很不满意", "不太满意", "Unsatisfied", "Dissatisfied"
    UNRATED = "unrated", "未评价", "Not rated", "没评价", "没有评价"


SATISFIED = (Satisfaction.VERY, Satisfaction.SATISFIED, Satisfaction.FAIRLY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One issue of a resident, as written in the ledger."""

    accepted_at: Annotated[
        datetime,
        Column(
            "受理时间",
            "Accepted",
            also=(*RECEIVED, "留言时间", "派发时间"),
            sort=True,
            past=0,
            now=True,
        ),
    ]
    title: Annotated[
        str,
        Column(
            "诉求标题",
            "Title",
            also=(
                "诉求",
                "反映问题",
                "反映事项",
                "诉求事项",
                "主要诉求",
                "问题",
                "事由",
                "What the resident asked",
                "What was asked",
                "Request",
                "Asked for",
                "Issue",
                "Problem",
                "Matter",
                "Subject",
                "Complaint",
                "诉求主题",
                "留言标题",
                "留言主题",
                "标题",
                "事项名称",
            ),
            find=True,
            instead="content",
        ),
    ]
    order_no: Annotated[
        str,
        Column(
            "工单编号",
            "Order number",
            also=(
                *("热线工单编号", "办件编号", "留言编号", "工单号", "受理编号", "受理单号"),
                *("Order no", "Order ID", "Work order", "Ticket", "Ticket number", "Case number"),
            ),
            find=True,
        ),
    ] = ""
    channel: Annotated[IssueChannel | None, Column("受理渠道", "Channel", also=(*CAME_BY, "办件来源"))] = None
    demand_type: Annotated[
        DemandType | None,
        Column("诉求类型", "Type", also=("业务类型", "留言类型", "诉求类别", "类型", "Kind")),
    ] = None
    urgency: Annotated[
        Urgency | None, Column("诉求等级", "Urgency", also=("紧急程度", "How urgent", "Priority"))
    ] = None
    category: Annotated[
        Uid | None,
        Column(
            "诉求分类",
            "Category",
            also=("事项小类", "分类", "类别", "一级标签", "Class"),
            to="issue_category",
            sort=True,
        ),
    ] = None
    content: Annotated[
        str,
        Column(
            "诉求内容",
            "Content",
            also=("留言详情", "留言内容", "问题描述", "内容", "详情", "具体情况", "Details", "Description"),
            long=True,
            find=True,
            personal=Personal.STORY,
            leaves=False,
        ),
    ] = ""
    place: Annotated[
        str,
        Column(
            "小区或网格",
            "Place",
            also=PLACE,
            find=True,
            sort=True,
            personal=Personal.ADDRESS,
        ),
    ] = ""
    resident: Annotated[
        str,
        Column(
            "诉求人",
            "Resident",
            also=(*PERSON, "诉求人姓名", "留言用户"),
            find=True,
            personal=Personal.NAME,
            leaves=False,
        ),
    ] = ""
    phone: Annotated[
        str,
        Column(
            "联系电话",
            "Phone",
            also=(*PHONE, "Contact", "诉求人电话"),
            find=True,
            personal=Personal.PHONE,
            leaves=False,
        ),
    ] = ""
    leading: Annotated[
        Uid | None,
        Column(
            "承办单位",
            "Leading unit",
            also=(
                "办理单位",
                "答复单位",
                "承办部门",
                "责任单位",
                "主办单位",
                "Lead unit",
                "Unit in charge",
                *UNIT,
            ),
            to="department",
        ),
    ] = None
    helping: Annotated[
        tuple[str, ...], Column("协办单位", "Helping units", also=("协办部门", "Helping unit"))
    ] = ()
    expert: Annotated[Uid | None, Column("帮扶专家", "Expert", to="expert", leaves=False)] = None
    owner: Annotated[Uid | None, Column("经办人", "Handled by", also=OWNER, to="staff", leaves=False)] = None
    due_at: Annotated[
        datetime | None,
        Column("办理时限", "Due", also=(*DUE, "承诺完成时间"), sort=True, deadline=True),
    ] = None
    limit_used: Annotated[str, Column("时限依据", "Limit used", offers="time_limit")] = ""
    closed_at: Annotated[
        datetime | None,
        Column(
            "办结时间",
            "Closed",
            also=(*CLOSED, "答复时间", "回复时间", "完成时间"),
            sort=True,
            past=0,
        ),
    ] = None
    result: Annotated[
        str,
        Column(
            "处理结果",
            "Result",
            also=(
                *("反馈内容", "答复意见", "答复内容", "办理情况", "处理情况", "处理意见", "解决措施"),
                *("Reply", "Response", "Answer", "Action taken", "What was done"),
            ),
            long=True,
            find=True,
            personal=Personal.STORY,
            leaves=False,
        ),
    ] = ""
    solved: Annotated[
        Solved | None,
        Column("是否解决", "Solved", also=SOLVED),
    ] = None
    told_on: Annotated[date | None, Column("告知日期", "Resident told", also=TOLD, past=0)] = None
    satisfaction: Annotated[Satisfaction | None, Column("满意度", "Satisfaction", also=SATISFACTION)] = None
    minutes: Annotated[Minutes | None, Column("用时（分钟）", "Minutes", also=MINUTES)] = None
    note: Annotated[str, Column("备注", "Note", also=NOTE, long=True, find=True, leaves=False)] = ""


IS_OPEN = empty("closed_at")

ISSUES = Register(
    "issue",
    "居民诉求",
    "Resident issues",
    Issue,
    dated="accepted_at",
    keys=(("order_no",),),
    numbered=True,
    daily=True,
    brief=("accepted_at", "title", "place", "due_at", "closed_at", "solved", "satisfaction"),
    computed={
        "open": Computed(Words("在办", "Open"), IS_OPEN),
        "overdue": Computed(Words("逾期", "Overdue"), both(IS_OPEN, Where("due_at", Op.BELOW, Today()))),
    },
    belongs=Words(
        "居民和 12345 请我们解决的事，记在这里",
        "What residents and the 12345 hotline ask us to solve is recorded here",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One step taken on an issue."""

    issue: Annotated[Uid, Column("居民诉求", "Resident issue", to="issue", sort=True)]
    noted_at: Annotated[datetime, Column("时间", "When", past=0)]
    text: Annotated[
        str, Column("办理进展", "Progress note", long=True, find=True, personal=Personal.STORY, leaves=False)
    ]


PROGRESS = Register(
    "progress",
    "办理进展",
    "Progress notes",
    Progress,
    dated="noted_at",
    titled="text",
    belongs=Words("每件诉求的办理经过，记在这里", "What was done on each issue is listed here"),
)
