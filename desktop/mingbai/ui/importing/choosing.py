"""Which file a table comes from: every kind that can be read, beginning where files were last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from mingbai.domain.words import Words
from mingbai.ui.folders import Purpose, keep_folder, last_folder
from mingbai.ui.look.look import Look
from mingbai.ui.memory import Memory

CHOOSE = Words("选择表格文件", "Choose a table")
TABLES = Words(
    "表格 (*.xlsx *.xls *.xlsm *.et *.csv *.tsv *.txt)", "Tables (*.xlsx *.xls *.xlsm *.et *.csv *.tsv *.txt)"
)
ALL_FILES = Words("所有文件 (*)", "All files (*)")


def choose_table(look: Look, memory: Memory, parent: QWidget, title: Words = CHOOSE) -> Path | None:
    """Asks for a file with a table; None when none was chosen."""
    kinds = f"{look.word(TABLES)};;{look.word(ALL_FILES)}"
    folder = str(last_folder(memory, Purpose.TABLES))
    name, _ = QFileDialog.getOpenFileName(parent, look.word(title), folder, kinds)
    if not name:
        return None
    keep_folder(memory, Purpose.TABLES, Path(name).parent)
    return Path(name)
