"""The side panel: one entry of any register, opened beside its list or below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mingbai.desk.doubts import doubts
from mingbai.desk.endings import endings
from mingbai.desk.erasing import ERASING
from mingbai.desk.records import shown
from mingbai.desk.timeline import Happening, noted, timeline
from mingbai.desk.whole import Whole, is_open, links, whole
from mingbai.domain.attachment import ATTACHMENTS
from mingbai.domain.issue import ISSUES, PROGRESS
from mingbai.domain.point import POINTS
from mingbai.domain.review import DECISIONS, FLAGS
from mingbai.domain.task import TASKS
from mingbai.domain.words import Trouble, Words
from mingbai.ledger.ledger import Change, Entry
from mingbai.ui.command import Command
from mingbai.ui.form.editor import Editor
from mingbai.ui.form.editors import EDITORS
from mingbai.ui.form.form import FieldRow, Form
from mingbai.ui.form.typing_box import TypingBox
from mingbai.ui.keys import set_key
from mingbai.ui.look.look import PAGE_SIDE, Size, Weight
from mingbai.ui.look.roles import styled
from mingbai.ui.panel.attached import AttachedFiles
from mingbai.ui.panel.awaited import Awaited
from mingbai.ui.panel.decided import DecidedLines
from mingbai.ui.panel.deeds import EntryDeeds
from mingbai.ui.panel.flag_answers import FlagAnswers
from mingbai.ui.panel.flag_card import FlagCard
from mingbai.ui.panel.flagging import Flagging
from mingbai.ui.panel.foot import PanelFoot
from mingbai.ui.panel.form_said import FormSaid
from mingbai.ui.panel.happenings import HISTORY, Happenings
from mingbai.ui.panel.head import PanelHead
from mingbai.ui.panel.linked import LinkedEntries
from mingbai.ui.panel.progress_line import ProgressLine
from mingbai.ui.panel.saving import Keeping, save_field
from mingbai.ui.panel.standings import Standings
from mingbai.ui.panel.verdict_keys import VERDICTS, verdict_of
from mingbai.ui.session import Session
from mingbai.ui.whole_scroll import WholeScroll

PROGRESS_HEAD = Words("办理进展", "Progress")
IN_BIN = Words("在回收站", "in the bin")
FORMS = frozenset({".xlsx", ".xlsm", ".xls", ".et", ".csv", ".tsv", ".docx"})
"""Files that may be the form an assignment asks for."""
SIDE, SIDE_RIGHT = 20, 18
"""Left and right of what stands in it."""
RING = 6
"""Between a field's letters and the ring around it."""
NOTE, REASON = "+note", "+reason"
"""Under these names a half-typed note, and why it is flagged, are kept; no field is called so."""


class RecordPanel(QFrame):
    """Shows one entry and lets it be changed, field by field."""

    close_asked = Signal()
    left = Signal()
    """What had the focus is gone: whoever shows the panel gives it to the list."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._entry: Entry | None = None
        self._known: Whole | None = None
        self._lying = False
        self._keeping = Keeping(session, self._typed, self)
        self.deeds = EntryDeeds(session, self, lambda: self._entry, self._keeping, self.begin_flagging)
        self._forms: dict[str, tuple[Editor, Form]] = {}
        self._form: Form | None = None
        self._name: Editor | None = None
        self._build()
        self._lay_out()
        for digit, assessment in VERDICTS.items():
            # Alt and a digit changes the page, also from here.
            set_key(self, f"Ctrl+{digit}", partial(self.deeds.decide, assessment))
        set_key(self, "Alt+B", self.deeds.link_with_cut)
        session.changed.connect(self._heard)

    def _build(self) -> None:
        session = self.session
        self.head = PanelHead(session, self.commands)
        self.head.close_asked.connect(self.close_asked)
        self.head.print_asked.connect(self.deeds.print_history)
        self.head.print_button.show()
        self.flags = FlagCard(session)
        self.flags.decided.connect(self.deeds.decide)
        self.flagging = Flagging(session, lambda: self._entry)
        self.flagging.typed.connect(self._keeping.note)
        self.flagging.closed.connect(self._put_flagging_away)
        self.flagging.hide()
        self.form_said = FormSaid(session)
        self.answers = FlagAnswers(session, self.flags, lambda: self._entry)
        self.awaited = Awaited(session)
        self.standings = Standings(session)
        self.decided = DecidedLines(session)
        self.doubts = styled(QLabel(), "caption", "amber")
        self.doubts.setWordWrap(True)
        self.attached = AttachedFiles(session)
        self.progress_head = styled(QLabel(session.word(PROGRESS_HEAD)), "group")
        self.progress = Happenings(session)
        self.note = ProgressLine(session, lambda: self._entry)
        self.note.typed.connect(self._keeping.note)
        self.links = LinkedEntries(session)
        self.history_button = styled(QPushButton(), "link")
        self.history_button.clicked.connect(self._show_history)
        self.history = Happenings(session)
        self.history.hide()
        self.foot = PanelFoot(session)
        self.foot.chosen.connect(self.deeds.end)

    def _lay_out(self) -> None:
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        under_name = QVBoxLayout()
        # The ring around the name stands beside its letters, which begin where all below them begins.
        under_name.setContentsMargins(RING, 0, 0, 0)
        for layout in (self._column, under_name):
            layout.setSpacing(10)
        self._name_at = QVBoxLayout()
        self._form_at = QVBoxLayout()
        for part in (
            *(self.standings, self.form_said, self.flags, self.awaited, self.decided),
            *(self.flagging, self._form_at, self.doubts, self.attached),
            *(self.progress_head, self.progress, self.note, self.links, self.history_button, self.history),
        ):
            if isinstance(part, QWidget):
                under_name.addWidget(part)
            else:
                under_name.addLayout(part)
        under_name.setAlignment(self.history_button, Qt.AlignmentFlag.AlignLeft)
        under_name.addStretch(1)
        self._column.addLayout(self._name_at)
        self._column.addLayout(under_name, 1)
        self._scroll = scroll = WholeScroll(self._inside)
        self.attached.seen_asked.connect(scroll.ensureWidgetVisible)
        self.attached.given.connect(self._read_form)
        # The flag it may bring stands below it.
        self.form_said.seen_asked.connect(scroll.verticalScrollBar().setValue)
        self.answers.seen_asked.connect(scroll.ensureWidgetVisible)
        whole_panel = QVBoxLayout(self)
        whole_panel.setContentsMargins(0, 11, 0, 0)
        whole_panel.setSpacing(0)
        self._head_at = QHBoxLayout()
        self._head_at.addWidget(self.head)
        whole_panel.addLayout(self._head_at)
        whole_panel.addWidget(scroll, 1)
        whole_panel.addWidget(self.foot)
        self._align()

    def _align(self) -> None:
        """Under the list all begins where that begins, and its foot ends where that ends."""
        left, right = (PAGE_SIDE, PAGE_SIDE) if self._lying else (SIDE, SIDE_RIGHT)
        self._column.setContentsMargins(left - RING, 0, SIDE_RIGHT, 12)
        self._head_at.setContentsMargins(left, 0, 12, 0)
        self.foot.stand_between(left, right)

    # What the window does with it.

    @property
    def entry(self) -> Entry | None:
        """The entry that is open."""
        return self._entry

    def show_entry(self, entry: Entry | None) -> None:
        """Opens an entry; None empties the panel."""
        if entry is None:
            self._keeping.end()
            self._entry = self._known = None
            return
        keep = self._entry is not None and self._entry.uid == entry.uid
        if not keep:
            # As long as its fields still hold what was typed into it.
            self._keeping.end()
        self._entry = entry
        self._tell(keep=keep)
        if not keep:
            self.flagging.hide()
            self.flagging.line.empty()
            self.form_said.calm()
            self.answers.put_away()
            self.history.hide()
            self.note.empty()
            self._scroll.let_go()
            self._scroll.verticalScrollBar().setValue(0)
            self._bring_back(self._keeping.begin(entry))

    def reveal(self, name: str, *, begin: bool) -> None:
        """Shows a field that may be folded; to `begin` with it takes the focus there."""
        row = self._form.rows.get(name) if self._form is not None else None
        if self._form is None or row is None:
            return
        self._form.reveal(name)

        def show() -> None:
            if begin:
                row.editor.setFocus()
            self._scroll.hold_in_sight(row)
            if begin:
                row.editor.offer_choices()

        # Rows that were hidden take the focus once they are laid out.
        QTimer.singleShot(0, row, show)

    def keep_now(self) -> None:
        """Keeps what was typed a moment ago, before the panel goes away."""
        self._keeping.keep()

    @property
    def takes_form(self) -> bool:
        """Whether what is open may have a form."""
        return self._entry is not None and self._entry.register is TASKS and self._entry.binned_at is None

    def _read_form(self, paths: Sequence[Path]) -> None:
        """Of attached files the first that may be a form becomes that of an assignment that has none yet."""
        entry = self._entry
        form = next((path for path in paths if path.suffix.lower() in FORMS), None)
        if entry is not None and self.takes_form and form is not None and not entry.stored["form_columns"]:
            self.form_said.read(entry, form)

    @property
    def takes_files(self) -> bool:
        """Whether files can be attached to what is open."""
        return self.attached.takes

    def take_files(self, paths: Sequence[Path]) -> None:
        """Attaches files that were dropped."""
        self.attached.add_files(paths)

    def take_copied(self) -> bool:
        """Attaches the picture or the files on the clipboard; False where there is nothing to attach."""
        return self.attached.paste()

    def set_lying(self, lying: bool) -> None:
        """Under the list there is little height: the name in the head, flags in a line, the rest by scrolling."""
        if lying == self._lying:
            return
        self._lying = lying
        self._align()
        self.flags.set_lying(lying)
        if self._entry is not None:
            self._tell(keep=True)

    def commands(self) -> Sequence[Command]:
        """What can be done with the open entry."""
        return (*self.attached.commands(), *self.deeds.commands())

    # What is shown.

    def _tell(self, *, keep: bool) -> None:
        entry = self._entry
        assert entry is not None
        session = self.session
        focused = self._focused()
        known = self._known = whole(session.ledger, entry, session.today)
        binned = session.word(IN_BIN) if entry.binned_at else ""
        which = " ".join(part for part in (session.word(entry.register.words), entry.number, binned) if part)
        titled = entry.register.title_in(entry.stored, session.look.language)
        named = shown(entry, titled, session.glossary, session.look.language, masked=False)
        self.head.tell(which, named if self._lying else "")
        self.setAccessibleName(which)
        self._tell_fields(entry, keep=keep)
        flags = sorted((flag for flag in known.flags if flag.open), key=lambda flag: not flag.came_back)
        self.flags.show_flags(flags)
        self.flags.setVisible(bool(flags) or (self._lying and entry.register.reviewed))
        self.decided.tell(known, lying=self._lying)
        self.standings.tell(entry)
        self.awaited.tell(entry)
        said = [session.word(words) for words in doubts(entry, session.today)]
        self.doubts.setText("\n".join(said))
        self.doubts.setVisible(bool(said) and not self._lying)
        self.attached.tell(entry, known.attached, known.detached)
        self._tell_happenings(entry, known)
        self._tell_foot(entry)
        goes_on = self.awaited.goes_on or self.attached.goes_on or self.foot.goes_on
        if focused is not None and self._focused() is not focused and not goes_on:
            self.left.emit()

    def _focused(self) -> QWidget | None:
        """What has the focus in here."""
        focus = QApplication.focusWidget()
        return focus if focus is not None and self.isAncestorOf(focus) else None

    def _tell_fields(self, entry: Entry, *, keep: bool) -> None:
        name, form = self._form_of(entry)
        if form is not self._form:
            for layout, old, widget in ((self._name_at, self._name, name), (self._form_at, self._form, form)):
                if old is not None:
                    # Not `takeAt`: a taken item may live on, and what comes back keeps the height it had then.
                    layout.removeWidget(old)
                    old.hide()
                layout.addWidget(widget)
                widget.show()
            self._name, self._form = name, form
            keep = False
        counts = is_open(self.session.ledger, entry, self.session.today)
        name.show_entry(entry, counts=counts, keep=keep)
        name.let_be_typed(entry.register.is_typed(name.field.name) and entry.binned_at is None)
        form.show_entry(entry, counts=counts, keep=keep)
        name.setVisible(not self._lying)

    def _form_of(self, entry: Entry) -> tuple[Editor, Form]:
        register = entry.register
        titled = register.title_in(entry.stored, self.session.look.language)
        key = f"{register.code}.{titled.name}"
        if key not in self._forms:
            name = EDITORS[titled.kind](self.session, titled, size=Size.NAME, weight=Weight.HEAVY)
            name.save_asked.connect(partial(self._save, titled.name))
            name.typed.connect(self._keeping.note)
            form = Form(self.session, register, titled.name)
            form.save_asked.connect(self._save)
            form.typed.connect(self._keeping.note)
            self._forms[key] = (name, form)
        return self._forms[key]

    def _tell_happenings(self, entry: Entry, known: Whole) -> None:
        session = self.session
        notes = entry.register is ISSUES and not self._lying
        self.progress_head.setVisible(notes)
        self.progress.setVisible(notes)
        self.note.setVisible(notes and entry.binned_at is None)
        if notes:
            self.progress.tell(noted(session.ledger, known, session.glossary, session.look.language)[::-1])
        self.links.tell(() if self._lying else links(session.ledger, entry, session.today))
        everything = self._history_of(known)
        self.history_button.setText(session.word(HISTORY.format(n=len(everything))))
        self.history_button.setAccessibleName(self.history_button.text())
        self.history_button.setVisible(not self._lying)
        if not self.history.isHidden():
            self.history.tell(everything[::-1])

    def _tell_foot(self, entry: Entry) -> None:
        found = endings(entry)
        self.foot.tell(found)
        self.foot.setVisible(bool(found.ways) and not (self._lying and self.flags.isVisibleTo(self)))

    def _show_history(self) -> None:
        shown = self.history.isHidden()
        if shown and self._known is not None:
            self.history.tell(self._history_of(self._known)[::-1])
        self.history.setVisible(shown)

    def _history_of(self, known: Whole) -> list[Happening]:
        """What happened, without the notes where these stand above it."""
        session = self.session
        if known.entry.register is ISSUES and not self._lying:
            known = replace(known, progress=())
        return timeline(session.ledger, known, session.glossary, session.look.language)

    def _heard(self, change: Change) -> None:
        entry = self._entry
        if entry is None:
            return
        touched = entry.uid in change.uids.get(entry.register.code, ())
        beside = {FLAGS.code, DECISIONS.code, PROGRESS.code, POINTS.code, ATTACHMENTS.code}
        beside |= {*self.awaited.told_by(entry)}
        if not touched and not beside & change.uids.keys():
            return
        current = self.session.ledger.entry(entry.register, entry.uid)
        if touched and change.deed == ERASING:
            # Nothing is left of it, and what was typed into it goes with it.
            self._keeping.drop()
            self._entry = self._known = None
            current = None
        if current is None:
            self.close_asked.emit()
            return
        self._entry = current
        self._tell(keep=True)

    # What is typed.

    def _editors(self) -> Iterator[tuple[str, Editor]]:
        if self._entry is not None and self._name is not None and self._form is not None:
            yield self._name.field.name, self._name
            for name, row in self._form.rows.items():
                yield name, row.editor

    def _typed(self) -> dict[str, str]:
        typed = {name: editor.text for name, editor in self._editors() if editor.dirty}
        lines = {NOTE: self.note.text, REASON: self.flagging.line.text}
        return typed | {name: text for name, text in lines.items() if text.strip()}

    def _bring_back(self, typed: dict[str, str]) -> None:
        editors = dict(self._editors())
        for name, text in typed.items():
            if name in (NOTE, REASON):
                (self.note if name == NOTE else self.flagging.line).bring_back(text)
            elif name in editors:
                editors[name].bring_back(text)
                if self._form is not None:
                    self._form.reveal(name)

    def _save(self, name: str) -> None:
        entry = self._entry
        if entry is None:
            return
        editor = dict(self._editors())[name]
        row: FieldRow | None = self._form.rows.get(name) if self._form is not None else None
        text = editor.text
        editor.waiting()

        def saved(changed: Entry) -> None:
            if self._entry is not None and self._entry.uid == changed.uid:
                self._entry = changed
                if row is not None:
                    row.calm()
                editor.saved(changed, text)
                self._keeping.note()

        def refused(trouble: Trouble) -> None:
            if row is not None:
                row.wrong(trouble.words)
            else:
                editor.wrong()
                self.session.runner.troubled.emit(trouble)

        save_field(self.session, entry, name, text, editor.before, saved, refused, self)

    # Deeds.

    def begin_flagging(self) -> None:
        """Opens the line in which a reason is typed."""
        self.flagging.show()
        self.flagging.setFocus()

    def _put_flagging_away(self) -> None:
        focused = self._focused()
        had_focus = focused is not None and self.flagging.isAncestorOf(focused)
        self.flagging.hide()
        if had_focus:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verdict = verdict_of(event)
        if verdict is not None and not isinstance(self.focusWidget(), TypingBox):
            self.deeds.decide(verdict)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and self.take_copied():
            # Left over by a field: no text.
            event.accept()
        else:
            super().keyPressEvent(event)
