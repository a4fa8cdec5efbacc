"""Import, settings, and what lies over everything."""

from __future__ import annotations

from pathlib import Path
from sqlite3 import SQLITE_CORRUPT

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from tests.stories.scenes.stage import Key, Play, Stage, scene

from mingbai.desk.letter_texts import CLOSING, OPENING, SENDER, set_own
from mingbai.domain.letter import LetterKind
from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import Fault
from mingbai.ledger.backups import back_up, backup_folder
from mingbai.ledger.driver import SENTENCES
from mingbai.ledger.faults import Damaged
from mingbai.ui.first_run.dialog import FirstRun
from mingbai.ui.pages.importing import ImportPage
from mingbai.ui.pages.settings import SettingsPage
from mingbai.ui.runner import Job, Progress
from mingbai.ui.settings.letters import LettersSection
from mingbai.ui.shell.commands import CommandBar
from mingbai.ui.shell.copying import BACKING_UP, Closing
from mingbai.ui.shell.lock import Cover
from mingbai.ui.shell.trouble import BugDialog
from mingbai.ui.shell.way_back import WayBack

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


OWN_LIST = {
    "zh": (
        ("受理时间", "诉求内容", "承办单位"),
        ("2026-11-03", "3 栋路灯不亮，已解决已告知", "湿地中心"),
        ("2026-11-04", "楼道堆放杂物，已告知物业", "观鸟站"),
        ("2026-11-05", "夜间施工噪声，已处理并回访", "住建局"),
    ),
    "en": (
        ("Accepted", "Complaint", "Lead unit"),
        ("2026-11-03", "Lamp out at block 3, solved and told", "Wetland Centre"),
        ("2026-11-04", "Boxes in the stairwell, caller told", "Bird Station"),
        ("2026-11-05", "Noise at night, fixed and caller informed", "Housing"),
    ),
}


@scene("import-own-list", "sample")
def import_own_list(stage: Stage) -> None:
    """A list that says in its texts what was solved, of units that nobody knew before."""
    stage.frame.show_page("import")
    page = stage.frame.page
    assert isinstance(page, ImportPage)
    page.start_paste(REGISTERS["issue"], "\n".join(map("\t".join, OWN_LIST[stage.look.language])))


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
