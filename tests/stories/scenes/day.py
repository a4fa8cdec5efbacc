"""The day's pages: today, assignments, the line on top."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.stories.scenes.stage import SHIFT, Key, Stage, scene

from mingbai.desk.letters import draft_letter
from mingbai.desk.lists import FLAGGED
from mingbai.desk.raising import raise_by_letter
from mingbai.desk.records import add
from mingbai.desk.review import Verdict, decide
from mingbai.domain.demand import DEMANDS
from mingbai.domain.frequency import Frequency
from mingbai.domain.letter import LetterKind
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import Assessment, Method


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


@scene("today-watched")
def today_watched(stage: Stage) -> None:
    """A weekly return that was cut, with its keys, and a monthly one that is spared from later on."""
    ledger, day = stage.window.session.ledger, stage.today
    weekly = next(one for one in ledger.entries(DEMANDS) if one.record.period is Frequency.WEEKLY)
    since = day - timedelta(days=day.weekday() + 14)
    cut = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=since)
    decide(ledger, weekly, cut, today=day)
    monthly = next(one for one in ledger.entries(DEMANDS) if one.record.period is Frequency.MONTHLY)
    decide(ledger, monthly, replace(cut, effective_from=day + timedelta(days=30)), today=day)
    stage.page("today")
    page = stage.frame.page
    stage.rest()
    page.restore({"line": weekly.uid})


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
    page.filter_line.begin("due<=2026-11-30")
    page.filter_line.offer()


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


@scene("quick-glued", "sample")
def quick_glued(stage: Stage) -> None:
    """Words typed in one, and a kind that opens an English line."""
    stage.page("task")
    zh = stage.look.language == "zh"
    stage.type_quick("下周四水利局会议 山塘除险 @李梅" if zh else "ledger broken handrails by 5 Dec @LiMei")


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
