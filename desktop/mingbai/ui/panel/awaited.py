"""The occurrences of a recurring assignment that nobody recorded, each with two buttons: it came, it did not."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mingbai.desk import recurring
from mingbai.desk.expecting import STAYED_AWAY_SAID, came_said, expected_words, stopped_words
from mingbai.desk.lines import joined
from mingbai.desk.recurring import Expected, expected
from mingbai.desk.spoken_days import near_day, period_words
from mingbai.domain.absence import ABSENCES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.review import CAME_BACK
from mingbai.domain.task import TASKS
from mingbai.domain.text import capital
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.emptying import empty
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

MOST = 8
HEAD = Words("来没来，还没记", "Not recorded yet")
MORE = Words("还有 {n} 期", "{n} more")
DUE = Words("{period}，期限 {day}", "{period}, due {day}")
ON_ITS_DAY = Words("期限 {day}", "due {day}")
CAME_BUTTON = Words("来了", "Came")
AWAY_BUTTON = Words("没来", "Did not come")
NAMED = Words("{button}：{period}", "{button}: {period}")


class Awaited(QWidget):
    """Shows those of the open entry, the latest first: one still knows whether it came."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.buttons: list[QPushButton] = []
        self.goes_on = False
        """One was answered by its button, and the next one's has the focus."""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self.hide()

    def told_by(self, entry: Entry) -> Collection[str]:
        """The registers by which more or fewer occurrences of an entry wait."""
        return (TASKS.code, ABSENCES.code) if entry.register is DEMANDS else ()

    def tell(self, entry: Entry) -> None:
        """Shows what waits of an entry; nothing where it is no recurring assignment."""
        session = self._session
        stands = entry.register is DEMANDS and entry.binned_at is None
        # Like Today it asks from the week on in which one is due: until then it may still come.
        sunday = session.today + timedelta(days=6 - session.today.weekday())
        hoped = expected(session.ledger, session.today, entry)[::-1] if stands else []
        waiting = [one for one in hoped if one.due_on <= sunday]
        focused = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), None)
        empty(self._layout)
        self.buttons = []
        self.goes_on = focused is not None and bool(waiting)
        self.setVisible(bool(waiting))
        if not waiting:
            return
        self._layout.addWidget(styled(QLabel(session.word(HEAD)), "group"))
        for one in waiting[:MOST]:
            self._layout.addWidget(self._line(one))
        if len(waiting) > MOST:
            more = MORE.format(n=len(waiting) - MOST)
            self._layout.addWidget(styled(QLabel(session.word(more)), "caption"))
        if focused is not None:
            # Where one was answered, the same key answers the next one.
            QTimer.singleShot(0, self.buttons[min(focused, len(self.buttons) - 2 + focused % 2)].setFocus)

    def _line(self, one: Expected) -> QFrame:
        word = self._session.word
        period = period_words(one.occurrence, self._session.today)
        holder = QFrame()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        day = near_day(one.due_on, self._session.today)
        # What comes every day is due on it.
        told = ON_ITS_DAY.format(day=day) if period == day else DUE.format(period=period, day=day)
        if one.stopped is not None:
            told = joined(told, stopped_words(one, self._session.today))
        said = word(told)
        text = styled(QLabel(capital(said)), "cell")
        text.setWordWrap(True)
        line.addWidget(text, 1)
        came = CAME_BUTTON if one.stopped is None else CAME_BACK
        for words, deed in ((came, self._came), (AWAY_BUTTON, self._stayed_away)):
            button = styled(QPushButton(word(words)), "plain")
            button.setAccessibleName(word(NAMED.format(button=words, period=period)))
            button.clicked.connect(partial(deed, one))
            line.addWidget(button)
            self.buttons.append(button)
        return holder

    def _came(self, one: Expected) -> None:
        session, key = self._session, one.occurrence.key
        ledger, today = session.ledger, session.today
        session.do(
            lambda: recurring.came(ledger, one.demand, key, received_on=min(one.due_on, today), today=today),
            owner=self,
            done=came_said(one, today),
        )

    def _stayed_away(self, one: Expected) -> None:
        session, key = self._session, one.occurrence.key
        ledger, today = session.ledger, session.today
        session.do(
            lambda: recurring.did_not_come(ledger, one.demand, key, today=today),
            owner=self,
            done=STAYED_AWAY_SAID.format(what=expected_words((one,), today)),
        )
