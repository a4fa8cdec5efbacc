"""The foot of an import: how far the work is, and the buttons that stop it, leave it or carry it out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from mingbai.domain.words import Words
from mingbai.ui.look.icons import pixmap, put_icon
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

ONE_STEP = Words("整次导入算一步，Ctrl+Z 全部收回", "One step; Ctrl+Z undoes it all")
CANCEL = Words("取消", "Cancel")
OTHER_FILE = Words("换一个文件", "Another file")
STOP = Words("停下", "Stop")


class Foot(QWidget):
    """Says in quiet that it is one step; while something runs, what and how far it is."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        look = session.look
        styled(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 8, 28, 16)
        row.setSpacing(10)
        self._calm = QWidget()
        calm = QHBoxLayout(self._calm)
        calm.setContentsMargins(0, 0, 0, 0)
        calm.setSpacing(8)
        calm.addWidget(picture(pixmap(look, "undo", "text3")))
        one_step = styled(QLabel(session.word(ONE_STEP)), "secondary")
        one_step.setWordWrap(True)
        calm.addWidget(one_step, 1)
        row.addWidget(self._calm, 1)
        self._working = QWidget()
        working = QHBoxLayout(self._working)
        working.setContentsMargins(0, 0, 0, 0)
        working.setSpacing(10)
        self._doing = styled(QLabel(), "secondary")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(look.px(6))
        self.stop = styled(QPushButton(session.word(STOP)), "plain")
        for widget, stretch in ((self._doing, 0), (self._bar, 1), (self.stop, 0)):
            working.addWidget(widget, stretch)
        row.addWidget(self._working, 1)
        self._working.hide()
        self.other = styled(QPushButton(session.word(OTHER_FILE)), "plain")
        self.cancel = styled(QPushButton(session.word(CANCEL)), "plain")
        self.go = styled(QPushButton(), "primary")
        put_icon(self.go, look, "import", "on_accent")
        self.go.setAutoDefault(True)
        self.go.setDefault(True)
        for button in (self.other, self.cancel, self.go):
            button.setMinimumHeight(look.px(36))
            row.addWidget(button)

    def show_work(self, label: str) -> None:
        """Something began; nobody knows yet how long it takes."""
        self._doing.setText(label)
        self._bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self._working.show()
        self._calm.hide()

    def show_progress(self, done: int, of: int) -> None:
        """How far it is."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def show_calm(self) -> None:
        """Nothing runs any more."""
        self._working.hide()
        self._calm.show()


def picture(pixmap: QPixmap) -> QLabel:
    """A label that is a picture."""
    label = QLabel()
    label.setPixmap(pixmap)
    return label
