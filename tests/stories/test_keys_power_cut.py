"""The program dies while a line and a note are half typed; the next start brings both back, and where one was."""

from __future__ import annotations

from pathlib import Path

from tests.stories.driving import Program, Screen, read
from tests.stories.kept import begun, speak

from mingbai.domain.issue import ISSUES

LINE, REST = "lift stuck in Buil", "ding 3"
NOTE, ITS_REST = "the electrician com", "es on Friday"


def kept(ledger: Path) -> str:
    return "".join(text for (text,) in read(ledger, "SELECT text FROM draft"))


def test_half_typed_text_comes_back_after_kill_9(screen: Screen) -> None:
    speak(screen, "zh")
    ledger = begun(screen, (ISSUES, {"accepted_at": "2026-11-20 9:30", "title": "street light out"}))
    memory = Path(screen.environment["XDG_CONFIG_HOME"]) / "Mingbai" / "Ledger.ini"
    with Program(screen, (str(ledger),)) as program:
        program.comes("新湖社区 - 明白账")
        program.focused("没有逾期、到期和要等的事")
        program.press("alt+4")
        program.focused("street light out")
        program.press("Return")
        program.sees("居民诉求 2026-A-0001", role="panel")
        program.walks("Tab", "写一句进展")
        program.write(NOTE)
        program.press("ctrl+n")
        program.focused("快速登记")
        program.write(LINE)
        program.until(lambda: NOTE in kept(ledger) and f'"{LINE}"' in kept(ledger), "both on the disk")
        program.until(
            lambda: '\\"page\\": \\"issue\\"' in memory.read_text(encoding="utf-8"), "the page kept"
        )
        program.kill()
    with Program(screen) as program:
        program.comes("新湖社区 - 明白账")
        program.focused("street light out")
        program.sees(LINE, role="text")
        program.press("ctrl+n", "End")
        program.write(REST)
        program.press("Return")
        program.until(
            lambda: (
                read(ledger, "SELECT title, place FROM issue WHERE id = 2") == [("Lift stuck", "Building 3")]
            ),
            "the whole line in the ledger",
        )
        program.press("alt+4")
        program.walks("Down", "street light out")
        program.press("Return")
        program.sees(NOTE, role="text")
        program.walks("Tab", "写一句进展")
        program.press("End")
        program.write(ITS_REST)
        program.press("Return")
        program.until(
            lambda: read(ledger, "SELECT text FROM progress") == [(NOTE + ITS_REST,)],
            "the note in the ledger",
        )
        program.until(lambda: kept(ledger) == "", "nothing half typed any more")
    assert read(ledger, "PRAGMA integrity_check") == [("ok",)]
