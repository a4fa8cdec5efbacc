"""A walk past everything a clerk sees in the first ten minutes: each page and dialog, opened and come to rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import SQLITE_CORRUPT

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from tests.ui.opening import DAY, PLACES
from tests.ui.typed import ASKED, HOLIDAYS, LINES, NOTICES, STRANGE, TABLES
from tests.ui.waiting import settled

from mingbai.desk.attachments import Given, attach, remove
from mingbai.desk.month.report import write_report
from mingbai.domain.attachment import ATTACHMENTS
from mingbai.domain.month import Month
from mingbai.domain.period import period_containing
from mingbai.domain.period_kind import PeriodKind
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import Words
from mingbai.ledger.driver import SENTENCES
from mingbai.ledger.faults import Damaged
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ui.collecting.paper import PaperDialog
from mingbai.ui.first_run.dialog import FirstRun
from mingbai.ui.look.look import Look
from mingbai.ui.look.style import dress
from mingbai.ui.memory import Memory
from mingbai.ui.pages.collection import CollectionPage
from mingbai.ui.pages.counter import CounterPage
from mingbai.ui.pages.holidays import HolidayDialog
from mingbai.ui.pages.importing import ImportPage
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.pages.report import ReportPage
from mingbai.ui.pages.review import ReviewPage
from mingbai.ui.pages.review_chips import CHIPS
from mingbai.ui.pages.settings import SettingsPage
from mingbai.ui.panel.adding import AddDialog
from mingbai.ui.panel.cut_choice import CutChoice
from mingbai.ui.panel.erasing import EraseDialog
from mingbai.ui.panel.erasing_file import EraseFileDialog
from mingbai.ui.runner import Job, Progress
from mingbai.ui.session import Session
from mingbai.ui.shell.commands import CommandBar
from mingbai.ui.shell.copying import BACKING_UP, Closing
from mingbai.ui.shell.keys import KeysPage
from mingbai.ui.shell.trouble import BugDialog
from mingbai.ui.shell.way_back import WayBack
from mingbai.ui.shell.window import Window

PAGES = (
    "today",
    "task",
    "counter",
    "certificate",
    "issue",
    "review",
    "report",
    "collection",
    "demand",
    "flag",
    "decision",
    "absence",
)
LISTS = (
    "village",
    "submission",
    "department",
    "staff",
    "duty",
    "certificate_type",
    "rule",
    "holiday",
    "issue_category",
)


@dataclass(frozen=True)
class Scene:
    """Something that is seen: its name, and the widget it fills."""

    name: str
    root: QWidget


# The walk.


def walk(window: Window, *, briefly: bool = False) -> Iterator[Scene]:
    """Every page and what opens over it; `briefly` the pages alone."""
    yield from _pages(window, briefly=briefly)
    if briefly:
        return
    yield from _quick(window)
    yield from _notices(window)
    yield from _panels(window)
    yield from _import(window)
    yield from _settings(window)
    yield from _over(window)


def _pages(window: Window, *, briefly: bool) -> Iterator[Scene]:
    frame = window.frame
    for code in (*PAGES, *(() if briefly else LISTS)):
        frame.show_page(code)
        settled(window, 400)
        yield Scene(code, window)
        page = frame.page
        if isinstance(page, ReviewPage):
            for chip in CHIPS:
                page.show_chip(chip)
                settled(window)
                yield Scene(f"review {chip}", window)
            page.show_chip("waiting")
            settled(window)
            page.side.method_button.click()
            settled(window)
            yield Scene("review method", window)
            waiting = (
                page.review.waiting[0].entry if page.review is not None and page.review.waiting else None
            )
            if waiting is not None:
                yield from _dialog("cut choice", CutChoice(window.session, waiting, window))
        if isinstance(page, CounterPage):
            for text in ASKED[window.session.look.language]:
                page.line.write(text)
                settled(window)
                yield Scene(f"counter {text}", window)
                page._turn()
                settled(window)
                yield Scene(f"counter {text} turned", window)
                page._turn()
            page.clear()
        if isinstance(page, ReportPage):
            for number in range(1, len(page._sheets)):
                page.show_sheet(number)
                yield Scene(f"report sheet {number + 1}", window)
            page.show_sheet(0)
            page.month_sending.ask()
            settled(window)
            yield Scene("report sending", window)
            page.sending.calm()
            for kind in (PeriodKind.QUARTER, PeriodKind.YEAR):
                page.show_period(period_containing(kind, DAY))
                settled(window, 400)
                yield Scene(f"report of a {kind}", window)
            # Of all names those of a month are the longest.
            page.show_period(Month.containing(DAY))
            page.compare_with(page.period.same_last_year)
            settled(window, 400)
            yield Scene("report compared", window)
            page.compare_with(None)
            settled(window, 400)
        if isinstance(page, CollectionPage) and not briefly:
            yield from _collection(window, page)
        if isinstance(page, RegisterPage) and page.by_form:
            adding = AddDialog(window.session, page.register, window)
            adding.save()
            settled(window)
            yield from _dialog(f"{code} adding", adding)
        if code == "holiday":
            for at, text in enumerate(HOLIDAYS):
                yield from _dialog(f"holiday notice {at + 1}", HolidayDialog(window.session, text, window))
    frame.show_page("task")
    page = frame.page
    assert isinstance(page, RegisterPage)
    page.type_filter()
    settled(window)
    yield Scene("task filter", window)
    page._put_filter_away()
    page.show_bin(True)
    settled(window)
    yield Scene("task bin", window)
    page.show_bin(False)
    page.search.setText(STRANGE[window.session.look.language])
    settled(window, 400)
    yield Scene("task nothing found", window)
    page.search.clear()
    menu = page.view.head.column_menu()
    yield from (Scene("task, other columns", more) for more in menu.findChildren(QMenu))
    yield from _menu("task columns", menu)
    settled(window, 400)


def _collection(window: Window, page: CollectionPage) -> Iterator[Scene]:
    """A street's month: this place's own report dropped, with a file that is none; a paper one; what a sum opens."""
    session, folder = window.session, window.path.parent
    own, strange = folder / "own.xlsx", folder / "strange.xlsx"
    write_report(session.ledger, page.period, own, language=session.look.language, today=DAY)
    strange.write_text("x")
    page.take([own, strange])
    settled(window, 500)
    yield Scene("collection with a report", window)
    for number in range(1, len(page._sheets)):
        page.show_sheet(number)
        yield Scene(f"collection sheet {number + 1}", window)
    page.show_sheet(0)
    page._open(0, 4)
    settled(window)
    yield Scene("collection of one figure", window)
    page._open(0, 4)
    settled(window)
    yield Scene("collection of one village", window)
    month = page.period
    page.show_period(month.previous)
    settled(window)
    yield Scene("collection with one missing", window)
    page.show_period(month)
    settled(window)
    yield from _dialog("paper report", PaperDialog(session, month, None, window))


def _quick(window: Window) -> Iterator[Scene]:
    frame = window.frame
    frame.show_page("task")
    frame.begin_adding()
    line = frame._lines["task"]
    for at, text in enumerate(LINES[window.session.look.language]):
        line.write(text)
        settled(window, 400)
        yield Scene(f"quick add {at + 1}", window)
        line.submit()
        settled(window)
        yield Scene(f"quick add {at + 1} entered", window)
    line.write("")
    frame.page.setFocus()
    window.session.undo()
    settled(window)
    yield Scene("undone", window)
    window.session.redo()
    settled(window)
    yield Scene("done again", window)
    window.session.undo()
    settled(window, 400)


def _notices(window: Window) -> Iterator[Scene]:
    frame = window.frame
    for code in ("today", "task"):
        frame.show_page(code)
        settled(window)
        line = frame.line
        assert line is not None
        for at, text in enumerate(NOTICES[window.session.look.language]):
            line.take_notice(text)
            settled(window)
            card = line.notice
            assert card is not None
            yield Scene(f"notice {at + 1} on {code}", window)
            for chip in card.chips():
                card.edit(chip.name)
                settled(window)
                yield Scene(f"notice {at + 1} on {code}, {chip.name}", window)
                card.field.leave()
            if code == "today":
                card.put_down()
            else:
                card.save()
            settled(window)
            yield Scene(f"notice {at + 1} on {code}, done", window)
            if line.notice is not None:
                line.notice.put_down()
                settled(window)
    window.session.undo()
    settled(window)


def _panels(window: Window) -> Iterator[Scene]:
    session, frame = window.session, window.frame
    for code, register in REGISTERS.items():
        entry = _telling(session.ledger, register)
        if entry is None or code == "place":
            continue
        if code == ATTACHMENTS.code:
            continue  # no page of its own: they stand in the panel of their entry
        if code == "task":
            attach(session.ledger, entry, _files(session), today=session.today)
        frame.show_page(code)
        settled(window)
        session.open(entry)
        settled(window)
        panel = frame.panel
        yield Scene(f"{code} panel", window)
        if code == "task":
            yield from _attached(window)
        if panel._form is not None:
            panel._form.unfold()
        if not panel.history_button.isHidden():
            panel._show_history()
        settled(window)
        yield Scene(f"{code} panel unfolded", window)
        if code in ("task", "issue", "certificate"):
            yield from _menu(f"{code} panel menu", panel.head.menu())
            panel.flagging.show()
            settled(window)
            yield Scene(f"{code} panel flagging", window)
            panel.flagging.hide()
            for flag in panel.flags.flags[:1]:
                panel.flags.put_below(flag, panel.answers.correcting)
                panel.answers.correcting.line.bring_back(panel.head.accessibleName())
                panel.answers.correcting.show()
                settled(window)
                yield Scene(f"{code} panel correcting", window)
                panel.answers.correcting.hide()
                if code == "task":
                    panel.flags.put_below(flag, panel.answers.teaching)
                    panel.answers.teaching.begin(flag, entry)
                    settled(window)
                    yield Scene(f"{code} panel teaching", window)
                    panel.answers.teaching.hide()
        if code == "issue":
            yield from _dialog("erasing", EraseDialog(session, entry, panel))
        frame.close_panel()


def _files(session: Session) -> list[Given]:
    names = ("通知.pdf", "名单.xlsx") if session.look.language == "zh" else ("Notice.pdf", "Names.xlsx")
    return [Given.held(name, name.encode()) for name in names]


def _attached(window: Window) -> Iterator[Scene]:
    """Files of the open entry: what can be done with one, what cannot be added, what was removed."""
    files = window.frame.panel.attached
    first, second = (line.file for line in list(files.lines.values())[:2])
    yield from _menu("attachment menu", files.menu(first))
    yield from _dialog("erasing a file", EraseFileDialog(window.session, first, files))
    files.add_files([window.path.with_name("0.pdf")])
    remove(window.session.ledger, [second])
    settled(window)
    files.gone_button.click()
    settled(window)
    yield Scene("attachments removed and refused", window)
    yield from _menu("removed attachment menu", files.menu(files.lines[second.uid, True].file))


def _telling(ledger: Ledger, register: Register[object]) -> Entry | None:
    """The entry of a register that says most."""
    entries = ledger.entries(register)
    return max(entries, key=lambda one: sum(value is not None for value in one.stored.values()), default=None)


def _import(window: Window) -> Iterator[Scene]:
    frame = window.frame
    frame.show_page("import")
    settled(window)
    yield Scene("import", window)
    table = window.path.with_name("hotline.csv")
    table.write_text(TABLES[window.session.look.language], "utf-8")
    page = frame.page
    assert isinstance(page, ImportPage)
    page.start(REGISTERS["issue"], table)
    settled(window, 400)
    yield Scene("import of a table", window)
    page._give_up()
    settled(window)


def _settings(window: Window) -> Iterator[Scene]:
    frame = window.frame
    frame.show_page("settings")
    page = frame.page
    assert isinstance(page, SettingsPage)
    for section in page.sections:
        page.show_section(section.code)
        settled(window)
        if section.code == "ledger":
            page.ledger.back_up_now()
            settled(window)
        yield Scene(f"settings {section.code}", window)


def _over(window: Window) -> Iterator[Scene]:
    frame, look = window.frame, window.session.look
    frame.show_page("task")
    settled(window)
    frame.show_commands()
    bar = frame.findChild(CommandBar)
    assert isinstance(bar, CommandBar)
    yield Scene("commands", bar)
    for typed in ("报", "社区") if look.language == "zh" else ("re", "commun"):
        bar._field.setText(typed)
        settled(window)
        yield Scene(f"commands {typed}", bar)
    bar.put_away()
    for code in ("today", "task", "review", "report"):
        frame.show_page(code)
        settled(window)
        frame.show_keys()
        keys = frame.findChild(KeysPage)
        assert isinstance(keys, KeysPage)
        yield from _dialog(f"keys of {code}", keys)
    frame.over.show_guide()
    guide = frame.over.guide
    assert guide is not None
    settled(window)
    yield Scene("guide", guide)
    guide.close()
    yield from _dialog("bug", BugDialog(look, Path("/tmp/report.txt"), window))
    closing = Closing(window.session, window)
    closing.begin(Job(look.word(BACKING_UP), Progress(lambda _done, _of: None)))
    yield from _dialog("closing", closing)
    unreadable = Damaged(*SENTENCES[SQLITE_CORRUPT], name=window.path.name)
    yield from _dialog("way back", WayBack(look, window.path, unreadable, window))
    before = QApplication.topLevelWidgets()
    frame.ways.go("more")
    for menu in [one for one in QApplication.topLevelWidgets() if one not in before]:
        if isinstance(menu, QMenu):
            yield from _menu("more registers", menu)
    frame.show_page("task")
    frame.lock()
    cover = frame.over.cover
    assert cover is not None
    settled(window)
    yield Scene("cover", cover)
    cover._entered()
    yield Scene("covered", cover)
    cover._entered()
    settled(window)


def _dialog(name: str, dialog: QDialog) -> Iterator[Scene]:
    dialog.open()
    settled(dialog)
    yield Scene(name, dialog)
    dialog.done(0)
    dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _menu(name: str, menu: QMenu) -> Iterator[Scene]:
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    yield Scene(name, menu)
    menu.close()
    menu.deleteLater()


def walk_first_run(folder: Path, look: Look, size: tuple[int, int]) -> Iterator[Scene]:
    """The three steps before there is a ledger."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, look)
    dialog = FirstRun(look, Memory(folder / "first.ini"), DAY)
    dialog.resize(min(dialog.width(), size[0]), min(dialog.height(), size[1]))
    dialog.show()
    dialog.activateWindow()
    settled(dialog)
    yield Scene("first run 1", dialog)
    dialog.go_on()
    settled(dialog)
    yield Scene("first run 1 without a name", dialog)
    dialog.answers.name = PLACES[look.language]
    for step in range(1, 3):
        dialog.go_on()
        settled(dialog)
        yield Scene(f"first run {step + 1}", dialog)
    dialog.say(Words("没有账本", "There is no ledger"))
    settled(dialog)
    yield Scene("first run with a sentence", dialog)
    dialog.reject()
    dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
