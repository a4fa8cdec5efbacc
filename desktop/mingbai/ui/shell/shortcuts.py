"""What can be done everywhere, and the keys of commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QWidget

from mingbai.domain.words import Words
from mingbai.ui.command import Command
from mingbai.ui.keys import set_key
from mingbai.ui.look_choice import (
    LANGUAGE,
    LANGUAGES,
    NAMED,
    THEME,
    THEMES,
    LookChoice,
    keep_choice,
    standing_choice,
)
from mingbai.ui.quick.words import PASTE, PASTE_HOW
from mingbai.ui.session import Session
from mingbai.ui.shell import stops


class Reach(Protocol):
    """The window, as far as it is reached from everywhere."""

    session: Session

    @property
    def takes_notices(self) -> bool: ...
    def show_page(self, code: str) -> None: ...
    def begin_adding(self) -> None: ...
    def begin_search(self) -> None: ...
    def paste(self) -> None: ...
    def show_commands(self) -> None: ...
    def choose_ledger(self) -> None: ...
    def show_bin(self) -> None: ...
    def lock(self) -> None: ...
    def show_keys(self) -> None: ...


def everywhere(frame: Reach) -> tuple[Command, ...]:
    """The commands that work wherever one is."""
    session = frame.session
    go = (
        Command(
            f"go.{stop.code}", stop.words, _going(frame, stop.code), f"Alt+{at}", stop.icon, global_keys=True
        )
        for at, stop in enumerate(stops.FIRST, start=1)
    )
    rest = (
        Command(f"go.{stop.code}", stop.words, _going(frame, stop.code), "", stop.icon) for stop in stops.REST
    )
    return (
        Command("add", Words("登记一条", "Add an entry"), frame.begin_adding, "Ctrl+N", "plus"),
        Command("paste", PASTE, frame.paste, "Ctrl+V", "doc", PASTE_HOW, enabled=lambda: frame.takes_notices),
        Command("find", Words("查找", "Find"), frame.begin_search, "Ctrl+F", "search"),
        Command("commands", Words("命令", "Commands"), frame.show_commands, "Ctrl+K", "arrow"),
        Command("undo", Words("撤销上一步", "Undo the last step"), session.undo, "Ctrl+Z", "undo"),
        Command("redo", Words("重做", "Redo"), session.redo, "Ctrl+Y", "repeat"),
        *go,
        *rest,
        Command("open", Words("打开账本", "Open a ledger"), frame.choose_ledger, "Ctrl+O", "folder"),
        Command("new_ledger", Words("新建账本", "New ledger"), session.other_asked.emit, "", "plus"),
        Command("sample", Words("示例账本", "Sample ledger"), session.other_asked.emit, "", "folder"),
        Command(
            "bin",
            Words("回收站：看删除的，取回", "Bin: deleted entries, to restore them"),
            frame.show_bin,
            "",
            "folder",
        ),
        Command("settings", Words("设置", "Settings"), _going(frame, "settings"), "Ctrl+,", "gear"),
        *_looks(session),
        Command("lock", Words("遮住窗口", "Cover the window"), frame.lock, "Ctrl+L", "lock"),
        Command("keys", Words("所有按键", "All keys"), frame.show_keys, "F1", "info"),
    )


def _looks(session: Session) -> Iterator[Command]:
    """Another language or theme from wherever one is: what is open and half typed stays."""
    standing = standing_choice(session.memory, session.look)
    languages = [(LANGUAGE, words, replace(standing, language=code)) for code, words in LANGUAGES.items()]
    themes = [(THEME, words, replace(standing, theme=code)) for code, words in THEMES.items()]
    for group, words, choice in (*languages, *themes):
        if choice != standing:
            named = NAMED.format(group=group, name=words)
            yield Command(
                f"look.{choice.language}.{choice.theme}", named, partial(_look, session, choice), "", "gear"
            )


def _look(session: Session, choice: LookChoice) -> None:
    keep_choice(session.memory, choice)
    session.look_asked.emit(choice.look)


def _going(frame: Reach, code: str) -> Callable[[], None]:
    return partial(frame.show_page, code)


def set_keys(widget: QWidget, commands: Iterable[Command]) -> None:
    """Makes the keys of commands work while the focus is anywhere in a widget."""
    for command in commands:
        if not command.keys:
            continue
        set_key(widget, command.keys, partial(_run, command))


def _run(command: Command) -> None:
    if command.can_run():
        command.run()
