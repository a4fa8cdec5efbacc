"""Letters about an entry, from the command line; one to the joint office is a raised point as in the window."""

from __future__ import annotations

from argparse import Namespace

from mingbai.cli.opening import opened
from mingbai.cli.speech import say
from mingbai.cli.usage import choice_in
from mingbai.desk import records
from mingbai.desk.letters import draft_letter, save_letter
from mingbai.desk.raising import raise_by_letter, raised_words
from mingbai.domain.letter import LetterKind
from mingbai.domain.words import Words

WRITTEN = Words("已写好{kind}：{path}", "{kind} written: {path}")
NOT_SENT = Words(
    "请打开核对、修改；本软件不代为发送", "Open it, check and edit it; the program sends nothing"
)


def letter(options: Namespace) -> None:
    """Writes a letter about an entry, and says what was left out of it."""
    kind = choice_in(LetterKind, options.kind)
    with opened(options) as ledger:
        entry = records.by_number(ledger, options.number)
        draft = draft_letter(ledger, entry, kind, language=options.language, today=options.today)
        save_letter(draft.letter, options.out)
        raised = (
            raise_by_letter(ledger, entry, draft.letter, today=options.today)
            if kind is LetterKind.JOINT
            else None
        )
    say(WRITTEN.format(kind=kind.words, path=options.out), options.language)
    if raised is not None:
        say(raised_words(raised), options.language)
    for words in draft.left_out:
        say(words, options.language)
    say(NOT_SENT, options.language)
