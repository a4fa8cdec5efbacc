"""The command line explains itself in one language, and says in one sentence what is wrong."""

from __future__ import annotations

import re

import pytest

from mingbai.cli import main
from mingbai.cli.parser import parser
from mingbai.cli.usage import choices_told
from mingbai.domain.review import Assessment, Method
from mingbai.domain.words import Language

NAMES = parser("en").commands()

HAN = re.compile(r"[一-鿿]")
WORDS = re.compile(r"[A-Za-z]{3,}")
NEUTRAL = re.compile(
    r"mingbai|--[a-z-]+|\bJSON\b|\bxlsx\b|\bxls\b|\bdocx\b|\bcsv\b|\btask\b|\brule\b|\bfields\b|\blist\b|\bplace\b"
    r"|\bzdrq\b|\bline\b|\berror\b|Mingbai Ledger"
)


def help_of(capsys: pytest.CaptureFixture[str], language: Language, *command: str) -> str:
    with pytest.raises(SystemExit) as stopped:
        main([*command, "--help", "--lang", language])
    assert stopped.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("name", NAMES)
def test_help_is_of_one_language(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    english = help_of(capsys, "en", name)
    assert not HAN.search(english)
    assert "show this help" in english
    chinese = NEUTRAL.sub("", help_of(capsys, "zh", name)).replace(name, "")
    assert not WORDS.findall(chinese)
    assert "显示本说明" in chinese


@pytest.mark.parametrize("name", NAMES)
def test_every_argument_says_what_may_stand_there(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    for language in ("zh", "en"):
        text = help_of(capsys, "zh" if language == "zh" else "en", name)
        rows = [line.strip() for line in text.splitlines() if line.startswith("    ")]
        assert not [row for row in rows if row.startswith("--") and "  " not in row]


def test_the_whole_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    for language in ("zh", "en"):
        text = help_of(capsys, "zh" if language == "zh" else "en")
        assert all(re.search(rf"^ +{name}  ", text, re.MULTILINE) for name in NAMES)


def test_the_help_does_not_say_that_the_rest_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    # A preview with refused rows writes nothing, and ends with 1 as well.
    assert "有没收的（如一行、一个文件）、没办成的，或账本不完好" in "".join(
        help_of(capsys, "zh").split("\n")
    )
    assert "was refused (a row, a file) or could not be done" in " ".join(help_of(capsys, "en").split())


def test_choices_and_rules_are_named_where_they_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    decide = help_of(capsys, "zh", "decide").replace("\n", "").replace(" ", "")
    assert choices_told(Assessment).zh in decide
    assert choices_told(Method).zh in decide
    assert "两样都不写则只是建议" in decide
    assert "mingbai list 账本 rule" in help_of(capsys, "zh", "flag")
    assert "mingbai list LEDGER rule" in help_of(capsys, "en", "flag")
    assert "it is a suggestion only" in " ".join(help_of(capsys, "en", "decide").split())


WRONG: list[tuple[list[str], str, str]] = [
    ([], "还要写：命令，见 mingbai --help", "still needed: COMMAND; see mingbai --help"),
    (
        ["fnd"],
        "没有“fnd”这个命令，是不是“find”，见 mingbai --help",
        "there is no command “fnd”; did you mean “find”; see mingbai --help",
    ),
    (
        ["list", "a"],
        "还要写：登记簿，见 mingbai list --help",
        "still needed: REGISTER; see mingbai list --help",
    ),
    (
        ["new", "a"],
        "还要写：--place，见 mingbai new --help",
        "still needed: --place; see mingbai new --help",
    ),
    (
        ["list", "a", "task", "--ful"],
        "看不懂“--ful”，是不是“--full”，见 mingbai list --help",
        "“--ful” is not understood; did you mean “--full”; see mingbai list --help",
    ),
    (
        ["list", "a", "task", "--where"],
        "--where 后面要写内容，见 mingbai list --help",
        "--where needs a value; see mingbai list --help",
    ),
    (
        ["list", "a", "task", "--json=3"],
        "--json 后面不写内容，见 mingbai list --help",
        "--json takes no value; see mingbai list --help",
    ),
    (
        ["decide", "a", "n", "--assessment", "cut", "--people", "two"],
        "--people 要写整数，不能是“two”，见 mingbai decide --help",
        "--people takes a whole number, not “two”; see mingbai decide --help",
    ),
]


@pytest.mark.parametrize(("arguments", "zh", "en"), WRONG)
def test_wrong_usage_is_one_sentence_with_the_next_step(
    arguments: list[str],
    zh: str,
    en: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for language, sentence in (("zh", zh), ("en", en)):
        monkeypatch.setenv("MINGBAI_LANG", language)
        with pytest.raises(SystemExit) as stopped:
            main(arguments)
        assert stopped.value.code == 2
        assert capsys.readouterr() == ("", sentence + "\n")


def test_a_language_there_is_not_is_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINGBAI_LANG", "zh")
    with pytest.raises(SystemExit) as stopped:
        main(["list", "a", "task", "--lang", "fr"])
    assert stopped.value.code == 2
    assert capsys.readouterr().err == "--lang 只能是 zh、en，不能是“fr”，见 mingbai list --help\n"


def test_the_language_may_be_joined_with_a_sign(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["list", "--lang=zh", "--help"])
    assert capsys.readouterr().out.startswith("用法：mingbai list 账本 登记簿 [选项]\n")


def test_ctrl_c_before_a_command_is_known_leaves_no_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mingbai.cli.run.parser", stopped)
    assert main(["fields", "--lang", "en"]) == 1
    assert capsys.readouterr().err == "Stopped; this step was not saved\n"
