"""The text of a notice in a file: .docx, .txt, and the head of a form in a table."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from mingbai.domain.words import Fault, Mistake
from mingbai.exchange.gate import Form, admit_document
from mingbai.exchange.tables import read_table
from mingbai.exchange.text_files import decoded

LONGEST = 200_000
"""So many signs of a document are read; the rest of a longer one is no notice."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_PARAGRAPH, _TABLE, _ROW, _CELL, _TEXT, _BREAK, _TAB = "p", "tbl", "tr", "tc", "t", "br", "tab"
_DELETED = frozenset({"del", "moveFrom", "delText", "instrText", "fldSimple"})
"""What a reader of the document does not see: deleted words, instructions of fields."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says, and the columns of the first form in it."""

    name: str
    text: str
    columns: tuple[str, ...]
    is_table: bool = False
    """Whether it is a workbook or the like, with no text but its name."""


def read_document(path: Path) -> Document:
    """The text and the form of a file. Raises `Mistake` or `Fault`."""
    file = admit_document(path)
    if file.form is Form.DOCX:
        return _docx(file.name, file.data)
    if file.form is Form.TEXT and path.suffix.lower() not in (".csv", ".tsv"):
        return Document(file.name, decoded(file)[:LONGEST].strip(), ())
    table = read_table(path)
    return Document(file.name, path.stem, table.head, is_table=True)


def _docx(name: str, data: bytes) -> Document:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            content = archive.read("word/document.xml")
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise ValueError(name)
        root = ET.fromstring(content)  # noqa: S314 - nothing can be declared in it, and a child reads it
    except (KeyError, ET.ParseError, ValueError, zipfile.BadZipFile):
        raise Fault(
            "“{name}”无法读取，文件可能已损坏，请用 Word 或 WPS 打开，另存为 .docx 后再拖入",
            "“{name}” cannot be read and may be damaged; open it in Word or WPS, save it as .docx and drop that",
            name=name,
        ) from None
    body = next((child for child in root if _is(child, "body")), None)
    lines: list[str] = []
    columns: tuple[str, ...] = ()
    for block in body if body is not None else ():
        if _is(block, _TABLE):
            rows = [[_said(cell) for cell in row if _is(cell, _CELL)] for row in block if _is(row, _ROW)]
            columns = columns or _head(rows)
            lines += ["\t".join(row) for row in rows]
        else:
            lines.append(_said(block))
    text = "\n".join(line for line in lines if line.strip())[:LONGEST]
    if not text:
        raise Mistake(
            "“{name}”里没有文字，可能是扫描件，请把文字复制后粘贴",
            "“{name}” holds no text and may be a scan; copy the words and paste them",
            name=name,
        )
    return Document(name, text, columns)


def _is(element: ET.Element, tag: str) -> bool:
    return element.tag in (_W + tag, _STRICT + tag)


def _head(rows: list[list[str]]) -> tuple[str, ...]:
    """The row that names columns: the first with several short cells, all filled and none a number."""
    for row in rows[:5]:
        filled = [cell.strip() for cell in row if cell.strip()]
        if len(filled) >= 3 and len(filled) == len(row) and all(len(cell) <= 24 for cell in filled):
            return tuple(filled)
    return ()


def _said(element: ET.Element) -> str:
    return "".join(_pieces(element)).strip()


def _pieces(element: ET.Element) -> Iterator[str]:
    """The words of an element, in reading order; iterative, so that no depth can end the program."""
    waiting = [element]
    while waiting:
        one = waiting.pop()
        tag = str(one.tag).rpartition("}")[2]
        if tag in _DELETED:
            continue
        if tag == _TEXT:
            yield one.text or ""
        elif tag in (_BREAK, _TAB):
            yield "\n" if tag == _BREAK else "\t"
        elif tag == _PARAGRAPH and one is not element:
            yield " "
        waiting.extend(reversed(one))
