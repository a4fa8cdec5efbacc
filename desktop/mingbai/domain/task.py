"""Assignments: one thing each that a higher unit asks for."""

from dataclasses import dataclass
from datetime import date, time
from typing import Annotated

from mingbai.domain.choice import Choice
from mingbai.domain.column import Column, Uid
from mingbai.domain.field import Minutes
from mingbai.domain.filter import Op, Today, Where, both, one_of
from mingbai.domain.heading_names import ASKING, CAME_BY, CLOSED, DUE, MINUTES, NOTE, OWNER, RECEIVED, UNIT
from mingbai.domain.register import Computed, Register
from mingbai.domain.words import Words


class TaskKind(Choice):
    """What must be handed in; the codes are those of the shipped burden kinds."""

    TASK = "TASK", "工作任务", "Work", "交办工作任务"
    FORM = "FRM", "报表", "Form", "填报表格", "表格"
    REPORT = "RPT", "书面材料", "Written report", "报送材料", "材料"
    DATA = "DAT", "数据", "Data", "数据采集报送"
    LOG_BOOK = "LDG", "新设台账", "New log book", "台账"
    TRACE = "TRC", "照片留痕", "Photo proof", "留痕佐证", "拍照留痕", "拍照"
    CHECK_IN = "CHK", "线上打卡", "App check-in", "打卡签到", "打卡"
    APP = "APP", "应用程序和工作群", "App or work group"
    VOTE = "VOT", "投票答题转发", "Votes, quizzes, sharing"
    PLEDGE = "PLG", "责任书", "Pledge", "责任状承诺书", "责任状", "承诺书", "签承诺书", "签责任状"
    QUOTA = "QTA", "指标摊派", "Imposed quota"
    SUBSCRIPTION = "SUB", "报刊征订", "Newspaper subscription"
    SURVEY = "SRV", "问卷普查", "Survey or census", "问卷调查普查"
    PUBLICITY = "PUB", "宣传信息", "Publicity quota", "宣传信息任务"
    MEETING = "MTG", "会议", "Meeting"
    TRAINING = "TRN", "培训学习", "Training and study"
    DOCUMENT = "DOC", "文件", "Document", "下发文件"
    INSPECTION = "INS", "督查检查", "Inspection"
    ASSESSMENT = "ASM", "考核评比", "Evaluation and comparison", "Assessment and comparison"
    RANKING = "RNK", "排名通报", "Ranking notice"
    RESEARCH = "RSH", "调研陪同", "Research visit"
    MODEL = "CRE", "创建示范达标", "Model creation"
    VETO = "VET", "一票否决", "One-vote veto"
    CERTIFICATE = "CER", "出具证明盖章", "Certificate or stamp"
    PLAQUE = "SGN", "挂牌上墙", "Plaque or wall board"
    MECHANISM = "MEC", "设立工作机制", "New working mechanism"
    ENFORCEMENT = "ENF", "代行执法", "Enforcement for a department"
    VISIT = "REC", "公务接待", "Official visit"
    SECONDMENT = "SEC", "借调抽调人员", "Borrowed staff"
    OTHER = "OTH", "其他", "Other"


FORM_KINDS = (
    TaskKind.FORM,
    TaskKind.REPORT,
    TaskKind.DATA,
    TaskKind.LOG_BOOK,
    TaskKind.SURVEY,
    TaskKind.PUBLICITY,
)
"""Kinds counted as forms, written material and data (报表材料)."""


class Ask(Choice):
    """In which way an assignment burdens beyond its content."""

    PLEDGE = "pledge", "签承诺书或责任书", "Pledge", "签责任状", "责任状", "责任书", "承诺书", "签承诺书"
    RANKING = "ranking", "排名通报", "Ranking", "排名"
    VETO = "veto", "一票否决", "One-vote veto"
    PHOTO = "photo", "拍照留痕", "Photo or trace", "拍照", "照片", "截图", "留痕"
    CHECK_IN = "check_in", "打卡签到", "Check-in", "打卡"
    APP = "app", "装应用", "App", "APP"
    GROUP = "group", "建群进群发群", "Work group", "建工作群", "工作群"
    LOG_BOOK = "log_book", "新设台账", "New log book", "台账"
    PLAQUE = "plaque", "挂牌上墙", "Plaque or wall board", "挂牌", "Plaque"
    COPIES = "copies", "多份材料", "Copies"
    QUOTA = "quota", "指标任务", "Quota", "指标"
    VOTE = "vote", "投票转发", "Votes and sharing"


class TaskChannel(Choice):
    """By which way an assignment came."""

    DOCUMENT = "document", "文件", "Document"
    MEETING = "meeting", "会议", "Meeting"
    PHONE = "phone", "电话", "Phone", "来电", "电话通知", "phone call", "telephone"
    CHAT = "chat", "微信工作群", "Chat group", "微信群", "微信", "WeChat", "WeChat group"
    EMAIL = "email", "邮件", "Email", "电子邮件", "邮箱", "e-mail", "mail"
    APP = "app", "政务应用程序", "Government app"
    IN_PERSON = "in_person", "当面", "In person", "上门", "walk in", "face to face"
    OTHER = "other", "其他", "Other"


class Status(Choice, narrow=True, yes="done", no="todo"):
    """How far an assignment is."""

    TODO = "todo", "待办", "To do"
    DOING = "doing", "在办", "Doing", "办理中"
    DONE = "done", "办结", "Done", "已完成", "已办结", "完成", "办完", "做完", "Completed", "Finished"
    DROPPED = "dropped", "不再办理", "No longer needed", "不用办了", "不再要求", "不需办理"
    VOID = "void", "作废", "Void", "已取消", "取消", "Cancelled", "Canceled"


class Listing(Choice, narrow=True):
    """Where an assignment stands on the town's duty lists, as a person confirmed it."""

    BASIC = "basic", "基本", "Basic duty", "基本履职"
    COOPERATING = "cooperating", "配合", "Cooperating duty", "配合履职", "依法协助"
    TAKEN_BACK = "taken_back", "收回", "Taken back", "上级部门收回"
    ADMITTED = "admitted", "准入", "Admitted", "已准入"
    NOT_LISTED = "not_listed", "清单外", "Not on the list", "未准入"


NONE_SEEN = "none_seen"
"""Stands in `Task.document` when a person looked and saw no document or filing number."""

NONE_SEEN_WORDS = Words("未见", "none seen")
"""What is shown for it, and what a person may type; says nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One assignment, as written in the ledger."""

    received_on: Annotated[
        date,
        Column(
            "接收日期",
            "Received",
            also=(*RECEIVED, "交办日期", "收文日期", "收文时间", "来文日期", "Date came", "Came on"),
            sort=True,
            past=0,
        ),
    ]
    department: Annotated[
        Uid,
        Column(
            "交办单位",
            "Department",
            also=(*ASKING, *UNIT, "From"),
            to="department",
            sort=True,
        ),
    ]
    title: Annotated[
        str,
        Column(
            "事项名称",
            "Title",
            also=(
                "任务名称",
                "工作事项",
                "标题",
                "事项",
                "任务",
                "工作内容",
                "工作任务",
                "任务内容",
                "交办事项",
                "什么事",
                "Task",
                "Matter",
                "Assignment",
                "Subject",
                "What is asked",
                "What was asked",
            ),
            find=True,
        ),
    ]
    due_on: Annotated[
        date | None,
        Column(
            "办结期限",
            "Due",
            also=(*DUE, "完成时间", "上报时限", "最迟", "最迟哪天交"),
            sort=True,
            deadline=True,
            hour="due_time",
        ),
    ] = None
    due_time: Annotated[
        time | None,
        Column(
            "几点前",
            "Due time",
            also=("几点前交", "截止时刻", "期限几点", "Due at", "Time due", "By what time"),
        ),
    ] = None
    kind: Annotated[
        TaskKind | None,
        Column(
            "报送形式", "Kind", also=("任务类别", "任务类型", "报送方式", "报送类型", "What kind", "Type")
        ),
    ] = None
    asks: Annotated[tuple[Ask, ...], Column("附带要求", "Also asks for")] = ()
    channel: Annotated[
        TaskChannel | None,
        Column(
            "来源渠道",
            "Came by",
            also=CAME_BY,
        ),
    ] = None
    document: Annotated[
        str,
        Column(
            "文（编）号",
            "Document number",
            also=(
                "文号",
                "文件名称文号",
                "文件号",
                "发文字号",
                "备案号",
                "Document",
                "Document no",
                "Filing number",
            ),
            find=True,
            special={NONE_SEEN: NONE_SEEN_WORDS},
        ),
    ] = ""
    listing: Annotated[Listing | None, Column("清单归属", "Duty list", also=("是否在准入清单",))] = None
    admission: Annotated[Uid | None, Column("准入申请", "Admission", to="admission")] = None
    demand: Annotated[Uid | None, Column("常态事项", "Recurring assignment", to="demand")] = None
    period_key: Annotated[str, Column("期次", "Period", period=True)] = ""
    form_columns: Annotated[tuple[str, ...], Column("表格栏目", "Form columns")] = ()
    minutes: Annotated[Minutes | None, Column("用时（分钟）", "Minutes", also=MINUTES)] = None
    owner: Annotated[
        Uid | None,
        Column(
            "经办人",
            "Handled by",
            also=OWNER,
            to="staff",
            leaves=False,
        ),
    ] = None
    status: Annotated[
        Status,
        Column(
            "状态",
            "Status",
            also=("完成情况", "是否完成", "是否办结", "办理状态", "办理进度", "State", "Progress"),
        ),
    ] = Status.TODO
    done_on: Annotated[date | None, Column("办结日期", "Done", also=CLOSED, sort=True, past=0)] = None
    note: Annotated[str, Column("备注", "Note", also=NOTE, long=True, find=True, leaves=False)] = ""


IS_OPEN = one_of("status", Status.TODO, Status.DOING)

TASKS = Register(
    "task",
    "上级交办",
    "Assignments",
    Task,
    dated="received_on",
    keys=(("demand", "period_key"),),
    numbered=True,
    daily=True,
    reviewed=True,
    brief=("received_on", "title", "department", "due_on", "status"),
    computed={
        "open": Computed(Words("未办结", "Open"), IS_OPEN),
        "overdue": Computed(Words("逾期", "Overdue"), both(IS_OPEN, Where("due_on", Op.BELOW, Today()))),
    },
    belongs=Words("上级要我们做的事，记在这里", "What higher units ask of us is recorded here"),
)
