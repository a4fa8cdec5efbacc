"""Where one can go: the pages, and the order in which the rail offers them. Search for a code to find its page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.domain.words import Words
from mingbai.ui.pages.belongs import ICONS
from mingbai.ui.shell.rail import Stop

if TYPE_CHECKING:
    from mingbai.ui.pages.page import Page
    from mingbai.ui.session import Session


def _today(session: Session) -> Page:
    from mingbai.ui.pages.today import TodayPage

    return TodayPage(session)


def _review(session: Session) -> Page:
    from mingbai.ui.pages.review import ReviewPage

    return ReviewPage(session)


def _report(session: Session) -> Page:
    from mingbai.ui.pages.report import ReportPage

    return ReportPage(session)


def _collection(session: Session) -> Page:
    from mingbai.ui.pages.collection import CollectionPage

    return CollectionPage(session)


def _importing(session: Session) -> Page:
    from mingbai.ui.pages.importing import ImportPage

    return ImportPage(session)


def _settings(session: Session) -> Page:
    from mingbai.ui.pages.settings import SettingsPage

    return SettingsPage(session)


def _counter(session: Session) -> Page:
    from mingbai.ui.pages.counter import CounterPage

    return CounterPage(session)


def _certificates(session: Session) -> Page:
    from mingbai.ui.counter.faces import LIST, Faces
    from mingbai.ui.pages.register import RegisterPage

    page = RegisterPage(session, LIST)
    page.place_beside_title(Faces(session, LIST))
    return page


def _holidays(session: Session) -> Page:
    from mingbai.ui.pages.holidays import HolidaysPage

    return HolidaysPage(session)


PAGES: dict[str, Callable[[Session], Page]] = {
    "today": _today,
    "counter": _counter,
    "certificate": _certificates,
    "review": _review,
    "report": _report,
    "collection": _collection,
    "import": _importing,
    "holiday": _holidays,
    "settings": _settings,
}
"""Pages that are more than one register; any other code is a register's. Made when first shown."""


def page_of(code: str) -> Callable[[Session], Page]:
    """What makes the page of a code."""
    return PAGES.get(code) or (lambda session: _list(session, code))


def _list(session: Session, code: str) -> Page:
    from mingbai.ui.pages.register import RegisterPage

    page = RegisterPage(session, code)
    group = next((stop for stop in GROUPS if code in stop.also), None)
    if group is not None and len(group.also) > 1:
        from mingbai.ui.pages.siblings import Siblings

        page.place_beside_title(Siblings(session, [one for one in group.also if one != code]))
    return page


def _register(code: str, zh: str, en: str) -> Stop:
    # The rail is seen before the registers are read, so it has their words from here.
    return Stop(code, Words(zh, en), ICONS.get(code, "list"))


MORE = "more"

FIRST: tuple[Stop, ...] = (
    Stop("today", Words("今日", "Today"), "today"),
    _register("task", "上级交办", "Assignments"),
    Stop("counter", Words("证明事项", "Certificate requests"), "stamp", also=("certificate",)),
    _register("issue", "居民诉求", "Resident issues"),
    Stop("review", Words("减负研判", "Review"), "scale"),
    Stop("report", Words("月报", "Report"), "report"),
)


@dataclass(frozen=True, slots=True)
class Group:
    """Registers that go together."""

    words: Words
    stops: tuple[Stop, ...]
    icon: str = ""
    """In the rail, where it appears with its first row; one without stands under 更多登记 alone."""


REST_GROUPS: tuple[Group, ...] = (
    Group(
        Words("会议与检查", "Meetings, checks"),
        (
            _register("meeting", "会议", "Meetings"),
            _register("inspection", "督查检查考核", "Inspections"),
        ),
        "meeting",
    ),
    Group(
        Words("接待与牌子", "Visits and plaques"),
        (
            _register("reception", "公务接待", "Official visits"),
            _register("plaque", "牌子", "Door plaques"),
        ),
        "sign",
    ),
    Group(
        Words("走访与活动", "Time with residents"),
        (
            _register("visit", "走访", "Home visits"),
            _register("activity", "志愿服务与活动", "Activities"),
            _register("expert", "下沉帮扶", "Seconded experts"),
        ),
        "cal",
    ),
    Group(
        Words("准入与反映", "Admission, points"),
        (
            _register("admission", "准入申请", "Admission applications"),
            _register("point", "反映事项", "Raised points"),
        ),
        "doc",
    ),
    Group(
        Words("研判与常态事项", "Review and recurring"),
        (
            _register("demand", "常态事项", "Recurring assignments"),
            _register("flag", "提示", "Flags"),
            _register("decision", "研判", "Assessments"),
            _register("absence", "未再要求", "Did not come"),
        ),
    ),
    Group(
        Words("汇总", "Collection"),
        (Stop("collection", Words("汇总", "Collection"), "grid"),),
        "grid",
    ),
)
REST: tuple[Stop, ...] = tuple(stop for group in REST_GROUPS for stop in group.stops)
"""What stands under 更多登记, in groups and one by one."""
GROUPS: tuple[Stop, ...] = tuple(
    Stop(
        f"group.{group.stops[0].code}", group.words, group.icon, also=tuple(stop.code for stop in group.stops)
    )
    for group in REST_GROUPS
    if group.icon
)
"""What stands in the rail below the first six from its first row on; its pages are the group's registers."""
BELOW: tuple[Stop, ...] = (
    Stop(MORE, Words("更多登记", "More registers"), "list", also=tuple(stop.code for stop in REST)),
    Stop("settings", Words("设置", "Settings"), "gear"),
)


COUNTED_BY: dict[str, str] = {
    code: "submission" if code == "collection" else code for group in GROUPS for code in group.also
}
"""The pages of these groups, and the registers whose rows count for them."""


def groups_with(used: frozenset[str]) -> tuple[str, ...]:
    """The groups in which something is recorded, of pages with rows."""
    return tuple(group.code for group in GROUPS if not used.isdisjoint(group.also))


def left_at(page: str) -> dict[str, str]:
    """The group of a page, if it has one, and the page."""
    return {group.code: page for group in GROUPS if page in group.also}


def opened_by(stop: str, used: frozenset[str], left: Mapping[str, str]) -> str:
    """The page a stop leads to: of a group the one it was left at, or the first that has rows."""
    pages = next((group.also for group in GROUPS if group.code == stop), ())
    if not pages:
        return stop
    return left.get(stop) or next((page for page in pages if page in used), pages[0])


def kept_groups(state: Mapping[str, object]) -> tuple[str, ...]:
    """The groups that were shown; what is kept may be anything."""
    kept = state.get("groups")
    return tuple(group.code for group in GROUPS if isinstance(kept, list) and group.code in kept)


def kept_pages(state: Mapping[str, object]) -> dict[str, str]:
    """At which page each group was left; what is kept may be anything."""
    kept = state.get("left_at")
    pages = kept if isinstance(kept, dict) else {}
    return {group.code: pages[group.code] for group in GROUPS if pages.get(group.code) in group.also}
