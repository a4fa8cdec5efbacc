"""Certificate on the negative list: we are asked for a proof that is not ours to issue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.domain.rule import Family
from mingbai.domain.task import TaskKind
from mingbai.domain.words import Words
from mingbai.rules.asks import Said, is_denied, read
from mingbai.rules.flags.matter import CERTIFICATE, TASK, Around, Matter, Need, Suggestion
from mingbai.rules.flags.saying import suggestion

LISTED = Words(
    "要求出具清单内不应由村（社区）出具的证明", "Asks us for a certificate that is on the not-to-issue list"
)
EVIDENCE = Words("{name}：“{text}”", "{name}: “{text}”")

_PROOF = re.compile(
    r"证明|盖个?章|加盖|签章|情况属实|属实|介绍信|条子|\b(?:certificates?|proof|certify|certifies|stamp(?:ed)?|letter confirming|confirm(?:s|ing)? (?:in writing )?that|confirmation|written statement|vouch)\b"
)
_NOUN = re.compile(r"[\u4e00-\u9fff“”]{2,16}证明(?!其|他|她|该|是|我)")
_VERB = re.compile(
    r"(?<!公)开具?|出具|的(?=.{3,}证明)|提供|提交|办理|写个?|一[张份个]|为|给|请|须|需|附|[“”]|由|原件"
)
_WANTED = re.compile(
    r"出具|开具|开(?=[^会展设放发])|提供|提交|附|盖章|补开|办理|写|交|凭|持|须有|需有|需要|要有|证实|带|签字|加盖|证明.{0,6}(?:属实|情况)|"
    r"\b(?:issue|provide|write|stamp|attach|submit|certify|bring|need|needs|require|requires|required|ask for|asks for|give|sign|confirm|must have|with)\b"
)
_BY_OTHERS = re.compile(
    r"(?:由|向|到|去|找|凭|持|持有|经)[^，。,;；]{0,10}?(?:派出所|公安|医院|卫生院|单位|民政|街道办?|乡镇|镇政府|学校|公证处|法院|检察院|人社|残联|不动产|银行|市监|用人单位|机关|部门|殡仪馆|中心)[^，。,;；]{0,10}?(?:出具|开具|开|办理|核验|查询|提供|盖章|申请|调取|核查|共享|核实)"
    r"|(?:派出所|公安机关|公安|医院|卫生院|医疗机构|用人单位|民政部门|学校|公证处|法院|人社部门|残联|不动产登记中心|银行)[^，。,;；]{0,4}(?:出具|开具|开|核发|提供|签发)"
    r"|\b(?:issued by|from|by|at) (?:the )?(?:police|hospital|employer|school|court|notary|civil affairs|bank|registry)"
)
_OURS = re.compile(
    r"村|社区|居委|村委|基层|你们|贵|\b(?:community|village|committee|you|your|neighbourhood|neighborhood)\b"
)
_ABOUT = re.compile(
    r"不再|不予|不得|不应|停止|取消|无需|无须|不需|不用|不必|不要求|不必要|统计|清理|台账|培训|宣传|负面清单|证明(?:事项)?清单|自查|梳理|归档|样式|规范(?:证明|出具)|组织学习|[?？]|咨询|询问|\b(?:statistics|list of certificates|training|survey on|count|how many|register of|clean-up|asks whether|no longer|need not|must not|not (?:be )?(?:issued|required|needed|asked))\b"
)


def needs(_: Matter) -> tuple[Need, ...]:
    """Nothing but the entry itself."""
    return ()


def judge(matter: Matter, around: Around) -> Iterator[Suggestion]:
    """Reads sentence by sentence; what others issue, what is denied or only counted is no demand of us."""
    rule = around.rules.cite(Family.NEGATIVE_LIST, "CERT-2", "CERT-1")
    if rule is None:
        return
    if matter.register == CERTIFICATE:
        named = around.certificate(matter.title)
        if named is not None and named.listed:
            yield suggestion(Family.NEGATIVE_LIST, rule, LISTED, named.name)
        return
    if matter.register != TASK:
        return
    text = matter.text
    said = read(text)
    wanted = matter.kind == TaskKind.CERTIFICATE.code
    for start, end in said.sentences:
        piece = text[start:end].strip()
        if not piece or not (proof := _PROOF.search(said.text, start, end)):
            continue
        if not wanted and not _WANTED.search(said.text, start, end):
            continue
        if _silent(said, start, end, proof.span()):
            continue
        named = next(filter(None, map(around.certificate, _phrases(text, start, end, proof.start()))), None)
        if named is not None and named.listed:
            told = EVIDENCE.format(name=named.name, text=piece[:80])
            yield suggestion(Family.NEGATIVE_LIST, rule, LISTED, told)
            return


def _phrases(text: str, start: int, end: int, proof: int) -> Iterator[str]:
    """What may name the certificate, from the noun itself to the whole sentence."""
    if (noun := _NOUN.search(text, start, end)) is not None:
        yield _VERB.split(noun[0])[-1]
    before = max((text.rfind(mark, start, proof) for mark in "，,：:"), default=-1)
    after = min((at for mark in "，,：:" if (at := text.find(mark, proof, end)) >= 0), default=end)
    yield text[max(start, before + 1) : after]
    yield text[start:end]


def _silent(said: Said, start: int, end: int, proof: tuple[int, int]) -> bool:
    sentence = said.text[start:end]
    by_others = _BY_OTHERS.search(sentence)
    if by_others and not _OURS.search(sentence):
        return True
    if by_others and not re.search(
        r"(?:社区|村|居委会?|村委会?|community|village|committee)[^，。,]{0,8}(?:出具|开具|开|盖章|issue|certif|stamp)",
        sentence,
    ):
        return True
    return bool(_ABOUT.search(sentence)) or is_denied(said, proof)
