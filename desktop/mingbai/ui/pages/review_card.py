"""The open entry of the review page: evidence at the left, where it is written at the right, keys below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QIntValidator, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mingbai.desk.cuts import GONE, asked_before, before_and_after
from mingbai.desk.flagged import Flagged
from mingbai.desk.reviewing import Decided, Next, Waiting
from mingbai.desk.spoken_days import lasting, short_day
from mingbai.domain.certificate_type import Confidence
from mingbai.domain.review import CAME_BACK, CUT, DECISIONS, Decision, Method
from mingbai.domain.rule import as_written
from mingbai.domain.words import NO_WORDS, Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.flow import Flow
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.label import label
from mingbai.ui.look.pill import Pill, checked, worded
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.key_row import KeyRow
from mingbai.ui.pages.review_cut import HOW_MANY, METHODS, Circumstances
from mingbai.ui.pages.review_name import TIGHT, ReviewName
from mingbai.ui.panel.cut_choice import CUT_AND_BACK
from mingbai.ui.panel.verdict_keys import CARRY, MARK_AS_CUT, VERDICTS
from mingbai.ui.session import Session
from mingbai.ui.whole_lines import whole_height

EVIDENCE = Words("证据", "Evidence")
BASIS = Words("依据", "Basis")
ASSESSMENT = Words("研判", "Assessment")
BEFORE_AFTER = Words("核减前后", "Before and after")
SINCE = Words("核减以来", "Since then")
SEVERAL = Words("已选 {n} 条，一次研判", "{n} selected, one assessment for all")
ARROW = Words("{before} → {after}", "{before} → {after}")
ON = Words("{what}，{day}", "{what}, {day}")
NO_BASIS = Words("没有写依据", "No basis given")
TO_RECHECK = Words("复查日 {day}", "Recheck on {day}")
RECHECKED = Words("已复查 {day}", "Rechecked {day}")
CUT_SINCE = Words("{day} 起，{lasting}", "since {day}, {lasting}")

RECHECK = {"1": GONE, "2": CAME_BACK}
OTHER, MERGE, BACK = "O", "M", "B"
ACTS: dict[str, Words] = {
    OTHER: Words("打开对照的记录", "Open what it resembles"),
    MERGE: Words("并入那一条", "Merge into that one"),
    BACK: CUT_AND_BACK,
}
"""What else a key does to an entry that waits, where something was found beside it."""
MERGE_CHOSEN = Words("合并成一件，留最早的", "Merge into one; the earliest stays")
MOST_FLAGS = 3
BESIDE_BAR = 8
"""Between what is said and the bar that scrolls it."""
MORE_FLAGS = Words("另有 {n} 条提示，见面板", "{n} more, in the side panel")


class ReviewCard(QFrame):
    """Shows one thing that waits, and tells which key was pressed on it."""

    pressed = Signal(str)
    """One of the keys that the card shows now."""
    given_up = Signal()
    """Esc was pressed where something was asked."""
    opened = Signal()
    """Its name was clicked."""
    method_chosen = Signal(object, object)
    """A `Method`, and how many times or minutes are left where that has to be known, else None."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        styled(self, "focus_card")
        self._session = session
        self._keys: dict[str, Words] = {}
        self._acts: frozenset[str] = frozenset()
        self._method: Method | None = None
        self.line: QLineEdit | None = None
        self.since = self.note = ""
        """From which day something was cut, and who agreed to it, as typed."""
        self._suggested = self._asked = ""
        """The suggestion that can be carried out, and the one of which it is being asked how."""
        self._typed: dict[str, tuple[str, str]] = {}
        """Both by suggestion: whoever goes back to the list finds the words again."""
        self._problem: QLabel | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(18, 14, 16, 14)
        self._layout.setSpacing(10)
        self._most = 0
        self._body: QWidget | None = None
        self._name: ReviewName | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._layout.addWidget(self._scroll)
        self._foot: QWidget | None = None

    @property
    def keys(self) -> frozenset[str]:
        """What can be pressed now."""
        return frozenset(self._keys) | (frozenset() if self.asks_method else self._acts)

    def asks_about(self, decision: Entry) -> bool:
        """Whether it is being asked how this one was cut: what is read anew meanwhile takes no question away."""
        return self._asked == decision.uid

    def give_up(self) -> None:
        """The question is put away; what was typed is found again."""
        self._asked = ""

    @property
    def asks_method(self) -> bool:
        """Whether it waits for the way in which something was cut."""
        return self._keys.keys() == METHODS.keys()

    def show_waiting(self, what: Waiting, icon: str, *, cut_before: bool) -> None:
        """A flagged entry with the keys that decide; where something was `cut_before`, it may be that come again."""
        rows = [_told(noticed, self._session) for noticed in what.flags[:MOST_FLAGS]]
        more = len(what.flags) - MOST_FLAGS
        short = self._session.word(what.flags[0].short) if what.flags else ""
        body = self._new(icon, what.title, what.aside, short)
        self._columns(body, EVIDENCE, BASIS, rows)
        if more > 0:
            body.addWidget(self._label("caption", self._session.word(MORE_FLAGS.format(n=more))))
        # That it was cut once a person may know where nothing was seen.
        shown = [key for key in ACTS if key in acts_on(what) or (key == BACK and cut_before)]
        self._beside(body, {key: ACTS[key] for key in shown})
        self._offer({key: one.words for key, one in VERDICTS.items()})

    def show_several(self, count: int, *, mergeable: bool) -> None:
        """Several entries at once; those of one register can be merged."""
        body = self._new("list", SEVERAL.format(n=count), NO_WORDS, "")
        if mergeable:
            self._beside(body, {MERGE: MERGE_CHOSEN})
        self._offer({key: one.words for key, one in VERDICTS.items()})

    def show_decided(self, what: Decided, icon: str) -> None:
        """What was decided and what stands now; a suggestion that nobody carried out yet can be."""
        session, record, today = self._session, what.record, self._session.today
        body = self._new(icon, what.title, what.aside, session.word(record.verdict))
        left = [ON.format(what=record.thought, day=short_day(record.decided_on, today))]
        if record.cut:
            left.append(ON.format(what=CUT, day=short_day(record.effective_from or record.decided_on, today)))
            left.append(_became(record))
            left += _looked_at(record, today)
        elif record.times_before is not None:
            left.append(asked_before(record))
        if record.came_back_on is not None:
            left.append(ON.format(what=record.verdict, day=short_day(record.came_back_on, today)))
        if what.next is Next.CARRY_OUT and what.stays != NO_WORDS:
            left.append(what.stays)
        right = [Words(text, text) for text in (record.basis, record.note) if text] or [NO_BASIS]
        self._columns(body, ASSESSMENT, BASIS, [(self._texts("text", left), self._texts("text", right))])
        self._suggested = what.decision.uid if what.next is Next.CARRY_OUT else ""
        self._offer({CARRY: MARK_AS_CUT} if self._suggested else {})

    def show_recheck(self, what: Decided, icon: str, evidence: Words) -> None:
        """A cut whose day of being looked at again has come."""
        session, record = self._session, what.record
        body = self._new(icon, what.title, what.aside, "")
        left = [_became(record)]
        right = [evidence] if evidence != NO_WORDS else []
        if record.effective_from is not None:
            long = lasting(record.effective_from, session.today)
            day = short_day(record.effective_from, session.today)
            begins = record.effective_from >= session.today
            right.insert(0, long if begins else CUT_SINCE.format(day=day, lasting=long))
        self._columns(body, BEFORE_AFTER, SINCE, [(self._texts("text", left), self._texts("text", right))])
        self._offer(RECHECK)

    def ask_method(self) -> None:
        """Asks in place by which way it was cut; since when and by whose word can be said before."""
        now, self._asked = self._session.today.isoformat(), self._suggested
        self.since, self.note = self._typed.get(self._asked, (now, ""))
        self._offer({key: one.words for key, one in METHODS.items()}, above=self._circumstances())

    def _circumstances(self) -> QWidget:
        asked = Circumstances(self._session, self.since, self.note)
        asked.typed.connect(self._keep)
        asked.entered.connect(self._circumstance_typed)
        self.fields = asked.fields
        return asked

    def _keep(self, since: str, note: str) -> None:
        self.since, self.note = since, note
        self._typed[self._asked] = since, note

    def _circumstance_typed(self) -> None:
        """Back to where one key says the way, or to how much is left of it."""
        if self.line is not None:
            self.line.setFocus()
        else:
            self.given_up.emit()

    def choose_method(self, key: str) -> None:
        """Tells the method of a key, once it is known how much is left."""
        method = METHODS[key]
        if method not in HOW_MANY:
            self.method_chosen.emit(method, None)
            return
        self._method = method
        self._ask_how_many(HOW_MANY[method])

    def say_problem(self, words: Words) -> None:
        """Says below the line why it cannot be so; what was typed stays."""
        if self._problem is None:
            self._problem = self._label("caption", "", tone="danger")
            self._layout.addWidget(self._problem)
        self._problem.setText(self._session.word(words))
        if self.line is not None:
            self.line.setFocus()

    def fit_into(self, most: int) -> None:
        """Grows with what it says, up to a height; then it scrolls and the keys stay in view."""
        self._most = most
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height, told once the page has laid itself out: amid that it hears nothing."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        layout = self._body.layout() if self._body is not None else None
        if self._body is None or layout is None:
            return
        layout.setContentsMargins(0, 0, 0, 0)
        margins = self._layout.contentsMargins()
        width = self.width() - margins.left() - margins.right() - 2 * self.frameWidth()
        foot = max(self._session.look.px(32), _height_at(self._foot, width))
        room = max(0, self._most - margins.top() - margins.bottom() - foot - 14)
        if self._name is not None:
            self._body.resize(width, max(1, self._body.height()))
            layout.activate()
            self._name.fit(tight=0 < room < self._session.look.px(TIGHT))
        height = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        if self._most and height > room:
            layout.setContentsMargins(0, 0, BESIDE_BAR, 0)
            self._body.resize(width, height)
            height = whole_height(self._body, room)
        self._scroll.setFixedHeight(height)
        # Told while it was hidden, the page would lay out the old height.
        self.updateGeometry()

    # Building.

    def _new(self, icon: str, title: Words, aside: Words, pill: str) -> QVBoxLayout:
        self._drop_problem()
        self._acts = frozenset()
        self._asked = ""
        session = self._session
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        line = _Head(self.opened)
        head = QHBoxLayout(line)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        picture = QLabel()
        picture.setPixmap(pixmap(session.look, icon, "text2", 18, self.devicePixelRatioF()))
        # Beside the first line of the name, however long it is.
        picture.setContentsMargins(0, session.look.px(5), 0, 0)
        name = self._label("name", session.word(title))
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(name, 1)
        if pill:
            beside = QVBoxLayout()
            beside.addSpacing(session.look.px(3))
            beside.addWidget(worded(session.look, pill, "amber"))
            beside.addStretch(1)
            head.addLayout(beside)
        body.addWidget(line)
        below = self._label("secondary", session.word(aside)) if aside != NO_WORDS else None
        if below is not None:
            body.addWidget(below)
        self._name = ReviewName(name, below)
        self._scroll.setWidget(self._body)
        # The scroll area made it paint the window's colour behind the card's text.
        self._body.setAutoFillBackground(False)
        self.setAccessibleName(session.word(title))
        return body

    def _columns(
        self, body: QVBoxLayout, left: Words, right: Words, rows: Sequence[tuple[QWidget, QWidget]]
    ) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for at, words in enumerate((left, right)):
            grid.addWidget(self._label("caption", self._session.word(words)), 0, at)
        for at, pair in enumerate(rows):
            if at:
                # What belongs together stands between two lines.
                line = styled(QFrame(), "line")
                line.setFixedHeight(1)
                grid.addWidget(line, 2 * at, 0, 1, 2)
            for column, widget in enumerate(pair):
                grid.addWidget(widget, 2 * at + 1, column, Qt.AlignmentFlag.AlignTop)
        body.addLayout(grid)

    def _beside(self, body: QVBoxLayout, acts: Mapping[str, Words]) -> None:
        """What else can be done, as words with their keys."""
        self._acts = frozenset(acts)
        if not acts:
            return
        line = QWidget()
        flow = Flow(14, line)
        for key, words in acts.items():
            act = QWidget(line)
            row = QHBoxLayout(act)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            button = styled(QPushButton(self._session.word(words)), "link")
            button.setAccessibleName(f"{key} {self._session.word(words)}")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, key=key: self.pressed.emit(key))
            row.addWidget(styled(QLabel(key), "key"))
            row.addWidget(button)
            flow.addWidget(act)
        body.addWidget(line)

    def _offer(self, keys: Mapping[str, Words], *, above: QWidget | None = None) -> None:
        self._keys = dict(keys)
        self.line = None
        if not keys:
            nothing = QWidget()
            nothing.setFixedHeight(0)
            self._put_foot(nothing)
            return
        row = KeyRow(self._session, keys)
        row.pressed.connect(self.pressed)
        if len(keys) < len(METHODS):
            row.setMaximumWidth(self._session.look.px(180) * len(keys))
        self._put_foot(row if above is None else _stacked([above, row], 8))

    def _ask_how_many(self, words: Words) -> None:
        said = self._session.word(words)
        asked = QWidget()
        layout = QHBoxLayout(asked)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self.line = styled(QLineEdit(), "field")
        self.line.setAccessibleName(said)
        self.line.setMaximumWidth(self._session.look.px(90))
        self.line.setValidator(QIntValidator(0, 100_000, self.line))
        self.line.returnPressed.connect(self._how_many_typed)
        layout.addWidget(self._label("text", said, wrap=False))
        layout.addWidget(self.line)
        layout.addWidget(styled(QLabel("Enter"), "key"))
        layout.addStretch(1)
        self._keys = {}
        # What can be said of the cut stays in view, with what was typed so far.
        self._put_foot(_stacked([self._circumstances(), asked], 8))
        self.line.setFocus()

    def _how_many_typed(self) -> None:
        if self.line is not None and self.line.text() and self._method is not None:
            self.method_chosen.emit(self._method, int(self.line.text()))

    def _put_foot(self, foot: QWidget) -> None:
        self._drop_problem()
        if self._foot is not None:
            self._layout.removeWidget(self._foot)
            self._foot.hide()
            self._foot.deleteLater()
        self._foot = foot
        self._layout.addWidget(foot)
        self._fit()
        # What is new in it tells its height only once it is shown.
        QTimer.singleShot(0, self, self._fit)

    def _drop_problem(self) -> None:
        if self._problem is not None:
            self._layout.removeWidget(self._problem)
            self._problem.hide()
            self._problem.deleteLater()
            self._problem = None

    def _texts(self, role: str, texts: Sequence[Words]) -> QWidget:
        return _stacked([self._label(role, self._session.word(words)) for words in texts])

    def _label(self, role: str, text: str, *, tone: str = "", wrap: bool = True) -> QLabel:
        return label(self._session.look, role, text, tone=tone, wrap=wrap)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes from a field to the list, where it gives the question up; what was typed is found again."""
        if event.key() == Qt.Key.Key_Escape and self.asks_method:
            self.given_up.emit()
            return
        if event.key() == Qt.Key.Key_Escape and self.line is not None:
            self._asked = ""
            self._offer({CARRY: MARK_AS_CUT})
            self.given_up.emit()
            return
        super().keyPressEvent(event)


class _Head(QWidget):
    """The name of what is open: a click opens it beside the page, as Enter in the list does."""

    def __init__(self, clicked: SignalInstance) -> None:
        super().__init__()
        self._clicked = clicked
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._clicked.emit()


def acts_on(what: Waiting) -> Mapping[str, Entry]:
    """By key what an entry that waits can be held together with: what it resembles, what was cut."""
    found: dict[str, Entry] = {}
    for flag in what.flags:
        if flag.other is None:
            continue
        found.setdefault(OTHER, flag.other)
        if flag.other.register is DECISIONS:
            found.setdefault(BACK, flag.other)
        elif flag.other.register is what.entry.register:
            found.setdefault(MERGE, flag.other)
    return found


def _looked_at(record: Decision, today: date) -> list[Words]:
    """When a cut was looked at again, or is to be; what came back needs no look."""
    if record.rechecked_on is not None:
        return [RECHECKED.format(day=short_day(record.rechecked_on, today))]
    if record.came_back_on is not None or record.recheck_on is None:
        return []
    return [TO_RECHECK.format(day=short_day(record.recheck_on, today))]


def _became(record: Decision) -> Words:
    """From what to what."""
    before, after = before_and_after(record)
    return after if before == NO_WORDS else ARROW.format(before=before, after=after)


def _height_at(foot: QWidget | None, width: int) -> int:
    if foot is None:
        return 0
    return foot.heightForWidth(width) if foot.hasHeightForWidth() else foot.sizeHint().height()


def _told(noticed: Flagged, session: Session) -> tuple[QWidget, QWidget]:
    """What was noticed, and where that is written with how sure it is."""
    word = session.word
    own = noticed.source == NO_WORDS
    evidence = [text for text in (word(noticed.reason) if own else "", word(noticed.evidence)) if text]
    left = [label(session.look, "text", text) for text in evidence or [word(noticed.short)]]
    right: list[QWidget] = []
    if not own:
        right.append(label(session.look, "text", word(as_written(noticed.reason, noticed.confidence))))
        right.append(label(session.look, "secondary", word(noticed.source)))
    sure = word(noticed.sure)
    if noticed.confidence is Confidence.VERIFIED:
        right.append(checked(session.look, sure))
    elif sure:
        right.append(label(session.look, "caption", sure))
    if noticed.caution != NO_WORDS:
        right.append(label(session.look, "caption", word(noticed.caution)))
    return _stacked(left), _stacked(right)


def _stacked(widgets: Sequence[QWidget], apart: int = 3) -> QWidget:
    stack = QWidget()
    layout = QVBoxLayout(stack)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(apart)
    for widget in widgets:
        beside = isinstance(widget, Pill)
        layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if beside else Qt.AlignmentFlag(0))
    return stack
