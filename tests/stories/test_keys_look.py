"""Language and theme are switched in mid-work: what is open and half typed is still there."""

from __future__ import annotations

from tests.stories.driving import Program, Screen, read
from tests.stories.kept import begun, speak

from mingbai.domain.issue import ISSUES

LINE, REST = "lift stuck in Buil", "ding 3"
NOTE, ITS_REST = "the electrician com", "es on Friday"


def switched(program: Program, letters: str, named: str) -> None:
    program.press("ctrl+k")
    program.write(letters)
    program.sees(named, role="list item")
    program.press("Return")


def test_another_language_and_theme_in_mid_work(screen: Screen) -> None:
    speak(screen, "zh")
    ledger = begun(screen, (ISSUES, {"accepted_at": "2026-11-20 9:30", "title": "street light out"}))
    with Program(screen, (str(ledger),)) as program:
        program.comes("新湖社区 - 明白账")
        program.press("alt+4")
        program.focused("street light out")
        program.press("Return")
        program.sees("居民诉求 2026-A-0001", role="panel")
        program.walks("Tab", "写一句进展")
        program.write(NOTE)
        program.press("ctrl+n")
        program.focused("快速登记")
        program.write(LINE)

        switched(program, "English", "语言：English")
        program.comes("新湖社区 - Mingbai Ledger")
        program.sees("Resident issues 2026-A-0001", role="panel")
        program.sees(LINE, role="text")
        program.sees(NOTE, role="text")
        switched(program, "dark", "Theme: Dark")
        program.until(lambda: screen.darkness() > 0.5, "a dark window")
        program.sees("Resident issues 2026-A-0001", role="panel")
        program.sees(LINE, role="text")
        program.sees(NOTE, role="text")

        program.press("ctrl+n", "End")
        program.write(REST)
        program.press("Return")
        program.until(
            lambda: (
                read(ledger, "SELECT title, place FROM issue WHERE id = 2") == [("Lift stuck", "Building 3")]
            ),
            "the whole line in the ledger",
        )
        program.walks("Tab", "Add a note")
        program.press("End")
        program.write(ITS_REST)
        program.press("Return")
        program.until(
            lambda: read(ledger, "SELECT text FROM progress") == [(NOTE + ITS_REST,)],
            "the note in the ledger",
        )
    with Program(screen) as program:
        program.comes("新湖社区 - Mingbai Ledger")
        program.until(lambda: screen.darkness() > 0.5, "a dark window")
