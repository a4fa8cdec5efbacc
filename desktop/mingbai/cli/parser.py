"""The commands and their arguments, explained in one language."""

from __future__ import annotations

import argparse
from pathlib import Path

from mingbai.cli.arguments import Command, Making, Run
from mingbai.cli.ending import ENDS
from mingbai.cli.usage import SHOW_VERSION, Parser, choices_told
from mingbai.domain.words import Language, Words

ABOUT = (
    "明白账：村（社区）的工作账本。记下交办、证明和诉求，看清哪些不必做，办了什么，减了什么，按月导出。",
    "Mingbai Ledger: a village's or community's own account of what was asked, what need not be done, "
    "what was solved and what was cut, with the month report in Excel.",
)
EACH = (
    "每个命令的说明：mingbai 命令 --help。{ends}",
    "mingbai COMMAND --help explains each one. {ends}",
)


def parser(language: Language) -> Parser:
    """All commands."""
    top = Parser(language=language, prog="mingbai", description=Words(*ABOUT).into(language))
    top.epilog = Words(*EACH).format(ends=ENDS).into(language)
    top.add_argument("--version", action="version", version=_version(), help=SHOW_VERSION.into(language))
    making = Making(top, language, _lazy)
    _add_recording(making)
    _add_asking(making)
    _add_finding(making)
    _add_reviewing(making)
    _add_reporting(making)
    _add_collecting(making)
    _add_keeping(making)
    return top


def _add_recording(making: Making) -> None:
    one = making.command(
        "demo",
        "生成示例账本、月报和画面",
        "make a sample ledger, its month report and pictures of the pages",
        ledger=False,
    )
    one.takes("folder", "文件夹", "FOLDER", "放在哪个文件夹", "the folder to put them in", type=Path)
    one = making.command("new", "新建账本", "make a new ledger")
    one.option("--place", "名称", "NAME", "村（社区）名称", "name of the village or community", required=True)
    one.option("--residents", "人数", "N", "常住人口，如 20136", "number of residents, as 20136")
    one.option("--code", "代码", "CODE", "村（社区）代码", "code of the village or community")
    one.option(
        "--month-end", "截止", "WHEN",
        "月报怎样截止：自然月（默认）或 26-25", "how months are cut: calendar (the default) or 26-25",
    )  # fmt: skip
    one = making.command("add", "新增一条记录", "record an entry")
    one.register()
    one.fields()
    one.json()
    one = making.command("quick", "用一句话登记", "record an entry from one line", ledger=False)
    one.takes(
        "words",
        "[账本] 一句话",
        "[LEDGER] TEXT",
        "如 “周五前 报表 民政局 上报重点人群台账”；前面没有账本（.mingbai）时只读不写",
        "as in “by Friday report Civil Affairs Key-groups register”; without a ledger (.mingbai) before it, it is only read",
        nargs="*",
    )
    one.option(
        "--register",
        "登记簿",
        "REGISTER",
        "没有说明时记到哪里，默认 task",
        "where it goes when nothing says so; task if left out",
        default="task",
    )
    one.switch("--dry", "只看怎么理解，不写", "only say how it is read, write nothing")
    one.json()
    one.lines()
    one = making.command("change", "修改一条记录", "change fields of an entry")
    one.number("；改本村（社区）信息写 place", "; place means the place itself")
    one.fields()
    one.json()
    one = making.command("attach", "给一条记录添加附件", "add files to an entry")
    one.number()
    one.takes(
        "files", "文件", "FILE",
        "一个或几个文件，每个不超过 20 MB；图片不缩小",
        "one or more files of at most 20 MB each; pictures keep their size",
        nargs="+", type=Path,
    )  # fmt: skip
    one.json()
    one = making.command("bin", "放入回收站", "put an entry into the bin")
    one.number()
    one = making.command("unbin", "从回收站取回", "take an entry out of the bin")
    one.number("；mingbai list 账本 登记簿 --bin 列出", "; mingbai list LEDGER REGISTER --bin lists them")
    making.command("undo", "撤销上一步", "take back the last step")
    making.command("redo", "重做", "do the undone step again")


def _add_asking(making: Making) -> None:
    one = making.command("list", "列出一个登记簿", "list a register")
    one.register()
    one.where()
    one.switch("--bin", "列出回收站里的", "list what lies in the bin")
    one.full()
    one.json()
    one = making.command(
        "certificate",
        "某个证明能不能开",
        "whether a certificate may be issued, in anybody's words",
        ledger=False,
    )
    one.takes(
        "text",
        "原话",
        "TEXT",
        "居民的原话、两个字或拼音首字母",
        "what was said, two signs or initials",
        nargs="*",
    )
    one.json()
    one.lines()
    one = making.command("notice", "读一份通知", "read a notice", ledger=False)
    one.takes("text", "通知", "TEXT", "通知全文；- 为标准输入", "the notice; - for standard input", nargs="*")
    one.json()
    one.lines()
    one = making.command(
        "flags",
        "对照依据，看哪些可以不做",
        "what speaks against entries, with where it is written",
        ledger=False,
    )
    one.takes(
        "ledger", "账本", "LEDGER", "账本文件，以 .mingbai 结尾", "the ledger file; it ends in .mingbai",
        type=Path, nargs="?",
    )  # fmt: skip
    one.json()
    one.lines()


def _add_finding(making: Making) -> None:
    one = making.command("find", "检索", "find entries by words, pinyin initials or number")
    one.takes(
        "text",
        "要找的",
        "TEXT",
        "文字、拼音首字母（zdrq）或编号",
        "words, pinyin initials (zdrq) or a number",
    )
    one.full()
    one.json()
    one = making.command(
        "show",
        "显示一条记录的全部内容和办理经过（不遮盖）",
        "show one entry whole, with what happened to it (unmasked)",
    )
    one.number()
    one.json()
    one = making.command(
        "fields",
        "列出登记簿，或一个登记簿的栏目",
        "list the registers, or the fields of one",
        ledger=False,
    )
    one.register(nargs="?", default="")
    one.json()


def _add_reviewing(making: Making) -> None:
    one = making.command(
        "expected", "列出该来未来的常态事项", "list recurring assignments that are waited for"
    )
    one.json()
    one = making.command("came", "登记一期已来", "record that a period's assignment came")
    _add_period(one)
    one.option(
        "--on", "日期", "DATE", "哪天收到的，不写就是今天", "the day it was received; today if left out"
    )
    one = making.command("absent", "登记一期未再要求", "record that a period's assignment did not come")
    _add_period(one)
    one = making.command("flag", "提示一条记录", "flag an entry")
    one.number()
    one.option(
        "--reason", "编码或理由", "CODE|TEXT",
        "依据编码（mingbai list 账本 rule 列出）或自己的话",
        "the code of a rule (mingbai list LEDGER rule lists them), or your own words",
        required=True,
    )  # fmt: skip
    one.option(
        "--evidence", "证据", "TEXT", "凭什么这样说，如相同的栏目", "what shows it, such as the columns in common",
        default="",
    )  # fmt: skip
    one.json()
    _add_decide(making.command("decide", "研判一条记录", "assess an entry"))
    _add_letter(making.command("letter", "写一封关于一条记录的函", "write a letter about an entry"))


def _add_period(one: Command) -> None:
    one.number("（常态事项）", " (a recurring assignment)")
    one.takes(
        "period", "期次", "PERIOD",
        "哪一期：2026-W47、W47、2026-11、2026-Q4、上周、本月，或其中一天",
        "which period: 2026-W47, W47, 2026-11, 2026-Q4, last week, this month, or a day in it",
    )  # fmt: skip


def _add_letter(one: Command) -> None:
    from mingbai.domain.letter import LetterKind

    kinds = choices_told(LetterKind)
    one.number()
    one.option(
        "--kind", "文种", "KIND",
        f"其一：{kinds.zh}；不写就是第一种", f"one of: {kinds.en}; the first if left out",
        default=LetterKind.JOINT.code,
    )  # fmt: skip
    one.out(".docx")


def _add_decide(one: Command) -> None:
    from mingbai.domain.review import Assessment, Method

    assessments, methods = choices_told(Assessment), choices_told(Method)
    one.number()
    one.option(
        "--assessment", "研判", "WORD", f"其一：{assessments.zh}", f"one of: {assessments.en}", required=True
    )
    one.option(
        "--method",
        "方式",
        "WORD",
        f"怎样减的，其一：{methods.zh}",
        f"how it became less, one of: {methods.en}",
    )
    one.option("--basis", "依据", "TEXT", "依据或说明", "what it rests on", default="")
    one.option(
        "--effective", "日期", "DATE",
        "从哪天起真正减了；有 --method 而不写日期就是今天，两样都不写则只是建议（尚未执行）",
        "from when it was really cut; today if only --method is given, and without both it is a suggestion only",
    )  # fmt: skip
    one.option(
        "--recheck",
        "日期",
        "DATE",
        "哪天复查，不写就是三个月后",
        "when to look again; three months later if left out",
    )
    for name, zh, en in (
        ("--times-before", "核减前每年几次", "times a year before"),
        ("--times-after", "核减后每年几次", "times a year after"),
        ("--people", "每次几人", "people each time"),
    ):
        one.option(name, "数", "N", zh, en, type=int)
    for name, zh, en in (
        (
            "--minutes-before",
            "核减前每次用时，如 90 或 1小时30分",
            "minutes each time before, as 90 or 1h30m",
        ),
        ("--minutes-after", "核减后每次用时", "minutes each time after"),
    ):
        one.option(name, "用时", "MINUTES", zh, en)
    one.option("--note", "备注", "TEXT", "备注", "a note", default="")
    one.json()


def _add_reporting(making: Making) -> None:
    one = making.command(
        "figures", "列出一个月、季度或年的指标", "show the figures of a month, quarter or year"
    )
    one.period()
    one.json()
    one = making.command("compare", "两期对比", "compare two months, quarters or years")
    one.period()
    one.option(
        "--with", "期间", "PERIOD", "和哪一期比，它是基期", "the period it is compared with, which is the base",
        dest="base", required=True,
    )  # fmt: skip
    one.out(required=False)
    one.json()
    one = making.command("report", "导出月报、季报或年报", "write the report of a month, quarter or year")
    one.period()
    one.out()
    one.switch("--full", "留存版，含单位和研判，自己存档", "the copy to keep, with units and assessments")
    one.switch("--send", "上报并冻结本版", "freeze this version as sent")
    one.option("--to", "单位", "NAME", "上报给谁", "to whom it is sent", default="")


def _add_collecting(making: Making) -> None:
    one = making.command("collect", "汇总各村月报", "take in villages' month reports")
    one.takes(
        "files", "文件", "FILES", "各村的月报工作簿，或装着它们的文件夹",
        "the villages' month workbooks, or folders of them", nargs="+", type=Path,
    )  # fmt: skip
    one.option(
        "--month",
        "月份",
        "MONTH",
        "导出哪个月，不写就是收到的最近一个月",
        "which month to write; the latest that came in if left out",
    )
    one.out(required=False)
    one.json()
    one = making.command("lists", "下发或接收清单", "hand lists down, or take them over")
    one.out(required=False)
    one.option(
        "--take",
        "文件",
        "FILE",
        "不导出，而是接收上级下发的清单",
        "take over the lists of a street instead",
        type=Path,
    )


def _add_keeping(making: Making) -> None:
    one = making.command("import", "导入表格", "import a spreadsheet")
    one.takes(
        "file",
        "文件",
        "FILE",
        "表格文件（.xlsx、.xls、.csv）",
        "the spreadsheet (.xlsx, .xls, .csv)",
        type=Path,
    )
    one.register("--register", required=True)
    one.switch("--preview", "只看不写", "look, write nothing")
    one.option(
        "--leave", "栏目", "FIELDS", "不导入的栏目，用逗号隔开", "fields to leave out, divided by commas",
        default="",
    )  # fmt: skip
    one.json()
    one = making.command("export", "导出一个登记簿", "export a register")
    one.register()
    one.out()
    one.where()
    one.full()
    one = making.command("check", "检查账本是否完好", "check that a ledger is whole")
    one.json()


def _lazy(name: str) -> Run:
    def command(options: argparse.Namespace) -> int | None:
        from mingbai.cli import (
            attaching,
            collecting,
            commands,
            counter,
            flags,
            handing_in,
            letters,
            notice,
            quick,
        )

        # `import` is a word of Python's own.
        names = {
            "quick": quick.quick,
            "attach": attaching.attach,
            "certificate": counter.certificate,
            "flags": flags.flags,
            "notice": notice.notice,
            "letter": letters.letter,
            "collect": collecting.collect,
            "lists": collecting.lists,
            **vars(handing_in),
            "import": handing_in.import_,
            **vars(commands),
        }
        found: Run = names[name]
        return found(options)

    return command


def _version() -> str:
    from mingbai import __version__

    return f"Mingbai Ledger {__version__}"
