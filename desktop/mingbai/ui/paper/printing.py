"""Prints sheets and saves them as a PDF: the same pages that the screen shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from mingbai.domain.sheet import Sheet, Workbook
from mingbai.domain.words import Fault, Language, Words
from mingbai.ui.folders import Purpose, free_path, keep_folder, last_folder
from mingbai.ui.paper.leaf import FittedText, PaperPage, PaperSheet
from mingbai.ui.paper.painter import paint
from mingbai.ui.product import NAME
from mingbai.ui.runner import Progress, Stopped
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DOTS_AN_INCH = 1200
LONGEST_NAME = 60
"""Signs of a suggested file name; systems stop at about three times as many bytes."""

PRINTING = Words("正在打印", "Printing")
PRINTED = Words("已交给打印机：{title}", "Sent to the printer: {title}")
SAVING = Words("正在存为 PDF", "Saving a PDF")
SAVED = Words("已存为 PDF：{name}", "Saved as a PDF: {name}")
NO_PRINTER = Words("没有打印机，存为 PDF", "No printer here: save as a PDF")
AS_PDF = Words("存为 PDF", "Save as a PDF")

Told = Callable[[int, int], None]


def print_sheets(session: Session, sheets: Sequence[Sheet], parent: QWidget, *, caption: str = "") -> None:
    """Asks which printer, then prints the sheets off the window's thread, in the window's language."""
    workbook = Workbook(session.look.language, tuple(sheets), caption)
    title = workbook.sheets[0].title

    def laid() -> Sequence[PaperSheet]:
        from mingbai.ui.paper.layout import laid_out

        return laid_out(workbook)

    portrait = workbook.sheets[0].page.portrait
    _ask_and_print(session, laid, workbook.language, title, parent, portrait=portrait)


def print_pages(
    session: Session, sheets: Sequence[PaperSheet], language: Language, parent: QWidget, *, name: str = ""
) -> None:
    """The same for sheets that are laid out already; `name` as in `save_sheets`, where no printer is."""
    pages = [page for sheet in sheets for page in sheet.pages]
    portrait = pages[0].height > pages[0].width
    _ask_and_print(
        session, lambda: sheets, language, sheets[0].title, parent, len(pages), portrait=portrait, name=name
    )


def _ask_and_print(
    session: Session,
    laid: Callable[[], Sequence[PaperSheet]],
    language: Language,
    title: str,
    parent: QWidget,
    pages: int = 0,
    *,
    portrait: bool,
    name: str = "",
) -> None:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        # The system's dialog has nothing to offer then, and on Windows does not even open.
        _ask_and_save(session, laid, language, title, parent, NO_PRINTER, name)
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator(NAME.en)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(_orientation(portrait=portrait))
    dialog = QPrintDialog(printer, parent)
    if pages:
        dialog.setMinMax(1, pages)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    session.runner.job(
        session.word(PRINTING),
        lambda progress: _print(printer, laid(), language, progress),
        lambda _: _tell(session, title, printer.outputFileName()),
    )


def _tell(session: Session, title: str, written: str) -> None:
    """Says what became of it: paper, or (the system's own PDF printer) a file."""
    if written:
        session.wrote.emit(SAVED.format(name=Path(written).name), Path(written))
    else:
        session.said.emit(PRINTED.format(title=title))


def save_sheets(
    session: Session, sheets: Sequence[PaperSheet], language: Language, parent: QWidget, *, name: str = ""
) -> None:
    """Asks where to, then saves sheets that are laid out already as a PDF, off the window's thread.

    The file is offered under their title, or `name` where many sheets have the same title.
    """
    _ask_and_save(session, lambda: sheets, language, sheets[0].title, parent, AS_PDF, name)


def _ask_and_save(
    session: Session,
    laid: Callable[[], Sequence[PaperSheet]],
    language: Language,
    title: str,
    parent: QWidget,
    asked: Words,
    name: str = "",
) -> None:
    name = re.sub(r'[\\/:*?"<>|\s]+', " ", name or title).strip()[:LONGEST_NAME] or NAME.en
    suggested = free_path(last_folder(session.memory, Purpose.PAPERS) / f"{name}.pdf")
    chosen, _ = QFileDialog.getSaveFileName(parent, session.word(asked), str(suggested), "PDF (*.pdf)")
    if not chosen:
        return
    path = Path(chosen)
    if path.suffix.lower() != ".pdf":
        path = path.with_name(path.name + ".pdf")
    keep_folder(session.memory, Purpose.PAPERS, path.parent)
    session.runner.job(
        session.word(SAVING),
        lambda progress: save_pages(laid(), language, title, path, progress),
        lambda _: session.wrote.emit(SAVED.format(name=path.name), path),
    )


def save_pages(
    sheets: Sequence[PaperSheet], language: Language, title: str, path: Path, told: Told | None = None
) -> None:
    """Writes sheets as a PDF on A4; what was at `path` stays as it was if anything fails.

    Takes its time, so it belongs in a job; `told` hears how many pages are done.
    """
    from mingbai.exchange.writing import replacing

    with replacing(path) as part:
        # In memory first: Qt does not say when a disk is full.
        part.write_bytes(pdf_of(sheets, language, title, told))


def pdf_of(sheets: Sequence[PaperSheet], language: Language, title: str, told: Told | None = None) -> bytes:
    """The pages as the bytes of a PDF with real text."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_AN_INCH)
    writer.setTitle(title)
    writer.setCreator(NAME.en)
    pages = [page for sheet in sheets for page in sheet.pages]
    for page in pages[:1]:
        _set_page(writer, page)
    painter = QPainter(writer)
    try:
        for number, page in enumerate(pages):
            if number:
                _set_page(writer, page)
                writer.newPage()
            _paint_at(painter, page, language, DOTS_AN_INCH)
            if told is not None:
                told(number + 1, len(pages))
    finally:
        # Stopped halfway, too: a painter must not outlive what it paints on.
        painter.end()
    return bytes(buffer.data().data())


def _print(printer: QPrinter, sheets: Sequence[PaperSheet], language: Language, progress: Progress) -> None:
    pages = [page for sheet in sheets for page in sheet.pages]
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    wanted = pages[first - 1 : last]
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    painter = QPainter()
    try:
        for number, page in enumerate(wanted * copies):
            _turn(printer, page)
            if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
                raise Fault(
                    "打印机没有接受打印，请检查打印机后再试",
                    "The printer did not take the pages; check it and try again",
                )
            _paint_at(painter, page, language, printer.resolution())
            progress(number + 1, len(wanted) * copies)
    except Stopped:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()


def _paint_at(painter: QPainter, page: PaperPage[FittedText], language: Language, dots: int) -> None:
    painter.save()
    painter.scale(dots / 72, dots / 72)
    paint(painter, page, language)
    painter.restore()


def _set_page(device: QPagedPaintDevice, page: PaperPage[FittedText]) -> None:
    short, long = sorted((page.width, page.height))
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Point, "A4", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = _orientation(portrait=page.height > page.width)
    layout = QPageLayout(size, turned, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(layout)


def _turn(printer: QPrinter, page: PaperPage[FittedText]) -> None:
    """On a printer margins come from the paper: the page is drawn from the sheet's corner."""
    printer.setFullPage(True)
    printer.setPageOrientation(_orientation(portrait=page.height > page.width))


def _orientation(*, portrait: bool) -> QPageLayout.Orientation:
    return QPageLayout.Orientation.Portrait if portrait else QPageLayout.Orientation.Landscape
