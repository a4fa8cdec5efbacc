"""What a line tells by the usual verbs of a register: 检查小区消防通道 3人, the door plaque was hung today.

What a register is called stands in `rooms`. A verb alone says little (检查 is asked for as well), so beside it must
stand what only the register has; of a plaque the verb says itself how it stands with it.
"""

from __future__ import annotations

from mingbai.domain.inspection import INSPECTIONS, InspectionKind
from mingbai.domain.pattern import pattern
from mingbai.domain.plaque import PLAQUES, PlaqueState
from mingbai.rules.quick.called import HANDED_IN
from mingbai.rules.quick.line import ROOM, Line, Part

_CHECKS = pattern(
    "(?:现场|突击|联合|专项|上门)?(?P<word>检查|督查|督导|暗访|验收|抽查|考核|考评)(?:指导)?了?(?=[\u4e00-\u9fff]{2})"
)
_CHECKED_EN = pattern(
    r"(?<![\w'’-])(?:(?:came|come)\s+to\s+)?(?P<word>inspect(?:ed)?|checked)\s+(?=(?:the|our|all|every|a|an)\s|\w+s\b)"
)
_ASKED_ZH = pattern(
    "(?:要求|通知|[让叫要])(?:我们|各?社区|各?村)?(?P<word>(?:加?挂|悬挂)(?:一?[块个面])?牌(?:子|匾)?)"
)
_ASKED_CALLED_ZH = pattern(
    "(?P<word>(?:要求|通知|[让叫要])(?:我们|各?社区|各?村)?(?:加?挂|悬挂)上?(?:一?[块个面])?)"
    "[\u4e00-\u9fff\\d“”]{3,}?(?P<end>的?(?:牌子?|牌匾|标牌))"
)
"""With the name between: 要求挂科普驿站牌子."""
_STANDS_ZH = (
    (PlaqueState.REHUNG, pattern("(?:牌子?|牌匾)(?:又|重新|再次)挂(?:上|起|回)?来?了?")),
    (
        PlaqueState.HUNG,
        pattern(
            "(?:已经?|刚刚?|新)(?:加?挂|悬挂)(?:了|上)?(?:一?[块个面])?牌(?:子|匾)?|(?:门牌|牌子?|牌匾)(?:已经?|刚刚?)?挂(?:上|好|起来)?了"
        ),
    ),
    (PlaqueState.REMOVED, pattern("(?:门牌|牌子?|牌匾)(?:已经?|刚刚?)?(?:摘|拆|取)(?:了|下|掉|下来)了?")),
)
_PLAQUE_EN = pattern(r"(?<![\w'’-])(?:(?:the|a|new|our)\s+)*(?:(?:door|wall)\s+)?plaques?(?![\w'’-])")
_STANDS_EN = (
    (PlaqueState.REHUNG, pattern(r"\b(?:hung|put)\s+(?:up\s+)?again\b|\bback\s+up\b")),
    (PlaqueState.REMOVED, pattern(r"\b(?:taken\s+down|took\s+down|removed)\b")),
    (PlaqueState.HUNG, pattern(r"\b(?:hung(?:\s+up)?|put\s+up|mounted)\b")),
)
_IS_EN = pattern(r"\b(?:is|was|were|has\s+been|have\s+been|now)\s+$")
_WANTED_EN = pattern(r"\b(?:wants?|asks?|needs?|requires?|requests?|please|get|have|hang)\b[^,.;]*$")
_STILL_TO_COME = pattern(r"\b(?:to|be|must|should|will|shall|please|needs?|wants?)\s+(?:be\s+)?$")

VERBS = {
    INSPECTIONS.code: ("inspect", "checked"),
    PLAQUES.code: ("plaque", "牌"),
}
"""Without one of these a line tells nothing by a verb."""


def take_verb(line: Line, code: str) -> None:
    """The verb that leads to a register; its words stay in the title unless they say no more than that."""
    if code == INSPECTIONS.code and line.value(ROOM) is None:
        _take_check(line)
    elif code == PLAQUES.code:
        _take_plaque(line)


def asks_for_plaque(line: Line) -> bool:
    """Whether a line says that a plaque is to be hung: 要求挂牌."""
    return any(
        _ASKED_ZH.fullmatch(line.text, start, end) or _ASKED_CALLED_ZH.fullmatch(line.text, start, end)
        for start, end in line.segments()
    )


_PAPER = pattern("(?:报告|方案|表|台账|清单|通知|材料|情况|记录|总结|名单|意见)$")


def _take_check(line: Line) -> None:
    if line.value("department") is None or HANDED_IN.search(line.same):
        return
    found = [
        (_CHECKS.match(line.text[start:end]), start)
        for start, end in line.segments()
        if not _PAPER.search(line.text[start:end])
    ]
    spans = [(start + met.start("word"), start + met.end("word")) for met, start in found if met is not None]
    spans += [met.span("word") for met in _CHECKED_EN.finditer(line.same)]
    for start, end in spans[:1]:
        said = line.text[start:end]
        if line.take(ROOM, said, start, end, stays=True):
            kind = InspectionKind.read(said) or InspectionKind.CHECK
            line.parts.append(Part("kind", kind.code, start, end, stays=True))


def _take_plaque(line: Line) -> None:
    for start, end in [*line.segments()]:
        said = line.text[start:end]
        if _ASKED_ZH.fullmatch(said) and line.take(ROOM, said, start, end):
            return
        called = _ASKED_CALLED_ZH.fullmatch(line.text, start, end)
        if called is not None and line.take(ROOM, called["word"], *called.span("word")):
            line.drop(*called.span("end"))
            return
        for state, form in _STANDS_ZH:
            if form.fullmatch(said) and line.take("state", state.code, start, end):
                if line.value(ROOM) is None:
                    line.parts.append(Part(ROOM, said, start, end))
                return
    noun = _PLAQUE_EN.search(line.same)
    if noun is None or _WANTED_EN.search(line.same[: noun.start()]):
        return
    for state, form in _STANDS_EN:
        verb = form.search(line.same, noun.end())
        if verb is None or _STILL_TO_COME.search(line.same[: verb.start()]):
            continue
        helps = _IS_EN.search(line.same[: verb.start()])
        if line.take("state", state.code, helps.start() if helps else verb.start(), verb.end()):
            # Within other words the title needs it: the fire station's plaque was hung.
            line.take(ROOM, noun[0], *noun.span(), stays=not line.first(noun.start()))
        return
