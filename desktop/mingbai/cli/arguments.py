"""Makes commands and their arguments, each explained in one language; what many commands take is written once."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mingbai.cli.usage import Parser
from mingbai.domain.words import Language

Run = Callable[[argparse.Namespace], int | None]
"""Does what a command says; what it answers is the exit code."""


class Making:
    """Makes commands and arguments in one language."""

    def __init__(self, top: Parser, language: Language, run: Callable[[str], Run]) -> None:
        """`run` gives what a command of a name does."""
        self._language = language
        self._run = run
        metavar = self.told("命令", "COMMAND")
        self._commands = top.add_subparsers(required=True, metavar=metavar)

    def told(self, zh: str, en: str) -> str:
        return zh if self._language == "zh" else en

    def command(self, name: str, zh: str, en: str, *, ledger: bool = True) -> Command:
        told = self.told(zh, en)
        made = self._commands.add_parser(name, help=told, description=told, language=self._language)
        made.set_defaults(command=self._run(name), parser=made)
        command = Command(made, self.told)
        if ledger:
            command.takes(
                "ledger", "账本", "LEDGER", "账本文件，以 .mingbai 结尾", "the ledger file; it ends in .mingbai",
                type=Path,
            )  # fmt: skip
        command.option("--lang", "zh|en", "zh|en", "用哪种语言", "language", choices=("zh", "en"))
        command.option(
            "--today",
            "日期",
            "DATE",
            "把哪天当作今天，如 2026-11-24",
            "the day to take for today, as 2026-11-24",
        )
        return command


class Command:
    """One command being made; `zh` and `en` always come in pairs."""

    def __init__(self, made: argparse.ArgumentParser, told: Callable[[str, str], str]) -> None:
        self._made = made
        self._told = told

    def takes(self, name: str, zh: str, en: str, help_zh: str, help_en: str, **more: Any) -> None:
        """An argument by place."""
        self._made.add_argument(name, metavar=self._told(zh, en), help=self._told(help_zh, help_en), **more)

    def option(self, name: str, zh: str, en: str, help_zh: str, help_en: str, **more: Any) -> None:
        """An option with a value."""
        self.takes(name, zh, en, help_zh, help_en, **more)

    def switch(self, name: str, zh: str, en: str) -> None:
        """An option without a value."""
        self._made.add_argument(name, action="store_true", help=self._told(zh, en))

    def register(self, name: str = "register", **more: Any) -> None:
        self.takes(
            name, "登记簿", "REGISTER",
            "登记簿，如 task 或 上级交办；mingbai fields 列出全部",
            "a register, such as task; mingbai fields lists them all",
            **more,
        )  # fmt: skip

    def number(self, zh: str = "", en: str = "") -> None:
        self.takes(
            "number", "编号", "NUMBER", "编号，如 2026-A-0001" + zh, "a number such as 2026-A-0001" + en
        )

    def fields(self) -> None:
        self.takes(
            "fields", "栏目=内容", "FIELD=VALUE",
            "栏目=内容，可写多个；栏目用中文、英文或代码，mingbai fields task 列出全部",
            "one or more FIELD=VALUE; fields go by name or code, mingbai fields task lists them",
            nargs="+",
        )  # fmt: skip

    def where(self) -> None:
        self.option(
            "--where", "条件", "TEXT",
            "筛选，如 “状态=待办 办结期限<=周五”；可写 mingbai fields 列出的栏目，也可写要找的字",
            "filter, as in “status=todo due_on<=friday”; the fields that mingbai fields lists, or words to find",
            default="",
        )  # fmt: skip

    def period(self) -> None:
        # A month by either name: it is what is asked for most.
        self._made.add_argument(
            "--period", "--month", dest="period", required=True,
            metavar=self._told("期间", "PERIOD"),
            help=self._told(
                "哪个月、季度或年，如 2026-11、2026-Q4、2026",
                "which month, quarter or year: 2026-11, 2026-Q4 or 2026",
            ),
        )  # fmt: skip

    def out(self, ending: str = ".xlsx", *, required: bool = True) -> None:
        self.option(
            "--out", f"文件{ending}", f"FILE{ending}",
            f"写到哪个文件，以 {ending} 结尾", f"the file to write; it ends in {ending}",
            type=Path, required=required,
        )  # fmt: skip

    def json(self) -> None:
        self.switch("--json", "以 JSON 输出，供程序读取", "answer in JSON, for programs")

    def lines(self) -> None:
        self.option(
            "--jsonl", "文件", "FILE",
            "逐行回答一个文件（- 为标准输入），每行一个 JSON 对象；答不上的行写明行号 line 和原因 error，其他行照常回答，"
            "最后以退出码 1 结束",
            "answer a file (- for standard input) of JSON objects, one a line; where one cannot be answered its "
            "answer has line, the number, and error, the reason, all others are answered, and the exit code is 1",
        )  # fmt: skip

    def full(self) -> None:
        self.switch("--full", "不遮盖个人信息", "do not mask personal data")
