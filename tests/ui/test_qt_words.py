"""Qt's own file dialog speaks Chinese in a Chinese window, to the last word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QTreeView

from mingbai.ui.qt_words import ChineseWords


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    theirs, ours = QTranslator(), ChineseWords()
    assert theirs.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for one in (theirs, ours):
        qapp.installTranslator(one)
    yield
    for one in (theirs, ours):
        qapp.removeTranslator(one)


@pytest.mark.parametrize("mode", list(QFileDialog.AcceptMode))
def test_the_file_dialog_has_no_english_word(
    qtbot, chinese: None, tmp_path: Path, mode: QFileDialog.AcceptMode
) -> None:
    dialog = QFileDialog(None, "选一个表格文件", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    qtbot.addWidget(dialog)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    view = dialog.findChild(QTreeView)
    assert view is not None
    model = view.model()
    told += [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]
    assert [text for text in told if re.search("[A-Za-z]{2,}", text)] == []
    assert "查找范围(&L)：" in told
