"""The status bar: what was saved when, one calm line, the undo bar, running jobs, and the keys for most days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget
from shiboken6 import isValid

from mingbai.domain.words import Trouble, Words
from mingbai.ui.folders import OPEN_FILE, OPEN_FOLDER, open_path
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import as_typed, retoned, styled
from mingbai.ui.runner import Job

SAVED = Words("已保存 {time}", "Saved {time}")
OPENED = Words("账本已打开", "Ledger open")
UNDO = Words("撤销", "Undo")
STOP = Words("停止", "Stop")
STOPPING = Words("{label}，正在停止", "{label}, stopping")
AND_THEN = Words("{told}；{more}", "{told}; {more}")
CLOSE = Words("知道了", "Got it")
UNDO_SECONDS = 8
SAID_SECONDS = 12
FILE_SECONDS = 60
"""So long the way to a written file stays open."""

HINTS: tuple[tuple[str, Words], ...] = (
    ("Ctrl+N", Words("登记", "Add")),
    ("Ctrl+F", Words("查找", "Find")),
    ("Ctrl+K", Words("命令", "Commands")),
    ("Ctrl+Z", Words("撤销", "Undo")),
    ("F1", Words("按键", "Keys")),
)
"""The keys at the right; from the left they go first where there is little room."""

AROUND = 8
"""Above and below two lines together."""

LINES = 1.8
"""So much of a long sentence stands in two lines; the rest is told by the tooltip."""


class StatusBar(QFrame):
    """One line at the window's foot, two where a sentence needs them."""

    undo_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        styled(self, "status")
        self._usual_height = look.px(32) if look.scale < 1.5 else look.px(28)
        self.setFixedHeight(self._usual_height)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(14)
        self._said = ""
        self._icon = QLabel()
        self._text = styled(QLabel(), "caption")
        self._detail = styled(QLabel(), "caption")
        self._undo = self._link(UNDO, self._take_back)
        self._got_it = self._link(CLOSE, self._calm)
        self._file: Path | None = None
        self.open_file = self._link(OPEN_FILE, lambda: self._open(whole=False))
        self.open_folder = self._link(OPEN_FOLDER, lambda: self._open(whole=True))
        self._job = _JobLine(look)
        self._standing = QWidget(self)
        self._standing.hide()
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._icon)
        said.addWidget(self._text)
        row.addLayout(said)
        for widget in (*self._links, self._detail, self._job):
            row.addWidget(widget)
        row.addStretch(1)
        self._hints = [_hint(look, keys, words) for keys, words in HINTS]
        for hint in self._hints:
            row.addWidget(hint)
        self._saved_at: datetime | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._calm)
        self._calm()

    def stand(self, widget: QWidget) -> None:
        """Puts something at the right end that always stands there; what it needs, the hints go without."""
        self._standing = widget
        self._row.addWidget(widget)
        self.make_room()

    def saved(self, at: datetime) -> None:
        """Something was written to the disk."""
        self._saved_at = at
        if not self._quiet.isActive():
            self._calm()

    def say(self, words: Words) -> None:
        """One calm line, for a while."""
        self._show(words, "info", "", SAID_SECONDS)

    def add(self, words: Words) -> None:
        """One more calm line: behind what was said a moment ago, which stays with what it offers."""
        if not self._quiet.isActive():
            self.say(words)
            return
        text = self._look.word(AND_THEN.format(told=self.text, more=words))
        self._write(text)
        self.make_room()

    def offer_undo(self, words: Words) -> None:
        """Says what was done and offers to take it back, for eight seconds."""
        self._show(words, "check", "", UNDO_SECONDS, undo=True)

    def offer_file(self, words: Words, path: Path) -> None:
        """Says which file was written and offers to open it, or its folder."""
        self._file = path
        self._show(words, "check", "", FILE_SECONDS, file=True)

    def trouble(self, trouble: Trouble) -> None:
        """A sentence about what is in the way; it stays until it was read."""
        self._show(trouble.words, "warn", "danger", 0)

    def detail(self, text: str) -> None:
        """How much is shown, beside the rest; not behind what can be undone, whose number it would seem to be."""
        self._detail.setText(text)
        self._detail.setVisible(bool(text) and self._undo.isHidden())
        self.make_room()

    @property
    def text(self) -> str:
        """What stands there now."""
        return self._said

    def job_began(self, job: Job) -> None:
        """Shows a long job once it has taken a second."""
        self._job.begin(job)

    def job_told(self, job: Job, done: int, of: int) -> None:
        """Shows how far it is."""
        self._job.tell(job, done, of)

    def job_ended(self, job: Job) -> None:
        """Takes it away."""
        self._job.end(job)

    def resizeEvent(self, _: object) -> None:
        self.make_room()

    def _write(self, text: str) -> None:
        self._said = text
        self._text.setToolTip(as_typed(text))
        self._text.setAccessibleName(text)

    def make_room(self) -> None:
        """Shares the line among what stands in it."""
        used = 48 + sum(
            widget.sizeHint().width() + 14
            for widget in (self._icon, *self._links, self._detail, self._job, self._standing)
            if not widget.isHidden()
        )
        metrics = self._text.fontMetrics()
        room = self.width() - used - 14
        wide = metrics.horizontalAdvance(self._said) + 2
        # What is longer goes on in a second line, for it says what to do next.
        most = max(room, metrics.averageCharWidth() * 12)
        self._text.setWordWrap(wide > most)
        lines = 2 * metrics.lineSpacing() + AROUND if wide > most else 0
        self.setFixedHeight(max(self._usual_height, lines))
        self._text.setFixedWidth(min(wide, most))
        fits = metrics.elidedText(self._said, Qt.TextElideMode.ElideRight, round(most * LINES))
        self._text.setText(fits if wide > most else self._said)
        room -= min(wide, most)
        for hint in reversed(self._hints):
            room -= hint.sizeHint().width() + 14
            hint.setVisible(room > 0)

    def _show(
        self, words: Words, icon: str, tone: str, seconds: int, *, undo: bool = False, file: bool = False
    ) -> None:
        text = self._look.word(words)
        self._write(text)
        retoned(self._text, tone)
        self._icon.setPixmap(pixmap(self._look, icon, tone or "text2", 14, self.devicePixelRatioF()))
        self._undo.setVisible(undo)
        self._got_it.setVisible(not seconds)
        for link in (self.open_file, self.open_folder):
            link.setVisible(file)
        self._detail.setVisible(False)
        if seconds:
            self._quiet.start(seconds * 1000)
        else:
            self._quiet.stop()
        self.make_room()

    def _calm(self) -> None:
        saved = self._saved_at
        words = OPENED if saved is None else SAVED.format(time=f"{saved:%H:%M}")
        self._write(self._look.word(words))
        retoned(self._text, "")
        self._icon.setPixmap(pixmap(self._look, "check", "green", 14, self.devicePixelRatioF()))
        for link in self._links:
            link.setVisible(False)
        self._detail.setVisible(bool(self._detail.text()))
        self.make_room()

    @property
    def _links(self) -> tuple[QPushButton, ...]:
        return self._undo, self._got_it, self.open_file, self.open_folder

    def _link(self, words: Words, go: Callable[[], None]) -> QPushButton:
        link = styled(QPushButton(self._look.word(words)), "link")
        link.setAccessibleName(link.text())
        link.clicked.connect(lambda _=False: go())
        return link

    def _open(self, *, whole: bool) -> None:
        if self._file is not None:
            open_path(self._file.parent if whole else self._file)

    def _take_back(self) -> None:
        self._quiet.stop()
        self._calm()
        self.undo_asked.emit()


def _hint(look: Look, keys: str, words: Words) -> QWidget:
    hint = QWidget()
    row = QHBoxLayout(hint)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(styled(QLabel(keys), "key"), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(styled(QLabel(look.word(words)), "caption"))
    return hint


class _JobLine(QWidget):
    """The long job that is running: its name, how far it is, and a way to stop it; unless its page shows that."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._jobs: list[Job] = []
        self._is_long = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._label = styled(QLabel(), "caption")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(look.px(120), 6)
        self._stop = styled(QPushButton(look.word(STOP)), "link")
        self._stop.setAccessibleName(look.word(STOP))
        self._stop.clicked.connect(self._ask_to_stop)
        for widget in (self._label, self._bar, self._stop):
            row.addWidget(widget)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._come)
        self.hide()

    def begin(self, job: Job) -> None:
        self._jobs.append(job)
        if job.place is not None:
            job.place.installEventFilter(self)
        if len(self._jobs) == 1:
            self._is_long = False
            self._show()
            self._late.start(1000)

    def tell(self, job: Job, done: int, of: int) -> None:
        if self._jobs and job is self._jobs[0]:
            self._bar.setRange(0, of)
            self._bar.setValue(done)

    def end(self, job: Job) -> None:
        if job not in self._jobs:
            return
        self._jobs.remove(job)
        if self._jobs:
            self._show()
        self._appear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._appear()
        return super().eventFilter(watched, event)

    def _come(self) -> None:
        self._is_long = True
        self._appear()

    def _appear(self) -> None:
        place = self._jobs[0].place if self._jobs else None
        elsewhere = place is not None and isValid(place) and place.isVisible()
        self.setVisible(self._is_long and bool(self._jobs) and not elsewhere)

    def _show(self) -> None:
        """Tells of the job that runs; those that wait behind it follow."""
        job = self._jobs[0]
        stopping = job.progress.stopping
        text = self._look.word(STOPPING.format(label=job.label)) if stopping else job.label
        self._label.setText(text)
        self._bar.setAccessibleName(text)
        # A new look meets a job that has told already how far it is, and tells the same thing once only.
        self.tell(job, *job.progress.told)
        self._stop.setEnabled(not stopping)

    def _ask_to_stop(self) -> None:
        if self._jobs:
            self._jobs[0].progress.stop()
            self._show()
