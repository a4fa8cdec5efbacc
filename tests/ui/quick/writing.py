"""The quick-add line in a window of its own: what one types there, and what it tells."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.waiting import PATIENCE_MS

from mingbai.ledger.ledger import Entry
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.quick.pills import Pill


def shown(line: QuickLine, qtbot: QtBot) -> QuickLine:
    """The line in a window of its own, ready to type."""
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.addWidget(line)
    layout.addStretch(1)
    window.resize(700, 400)

    def closed(closing: QWidget) -> None:
        # Keeps the window until then; kept by the line, the two were a ring that is collected in any order.
        assert closing is window

    qtbot.addWidget(window, before_close_func=closed)
    with qtbot.waitExposed(window, timeout=PATIENCE_MS):
        window.show()
    window.activateWindow()
    line.begin()
    return line


def enter(line: QuickLine, qtbot: QtBot) -> Entry:
    """Presses Enter and waits for the entry."""
    with qtbot.waitSignal(line.recorded, timeout=PATIENCE_MS) as saved:
        qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert saved.args is not None
    entry: Entry = saved.args[0]
    return entry


def paste(line: QuickLine, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    line.line.insertFromMimeData(data)


def pills(line: QuickLine) -> list[str]:
    return [f"{told.label} {told.value}".strip() for told in line.told()]


def pill(line: QuickLine, name: str) -> Pill:
    (found,) = (one for one in line._pills.pills() if one.told.name == name)
    return found
