"""What a screen reader is told of the running program: everything that can have the focus has a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from tests.stories.driving import Node, Program, Screen
from tests.stories.kept import sample, speak

from mingbai.domain.words import Language

PAGES = tuple(f"alt+{at}" for at in range(1, 7))
OPENED = {"alt+2": "2026-A-", "alt+4": "2026-A-"}
"""Pages on which Enter opens the chosen entry beside the list."""
SECTIONS = 5
WAYS = (*PAGES, "F1", "ctrl+k")
FOCUS: dict[Language, tuple[str, ...]] = {
    "zh": (
        "今天的事",
        "上级交办列表",
        "要什么证明",
        "居民诉求列表",
        "等研判的事",
        "减负情况月报表",
        "按键",
        "命令、记录",
    ),
    "en": (
        "Waiting today",
        "List of Assignments",
        "Which certificate is wanted",
        "List of Resident issues",
        "Waiting to be assessed",
        "Month Report on Reducing Burdens",
        "Keys",
        "Commands, records",
    ),
}
"""What has the focus after each of them."""
ROLES = {"check box", "list", "list item", "push button", "table", "table cell", "text"}
"""At least these kinds of things are met on the way."""


def unnamed(nodes: list[Node]) -> list[Node]:
    return [node for node in nodes if "focusable" in node.states and not node.name.strip()]


def ways(program: Program, focus: dict[str, str]) -> Iterator[str]:
    """Goes everywhere, and says where it is."""
    for key in PAGES:
        program.press(key)
        program.focused(focus[key])
        yield key
        if key in OPENED:
            program.press("Return")
            program.sees(OPENED[key], role="panel")
            yield f"{key} Return"
    program.press("ctrl+comma")
    for at in range(SECTIONS):
        yield f"settings {at}"
        program.press("Down")
    for key in ("F1", "ctrl+k"):
        program.press(key)
        program.focused(focus[key])
        yield key
        program.press("Escape")
    program.press("alt+2", "ctrl+n")
    program.write("x")
    yield "ctrl+n"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_that_can_have_the_focus_has_a_name(screen: Screen, language: Language) -> None:
    speak(screen, language)
    ledger = sample(screen, language)
    met: Counter[str] = Counter()
    with Program(screen, (str(ledger),)) as program:
        program.focused(FOCUS[language][0])
        for where in ways(program, dict(zip(WAYS, FOCUS[language], strict=True))):
            nodes = program.nodes()
            met.update(node.role for node in nodes if "focusable" in node.states)
            assert unnamed(nodes) == [], where
            focused = [node for node in nodes if "focused" in node.states]
            assert any(node.name.strip() for node in focused), where
    assert met.keys() >= ROLES, met
