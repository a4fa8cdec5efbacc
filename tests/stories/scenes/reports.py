"""The month report, and a street's collection."""

from __future__ import annotations

from tests.stories.scenes.stage import Play, Stage, scene

from mingbai.desk.records import add
from mingbai.domain.period import Quarter, Year
from mingbai.domain.registers import REGISTERS
from mingbai.ui.pages.collection import CollectionPage
from mingbai.ui.pages.report import ReportPage


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
