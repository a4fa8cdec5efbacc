"""A pasted notice, and the files of an entry."""

from __future__ import annotations

from pathlib import Path

from tests.stories.scenes.stage import Stage, scene

from mingbai.desk.attachments import Given, attach, remove
from mingbai.domain.registers import REGISTERS
from mingbai.ui.panel.erasing_file import EraseFileDialog
from mingbai.ui.panel.panel import RecordPanel
from mingbai.ui.quick.notice_card import NoticeCard

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
    stage.frame.panel.take_files([a_form(stage)])


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
