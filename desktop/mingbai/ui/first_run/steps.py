"""The three steps of the first run; each keeps what is typed in the `Answers`, so that nothing is asked twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mingbai.desk.beginning import Beginning, file_name, names_in
from mingbai.domain.place import MonthEnd
from mingbai.domain.words import NO_WORDS, Language, Words
from mingbai.ledger.file import SUFFIX
from mingbai.ui.importing.choosing import choose_table
from mingbai.ui.inline import Inline
from mingbai.ui.look.icons import put_icon
from mingbai.ui.look.look import Look
from mingbai.ui.look.offered_view import with_list
from mingbai.ui.look.roles import as_typed, retoned, styled
from mingbai.ui.memory import Memory

PLACE_HEAD = Words("先写上是哪里、谁在用", "First, the place and the people who work there")
PLACE_SAID = Words("以后都能改。", "Everything can be changed later.")
NAME = Words("村（社区）", "Village or community")
TOWN = Words("街道（乡镇）", "Subdistrict or township")
STAFF = Words("一起用这本账的人", "Who uses this ledger")
STAFF_SAID = Words(
    "只写姓名，用顿号、逗号或空格隔开，用来填“经办人”。不设账号，也不考核谁。",
    "Names only, with commas between them, for the owner of a task. No accounts, and nobody is rated.",
)
STAFF_READ = Words("{n} 人：{names}", "{n} people: {names}")
RESIDENTS = Words("常住人口", "Residents")
RESIDENTS_HOW = Words("人数，可以先不写", "a number; may wait")
MONTH_END = Words("月报统计期", "Reported month")
FILE = Words("账本放在", "Ledger file")
ONE_FILE = Words(
    "一个文件，同一时间一台电脑用。第二台电脑自己记一本，两本以后可以合并，不会互相覆盖。",
    "One file, one PC at a time. A second PC keeps its own; the two can be merged later.",
)
NAME_MISSING = Words("请写上村（社区）的名称", "Enter the name of the village or community")
EXISTS = Words(
    "“{name}”已经有了：换个文件名，或在第 3 步打开它",
    "“{name}” already exists: choose another name, or open it in step 3",
)
LEDGERS = Words("明白账账本 (*{suffix})", "Mingbai ledgers (*{suffix})")

DUTY_HEAD = Words("有本街道（乡镇）的履职清单吗", "Does your township have a duty list?")
DUTY_SAID = Words(
    "有就选这份表格，以后登记时会告诉您它在清单第几项。没有也行，随时可在“设置”里导入。",
    "If so, choose the file and the ledger shows which item a task falls under. If not, continue; you can import it in Settings at any time.",
)
DUTY_CHOOSE = Words("选择清单表格", "Choose the file")
DUTY_NONE = Words("先不用这份", "Continue without it")
DUTY_FOUND = Words(
    "“{name}”，读到 {n} 项，建账本时一并导入", "“{name}”: {n} items, to be imported with the new ledger"
)
DUTY_READING = Words("正在读“{name}”", "Reading “{name}”")

START_HEAD = Words("从哪里开始", "Where to begin")
START_SAID = Words("三样都只在这台电脑上。", "All three stay on this PC.")
EMPTY = Words("空账本", "An empty ledger")
EMPTY_SAID = Words("马上记第一件事", "Start recording right away")
SAMPLE = Words("示例账本", "The sample ledger")
SAMPLE_SAID = Words(
    "一个虚构社区的十四个月，随便试，不影响自己的账本",
    "Fourteen months of a made-up community to try things out; your own ledger is a separate file",
)
OPEN = Words("打开已有账本", "An existing ledger")
OPEN_SAID = Words(
    "从备份、优盘或旧电脑拿来的 {suffix} 文件", "A {suffix} file from another PC, a USB drive or a backup"
)
OPEN_CHOOSE = Words("选择账本", "Choose the ledger")
NO_LEDGER = Words("请选择要打开的账本", "Choose the ledger to open")


class Start(Enum):
    """What the window opens with."""

    EMPTY = "empty"
    SAMPLE = "sample"
    OPEN = "open"


@dataclass
class Answers:
    """What was said so far; it outlives the widgets, which are made anew with another look."""

    name: str = ""
    town: str = ""
    staff: str = ""
    residents: str = ""
    month_end: MonthEnd = MonthEnd.CALENDAR
    chosen_path: Path | None = None
    """Where the ledger goes, if a person said so; else it follows from the name."""
    duties: Path | None = None
    duties_found: int = 0
    start: Start = Start.EMPTY
    open_path: Path | None = None

    def path(self, language: Language) -> Path:
        """Where the ledger goes."""
        return self.chosen_path or ledgers_folder(language) / file_name(self.name, language)

    def beginning(self, language: Language) -> Beginning:
        """The same for the desk."""
        return Beginning(
            self.path(language),
            self.name,
            self.town,
            self.month_end,
            self.staff,
            self.duties,
            residents=self.residents,
        )


def ledgers_folder(language: Language) -> Path:
    """Where ledgers lie unless a person says otherwise."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or str(Path.home())) / Words("明白账", "Mingbai").into(language)


class Step(QWidget):
    """One step: a heading, a sentence and what is asked."""

    def __init__(self, look: Look, answers: Answers, head: Words, said: Words) -> None:
        super().__init__()
        self.look, self.answers = look, answers
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addWidget(_wrapped(styled(QLabel(look.word(head)), "name")))
        self.column.addWidget(_wrapped(styled(QLabel(look.word(said)), "secondary")))
        self.column.addSpacing(12)
        self.notice = Inline(look)

    def begin(self) -> None:
        """Takes the focus where a person begins."""

    def fill_up(self) -> None:
        """Called last: the notice, and room below."""
        self.column.addWidget(self.notice)
        self.column.addStretch(1)


class PlaceStep(Step):
    """Which place, who, how months are cut, and where the file lies."""

    def __init__(self, look: Look, answers: Answers) -> None:
        super().__init__(look, answers, PLACE_HEAD, PLACE_SAID)
        word = look.word
        self.name, self.name_wrong = QLineEdit(answers.name), Wrong(look)
        self.town, self.town_wrong = QLineEdit(answers.town), Wrong(look)
        self.staff = QLineEdit(answers.staff)
        self.residents, self.residents_wrong = QLineEdit(answers.residents), Wrong(look)
        self.residents.setPlaceholderText(word(RESIDENTS_HOW))
        self.month_end = with_list(QComboBox(), look)
        for member in MonthEnd:
            self.month_end.addItem(word(member.words), member)
        self.month_end.setCurrentIndex(self.month_end.findData(answers.month_end))
        self.file, self.file_wrong = styled(QPushButton(), "plain"), Wrong(look)
        put_icon(self.file, look, "folder")
        # Its text is as long as a path; the tooltip has the whole.
        self.file.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.file.clicked.connect(self._choose_file)
        for field in (self.name, self.town, self.staff, self.residents, self.month_end):
            styled(field, "field")
        for widget in (self.name, self.town, self.staff, self.residents, self.month_end, self.file):
            widget.setMinimumHeight(look.px(36))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(asked(look, NAME, self.name, self.name_wrong), 0, 0)
        grid.addWidget(asked(look, TOWN, self.town, self.town_wrong), 0, 1)
        self.staff_said = _wrapped(styled(QLabel(word(STAFF_SAID)), "caption"))
        grid.addWidget(asked(look, STAFF, self.staff, self.staff_said), 1, 0, 1, 2)
        grid.addWidget(asked(look, RESIDENTS, self.residents, self.residents_wrong), 2, 0)
        grid.addWidget(asked(look, MONTH_END, self.month_end), 2, 1)
        grid.addWidget(asked(look, FILE, self.file, self.file_wrong), 3, 0, 1, 2)
        self.column.addLayout(grid)
        self.column.addSpacing(8)
        self.one_file = Inline(look)
        self.one_file.say(word(ONE_FILE), "blue")
        self.column.addWidget(self.one_file)
        self.fill_up()
        self.name.textChanged.connect(self._typed)
        self.town.textChanged.connect(self._typed)
        self.staff.textChanged.connect(self._typed)
        self.residents.textChanged.connect(self._typed)
        self.month_end.currentIndexChanged.connect(self._typed)
        self._say_where()
        self._say_names()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The path of the file takes the room there is."""
        super().resizeEvent(event)
        # The button has its width only after this event.
        QTimer.singleShot(0, self, self._say_where)

    def begin(self) -> None:
        """The name is asked first."""
        self.name.setFocus()

    def refuse(self, field: str, words: Words) -> None:
        """Says beside a field what is wrong with it."""
        wrongs = {
            "name": (self.name, self.name_wrong),
            "town": (self.town, self.town_wrong),
            "residents": (self.residents, self.residents_wrong),
        }
        widget, wrong = wrongs.get(field, (self.file, self.file_wrong))
        if field == "name" and not self.answers.name.strip():
            words = NAME_MISSING
        wrong.say(self.look.word(words))
        retoned(widget, "error")
        widget.setFocus()

    def forgive(self) -> None:
        """Takes all that was wrong away."""
        for widget, wrong in (
            (self.name, self.name_wrong),
            (self.town, self.town_wrong),
            (self.residents, self.residents_wrong),
            (self.file, self.file_wrong),
        ):
            wrong.say("")
            retoned(widget, "")
        self.notice.say("")

    def _typed(self) -> None:
        self.answers.name = self.name.text()
        self.answers.town = self.town.text()
        self.answers.staff = self.staff.text()
        self.answers.residents = self.residents.text()
        self.answers.month_end = self.month_end.currentData()
        self.forgive()
        self._say_where()
        self._say_names()

    def _say_names(self) -> None:
        """Who was read: more names than the line shows, and whether they were told apart."""
        names, zh = names_in(self.answers.staff), self.look.language == "zh"
        said = STAFF_SAID
        if names:
            said = STAFF_READ.format(n=len(names), names=("、" if zh else ", ").join(names))
        self.staff_said.setText(self.look.word(said))

    def _say_where(self) -> None:
        path = self.answers.path(self.look.language)
        metrics = self.file.fontMetrics()
        room = max(self.file.width() - self.look.px(52), self.look.px(120))
        # Where the folders have no room the file itself still has.
        ways = (" › ".join(path.parts[-3:]), " › ".join(("…", *path.parts[-2:])), f"… › {path.name}")
        fitting = (way for way in ways if metrics.horizontalAdvance(way) <= room)
        text = next(fitting, ways[-1])
        self.file.setText(metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room))
        self.file.setToolTip(as_typed(str(path)))
        self.file.setAccessibleName(f"{self.look.word(FILE)} {path}")

    def _choose_file(self) -> None:
        path = self.answers.path(self.look.language)
        # Where neither the folder nor what it lies in is there yet, a chooser would begin beside the program.
        folder = next(one for one in path.parents if one.is_dir())
        kinds = self.look.word(LEDGERS).format(suffix=SUFFIX)
        # An existing file is never written over; that is said on the page.
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.look.word(FILE),
            str(folder / path.name),
            kinds,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            chosen = Path(name)
            self.answers.chosen_path = chosen if chosen.suffix.lower() == SUFFIX else Path(f"{name}{SUFFIX}")
            self.forgive()
            self._say_where()


class DutyStep(Step):
    """The township's duty list, or none."""

    def __init__(self, look: Look, answers: Answers, memory: Memory, read: Callable[[Path], None]) -> None:
        super().__init__(look, answers, DUTY_HEAD, DUTY_SAID)
        self._memory, self._read = memory, read
        self.choose = styled(QPushButton(look.word(DUTY_CHOOSE)), "plain")
        put_icon(self.choose, look, "folder")
        self.choose.clicked.connect(self._choose)
        self.drop = styled(QPushButton(look.word(DUTY_NONE)), "link")
        self.drop.clicked.connect(self._drop)
        self.choose.setMinimumHeight(look.px(36))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.choose)
        row.addWidget(self.drop)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addSpacing(8)
        self.fill_up()
        self.show_found()

    def begin(self) -> None:
        """Nothing need be chosen here: the focus stays with the button that goes on."""

    def show_reading(self, path: Path) -> None:
        """Says that the file is being read."""
        self.notice.say(self.look.word(DUTY_READING.format(name=path.name)), "blue")

    def show_found(self) -> None:
        """Says what was found in the chosen file."""
        path = self.answers.duties
        self.drop.setVisible(path is not None)
        found = DUTY_FOUND.format(name=path.name, n=self.answers.duties_found) if path else NO_WORDS
        self.notice.say(self.look.word(found), "green")

    def refuse(self, words: Words) -> None:
        """Says why a file is no duty list."""
        self.show_found()
        self.notice.say(self.look.word(words))

    def _choose(self) -> None:
        path = choose_table(self.look, self._memory, self, DUTY_CHOOSE)
        if path is not None:
            self._read(path)

    def _drop(self) -> None:
        self.answers.duties, self.answers.duties_found = None, 0
        self.show_found()
        self.choose.setFocus()


class StartStep(Step):
    """What the window opens with."""

    def __init__(self, look: Look, answers: Answers) -> None:
        super().__init__(look, answers, START_HEAD, START_SAID)
        word = look.word
        self.choices: dict[Start, QRadioButton] = {}
        for start, name, said in (
            (Start.EMPTY, EMPTY, EMPTY_SAID),
            (Start.SAMPLE, SAMPLE, SAMPLE_SAID),
            (Start.OPEN, OPEN, OPEN_SAID),
        ):
            button = self.choices[start] = QRadioButton(word(name))
            button.setChecked(start is answers.start)
            button.toggled.connect(self._chosen)
            explained = word(said).format(suffix=SUFFIX)
            button.setAccessibleDescription(explained)
            caption = _wrapped(styled(QLabel(explained), "secondary"))
            caption.setIndent(look.px(24))
            choice = QVBoxLayout()
            choice.setSpacing(2)
            choice.addWidget(button)
            choice.addWidget(caption)
            self.column.addLayout(choice)
            self.column.addSpacing(6)
        self.open = styled(QPushButton(word(OPEN_CHOOSE)), "plain")
        put_icon(self.open, look, "folder")
        self.open.setMinimumHeight(look.px(36))
        self.open.clicked.connect(self._choose)
        self.column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.fill_up()
        self._chosen()

    def begin(self) -> None:
        """What is chosen already."""
        self.choices[self.answers.start].setFocus()

    def _chosen(self) -> None:
        self.answers.start = next(
            (start for start, button in self.choices.items() if button.isChecked()), Start.EMPTY
        )
        self.open.setVisible(self.answers.start is Start.OPEN)
        path = self.answers.open_path
        self.open.setText(self.look.word(OPEN_CHOOSE) if path is None else path.name)
        self.open.setToolTip(as_typed("" if path is None else str(path)))
        self.notice.say("")

    def _choose(self) -> None:
        kinds = self.look.word(LEDGERS).format(suffix=SUFFIX)
        folder = ledgers_folder(self.look.language)
        name, _ = QFileDialog.getOpenFileName(self, self.look.word(OPEN_CHOOSE), str(folder), kinds)
        if name:
            self.answers.open_path = Path(name)
            self._chosen()


class Wrong(QLabel):
    """What is wrong with the field above; takes no room while nothing is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        styled(self, "caption", "danger")
        self._look = look
        self.setWordWrap(True)
        self.hide()

    def say(self, text: str) -> None:
        """A sentence with a mark, or nothing."""
        self.setText(f"✕ {text}" if text else "")
        self.setVisible(bool(text))


def asked(look: Look, words: Words, field: QWidget, *below: QWidget) -> QWidget:
    """A label, a field and what stands below it."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    label = styled(QLabel(look.word(words)), "label")
    label.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(look.word(words))
    for widget in (label, field, *below):
        column.addWidget(widget)
    column.addStretch(1)
    return box


def _wrapped(label: QLabel) -> QLabel:
    label.setWordWrap(True)
    return label
