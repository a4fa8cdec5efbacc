"""A letter about an entry: choose which one, edit its text, save it as a file. Nothing is sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mingbai.desk.letters import Draft, draft_letter, file_name, save_letter
from mingbai.desk.raising import Raised, raise_by_letter, raised_words
from mingbai.domain.letter import Letter, LetterKind
from mingbai.domain.words import Words
from mingbai.ledger.drafts import drafts, drop_draft, keep_draft
from mingbai.ledger.ledger import Entry
from mingbai.ui.folders import OPEN_FILE, OPEN_FOLDER, Purpose, keep_folder, last_folder, open_path
from mingbai.ui.inline import Inline
from mingbai.ui.later import later
from mingbai.ui.letters import WRITE
from mingbai.ui.look.icons import put_icon
from mingbai.ui.look.roles import styled
from mingbai.ui.pressing import Dialog, dialog_button
from mingbai.ui.saving_foot import SAVE, SavingFoot
from mingbai.ui.session import Session

NO_PROGRAM = Words(
    "这台电脑没有能打开函件的程序，可以把它复制到有 Word 或 WPS 的电脑上",
    "No program on this PC opens letters; copy it to one that has Word or WPS",
)
NOT_SENT = Words(
    "请核对、修改后保存；本软件不代为发送", "Check and edit, then save; the program sends nothing"
)
KIND = Words("文种", "Kind of letter")
TITLE = Words("标题", "Title")
TO = Words("主送", "To")
TEXT = Words("正文", "Text")
ANEW = Words("重新起草", "Draft again")
SAVED = Words("已保存：{path}", "Saved: {path}")
FILES = Words("Word 文档 (*.docx)", "Word document (*.docx)")

SUFFIX = ".docx"
WIDTH, HEIGHT = 720, 640
KEPT_EVERY_MS = 300


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields."""

    title: str
    addressee: str
    text: str


def write_letter(session: Session, entry: Entry, parent: QWidget) -> LetterDialog:
    """Opens the dialog over the window of `parent`."""
    dialog = LetterDialog(session, entry, parent.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


class LetterDialog(Dialog):
    """Three kinds of letter about one entry; each keeps its own edited text, after a crash too."""

    def __init__(self, session: Session, entry: Entry, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._entry = session, entry
        self._kind = LetterKind.JOINT
        self._drafted: dict[LetterKind, Draft] = {}
        self._typed: dict[LetterKind, Typed] = {}
        self._saved: dict[LetterKind, Path] = {}
        """Where each went last."""
        self._last_saved = Path()
        self._keeping = later(self, KEPT_EVERY_MS, self.keep)
        styled(self, "page")
        self.setWindowTitle(session.word(WRITE))
        # Closed in whatever way, what was typed a moment ago stays kept.
        self.finished.connect(self.keep)
        self._build()
        look = session.look
        self.resize(min(look.px(WIDTH), parent.width() - 40), min(look.px(HEIGHT), parent.height() - 40))
        self.choose(self._kind)
        self.text.setFocus()

    # Building.

    def _build(self) -> None:
        word = self._session.word
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(styled(QLabel(word(WRITE)), "name"))
        head.addWidget(styled(QLabel(self._entry.number), "secondary"))
        head.addStretch(1)
        column.addLayout(head)
        column.addLayout(self._kinds())
        self.title = self._field(TITLE)
        self.addressee = self._field(TO)
        self._to = QWidget()
        for words, field, widget in ((TITLE, self.title, QWidget()), (TO, self.addressee, self._to)):
            row = QHBoxLayout(widget)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(10)
            label = styled(QLabel(word(words)), "label")
            label.setMinimumWidth(max(self._session.look.width(word(one)) for one in (TITLE, TO)))
            row.addWidget(label)
            row.addWidget(field, 1)
            column.addWidget(widget)
        self.text = styled(QPlainTextEdit(), "field")
        self.text.setAccessibleName(word(TEXT))
        self.text.setFont(self._session.look.font())
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(10)
        self.text.textChanged.connect(self._edited)
        column.addWidget(self.text, 1)
        self.left_out = styled(QLabel(), "caption")
        self.left_out.setWordWrap(True)
        column.addWidget(self.left_out)
        self.notice = Inline(self._session.look)
        column.addWidget(self.notice)
        column.addLayout(self._foot())

    def _kinds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        group = QButtonGroup(self)
        self.kinds: dict[LetterKind, QPushButton] = {}
        for kind in LetterKind:
            chip = dialog_button(self._session.word(kind.words), "chip")
            chip.setCheckable(True)
            chip.setAccessibleDescription(self._session.word(KIND))
            chip.clicked.connect(lambda _=False, chosen=kind: self.choose(chosen))
            group.addButton(chip)
            row.addWidget(chip)
            self.kinds[kind] = chip
        row.addStretch(1)
        self.anew = dialog_button(self._session.word(ANEW), "link")
        self.anew.clicked.connect(self.draft_anew)
        row.addWidget(self.anew)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        said = styled(QLabel(self._session.word(NOT_SENT)), "secondary")
        said.setWordWrap(True)
        row.addWidget(said, 1)
        self.open_button = dialog_button(self._session.word(OPEN_FILE), "plain")
        self.open_button.clicked.connect(self.open_saved)
        self.open_button.hide()
        row.addWidget(self.open_button)
        self.folder = dialog_button(self._session.word(OPEN_FOLDER), "plain")
        put_icon(self.folder, self._session.look, "folder")
        self.folder.clicked.connect(self.open_folder)
        self.folder.hide()
        row.addWidget(self.folder)
        foot = SavingFoot(self, self._session.look, self.save)
        self.save_button = foot.save_button
        row.addLayout(foot)
        return row

    def _field(self, words: Words) -> QLineEdit:
        field = styled(QLineEdit(), "field")
        field.setAccessibleName(self._session.word(words))
        field.textChanged.connect(self._edited)
        return field

    # What is shown.

    def choose(self, kind: LetterKind) -> None:
        """Shows the letter of a kind as it was left, else as it is drafted."""
        self.keep()
        self._kind = kind
        self.kinds[kind].setChecked(True)
        if kind not in self._drafted:
            session = self._session
            self._drafted[kind] = draft_letter(
                session.ledger, self._entry, kind, language=session.look.language, today=session.today
            )
            self._typed[kind] = self._kept(kind) or self._as_drafted(kind)
        self._fill(self._typed[kind])
        said = [self._session.word(words) for words in self._drafted[kind].left_out]
        self.left_out.setText("\n".join(said))
        self.left_out.setVisible(bool(said))
        self._to.setVisible(kind is not LetterKind.FILE)

    def draft_anew(self) -> None:
        """Gives up what was edited in this letter."""
        self._fill(self._as_drafted(self._kind))
        self._edited()
        self.text.setFocus()

    def letter(self) -> Letter:
        """The letter as it stands in the fields."""
        typed = self._standing()
        return replace(
            self._drafted[self._kind].letter,
            title=typed.title,
            addressee=typed.addressee,
            paragraphs=tuple(typed.text.split("\n")),
        )

    def _fill(self, typed: Typed) -> None:
        for widget in (self.title, self.addressee, self.text):
            widget.blockSignals(True)
        self.title.setText(typed.title)
        self.title.setCursorPosition(0)
        self.addressee.setText(typed.addressee)
        self.text.setPlainText(typed.text)
        for widget in (self.title, self.addressee, self.text):
            widget.blockSignals(False)
        self.anew.setVisible(typed != self._as_drafted(self._kind))

    def _as_drafted(self, kind: LetterKind) -> Typed:
        letter = self._drafted[kind].letter
        return Typed(letter.title, letter.addressee, "\n".join(letter.paragraphs))

    def _standing(self) -> Typed:
        return Typed(self.title.text(), self.addressee.text(), self.text.toPlainText())

    # What is typed is kept.

    def _edited(self) -> None:
        self.notice.say("")
        self.anew.setVisible(self._standing() != self._as_drafted(self._kind))
        self._keeping.start()

    def keep(self) -> None:
        """Keeps what is typed now; forgets it where it is what was drafted."""
        self._keeping.stop()
        kind = self._kind
        if kind not in self._typed or self._typed[kind] == self._standing():
            return
        typed = self._typed[kind] = self._standing()
        session, place, code = self._session, self._place(kind), self._entry.register.code
        if typed == self._as_drafted(kind):
            session.runner.do(lambda: drop_draft(session.ledger, place))
        else:
            fields = {"title": typed.title, "addressee": typed.addressee, "text": typed.text}
            session.runner.do(lambda: keep_draft(session.ledger, place, code, fields))

    def _kept(self, kind: LetterKind) -> Typed | None:
        _, fields = drafts(self._session.ledger).get(self._place(kind), ("", {}))
        return Typed(**fields) if fields else None

    def _place(self, kind: LetterKind) -> str:
        return f"letter/{self._entry.uid}/{kind.code}/{self._session.look.language}"

    # Saving.

    def save(self) -> None:
        """Asks where the file shall stand and writes it there."""
        letter = self.letter()
        kind = self._kind
        suggested = self._saved.get(kind) or last_folder(self._session.memory, Purpose.LETTERS) / file_name(
            letter
        )
        word = self._session.word
        chosen, _ = QFileDialog.getSaveFileName(self, word(SAVE), str(suggested), word(FILES))
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        self._session.runner.do(
            lambda: save_letter(letter, path),
            lambda _: self._was_saved(kind, path, letter),
            owner=self,
            refused=lambda trouble: self.notice.say(word(trouble.words)),
        )

    def _raise(self, letter: Letter) -> None:
        """What goes to the joint office is a point that waits for its answer."""
        session, entry = self._session, self._entry

        def raised(one: Raised) -> None:
            if one.anew:
                session.done.emit(raised_words(one))
            self.notice.say(f"{self.notice.text}\n{session.word(raised_words(one))}".strip(), "green")

        session.do(
            lambda: raise_by_letter(session.ledger, entry, letter, today=session.today),
            raised,
            owner=self,
            refused=lambda trouble: self.notice.say(session.word(trouble.words)),
        )

    def _was_saved(self, kind: LetterKind, path: Path, letter: Letter) -> None:
        self._saved[kind] = path
        if kind is LetterKind.JOINT:
            self._raise(letter)
        keep_folder(self._session.memory, Purpose.LETTERS, path.parent)
        self.notice.say(self._session.word(SAVED.format(path=path)), "green")
        self.folder.show()
        self._last_saved = path
        self.open_button.show()
        self._session.wrote.emit(SAVED.format(path=path.name), path)

    def open_saved(self) -> None:
        """Shows the saved letter in the system's way."""
        if not open_path(self._last_saved):
            word = self._session.word
            # Whoever takes it elsewhere needs to know where it stands.
            self.notice.say(f"{word(SAVED.format(path=self._last_saved))}\n{word(NO_PROGRAM)}", "amber")

    def open_folder(self) -> None:
        """Shows the folder of the saved file in the system's way."""
        open_path(last_folder(self._session.memory, Purpose.LETTERS))
