"""One line as an entry, from the command line."""

from __future__ import annotations

from argparse import Namespace

from mingbai.cli.opening import opened
from mingbai.cli.showing import Showing
from mingbai.cli.speech import answer, say
from mingbai.desk.certificates import advice
from mingbai.desk.doubts import doubts
from mingbai.desk.quick import LABELS, Reader, record, said
from mingbai.desk.quick_noticing import noticed
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.words import Words


def quick(options: Namespace) -> None:
    """Records a line as it would be typed in the window; with `dry` only says how it is read."""
    text = options.text if isinstance(options.text, str) else " ".join(options.text)
    page = getattr(options, "register", None) or "task"
    with opened(options) as ledger:
        reader = Reader(ledger)
        read = reader.read(text, options.today, page=page)
        if getattr(options, "dry", False):
            if options.json:
                fields = {part.name: part.value for part in read.parts}
                answer({"register": read.register, "title": read.title, **fields})
                return
            for part in read.parts:
                label = LABELS.get(part.name)
                if label is not None:
                    words = Words("{label}：{value}", "{label}: {value}")
                    value = said(read, part, reader, options.today)
                    say(words.format(label=label, value=value), options.language)
            title = Words("{label}：{title}", "{label}: {title}")
            say(title.format(label=LABELS["title"], title=read.title), options.language)
            return
        entry = record(ledger, read, options.today, options.language)
        showing = Showing(ledger, options.today, options.language, full=options.json, weekdays=True)
        if options.json:
            answer({"register": entry.register.code} | showing.object(entry))
            return
        say(Words("已保存：", "Saved: "), options.language)
        for line in showing.lines([entry]):
            print(line)
        told = advice(ledger, entry) if entry.register is CERTIFICATES else doubts(entry, options.today)
        for words in told:
            say(words, options.language)
        for notice in noticed(ledger, reader, read, options.today, but=entry.uid):
            if entry.register is not CERTIFICATES:
                say(notice.words, options.language)
