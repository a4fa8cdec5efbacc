"""How a command ends: the number that a script reads."""

from __future__ import annotations

from collections.abc import Sequence

from mingbai.domain.words import Words

DONE, REFUSED, WRONG_USAGE = 0, 1, 2

ENDS = Words(
    "退出码：0 全部办成；1 有没收的（如一行、一个文件）、没办成的，或账本不完好，输出里写明办了什么、哪些没办、为什么；"
    "2 命令没有写对，什么也没做",
    "Exit codes: 0, all is done; 1, something was refused (a row, a file) or could not be done, or the ledger is not "
    "whole, and the answer says what was done and why the rest was not; 2, the command is not written right, and "
    "nothing is done",
)


def ending(refused: Sequence[object]) -> int:
    """What a command ends with that tells what it refused or found wrong: 1 where there is any."""
    return REFUSED if refused else DONE
