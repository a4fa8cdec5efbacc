"""The files of the open entry: a line for each, added by a button, a drop or Ctrl+V, opened by Enter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
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
BRING_BACK = Words("取回", "Bring back")
ERASE = Words("永久清除", "Erase for good")
MORE = Words("更多操作", "More")
REMOVED = Words("已移除 {n} 个", "{n} removed")
GONE = Words("已移除", "removed")
ALL = Words("显示全部 {n} 个", "Show all {n}")
NAMED = Words("{name}，{size}，{day}添加", "{name}, {size}, added {day}")
NAMED_GONE = Words("{name}，{size}，已移除", "{name}, {size}, removed")
MOST = 12
"""So many are shown at first."""
SIDES, GAP, BUTTON, AROUND = 8, 8, 26, 4
"""What stands beside a name at 100 %; an icon's button, and what the style sheet puts around it."""


class AttachedFiles(QWidget):
    """The part of the panel that shows what is attached."""

    given = Signal(object)
    """The paths of files that were chosen, dropped or pasted, as they are added."""
    seen_asked = Signal(object)
    """A widget in here that is to be seen."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._entry: Entry | None = None
        self._files: tuple[Entry, ...] = ()
        self._gone: tuple[Entry, ...] = ()
        self._all = self._with_gone = False
        self.goes_on = False
        """The line that had the focus went, and another one has it."""
        self.lines: dict[tuple[str, bool], FileLine] = {}
        """By uid, and whether it was removed."""
        self.deeds = Attaching(session, self, self._refuse, self.given.emit)
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
        self.gone_button = styled(QPushButton(), "link")
        self.gone_button.clicked.connect(self._show_gone)
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
        for widget in (self._all_button, self.gone_button, self._hint, self._note):
            column.addWidget(widget)
        for button in (self._all_button, self.gone_button):
            column.setAlignment(button, Qt.AlignmentFlag.AlignLeft)
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

    def tell(self, entry: Entry, files: tuple[Entry, ...], gone: tuple[Entry, ...] = ()) -> None:
        """Shows the files of an entry, and how many were removed; lines that stay keep the focus."""
        if self._entry is None or self._entry.uid != entry.uid:
            self._all = self._with_gone = False
            self._note.hide()
        self._entry, self._files, self._gone = entry, files, gone
        shown = files if self._all else files[:MOST]
        self._show_lines((*shown, *(gone if self._with_gone else ())))
        self.add_button.setVisible(self.takes)
        self._hint.setVisible(self.takes and not files)
        for button, words, n in (
            (self._all_button, ALL, len(files) if len(shown) < len(files) else 0),
            (self.gone_button, REMOVED, 0 if self._with_gone else len(gone)),
        ):
            button.setVisible(bool(n))
            button.setText(self._session.word(words.format(n=n)))
            button.setAccessibleName(button.text())
        self.setVisible(self.takes or bool(files) or bool(gone))

    def _show_lines(self, files: Sequence[Entry]) -> None:
        focused = next((at for at, line in enumerate(self.lines.values()) if line.has_focus), None)
        before = self.lines
        self.lines = {}
        for file in files:
            key = file.uid, file.binned_at is not None
            self.lines[key] = before.get(key) or self._line(file)
        for line in before.values():
            self._rows.removeWidget(line)
        for line in self.lines.values():
            self._rows.addWidget(line)
        left = [line for key, line in before.items() if key not in self.lines]
        self._pass_on(focused, left)
        for line in left:
            line.hide()
            line.deleteLater()

    def _pass_on(self, focused: int | None, gone: Sequence[FileLine]) -> None:
        """Where the line with the focus goes, the next one gets it."""
        self.goes_on = focused is not None and any(line.has_focus for line in gone)
        if self.goes_on and focused is not None:
            left = list(self.lines.values())
            (left[min(focused, len(left) - 1)].button if left else self.add_button).setFocus()

    def _line(self, file: Entry) -> FileLine:
        line = FileLine(self._session, file)
        if file.binned_at is None:
            line.button.opened.connect(partial(self._open, file))
            line.button.removed.connect(partial(self._remove, file))
        else:
            line.button.opened.connect(partial(self._bring_back, file))
        line.menu_asked.connect(partial(self._show_menu, line))
        return line

    def _show_all(self) -> None:
        self._all = True
        if self._entry is not None:
            self.tell(self._entry, self._files, self._gone)
            list(self.lines.values())[MOST].button.setFocus()

    def _show_gone(self) -> None:
        self._with_gone = True
        if self._entry is not None:
            self.tell(self._entry, self._files, self._gone)
            self.lines[self._gone[0].uid, True].button.setFocus()

    def _refuse(self, entry: Entry, trouble: Trouble) -> None:
        if self._entry is not None and self._entry.uid == entry.uid and self.isVisible():
            self._note.setText(self._session.word(trouble.words))
            self._note.show()
            # Once it is laid out: in a low window it would not be seen.
            QTimer.singleShot(0, self, lambda: self.seen_asked.emit(self._note))
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

    def _bring_back(self, file: Entry) -> None:
        if self._entry is not None and self.takes:
            self._note.hide()
            self.deeds.bring_back(self._entry, file)

    def _save_as(self, file: Entry) -> None:
        if self._entry is not None:
            self._note.hide()
            self.deeds.save_as(self._entry, file)

    def menu(self, file: Entry) -> Menu:
        """What can be done with one file."""
        look, word = self._session.look, self._session.word
        menu = Menu(look, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        can_open = opens(str(file.stored["name"]))
        entries: list[tuple[Words, str, Callable[[Entry], None], str, bool]] = [
            (SAVE_AS, "", self._save_as, "export", True),
            (ERASE, "", self.deeds.erase, "erase", True),
        ]
        if file.binned_at is None:
            entries.insert(0, (OPEN, "Enter", self._open, "eye", can_open))
            entries.insert(2, (REMOVE, "Delete", self._remove, "x", self.takes))
        else:
            entries.insert(0, (BRING_BACK, "Enter", self._bring_back, "undo", self.takes))
        for words, keys, run, sign, can in entries:
            action = menu.tell(word(words), keys, partial(run, file))
            action.setIcon(icon(look, sign))
            action.setEnabled(can)
        return menu

    def _show_menu(self, line: FileLine) -> None:
        menu = self.menu(line.file)
        # Its right edge stands below that of the button: the panel ends there.
        corner = line.more.mapToGlobal(line.more.rect().bottomRight())
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))


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
        gone = file.binned_at is not None
        self.button.setAccessibleName(
            word((NAMED_GONE if gone else NAMED).format(name=name, size=size, day=day))
        )
        self.button.menu_asked.connect(self.menu_asked)
        self.more = styled(QPushButton(), "icon")
        self.more.setIcon(icon(session.look, "more"))
        side = session.look.px(BUTTON) + AROUND
        self.more.setFixedSize(side, side)
        self.more.setToolTip(word(MORE))
        self.more.setAccessibleName(f"{word(MORE)} {name}")
        # By keyboard the menu key opens it: one stop for each file is enough.
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.clicked.connect(self.menu_asked)
        told = _small(
            session, Words("{size}  {day}", "{size}  {day}").format(size=size, day=GONE if gone else day)
        )
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
