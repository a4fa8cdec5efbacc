"""The foot of a dialog that saves: by its button and by Ctrl+S, never by Enter in a field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot
from tests.ui.waiting import PATIENCE_MS

from mingbai.ui.look.look import Look
from mingbai.ui.pressing import Dialog
from mingbai.ui.saving_foot import SavingFoot


def test_a_dialog_saves_by_button_and_key_and_enter_belongs_to_the_field(qtbot: QtBot) -> None:
    dialog, field, saved = Dialog(), QLineEdit(), []
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    column.addWidget(field)
    foot = SavingFoot(dialog, Look(), lambda: saved.append(field.text()))
    column.addLayout(foot)
    with qtbot.waitActive(dialog, timeout=PATIENCE_MS):
        dialog.open()
        dialog.activateWindow()
    field.setFocus()
    QTest.keyClicks(field, "a")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert saved == []
    QTest.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    foot.save_button.click()
    assert saved == ["a", "a"]
    assert dialog.isVisible()
    close = next(one for one in dialog.findChildren(QPushButton) if one is not foot.save_button)
    assert (close.accessibleName(), foot.save_button.accessibleName()) == ("关闭", "保存")
    close.click()
    assert not dialog.isVisible()
