"""F1: every key there is on this page and everywhere, read off the commands themselves."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from mingbai.domain.words import Words
from mingbai.resources import guide_folder
from mingbai.ui.command import Command
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import styled
from mingbai.ui.pressing import Dialog, dialog_button
from mingbai.ui.product import GUIDE
from mingbai.ui.whole_scroll import WholeScroll

TITLE = Words("按键", "Keys")
EVERYWHERE = Words("到处都能用", "Everywhere")
HERE = Words("在这一页", "On this page")
IN_LISTS = Words("在列表里", "In lists")
IN_FIELDS = Words("在栏目里", "In fields")

LISTS: tuple[tuple[str, Words], ...] = (
    ("↑ ↓", Words("换一条", "Move between rows")),
    ("Enter", Words("打开", "Open")),
    ("F2", Words("改这一格", "Change this cell")),
    ("Space", Words("选中或不选", "Select or deselect")),
    ("Esc", Words("收起打开的", "Close what is open")),
    ("Ctrl+Home / Ctrl+End", Words("第一条、最后一条", "First and last row")),
)
FIELDS: tuple[tuple[str, Words], ...] = (
    ("Enter", Words("保存", "Save")),
    ("Esc", Words("不改了", "Cancel the change")),
    ("Tab", Words("下一栏", "Next field")),
    ("Ctrl+V", Words("复制的图片、文件作附件", "Attach a copied picture or file")),
)
HEAD_ROWS = 2
"""What a group takes beside its rows, in rows."""


class KeysPage(Dialog):
    """All keys on one page, and the way to the guide."""

    guide_asked = Signal()

    def __init__(
        self, look: Look, everywhere: Iterable[Command], here: Iterable[Command], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(look.word(TITLE))
        styled(self, "page")
        beside = QHBoxLayout()
        beside.setSpacing(16)
        # Flush with the name above; the bar stands in the margin.
        beside.setContentsMargins(0, 0, 10, 0)
        groups = (
            (EVERYWHERE, keys_told(look, everywhere)),
            (HERE, keys_told(look, here)),
            (IN_LISTS, [(keys, look.word(words)) for keys, words in LISTS]),
            (IN_FIELDS, [(keys, look.word(words)) for keys, words in FIELDS]),
        )
        # Each goes below the shorter column: beside the long list of all keys there is no hole.
        columns = [QVBoxLayout() for _ in range(2 if look.scale < 1.5 else 1)]
        heights = [0] * len(columns)
        for words, rows in groups:
            if rows:
                at = heights.index(min(heights))
                heights[at] += len(rows) + HEAD_ROWS
                columns[at].addWidget(_group(look.word(words), rows))
        for column in columns:
            column.setSpacing(16)
            column.addStretch(1)
            beside.addLayout(column, 1)
        inside = styled(QWidget(), "page")
        inside.setLayout(beside)
        scroll = WholeScroll(inside)
        # Nothing in it takes the focus: the arrow keys scroll.
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setAccessibleName(look.word(TITLE))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 14, 20)
        whole.setSpacing(14)
        whole.addLayout(self._head(look))
        whole.addWidget(scroll, 1)
        self.resize(min(look.px(760), parent.width() - 40), min(look.px(600), parent.height() - 40))
        scroll.setFocus()

    def _head(self, look: Look) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 10, 0)
        head.addWidget(styled(QLabel(look.word(TITLE)), "title"), 1)
        if guide_folder() is not None:
            guide = dialog_button(look.word(GUIDE), "link")
            guide.clicked.connect(self.accept)
            guide.clicked.connect(self.guide_asked)
            head.addWidget(guide)
        return head


def keys_told(look: Look, commands: Iterable[Command]) -> list[tuple[str, str]]:
    """The keys of commands, each with what it does."""
    return [(keys, look.word(command.words)) for command in commands if (keys := command.cap)]


def _group(title: str, rows: list[tuple[str, str]]) -> QWidget:
    card = styled(QFrame(), "card")
    grid = QGridLayout(card)
    grid.setContentsMargins(18, 14, 18, 14)
    grid.setSpacing(8)
    grid.setColumnStretch(0, 1)
    grid.addWidget(styled(QLabel(title), "group"), 0, 0, 1, 2)
    for at, (keys, text) in enumerate(rows, 1):
        grid.addWidget(styled(QLabel(text), "text"), at, 0)
        grid.addWidget(styled(QLabel(keys), "key"), at, 1, Qt.AlignmentFlag.AlignRight)
    return card
