"""Printing from the window: the list as it is shown, the open entry, and a PDF where no printer is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu
from tests.ui.waiting import PATIENCE_MS, settled, until

from mingbai.desk.records import add
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Ledger
from mingbai.ui.look.look import Look
from mingbai.ui.memory import Memory
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.shell.window import Window

TASK = {"received_on": "2026-11-23", "department": "民政局", "title": "重点人群台账", "due_on": "2026-11-27"}


@pytest.fixture
def window(qtbot, ledger: Ledger, today: date, tmp_path: Path) -> Iterator[Window]:
    """The page of assignments with one of them; every bug fails the test."""
    add(ledger, TASKS, TASK, today=today)
    ledger.close()
    bugs: list[object] = []
    made = Window(ledger.path, Look(), Memory(tmp_path / "memory.ini"), today=today, failed=bugs.append)
    made.resize(1280, 800)
    with qtbot.waitExposed(made, timeout=PATIENCE_MS):
        made.show()
    made.frame.show_page("task")
    settled(made)
    made.activateWindow()
    until(made.isActiveWindow)
    settled(made)
    yield made
    made.close()
    assert bugs == []


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Answers the question for a file; keeps what it was asked with."""
    found: list[str] = []

    def answer(_parent: object, title: str, name: str, _kinds: str) -> tuple[str, str]:
        found.append(f"{title}: {Path(name).name}")
        return str(tmp_path / "list"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return found


@pytest.fixture
def no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)


def page_of(window: Window) -> RegisterPage:
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    return page


def menu_shown(window: Window) -> QMenu:
    shown = [menu for menu in page_of(window).findChildren(QMenu) if menu.isVisible()]
    assert len(shown) == 1
    return shown[0]


def test_ctrl_p_without_a_printer_saves_the_list_as_a_pdf(
    window: Window, asked: list[str], no_printer: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTest.keyClick(page_of(window).view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settled(window)
    assert asked == ["没有打印机，存为 PDF: 上级交办.pdf"]
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF-")
    status = window.frame.status
    assert status.text == "已存为 PDF：list.pdf"
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    for link in (status.open_file, status.open_folder):
        assert link.isVisible()
        link.click()
    assert [Path(url.toLocalFile()) for url in opened] == [tmp_path / "list.pdf", tmp_path]
    window.session.said.emit(Words("别的", "Something else"))
    assert not status.open_file.isVisible()
    window.session.added.emit(Words("又一句", "One more"))
    assert status.text == "别的；又一句"


def test_with_an_entry_open_ctrl_p_asks_which_and_enter_prints_its_history(
    window: Window, asked: list[str], no_printer: None
) -> None:
    window.session.open(page_of(window).view.rows.rows[0].entry)
    next(editor for _, editor in window.frame.panel._editors()).setFocus()
    focus = window.frame.panel.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    menu = menu_shown(window)
    assert [action.text() for action in menu.actions()] == [
        *("打印办理经过", "打印这一条"),
        *("打印列表", "列表存为 PDF"),
    ]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settled(window)
    assert asked == ["没有打印机，存为 PDF: 重点人群台账 办理经过.pdf"]


def test_the_system_s_dialog_may_print_into_a_file(
    window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    printers: list[QPrinter] = []

    def accept(dialog: QPrintDialog) -> int:
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printers.append(printer)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["one"])
    monkeypatch.setattr(QPrintDialog, "exec", accept)
    window.frame.prints.print_list(page_of(window))
    settled(window)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")
    assert window.frame.status.text == "已存为 PDF：printed.pdf"
    assert printers[0].docName() == "上级交办"


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(
    window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["one"])
    monkeypatch.setattr(QPrintDialog, "exec", accept)
    window.frame.prints.print_list(page_of(window))
    settled(window)
    assert window.frame.status.text.startswith("打印机没有接受")


def test_ctrl_f_goes_into_the_search_of_the_page(window: Window) -> None:
    QTest.keyClick(page_of(window).view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page_of(window).search.hasFocus()
