"""What the columns of a list are called: the fields of its register, and what is no field."""

from __future__ import annotations

from typing import Any

from mingbai.domain.register import Register
from mingbai.domain.words import Words

FLAGS = "+flags"
STATE = "+state"
FILES = "+files"
"""Columns that are no field of the register."""

FLAG_WORDS = Words("提示", "Flag")
STATE_WORDS = Words("状态", "Status")
FILES_WORDS = Words("附件", "Files")
NUMBER_WORDS = Words("编号", "Number")


def words_of(register: Register[Any], name: str) -> Words:
    """What a column is called."""
    special = {FLAGS: FLAG_WORDS, STATE: STATE_WORDS, FILES: FILES_WORDS}
    if name in special:
        return special[name]
    return register.fields[name].words if name in register.fields else NUMBER_WORDS
