"""A day by keys: ten lines of four kinds, what was expected, and all of it undone and done again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.stories.driving import Program, Screen, read
from tests.stories.kept import begun, speak

from mingbai.domain.demand import DEMANDS

LINES = (
    "周五前 报表 民政局 上报重点人群台账",
    "tomorrow photos Water Bureau river patrol",
    "form Health no later than Dec 5 maternity visits",
    "Health Bureau, survey, elderly living alone, before the 28th",
    "亲属关系证明 银行要求 不予出具",
    "Proof of kinship, declined, Mrs Wang",
    "路灯不亮 小区西门 已解决",
    "street light out, west gate, solved",
    "每周五 报表 农业农村局 人居环境周报",
    "every month by the 5th form Civil Affairs key groups",
)
RECORDED = {
    "task": [
        ("上报重点人群台账", "2026-11-27", "FRM", "民政局"),
        ("River patrol", "2026-11-25", "TRC", "水利局"),
        ("Maternity visits", "2026-12-05", "FRM", "卫生健康局"),
        ("Elderly living alone", "2026-11-28", "SRV", "卫生健康局"),
    ],
    "certificate": [
        ("亲属关系证明", "declined", "银行", None),
        ("亲属关系证明", "declined", None, "Mrs Wang"),
    ],
    "issue": [("路灯不亮", "小区西门", "solved"), ("Street light out", "west gate", "solved")],
    "demand": [("人居环境周报", "weekly", 5, "农业农村局"), ("Key groups", "monthly", 5, "民政局")],
}
ASKED = {
    "task": "SELECT title, due_on, kind, name FROM task JOIN department ON department.uid = task.department "
    "WHERE demand IS NULL ORDER BY task.id",
    "certificate": "SELECT name, outcome, demanded_by, applicant FROM certificate "
    "JOIN certificate_type ON certificate_type.uid = certificate ORDER BY certificate.id",
    "issue": "SELECT title, place, solved FROM issue WHERE closed_at IS NOT NULL ORDER BY id",
    "demand": "SELECT title, period, due_day, name FROM demand "
    "JOIN department ON department.uid = demand.department WHERE title NOT LIKE '%起' ORDER BY demand.id",
}
EXPECTED = ("巡查起", "照片起")
WEEKLY: dict[str, object] = {"department": "街道办", "period": "每周", "starts_on": "2026-11-23"}


def acts(ledger: Path) -> int:
    """How many acts a person did; what the program notices by itself comes in between."""
    return int(read(ledger, "SELECT count(*) FROM act WHERE deed <> 'noticed'")[0][0])


def acts_are(ledger: Path, count: int) -> bool:
    return acts(ledger) == count


def rows(ledger: Path) -> dict[str, list[tuple[object, ...]]]:
    """What a person wrote and is not in the bin; how often a row was written is no part of what it says."""
    found = {}
    tables = "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'binned_at'"
    for (table,) in read(ledger, tables):
        if table == "flag":
            continue
        columns = [name for (name,) in read(ledger, "SELECT name FROM pragma_table_info(?)", table)]
        wanted = ", ".join(f'"{name}"' for name in columns if name not in ("id", "rev"))
        found[table] = read(ledger, f'SELECT {wanted} FROM "{table}" WHERE binned_at IS NULL ORDER BY uid')
    return found


def test_a_day_recorded_undone_and_done_again(screen: Screen) -> None:
    speak(screen, "zh")
    ledger = begun(screen, *((DEMANDS, {"title": title, **WEEKLY}) for title in EXPECTED))
    beginning, first = rows(ledger), acts(ledger)
    with Program(screen, (str(ledger),)) as program:
        program.comes("新湖社区 - 明白账")
        program.focused("今天的事")

        program.press("ctrl+n")
        program.focused("快速登记")
        for at, line in enumerate(LINES, 1):
            program.write(line)
            program.press("Return")
            program.until(partial(acts_are, ledger, first + at), f"saved: {line}")
        assert {table: read(ledger, sql) for table, sql in ASKED.items()} == RECORDED

        program.press("alt+1")
        program.focused("今天的事")
        program.walks("Down", EXPECTED[0])
        program.press("Return")
        came = "SELECT task.title FROM task JOIN demand ON demand.uid = task.demand WHERE period_key = '2026-W48'"
        program.until(lambda: read(ledger, came) == [(EXPECTED[0],)], "it came")
        # The next one is chosen then; a key before that would pass it.
        program.sees("来了：", EXPECTED[0])
        program.walks("Down", EXPECTED[1])
        program.press("Delete")
        away = "SELECT title, period_key FROM absence JOIN demand ON demand.uid = absence.demand"
        program.until(lambda: read(ledger, away) == [(EXPECTED[1], "2026-W48")], "it did not come")
        program.sees("没来：", EXPECTED[1])

        end, last = rows(ledger), acts(ledger)
        steps = len(LINES) + 2
        assert last == first + steps
        for at in range(1, steps + 1):
            program.press("ctrl+z")
            program.until(partial(acts_are, ledger, last + at), f"undone: {at}")
        assert rows(ledger) == beginning
        program.sees("已撤销：登记“")
        for at in range(1, steps + 1):
            program.press("ctrl+y")
            program.until(partial(acts_are, ledger, last + steps + at), f"done again: {at}")
        assert rows(ledger) == end
    assert read(ledger, "PRAGMA integrity_check") == [("ok",)]
    assert read(ledger, "SELECT count(*) FROM draft") == [(0,)]
