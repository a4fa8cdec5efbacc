"""What a person typed is shown as it was typed, on every page: `<b>` in a title is no markup, an `<img>` no picture."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Rich
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from tests.ui.observing import texts_of
from tests.ui.walking import opened_window, walk

from mingbai.domain.registers import REGISTERS
from mingbai.ledger.ledger import Ledger
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import as_typed, styled

TYPED_INTO = ("task", "issue", "certificate", "demand", "department")


def marked_up(path: Path) -> None:
    """Gives every entry a name that Qt would take for markup."""
    with Ledger(path) as ledger, ledger.act("change") as act:
        for code in TYPED_INTO:
            register = REGISTERS[code]
            for entry in ledger.entries(register):
                name = register.titled
                text = entry.stored[name]
                if isinstance(text, str) and not register.fields[name].column.to:
                    act.change(register, entry.uid, {name: f'<b>{text}</b> <img src="x">'})


def found_in(root: QWidget) -> Iterator[str]:
    """Labels and tooltips below a widget that would show markup as something else."""
    for widget in (root, *root.findChildren(QWidget)):
        if (
            isinstance(widget, QLabel)
            and widget.text()
            and widget.textFormat() != Qt.TextFormat.PlainText
            and type(widget.parent()) is not QMessageBox
        ):
            yield f"label of {type(widget.parent()).__name__}: {widget.text()[:60]}"
        tip = widget.toolTip()
        if Rich.mightBeRichText(tip) and not tip.startswith("<qt>"):
            yield f"tip of {type(widget).__name__}: {tip[:60]}"


def test_no_label_and_no_tip_takes_what_was_typed_for_markup(
    qapp: QApplication, sample_book: Callable[[str], Path], tmp_path: Path
) -> None:
    book = Path(shutil.copy(sample_book("zh"), tmp_path / "新湖.mingbai"))
    marked_up(book)
    found: dict[str, str] = {}
    seen = 0
    with opened_window(book, tmp_path / "walk", Look(), (1280, 800)) as window:
        for scene in walk(window):
            for root in {scene.root, window}:
                for what in found_in(root):
                    found.setdefault(what, scene.name)
            seen += any("<b>" in text for _, text in texts_of(scene.root))
    assert seen > 3
    assert found == {}


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
