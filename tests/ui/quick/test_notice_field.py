"""The editor of one field of a pasted notice."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from tests.ui.conftest import wear
from tests.ui.quick.pasting import chip, pasted, row
from tests.ui.quick.writing import shown

from mingbai.ui.look.look import Look
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.session import Session


def test_a_unit_is_changed_by_a_name_of_the_windows_language(session: Session, qtbot: QtBot) -> None:
    wear(session, Look(language="en"))
    line = shown(QuickLine(session), qtbot)
    card = pasted(line, session)
    assert chip(card, "department").chip.value == "Civil Affairs"
    card.edit("department")
    opened = row(card)
    assert opened is not None
    assert opened.editor.box.toPlainText().startswith("Civil Affairs")
