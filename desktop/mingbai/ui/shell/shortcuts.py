"""What can be done everywhere, and the keys of commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from mingbai.domain.words import Words
from mingbai.resources import guide_folder
from mingbai.ui.command import Command
from mingbai.ui.keys import set_key
from mingbai.ui.look_choice import (
    LANGUAGE,
    LANGUAGES,
    NAMED,
    SCALE,
    SCALES,
    THEME,
    THEMES,
    LookChoice,
    keep_choice,
    standing_choice,
)
from mingbai.ui.quick.words import PASTE, PASTE_HOW
from mingbai.ui.session import Session
from mingbai.ui.shell import stops
from mingbai.ui.shell.who import Who

if TYPE_CHECKING:
    from mingbai.ui.shell.laid_over import LaidOver

OWN_LEDGER = "自己的账本 我的账本 创建 own ledger my ledger create"
SAMPLE = "样例 例子 试用 演示 demo example try"
SETTINGS = "备份 恢复 选项 backup restore options preferences"
GUIDE = Words("使用说明", "Guide")
WHO = Words("谁在用：登记记在谁名下", "Who is here: whose name is recorded")
WHO_ALSO = "经办人 换人 记录人 我是 登录 user name login switch"
LOCK = "锁屏 锁定 离开 口令 密码 lock screen password hide"
HELP = "使用说明 帮助 快捷键 怎么用 help guide shortcuts manual"
LANGUAGES_ALSO = {"zh": "中文 汉语 chinese mandarin", "en": "英文 英语 english"}
"""A language by its name in the other one: who reads only that types it so."""
LOOKS = "字号 大字 字体 放大 显示 界面 夜间 font zoom bigger display appearance dark mode"


def guide_there() -> bool:
    """Whether the guide was installed with the program."""
    return guide_folder() is not None


class Reach(Protocol):
    """The window, as far as it is reached from everywhere."""

    session: Session
    who: Who

    @property
    def over(self) -> LaidOver: ...
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
        Command("paste", PASTE, frame.paste, "Ctrl+V", "doc", PASTE_HOW),
        Command("find", Words("查找", "Find"), frame.begin_search, "Ctrl+F", "search"),
        Command("commands", Words("命令", "Commands"), frame.show_commands, "Ctrl+K", "arrow"),
        Command("undo", Words("撤销上一步", "Undo the last step"), session.undo, "Ctrl+Z", "undo"),
        Command("redo", Words("重做", "Redo"), session.redo, "Ctrl+Y", "repeat"),
        *go,
        *rest,
        Command("open", Words("打开账本", "Open a ledger"), frame.choose_ledger, "Ctrl+O", "folder"),
        Command(
            "new_ledger",
            Words("新建账本", "New ledger"),
            session.other_asked.emit,
            "",
            "plus",
            also=OWN_LEDGER,
        ),
        Command(
            "sample", Words("示例账本", "Sample ledger"), session.sample_asked.emit, "", "folder", also=SAMPLE
        ),
        Command(
            "bin",
            Words("回收站：看删除的，取回", "Bin: deleted entries, to restore them"),
            frame.show_bin,
            "",
            "folder",
        ),
        Command(
            "settings", Words("设置", "Settings"), _going(frame, "settings"), "Ctrl+,", "gear", also=SETTINGS
        ),
        *_looks(session),
        Command(
            "who",
            WHO,
            frame.who.choose,
            "",
            "person",
            also=WHO_ALSO,
            enabled=lambda: not frame.who.isHidden(),
        ),
        Command("lock", Words("遮住窗口", "Cover the window"), frame.lock, "Ctrl+L", "lock", also=LOCK),
        Command("keys", Words("所有按键", "All keys"), frame.show_keys, "F1", "info", also=HELP),
        Command("guide", GUIDE, partial(_read_guide, frame), "", "doc", also=HELP, enabled=guide_there),
    )


def _looks(session: Session) -> Iterator[Command]:
    """Another language or theme from wherever one is: what is open and half typed stays."""
    standing = standing_choice(session.memory, session.look)
    languages = [(LANGUAGE, words, replace(standing, language=code)) for code, words in LANGUAGES.items()]
    themes = [(THEME, words, replace(standing, theme=code)) for code, words in THEMES.items()]
    scales = [(SCALE, _percent(scale), replace(standing, scale=scale)) for scale in SCALES]
    for group, words, choice in (*languages, *themes, *scales):
        if choice != standing:
            named = NAMED.format(group=group, name=words)
            yield Command(
                f"look.{choice.language}.{choice.theme}.{choice.scale}",
                named,
                partial(_look, session, choice),
                "",
                "gear",
                also=LANGUAGES_ALSO.get(choice.language, "") if group is LANGUAGE else LOOKS,
            )


def _percent(scale: float) -> Words:
    told = f"{scale:.0%}"
    return Words(told, told)


def _look(session: Session, choice: LookChoice) -> None:
    keep_choice(session.memory, choice)
    session.look_asked.emit(choice.look)


def _read_guide(frame: Reach) -> None:
    frame.over.show_guide()  # only now: what is laid over the window is imported when it is asked for


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
