"""How the command line explains itself: headings, help and wrong usage in the chosen language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from shutil import get_terminal_size
from typing import Any, NoReturn, TypeVar

from mingbai.cli.ending import WRONG_USAGE
from mingbai.cli.table import aligned, wrapped
from mingbai.domain.choice import Choice
from mingbai.domain.words import Language, Mistake, Words

Chosen = TypeVar("Chosen", bound=Choice)

USAGE = Words("用法：", "Usage: ")
COMMANDS = Words("命令", "Commands")
GIVEN = Words("要写的", "What to write")
OPTIONS = Words("选项", "Options")
ANY_OPTIONS = Words("[选项]", "[options]")
REQUIRED = Words("（必填）", " (required)")
SHOW_HELP = Words("显示本说明", "show this help")
SHOW_VERSION = Words("显示版本", "show the version")

EVERYWHERE = ("lang", "today", "help")

NARROWEST, WIDEST = 60, 110


class Parser(argparse.ArgumentParser):
    """A parser whose every word is of one language."""

    def __init__(self, *, language: Language, **more: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **more)
        self.language = language
        self.add_argument("-h", "--help", action="help", help=SHOW_HELP.into(language))

    def format_usage(self) -> str:
        """One line: what must be written, in order."""
        told = [*self._positionals_told(), *self._needed_told(), ANY_OPTIONS.into(self.language)]
        return f"{USAGE.into(self.language)}{self.prog} {' '.join(told)}\n"

    def format_help(self) -> str:
        """Usage, what it does, and every argument with what may stand there."""
        parts = [self.format_usage(), *self._paragraph(self.description), ""]
        commands = self._subcommands()
        given = [a for a in self._actions if not a.option_strings and a is not commands]
        if commands is not None:
            parts += self._section(COMMANDS, [(a.dest, a.help or "") for a in commands._choices_actions])
        if given:
            parts += self._section(GIVEN, [(_metavar(a), a.help or "") for a in given])
        parts += self._section(OPTIONS, [(_invoked(a), self._explained(a)) for a in self._options()])
        return "\n".join([*parts, *self._paragraph(self.epilog)]).rstrip() + "\n"

    def error(self, message: str) -> NoReturn:
        """Says in one sentence what is wrong with the usage, and where it is explained."""
        self.exit_with(_wrong(message) or Words("命令没有写对", "this is not how the command is written"))

    def refuse_unknown(self, left: Sequence[str]) -> NoReturn:
        """Says which words nothing asks for."""
        words = Words("看不懂“{left}”", "“{left}” is not understood").format(left=" ".join(left))
        names = [name for action in self._options() for name in action.option_strings]
        self.exit_with(_with_near(words, left[0].partition("=")[0], names))

    def commands(self) -> tuple[str, ...]:
        """The names of all commands."""
        commands = self._subcommands()
        return () if commands is None else tuple(commands.choices)

    def command(self, name: str) -> Parser:
        """One command, with what may be written after it."""
        commands = self._subcommands()
        found = None if commands is None else commands.choices[name]
        assert isinstance(found, Parser)
        return found

    def arguments_told(self) -> Iterator[tuple[str, str]]:
        """What may be written, in order, each with what stands there; what every command has is left out."""
        for action in self._actions:
            if action.dest not in EVERYWHERE:
                name = _invoked(action) if action.option_strings else _metavar(action)
                yield name, self._explained(action) if action.option_strings else action.help or ""

    def exit_with(self, words: Words) -> NoReturn:
        """Ends the program with a sentence about its usage."""
        see = Words("{words}，见 {prog} --help", "{words}; see {prog} --help")
        self.exit(WRONG_USAGE, see.format(words=words, prog=self.prog).into(self.language) + "\n")

    def _subcommands(self) -> argparse._SubParsersAction[Any] | None:
        return next((a for a in self._actions if isinstance(a, argparse._SubParsersAction)), None)

    def _options(self) -> Iterator[argparse.Action]:
        """What is the command's own first, what every command has last."""
        options = [action for action in self._actions if action.option_strings]
        return iter(sorted(options, key=lambda action: action.dest in EVERYWHERE))

    def _positionals_told(self) -> Iterator[str]:
        for action in self._actions:
            if not action.option_strings:
                more = " …" if action.nargs == "+" else ""
                told = f"{_metavar(action)}{more}"
                yield f"[{told}]" if action.nargs == "?" else told

    def _needed_told(self) -> Iterator[str]:
        return (_invoked(action) for action in self._options() if action.required)

    def _explained(self, action: argparse.Action) -> str:
        return (action.help or "") + (REQUIRED.into(self.language) if action.required else "")

    def _section(self, heading: Words, rows: Sequence[tuple[str, str]]) -> list[str]:
        mark = "：" if self.language == "zh" else ":"
        lines = aligned([["", name, text] for name, text in rows], wrap_to=terminal_width())
        return [heading.into(self.language) + mark, *(f"  {line}".rstrip() for line in lines), ""]

    def _paragraph(self, text: str | None) -> list[str]:
        return [line for part in (text or "").splitlines() for line in wrapped(part, terminal_width())]


def terminal_width() -> int:
    """Columns that help and tables may fill."""
    return min(WIDEST, max(NARROWEST, get_terminal_size((100, 24)).columns))


def _metavar(action: argparse.Action) -> str:
    return str(action.metavar or action.dest.upper())


def _invoked(action: argparse.Action) -> str:
    names = ", ".join(action.option_strings)
    return names if action.nargs == 0 else f"{names} {_metavar(action)}"


# argparse words its complaints in English where they arise; each is known by its English.
_MISSING = re.compile(r"the following arguments are required: (?P<names>.+)")
_NO_VALUE = re.compile(r"argument (?P<name>.+?): expected .+")
_CHOICE = re.compile(
    r"argument (?P<name>.+?): invalid choice: '?(?P<given>.*?)'? \(choose from (?P<all>.+)\)"
)
_NO_NUMBER = re.compile(r"argument (?P<name>.+?): invalid int value: '(?P<given>.*)'")
_TOO_MUCH = re.compile(r"argument (?P<name>.+?): ignored explicit argument '(?P<given>.*)'")


def _wrong(message: str) -> Words | None:
    if found := _MISSING.fullmatch(message):
        names = found["names"].split(", ")
        return Words("还要写：{zh}", "still needed: {en}").format(zh="、".join(names), en=", ".join(names))
    if found := _CHOICE.fullmatch(message):
        return _no_such(found["name"], found["given"], re.split(r",\s*", found["all"].replace("'", "")))
    if found := _NO_VALUE.fullmatch(message):
        return Words("{name} 后面要写内容", "{name} needs a value").format(name=found["name"])
    if found := _NO_NUMBER.fullmatch(message):
        words = Words("{name} 要写整数，不能是“{given}”", "{name} takes a whole number, not “{given}”")
        return words.format(name=found["name"], given=found["given"][:30])
    if found := _TOO_MUCH.fullmatch(message):
        words = Words("{name} 后面不写内容", "{name} takes no value")
        return words.format(name=found["name"])
    return None


def _no_such(name: str, given: str, choices: Sequence[str]) -> Words:
    if name.startswith("-"):
        words = Words("{name} 只能是 {zh}，不能是“{given}”", "{name} is one of {en}, not “{given}”")
        return words.format(name=name, given=given[:30], zh="、".join(choices), en=", ".join(choices))
    words = Words("没有“{given}”这个命令", "there is no command “{given}”").format(given=given[:30])
    return _with_near(words, given, choices)


def _with_near(words: Words, given: str, known: Sequence[str]) -> Words:
    near = get_close_matches(given, known, n=1, cutoff=0.6)
    if not near:
        return words
    asked = Words("{words}，是不是“{near}”", "{words}; did you mean “{near}”")
    return asked.format(words=words, near=near[0])


def choices_told(kind: type[Choice]) -> Words:
    """What may be written for a choice, in the words of each language."""
    english = (m.code if m.words.en.lower() == m.code else f"{m.code} ({m.words.en})" for m in kind)
    return Words("、".join(m.words.zh for m in kind), ", ".join(english))


def choice_in(kind: type[Chosen], text: str) -> Chosen:
    """The choice that is meant by its code or a name. Raises `Mistake`."""
    member = kind.read(text)
    if member is None:
        raise Mistake(
            "没有“{text}”这一项，可选：{zh_en}",
            "There is no “{text}”; one of: {zh_en}",
            text=text[:30],
            zh_en=choices_told(kind),
        )
    return member
