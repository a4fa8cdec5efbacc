"""What comes on standard input: bytes, in whatever encoding the program before it writes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from mingbai.domain.words import Mistake

if TYPE_CHECKING:
    from io import BufferedReader

UTF_8, UTF_16 = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff")
"""The marks that some editors write first."""
AT_ONCE = 1 << 20
"""So many bytes are read at once, if they wait."""


def piped() -> BufferedReader:
    """Standard input. Raises `Mistake` where it is closed."""
    if sys.stdin is None:
        raise Mistake(
            "标准输入已关闭，没有可读的内容；请用管道传入，或写文件名",
            "Standard input is closed; pipe the text in, or name a file",
        )
    return cast("BufferedReader", sys.stdin.buffer)


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


def lines_waiting(stream: BufferedReader) -> Iterator[list[bytes]]:
    """Its lines, however they end, as many together as can be read without waiting for whoever writes them."""
    rest, mark = bytearray(), UTF_8
    while data := stream.read1(AT_ONCE):
        whole, end, begun = data.rpartition(b"\n")
        rest += whole
        if end:
            yield bytes(rest + end).removeprefix(mark).splitlines()
            rest, mark = bytearray(), b""
        rest += begun
    yield bytes(rest).removeprefix(mark).splitlines()
