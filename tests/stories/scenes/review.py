"""Review, its letters and rules."""

from __future__ import annotations

from tests.stories.scenes.stage import Key, Play, Stage, scene

from mingbai.desk.live_flags import refresh_all
from mingbai.desk.review import flag as flag_with
from mingbai.desk.whole import whole
from mingbai.domain.demand import DEMANDS
from mingbai.domain.review import DECISIONS, FLAGS
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.pages.review import ReviewPage
from mingbai.ui.panel.cut_choice import CutChoice


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


@scene("review-carry-out", "sample")
def review_carry_out(stage: Stage) -> None:
    """What was assessed a moment ago was really cut."""
    review_key(stage)
    stage.rest()
    page = stage.frame.page
    assert isinstance(page, ReviewPage)
    page.press("C")


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
