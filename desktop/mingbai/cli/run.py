"""Which command is meant, and what becomes of what goes wrong."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

from mingbai.cli.speech import complain, own_up, system_language
from mingbai.domain.words import Language, Trouble, Words

DONE, REFUSED = 0, 1


def run(argv: Sequence[str] | None = None) -> int:
    """Runs one command and answers its exit code; never a traceback."""
    given = list(sys.argv[1:] if argv is None else argv)
    language = _language_in(given)
    options = parser(language).parse_args(given)
    options.language = options.lang or system_language()
    try:
        options.today = _today(options.today)
        return int(options.command(options) or DONE)
    except Trouble as trouble:
        complain(trouble.words, options.language)
    except BrokenPipeError:
        # Whoever read our lines has seen enough; what is left must not be flushed into nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        complain(Words("已停止，没有保存这一步", "Stopped; this step was not saved"), options.language)
    except Exception as error:  # noqa: BLE001 - the one place where a bug of ours becomes a sentence
        own_up(error, options.language)
    return REFUSED


def _language_in(given: Sequence[str]) -> Language:
    for before, value in pairwise(given):
        if before == "--lang" and value in ("zh", "en"):
            return "zh" if value == "zh" else "en"
    return system_language()


def _today(text: str | None) -> date:
    if not text:
        return datetime.now().date()
    from mingbai.domain.reading import read_date

    return read_date(text, today=datetime.now().date())


def _lazy(name: str) -> Callable[[argparse.Namespace], int | None]:
    def command(options: argparse.Namespace) -> int | None:
        from mingbai.cli import commands

        # `import` is a word of Python's own.
        found: Callable[[argparse.Namespace], int | None] = getattr(commands, name, None) or getattr(
            commands, f"{name}_"
        )
        return found(options)

    return command


def parser(language: Language) -> argparse.ArgumentParser:
    """The commands and their arguments, explained in one language."""

    def told(zh: str, en: str) -> str:
        return zh if language == "zh" else en

    top = argparse.ArgumentParser(prog="mingbai", description=told(*ABOUT), allow_abbrev=False)
    top.add_argument("--version", action="version", version=_version())
    commands = top.add_subparsers(required=True, metavar=told("命令", "COMMAND"))

    def command(name: str, zh: str, en: str, *, ledger: bool = True) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=told(zh, en), description=told(zh, en), allow_abbrev=False)
        if ledger:
            one.add_argument("ledger", type=Path, metavar="LEDGER", help=told("账本文件", "the ledger file"))
        one.add_argument("--lang", choices=("zh", "en"), help=told("语言", "language"))
        one.add_argument("--today", help=told("把哪天当作今天", "the day to take for today"))
        one.set_defaults(command=_lazy(name))
        return one

    _add_recording(command, told)
    _add_reviewing(command, told)
    _add_reporting(command, told)
    return top


ABOUT = (
    "明白账：村（社区）的工作账本。记下交办、证明和诉求，看清哪些不必做，办了什么，减了什么，按月导出。",
    "Mingbai Ledger: a village's or community's own account of what was asked, what need not be done, "
    "what was solved and what was cut, with the month report in Excel.",
)

Add = Callable[..., argparse.ArgumentParser]
Told = Callable[[str, str], str]


def _add_recording(command: Add, told: Told) -> None:
    one = command("demo", "生成样例账本和月报", "make a sample ledger and its month report", ledger=False)
    one.add_argument("folder", type=Path, metavar="FOLDER")
    one = command("new", "新建账本", "make a new ledger")
    one.add_argument(
        "--place", required=True, help=told("村（社区）名称", "name of the village or community")
    )
    one.add_argument("--residents", help=told("常住人口", "number of residents"))
    one.add_argument("--code", help=told("村（社区）代码", "village code"))
    one.add_argument("--month-end", help=told("自然月 或 26-25", "calendar or 26-25"))
    one = command("add", "新增一条记录", "record an entry")
    one.add_argument("register", metavar="REGISTER")
    one.add_argument("fields", nargs="+", metavar="FIELD=VALUE")
    _json(one, told)
    one = command("change", "修改一条记录", "change fields of an entry")
    one.add_argument("number", metavar="NUMBER")
    one.add_argument("fields", nargs="+", metavar="FIELD=VALUE")
    _json(one, told)
    one = command("list", "列出一个登记簿", "list a register")
    one.add_argument("register", metavar="REGISTER")
    one.add_argument(
        "--where", default="", metavar="TEXT", help=told("筛选，如 状态=待办", "filter, as in status=todo")
    )
    _full(one, told)
    _json(one, told)
    one = command("find", "检索", "find entries by words, pinyin initials or number")
    one.add_argument("text", metavar="TEXT")
    _full(one, told)
    _json(one, told)
    one = command("bin", "放入回收站", "put an entry into the bin")
    one.add_argument("number", metavar="NUMBER")
    command("undo", "撤销上一步", "take back the last step")
    command("redo", "重做", "do the undone step again")


def _add_reviewing(command: Add, told: Told) -> None:
    one = command("expected", "列出该来未来的常态事项", "list recurring assignments that are waited for")
    _json(one, told)
    for name, zh, en in (
        ("came", "登记一期已来", "record that a period's assignment came"),
        ("absent", "登记一期未再要求", "record that a period's assignment did not come"),
    ):
        one = command(name, zh, en)
        one.add_argument("number", metavar="NUMBER")
        one.add_argument("period", metavar="PERIOD", help="2026-W47, 2026-11, 2026-Q4")
    one = command("flag", "提示一条记录", "flag an entry")
    one.add_argument("number", metavar="NUMBER")
    one.add_argument("--reason", required=True, metavar="CODE|TEXT")
    one.add_argument("--evidence", default="")
    _json(one, told)
    one = command("decide", "研判一条记录", "assess an entry")
    one.add_argument("number", metavar="NUMBER")
    one.add_argument("--assessment", required=True)
    one.add_argument("--method")
    one.add_argument("--basis", default="")
    for name in ("effective", "recheck"):
        one.add_argument(f"--{name}", metavar="DATE")
    for name in ("times-before", "times-after", "people"):
        one.add_argument(f"--{name}", type=int, metavar="N")
    for name in ("minutes-before", "minutes-after"):
        one.add_argument(f"--{name}", metavar="MINUTES")
    one.add_argument("--note", default="")
    _json(one, told)


def _add_reporting(command: Add, told: Told) -> None:
    one = command("figures", "列出一个月的指标", "show a month's figures")
    one.add_argument("--month", required=True, metavar="2026-11")
    _json(one, told)
    one = command("report", "导出月报", "write the month report")
    one.add_argument("--month", required=True, metavar="2026-11")
    one.add_argument("--out", required=True, type=Path, metavar="FILE.xlsx")
    one.add_argument(
        "--full", action="store_true", help=told("留存版", "the copy to keep, with units and assessments")
    )
    one.add_argument(
        "--send", action="store_true", help=told("报送并锁定本版", "freeze this version as sent")
    )
    one.add_argument("--to", default="", help=told("报送给谁", "to whom it is sent"))
    one = command("export", "导出一个登记簿", "export a register")
    one.add_argument("register", metavar="REGISTER")
    one.add_argument("--out", required=True, type=Path, metavar="FILE.xlsx")
    one.add_argument("--where", default="", metavar="TEXT")
    _full(one, told)
    one = command("import", "导入表格", "import a spreadsheet")
    one.add_argument("file", type=Path, metavar="FILE")
    one.add_argument("--register", required=True)
    one.add_argument("--preview", action="store_true", help=told("只看不写", "look, write nothing"))
    one.add_argument(
        "--leave", default="", metavar="FIELDS", help=told("不导入的栏目", "fields to leave out")
    )
    _json(one, told)
    one = command("check", "检查账本是否完好", "check that a ledger is whole")
    _json(one, told)


def _json(one: argparse.ArgumentParser, told: Told) -> None:
    one.add_argument("--json", action="store_true", help=told("以 JSON 输出", "answer in JSON"))


def _full(one: argparse.ArgumentParser, told: Told) -> None:
    one.add_argument("--full", action="store_true", help=told("不遮盖个人信息", "do not mask personal data"))


def _version() -> str:
    from mingbai import __version__

    return f"Mingbai Ledger {__version__}"
