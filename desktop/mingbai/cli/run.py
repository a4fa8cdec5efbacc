"""Which command is meant, and what becomes of what goes wrong."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

from mingbai.cli.ending import DONE, REFUSED
from mingbai.cli.parser import parser
from mingbai.cli.speech import complain, own_up, usual_language
from mingbai.domain.words import Language, Trouble, Words

UNWRITTEN = Words(
    "结果没有写全：输出到的磁盘已满或出错。命令本身可能已执行，请腾出空间，查看账本后再试",
    "The answer is not written whole: the disk it goes to is full or failed. The command itself may be done; "
    "free space and look at the ledger before trying again",
)


Pictures = Callable[[Path, Language, date], Iterable[Words]]
"""Makes pictures of a ledger's pages in a language, as of a day, and tells of each."""


def run(argv: Sequence[str] | None = None, pictures: Pictures | None = None) -> int:
    """Runs one command and answers its exit code; never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What a terminal cannot show is written in signs; a saved entry must not end in an error.
            stream.reconfigure(errors="backslashreplace")
    given = list(sys.argv[1:] if argv is None else argv)
    language = _language_in(given)
    try:
        options, left = parser(language).parse_known_args(given)
        if left:
            options.parser.refuse_unknown(left)
        options.language = language
        options.pictures = pictures
        options.today = _today(options.today)
        code = int(options.command(options) or DONE)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except Trouble as trouble:
        complain(trouble.words, language)
    except BrokenPipeError:
        # Whoever read our lines has seen enough.
        _drop_the_rest()
        return DONE
    except KeyboardInterrupt:
        complain(Words("已停止，没有保存这一步", "Stopped; this step was not saved"), language)
    except OSError as error:
        if error.filename is None and error.errno in (errno.ENOSPC, errno.EIO, errno.EDQUOT):
            _drop_the_rest()
            complain(UNWRITTEN, language)
        else:
            own_up(error, language)
    except Exception as error:  # noqa: BLE001 - the one place where a bug of ours becomes a sentence
        own_up(error, language)
    return REFUSED


def _drop_the_rest() -> None:
    """What is left of the answer must not be flushed into nothing when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _language_in(given: Sequence[str]) -> Language:
    parted = [
        part for word in given for part in (word.split("=", 1) if word.startswith("--lang=") else [word])
    ]
    said = [value for before, value in pairwise(parted) if before == "--lang" and value in ("zh", "en")]
    if not said:
        return usual_language()
    return "zh" if said[-1] == "zh" else "en"


def _today(text: str | None) -> date:
    if not text:
        return datetime.now().date()
    from mingbai.domain.reading import read_date

    return read_date(text, today=datetime.now().date())
