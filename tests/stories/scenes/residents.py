"""Certificates, issues and the further registers."""

from __future__ import annotations

from tests.stories.scenes.stage import Stage, scene

from mingbai.domain.registers import REGISTERS
from mingbai.ui.pages.counter import CounterPage
from mingbai.ui.pages.holidays import HolidayDialog
from mingbai.ui.panel.adding import AddDialog
from mingbai.ui.panel.erasing import EraseDialog

HOLIDAYS = (
    "关于2027年部分节假日安排的通知 一、元旦：1月1日（周五）至3日（周日）放假，共3天。"
    "二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。"
    "三、清明节：4月3日至5日放假，共3天。四、劳动节：5月1日至5日放假调休，共5天。5月8日（周六）上班。"
    "安排职工在除夕（2月4日）休息。"
)


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
