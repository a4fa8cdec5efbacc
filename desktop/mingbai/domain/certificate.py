"""Certificate requests: someone sends a resident to us for a stamp."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from mingbai.domain.certificate_type import Answer
from mingbai.domain.choice import Choice
from mingbai.domain.column import Column, Personal, Uid
from mingbai.domain.field import Minutes
from mingbai.domain.filter import empty
from mingbai.domain.heading_names import MINUTES, NOTE, OWNER, PERSON, PHONE, RECEIVED, UNIT
from mingbai.domain.register import Computed, Register
from mingbai.domain.words import Words


class Outcome(Choice, narrow=True):
    """How a request ended."""

    DECLINED = (
        "declined",
        "不予出具并告知",
        "Declined, route explained",
        "未出具并告知途径",
        "不予出具",
        "未出具",
        "不出具",
    )
    STAMPED = "stamped", "依规出具", "Stamped under the rules", "已出具"
    UNDERTAKING = "undertaking", "承诺代替", "Undertaking instead", "告知承诺"
    REFERRED = "referred", "转介", "Referred", "转有关部门核验"
    DELIBERATED = "deliberated", "集体研究", "Decided together", "协商后出具", "Deliberated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """One request for a certificate, as written in the ledger."""

    asked_on: Annotated[
        date, Column("日期", "Asked", also=(*RECEIVED, "申请日期", "办理日期"), sort=True, past=0)
    ]
    certificate: Annotated[
        Uid,
        Column(
            "证明名称",
            "Certificate",
            also=(
                *("证明事项", "证明", "证明类型", "证明种类", "开具证明名称", "Type of certificate"),
                *("Certificate type", "Certificate name", "Which certificate", "Certificate asked for"),
            ),
            to="certificate_type",
            sort=True,
        ),
    ]
    outcome: Annotated[
        Outcome | None,
        Column("办理结果", "Outcome", also=("处理结果", "处理情况", "办理情况", "Result", "What we did")),
    ] = None
    answer: Annotated[Answer | None, Column("清单归属", "List", also=("Answer",))] = None
    applicant: Annotated[
        str,
        Column(
            "申请人",
            "Applicant",
            also=PERSON,
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
            also=(*PHONE, "Contact"),
            find=True,
            personal=Personal.PHONE,
            leaves=False,
        ),
    ] = ""
    purpose: Annotated[
        str,
        Column("用途", "Purpose", also=("证明用途", "用途说明", "Used for", "What for", "Reason"), find=True),
    ] = ""
    demanded_by: Annotated[
        str,
        Column(
            "要求方",
            "Demanded by",
            also=("要求出具的单位", "要求单位", "索要单位", "用证单位", "Asked for by", "Required by", *UNIT),
            find=True,
        ),
    ] = ""
    route: Annotated[
        str,
        Column(
            "告知的办理途径",
            "Route explained",
            also=("办理途径", "告知途径", "Route", "Where to go instead", "What we told them"),
            long=True,
        ),
    ] = ""
    handler: Annotated[Uid | None, Column("经办人", "Handled by", also=OWNER, to="staff", leaves=False)] = (
        None
    )
    minutes: Annotated[Minutes | None, Column("用时（分钟）", "Minutes", also=MINUTES)] = None
    note: Annotated[str, Column("备注", "Note", also=NOTE, long=True, find=True, leaves=False)] = ""


CERTIFICATES = Register(
    "certificate",
    "证明事项",
    "Certificate requests",
    Certificate,
    dated="asked_on",
    titled="certificate",
    numbered=True,
    daily=True,
    reviewed=True,
    brief=("asked_on", "certificate", "demanded_by", "outcome"),
    belongs=Words("居民来开的证明，记在这里", "Certificates that residents ask for are recorded here"),
    computed={"open": Computed(Words("未写结果", "No outcome yet"), empty("outcome"))},
)
