"""What pictures are taken of: each scene brings the window, or a dialog, into one state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from sqlite3 import SQLITE_CORRUPT
from threading import Event

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from tests.ui.walking import rest

from mingbai.desk.attachments import Given, attach, remove
from mingbai.desk.letter_texts import CLOSING, OPENING, SENDER, set_own
from mingbai.desk.letters import draft_letter
from mingbai.desk.lists import FLAGGED
from mingbai.desk.live_flags import refresh_all
from mingbai.desk.raising import raise_by_letter
from mingbai.desk.records import add
from mingbai.desk.review import flag as flag_with
from mingbai.desk.whole import whole
from mingbai.domain.demand import DEMANDS
from mingbai.domain.letter import LetterKind
from mingbai.domain.period import Quarter, Year
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import DECISIONS, FLAGS
from mingbai.domain.task import TASKS
from mingbai.domain.words import Fault, Words
from mingbai.ledger.backups import back_up, backup_folder
from mingbai.ledger.driver import SENTENCES
from mingbai.ledger.faults import Damaged
from mingbai.ledger.ledger import Entry
from mingbai.ui.first_run.dialog import FirstRun
from mingbai.ui.look.look import Look
from mingbai.ui.look.style import dress
from mingbai.ui.look_choice import LookChoice, keep_choice
from mingbai.ui.memory import Memory
from mingbai.ui.pages.collection import CollectionPage
from mingbai.ui.pages.counter import CounterPage
from mingbai.ui.pages.cut_choice import CutChoice
from mingbai.ui.pages.holidays import HolidayDialog
from mingbai.ui.pages.importing import ImportPage
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.pages.report import ReportPage
from mingbai.ui.pages.review import ReviewPage
from mingbai.ui.pages.settings import SettingsPage
from mingbai.ui.panel.adding import AddDialog
from mingbai.ui.panel.erasing import EraseDialog
from mingbai.ui.panel.erasing_file import EraseFileDialog
from mingbai.ui.panel.panel import RecordPanel
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.quick.notice_card import NoticeCard
from mingbai.ui.runner import Job, Progress
from mingbai.ui.settings.letters import LettersSection
from mingbai.ui.shell.commands import CommandBar
from mingbai.ui.shell.copying import BACKING_UP, Closing
from mingbai.ui.shell.frame import Frame
from mingbai.ui.shell.lock import Cover
from mingbai.ui.shell.trouble import BugDialog
from mingbai.ui.shell.way_back import WayBack
from mingbai.ui.shell.window import Window

HOLIDAYS = (
    "关于2027年部分节假日安排的通知 一、元旦：1月1日（周五）至3日（周日）放假，共3天。"
    "二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。"
    "三、清明节：4月3日至5日放假，共3天。四、劳动节：5月1日至5日放假调休，共5天。5月8日（周六）上班。"
    "安排职工在除夕（2月4日）休息。"
)
STILL_MS = 450
"""Nothing happened for so long: whatever waits a moment before it begins has begun."""

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Stage:
    """One window (or none) that a scene plays in."""

    def __init__(
        self, look: Look, size: tuple[int, int], ledger: Path | None, folder: Path, today: date
    ) -> None:
        self.look, self.size, self.folder, self.today = look, size, folder, today
        self.memory = Memory(folder / "memory.ini")
        keep_choice(self.memory, LookChoice(look.theme, look.language, look.scale))
        self._window: Window | None = None
        self._shown: QWidget | None = None
        self.held = Event()
        """Work that waits for it goes on when the stage is left."""
        dress(_application(), look)
        if ledger is not None:
            self._window = Window(ledger, look, self.memory, today=today, failed=_fail)
            self.show(self._window)

    @property
    def window(self) -> Window:
        assert self._window is not None
        return self._window

    @property
    def frame(self) -> Frame:
        return self.window.frame

    @property
    def seen(self) -> QWidget:
        """What the picture is taken of."""
        assert self._shown is not None
        return self._shown

    def show(self, widget: QWidget) -> None:
        """Shows a window as large as the picture; a dialog may be smaller."""
        if isinstance(widget, QDialog):
            widget.resize(min(widget.width(), self.size[0]), min(widget.height(), self.size[1]))
        else:
            widget.resize(*self.size)
        widget.show()
        self._shown = widget
        self.rest()

    def word(self, words: Words) -> str:
        return self.look.word(words)

    def rest(self) -> None:
        """Waits until nothing is outstanding any more."""
        if self._window is None:
            self.wait(STILL_MS)
        else:
            # Counted from the last answer: what that shows is laid out a moment later.
            rest(self._window.session.runner, STILL_MS)

    def wait(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, where the focus is."""
        self.seen.activateWindow()
        self.wait(30)
        QTest.keyClick(QApplication.focusWidget() or self.seen, key, held)

    def page(self, code: str) -> None:
        self.frame.show_page(code)
        self.rest()

    def register(self, code: str) -> RegisterPage:
        self.page(code)
        page = self.frame.page
        assert isinstance(page, RegisterPage)
        return page

    def open_row(self, code: str, row: int = 0, where: str = "") -> RegisterPage:
        """Opens an entry of a register in the panel."""
        page = self.register(code)
        if where:
            page.ask(where)
            self.rest()
        page.view.setCurrentIndex(page.view.rows.index(min(row, page.view.rows.rowCount() - 1), 0))
        page.view.deeds.open()
        self.rest()
        return page

    def type_quick(self, text: str) -> QuickLine:
        """Types into the quick-add line of the page."""
        self.window.activateWindow()
        self.wait(50)
        self.frame.begin_adding()
        line = self.frame.page.findChild(QuickLine)
        assert isinstance(line, QuickLine)
        QTest.keyClicks(line.line, " ") if not text else line.write(text)
        self.rest()
        return line

    def leave(self) -> None:
        """Closes everything."""
        self.held.set()
        for other in QApplication.topLevelWidgets():
            if other is not self._window and other.isVisible():
                other.close()
        if self._window is not None:
            self._window.session.written = False
            self._window.close()
            self._window.deleteLater()
        elif self._shown is not None:
            self._shown.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture's name, the ledger it needs and what leads there."""

    name: str
    ledger: str
    play: Callable[[Stage], object]
    still: bool = True
    """Taken once everything is done, not amid the work."""


SCENES: list[Scene] = []

Play = Callable[[Stage], object]


def scene(name: str, *ledgers: str, still: bool = True) -> Callable[[Play], Play]:
    """Adds a scene, once for each ledger it is played with."""

    def add(play: Play) -> Play:
        SCENES.extend(Scene(name, ledger, play, still) for ledger in ledgers or ("sample",))
        return play

    return add


def _fail(error: object) -> None:
    raise error if isinstance(error, BaseException) else AssertionError(error)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


# The day's pages.


@scene("today", "sample", "empty", "long")
def today(stage: Stage) -> None:
    stage.page("today")


@scene("today-visitors", "sample", "empty")
def today_visitors(stage: Stage) -> None:
    """Two who come on one day, a meeting tomorrow, an application near its limit."""
    zh = stage.look.language == "zh"
    unit = "民政局" if zh else "Civil Affairs Bureau"
    for code, draft in (
        (
            "inspection",
            {"held_on": "2026-11-26", "title": "秋冬防火督查" if zh else "Fire check", "visitors": "3"},
        ),
        ("inspection", {"held_on": "2026-11-27", "title": "台账检查" if zh else "Check of log books"}),
        (
            "reception",
            {"visited_on": "2026-11-26", "title": "养老调研" if zh else "Study visit", "guests": "2"},
        ),
        (
            "meeting",
            {"held_on": "2026-11-25", "title": "述职会" if zh else "Progress meeting", "people": "40"},
        ),
        ("admission", {"applied_on": "2026-11-05", "title": "入户摸底" if zh else "Door-to-door survey"}),
    ):
        register = REGISTERS[code]
        add(
            stage.window.session.ledger,
            register,
            {"department": unit, **draft},
            today=stage.today,
            language=stage.look.language,
        )
    stage.page("today")


@scene("today-expected")
def today_expected(stage: Stage) -> None:
    stage.page("today")
    for _ in range(40):
        stage.press(Key.Key_Down)
        if any(command.code == "today.came" and command.can_run() for command in stage.frame.page.commands()):
            return


@scene("task", "sample", "empty", "long")
def task(stage: Stage) -> None:
    stage.register("task")


@scene("task-panel", "sample", "long")
def task_panel(stage: Stage) -> None:
    stage.open_row("task", 0, FLAGGED)


@scene("task-panel-plain")
def task_panel_plain(stage: Stage) -> None:
    stage.open_row("task", 2)


@scene("task-panel-done")
def task_panel_done(stage: Stage) -> None:
    stage.open_row("task", 2, "status=done")
    stage.frame.panel.history_button.click()


@scene("task-chip")
def task_chip(stage: Stage) -> None:
    page = stage.register("task")
    page.chips.buttons()[2].click()


@scene("task-filter")
def task_filter(stage: Stage) -> None:
    page = stage.register("task")
    page.type_filter()
    stage.wait(200)
    page.filter_line.begin("due<=2026-11-30 ")


@scene("task-nothing")
def task_nothing(stage: Stage) -> None:
    stage.register("task").search.setText("没有这样的" if stage.look.language == "zh" else "no such thing")


@scene("task-bin")
def task_bin(stage: Stage) -> None:
    page = stage.register("task")
    page.view.setCurrentIndex(page.view.rows.index(1, 0))
    page.view.deeds.put_into_bin()
    stage.rest()
    page.show_bin(True)


@scene("task-chosen", "sample")
def task_chosen(stage: Stage) -> None:
    page = stage.register("task")
    stage.window.activateWindow()
    page.view.setFocus()
    page.view.setCurrentIndex(page.view.rows.index(1, 0))
    for _ in range(3):
        stage.press(Key.Key_Down, SHIFT)


@scene("task-undo", "sample")
def task_undo(stage: Stage) -> None:
    task_chosen(stage)
    stage.press(Key.Key_D)


@scene("task-edit", "sample")
def task_edit(stage: Stage) -> None:
    page = stage.register("task")
    stage.window.activateWindow()
    page.view.setFocus()
    page.view.setCurrentIndex(page.view.rows.index(2, 1))
    stage.press(Key.Key_F2)


@scene("task-menu", "sample")
def task_menu(stage: Stage) -> None:
    page = stage.register("task")
    page.view.setCurrentIndex(page.view.rows.index(2, 1))
    menu = page.view.deeds.menu()
    menu.popup(page.view.mapToGlobal(page.view.visualRect(page.view.currentIndex()).center()))


@scene("task-columns", "sample")
def task_columns(stage: Stage) -> None:
    stage.register("task").choose_columns()


@scene("task-raised", "sample")
def task_raised(stage: Stage) -> None:
    """An assignment about which the joint office was written to, and which waits for the answer."""
    page = stage.open_row("task", 0, FLAGGED)
    entry = page.view.current()
    assert entry is not None
    session = stage.window.session
    letter = draft_letter(
        session.ledger, entry, LetterKind.JOINT, language=stage.look.language, today=stage.today
    ).letter
    raised_on = stage.today - timedelta(days=6)
    raise_by_letter(session.ledger, entry, replace(letter, day=raised_on), today=stage.today)
    stage.rest()


@scene("quick-open", "sample")
def quick_open(stage: Stage) -> None:
    stage.page("task")
    stage.window.activateWindow()
    stage.frame.begin_adding()


@scene("quick", "sample")
def quick(stage: Stage) -> None:
    stage.page("task")
    zh = stage.look.language == "zh"
    text = (
        "周五前 报表 民政局 上报重点人群台账 @李梅"
        if zh
        else "by Friday form Civil Affairs key-groups register"
    )
    stage.type_quick(text)


@scene("quick-names", "sample", still=False)
def quick_names(stage: Stage) -> None:
    stage.page("task")
    line = stage.type_quick("周五前 报表 " if stage.look.language == "zh" else "by Friday form ")
    stage.window.activateWindow()
    line.begin()
    stage.wait(50)
    line.line.insertPlainText("退役" if stage.look.language == "zh" else "hou")
    stage.wait(150)


@scene("quick-lacking", "sample")
def quick_lacking(stage: Stage) -> None:
    stage.page("task")
    stage.type_quick("周五前 报表" if stage.look.language == "zh" else "by Friday form").submit()


@scene("quick-saved", "sample", "empty")
def quick_saved(stage: Stage) -> None:
    stage.page("task")
    zh = stage.look.language == "zh"
    stage.type_quick(
        "明天 报表 民政局 低保名单" if zh else "tomorrow form Civil Affairs allowance list"
    ).submit()


NOTICES = {
    "zh": (
        "关于报送独居老人摸底情况的通知\n各社区：请于11月25日17:00前将独居老人名单（姓名、年龄、联系电话、健康状况、子女情况、"
        "是否低保）报区民政局。每户拍照留痕，逾期未报的全区通报排名。\n联系人：区民政局，每月5日前更新一次。",
        "请各社区做好冬季防火宣传。\n完成后收到请回复。",
        "会议通知\n定于2026年11月30日（周一）下午2:30在街道三楼会议室召开冬季消防安全工作推进会。\n参会人员：各社区书记。\n"
        "区消防安全委员会办公室\n2026年11月24日",
        "民政局：关于居民议事活动的函\n活动定在12月3日17:00，如下雨改到12月8日。",
    ),
    "en": (
        "Notice on elderly residents living alone\nAll communities: please send the list (name, age, phone, health, children, "
        "allowance) to Civil Affairs by Wednesday 17:00. Take photos of every household; late ones are ranked.",
        "All communities: please prepare winter fire-safety posters.\nKindly reply when done.",
        "MEETING NOTICE\nThe Fire Safety Committee Office will hold a work meeting on winter fire prevention.\n"
        "Time: Monday 30 November 2026, 14:30\nPlace: Room 302\nAttendees: one of each community\n\n"
        "Fire Safety Committee Office\n24 November 2026",
        "Civil Affairs: the activity is on 27 November at 17:00; if it rains, on 1 December.",
    ),
}
"""A notice that says nearly everything, one that lacks the unit, and one whose due date may be two days."""


def paste_notice(stage: Stage, which: int = 0) -> NoticeCard:
    """Pastes a notice into the quick-add line of the page."""
    line = stage.frame.line
    assert line is not None
    line.take_notice(NOTICES[stage.look.language][which])
    stage.rest()
    assert line.notice is not None
    return line.notice


@scene("notice", "sample", "empty")
def notice(stage: Stage) -> None:
    stage.page("task")
    paste_notice(stage)


@scene("notice-today", "sample")
def notice_today(stage: Stage) -> None:
    stage.page("today")
    paste_notice(stage)


@scene("notice-today-due", "sample")
def notice_today_due(stage: Stage) -> None:
    stage.page("today")
    paste_notice(stage).edit("due_on")


@scene("notice-lacking", "sample")
def notice_lacking(stage: Stage) -> None:
    stage.page("task")
    paste_notice(stage, 1).save()


@scene("notice-open", "sample")
def notice_open(stage: Stage) -> None:
    stage.page("task")
    paste_notice(stage, 2)


@scene("notice-meeting", "sample")
def notice_meeting(stage: Stage) -> None:
    stage.page("today")
    paste_notice(stage, 2)


@scene("notice-changing", "sample")
def notice_changing(stage: Stage) -> None:
    stage.page("task")
    stage.window.activateWindow()
    paste_notice(stage).edit("asks")


@scene("notice-saved", "sample")
def notice_saved(stage: Stage) -> None:
    stage.page("task")
    paste_notice(stage).save()


@scene("notice-form", "sample")
def notice_form(stage: Stage) -> None:
    stage.page("task")
    stage.frame.drop([a_form(stage)])


@scene("notice-form-panel", "sample")
def notice_form_panel(stage: Stage) -> None:
    stage.open_row("task", 2)
    stage.frame.panel.take_form(a_form(stage))


@scene("attachments", "sample")
def attachments(stage: Stage) -> None:
    """Files of an assignment."""
    files = with_files(stage).attached
    next(iter(files.lines.values())).button.setFocus()


@scene("attachments-menu", "sample")
def attachments_menu(stage: Stage) -> None:
    files = with_files(stage).attached
    line = list(files.lines.values())[1]
    line.button.setFocus()
    line.menu_asked.emit()


@scene("attachments-erasing", "sample")
def attachments_erasing(stage: Stage) -> None:
    files = with_files(stage).attached
    EraseFileDialog(stage.window.session, next(iter(files.lines.values())).file, files).open()


@scene("attachments-refused", "sample")
def attachments_refused(stage: Stage) -> None:
    """One that cannot be added, and one that was removed."""
    panel = with_files(stage, few=True)
    removed = next(iter(panel.attached.lines.values())).file
    remove(stage.window.session.ledger, [removed])
    stage.rest()
    panel.attached.gone_button.click()
    (stage.folder / "empty.pdf").touch()
    panel.take_files([stage.folder / "empty.pdf"])


def with_files(stage: Stage, *, few: bool = False) -> RecordPanel:
    """An assignment with files of several kinds, opened beside its list."""
    zh = stage.look.language == "zh"
    names = (
        (
            "关于开展冬季安全隐患排查的通知.pdf",
            "附件1：隐患排查台账.xlsx",
            "楼道现场照片.jpg",
            "情况说明.docx",
        )
        if zh
        else (
            "Notice on the winter safety check.pdf",
            "Annex 1 List of hazards.xlsx",
            "Photo of the stairs.jpg",
            "Note.docx",
        )
    )
    stage.open_row("task", 2)
    panel = stage.frame.panel
    entry = panel.entry
    assert entry is not None
    given = [Given.held(name, bytes([at]) * 300_000 * (at + 1)) for at, name in enumerate(names)]
    attach(stage.window.session.ledger, entry, given[: 1 if few else None], today=stage.today)
    stage.rest()
    panel._scroll.ensureWidgetVisible(panel.attached)
    return panel


def a_form(stage: Stage) -> Path:
    """A form that asks for what another unit's form in the sample asked for, and for one thing more."""
    from openpyxl import Workbook

    zh = stage.look.language == "zh"
    ledger = stage.window.session.ledger
    forms = [str(one.stored["form_columns"] or "").split(";") for one in ledger.entries(REGISTERS["task"])]
    longest = max(forms[-200:], key=len)
    head = ["序号" if zh else "No.", *longest, "网格" if zh else "Grid"]
    book = Workbook(write_only=True)
    book.create_sheet().append(head)
    path = stage.folder / ("附件1：独居老人情况表.xlsx" if zh else "Annex 1 Elderly living alone.xlsx")
    book.save(path)
    return path


COUNTER = {
    "zh": ("亲属", "志愿", "没有这样的事"),
    "en": ("kinship", "volunteer", "no such thing"),
}
"""What is asked at the counter: not to issue, may issue, on neither list."""


def ask_counter(stage: Stage, text: str) -> CounterPage:
    """Asks at the certificate counter."""
    stage.page("counter")
    page = stage.frame.page
    assert isinstance(page, CounterPage)
    page.line.write(text)
    stage.rest()
    return page


@scene("counter", "sample", "empty")
def counter(stage: Stage) -> None:
    ask_counter(stage, "")


@scene("counter-not-to-issue", "sample")
def counter_not_to_issue(stage: Stage) -> None:
    ask_counter(stage, COUNTER[stage.look.language][0])


@scene("counter-may-issue", "sample")
def counter_may_issue(stage: Stage) -> None:
    ask_counter(stage, COUNTER[stage.look.language][1])


@scene("counter-neither", "sample")
def counter_neither(stage: Stage) -> None:
    ask_counter(stage, COUNTER[stage.look.language][2])


@scene("counter-slip", "sample")
def counter_slip(stage: Stage) -> None:
    ask_counter(stage, COUNTER[stage.look.language][0])._turn()


@scene("counter-recorded", "sample")
def counter_recorded(stage: Stage) -> None:
    for text in COUNTER[stage.look.language][:2]:
        ask_counter(stage, text).record()
        stage.rest()


@scene("certificate", "sample", "empty")
def certificate(stage: Stage) -> None:
    stage.register("certificate")


@scene("certificate-panel", "sample")
def certificate_panel(stage: Stage) -> None:
    stage.open_row("certificate", 1)


@scene("certificate-quick", "sample")
def certificate_quick(stage: Stage) -> None:
    stage.page("certificate")
    stage.type_quick("开 亲属关系证明" if stage.look.language == "zh" else "certificate of kinship")


@scene("issue", "sample", "empty", "long")
def issue(stage: Stage) -> None:
    stage.register("issue")


@scene("issue-panel", "sample", "long")
def issue_panel(stage: Stage) -> None:
    stage.open_row("issue", 1)


@scene("issue-erasing", "sample")
def issue_erasing(stage: Stage) -> None:
    stage.open_row("issue", 1)
    panel = stage.frame.panel
    assert panel.entry is not None
    EraseDialog(stage.window.session, panel.entry, panel).open()


@scene("holiday-notice", "sample")
def holiday_notice(stage: Stage) -> None:
    stage.frame.show_page("holiday")
    stage.wait(100)
    HolidayDialog(stage.window.session, HOLIDAYS, stage.window).open()


@scene("rule-adding", "sample")
def rule_adding(stage: Stage) -> None:
    stage.frame.show_page("rule")
    stage.wait(100)
    adding = AddDialog(stage.window.session, REGISTERS["rule"], stage.window)
    adding.open()
    adding.form.rows["code"].editor.bring_back("QH-1")
    adding.save()


@scene("issue-timeline", "sample")
def issue_timeline(stage: Stage) -> None:
    stage.open_row("issue", 3)
    stage.frame.panel.history_button.click()
    stage.wait(100)
    bar = stage.frame.panel._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())


for _code in ("demand", "flag", "decision", "absence"):
    scene(_code, "sample", "empty")(lambda stage, code=_code: stage.register(code))  # type: ignore[misc]
    if _code != "absence":
        scene(f"{_code}-panel", "sample")(lambda stage, code=_code: stage.open_row(code))  # type: ignore[misc]


REGISTERED = (
    "meeting",
    "inspection",
    "reception",
    "plaque",
    "visit",
    "activity",
    "expert",
    "admission",
    "point",
)
"""Registers whose pages stand under the rail's further groups."""

for _code in REGISTERED:
    scene(_code, "sample", "empty")(lambda stage, code=_code: stage.register(code))  # type: ignore[misc]
    scene(f"{_code}-panel", "sample")(lambda stage, code=_code: stage.open_row(code))  # type: ignore[misc]
    scene(f"{_code}-adding", "sample")(lambda stage, code=_code: _begin_adding(stage, code))  # type: ignore[misc]


ROOM_LINES = {
    "meeting": (
        "明天下午3点 会议 街道党工委 述职 40人",
        "meeting yesterday Civil Affairs progress reports, 40 people, 90 min",
    ),
    "visit": ("走访 3栋 王阿姨 20分钟 水管已修好", "home visit Building 3 Mrs Wang 20 min tap fixed"),
    "inspection": (
        "检查 消防 楼道杂物 4人 查阅资料9份 计划外",
        "inspection Civil Affairs elderly care, 4 visitors, unplanned",
    ),
    "plaque": ("摘牌 科普工作室 科协", "plaque taken down Science studio"),
}
"""Lines that lead from the page of today into another register."""


def _begin_adding(stage: Stage, code: str) -> None:
    """The form that asks for every field."""
    page = stage.register(code)
    adding = AddDialog(stage.window.session, page.register, stage.window)
    adding.open()


def _room_line(stage: Stage, code: str) -> None:
    stage.page("task")
    stage.type_quick(ROOM_LINES[code][stage.look.language == "en"])


for _code in ROOM_LINES:
    scene(f"quick-{_code}", "sample")(lambda stage, code=_code: _room_line(stage, code))  # type: ignore[misc]


@scene("more", "sample")
def more(stage: Stage) -> None:
    stage.page("task")
    stage.frame.ways.go("more")


# Review and report.


@scene("review", "sample", "empty", "long")
def review(stage: Stage) -> None:
    stage.page("review")


def _chip(code: str) -> Play:
    def play(stage: Stage) -> None:
        stage.page("review")
        page = stage.frame.page
        assert isinstance(page, ReviewPage)
        page.show_chip(code)

    return play


for _code in ("rechecks", "suggestions", "decided"):
    scene(f"review-{_code}", "sample")(_chip(_code))


@scene("review-key", "sample")
def review_key(stage: Stage) -> None:
    stage.page("review")
    page = stage.frame.page
    assert isinstance(page, ReviewPage)
    page.press("2")


@scene("review-letter", "sample")
def review_letter(stage: Stage) -> None:
    stage.page("review")
    page = stage.frame.page
    assert isinstance(page, ReviewPage)
    page.write_letter()


@scene("review-panel", "sample")
def review_panel(stage: Stage) -> None:
    stage.page("review")
    page = stage.frame.page
    assert isinstance(page, ReviewPage)
    stage.press(Key.Key_Return)


def comes_back(stage: Stage) -> Entry:
    """What was cut is asked for again under another name, and everything was held against the rules."""
    session = stage.window.session
    ledger, today = session.ledger, session.today
    old = next(
        demand
        for cut in reversed(ledger.entries(DECISIONS))
        if cut.stored["effective_from"] and not cut.stored["came_back_on"]
        for demand in [ledger.entry(DEMANDS, str(cut.stored["subject"]))]
        if demand is not None and demand.stored["form_columns"]
    )
    asked = {name: old.stored[name] for name in ("department", "period", "form_columns")}
    title = session.word(Words("网格服务情况周统计", "Weekly grid service figures"))
    with ledger.act("add", today=today) as act:
        blank = dict.fromkeys(DEMANDS.fields)
        demand = act.insert_stored(
            DEMANDS, {**blank, **asked, "title": title, "minutes_source": "default", "people": 1}
        )
        task = dict.fromkeys(TASKS.fields) | {
            "received_on": today.isoformat(),
            "department": asked["department"],
            "form_columns": asked["form_columns"],
            "title": title,
            "demand": demand,
            "status": "todo",
        }
        uid = act.insert_stored(TASKS, task)
    refresh_all(ledger, today=today, language=session.look.language)
    entry = ledger.entry(TASKS, uid)
    assert entry is not None
    return entry


@scene("review-back", "sample")
def review_back(stage: Stage) -> None:
    comes_back(stage)
    stage.page("review")


@scene("review-cut-choice", "sample")
def review_cut_choice(stage: Stage) -> None:
    stage.page("review")
    page = stage.frame.page
    assert isinstance(page, ReviewPage)
    stage.rest()
    page.press("B")
    (dialog,) = stage.window.findChildren(CutChoice)
    assert dialog.isVisible()


@scene("review-method", "sample")
def review_method(stage: Stage) -> None:
    stage.page("review")
    page = stage.frame.page
    assert isinstance(page, ReviewPage)
    stage.rest()
    if page.side.isHidden():
        page.beside.click()
    page.side.method_button.click()


@scene("review-evidence", "sample")
def review_evidence(stage: Stage) -> None:
    comes_back(stage)
    stage.page("review")
    stage.rest()
    stage.press(Key.Key_Return)


@scene("review-correcting", "sample")
def review_correcting(stage: Stage) -> None:
    comes_back(stage)
    stage.page("task")
    session = stage.window.session
    flag = next(
        one
        for one in session.ledger.entries(FLAGS)
        if one.stored["family"] == "forbidden_ask" and one.stored["state"] == "open"
    )
    session.open(session.ledger.entry(TASKS, str(flag.stored["subject"])))
    panel = stage.frame.panel
    assert panel.entry is not None
    flags = whole(session.ledger, panel.entry, session.today).flags
    told = next(one for one in flags if one.entry.uid == flag.uid)
    panel.flags.set_aside.emit(told)


@scene("task-teaching", "sample")
def task_teaching(stage: Stage) -> None:
    """A person cited a rule; it is to see such words by itself."""
    page = stage.open_row("task", row=3)
    entry = page.view.current()
    assert entry is not None
    session = stage.window.session
    flag_with(session.ledger, entry, "APP26-2", today=session.today)
    stage.rest()
    panel = stage.frame.panel
    panel.flags.meant_too.emit(next(one for one in panel.flags.flags if one.entry.stored["family"] is None))


@scene("list-minutes", "sample")
def list_minutes(stage: Stage) -> None:
    stage.page("work_kind")


@scene("list-rules", "sample")
def list_rules(stage: Stage) -> None:
    stage.page("rule")


@scene("list-rules-panel", "sample")
def list_rules_panel(stage: Stage) -> None:
    stage.open_row("rule")


@scene("report", "sample", "empty")
def report(stage: Stage) -> None:
    stage.page("report")


def _sheet(at: int) -> Play:
    def play(stage: Stage) -> None:
        stage.page("report")
        page = stage.frame.page
        assert isinstance(page, ReportPage)
        page.show_period(page.period.shifted(-1))
        stage.rest()
        page.show_sheet(at)

    return play


for _at in range(11):
    scene(f"report-sheet-{_at + 1}", "sample")(_sheet(_at))


@scene("collection", "empty", "street", "long")
def collection(stage: Stage) -> None:
    stage.page("collection")


def _collection(stage: Stage, sheet: int) -> CollectionPage:
    stage.page("collection")
    page = stage.frame.page
    assert isinstance(page, CollectionPage)
    page.show_sheet(sheet)
    return page


@scene("collection-villages", "street")
def collection_villages(stage: Stage) -> None:
    _collection(stage, 1)


@scene("collection-figure", "street")
def collection_figure(stage: Stage) -> None:
    page = _collection(stage, 0)
    page.paper.figure_picked.emit(0, 4)


@scene("collection-village", "street")
def collection_village(stage: Stage) -> None:
    page = _collection(stage, 1)
    page.paper.figure_picked.emit(4, 4)


@scene("collection-refused", "street")
def collection_refused(stage: Stage) -> None:
    page = _collection(stage, 0)
    for name in ("a", "b"):
        path = stage.folder / f"{name}.xlsx"
        path.write_text("x")
    page.take([stage.folder / "a.xlsx", stage.folder / "b.xlsx"])


@scene("collection-paper", "street")
def collection_paper(stage: Stage) -> None:
    page = _collection(stage, 0)
    assert page._found is not None
    page.type_in(page._found.missing[0])


@scene("report-quarter", "sample", "empty")
def report_quarter(stage: Stage) -> None:
    page = _report(stage)
    page.show_period(Quarter(2026, 3))


@scene("report-year", "sample")
def report_year(stage: Stage) -> None:
    page = _report(stage)
    page.show_period(Year(2026))


@scene("report-compared", "sample")
def report_compared(stage: Stage) -> None:
    page = _report(stage)
    page.show_period(page.period.shifted(-1))
    page.compare_with(page.period.same_last_year)


@scene("report-compare-menu", "sample")
def report_compare_menu(stage: Stage) -> None:
    page = _report(stage)
    page.comparing.menu.popup(page.comparing.button.mapToGlobal(page.comparing.button.rect().bottomLeft()))


def _report(stage: Stage) -> ReportPage:
    stage.page("report")
    stage.rest()
    page = stage.frame.page
    assert isinstance(page, ReportPage)
    return page


@scene("report-send", "sample")
def report_send(stage: Stage) -> None:
    stage.page("report")
    page = stage.frame.page
    assert isinstance(page, ReportPage)
    page.show_period(page.period.shifted(-1))
    stage.rest()
    page.body.show_cards()
    page.sending.send.click()


@scene("report-sent-twice", "sample")
def report_sent_twice(stage: Stage) -> None:
    _send_twice(stage)


@scene("report-as-sent", "sample")
def report_as_sent(stage: Stage) -> None:
    page = _send_twice(stage)
    page.frozen.versions[1].click()
    stage.rest()


@scene("report-rows", "sample")
def report_rows(stage: Stage) -> None:
    _report(stage).paper.figure_picked.emit(0, 4)
    stage.rest()


def _send_twice(stage: Stage) -> ReportPage:
    """The month before was sent, changed, and sent once more; some doubts of it were looked at."""
    from mingbai.desk.month.doubts import month_doubts
    from mingbai.desk.month.report import send
    from mingbai.desk.month.settled import settle

    session, page = stage.window.session, _report(stage)
    month, language = page.period.shifted(-1), stage.look.language
    department = "民政局" if language == "zh" else "Civil Affairs"
    for number in (1, 2):
        draft = {"received_on": f"{month}-1{number}", "department": department, "title": "补报"}
        send(
            session.ledger,
            month,
            stage.folder / f"{number}.xlsx",
            sent_to=department,
            language=language,
            today=stage.today,
        )
        add(session.ledger, REGISTERS["task"], draft, today=stage.today)
    for doubt in month_doubts(session.ledger, month, stage.today)[0][:1]:
        settle(session.ledger, month, doubt, stage.today)
    page.show_period(month)
    stage.rest()
    return page


# Import.

ROWS = {
    "zh": (
        ("新湖社区十月热线工单",),
        ("工单编号", "受理时间", "诉求标题", "诉求内容", "诉求人姓名", "联系电话", "承办单位", "办结时间", "回访员"),
        ("HX001", "2026-10-08 09:12", "3 栋路灯不亮", "夜里看不清路", "王小红", "13000000001", "城管局", "2026-10-09 15:00", "甲"),
        ("HX002", "2026-10-09 10:30", "楼道堆放杂物", "二楼住户堆放纸箱", "刘一", "13000000002", "", "", "乙"),
        ("HX003", "不详", "", "没有标题的一行", "张二", "13000000003", "住建局", "", "乙"),
        ("HX004", "2026-10-12 16:40", "夜间施工噪声", "工地半夜还在施工", "陈三", "13000000004", "住建局", "2026-10-13 11:20", "甲"),
    ),
    "en": (
        ("Hotline orders, Xinhu Community, October",),
        ("Order no.", "Accepted", "Title", "What was said", "Name", "Telephone", "Handling unit", "Closed", "Caller"),
        ("HX001", "2026-10-08 09:12", "Lamp out at block 3", "Too dark at night", "Wang", "13000000001", "Urban Management", "2026-10-09 15:00", "A"),
        ("HX002", "2026-10-09 10:30", "Boxes in the stairwell", "Second floor", "Liu", "13000000002", "", "", "B"),
        ("HX003", "unknown", "", "A row without a title", "Zhang", "13000000003", "Housing", "", "B"),
        ("HX004", "2026-10-12 16:40", "Noise at night", "The building site works at night", "Chen", "13000000004", "Housing", "2026-10-13 11:20", "A"),
    ),
}  # fmt: skip


@scene("import", "sample")
def importing(stage: Stage) -> None:
    stage.page("import")


def _import_table(stage: Stage) -> ImportPage:
    stage.frame.show_page("import")
    page = stage.frame.page
    assert isinstance(page, ImportPage)
    path = stage.folder / ("十月工单.csv" if stage.look.language == "zh" else "orders-october.csv")
    path.write_text("\n".join(map(",".join, ROWS[stage.look.language])), encoding="utf-8")
    page.start(REGISTERS["issue"], path)
    return page


@scene("import-reading", "sample", still=False)
def import_reading(stage: Stage) -> None:
    session = stage.window.session
    stage.page("import")
    # Behind it the file waits to be read, and the page shows that.
    session.runner.job("", lambda _: stage.held.wait(20), place=stage.frame.page)
    _import_table(stage)
    stage.wait(600)


@scene("import-preview", "sample", "empty")
def import_preview(stage: Stage) -> None:
    _import_table(stage)


@scene("import-done", "sample")
def import_done(stage: Stage) -> None:
    page = _import_table(stage)
    stage.rest()
    assert page.view is not None
    page.view.write()


@scene("import-refused", "sample")
def import_refused(stage: Stage) -> None:
    stage.page("import")
    page = stage.frame.page
    assert isinstance(page, ImportPage)
    path = stage.folder / "table.xlsx"
    path.write_bytes(b"PK\x03\x04 broken")
    page.start(REGISTERS["task"], path)


# Settings.


def _section(code: str) -> Play:
    def play(stage: Stage) -> None:
        stage.page("settings")
        page = stage.frame.page
        assert isinstance(page, SettingsPage)
        page.show_section(code)

    return play


for _code in ("place", "lists", "letters", "look", "ledger", "about"):
    scene(f"settings-{_code}", "sample")(_section(_code))
scene("settings-place", "long")(_section("place"))


@scene("settings-letters-changed", "sample")
def settings_letters_changed(stage: Stage) -> None:
    session = stage.window.session
    for part, text in ((OPENING, "{title}: {number}"), (SENDER, "新湖 Xinhu")):
        set_own(
            session.ledger, LetterKind.JOINT, part, text, language=stage.look.language, today=session.today
        )
    _section("letters")(stage)
    page = stage.frame.page
    assert isinstance(page, SettingsPage)
    section = page.sections[2]
    assert isinstance(section, LettersSection)
    row = section.rows[LetterKind.JOINT, CLOSING]
    row.editor.setFocus()
    QTest.keyClicks(row.editor, "{who}")
    section.setFocus()
    row.save()


# Over everything.


def _commands(stage: Stage, text: str) -> None:
    stage.page("task")
    stage.frame.show_commands()
    bar = stage.frame.findChild(CommandBar)
    assert isinstance(bar, CommandBar)
    field = bar.findChild(QLineEdit)
    assert field is not None
    field.setText(text)


@scene("command", "sample")
def command(stage: Stage) -> None:
    _commands(stage, "")


@scene("command-hits", "sample")
def command_hits(stage: Stage) -> None:
    _commands(stage, "垃圾" if stage.look.language == "zh" else "waste")


@scene("command-none", "sample")
def command_none(stage: Stage) -> None:
    _commands(stage, "qqqq")


@scene("keys", "sample")
def keys(stage: Stage) -> None:
    stage.page("task")
    stage.frame.show_keys()


@scene("lock", "sample")
def lock(stage: Stage) -> None:
    stage.page("task")
    stage.frame.lock()


@scene("locked", "sample")
def locked(stage: Stage) -> None:
    stage.page("task")
    stage.frame.lock()
    cover = stage.frame.findChild(Cover)
    assert isinstance(cover, Cover)
    stage.press(Key.Key_A)
    stage.press(Key.Key_Return)
    stage.wait(200)
    stage.press(Key.Key_1)
    stage.press(Key.Key_Return)


@scene("fault", "sample")
def fault(stage: Stage) -> None:
    stage.page("task")
    stage.frame.files.write_export(REGISTERS["task"], "", stage.folder / "gone" / "a.xlsx")


@scene("fault-long", "sample")
def fault_long(stage: Stage) -> None:
    stage.page("issue")
    full = Fault(
        "磁盘满了，“十一月上报重点人群台账（三季度）.xlsx”没有写成。请删去一些文件，再导出一次",
        "The disk is full and the workbook was not written. Remove some files, then export again",
    )
    stage.window.session.runner.troubled.emit(full)


@scene("bug", "sample")
def bug(stage: Stage) -> None:
    stage.page("task")
    BugDialog(stage.look, Path("~/mingbai/reports/2026-11-24-0902.txt"), stage.window).open()


@scene("closing", "sample")
def closing(stage: Stage) -> None:
    stage.page("task")
    dialog = Closing(stage.window.session, stage.window)
    job = Job(stage.look.word(BACKING_UP), Progress(lambda _done, _of: None))
    dialog.begin(job)
    dialog.tell(job, 40, 100)
    dialog.open()


@scene("way_back", "sample")
def way_back(stage: Stage) -> None:
    session = stage.window.session
    back_up(session.ledger, backup_folder(session.ledger.path), why="close")
    trouble = Damaged(*SENTENCES[SQLITE_CORRUPT], name=session.ledger.path.name)
    stage.page("task")
    WayBack(stage.look, session.ledger.path, trouble, stage.window).open()


# The first day.


def _first_run(step: int) -> Play:
    def play(stage: Stage) -> None:
        first = FirstRun(stage.look, stage.memory, stage.today)
        stage.show(first)
        name = first.findChild(QLineEdit)
        assert name is not None
        name.insert("新湖社区" if stage.look.language == "zh" else "Xinhu Community")
        for _ in range(step):
            first.go_on()

    return play


for _at in range(3):
    scene(f"first-run-{_at + 1}", "none")(_first_run(_at))


@scene("first-run-wrong", "none")
def first_run_wrong(stage: Stage) -> None:
    first = FirstRun(stage.look, stage.memory, stage.today)
    stage.show(first)
    first.go_on()
