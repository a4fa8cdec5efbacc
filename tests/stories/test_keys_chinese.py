"""Chinese by real keys through ibus and libpinyin, on a PC that is set up for fcitx."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.stories.driving import Program, Screen, read, until
from tests.stories.kept import begun, speak

ENGINE = "libpinyin"
FCITX = {"QT_IM_MODULE": "fcitx", "XMODIFIERS": "@im=fcitx"}
"""Qt has no plug-in for it; without our choosing the ibus way nothing Chinese could be typed."""
PINYIN = tuple("mingbai")


@pytest.fixture
def pinyin(screen: Screen) -> Screen:
    """A screen on which the person types by libpinyin."""
    if shutil.which("ibus-daemon") is None or not Path(f"/usr/share/ibus/component/{ENGINE}.xml").exists():
        pytest.skip("this machine lacks ibus with libpinyin")
    screen.keep(["ibus-daemon", "--panel", "disable"])
    until(lambda: ENGINE in screen.run(["ibus", "list-engine"]).stdout, "the engines of ibus")
    screen.run(["ibus", "engine", ENGINE])
    until(lambda: screen.run(["ibus", "engine"]).stdout.strip() == ENGINE, "libpinyin")
    return screen


def composes(program: Program) -> bool:
    """Whether a letter waits to become Chinese; on a busy machine the first ones may come as they are."""
    program.press("m")
    waits = program.focused("快速登记").text == ""
    program.press("BackSpace")
    return waits


def test_pinyin_becomes_chinese_and_enter_while_composing_saves_nothing(pinyin: Screen) -> None:
    speak(pinyin, "zh")
    ledger = begun(pinyin)
    before = read(ledger, "SELECT count(*) FROM act")
    with Program(pinyin, (str(ledger),), FCITX) as program:
        program.comes("新湖社区 - 明白账")
        program.press("alt+4", "ctrl+n")
        line = program.focused("快速登记")
        program.until(lambda: composes(program), "the input method takes the keys")
        program.press(*PINYIN)
        assert program.focused("快速登记").text == line.text == ""
        program.press("Return")
        program.until(lambda: program.focused("快速登记").text == "mingbai", "the letters as they are")
        assert read(ledger, "SELECT count(*) FROM act") == before

        program.press("ctrl+a", "BackSpace")
        program.press(*PINYIN, "space")
        program.until(lambda: program.focused("快速登记").text == "明白", "明白")
        assert read(ledger, "SELECT count(*) FROM act") == before
        program.press("Return")
        program.until(lambda: read(ledger, "SELECT title FROM issue") == [("明白",)], "明白 in the ledger")
