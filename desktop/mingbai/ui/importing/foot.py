"""The foot of an import: how far the work is, and the buttons that stop it, leave it or carry it out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from mingbai.domain.words import Words
from mingbai.ui.look.icons import pixmap, put_icon
from mingbai.ui.look.look import PAGE_SIDE
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

ONE_STEP = Words("整次导入算一步，Ctrl+Z 全部收回", "One step; Ctrl+Z undoes it all")
CANCEL = Words("取消", "Cancel")
OTHER_FILE = Words("换一个文件", "Another file")
STOP = Words("停止", "Stop")


class Foot(QWidget):
    """Says in quiet that it is one step; while something runs, what and how far it is."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        look = session.look
        styled(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_SIDE, 8, PAGE_SIDE, 16)
        row.setSpacing(10)
        self._calm = QWidget()
        calm = QHBoxLayout(self._calm)
        calm.setContentsMargins(0, 0, 0, 0)
        calm.setSpacing(8)
        one_step = styled(QLabel(session.word(ONE_STEP)), "secondary")
        one_step.setWordWrap(True)
        self._promise = (picture(pixmap(look, "undo", "text3")), one_step)
        for label, stretch in zip(self._promise, (0, 1), strict=True):
            calm.addWidget(label, stretch)
            label.hide()
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

    def show_work(self, label: str, *, leaving: bool) -> None:
        """Something began; nobody knows yet how long it takes. It is stopped, or the whole import is left."""
        self._doing.setText(label)
        self._bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self.stop.setVisible(not leaving)
        self.cancel.setVisible(leaving)
        self._working.show()
        self._calm.hide()

    def show_progress(self, done: int, of: int) -> None:
        """How far it is."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def show_calm(self, *, one_step: bool) -> None:
        """Nothing runs any more; what can be written is one step."""
        self._working.hide()
        self.cancel.show()
        self._calm.show()
        for label in self._promise:
            label.setVisible(one_step)


def picture(pixmap: QPixmap) -> QLabel:
    """A label that is a picture."""
    label = QLabel()
    label.setPixmap(pixmap)
    return label
