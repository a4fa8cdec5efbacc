"""The right side of the counter: the slip as it prints, what is noted beside it, and the ways onto paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mingbai.desk.certificate_slip import Slip
from mingbai.domain.words import Words
from mingbai.ui.column import BAR, Column
from mingbai.ui.counter.asking import PRINT
from mingbai.ui.counter.note import Note
from mingbai.ui.counter.slip_view import SlipView
from mingbai.ui.look.icons import put_icon
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

SAVE_PDF = Words("告知单存为 PDF", "Save the slip as a PDF")
SLIP_FILE = Words("告知单 {name} {day}", "Slip {name} {day}")
SLIP_HEAD = Words("给居民的半页纸", "Half a page for the resident")
PRINT_WORD = Words("打印", "Print")
LONGEST = 36
"""So much of a certificate's name stands in the name of a file: the day shall stand there too."""


class SlipSide(QWidget):
    """Shows a slip above the note; `called` says by which certificate its file is told apart."""

    def __init__(self, session: Session, called: Callable[[], str]) -> None:
        super().__init__()
        self._session, self._called = session, called
        look, word = session.look, session.word
        self.slip = SlipView(look)
        self.note = Note(look)
        self.print_button = styled(QPushButton(word(PRINT_WORD)), "plain")
        put_icon(self.print_button, look, "print")
        self.print_button.setToolTip(f"{word(PRINT)} (Ctrl+P)")
        self.print_button.setAccessibleName(word(PRINT))
        self.print_button.clicked.connect(self.print_slip)
        self.pdf_button = styled(QPushButton(), "icon")
        put_icon(self.pdf_button, look, "doc")
        self.pdf_button.setToolTip(word(SAVE_PDF))
        self.pdf_button.setAccessibleName(word(SAVE_PDF))
        self.pdf_button.clicked.connect(self.save_slip)
        head = QHBoxLayout()
        head.addWidget(styled(QLabel(word(SLIP_HEAD)), "heading"), 1)
        head.addWidget(self.pdf_button)
        head.addWidget(self.print_button)
        inside = QWidget()
        paper = QVBoxLayout(inside)
        paper.setContentsMargins(0, 0, 0, 16)
        paper.setSpacing(12)
        paper.addLayout(head)
        paper.addWidget(self.slip)
        paper.addWidget(self.note)
        paper.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Column(inside), 1)
        self.note.foot.setContentsMargins(0, 8, BAR, 12)
        whole.addWidget(self.note.foot)

    def show_slip(self, slip: Slip | None) -> None:
        """Shows a slip; what is none cannot be printed."""
        self.slip.show_slip(slip)
        for button in (self.print_button, self.pdf_button):
            button.setEnabled(slip is not None)

    def print_slip(self) -> None:
        """Prints the slip; where no printer is, saves it as a PDF."""
        from mingbai.ui.paper.printing import print_pages

        if (sheet := self.slip.sheet()) is not None:
            print_pages(self._session, [sheet], self._session.look.language, self, name=self._file_name())

    def save_slip(self) -> None:
        """Saves the slip as a PDF."""
        from mingbai.ui.paper.printing import save_sheets

        if (sheet := self.slip.sheet()) is not None:
            save_sheets(self._session, [sheet], self._session.look.language, self, name=self._file_name())

    def _file_name(self) -> str:
        """Every slip has the same title; its file is told apart by the certificate and the day."""
        name = self._called()[:LONGEST].strip()
        return self._session.word(SLIP_FILE.format(name=name, day=self._session.today.isoformat()))
