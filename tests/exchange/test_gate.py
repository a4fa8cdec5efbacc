"""The gate: a file is known by its content, and a hostile one is refused in a sentence."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.bench.reference import times_as_long

from mingbai.domain.words import Fault, Mistake, Trouble
from mingbai.exchange import gate
from mingbai.exchange.gate import Form, admit, column_letters, column_number

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def workbook(*rows: list[object]) -> bytes:
    book = Workbook()
    for row in rows or (["标题", "日期"], ["修路灯", "2026-11-02"]):
        book.worksheets[0].append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def package(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def sheet(cells: bytes) -> bytes:
    return package(
        {
            "xl/workbook.xml": b"<workbook/>",
            "xl/worksheets/sheet1.xml": b"<worksheet><sheetData>" + cells + b"</sheetData>",
        }
    )


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def told(path: Path) -> Trouble:
    with pytest.raises(Trouble) as caught:
        admit(path)
    words = caught.value.words
    assert path.name in words.zh
    assert path.name in words.en
    return caught.value


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.csv", "a"])
def test_a_workbook_is_known_under_any_name(tmp_path: Path, name: str) -> None:
    assert admit(write(tmp_path, name, workbook())).form is Form.XLSX


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.xls", "a.txt"])
def test_a_text_is_known_under_any_name(tmp_path: Path, name: str) -> None:
    assert admit(write(tmp_path, name, "标题,日期\n".encode("gb18030"))).form is Form.TEXT


def test_an_old_workbook_is_known_by_its_stream(tmp_path: Path) -> None:
    assert admit(write(tmp_path, "a.xlsx", OLE + "Workbook".encode("utf-16-le"))).form is Form.XLS


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        ("a.xls", OLE + "WordDocument".encode("utf-16-le"), "Word"),
        ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>", "另存为 .xlsx"),
        ("a.xls", b'<?xml version="1.0"?><Workbook/>', "另存为 .xlsx"),
        ("a.xlsx", b"%PDF-1.7", "PDF"),
        ("a.xlsx", b"", "空文件"),
        ("a.csv", b"\r\n \r\n", "空文件"),
        ("a.docx", package({"word/document.xml": b"<document/>"}), "Word"),
        ("a.zip", package({"a.xlsx": workbook()}), "解压"),
        ("a.ods", package({"content.xml": b"<x/>"}), "另存为 .xlsx"),
        ("a.xlsb", package({"xl/workbook.bin": b"", "xl/theme/theme1.xml": b"<x/>"}), "另存为 .xlsx"),
        ("~$a.xlsx", b"\5Name", "~$"),
        ("a.py", b"print()", "不是表格"),
        ("a.exe", b"MZ" + bytes(1000), "“a.exe”不是表格文件"),
    ],
)
def test_what_is_no_table_is_a_mistake(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    trouble = told(write(tmp_path, name, data))
    assert isinstance(trouble, Mistake)
    assert said in trouble.words.zh


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", b"PK\3\4 and then nothing"),
        ("a.xlsx", workbook()[:-400]),
        ("a.xls", OLE),
        ("a.csv", b"a,b\0\0\n1,2\0\n"),
    ],
)
def test_what_is_broken_is_a_fault(tmp_path: Path, name: str, data: bytes) -> None:
    trouble = told(write(tmp_path, name, data))
    assert isinstance(trouble, Fault)
    assert "另存为" in trouble.words.zh


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert isinstance(told(tmp_path / "gone.xlsx"), Fault)
    (tmp_path / "folder.xlsx").mkdir()
    assert isinstance(told(tmp_path / "folder.xlsx"), Mistake)


def test_a_file_another_program_holds_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "a.xlsx", workbook())

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    trouble = told(path)
    assert isinstance(trouble, Fault)
    assert "其他程序" in trouble.words.zh


def test_a_large_file_is_refused_by_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "FILE_LIMIT", 100)
    assert "太大" in told(write(tmp_path, "a.xlsx", workbook())).words.zh


def test_a_bomb_is_refused_by_what_it_declares(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = package(
        {"xl/workbook.xml": b"<a/>", "xl/sharedStrings.xml": b"<a>" + b" " * (gate.UNPACKED_LIMIT + 1)}
    )
    unpacked: list[object] = []
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda _, part, *__, **___: unpacked.append(part))
    assert "太大" in told(write(tmp_path, "a.xlsx", bomb)).words.zh
    assert unpacked == []


def test_a_bomb_that_declares_little_is_not_unpacked(tmp_path: Path) -> None:
    honest = package({"xl/workbook.xml": b"<a>" + b" " * 10_000_000})
    real, small = struct.pack("<L", 10_000_003), struct.pack("<L", 10)
    assert honest.count(real) == 2
    assert isinstance(told(write(tmp_path, "a.xlsx", honest.replace(real, small))), Fault)


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    parts = {f"xl/{number}.xml": b"" for number in range(gate.PART_LIMIT + 1)}
    assert "太大" in told(write(tmp_path, "a.xlsx", package(parts))).words.zh


@pytest.mark.parametrize(
    "head", [b'<!DOCTYPE a [<!ENTITY b "b">]>', b'<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "x">']
)
def test_a_part_with_a_document_type_is_refused(tmp_path: Path, head: bytes) -> None:
    data = package({"xl/workbook.xml": head + b"<workbook/>"})
    assert "不安全" in told(write(tmp_path, "a.xlsx", data)).words.zh


def test_a_picture_in_svg_may_name_its_type(tmp_path: Path) -> None:
    data = package({"xl/workbook.xml": b"<workbook/>", "xl/media/image1.svg": b"<!DOCTYPE svg><svg/>"})
    assert admit(write(tmp_path, "a.xlsx", data)).form is Form.XLSX


@pytest.mark.parametrize(
    "cells",
    [
        b'<c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c>',
        b'<c r="A1"><v>1</v></c><c r="XFD1048576"><v></v></c>',
        b'<c s="1" t="s" r="A1"><v>1</v></c><c s="1" r = \'XFD1048576\' ><v>1</v></c>',
        b'<x:c r="A1"><x:v>1</x:v></x:c><x:c r="xfd1048576"><x:v>1</x:v></x:c>',
    ],
)
def test_one_far_cell_is_refused_and_named(tmp_path: Path, cells: bytes) -> None:
    assert "XFD1048576" in told(write(tmp_path, "a.xlsx", sheet(cells))).words.en


def test_blank_cells_far_away_do_no_harm(tmp_path: Path) -> None:
    # People colour whole columns: such cells hold nothing and cost nothing.
    cells = b'<c r="A1"><v>1</v></c><c r="XFD1048576" s="3"/>'
    assert admit(write(tmp_path, "a.xlsx", sheet(cells))).form is Form.XLSX


@pytest.mark.parametrize(
    ("head", "again", "times"),
    [(b"", b"<c ", 250_000), (b"<c ", b" ", 2_000_000), (b"<c ", b'r="A1" ', 2_000)],
)
def test_a_made_up_part_does_not_slow_the_search(
    tmp_path: Path, head: bytes, again: bytes, times: int
) -> None:
    small = write(tmp_path, "small.xlsx", sheet(head + again * times))
    large = write(tmp_path, "large.xlsx", sheet(head + again * 4 * times))
    # Four times as much takes four times as long; going back over it again and again would take sixteen.
    assert times_as_long(lambda: admit(large), lambda: admit(small)) < 12


def test_columns_are_counted_as_spreadsheets_do() -> None:
    assert [column_letters(number) for number in (1, 26, 27, 702, 703, 16384)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
        "XFD",
    ]
    assert all(column_number(column_letters(number)) == number for number in range(1, 17_000))
