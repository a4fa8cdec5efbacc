"""Make the pages of the guide that are looked up: registers and fields, figures, the command line.

They say what is declared, so they are written from the declarations, in both languages.

    python packaging/make_guide.py            write docs/guide/zh and docs/guide/en
    python packaging/make_guide.py --check    compare only, exit 1 when they differ
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "desktop"))

from mingbai.cli.ending import ENDS  # noqa: E402
from mingbai.cli.fields import computed_words, holds  # noqa: E402
from mingbai.cli.parser import parser  # noqa: E402
from mingbai.desk.collecting.sheets import figure_name  # noqa: E402
from mingbai.domain.field import Field, Kind  # noqa: E402
from mingbai.domain.figure import Figure  # noqa: E402
from mingbai.domain.figures import FIGURES, TABLE1  # noqa: E402
from mingbai.domain.register import Register  # noqa: E402
from mingbai.domain.registers import REGISTERS  # noqa: E402
from mingbai.domain.words import Language, Words  # noqa: E402

GUIDE = ROOT / "docs" / "guide"
LANGUAGES: tuple[Language, ...] = ("zh", "en")

BACK = Words("[使用说明](README.md)", "[The guide](README.md)")
YES = Words("是", "yes")

REGISTERS_TITLE = Words("登记簿和栏目", "Registers and fields")
REGISTERS_SAID = Words(
    "每个登记簿有哪些栏目，可以写什么。代码是命令行和筛选里用的名字；中文、英文、代码都认得。",
    "Every register with its fields and what may stand in them. The code is the name on the command line and in "
    "filters; 中文, English and the code are all understood.",
)
FIELD_HEAD = (
    Words("栏目", "Field"),
    Words("代码", "Code"),
    Words("必填", "Required"),
    Words("可以写什么", "What it holds"),
    Words("说明", "Notes"),
)
BY_THE_PROGRAM = Words("由软件记，不用填写。", "Written by the program; nobody fills it in.")
NAME_OF = Words("“{register}”里的名称", "a name from {register}")
MASKED = Words("列表里打码", "masked in lists")
STAYS = Words("不上报", "never sent")
INNER = Words("软件自己用", "kept for the program")

FIGURES_TITLE = Words("指标和口径", "Figures and how they are counted")
FIGURES_SAID = Words(
    "月报和汇总里的每个数，单位和数法。只数人确认过的；没有定的提示不算。没有基期的写“—”。",
    "Every figure of the report and of a collection, with its unit and how it is counted. Only what a person "
    "confirmed is counted, open flags never. Without a base it is “—”.",
)
FIGURE_HEAD = (
    Words("指标", "Figure"),
    Words("代码", "Code"),
    Words("单位", "Unit"),
    Words("怎么数", "How it is counted"),
    Words("表1", "Table 1"),
)
GROUPS = {
    "cut": Words("核减", "Cuts"),
    "cert": Words("证明事项", "Certificate requests"),
    "hours": Words("用时", "Hours"),
}
"""Figures whose code begins with no register's."""

COMMANDS_TITLE = Words("命令行", "The command line")
COMMANDS_SAID = Words(
    "窗口能做的，命令行几乎都能做。每条命令都可以加 `--lang zh` 或 `--lang en`，`--today 日期`（把哪天当作今天）；"
    "`mingbai 命令 --help` 显示同样的说明。\n\n{ends}。",
    "Nearly everything the window does. Each command takes `--lang zh` or `--lang en`, and `--today DATE` (the "
    "day to take for today); `mingbai COMMAND --help` says the same.\n\n{ends}.",
).format(ends=ENDS)
COMMAND_HEAD = (Words("写什么", "What to write"), Words("意思", "Meaning"))


def pages(language: Language) -> dict[str, str]:
    """Every page that is written from declarations, by the name of its file."""
    made = {
        "registers.md": (REGISTERS_TITLE, REGISTERS_SAID, _registers(language)),
        "figures.md": (FIGURES_TITLE, FIGURES_SAID, _figures(language)),
        "commands.md": (COMMANDS_TITLE, COMMANDS_SAID, _commands(language)),
    }
    return {
        name: "\n\n".join([f"# {title.into(language)}", BACK.into(language), said.into(language), *parts])
        + "\n"
        for name, (title, said, parts) in made.items()
    }


def _registers(language: Language) -> Iterator[str]:
    for register in REGISTERS.values():
        yield (
            f"## {register.words.into(language)}（`{register.code}`）"
            if language == "zh"
            else (f"## {register.words.en} (`{register.code}`)")
        )
        yield _about(register, language)
        yield _table(FIELD_HEAD, [_field(field, language) for field in register.fields.values()], language)
        if (computed := computed_words(register)) is not None:
            yield _sentence(computed.into(language), language)


def _about(register: Register[Any], language: Language) -> str:
    said = _sentence(register.belongs.into(language), language)
    if not register.deeds_only:
        return said
    return said + ("" if language == "zh" else " ") + BY_THE_PROGRAM.into(language)


def _field(field: Field, language: Language) -> list[str]:
    column = field.column
    notes = [
        words.into(language)
        for words, holds_here in (
            (MASKED, column.personal is not None),
            (STAYS, not column.leaves),
            (INNER, column.inner),
        )
        if holds_here
    ]
    return [
        field.words.into(language),
        f"`{field.name}`",
        YES.into(language) if field.required else "",
        _holds(field).into(language),
        ("，" if language == "zh" else ", ").join(notes),
    ]


def _holds(field: Field) -> Words:
    target = REGISTERS.get(field.column.to) if field.kind is Kind.REFERENCE else None
    return holds(field) if target is None or target.numbered else NAME_OF.format(register=target.words)


def _figures(language: Language) -> Iterator[str]:
    on_table = {code for _, codes in TABLE1 for code in codes}
    grouped: dict[str, list[Figure]] = {}
    for figure in FIGURES.values():
        grouped.setdefault(figure.code.partition(".")[0], []).append(figure)
    for group, figures in grouped.items():
        words = GROUPS.get(group) or REGISTERS[group].words
        rows = [_figure(one, language, on_table=one.code in on_table) for one in figures]
        yield f"## {words.into(language)}"
        yield _table(FIGURE_HEAD, rows, language)


def _figure(figure: Figure, language: Language, *, on_table: bool) -> list[str]:
    return [
        figure_name(figure).into(language),
        f"`{figure.code}`",
        figure.unit.words.into(language),
        figure.note.into(language),
        YES.into(language) if on_table else "",
    ]


def _commands(language: Language) -> Iterator[str]:
    top = parser(language)
    for name in top.commands():
        command = top.command(name)
        yield f"## {name}"
        yield _sentence(command.description or "", language)
        yield f"```\n{command.format_usage().strip()}\n```"
        rows = [[f"`{told}`", meaning] for told, meaning in command.arguments_told()]
        if rows:
            yield _table(COMMAND_HEAD, rows, language)


def _table(head: Sequence[Words], rows: Sequence[Sequence[str]], language: Language) -> str:
    lines = [[words.into(language) for words in head], ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def _sentence(text: str, language: Language) -> str:
    end = "。" if language == "zh" else "."
    return text if text.endswith((".", "。")) else text[:1].upper() + text[1:] + end


def main() -> int:
    """Writes the pages, or says which differ."""
    differing = [
        (path, text)
        for language in LANGUAGES
        for name, text in pages(language).items()
        if not (path := GUIDE / language / name).exists() or path.read_text(encoding="utf-8") != text
    ]
    for path, text in differing:
        print(path.relative_to(ROOT))
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return 1 if differing and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
