"""What pops up below a field is the same list everywhere, as wide and high as its rows need."""

from __future__ import annotations

import ast
from pathlib import Path

from PySide6.QtWidgets import QApplication, QComboBox, QCompleter, QLineEdit
from tests.ui.waiting import until

import mingbai
from mingbai.ui.look.look import Look
from mingbai.ui.look.offered_view import ROW, dressed, with_list
from mingbai.ui.look.style import dress


def test_a_choice_opens_where_it_stands(qtbot, qapp: QApplication) -> None:
    look = Look(scale=1.5)
    dress(qapp, look)
    box = with_list(QComboBox(), look)
    qtbot.addWidget(box)
    box.addItems(["上级交办", "常态事项", "证明事项"])
    box.setCurrentIndex(2)
    box.show()
    box.showPopup()
    assert box.view().currentIndex().row() == 2
    assert box.view().isVisible()
    assert box.view().sizeHintForRow(0) == look.px(ROW)
    assert box.view().property("role") == "offered"
    box.hidePopup()


def test_all_that_completes_is_seen_without_a_bar(qtbot, qapp: QApplication) -> None:
    look = Look()
    dress(qapp, look)
    line = QLineEdit("a")
    qtbot.addWidget(line)
    completer = dressed(QCompleter(["ab", "ac", "ad"]), look)
    line.setCompleter(completer)
    line.show()
    completer.setCompletionPrefix("a")
    completer.complete()
    popup = completer.popup()
    assert popup is not None
    until(popup.isVisible)
    assert popup.verticalScrollBar().maximum() == 0
    popup.hide()


def test_no_choice_has_another_list() -> None:
    for file in (Path(mingbai.__file__).parent / "ui").rglob("*.py"):
        calls = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)]
        made = [call for call in calls if ast.unparse(call.func) == "QComboBox"]
        dressed = [call for call in calls if ast.unparse(call.func) == "with_list"]
        assert len(made) <= len(dressed), file
