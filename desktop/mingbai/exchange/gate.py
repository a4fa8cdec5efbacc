"""May this file be opened at all? Answered from its bytes, before any reader sees it.

Names lie (an xlsx is called `.xls`, a csv `.xlsx`), and a file of a few kilobytes can unpack into
gigabytes or put one cell so far out that a reader fills the memory. Whatever is refused here is
refused in one sentence that says what to do next.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from mingbai.domain.words import Fault, Mistake

FILE_LIMIT = 64 * 2**20
UNPACKED_LIMIT = 320 * 2**20
PART_LIMIT = 5_000
GRID_LIMIT = 5_000_000
"""Cells of the rectangle around everything filled: a reader lays out the whole of it."""
COLUMN_LIMIT = 2_000

TABLE_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".et", ".csv", ".tsv", ".txt", ""})


class Form(Enum):
    """How what a file holds is written."""

    XLSX = "xlsx"
    XLS = "xls"
    TEXT = "text"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class Admitted:
    """A file that may be read: its bytes, so that nobody can exchange it after the check."""

    name: str
    form: Form
    data: bytes


def admit(path: Path) -> Admitted:
    """The file's form and bytes. Raises `Mistake` for a wrong file, `Fault` for one that cannot be read."""
    name = path.name
    if name.startswith("~$"):
        raise Mistake(
            "“{name}”是表格打开时的临时文件，请选择不带“~$”的那个文件",
            "“{name}” is a temporary file of an open workbook; choose the one without “~$”",
            name=name,
        )
    form, data = _formed(path)
    if form is Form.XLSX:
        _check_package(name, data)
    return Admitted(name, form, data)


def admit_document(path: Path) -> Admitted:
    """The same for a file that may be a text document as well."""
    data = _read(path)
    if not (data.startswith(b"PK") and b"word/document.xml" in data):
        return admit(path)
    _check_package(path.name, data, document=True)
    return Admitted(path.name, Form.DOCX, data)


def _formed(path: Path) -> tuple[Form, bytes]:
    name, data = path.name, _read(path)
    if not data.strip(b"\0 \t\r\n"):
        raise Mistake(
            "“{name}”是空文件，请检查后重新选择", "“{name}” is empty; check it and choose again", name=name
        )
    return _form(name, path.suffix.lower(), data), data


def check_grid(name: str, height: int, width: int, far: str) -> None:
    """Refuses a sheet whose filled cells lie too far apart; `far` names the last one."""
    if width > COLUMN_LIMIT or height * width > GRID_LIMIT:
        raise Mistake(
            "“{name}”的表格范围太大（一直到 {far}），请删除表格以外的空行、空列和零散内容，保存后再导入",
            "The table in “{name}” reaches too far (to {far}); delete the blank rows, blank columns and stray "
            "cells around it, save, and import again",
            name=name,
            far=far,
        )


def damaged(name: str) -> Fault:
    """What is said of a file that no reader understands."""
    return Fault(
        "“{name}”无法读取，文件可能已损坏，请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入",
        "“{name}” cannot be read and may be damaged; open it in Excel or WPS, save it as .xlsx and import that",
        name=name,
    )


def locked_by_password(name: str) -> Mistake:
    """What is said of a file that only opens with a password."""
    return Mistake(
        "“{name}”设有打开密码，请用 Excel 或 WPS 打开，取消密码后再导入",
        "“{name}” is protected by a password; open it in Excel or WPS, remove the password and import again",
        name=name,
    )


def too_large(name: str) -> Mistake:
    """What is said of a file that is, or unpacks to, more than a table for a village can be."""
    return Mistake(
        "“{name}”太大，请只保留要导入的工作表（去掉图片），或分成几个文件再导入",
        "“{name}” is too large; keep only the sheet to import (without pictures) or split it into several files",
        name=name,
    )


def _read(path: Path) -> bytes:
    name = path.name
    try:
        if path.is_dir():
            raise Mistake(
                "“{name}”是文件夹，请选择表格文件", "“{name}” is a folder; choose a table file", name=name
            )
        if path.exists() and not path.is_file():
            raise Mistake(
                "“{name}”不是普通文件，请重新选择",
                "“{name}” is not an ordinary file; choose another",
                name=name,
            )
        with path.open("rb") as stream:
            data = stream.read(FILE_LIMIT + 1)
    except FileNotFoundError:
        raise Fault(
            "找不到“{name}”，可能已移动或改名，请重新选择",
            "“{name}” is not there; it may have been moved or renamed, choose it again",
            name=name,
        ) from None
    except PermissionError:
        raise Fault(
            "“{name}”打不开，可能正被其他程序使用，请关闭后再试",
            "“{name}” cannot be opened; another program may be using it, close it there and try again",
            name=name,
        ) from None
    except OSError:
        raise Fault(
            "“{name}”读取失败，请把文件复制到本机后再试",
            "“{name}” could not be read; copy it to this computer and try again",
            name=name,
        ) from None
    if len(data) > FILE_LIMIT:
        raise too_large(name)
    return data


# --- What is it? -------------------------------------------------------------------------------

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_OTHERS = {
    b"%PDF": ("PDF", "a PDF"),
    b"\x89PNG": ("图片", "a picture"),
    b"\xff\xd8\xff": ("图片", "a picture"),
    b"GIF8": ("图片", "a picture"),
    b"Rar!": ("压缩包", "an archive"),
    b"7z\xbc\xaf": ("压缩包", "an archive"),
    b"\x1f\x8b": ("压缩包", "an archive"),
    b"{\\rtf": ("文字文档", "a text document"),
    b"SQLite format 3": ("数据库", "a database"),
}
_WEB_PAGE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|html|head|meta|table|style|div|!--)", re.IGNORECASE
)


def _form(name: str, suffix: str, data: bytes) -> Form:
    if data.startswith(b"PK"):
        return Form.XLSX
    if data.startswith(_OLE):
        return _ole_form(name, data)
    for magic, (zh, en) in _OTHERS.items():
        if data.startswith(magic):
            raise _not_a_table(name, zh, en)
    if _WEB_PAGE.match(data) or _is_biff_bare(data):
        # Many systems hand out a web page, or a workbook of the nineties, as “.xls”.
        raise _save_as_xlsx(name)
    if suffix in TABLE_SUFFIXES and b"\0" in data[:65536] and not data.startswith(_UTF16):
        raise damaged(name)
    if suffix not in TABLE_SUFFIXES:
        raise Mistake(
            "“{name}”不是表格文件，请选择 .xlsx、.xls 或 .csv 文件",
            "“{name}” is not a table; choose an .xlsx, .xls or .csv file",
            name=name,
        )
    return Form.TEXT


def _is_biff_bare(data: bytes) -> bool:
    return len(data) > 4 and data[0] == 9 and data[1] in {0, 2, 4, 8} and data[3] == 0


def _ole_form(name: str, data: bytes) -> Form:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise locked_by_password(name)
    if holds("WordDocument") and not holds("Workbook"):
        raise _not_a_table(name, "Word 文档", "a Word document")
    if holds("PowerPoint Document"):
        raise _not_a_table(name, "演示文稿", "a presentation")
    if not (holds("Workbook") or holds("Book")):
        raise damaged(name)
    return Form.XLS


def _not_a_table(name: str, zh: str, en: str) -> Mistake:
    return Mistake(
        f"“{{name}}”是{zh}，不是表格，请选择 .xlsx、.xls 或 .csv 文件",
        f"“{{name}}” is {en}, not a table; choose an .xlsx, .xls or .csv file",
        name=name,
    )


def _save_as_xlsx(name: str) -> Mistake:
    return Mistake(
        "“{name}”的内容不是 .xlsx、.xls 或 .csv 格式，请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入",
        "“{name}” is not really an .xlsx, .xls or .csv file; open it in Excel or WPS, save it as .xlsx and import that",
        name=name,
    )


# --- Inside a package --------------------------------------------------------------------------

_BROKEN_ZIP = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    OverflowError,
)
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
# Lengths are bounded so that no made-up tag can make the search slow.
_FILLED_CELL = re.compile(
    rb"<(?:\w{1,20}:)?c\s(?:[^<>]{0,200}?\s)??r\s?=\s?[\"']([A-Za-z]{1,7})(\d{1,10})[\"'][^<>]{0,200}(?<!/)>"
)


def _check_package(name: str, data: bytes, *, document: bool = False) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except _BROKEN_ZIP:
        raise damaged(name) from None
    if len(parts) > PART_LIMIT or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        raise too_large(name)
    if not document:
        _check_kind(name, {part.filename.replace("\\", "/").lstrip("/").lower() for part in parts})
    if any(part.flag_bits & 1 for part in parts):
        raise locked_by_password(name)
    try:
        for content in _unpacked(data, parts):
            _check_part(name, content)
    except _BROKEN_ZIP:
        raise damaged(name) from None


def _check_kind(name: str, names: set[str]) -> None:
    if any(part.startswith("xl/") and part.endswith(".xml") for part in names):
        if "xl/workbook.bin" in names:
            raise _save_as_xlsx(name)
        return
    if "content.xml" in names:
        raise _save_as_xlsx(name)
    if any(part.startswith("word/") for part in names):
        raise _not_a_table(name, "Word 文档", "a Word document")
    if any(part.startswith("ppt/") for part in names):
        raise _not_a_table(name, "演示文稿", "a presentation")
    raise Mistake(
        "“{name}”是压缩包，请解压后选择里面的表格文件",
        "“{name}” is an archive; unpack it and choose the table inside",
        name=name,
    )


def _unpacked(data: bytes, parts: list[zipfile.ZipInfo]) -> Iterator[bytes]:
    """The content of each part. Raises `BadZipFile` where it is not as long as declared.

    `zipfile` stops at the declared length without a word, but other readers go on to the real end:
    a bomb only has to declare little.
    """
    for part in parts:
        mark, name_length, extra_length = _LOCAL_HEADER.unpack_from(data, part.header_offset)
        start = part.header_offset + 30 + name_length + extra_length
        packed = memoryview(data)[start : start + part.compress_size]
        if mark != b"PK\x03\x04":
            raise zipfile.BadZipFile(part.filename)
        if part.compress_type == zipfile.ZIP_STORED:
            content = bytes(packed)
        elif part.compress_type == zipfile.ZIP_DEFLATED:
            content = zlib.decompressobj(-15).decompress(packed, part.file_size + 1)
        else:
            raise zipfile.BadZipFile(part.filename)
        if len(content) != part.file_size:
            raise zipfile.BadZipFile(part.filename)
        yield content


def _check_part(name: str, content: bytes) -> None:
    if content.startswith(_UTF16) and b"<" in content[:16]:
        raise damaged(
            name
        )  # no spreadsheet program writes such parts, and nothing below could look into them
    if not _MARKUP.match(content):
        return
    # A picture in SVG may well name its document type, and no reader of tables opens it.
    if (b"<!DOCTYPE" in content or b"<!ENTITY" in content) and b"<svg" not in content:
        raise Mistake(
            "“{name}”里有不安全的内容，不能导入，请用 Excel 或 WPS 打开，另存为新的 .xlsx 后再试",
            "“{name}” holds unsafe content and is not opened; open it in Excel or WPS, save it as a new .xlsx and try that",
            name=name,
        )
    if b"sheetData" in content:
        _check_sheet(name, content)


def _check_sheet(name: str, content: bytes) -> None:
    """Refuses a sheet whose filled cells span too much; the declared size is not believed."""
    rows: set[bytes] = set()
    columns: set[bytes] = set()
    for found in _FILLED_CELL.finditer(content):
        columns.add(found[1])
        rows.add(found[2])
    if not rows:
        return
    across = {column_number(letters.decode()) for letters in columns}
    down = {int(row) for row in rows}
    far = f"{max(columns, key=lambda letters: column_number(letters.decode())).decode().upper()}{max(down)}"
    check_grid(name, max(down) - min(down) + 1, max(across) - min(across) + 1, far)


def column_number(letters: str) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """A for 1, AA for 27."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
