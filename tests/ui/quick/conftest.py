"""The quick-add line, for every question about it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.quick.writing import shown

from mingbai.ui.quick.line import QuickLine
from mingbai.ui.session import Session


@pytest.fixture
def line(session: Session, qtbot: QtBot) -> QuickLine:
    return shown(QuickLine(session), qtbot)
