"""What the page Review says in one sentence: of an empty list, and of the key that comes next or says nothing."""

from __future__ import annotations

from mingbai.domain.words import Words
from mingbai.ui.pages.review_card import ACTS
from mingbai.ui.pages.review_chips import CHIPS
from mingbai.ui.panel.verdict_keys import CARRY, VERDICTS

KEYS = {CARRY, *VERDICTS, *ACTS}
"""What decides somewhere on the page: where it does not, it says so."""

WAIT_HERE = Words("等研判的事", "Waiting to be assessed")

ALONE: dict[str, Words] = {
    "waiting": Words("没有其他待研判的", "Nothing else waits here"),
    "suggestions": Words("没有其他待执行的建议", "No other suggestion is waiting to be carried out"),
    "rechecks": Words("没有其他到期的复查", "No other recheck is due"),
    "decided": Words("没有其他研判过的", "Nothing else has been assessed yet"),
}
"""Below the only row of a list, which stands open above it."""
EMPTY: dict[str, Words] = {
    "waiting": Words("没有等研判的", "Nothing is waiting to be assessed"),
    "suggestions": Words("没有待执行的建议", "No suggestion is waiting to be carried out"),
    "rechecks": Words("没有到期的复查", "No recheck is due"),
    "decided": Words("还没有研判过", "Nothing has been assessed yet"),
}
FLAG_IT = Words(
    "觉得哪件不该做，打开它，选“提示这一条”，就会到这里。",
    "Open an entry that seems needless and choose “Flag this entry” to have it here.",
)

THEN_CUT = Words("办成了按 C，记为已核减", "C marks it as cut")
ASSESS_FIRST = Words(
    "先按 2 到 5 研判，再按 C 记为已核减", "Assess it first with 2 to 5; then C marks it as cut"
)

ELSEWHERE = Words(
    "这个键在“{list}”里不起作用，要研判的在“{waiting}”里",
    "This key does nothing under “{list}”; what is to be assessed is under “{waiting}”",
)
NOT_READ = Words(
    "这里的事还在读，看到以后再按",
    "This list is still being read; press the key once you see what it is about",
)
NOT_HERE = Words("这个键在这一条上不起作用", "This key does nothing about this entry")


def silent_words(shown: str, *, empty: bool) -> Words:
    """Why a key said nothing in the list that is shown."""
    if shown != "waiting":
        return ELSEWHERE.format(list=CHIPS[shown], waiting=CHIPS["waiting"])
    return EMPTY["waiting"] if empty else NOT_HERE
