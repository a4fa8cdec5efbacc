"""What a person typed is shown as it was typed: `<b>` in a title is no markup, an `<img>` no picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from mingbai.ui.look.roles import as_typed, styled


@pytest.mark.parametrize(
    ("text", "tip"),
    [
        ("路灯不亮", "路灯不亮"),
        ('<img src="x">\n下一行', "<qt>&lt;img src=&quot;x&quot;&gt;<br>下一行</qt>"),
        ("a < b", "<qt>a &lt; b</qt>"),
    ],
)
def test_a_tip_shows_what_was_typed(text: str, tip: str) -> None:
    assert as_typed(text) == tip


def test_a_label_with_a_role_is_plain(qapp: QApplication) -> None:
    label = styled(QLabel("<b>x</b>"), "text")
    styled(plain := QLabel("x"), "text")
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.sizeHint().width() > plain.sizeHint().width()
