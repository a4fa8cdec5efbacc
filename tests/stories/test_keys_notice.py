"""A notice by keys: pasted, looked through, recorded, and what speaks against it; a power cut takes nothing of it."""

from __future__ import annotations

from tests.stories.driving import Program, Screen, read
from tests.stories.kept import ASKED_BEFORE, NOTICE, begun, copied, speak

from mingbai.domain.task import TASKS

SAVED = "SELECT title, due_on, asks, name, note FROM task JOIN department ON department.uid = task.department WHERE task.id = 2"


def test_a_notice_is_pasted_looked_through_and_recorded(screen: Screen) -> None:
    speak(screen, "zh")
    ledger = begun(screen, (TASKS, ASKED_BEFORE))
    copied(screen, NOTICE)
    with Program(screen, (str(ledger),)) as program:
        program.comes("新湖社区 - 明白账")
        program.press("alt+2")
        program.sees("看全部")

        program.press("ctrl+v")
        program.focused("粘贴的通知")
        program.sees("交办单位 民政局")
        program.sees("办结期限 11-25 周三 17:00")
        program.sees("这 5 栏中有 4 栏6月3日已报")
        program.sees("未见文号")
        program.sees("另有 2 条提示")
        program.walks("Tab", "附带要求")
        program.press("Delete")
        program.until(lambda: not any("附带要求" in node.name for node in program.nodes()), "it is taken out")
        program.walks("shift+Tab", "办结期限")
        program.press("Return")
        program.focused("办结期限")
        program.write("2026-11-30")
        program.press("Return")
        program.focused("粘贴的通知")
        program.sees("办结期限 11-30 周一")
        program.until(lambda: read(ledger, "SELECT count(*) FROM draft") == [(1,)], "it is kept")
        program.kill()

    with Program(screen, (str(ledger),)) as program:
        program.comes("新湖社区 - 明白账")
        program.press("alt+2")
        program.sees("办结期限 11-30 周一")
        program.press("ctrl+n")
        program.focused("粘贴的通知")
        program.press("Return")
        program.until(lambda: read(ledger, SAVED), "it is saved")
        assert read(ledger, SAVED) == [("关于报送独居老人情况的通知", "2026-11-30", None, "民政局", NOTICE)]
        program.sees("已登记：2026-A-0002")
        program.sees("这 5 栏中有 4 栏6月3日已报")
        program.focused("快速登记")
        program.press("ctrl+z")
        program.until(lambda: not read(ledger, f"{SAVED} AND task.binned_at IS NULL"), "it is taken back")
    assert read(ledger, "PRAGMA integrity_check") == [("ok",)]
    assert read(ledger, "SELECT count(*) FROM draft") == [(0,)]
