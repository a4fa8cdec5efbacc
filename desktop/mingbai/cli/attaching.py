"""Files added to an entry from the command line; pictures keep their size here, as nobody draws."""

from __future__ import annotations

from argparse import Namespace

from mingbai.cli.ending import ending
from mingbai.cli.opening import opened
from mingbai.cli.speech import answer, say
from mingbai.desk import records
from mingbai.desk.attachments import Given, size_words
from mingbai.desk.attachments import attach as add_files
from mingbai.domain.words import Words

ADDED = Words("已添加附件：{name}（{size}）", "Attached: {name} ({size})")


def attach(options: Namespace) -> int:
    """Adds files to an entry, in one step; says which were not added, and why."""
    with opened(options) as ledger:
        entry = records.by_number(ledger, options.number)
        given = [Given.file(path) for path in options.files]
        done = add_files(ledger, entry, given, today=options.today)
    language = options.language
    added = [(str(file.stored["name"]), int(file.stored["size"] or 0)) for file in done.entries]
    if options.json:
        answer(
            {
                "attachments": [{"name": name, "size": size} for name, size in added],
                "refused": [words.into(language) for words in done.refused],
                "notes": [words.into(language) for words in done.noted],
            }
        )
        return ending(done.refused)
    for name, size in added:
        say(ADDED.format(name=name, size=size_words(size)), language)
    for words in (*done.refused, *done.noted):
        say(words, language)
    return ending(done.refused)
