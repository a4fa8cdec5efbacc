"""From the first start to the month's workbook, by keys: a flagged entry is cut, listed and counted."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from tests.stories.driving import Program, Screen, read
from tests.stories.kept import speak

HERE = "binned_at IS NULL AND"
COUNTS = {
    "task.received": f"SELECT count(*) FROM task WHERE {HERE} received_on LIKE '2026-11-%'",
    "cut.suggested": f"SELECT count(*) FROM decision WHERE {HERE} assessment = 'cut' "
    "AND method IS NULL AND decided_on LIKE '2026-11-%'",
    "cut.done": f"SELECT count(*) FROM decision WHERE {HERE} effective_from LIKE '2026-11-%'",
    "cut.times": "SELECT sum(times_before - times_after) FROM decision "
    f"WHERE {HERE} effective_from LIKE '2026-11-%'",
    "cert.asked": f"SELECT count(*) FROM certificate WHERE {HERE} asked_on LIKE '2026-11-%'",
    "cert.declined": f"SELECT count(*) FROM certificate WHERE {HERE} outcome = 'declined' "
    "AND asked_on LIKE '2026-11-%'",
    "cert.stamped": f"SELECT count(*) FROM certificate WHERE {HERE} outcome = 'stamped' "
    "AND asked_on LIKE '2026-11-%'",
    "issue.received": f"SELECT count(*) FROM issue WHERE {HERE} accepted_at LIKE '2026-11-%'",
    "issue.closed": f"SELECT count(*) FROM issue WHERE {HERE} closed_at LIKE '2026-11-%'",
    "issue.open": f"SELECT count(*) FROM issue WHERE {HERE} closed_at IS NULL",
    "issue.solved": "SELECT round(100.0 * sum(solved = 'solved') / count(*), 2) FROM issue "
    f"WHERE {HERE} closed_at LIKE '2026-11-%'",
    "issue.satisfied": "SELECT round(100.0 * sum(satisfaction IN ('very', 'satisfied', 'fairly')) / count(*), 2) "
    f"FROM issue WHERE {HERE} satisfaction <> 'unrated' AND closed_at LIKE '2026-11-%'",
}
"""Figures of the month, counted without the program."""


def figures(workbook: Path) -> dict[str, object]:
    """This month's figures by their codes, as they stand on the sheet for machines."""
    book = openpyxl.load_workbook(workbook)
    sheet = book["汇总数据"]
    rows = list(sheet.iter_rows(values_only=True))
    head = next(at for at, row in enumerate(rows) if "指标代码" in row)
    code, value = rows[head].index("指标代码"), rows[head].index("本月")
    return {str(row[code]): row[value] for row in rows[head + 1 :] if row[code]}


def test_from_the_first_start_to_the_months_workbook(screen: Screen) -> None:
    speak(screen, "zh")
    ledger = screen.home / "Documents" / "明白账" / "示例账本.mingbai"
    with Program(screen) as program:
        program.comes("明白账")
        program.focused("村（社区）")
        program.write("新湖社区")
        program.press("Return")
        program.sees("第 2 步")
        program.press("Return")
        program.focused("空账本")
        program.press("Down")
        program.focused("示例账本")
        program.press("Return")
        program.comes("新湖社区 - 明白账")
        program.focused("今天的事")

        program.press("alt+5")
        program.focused("等研判的事")
        program.sees("上传反诈宣传活动照片和人数", role="panel")
        decided = len(read(ledger, "SELECT id FROM decision"))
        program.press("4")  # one key
        program.until(
            lambda: (
                read(ledger, "SELECT title, assessment FROM decision WHERE id > ?", decided)
                == [("上传反诈宣传活动照片和人数", "cut")]
            ),
            "the assessment in the ledger",
        )
        program.sees("建议待执行  21")
        program.sees("上传反诈宣传活动照片和人数：建议核减，在“建议待执行”里")
        program.press("c")
        program.focused("上传反诈宣传活动照片和人数", "建议核减")
        program.sees("1 不再要")
        program.press("1")
        program.sees("上传反诈宣传活动照片和人数", "1 次 → 不再要", role="list item")

        program.press("alt+6", "ctrl+e")
        program.comes("月报")
        program.press("Return")  # the third key to the month's workbook
        workbook = program.until(
            lambda: next((screen.home / "Documents").glob("[!.]*.xlsx"), None),
            "the workbook in the documents",
        )
        program.sees("已导出")

    written = figures(workbook)
    assert {code: written[code] for code in COUNTS} == {
        code: read(ledger, sql)[0][0] for code, sql in COUNTS.items()
    }
    assert written["cut.done"] == 2
    assert read(ledger, "PRAGMA integrity_check") == [("ok",)]
    (uid,) = read(ledger, "SELECT uid FROM decision WHERE id > ?", decided)[0]
    told = read(ledger, "SELECT born, act.deed FROM journal JOIN act ON act.id = act WHERE uid = ?", uid)
    assert [born for born, _ in told] == [1, 0]
    assert read(ledger, "SELECT count(*) FROM journal WHERE hash IS NULL") == [(0,)]
