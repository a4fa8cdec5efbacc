"""The files of the open entry: a line for each, added by a button, a drop or Ctrl+V, opened by Enter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mingbai.desk.attachments import kind_of, opens, size_words, takes_attachments
from mingbai.desk.erasing import ERASING
from mingbai.desk.spoken_days import near_day
from mingbai.domain.words import Trouble, Words
from mingbai.ledger.ledger import Change, Entry
from mingbai.ui.command import Command
from mingbai.ui.look.icons import icon, put_icon
from mingbai.ui.look.look import Size
from mingbai.ui.look.menu import Menu
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.panel.attaching import Attaching, copies
from mingbai.ui.session import Session

HEAD = Words("附件", "Attachments")
ADD = Words("添加", "Add")
ADD_NAMED = Words("添加附件", "Add an attachment")
HINT = Words("把文件拖到这里，或复制图片后按 Ctrl+V", "Drop files here, or copy a picture and press Ctrl+V")
OPEN = Words("打开", "Open")
SAVE_AS = Words("另存为", "Save as")
REMOVE = Words("移除", "Remove")
MORE = Words("更多操作", "More")
ALL = Words("显示全部 {n} 个", "Show all {n}")
NAMED = Words("{name}，{size}，{day}添加", "{name}, {size}, added {day}")
MOST = 12
"""So many are shown at first."""
SIDES, GAP, BUTTON = 8, 8, 26


class AttachedFiles(QWidget):
    """The part of the panel that shows what is attached."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._entry: Entry | None = None
        self._files: Sequence[Entry] = ()
        self._all = False
        self.goes_on = False
        """The line that had the focus went, and another one has it."""
        self.lines: dict[str, FileLine] = {}
        self.deeds = Attaching(session, self, self._refuse)
        self.add_button = styled(QPushButton(session.word(ADD)), "link")
        self.add_button.setAccessibleName(session.word(ADD_NAMED))
        self.add_button.clicked.connect(self.choose)
        self._hint = _small(session, HINT)
        self._note = styled(QLabel(), "caption", "danger")
        self._note.setFont(session.look.font(Size.CAPTION))
        self._note.setWordWrap(True)
        self._note.hide()
        self._all_button = styled(QPushButton(), "link")
        self._all_button.clicked.connect(self._show_all)
        head = QHBoxLayout()
        head.addWidget(styled(QLabel(session.word(HEAD)), "group"), 1)
        head.addWidget(self.add_button)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self._rows)
        for widget in (self._all_button, self._hint, self._note):
            column.addWidget(widget)
        column.setAlignment(self._all_button, Qt.AlignmentFlag.AlignLeft)
        self.hide()
        session.changed.connect(self._heard)

    # What is shown.

    @property
    def takes(self) -> bool:
        """Whether files can be added to what is open."""
        entry = self._entry
        return entry is not None and takes_attachments(entry.register) and entry.binned_at is None

    @property
    def note(self) -> str:
        """What stands in the way, if anything."""
        return "" if self._note.isHidden() else self._note.text()

    def tell(self, entry: Entry, files: Sequence[Entry]) -> None:
        """Shows the files of an entry; lines that were there stay, and with them the focus."""
        if self._entry is None or self._entry.uid != entry.uid:
            self._all = False
            self._note.hide()
        self._entry, self._files = entry, files
        shown = files if self._all or len(files) <= MOST else files[:MOST]
        focused = next((at for at, line in enumerate(self.lines.values()) if line.has_focus), None)
        kept: dict[str, FileLine] = {file.uid: self.lines.get(file.uid) or self._line(file) for file in shown}
        gone = [line for uid, line in self.lines.items() if uid not in kept]
        self.lines = kept
        while self._rows.takeAt(0) is not None:
            pass
        for line in kept.values():
            self._rows.addWidget(line)
        self._pass_on(focused, gone)
        for line in gone:
            line.hide()
            line.deleteLater()
        self.add_button.setVisible(self.takes)
        self._hint.setVisible(self.takes and not files)
        self._all_button.setVisible(len(shown) < len(files))
        self._all_button.setText(self._session.word(ALL.format(n=len(files))))
        self._all_button.setAccessibleName(self._all_button.text())
        self.setVisible(self.takes or bool(files))

    def _pass_on(self, focused: int | None, gone: Sequence[FileLine]) -> None:
        """Where the line with the focus goes, the next one gets it."""
        self.goes_on = focused is not None and any(line.has_focus for line in gone)
        if self.goes_on and focused is not None:
            left = list(self.lines.values())
            (left[min(focused, len(left) - 1)].button if left else self.add_button).setFocus()

    def _line(self, file: Entry) -> FileLine:
        line = FileLine(self._session, file)
        line.button.opened.connect(partial(self._open, file))
        line.button.removed.connect(partial(self._remove, file))
        line.menu_asked.connect(partial(self._show_menu, line))
        return line

    def _show_all(self) -> None:
        self._all = True
        if self._entry is not None:
            self.tell(self._entry, self._files)
            list(self.lines.values())[MOST].button.setFocus()

    def _refuse(self, entry: Entry, trouble: Trouble) -> None:
        if self._entry is not None and self._entry.uid == entry.uid and self.isVisible():
            self._note.setText(self._session.word(trouble.words))
            self._note.show()
        else:
            self._session.runner.troubled.emit(trouble)

    def _heard(self, change: Change) -> None:
        if change.deed == ERASING:
            # What was opened of the person goes as well, as far as no program holds it.
            copies().remove()

    # What is done.

    def commands(self) -> Iterator[Command]:
        """What can be done with the files of the open entry."""
        if self.takes:
            yield Command("panel.attach", ADD_NAMED, self.choose, "", "clip")

    def choose(self) -> None:
        """Asks which files to add."""
        if self._entry is not None and self.takes:
            self._note.hide()
            self.deeds.choose(self._entry)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Adds files that were dropped."""
        if self._entry is not None and self.takes:
            self._note.hide()
            self.deeds.add_files(self._entry, paths)

    def paste(self) -> bool:
        """Adds the picture or the files on the clipboard; False where there is nothing to add, or nowhere."""
        if self._entry is None or not self.takes:
            return False
        self._note.hide()
        return self.deeds.paste(self._entry)

    def _open(self, file: Entry) -> None:
        if self._entry is not None:
            self._note.hide()
            self.deeds.open(self._entry, file)

    def _remove(self, file: Entry) -> None:
        if self._entry is not None and self.takes:
            self.deeds.remove(self._entry, file)

    def _save_as(self, file: Entry) -> None:
        if self._entry is not None:
            self._note.hide()
            self.deeds.save_as(self._entry, file)

    def menu(self, file: Entry) -> Menu:
        """What can be done with one file."""
        session = self._session
        menu = Menu(session.look, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opening = menu.tell(session.word(OPEN), "Return", partial(self._open, file))
        opening.setIcon(icon(session.look, "eye"))
        opening.setEnabled(opens(str(file.stored["name"])))
        saving = menu.tell(session.word(SAVE_AS), "", partial(self._save_as, file))
        saving.setIcon(icon(session.look, "export"))
        removing = menu.tell(session.word(REMOVE), "Delete", partial(self._remove, file))
        removing.setIcon(icon(session.look, "x"))
        removing.setEnabled(self.takes)
        return menu

    def _show_menu(self, line: FileLine) -> None:
        below = line.more.mapToGlobal(line.more.rect().bottomLeft())
        self.menu(line.file).popup(below)


class FileLine(QWidget):
    """One file: its kind and name, how large it is and since when it is there, and what can be done with it."""

    menu_asked = Signal()

    def __init__(self, session: Session, file: Entry) -> None:
        super().__init__()
        self.file = file
        word = session.word
        name, size = str(file.stored["name"]), size_words(int(file.stored["size"] or 0))
        day = near_day(date.fromisoformat(str(file.stored["added_on"])), session.today)
        self.button = FileButton(session, name)
        self.button.setAccessibleName(word(NAMED.format(name=name, size=size, day=day)))
        self.button.menu_asked.connect(self.menu_asked)
        self.more = styled(QPushButton(), "icon")
        self.more.setIcon(icon(session.look, "more"))
        side = session.look.px(BUTTON)
        self.more.setFixedSize(side, side)
        self.more.setToolTip(word(MORE))
        self.more.setAccessibleName(f"{word(MORE)} {name}")
        # By keyboard the menu key opens it: one stop for each file is enough.
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.clicked.connect(self.menu_asked)
        told = _small(session, Words("{size}  {day}", "{size}  {day}").format(size=size, day=day))
        told.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.button, 1)
        row.addWidget(told)
        row.addWidget(self.more)

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is here."""
        return self.button.hasFocus()


class FileButton(QPushButton):
    """A name cut in its middle where there is no room, so that its ending stays; whole in the tooltip.

    Enter and a double click open, Delete removes.
    """

    opened = Signal()
    removed = Signal()
    menu_asked = Signal()

    def __init__(self, session: Session, name: str) -> None:
        super().__init__(" ")
        styled(self, "quiet")
        put_icon(self, session.look, {"sheet": "grid"}.get(kind_of(name), kind_of(name)), "text3")
        self._name = name
        self._around = 2 * session.look.px(SIDES) + GAP
        self.setToolTip(as_typed(name))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width cuts elsewhere."""
        super().resizeEvent(event)
        room = self.width() - self.iconSize().width() - self._around
        cut = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideMiddle, room)
        self.setText(cut.replace("&", "&&"))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete removes; the rest is left to the panel."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.opened.emit()
            case Qt.Key.Key_Delete:
                self.removed.emit()
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the file."""
        self.setFocus()
        self.menu_asked.emit()
        event.accept()


def _small(session: Session, words: Words) -> QLabel:
    label = styled(QLabel(session.word(words)), "caption")
    label.setFont(session.look.font(Size.CAPTION))
    label.setWordWrap(True)
    return label
