"""A closed set of answers: a stable code for the ledger, a word in each language for people."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from typing import Self

from mingbai.domain.pattern import pattern
from mingbai.domain.text import fold
from mingbai.domain.words import Language, Words


class Choice(Enum):
    """Members are written `TODO = "todo", "待办", "To do"`, further names understood at import after that.

    In a `narrow` set a word more can turn a member round (正在解决, 每月两次), so that a name is read
    whole or in part but never out of a longer text. Where a sheet asks a question (是否满意), `yes` and `no`
    are the codes of what its plain answers mean.
    """

    words: Words
    also: tuple[str, ...]
    narrow: bool
    answers: tuple[str, str]

    def __init_subclass__(cls, *, narrow: bool = False, yes: str = "", no: str = "") -> None:
        super().__init_subclass__()
        cls.narrow = narrow
        cls.answers = no, yes

    def __new__(cls, code: str, zh: str, en: str, *also: str) -> Self:
        member = object.__new__(cls)
        member._value_ = code
        member.words = Words(zh, en)
        member.also = also
        return member

    @property
    def code(self) -> str:
        """What the ledger stores; never renamed, never reused."""
        return str(self.value)

    def typed(self, language: Language) -> str:
        """The word typed for it in a line of words: no space in it; letters that are only a code are not one."""
        if language == "zh":
            return self.words.zh
        return self.code if self.code.islower() else "-".join(self.words.en.lower().split())

    @property
    def names(self) -> tuple[str, ...]:
        """The words people know it by."""
        return (self.words.zh, self.words.en, *self.also)

    @classmethod
    def of(cls, code: str) -> Self:
        """The member with this code. Raises `KeyError` when there is none."""
        members: dict[str, Self] = cls._value2member_map_  # type: ignore[assignment]
        return members[code]

    @classmethod
    def read(cls, text: str) -> Self | None:
        """The member meant by a code, a word of either language, another known name, or a part of one.

        What could mean two members means none, and a part never means the opposite of the whole.
        """
        said = _same(text)
        for wanted in dict.fromkeys((said, _END.sub("", said))):
            for member in cls:
                if wanted in _known(member):
                    return member
        answer, _, reason = said.partition(",")
        if (meant := cls._answered(answer)) is not None:
            # 否，不满意 says one thing twice; 是，不满意 says two.
            return meant if not reason or cls.read(reason) is meant else None
        wanted = _END.sub("", said)
        near = {member: [name for name in _known(member)[1:] if _holds(wanted, name)] for member in cls}
        met = [member for member, names in near.items() if names]
        if len(met) != 1:
            return None
        return met[0] if all(_agree(wanted, name, cls.narrow) for name in near[met[0]]) else None

    @classmethod
    def _answered(cls, said: str) -> Self | None:
        """The member meant by a plain yes or no, where the set answers a question."""
        for answer, code in zip((_NO, _YES), cls.answers, strict=True):
            if code and answer.fullmatch(said):
                return cls.of(code)
        return None


LONGEST = 24
"""A longer text is more than an answer."""


@cache
def _known(member: Choice) -> tuple[str, ...]:
    """A member's code and names as they are compared."""
    return tuple(map(_same, (member.code, *member.names)))


def _same(text: str) -> str:
    """The text as names are compared: case, width, hyphens and the two ways to write 其他 do not matter.

    Nor does how strongly something is denied: 非常不满意 and 不很满意 both deny it.
    """
    text = re.sub(r"[\s_-]+", " ", fold(text)).strip().replace("其它", "其他")
    return _DEGREE.sub("", _HAN_SPACE.sub("", text))


_HAN = pattern("[\u4e00-\u9fff]")
_HAN_SPACE = pattern("(?<=[\u4e00-\u9fff]) | (?=[\u4e00-\u9fff])")
_LATIN = pattern("[a-z]")
_DEGREE = pattern(
    "^(?:非常|十分|特别|相当|极其?|很是?)(?=不)|(?<=^不)(?:是?很|是?非常|怎么|十分|太|大|够)"
    "|^(?:very|quite|most|highly) (?=dis|not|un)|(?<=^not )(?:very|quite|at all|really) "
)
# A plain answer only: 无, 未 and figures say something else where a choice is asked for.
_YES = pattern("是的?|对|[√✓✔☑✅]|y|yes")
_NO = pattern("否|不是?|[×✗✘✕❌☒x]|n|no")
_END = pattern("[了啦的.。!！,，;；]+$")


def _holds(wanted: str, name: str) -> bool:
    """Whether one is a part of the other that is long enough to mean something."""
    part, whole = sorted((wanted, name), key=len)
    if part == name and len(wanted) > LONGEST:
        return False
    if len(_HAN.findall(part)) < 2 and len(_LATIN.findall(part)) < 4:
        return False
    if not part.isascii():
        return part in whole
    # A part begins where a word does; a name in a longer text ends there too.
    end = r"s?\b" if part == name else ""
    return re.search(rf"\b{re.escape(part)}{end}", whole, re.ASCII) is not None


_TURNED = pattern(
    "[不未没沒无無非否勿别莫毋免缺拒难半]|取消|停止|暂|外|中$"
    r"|(?<![a-z])(?:not?|un(?!der|i|til)[a-z]*|non|never|nor|neither|without|cannot|hardly|fail[a-z]*|stop[a-z]*"
    r"|half|[a-z]+n['’]t)(?![a-z])"
)
_PLAIN_MORE = pattern("(?:已经?|全部|都|均|是|一次|啊|吧|already|fully|all|it is|[ ,.])*")


def _agree(wanted: str, name: str, narrow: bool) -> bool:
    """Whether the longer of both says the same as its part."""
    part, whole = sorted((wanted, name), key=len)
    if part == name and narrow:
        return bool(_PLAIN_MORE.fullmatch(whole.replace(part, "", 1)))
    at = whole.index(part)
    return not (_TURNED.search(whole[:at]) or _TURNED.search(whole[at + len(part) :]))
