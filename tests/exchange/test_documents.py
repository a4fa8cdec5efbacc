"""Notices in files: what is read of a .docx, and what is refused."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from mingbai.domain.words import Fault, Mistake
from mingbai.exchange.documents import Document, read_document
from mingbai.exchange.reading_apart import read_document_apart

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(text: str) -> str:
    """One paragraph in two runs, as Word splits them."""
    half = len(text) // 2
    return f"<w:p><w:r><w:t>{text[:half]}</w:t></w:r><w:r><w:t>{text[half:]}</w:t></w:r></w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table."""
    return f"<w:tbl>{''.join('<w:tr>' + ''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row) + '</w:tr>' for row in rows)}</w:tbl>"


def written(path: Path, body: str, before: str = "") -> Path:
    """A document with that body."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr(
            "word/document.xml",
            f"<?xml version='1.0'?>{before}<w:document {SPACE}><w:body>{body}</w:body></w:document>",
        )
    return path


def test_paragraphs_and_the_form_of_a_document_are_read(tmp_path: Path) -> None:
    body = (
        paragraph("关于报送名单的通知")
        + paragraph("请于11月27日前报送。")
        + table(("姓名", "身份证号", "备注"), ("", "", ""))
    )
    read = read_document(written(tmp_path / "a.docx", body))
    assert read.text.splitlines()[:2] == ["关于报送名单的通知", "请于11月27日前报送。"]
    assert read.columns == ("姓名", "身份证号", "备注")


def test_deleted_words_are_not_read(tmp_path: Path) -> None:
    body = (
        "<w:p><w:del><w:r><w:delText>11月25日</w:delText></w:r></w:del><w:r><w:t>11月27日前</w:t></w:r></w:p>"
    )
    assert read_document(written(tmp_path / "a.docx", body)).text == "11月27日前"


def test_a_child_reads_the_same(tmp_path: Path) -> None:
    path = written(tmp_path / "a.docx", paragraph("请周五前报送名单"))
    assert read_document_apart(path) == read_document(path)


def test_a_text_and_a_table_are_read_as_well(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("请周五前报送名单\n", encoding="gb18030")
    assert read_document(tmp_path / "a.txt") == Document("a.txt", "请周五前报送名单", ())
    book = Workbook()
    assert book.active is not None
    book.active.append(["姓名", "电话", "住址"])
    book.active.append(["李小红", "13000001234", "新湖花园"])
    book.save(tmp_path / "独居老人名单.xlsx")
    read = read_document(tmp_path / "独居老人名单.xlsx")
    assert (read.text, read.columns) == ("独居老人名单", ("姓名", "电话", "住址"))


@pytest.mark.parametrize(
    ("body", "before", "kind"),
    [
        ("<w:p/>", "", Mistake),
        ("<w:p>", "", Fault),
        (paragraph("x"), '<!DOCTYPE w:document [<!ENTITY a "aaaa">]>', Mistake),
        (paragraph("x"), '<!--<svg--><!DOCTYPE w:document [<!ENTITY a "aaaa">]>', Fault),
    ],
)
def test_a_document_that_cannot_be_read_is_one_sentence(
    tmp_path: Path, body: str, before: str, kind: type[Mistake | Fault]
) -> None:
    with pytest.raises(kind, match=r"a\.docx"):
        read_document(written(tmp_path / "a.docx", body, before))


def test_a_deep_document_is_read(tmp_path: Path) -> None:
    depth = 5_000
    body = (
        "<w:p>" + "<w:smartTag>" * depth + "<w:r><w:t>周五前</w:t></w:r>" + "</w:smartTag>" * depth + "</w:p>"
    )
    assert read_document(written(tmp_path / "a.docx", body)).text == "周五前"
