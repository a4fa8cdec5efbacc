"""Prints sheets and saves them as a PDF: the same pages that the screen shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QDialog, QWidget

from mingbai.domain.sheet import Sheet, Workbook
from mingbai.domain.words import Fault, Language, Words
from mingbai.ui.paper.leaf import PaperPage, PaperSheet
from mingbai.ui.paper.painter import paint
from mingbai.ui.runner import Progress
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DOTS_AN_INCH = 1200
MADE_BY = "Mingbai Ledger"

PRINTING = Words("正在打印", "Printing")
PRINTED = Words("已交给打印机：{title}", "Sent to the printer: {title}")

Told = Callable[[int, int], None]


def print_sheets(session: Session, sheets: Sequence[Sheet], parent: QWidget, *, caption: str = "") -> None:
    """Asks which printer, then prints the sheets off the window's thread, in the window's language."""
    print_workbook(session, Workbook(session.look.language, tuple(sheets), caption), parent)


def print_workbook(session: Session, workbook: Workbook, parent: QWidget) -> None:
    """The same for a workbook that has a language and a caption of its own."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(workbook.caption or workbook.sheets[0].title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    if workbook.sheets:
        printer.setPageOrientation(_orientation(portrait=workbook.sheets[0].page.portrait))
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return

    def work(progress: Progress) -> None:
        from mingbai.ui.paper.layout import laid_out

        _print(printer, laid_out(workbook), workbook.language, progress)

    def printed(_answer: None) -> None:
        session.said.emit(PRINTED.format(title=workbook.sheets[0].title))

    session.runner.job(session.word(PRINTING), work, printed)


def save_pdf(workbook: Workbook, path: Path, told: Told | None = None) -> None:
    """Writes the sheets as a PDF on A4; what was at `path` stays as it was if anything fails.

    Takes its time, so it belongs in a job; `told` hears how many pages are done.
    """
    from mingbai.exchange.writing import replacing
    from mingbai.ui.paper.layout import laid_out

    sheets = laid_out(workbook)
    with replacing(path) as part:
        # In memory first: Qt does not say when a disk is full.
        part.write_bytes(pdf_of(sheets, workbook.language, workbook.caption, told))


def pdf_of(sheets: Sequence[PaperSheet], language: Language, title: str, told: Told | None = None) -> bytes:
    """The pages as the bytes of a PDF with real text."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_AN_INCH)
    writer.setTitle(title)
    writer.setCreator(MADE_BY)
    pages = [page for sheet in sheets for page in sheet.pages]
    for page in pages[:1]:
        _set_page(writer, page)
    painter = QPainter(writer)
    for number, page in enumerate(pages):
        if number:
            _set_page(writer, page)
            writer.newPage()
        _paint_at(painter, page, language, DOTS_AN_INCH)
        if told is not None:
            told(number + 1, len(pages))
    painter.end()
    return bytes(buffer.data().data())


def _print(printer: QPrinter, sheets: Sequence[PaperSheet], language: Language, progress: Progress) -> None:
    pages = [page for sheet in sheets for page in sheet.pages]
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    wanted = pages[first - 1 : last]
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    painter = QPainter()
    begun = False
    for number, page in enumerate(wanted * copies):
        _turn(printer, page)
        going = printer.newPage() if begun else painter.begin(printer)
        if not going:
            raise Fault(
                "打印机没有接受打印，请检查打印机后再试",
                "The printer did not take the pages; check it and try again",
            )
        begun = True
        _paint_at(painter, page, language, printer.resolution())
        progress(number + 1, len(wanted) * copies)
    if begun:
        painter.end()


def _paint_at(painter: QPainter, page: PaperPage, language: Language, dots: int) -> None:
    painter.save()
    painter.scale(dots / 72, dots / 72)
    paint(painter, page, language)
    painter.restore()


def _set_page(device: QPagedPaintDevice, page: PaperPage) -> None:
    short, long = sorted((page.width, page.height))
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Point, "A4", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = _orientation(portrait=page.height > page.width)
    layout = QPageLayout(size, turned, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(layout)


def _turn(printer: QPrinter, page: PaperPage) -> None:
    """On a printer margins come from the paper: the page is drawn from the sheet's corner."""
    printer.setFullPage(True)
    printer.setPageOrientation(_orientation(portrait=page.height > page.width))


def _orientation(*, portrait: bool) -> QPageLayout.Orientation:
    return QPageLayout.Orientation.Portrait if portrait else QPageLayout.Orientation.Landscape
