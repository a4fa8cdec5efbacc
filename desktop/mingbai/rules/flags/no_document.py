"""No document or filing number: a form, data, log book or survey that came by word of mouth or chat alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.domain.rule import Family
from mingbai.domain.task import NONE_SEEN, TaskKind
from mingbai.domain.text import fold
from mingbai.domain.words import Words
from mingbai.rules.flags.matter import TASK, Around, Matter, Need, Suggestion
from mingbai.rules.flags.saying import same, suggestion
from mingbai.rules.notice.document import document_of

KINDS = frozenset(kind.code for kind in (TaskKind.FORM, TaskKind.DATA, TaskKind.LOG_BOOK, TaskKind.SURVEY))
_NUMBER = re.compile(
    r"[〔\[(（【]\s*20\d\d\s*[〕\])）】]|(?<!\d)\d+\s*号|备案|批准文号|批文|表号|文号[:：]\s*\S*\d|\bno\.?\s*\d|\bfiling\b|\bapproval\b|\[?20\d\d\]?\s*no"
)
_NONE = re.compile(
    r"[无未没缺空]|口头|电话|微信|群|短信|转述|当面|钉钉|qq|语音|会上|"
    r"\b(?:none|no|not|without|nothing|verbal|verbally|oral|orally|phone|telephone|call|chat|wechat|group|message|text|word of mouth|in person|nil|n/a)\b"
    r"|^[-—/\\]*$"
)
_UNCLEAR = re.compile(r"不清楚|待查|待补|待核|稍后|后补|unclear|to follow|unknown")
_IN_TEXT = re.compile(
    r"[〔\[【]20\d\d[〕\]】]\s*第?\d+\s*号|(?:文号|备案号|备案编号|批准文号|审批编号|准入编号|表号)[:：为是]?\s*[^\s，。无]*\d"
    r"|\b(?:filing|approval|document) (?:number|no\.?) *:? *[\w-]*\d|\[20\d\d\] no"
)
UNSEEN = Words(
    "要填的表、数据或台账未见文号或备案号",
    "Asks for a form, data or log book with no document or filing number seen",
)


def needs(_: Matter) -> tuple[Need, ...]:
    """Nothing but the entry itself."""
    return ()


def judge(matter: Matter, around: Around) -> Iterator[Suggestion]:
    """Says so where no number is known; a document named without its number is left alone."""
    if matter.register != TASK or matter.kind not in KINDS:
        return
    rule = around.rules.cite(Family.NO_DOCUMENT)
    if (
        rule is None
        or not unnumbered(matter.document)
        or _IN_TEXT.search(fold(f"{matter.text}\n{matter.note}"))
        or document_of(matter.note) is not None
    ):
        return
    seen = (matter.document or "").strip()
    evidence = (
        same(seen)
        if seen and seen != NONE_SEEN
        else Words("没有写文号或者备案号", "No document or filing number was written down")
    )
    yield suggestion(Family.NO_DOCUMENT, rule, UNSEEN, evidence)


def unnumbered(document: str | None) -> bool:
    """Whether what stands for a document is none."""
    text = fold(document or "").strip()
    if not text or text == NONE_SEEN:
        return True
    if _UNCLEAR.search(text):
        return False
    return bool(_NONE.search(text)) and not _NUMBER.search(_NO_NUMBER.sub("", text))


_NO_NUMBER = re.compile(r"(?:无|没有?|未见|no|without)[^，。;,]{0,6}(?:号|备案|number|filing|approval)")
