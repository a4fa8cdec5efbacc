"""The dialog of the first run: three steps, Enter goes on, and at the end there is a ledger to open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mingbai.desk import beginning
from mingbai.disk import file_there
from mingbai.domain.field import Refused
from mingbai.domain.words import Trouble, Words
from mingbai.ui.first_run.steps import (
    EXISTS,
    NO_LEDGER,
    Answers,
    DutyStep,
    PlaceStep,
    Start,
    StartStep,
    ledgers_folder,
)
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look
from mingbai.ui.look.offered_view import with_list
from mingbai.ui.look.roles import retoned, styled
from mingbai.ui.look.style import dress
from mingbai.ui.look_choice import LANGUAGES, THEMES, LookChoice, keep_choice, kept_choice
from mingbai.ui.memory import Memory
from mingbai.ui.pressing import Dialog
from mingbai.ui.product import NAME
from mingbai.ui.runner import Job, Progress, Runner
from mingbai.ui.shell.rail import MARK

T = TypeVar("T")

PURPOSE = Words(
    "上面要了什么、哪些不必做、替居民办了什么，一本账说清楚。",
    "What you were asked to do, what need not be done, what was done for residents: all in one ledger.",
)
STEPS = (
    Words("村（社区）和人", "Place and people"),
    Words("履职清单", "Duty list"),
    Words("从哪里开始", "Where to begin"),
)
NO_ACCOUNT = Words(
    "不用注册，不用联网。\n只在这台电脑上有一个文件。", "No account, no network.\nJust one file on this PC."
)
DONE = Words("已完成", "Done")
STEP_OF = Words("第 {n} 步，共 {all} 步", "Step {n} of {all}")
NEXT = Words("下一步", "Next")
MAKE = Words("建好账本", "Create the ledger")
OPEN_IT = Words("打开账本", "Open the ledger")
OPEN_SAMPLE = Words("打开示例账本", "Open the sample")
BACK = Words("上一步", "Back")
TRY_SAMPLE = Words("先看示例账本", "Look at the sample first")
MAKING = Words("正在建账本", "Creating the ledger")
MAKING_SAMPLE = Words("正在准备示例账本，要几秒钟", "Preparing the sample; this takes a few seconds")
READING = Words("正在读清单", "Reading the list")
LANGUAGE = Words("语言", "Language")
THEME = Words("外观", "Theme")

WIDTH, HEIGHT, SIDE = 900, 640, 270


class FirstRun(Dialog):
    """Asks what a ledger needs and makes it; when accepted, `path` is the ledger to open."""

    def __init__(self, look: Look, memory: Memory, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.memory, self.today = look, memory, today
        self.path: Path | None = None
        self.answers = Answers()
        self.runner = Runner.of(self)
        """Its `failed` tells of bugs: to be connected like the window's."""
        self.runner.troubled.connect(self._refuse)
        self._choice = kept_choice(memory)
        self._job: Job | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._content = QWidget()
        self._build(0)
        area = self.screen().availableGeometry()
        self.resize(min(look.px(WIDTH), area.width() - 40), min(look.px(HEIGHT), area.height() - 60))

    # --- Going on ---------------------------------------------------------------------------------

    @property
    def step(self) -> int:
        """Which step is shown, from 0."""
        return self._stack.currentIndex()

    def say(self, words: Words) -> None:
        """Shows a sentence on the step that is shown: a ledger could not be opened, say."""
        self._steps[self.step].notice.say(self.look.word(words))

    def offer_other(self, words: Words) -> None:
        """Says why the last ledger cannot be opened, where another one (or a backup of it) can be chosen."""
        self._show_step(len(STEPS) - 1)
        self._start.choices[Start.OPEN].setChecked(True)
        self.say(words)

    def go_on(self) -> None:
        """The next step, or the end."""
        if self._job is not None:
            return
        if self.step == 0 and not self._place_stands():
            return
        if self.step < len(STEPS) - 1:
            self._show_step(self.step + 1)
        else:
            self._finish()

    def go_back(self) -> None:
        """The step before."""
        if self._job is None and self.step:
            self._show_step(self.step - 1)

    def take_sample(self) -> None:
        """Makes the sample ledger, or takes the one that is there."""
        language, today = self.look.language, self.today
        path = ledgers_folder(language) / beginning.file_name(beginning.SAMPLE.into(language), language)

        def made(_: None) -> None:
            self._end(path)

        self._run(
            MAKING_SAMPLE,
            lambda told: beginning.begin_sample(path, today=today, language=language, progress=told),
            made,
        )

    def read_duties(self, path: Path) -> None:
        """Looks whether a file is a duty list."""

        def found(n: int) -> None:
            self.answers.duties, self.answers.duties_found = path, n
            self._duty.show_found()
            self._next.setFocus()

        self._duty.show_reading(path)
        self._run(READING, lambda told: beginning.count_duties(path, progress=told), found)

    def _place_stands(self) -> bool:
        self._place.forgive()
        language = self.look.language
        path = self.answers.path(language)
        try:
            beginning.refuse(self.answers.beginning(language), self.today)
        except Refused as refused:
            for problem in reversed(refused.problems):
                self._place.refuse(problem.field, problem.words)
            return False
        except Trouble as trouble:
            self._place.refuse("path", trouble.words)
            return False
        if path.exists():
            self._place.refuse("path", EXISTS.format(name=path.name))
            return False
        return True

    def _finish(self) -> None:
        answers, language, today = self.answers, self.look.language, self.today
        if answers.start is Start.SAMPLE:
            self.take_sample()
        elif answers.start is Start.OPEN:
            if answers.open_path is None or not file_there(answers.open_path):
                self._start.notice.say(self.look.word(NO_LEDGER))
                self._start.open.setFocus()
            else:
                self._end(answers.open_path)
        elif not self._place_stands():
            self._show_step(0)
            self._place_stands()
        else:
            asked = answers.beginning(language)
            self._run(
                MAKING,
                lambda told: beginning.begin(asked, today=today, language=language, progress=told),
                lambda _: self._end(asked.path),
            )

    def _end(self, path: Path) -> None:
        self.path = path
        self.accept()

    # --- Work off the window's thread -------------------------------------------------------------

    def _run(self, words: Words, work: Callable[[Progress], T], then: Callable[[T], None]) -> None:
        if self._job is not None:
            return

        def ended(answer: T) -> None:
            self._rest()
            then(answer)

        self._doing.setText(self.look.word(words))
        self._working.show()
        self._calm.hide()
        for widget in (self._next, self._back, self._sample, self._stack, *self._choosers):
            widget.setEnabled(False)
        self._job = self.runner.job(self.look.word(words), work, ended)

    def _rest(self) -> None:
        self._job = None
        self._working.hide()
        self._calm.show()
        for widget in (self._next, self._back, self._sample, self._stack, *self._choosers):
            widget.setEnabled(True)

    def _refuse(self, trouble: Trouble) -> None:
        self._rest()
        if self.step == 1:
            self._duty.refuse(trouble.words)
        else:
            self.say(trouble.words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes a step back, to what was typed there; from the first one it closes."""
        if event.key() == Qt.Key.Key_Escape and self.step and self._job is None:
            self._back.click()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Esc and the window's cross: what is being made is stopped, and then there is nothing."""
        self.hide()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Like Esc."""
        self.reject()
        event.accept()

    # --- Layout -----------------------------------------------------------------------------------

    def _build(self, step: int) -> None:
        """Everything anew, as with another look."""
        old, look = self._content, self.look
        self.setWindowTitle(look.word(NAME))
        self._content = styled(QWidget(), "panel")
        both = QHBoxLayout(self._content)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self._side())
        both.addWidget(self._main(), 1)
        self._whole.addWidget(self._content)
        self._whole.removeWidget(old)
        old.deleteLater()
        self._show_step(step)

    def _side(self) -> QWidget:
        look = self.look
        side = styled(QFrame(), "rail")
        side.setFixedWidth(round(SIDE * min(look.scale, 1.4)))
        column = QVBoxLayout(side)
        column.setContentsMargins(28, 30, 20, 24)
        column.setSpacing(8)
        mark = styled(QLabel(look.word(MARK)), "mark")
        mark.setFixedSize(look.px(44), look.px(44))
        column.addWidget(mark)
        column.addSpacing(10)
        # The rail does not grow with the largest text; a name in two lines would push the rest out.
        column.addWidget(styled(QLabel(look.word(NAME)), "title" if look.scale <= 1.5 else "name"))
        purpose = styled(QLabel(look.word(PURPOSE)), "secondary")
        purpose.setWordWrap(True)
        column.addWidget(purpose)
        column.addSpacing(20)
        self._marks: list[tuple[QLabel, QLabel]] = []
        for number, words in enumerate(STEPS, 1):
            row = QHBoxLayout()
            row.setSpacing(12)
            circle = styled(QLabel(str(number)), "avatar")
            name = styled(QLabel(look.word(words)), "text")
            name.setWordWrap(True)
            row.addWidget(circle)
            row.addWidget(name, 1)
            column.addLayout(row)
            column.addSpacing(8)
            self._marks.append((circle, name))
        column.addStretch(1)
        account = styled(QLabel(look.word(NO_ACCOUNT)), "caption")
        account.setWordWrap(True)
        column.addWidget(account)
        return side

    def _main(self) -> QWidget:
        look = self.look
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(40, 16, 40, 24)
        column.setSpacing(14)
        column.addLayout(self._look_row())
        self._place = PlaceStep(look, self.answers)
        self._duty = DutyStep(look, self.answers, self.memory, self.read_duties)
        self._start = StartStep(look, self.answers)
        self._steps = (self._place, self._duty, self._start)
        self._stack = QStackedWidget()
        for each in self._steps:
            area = QScrollArea()
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(styled(each, "panel"))
            for button in each.findChildren(QPushButton):
                # Enter always goes on; the space bar presses what has the focus.
                button.setAutoDefault(False)
            self._stack.addWidget(area)
        for choice in self._start.choices.values():
            choice.toggled.connect(self._name_next)
        column.addWidget(self._stack, 1)
        column.addLayout(self._foot())
        return main

    def _look_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self._choosers = languages, themes = (
            styled(with_list(QComboBox(), self.look), "field"),
            styled(with_list(QComboBox(), self.look), "field"),
        )
        for code, words in LANGUAGES.items():
            if code != "system":
                languages.addItem(self.look.word(words), code)
        for theme, words in THEMES.items():
            themes.addItem(self.look.word(words), theme)
        languages.setCurrentIndex(languages.findData(self.look.language))
        themes.setCurrentIndex(themes.findData(self._choice.theme))
        languages.setAccessibleName(self.look.word(LANGUAGE))
        themes.setAccessibleName(self.look.word(THEME))
        languages.activated.connect(
            lambda: self._choose_look(replace(self._choice, language=languages.currentData()))
        )
        themes.activated.connect(
            lambda: self._choose_look(
                replace(self._choice, language=self.look.language, theme=themes.currentData())
            )
        )
        row.addWidget(languages)
        row.addWidget(themes)
        return row

    def _choose_look(self, choice: LookChoice) -> None:
        self._choice = choice
        keep_choice(self.memory, choice)
        self.look = choice.look
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress(app, self.look)
        self._build(self.step)

    def _foot(self) -> QHBoxLayout:
        look = self.look
        row = QHBoxLayout()
        row.setSpacing(10)
        self._calm = styled(QLabel(), "caption")
        row.addWidget(self._calm, 1)
        self._working = QWidget()
        working = QHBoxLayout(self._working)
        working.setContentsMargins(0, 0, 0, 0)
        self._doing = styled(QLabel(), "caption")
        self._doing.setWordWrap(True)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedHeight(look.px(6))
        working.addWidget(self._doing)
        working.addWidget(bar, 1)
        self._working.hide()
        row.addWidget(self._working, 1)
        self._back = styled(QPushButton(look.word(BACK)), "plain")
        self._sample = styled(QPushButton(look.word(TRY_SAMPLE)), "plain")
        self._next = styled(QPushButton(), "primary")
        self._back.clicked.connect(self.go_back)
        self._sample.clicked.connect(self.take_sample)
        self._next.clicked.connect(self.go_on)
        for button in (self._back, self._sample, self._next):
            button.setMinimumHeight(look.px(38))
            # Enter goes on from every field; a button acts by Enter only where it has the focus.
            button.setAutoDefault(button is self._next)
            row.addWidget(button)
        self._next.setDefault(True)
        return row

    def _show_step(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        look = self.look
        for at, (circle, name) in enumerate(self._marks):
            retoned(circle, "accent" if at == step else "done" if at < step else "")
            if at < step:
                circle.setPixmap(pixmap(look, "check", "accent", 14, self.devicePixelRatioF()))
                circle.setAccessibleName(look.word(DONE))
            else:
                circle.setText(str(at + 1))
                circle.setAccessibleName("")
            styled(name, "heading" if at == step else "text")
            name.style().unpolish(name)
            name.style().polish(name)
        self._calm.setText(look.word(STEP_OF.format(n=step + 1, all=len(STEPS))))
        self._back.setVisible(step > 0)
        self._sample.setVisible(step == 0)
        self._name_next()
        self._next.setFocus()
        self._steps[step].begin()
        # Qt takes the default from a button that had the focus and lost it.
        self._next.setDefault(True)

    def _name_next(self) -> None:
        named = {Start.EMPTY: MAKE, Start.SAMPLE: OPEN_SAMPLE, Start.OPEN: OPEN_IT}
        last = self.step == len(STEPS) - 1
        self._next.setText(self.look.word(named[self.answers.start] if last else NEXT))
