"""A table in a text file: its encoding, what divides its cells, and what stands in them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from mingbai.domain.text import clean
from mingbai.domain.words import Fault
from mingbai.exchange.gate import Admitted, check_grid, column_letters
from mingbai.exchange.table import Cell

DELIMITERS = (",", "\t", ";")
FIELD_LIMIT = 2**20
_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)
"""How exports keep Excel from reading a number: `="00123"`."""
_STATED_DELIMITER = re.compile(r"\ufeff?sep=(.)\r?\n", re.IGNORECASE)


def text_rows(file: Admitted) -> Iterator[tuple[int, list[Cell]]]:
    text = decoded(file)
    delimiter, skipped = "", 0
    if stated := _STATED_DELIMITER.match(text):
        delimiter, text, skipped = stated[1], text[stated.end() :], 1
    delimiter = delimiter or _delimiter(text)
    csv.field_size_limit(FIELD_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    widest = 0
    try:
        for number, values in enumerate(reader, 1 + skipped):
            widest = max(widest, len(values))
            check_grid(file.name, number, widest, f"{column_letters(widest)}{number}")
            yield number, [text_cell(value) for value in values]
    except csv.Error:
        raise Fault(
            "“{name}”第 {line} 行附近的引号不成对，请用 Excel 或 WPS 打开检查，另存为 .xlsx 后再导入",
            "A quotation mark near line {line} of “{name}” has no partner; check it in Excel or WPS, save the file "
            "as .xlsx and import that",
            name=file.name,
            line=reader.line_num + skipped,
        ) from None


def text_cell(value: str) -> Cell:
    if value.startswith('="') and (found := _AS_TEXT.fullmatch(value)):
        value = found[1]
    return clean(value, multiline=True) or None


def decoded(file: Admitted) -> str:
    data = file.data
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Fault(
        "“{name}”的文字编码无法识别，请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入",
        "The text encoding of “{name}” is unknown; open it in Excel or WPS, save it as .xlsx and import that",
        name=file.name,
    )


def _delimiter(text: str) -> str:
    """The mark that cuts the first rows into the most even pieces."""

    def evenness(delimiter: str) -> tuple[float, int]:
        reader = csv.reader(io.StringIO(text[:100_000], newline=""), delimiter=delimiter)
        widths: Counter[int] = Counter()
        try:
            for values, _ in zip(reader, range(50), strict=False):
                if values:
                    widths[len(values)] += 1
        except csv.Error:
            pass
        width, often = max(widths.items(), key=lambda item: (item[0] > 1, item[1]), default=(1, 0))
        return (often / widths.total() if width > 1 else 0.0), width

    return max(DELIMITERS, key=evenness)
