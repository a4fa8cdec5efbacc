"""What Qt offers below a field, a completion or a choice, in the same list as everywhere else."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import styled
from mingbai.ui.look.rounded import rounded

Box = TypeVar("Box", bound=QComboBox)

ROW = 32
"""As high as a row of every other list of what may be meant, at 100 %."""
SHOWN = 8


def dressed(completer: QCompleter, look: Look) -> QCompleter:
    """Gives a completer that list. It leaves six pixels around the rows, which the style sheet fills."""
    popup = rounded(_Offered(look))
    completer.setPopup(popup)
    # A completer has a delegate of its own until it is given one.
    popup.setItemDelegate(_Rows(look, popup))
    completer.setMaxVisibleItems(SHOWN)
    return completer


def with_list(box: Box, look: Look) -> Box:
    """Gives a box to choose from that list, before anything is put into it: Qt loses what is chosen otherwise."""
    offered = _Offered(look)
    box.setView(offered)
    box.setItemDelegate(_Rows(look, offered))
    rounded(offered.window())
    return box


class _Offered(QListView):
    def __init__(self, look: Look) -> None:
        super().__init__()
        styled(self, "offered")
        self.setFont(look.font())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class _Rows(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as other rows."""
        return QSize(super().sizeHint(option, index).width(), self._look.px(ROW))
