"""Whoever reads the screen counts the children of a thing and asks for one of them later, when it may be gone."""

from __future__ import annotations

import subprocess
import sys

SCROLLED = """
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from mingbai.ui.screen_reader import tell_of_scroll_areas


class Scroll(QScrollArea):
    pass


app = QApplication([])
tell_of_scroll_areas()
area, inside = Scroll(), QLabel("what is scrolled")
inside.setFixedSize(100, 900)
area.setWidget(inside)
area.resize(200, 200)
area.show()
app.processEvents()
told = QAccessible.queryAccessibleInterface(area)
counted = told.childCount()
print(told.role() == QAccessible.Role.Client, told.child(0).child(0).text(QAccessible.Text.Name))
print(told.indexOfChild(told.child(0)), told.child(0).parent().object() is area)
inside.setFixedSize(50, 50)
app.processEvents()
print(area.verticalScrollBar().isVisible(), told.child(counted).__class__.__name__, told.child(-1))
print([told.child(at).isValid() for at in range(counted)])
"""


def test_a_scroll_area_has_an_answer_when_its_bar_went_meanwhile() -> None:
    # In a process of its own: Qt's own answer ends it.
    done = subprocess.run(
        [sys.executable, "-c", SCROLLED], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "True what is scrolled",
        "0 True",
        "False NoneType None",
        "[True, True, True]",
    ]
