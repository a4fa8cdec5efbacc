"""Several lines pasted at once: saved as one act, and those that lack something wait for their turn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from mingbai.desk import quick as desk
from mingbai.domain.words import Trouble, Words
from mingbai.ledger.ledger import Entry
from mingbai.rules.quick.quick import Quick
from mingbai.ui.quick.below import Sentence
from mingbai.ui.quick.typed_line import TypedLine
from mingbai.ui.quick.words import (
    AS_NOTICE,
    EACH,
    FIRST_ONLY,
    PASTED,
    PASTED_MANY,
    SAVED_ONE,
    SAVED_SOME,
    STILL_SOME,
)
from mingbai.ui.session import Session


class PastedLines(QObject):
    """What was pasted into a quick-add line."""

    recorded = Signal(object)
    """An `Entry` that was saved."""

    def __init__(
        self,
        session: Session,
        line: TypedLine,
        sentence: Sentence,
        read: Callable[[str], Quick],
        whole: Callable[[str], None] | None = None,
    ) -> None:
        """`whole` takes the text as one notice, where it can be one."""
        super().__init__(line)
        self._whole = whole
        self._session = session
        self._line = line
        self._sentence = sentence
        self._read = read
        self.waiting: list[str] = []
        """Lines that lacked something, in their order."""

    def offer(self, text: str) -> None:
        """Puts one line where it was pasted; asks what shall become of several."""
        lines = desk.lines_of(text)
        if len(lines) < 2:
            self._line.textCursor().insertText("".join(lines))
            return
        first = lines[: desk.MOST_LINES]
        asked = PASTED if len(first) == len(lines) else PASTED_MANY
        answers: list[tuple[Words, Callable[[], object]]] = [
            (EACH, lambda: self._record_each(first)),
            (FIRST_ONLY, lambda: self._only_first(lines[0])),
        ]
        if (whole := self._whole) is not None:
            answers.append((AS_NOTICE, lambda: self._take_whole(whole, text)))
        self._sentence.say(asked.format(n=f"{len(lines):,}", most=desk.MOST_LINES), "", answers)
        self._sentence.buttons[0].setFocus()

    def bring_next(self) -> None:
        """Puts the next line that waits into the field, once that is empty."""
        if self.waiting and not self._line.text():
            self._line.write(self.waiting.pop(0))

    def _take_whole(self, whole: Callable[[str], None], text: str) -> None:
        self._sentence.say(None)
        whole(text)

    def _only_first(self, line: str) -> None:
        self._sentence.say(None)
        self._line.textCursor().insertText(line)
        self._line.setFocus()

    def _record_each(self, lines: list[str]) -> None:
        session = self._session
        ledger, today, language = session.ledger, session.today, session.look.language
        read = [(line, self._read(line)) for line in lines]
        whole = [quick for _, quick in read if desk.refusal(quick) is None]
        lacking = [(line, why) for line, quick in read if (why := desk.refusal(quick)) is not None]
        self._sentence.say(None)
        self._line.setFocus()

        def saved(entries: list[Entry]) -> None:
            for entry in entries:
                self.recorded.emit(entry)
            if not lacking:
                self._sentence.say(_recorded(len(entries)), "green")
                return
            self.waiting += [line for line, _ in lacking]
            self.bring_next()
            self._sentence.say(
                STILL_SOME.format(n=len(entries), left=len(lacking), why=lacking[0][1]), "danger"
            )

        def refused(trouble: Trouble) -> None:
            self.waiting += lines
            self.bring_next()
            self._sentence.say(trouble.words, "danger")

        session.do(
            lambda: desk.record_all(ledger, whole, today, language) if whole else [],
            saved,
            owner=self,
            refused=refused,
            done=_recorded(len(whole)) if whole else None,
        )


def _recorded(lines: int) -> Words:
    return SAVED_ONE if lines == 1 else SAVED_SOME.format(n=lines)
