"""A bug of ours, owned up to: a calm dialog, a saved report without ledger content, and the window goes on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from mingbai.domain.words import Words
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import styled
from mingbai.ui.narrow_dialog import NarrowDialog

TITLE = Words("刚才这一步没有做成", "That step did not work")
TEXT = Words(
    "这是软件的问题，不是您的操作有误；已保存的都在，可以继续用。",
    "This is a fault of the program, not yours. Everything saved is safe, and you can go on.",
)
REPORT = Words(
    "问题报告（不含账本内容）在 {path}，请发给开发者。",
    "A report without any ledger content is in {path}; please send it to the developers.",
)
NO_REPORT = Words(
    "问题报告没能存下：临时文件夹不能写入。请把刚才的步骤告诉开发者。",
    "No report could be saved, as the folder for temporary files cannot be written to; please tell the "
    "developers what you did.",
)
GO_ON = Words("继续", "Continue")


class BugDialog(NarrowDialog):
    """Says what happened, that nothing is lost, and where the report is."""

    def __init__(self, look: Look, report: Path | None, parent: QWidget | None) -> None:
        super().__init__(look.px(460), parent)
        column = self.headed(look.word(TITLE))
        where = NO_REPORT if report is None else REPORT.format(path=report)
        for words, role in ((TEXT, "text"), (where, "secondary")):
            label = styled(QLabel(look.word(words)), role)
            label.setWordWrap(True)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            label.setAccessibleName(look.word(words))
            column.addWidget(label)
        button = styled(QPushButton(look.word(GO_ON)), "primary")
        button.setAccessibleName(look.word(GO_ON))
        button.setDefault(True)
        button.clicked.connect(self.accept)
        self.end_with(button)
        button.setFocus()
