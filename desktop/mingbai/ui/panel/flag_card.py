"""What speaks against the open entry, where that is written, and the keys that decide."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mingbai.desk.flagged import OWN_WORDS, Flagged
from mingbai.desk.review_lines import subject_of
from mingbai.desk.teaching import teachable
from mingbai.domain.certificate_type import Confidence
from mingbai.domain.review import DECISIONS
from mingbai.domain.rule import as_written
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.label import label
from mingbai.ui.look.look import Size, Weight
from mingbai.ui.look.one_line import OneLine
from mingbai.ui.look.pill import checked
from mingbai.ui.look.roles import as_typed, retoned, styled
from mingbai.ui.panel.verdict_keys import VerdictKeys
from mingbai.ui.session import Session

CHIPS_WIDTH = 290
"""Room for the shared columns in one line, at 100 %."""
CHIP_PADDING = 16
DECIDE = Words("研判", "Assess")
OTHER = Words("打开对照的记录", "Open what it resembles")
NOT_MEANT = Words("这里不是这个意思", "Not meant here")
MEANT_TOO = Words("以后这样的也提示", "Flag such words from now on")
FLAGS_HERE = Words("提示和研判", "Flags and verdict")


def opened_by(session: Session, flag: Flagged) -> Entry | None:
    """The entry that opens from a flag: what it was held against, or what was cut."""
    other = flag.other
    return subject_of(session.ledger, other) if other is not None and other.register is DECISIONS else other


class FlagCard(QFrame):
    """The open flags of one entry and one set of keys, for one verdict answers them all."""

    decided = Signal(object)
    set_aside = Signal(object)
    """A `Flagged` that is not meant here."""
    meant_too = Signal(object)
    """A `Flagged` whose rule a person cited: it shall see such a thing by itself."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        styled(self, "flag_card")
        self.setAccessibleName(session.word(FLAGS_HERE))
        self._session = session
        self._told: QWidget | None = None
        self.flags: Sequence[Flagged] = ()
        """What is shown."""
        self._lying = False
        self._below: dict[str, QVBoxLayout] = {}
        self._guest: tuple[str, QWidget] | None = None
        self.keys = VerdictKeys(session)
        self.keys.decided.connect(self.decided)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 12, 14, 14)
        self._layout.setSpacing(10)
        self._layout.addWidget(self.keys)

    def show_flags(self, flags: Sequence[Flagged]) -> None:
        """Shows these; without any, the keys alone."""
        self.flags = flags
        # Amber says that someone should look.
        retoned(self, "" if flags else "plain")
        guest, shown, focus = self._guest, False, QApplication.focusWidget()
        if guest is not None:
            shown = not guest[1].isHidden()
            focus = focus if focus is not None and guest[1].isAncestorOf(focus) else None
            guest[1].setParent(self)
        self._below = {}
        if self._told is not None:
            self._layout.removeWidget(self._told)
            self._told.deleteLater()
        told = QWidget()
        layout = QVBoxLayout(told)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        if not flags:
            layout.addWidget(label(self._session.look, "label", self._session.word(DECIDE), wrap=False))
        if self._lying and flags:
            layout.addWidget(self._in_a_line(flags[0], more=len(flags) - 1))
            below = QVBoxLayout()
            layout.addLayout(below)
            self._below = {flag.entry.uid: below for flag in flags}
        for at, flag in enumerate(() if self._lying else flags):
            if at:
                line = styled(QFrame(), "line")
                line.setFixedHeight(1)
                layout.addWidget(line)
            for part in self._parts(flag):
                layout.addWidget(part)
            self._below[flag.entry.uid] = below = QVBoxLayout()
            below.addWidget(self._links(flag))
            layout.addLayout(below)
        self._told = told
        self._layout.insertWidget(0, told)
        told.show()
        if guest is not None:
            self._seat(*guest, shown=shown)
            if focus is not None:
                focus.setFocus()

    def put_below(self, flag: Flagged, widget: QWidget) -> None:
        """Puts what is asked about one flag below it, also when the flags are shown anew."""
        if self._guest is not None and self._guest[1] is not widget:
            self._guest[1].hide()
            self._guest[1].setParent(self)
        self._guest = flag.entry.uid, widget
        self._seat(*self._guest, shown=not widget.isHidden())

    def _seat(self, uid: str, widget: QWidget, *, shown: bool) -> None:
        below = self._below.get(uid)
        if below is not None:
            below.addWidget(widget)
        widget.setVisible(shown and below is not None)

    def show_keys(self, shown: bool) -> None:
        """Shows the keys, or leaves them to the page that has them too."""
        self.keys.setVisible(shown)

    def set_lying(self, lying: bool) -> None:
        """In little height: one line and one row of keys."""
        if lying == self._lying:
            return
        self._lying = lying
        narrow = 3 if self._session.look.language == "zh" else 2
        self.keys.set_columns(6 if lying else narrow)
        self._layout.setContentsMargins(*((10, 6, 10, 8) if lying else (14, 12, 14, 14)))
        self._layout.setSpacing(6 if lying else 10)
        self.show_flags(self.flags)

    def _parts(self, flag: Flagged) -> Iterator[QWidget]:
        session = self._session
        yield self._head(flag)
        if flag.rule is None:
            yield label(session.look, "text", session.word(flag.told[0]))
        evidence = session.word(flag.evidence)
        if evidence and evidence != _what(session, flag):
            yield from self._evidence(evidence)
        if flag.rule is None:
            return
        gist, *others = flag.told
        source, *rest = map(session.word, others)
        yield label(session.look, "text", session.word(as_written(gist, flag.rule.confidence)))
        if source.strip():
            yield label(session.look, "secondary", source)
        sure = session.word(flag.rule.confidence.words) if flag.rule.confidence is not None else ""
        verified = flag.rule.confidence is Confidence.VERIFIED
        said = [text for text in rest if not (verified and text == sure)]
        if said:
            yield label(
                session.look,
                "caption",
                "；".join(said) if session.look.language == "zh" else ". ".join(said),
            )

    def _links(self, flag: Flagged) -> QWidget:
        """Opens what it was held against; sets it aside."""
        session = self._session
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        acts: list[tuple[Words, Callable[[], object]]] = []
        if (other := opened_by(session, flag)) is not None:
            acts.append((OTHER, partial(session.open, other)))
        if flag.entry.stored["family"] is not None:
            acts.append((NOT_MEANT, partial(self.set_aside.emit, flag)))
        if teachable(flag.entry, flag.rule, session.today):
            acts.append((MEANT_TOO, partial(self.meant_too.emit, flag)))
        for words, act in acts:
            button = styled(QPushButton(session.word(words)), "link")
            button.setAccessibleName(f"{session.word(words)} {_what(session, flag)}")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _=False, act=act: act())
            layout.addWidget(button)
        layout.addStretch(1)
        if not acts:
            # Shown before it stands in the card it would be a window of its own, and take the keyboard.
            line.hide()
        return line

    def _head(self, flag: Flagged, *, in_a_line: bool = False) -> QWidget:
        session = self._session
        head = QWidget()
        layout = QHBoxLayout(head)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        icon = QLabel()
        icon.setPixmap(pixmap(session.look, "flag", "amber", 18, self.devicePixelRatioF()))
        layout.addWidget(icon)
        text = _what(session, flag)
        what: QLabel
        if in_a_line:
            what = styled(OneLine(text), "group", "amber")
            what.setFont(session.look.font(Size.CELL, Weight.STRONG))
        else:
            what = label(session.look, "group", text, tone="amber")
        layout.addWidget(what, 1)
        if flag.rule is not None and flag.rule.confidence is Confidence.VERIFIED:
            sure = session.word(Confidence.VERIFIED.words)
            layout.addWidget(checked(session.look, sure), 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _in_a_line(self, flag: Flagged, more: int) -> QWidget:
        head = self._head(flag, in_a_line=True)
        layout = head.layout()
        assert isinstance(layout, QHBoxLayout)
        evidence = self._session.word(flag.evidence) or self._session.word(flag.told[0])
        said = f"{evidence}  +{more}" if more else evidence
        label = OneLine(said)
        styled(label, "text")
        label.setFont(self._session.look.font())
        layout.setStretch(1, 0)
        layout.insertWidget(2, label, 1)
        return head

    def _evidence(self, text: str) -> Iterator[QWidget]:
        """In words; what is listed after a colon as chips, as many as fit into one line."""
        session = self._session
        head, parts = _listed(text)
        if len(parts) < 3:
            yield label(session.look, "text", text)
            return
        yield label(session.look, "text", head)
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        room = session.look.px(CHIPS_WIDTH) - session.look.width("+99", Size.CAPTION) - CHIP_PADDING
        shown = 0
        for part in parts:
            width = session.look.width(part, Size.CAPTION) + CHIP_PADDING + 6
            if shown and width > room:
                break
            room -= width
            shown += 1
            layout.addWidget(label(session.look, "pill", part, tone="plain", wrap=False))
        if shown < len(parts):
            rest = label(session.look, "pill", f"+{len(parts) - shown}", tone="plain", wrap=False)
            rest.setToolTip(as_typed("、".join(parts) if session.look.language == "zh" else ", ".join(parts)))
            layout.addWidget(rest)
        layout.addStretch(1)
        yield line


def _what(session: Session, flag: Flagged) -> str:
    """Its name; what a person wrote is told below and not begun twice."""
    own = flag.entry.stored["family"] is None and flag.rule is None
    return session.word(OWN_WORDS if own else flag.short)


def _listed(text: str) -> tuple[str, list[str]]:
    """A sentence and what it lists after a colon."""
    for colon, comma in (("：", "、"), (": ", ", ")):
        head, found, rest = text.partition(colon)
        if found:
            return head, [part.strip() for part in rest.split(comma) if part.strip()]
    return text, []
