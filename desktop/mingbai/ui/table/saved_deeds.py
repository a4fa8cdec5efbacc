"""What a person does with a saved filter: rename it, move it, remove it; told to everybody who shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.domain.words import Words
from mingbai.ui.table.saved import forget_filter, move_filter, rename_filter

if TYPE_CHECKING:
    # The rail asks for the words here, and is seen before there is a session.
    from mingbai.ui.session import Session

RENAME = Words("重命名", "Rename")
UP = Words("上移", "Move up")
DOWN = Words("下移", "Move down")
FORGET = Words("删除这个筛选", "Remove this filter")
FORGOT = Words("已删除筛选“{name}”", "Filter “{name}” removed")
REMOVAL = Words("删除筛选“{name}”", "removal of filter “{name}”")
RENAMED = Words("筛选已改名为“{name}”", "Filter renamed to “{name}”")
RENAMING = Words("筛选改名", "renaming of a filter")


def remove_filter(session: Session, register: str, name: str) -> None:
    """Removes a filter; it can be taken back."""
    bring_back = forget_filter(session.memory, register, name)
    session.filters_changed.emit(register)

    def back() -> None:
        bring_back()
        session.filters_changed.emit(register)

    session.did(FORGOT.format(name=name), REMOVAL.format(name=name), back)


def name_filter(session: Session, register: str, name: str, new: str) -> None:
    """Gives a filter another name; it can be taken back."""
    rename_filter(session.memory, register, name, new)
    session.filters_changed.emit(register)

    def back() -> None:
        rename_filter(session.memory, register, new, name)
        session.filters_changed.emit(register)

    session.did(RENAMED.format(name=new), RENAMING, back)


def shift_filter(session: Session, register: str, name: str, step: int) -> None:
    """Moves a filter up (-1) or down (1)."""
    move_filter(session.memory, register, name, step)
    session.filters_changed.emit(register)
