"""What comes on standard input: bytes, in whatever encoding the program before it writes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import BinaryIO

from mingbai.domain.words import Mistake

UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def piped() -> BinaryIO:
    """Standard input. Raises `Mistake` where it is closed."""
    if sys.stdin is None:
        raise Mistake(
            "标准输入已关闭，没有可读的内容；请用管道传入，或写文件名",
            "Standard input is closed; pipe the text in, or name a file",
        )
    return sys.stdin.buffer


def piped_text() -> str:
    """All of it as text: UTF-8, UTF-16 with its mark, or what a Chinese Windows writes."""
    data = piped().read()
    for encoding in ("utf-16",) if data.startswith(UTF_16) else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Mistake(
        "读不出标准输入的文字编码；请存成 UTF-8 再传入",
        "The encoding of standard input is unknown; save the text as UTF-8 and pipe it in again",
    )


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """Its lines, however they end, without the mark that some editors write first."""
    for number, part in enumerate(stream):
        yield from (part.removeprefix(b"\xef\xbb\xbf") if number == 0 else part).splitlines()
