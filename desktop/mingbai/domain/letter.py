"""A letter as a value: what it says, from whom and to whom. It is edited as plain paragraphs before it is saved."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from mingbai.domain.choice import Choice
from mingbai.domain.column import Column
from mingbai.domain.register import Register
from mingbai.domain.words import Language, Words


class LetterKind(Choice, narrow=True):
    """To whom a letter about an entry goes."""

    JOINT = "joint", "核实商请函", "Request to verify", "联席会议办公室", "商请函"
    DEPARTMENT = "department", "情况说明", "Explanation", "交办单位"
    FILE = "file", "备查记录", "Note for the file", "备查"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter. A paragraph's own number (一、 or （一）, 1. or (1)) says what level it stands on."""

    title: str
    paragraphs: tuple[str, ...]
    sender: str
    day: date
    language: Language
    addressee: str = ""
    """Without a colon; empty for what stays in the file."""


class LetterLanguage(Choice, narrow=True):
    """The language a letter is written in."""

    ZH = "zh", "中文", "Chinese"
    EN = "en", "英文", "English"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText:
    """What a place says in its own words in every letter of a kind; what is empty is said as shipped."""

    kind: Annotated[LetterKind, Column("函件", "Letter")]
    language: Annotated[LetterLanguage, Column("语言", "Language")]
    opening: Annotated[str, Column("开头语", "Opening")] = ""
    closing: Annotated[str, Column("结尾语", "Closing")] = ""
    sender: Annotated[str, Column("落款", "Signed by")] = ""


LETTER_TEXTS = Register(
    "letter_text",
    "函件用语",
    "Letter texts",
    LetterText,
    titled="opening",
    keys=(("kind", "language"),),
    deeds_only=True,
    belongs=Words("自己改过的函件用语，列在这里", "Letter texts in your own words are listed here"),
)
