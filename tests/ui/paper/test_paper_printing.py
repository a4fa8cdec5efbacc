"""A PDF of sheets: real text, one page of A4 each, put in place only when it is whole."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from mingbai.domain.sheet import Chart, ChartKind, Look, Page, Row, Sheet, SheetColumn, Workbook
from mingbai.domain.words import Fault
from mingbai.ui.paper.layout import laid_out
from mingbai.ui.paper.painter import paint
from mingbai.ui.paper.printing import Told, save_pages


def workbook() -> Workbook:
    columns = (SheetColumn("Indicator", 30.0), SheetColumn("Month", 10.0, Look.COUNT))
    rows = tuple(Row((f"Figure {n}", n + 5)) for n in range(60))
    upright = Sheet("One", "Upright", columns, rows, page=Page(portrait=True, one_page=False))
    chart = Chart("Figure 1", ChartKind.COLUMNS, 0, (1,))
    broad = Sheet("Two", "Broad", columns, rows[:3], charts=(chart,))
    return Workbook("en", (upright, broad), "Xinhu, November 2026")


def save_pdf(out: Path, told: Told | None = None) -> None:
    book = workbook()
    save_pages(laid_out(book), book.language, book.caption, out, told)


def test_a_pdf_has_a_page_for_each_page_and_embeds_its_fonts(qapp: QApplication, tmp_path: Path) -> None:
    out, told = tmp_path / "report.pdf", []
    save_pdf(out, lambda done, of: told.append((done, of)))
    content = out.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == 3
    # Text that can be searched and copied says which letter each sign is.
    assert b"/ToUnicode" in content
    assert b"/FontFile2" in content
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_file_that_was_there_stays_when_writing_fails(qapp: QApplication, tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    out.write_bytes(b"kept")

    def stop(_done: int, _of: int) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        save_pdf(out, stop)
    assert out.read_bytes() == b"kept"
    assert [each.name for each in tmp_path.iterdir()] == ["report.pdf"]


def test_a_folder_that_is_gone_is_told_in_a_sentence(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(Fault, match="folder"):
        save_pdf(tmp_path / "gone" / "report.pdf")


def test_a_text_too_long_for_its_cell_stays_inside_it(qapp: QApplication) -> None:
    long = unicodedata.normalize("NFC", "一二三四五六七八九十" * 40)
    columns = (SheetColumn("事项", 12.0), SheetColumn("空", 60.0))
    sheet = Sheet("表", "", columns, (Row((long, None)),), page=Page(height=19.0))
    pages = laid_out(Workbook("zh", (sheet,), ""))[0].pages
    texts = [text for page in pages for text in page.texts if text.text and text.text in long]
    assert "".join(text.text for text in texts) == long, "it goes on in the next pages"
    page = pages[0]
    image = QImage(round(page.width), round(page.height), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter, page, "zh")
    painter.end()
    for cell in (text.box for text in texts if text in page.texts):
        beside = range(round(cell.x + cell.width) + 3, round(cell.x + cell.width) + 40)
        middle = range(round(cell.y) + 3, round(cell.y + cell.height) - 3)
        assert all(image.pixelColor(x, y).lightness() > 200 for x in beside for y in middle)
