"""A letter as a value: what it says, from whom and to whom. It is edited as plain paragraphs before it is saved."""

from dataclasses import dataclass
from datetime import date

from mingbai.domain.choice import Choice
from mingbai.domain.words import Language


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
    enclosures: tuple[str, ...] = ()
