"""The certificate catalogue: what may be issued, what may not, and who does it instead."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from mingbai.domain.choice import Choice
from mingbai.domain.column import Column
from mingbai.domain.register import Register
from mingbai.domain.words import Words


class Answer(Choice, narrow=True):
    """What the lists say about a certificate."""

    NOT_TO_ISSUE = "not_to_issue", "不予出具", "Not to issue", "不应出具清单"
    MAY_ISSUE = "may_issue", "可以出具", "May issue", "可出具清单"
    NEITHER = "neither", "两单之外", "On neither list", "未列入"


class Confidence(Choice, narrow=True):
    """How sure a shipped fact is, and so how it may be used."""

    VERIFIED = "verified", "原文已核", "Verified"
    SECONDARY = "secondary", "报道所见，请核对原文", "From reports; check the original"
    MEMORY = "memory", "一般了解，请核对", "General knowledge; please check"
    COMPILED = "compiled", "本软件整理", "Compiled for this program"


NOT_COMPARED = Words("没有注明已核对原文", "not marked as compared with the original")
"""What is said of a fact of which nobody wrote how sure it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateType:
    """One kind of certificate that residents are sent to us for."""

    name: Annotated[str, Column("证明名称", "Certificate", find=True, sort=True, english="name_en")]
    name_en: Annotated[str, Column("英文名称", "Name in English", find=True)] = ""
    answer: Annotated[Answer, Column("清单归属", "List", also=("Answer",))] = Answer.NEITHER
    also: Annotated[tuple[str, ...], Column("别名", "Other names", find=True)] = ()
    alternative: Annotated[
        str, Column("替代方式", "What serves instead", long=True, english="alternative_en")
    ] = ""
    alternative_en: Annotated[
        str, Column("替代方式（英文）", "What serves instead, in English", long=True)
    ] = ""
    authority: Annotated[str, Column("咨询单位", "Whom to ask", english="authority_en")] = ""
    authority_en: Annotated[str, Column("咨询单位（英文）", "Whom to ask, in English")] = ""
    in_use: Annotated[bool, Column("启用", "In use")] = True
    cancelled_on: Annotated[date | None, Column("取消日期", "Cancelled here", sort=True)] = None
    cancelled_basis: Annotated[str, Column("取消依据", "Basis of cancelling")] = ""
    code: Annotated[str, Column("编码", "Code")] = ""
    region: Annotated[str, Column("适用地区", "Region", english="region_en")] = ""
    region_en: Annotated[str, Column("适用地区（英文）", "Region in English")] = ""
    edition: Annotated[str, Column("版本", "Edition")] = ""
    source: Annotated[str, Column("来源", "Source", english="source_en")] = ""
    source_en: Annotated[str, Column("来源（英文）", "Source in English")] = ""
    confidence: Annotated[Confidence | None, Column("名称可信度", "How sure the name is")] = None
    route_confidence: Annotated[Confidence | None, Column("途径可信度", "How sure the route is")] = None


CERTIFICATE_TYPES = Register(
    "certificate_type",
    "证明目录",
    "Certificate catalogue",
    CertificateType,
    titled="name",
    naming=True,
    keys=(("code",), ("name",)),
    belongs=Words("能开和不能开的证明，列在这里", "Certificates that may and may not be issued"),
)
