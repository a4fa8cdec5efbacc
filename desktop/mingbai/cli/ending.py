"""How a command ends: the number that a script reads."""

from __future__ import annotations

from mingbai.domain.words import Words

DONE, REFUSED, WRONG_USAGE = 0, 1, 2

ENDS = Words(
    "退出码：0 全部办成；1 有没办成的（如有一行、一个文件没有收，账本不完好），输出里写明是哪些、为什么，其余的已经办好；"
    "2 命令没有写对，什么也没做",
    "Exit codes: 0, all is done; 1, something was refused (a row, a file) or is not whole, and the answer says what "
    "and why, while the rest is done; 2, the command is not written right, and nothing is done",
)


def ending(*refused: object) -> int:
    """What a command ends with that did what it could: 1 where anything is among the refused."""
    return REFUSED if any(refused) else DONE
