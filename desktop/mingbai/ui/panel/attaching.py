"""What is done with the files of the open entry: added, looked at, saved elsewhere, removed."""

from __future__ import annotations

import atexit
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from mingbai.desk.attachments import (
    Attached,
    Given,
    attach,
    bring_back,
    grown_large,
    opens,
    remove,
    save_copy,
)
from mingbai.desk.opened_copies import OpenedCopies
from mingbai.domain.words import Trouble, Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.folders import Purpose, free_path, keep_folder, last_folder, open_path
from mingbai.ui.importing.choosing import ALL_FILES
from mingbai.ui.panel.smaller import as_png, smaller
from mingbai.ui.runner import Progress
from mingbai.ui.session import Session
from mingbai.ui.turns import Turns

CHOOSE = Words("选择要添加的文件", "Choose files to attach")
SAVE_AS = Words("附件另存为", "Save the attachment as")
ATTACHING = Words("正在添加 {name}", "Attaching {name}")
ATTACHING_SOME = Words("正在添加 {n} 个文件", "Attaching {n} files")
ATTACHED = Words("已添加附件 {name}", "Attached {name}")
ATTACHED_SOME = Words("已添加 {n} 个附件", "{n} files attached")
REMOVED = Words("已移除附件 {name}", "Attachment removed: {name}")
STOPPED = Words("已停止，没有添加附件", "Stopped; nothing was attached")
BROUGHT_BACK = Words("已取回附件 {name}", "Attachment brought back: {name}")
SAVING = Words("正在另存", "Saving a copy")
SAVED = Words("已另存为 {name}", "Saved as {name}")
PICTURE = Words("图片 {when}.png", "Picture {when}.png")
NO_PROGRAM = Words(
    "这台电脑没有能打开“{name}”的程序，请另存后用别的程序打开",
    "No program on this PC opens “{name}”; save it and open it elsewhere",
)
LARGE = "large/{ledger}"
"""Under this name it is kept that a ledger was said to be large."""


@cache
def copies() -> OpenedCopies:
    """The private copies of this program, removed when it ends."""
    made = OpenedCopies()
    atexit.register(made.remove)
    return made


def held_files(held: QMimeData) -> list[Path]:
    """The files that were copied or dropped."""
    return [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]


class Attaching:
    """The deeds of one panel; troubles go to whoever shows the entry they belong to."""

    def __init__(
        self,
        session: Session,
        owner: QWidget,
        refused: Callable[[Entry, Trouble], None],
        given: Callable[[Sequence[Path]], object],
    ) -> None:
        """`given` hears of files as they are added, however they come."""
        self._session = session
        self._owner = owner
        self._refused = refused
        self._given = given

    def choose(self, entry: Entry) -> None:
        """Asks which files, and adds them."""
        session = self._session
        chosen, _ = QFileDialog.getOpenFileNames(
            self._owner,
            session.word(CHOOSE),
            str(last_folder(session.memory, Purpose.ATTACHED)),
            session.word(ALL_FILES),
        )
        if chosen:
            keep_folder(session.memory, Purpose.ATTACHED, Path(chosen[0]).parent)
            self.add_files(entry, [Path(name) for name in chosen])

    def add_files(self, entry: Entry, paths: Sequence[Path]) -> None:
        """Adds files to an entry."""
        self._given(paths)
        self.add(entry, [Given.file(path) for path in paths])

    def paste(self, entry: Entry) -> bool:
        """Adds the picture or the files on the clipboard; False where there is none."""
        held = QApplication.clipboard().mimeData()
        if paths := held_files(held):
            self.add_files(entry, paths)
            return True
        image = held.imageData() if held.hasImage() and not held.text().strip() else None
        if not isinstance(image, QImage) or image.isNull():
            return False
        name = PICTURE.format(when=f"{self._session.now:%Y-%m-%d %H%M%S}")
        self.add(entry, [Given(self._session.word(name), partial(as_png, image))])
        return True

    def add(self, entry: Entry, given: Sequence[Given]) -> None:
        """Adds what is given, off the window's thread; it can be stopped."""
        session = self._session
        ledger, today = session.ledger, session.today
        between = Turns.of(session.runner).between
        label = (
            ATTACHING.format(name=given[0].name) if len(given) == 1 else ATTACHING_SOME.format(n=len(given))
        )

        def work(progress: Progress) -> Attached:
            return attach(ledger, entry, given, today=today, reduce=smaller, progress=between(progress))

        session.runner.job(
            session.word(label),
            work,
            self._told,
            owner=self._owner,
            refused=lambda trouble: self._refused(entry, trouble),
            stopped=lambda: session.said.emit(STOPPED),
        )

    def _told(self, done: Attached) -> None:
        session = self._session
        names = [str(file.stored["name"]) for file in done.entries]
        session.done.emit(
            ATTACHED.format(name=names[0]) if len(names) == 1 else ATTACHED_SOME.format(n=len(names))
        )
        for more in (*done.refused, *done.noted):
            session.added.emit(more)
        kept = LARGE.format(ledger=session.ledger.path.resolve().as_posix().replace("/", "_"))
        if not session.memory.get(kept) and (words := grown_large(session.ledger)) is not None:
            session.memory.keep(kept, value=True)
            session.added.emit(words)

    def open(self, entry: Entry, file: Entry) -> None:
        """Opens a private copy of a file."""
        session, name = self._session, str(file.stored["name"])

        def copied(path: Path) -> None:
            if not open_path(path):
                self._refused(entry, Trouble(*_both(NO_PROGRAM.format(name=name))))

        session.do(
            lambda: copies().copy(session.ledger, file),
            copied,
            owner=self._owner,
            refused=lambda trouble: self._refused(entry, trouble),
        )

    def save_as(self, entry: Entry, file: Entry) -> None:
        """Asks where to, and writes a copy that is the person's own."""
        session, name = self._session, str(file.stored["name"])
        suggested = free_path(last_folder(session.memory, Purpose.TAKEN_OUT) / name)
        chosen, _ = QFileDialog.getSaveFileName(
            self._owner, session.word(SAVE_AS), str(suggested), session.word(ALL_FILES)
        )
        if chosen:
            self.save_to(entry, file, Path(chosen))

    def save_to(self, entry: Entry, file: Entry, path: Path) -> None:
        """Writes a copy, and says where it is; what may be a program is not offered to be opened."""
        session = self._session
        keep_folder(session.memory, Purpose.TAKEN_OUT, path.parent)
        words = SAVED.format(name=path.name)

        def saved(_: None) -> None:
            if opens(path.name):
                session.wrote.emit(words, path)
            else:
                session.said.emit(words)

        session.runner.job(
            session.word(SAVING),
            lambda _: save_copy(session.ledger, file, path),
            saved,
            owner=self._owner,
            refused=lambda trouble: self._refused(entry, trouble),
        )

    def remove(self, entry: Entry, file: Entry) -> None:
        """Removes a file from its entry; the undo bar brings it back."""
        session = self._session
        session.do(
            lambda: remove(session.ledger, [file]),
            owner=self._owner,
            refused=lambda trouble: self._refused(entry, trouble),
            done=REMOVED.format(name=str(file.stored["name"])),
        )

    def bring_back(self, entry: Entry, file: Entry) -> None:
        """Gives a removed file back to its entry."""
        session = self._session
        session.do(
            lambda: bring_back(session.ledger, file),
            owner=self._owner,
            refused=lambda trouble: self._refused(entry, trouble),
            done=BROUGHT_BACK.format(name=str(file.stored["name"])),
        )

    def erase(self, file: Entry) -> None:
        """Asks, as nothing brings it back, and erases a file for good."""
        from mingbai.ui.panel.erasing_file import erase_after_asking

        erase_after_asking(self._session, file, self._owner)


def _both(words: Words) -> tuple[str, str]:
    return words.zh, words.en
