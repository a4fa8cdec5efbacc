"""The quick-add line: text above, what was recognised below it, Enter saves and stays."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from mingbai.desk import quick as desk
from mingbai.desk.quick_noticing import Notice
from mingbai.desk.quick_reader import LISTS, Reader
from mingbai.desk.quick_saved import recorded_words, saved_words
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.domain.task import TASKS
from mingbai.domain.text import shortened
from mingbai.domain.words import Trouble, Words
from mingbai.ledger.drafts import drafts
from mingbai.ledger.ledger import Change, Entry
from mingbai.rules.quick.quick import Quick
from mingbai.ui.flow import growing
from mingbai.ui.later import later
from mingbai.ui.look.roles import retoned, styled
from mingbai.ui.quick.below import SHOW, Remarks, Sentence
from mingbai.ui.quick.line_draft import LineDraft
from mingbai.ui.quick.line_pills import LinePills
from mingbai.ui.quick.line_row import PLUS, LineRow
from mingbai.ui.quick.notice_in_line import NoticeInLine
from mingbai.ui.quick.offered_names import OfferedNames
from mingbai.ui.quick.pasted_lines import PastedLines
from mingbai.ui.quick.pills import Pills, Told
from mingbai.ui.quick.spoken import SpokenLines
from mingbai.ui.quick.telling import Telling
from mingbai.ui.quick.typed_line import TypedLine
from mingbai.ui.quick.understood import Understood
from mingbai.ui.quick.words import EXAMPLES, HOW_DAY_TWO, RECORDED
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.desk.flagged import Flagged
    from mingbai.desk.pasting import Pasted
    from mingbai.ui.quick.notice_card import NoticeCard

PAUSE_MS = 300
"""After such a pause alike entries are looked for."""
JUDGED_MS = 40
"""So soon after the last key it is asked what speaks against the line."""
WARM_MS = 700
"""So long after a page came up the names are learnt, off the window's thread."""


class QuickLine(QFrame):
    """One line that becomes an entry of the register it speaks of.

    Closed it is one row. With the focus in it the card grows, and its layout pushes what stands below.
    """

    recorded = Signal(object)
    """An `Entry` that was saved."""
    paste_asked = Signal()
    """The clipboard is to be looked into."""
    import_asked = Signal(object, object)
    """The `Path` of a dropped table and the register whose entries its rows are."""
    noticing = Signal(bool)
    """Whether a notice is being looked through now: what else is on the page gives way to it."""
    left = Signal()
    """The line was put down: whoever shows it may give the focus to the list."""

    def __init__(
        self,
        session: Session,
        register: Register[Any] | None = None,
        page: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`register` is that of the page one is on; a line that speaks of another one goes there.

        `page` is the page's code, if it is another than the register's: each keeps its own half-typed line.
        """
        super().__init__(parent)
        self._session = session
        self._page = register.code if register is not None and register.code in EXAMPLES else TASKS.code
        self._code = page or self._page
        self._reader = Reader(session.ledger)
        self._understood = Understood(session, self._reader, self._page)
        self._saving = False
        self._open = False
        styled(self, "quick")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(growing())
        self._build()
        self._pause = later(self, PAUSE_MS, self._look_around)
        self._judging = later(self, JUDGED_MS, self._telling.judge)
        session.changed.connect(self._heard)
        session.noticed.connect(self._tell_flags)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._show_focus)
        later(self, WARM_MS, self._learn_names).start()
        self._show_open(on=False)

    # What others call.

    def begin(self) -> None:
        """Takes the focus, ready to type: Ctrl+N."""
        if self.notice is not None:
            self.notice.setFocus()
            return
        if not self._line.hasFocus():
            # What is half typed there is another one: typing replaces it, Ctrl+Z brings it back.
            self._line.selectAll()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_open(on=True)

    def go_on(self) -> bool:
        """Takes the focus behind what is half typed; False where nothing is."""
        if self.notice is not None or not self._line.text():
            return False
        self._line.setFocus()
        self._line.moveCursor(QTextCursor.MoveOperation.End)
        self._show_open(on=True)
        return True

    def restore(self) -> None:
        """Brings back what was half typed when the program last ended, however it did."""
        everything = drafts(self._session.ledger)
        self._notice.restore(everything)
        self._draft.restore(everything)

    def keep_now(self) -> None:
        """Keeps what was typed a moment ago, before the line goes away."""
        self._draft.keep_now()
        self._notice.keep_now()

    @property
    def takes_notices(self) -> bool:
        """Whether a whole notice can become an entry here."""
        return self._page == TASKS.code

    @property
    def notice(self) -> NoticeCard | None:
        """The notice that is being looked through, if there is one."""
        return self._notice.card

    def paste(self, text: str) -> None:
        """Takes a text from the clipboard, whatever it is: a line, several, or a notice."""
        if self.takes_notices and _is_notice(text):
            self.take_notice(text)
            return
        self._line.setFocus()
        self._line.take(text)

    def take_notice(self, text: str) -> None:
        """Makes a draft of a notice; what is half typed stays for afterwards."""
        self._notice.begin(text)

    def take_file(self, path: Path) -> None:
        """Makes a draft of a dropped notice or form."""
        self._notice.begin_file(path)

    def take_up(self, pasted: Pasted) -> None:
        """Shows a draft that was put down."""
        self._notice.take_up(pasted)

    def text(self) -> str:
        """What is typed."""
        return self._line.text()

    def write(self, text: str) -> None:
        """Puts a text into the line, as if it was typed."""
        self._line.write(text)

    @property
    def quick(self) -> Quick:
        """How the line is read now."""
        return self._understood.quick

    @property
    def line(self) -> TypedLine:
        """The field that is typed in."""
        return self._line

    def told(self) -> list[Told]:
        """The pills as they are shown."""
        return [pill.told for pill in self._pills.pills()]

    def sentence(self) -> str:
        """The sentence below the line; empty without one."""
        return self._sentence.label.text()

    def notices(self) -> Sequence[Notice]:
        """The remarks that are shown."""
        return self._remarks.notices

    def answers(self) -> list[str]:
        """What can be answered to the sentence."""
        return [button.text() for button in self._sentence.buttons]

    def submit(self, *, new_people: bool = False) -> None:
        """Saves the line, says so, and stays; or says in one sentence what is still needed.

        With `new_people` it was said that whom the staff list does not hold is a new colleague.
        """
        text = self._line.text()
        if self._line.composing or self._saving or not text.strip():
            return
        self._names.hide()
        quick = self._understood.quick
        if desk.refusal(quick, new_people=True) is not None:
            self._line_pills.answer_or_ask()
            return
        if not new_people and (stranger := desk.stranger(quick)) is not None:
            self._line_pills.ask_about(stranger)
            return
        said = self._understood.said
        self._saving = True
        session = self._session
        ledger, today, language = session.ledger, session.today, session.look.language
        self._line.write("")

        def refused(trouble: Trouble) -> None:
            self._saving = False
            if not self._line.text():
                self._understood.said = said
                self._line.write(text)
            self._sentence.say(trouble.words, "danger")

        session.do(
            lambda: desk.record(ledger, quick, today, language, new_people=new_people),
            lambda entry: self._saved(entry, quick),
            owner=self,
            refused=refused,
            done=RECORDED.format(title=desk.title_words(quick, self._reader)),
        )

    # Built once.

    def _build(self) -> None:
        look = self._session.look
        self._top = LineRow(look, EXAMPLES[self._page], self, takes_notices=self.takes_notices)
        self._line = self._top.line
        self.setFocusProxy(self._line)
        self._line.installEventFilter(self)
        self.paste_button = self._top.paste_button
        self.paste_button.clicked.connect(self.paste_asked)
        self._pills = Pills(look, self)
        self._sentence = Sentence(look, self)
        self._remarks = Remarks(look, self._session.open, self)
        self._spoken = SpokenLines(look, self._session.open, self)
        self._below = QWidget(self)
        self._below.setSizePolicy(growing())
        below = QVBoxLayout(self._below)
        below.setContentsMargins(look.px(PLUS) + 8 + 3, 0, 0, 6)
        below.setSpacing(8)
        # Right under the line: the first Tab reaches what is asked, and none of what is understood already.
        below.addWidget(self._sentence)
        below.addWidget(self._pills)
        below.addWidget(self._spoken)
        below.addWidget(self._remarks)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 14, 0)
        column.setSpacing(8)
        column.addWidget(self._top)
        column.addWidget(self._below)
        self._column = column
        for part in (self._pills, self._sentence, self._spoken, self._remarks):
            part.installEventFilter(self)
        self._notice = NoticeInLine(self._session, self._reader, self._code, column, self)
        self._notice.turned.connect(self._notice_turned)
        self._notice.recorded.connect(self._notice_saved)
        self._notice.lines_asked.connect(self._take_lines)
        self._notice.import_asked.connect(self.import_asked)
        self._names = OfferedNames(self._session, self._reader, self._line, lambda: self._understood.quick)
        self._names.beside = self._pills
        self._telling = Telling(
            *(self._session, self._reader, self._line, lambda: self._understood.quick),
            self._spoken,
            self._remarks,
        )
        self._line.entered.connect(self.submit)
        self._line.put_down.connect(self._put_down)
        self._line.typed.connect(self._typed)
        whole = self.take_notice if self.takes_notices else None
        self._pasted = PastedLines(self._session, self._line, self._sentence, self._understood.reading, whole)
        self._pasted.recorded.connect(self.recorded)
        self._draft = LineDraft(self._session, self._code, self._page, self._line, self._pasted)
        self._line.pasted.connect(self._take_pasted)
        self._line_pills = LinePills(
            *(self._session, self._line, self._pills, self._sentence, self._understood, self._names),
            read=self._show_read,
            submit=self.submit,
        )

    def _learn_names(self) -> None:
        # The first letter typed would wait for the names of all units and people.
        session = self._session
        session.runner.do(partial(self._understood.reading, "?"))
        if self.takes_notices:
            # The rules and earlier forms take longer still.
            session.runner.do(_load_rules, self._learn_rules, owner=self)

    def _learn_rules(self, _: None) -> None:
        session = self._session
        session.runner.do(partial(session.suggester.watch, session.today))

    # Typing.

    def _typed(self) -> None:
        text = self._line.text()
        if text:
            self._sentence.say(None)
            self._telling.tell_of(None)
        self._show_open(on=bool(text) or self._line.hasFocus())
        self._show_read()
        if self._understood.asks_day:
            self._sentence.say(HOW_DAY_TWO)
        self._names.offer()
        self._pause.start()
        self._draft.keep_soon()

    def _show_read(self) -> None:
        text = self._line.text().strip()
        quick = self._understood.take(self._line.text())
        told = self._understood.told()
        self._line.tint(quick.parts)
        self._top.say_into(
            REGISTERS[quick.register].words if text else None, elsewhere=quick.register != self._page
        )
        self._top.fit(self.width(), opened=self._open)
        self._pills.show_told(told)
        self._pills.setVisible(bool(told) and self._open)
        if not text or not told:
            self._telling.calm()
        self._judging.start()

    def _look_around(self) -> None:
        if not self._saving:
            self._telling.look_around()

    def _heard(self, change: Change) -> None:
        self._reader.forget(change)
        if self._telling.forget(change) and not self._line.text():
            self._sentence.say(None)
        if LISTS & change.uids.keys() and self._line.text():
            self._show_read()

    # Saving.

    def _saved(self, entry: Entry, quick: Quick) -> None:
        self._saving = False
        session = self._session
        words = saved_words(entry, quick, self._reader, session.today)
        self.recorded.emit(entry)
        self._pasted.bring_next()
        if not self._line.text():
            self._sentence.say(words, "green", [(SHOW, lambda: self._show_saved(entry))])
            self._telling.tell_of(entry)
        self._telling.look_back(entry, quick)

    def _show_saved(self, entry: Entry) -> None:
        """Leads to what was saved: of another register than the page's to that register's list as well."""
        if self._code in REGISTERS and entry.register.code != self._code:
            self._session.ask(entry.register.code)
        self._session.open(entry)

    def _tell_flags(self, uid: str, flags: Sequence[Flagged]) -> None:
        if self._telling.add_flags(uid, flags):
            self._remarks.setVisible(self._open)

    def _put_down(self) -> None:
        # What was lacking is said again with the next Enter.
        self._sentence.say(None)
        if self._open and self._line.text():
            self._show_open(on=False)
            return
        self._telling.calm()
        self._line.clearFocus()
        self._show_open(on=False)
        self.left.emit()

    def _take_pasted(self, text: str) -> None:
        if self.takes_notices and _is_notice(text):
            self.take_notice(text)
            return
        self._take_lines(text)

    def _take_lines(self, text: str) -> None:
        self._telling.tell_of(None)
        self._show_open(on=True)
        self._pasted.offer(text)

    # A notice.

    def _notice_turned(self, shown: bool) -> None:
        self.noticing.emit(shown)
        self._names.hide()
        self._top.setVisible(not shown)
        if shown:
            self._below.hide()
        else:
            self._line.setFocus()
            self._show_below()
        self._show_open(on=True)

    def _notice_saved(self, entry: Entry, also: Words | None) -> None:
        session = self._session
        self.recorded.emit(entry)
        title = shortened(str(entry.stored["title"]))
        working = self._reader.words(session.today).working
        words = recorded_words(entry, Words(title, title), session.today, working)
        if also is not None:
            words = Words(words.zh + also.zh, words.en + also.en)
        self._sentence.say(words, "green", [(SHOW, lambda: self._show_saved(entry))])
        self._telling.tell_of(entry)
        self._telling.look_back(entry)

    # How it stands there.

    def _show_open(self, *, on: bool) -> None:
        on = on or self.notice is not None
        self._open = on
        self._show_focus()
        look = self._session.look
        self._top.fit(self.width(), opened=on)
        self._pills.setVisible(on and bool(self._pills.pills()))
        self._spoken.setVisible(on and bool(self._spoken.spoken))
        self._remarks.setVisible(on and bool(self._remarks.notices))
        if not on:
            self._names.hide()
        # 44 high while it is closed: the field's own height and what stands around it.
        around = max(0, look.px(44) - 2 - self._line.sizeHint().height())
        self._column.setContentsMargins(16, around // 2, 14, around - around // 2)
        self.updateGeometry()

    def _show_focus(self) -> None:
        """Its frame is green as long as what is typed goes into it."""
        retoned(self, "open" if self._open and self._has_focus() else "")

    def _has_focus(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _show_below(self) -> None:
        parts = (self._pills, self._sentence, self._spoken, self._remarks)
        self._below.setVisible(self.notice is None and not all(part.isHidden() for part in parts))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Opens with the focus; closes without it when nothing is typed."""
        if watched is self._line and event.type() == QEvent.Type.FocusIn:
            self._show_open(on=True)
        elif watched is self._line and event.type() == QEvent.Type.FocusOut:
            self._names.hide()
            if not self._line.text() and not self._sentence.isVisible():
                self._show_open(on=False)
        elif event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._show_below()
            if self._open and self._below.isHidden() and not self._line.text() and not self._has_focus():
                # What kept it open is said no more.
                self._show_open(on=False)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the line down from its pills too."""
        if event.key() == Qt.Key.Key_Escape:
            self._line.setFocus()
            self._put_down()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hints give way first where it is narrow."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._show_open(on=self._open)


def _load_rules() -> None:
    """All that reads a notice or a line and judges it: much to load, and no page needs it to be seen."""
    import mingbai.desk.notice_recording
    import mingbai.desk.suggesting  # noqa: F401


def _is_notice(text: str) -> bool:
    from mingbai.desk.pasted_text import Sort, sort_of

    return sort_of(text) is Sort.NOTICE
