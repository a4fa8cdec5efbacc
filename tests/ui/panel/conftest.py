"""The side panel, as wide as in the window."""

from __future__ import annotations

import pytest

from mingbai.ui.panel.panel import RecordPanel
from mingbai.ui.session import Session


@pytest.fixture
def panel(qtbot, session: Session) -> RecordPanel:
    made = RecordPanel(session)
    qtbot.addWidget(made)
    made.resize(364, 760)
    made.show()
    return made
