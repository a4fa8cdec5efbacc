"""Who told of an issue, from where and by which way, where a line begins with them: 5栋刘阿姨电话反映：大门口路灯坏了."""

from __future__ import annotations

from mingbai.domain.issue import IssueChannel
from mingbai.domain.pattern import pattern
from mingbai.rules.quick_line import Line

_SPOT = r"\d+\s*(?:栋|幢|座|号楼|单元|室|号)"
_ZH = pattern(
    rf"\s*(?P<place>(?:[\u4e00-\u9fff]{{2,6}}(?:小区|花园|家园|公寓|新村|苑)\s*)?(?:{_SPOT}\s*)+)?(?P<of>的|居民|业主|住户)*\s*"
    "(?P<resident>[\u4e00-\u9fff](?:先生|女士|小姐|大[爷妈娘伯叔婶姐哥]|阿姨|奶奶|爷爷|婆婆|师傅|老师))\\s*"
    "(?P<came>(?:(?:打来?|来)电话来?|来电|电话)|上门来?|来访)(?:反[映应]|投诉|求助|报修|说|讲)\\s*[:：，,]?\\s*"
)
_EN = pattern(
    r"\s*(?P<resident>(?:Mr|Mrs|Ms|Miss|Madam)\.? [A-Z][\w'’-]+)"
    r"(?P<of>\s+(?:from|in|of|at)\s+)?(?P<place>(?:[Bb]uilding|[Bb]lock|[Uu]nit|[Rr]oom|[Ll]ane)\s+\d+\w?)?\s+"
    r"(?P<came>phoned|called|rang|came\s+in|came\s+by|walked\s+in)(?:\s+(?:to\s+say|saying)(?:\s+that)?\s+|\s*[:,]\s*)"
)
_IN_PERSON = pattern("上门|来访|came|walked")


def take_teller(line: Line) -> None:
    """Who told of it, where they live, and how it came; the words that join them leave the title."""
    found = _ZH.match(line.text) or _EN.match(line.text)
    if found is None:
        return
    for name in ("place", "resident"):
        if found[name]:
            line.take(
                name, found[name].strip(), found.start(name), found.start(name) + len(found[name].rstrip())
            )
    channel = IssueChannel.IN_PERSON if _IN_PERSON.match(found["came"]) else IssueChannel.PHONE
    line.take("channel", channel.code, *found.span("came"))
    if found["of"]:
        line.drop(*found.span("of"))
    line.drop(found.end("came"), found.end())
