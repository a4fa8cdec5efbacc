"""Each command as a few lines over a deed."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from mingbai.cli.fields import (
    computed_words,
    field_object,
    field_rows,
    fields_in,
    register_named,
    register_rows,
)
from mingbai.cli.opening import opened
from mingbai.cli.showing import Showing
from mingbai.cli.speech import answer, print_lines, say, say_all
from mingbai.cli.table import aligned
from mingbai.cli.usage import choice_in, terminal_width
from mingbai.cli.whole import whole_lines, whole_object
from mingbai.desk import records, recurring, review
from mingbai.desk.certificates import advice
from mingbai.desk.deeds import deed_words
from mingbai.desk.doubts import doubts
from mingbai.desk.expecting import stopped_words
from mingbai.desk.flagged import flagged as cited
from mingbai.desk.glossary import Glossary
from mingbai.desk.listing import asked_blocks, find_everywhere
from mingbai.desk.places import new_ledger
from mingbai.desk.spoken_days import day_words
from mingbai.desk.whole import verdict_words
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.reading import read_date, read_minutes
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import Assessment, Decision, Method
from mingbai.domain.words import Mistake, Words
from mingbai.ledger import undo as undoing
from mingbai.ledger.ledger import Entry, Ledger


def new(options: Namespace) -> None:
    """Makes a ledger."""
    given = {
        "name": options.place,
        "residents": options.residents,
        "code": options.code,
        "month_end": options.month_end,
    }
    place = {name: value for name, value in given.items() if value is not None}
    new_ledger(options.ledger, place, today=options.today).close()
    say(Words("已新建账本：{path}", "New ledger: {path}").format(path=options.ledger), options.language)


def demo(options: Namespace) -> None:
    """Makes the sample ledger, its month report and, where it can, pictures; in one language or both."""
    from mingbai.desk.demo import demonstrate, sample_ledger

    for language in (options.lang,) if options.lang else ("zh", "en"):
        for words in demonstrate(options.folder, language, options.today):
            say(words, options.language)
        if options.pictures is not None:
            for words in options.pictures(sample_ledger(options.folder, language), language, options.today):
                say(words, options.language)


def add(options: Namespace) -> None:
    """Records an entry."""
    register = register_named(options.register)
    draft = fields_in(register, options.fields)
    with opened(options) as ledger:
        entry = records.add(ledger, register, draft, today=options.today, language=options.language)
        _show_saved(ledger, entry, options)
        if register is CERTIFICATES and not options.json:
            say_all(advice(ledger, entry), options.language)


def change(options: Namespace) -> None:
    """Changes fields of an entry."""
    with opened(options) as ledger:
        entry = records.by_number(ledger, options.number)
        draft = fields_in(entry.register, options.fields)
        _show_saved(ledger, records.change(ledger, entry, draft, today=options.today), options)


def list(options: Namespace) -> None:  # noqa: A001 - the command's name
    """Lists a register."""
    register = register_named(options.register)
    with opened(options) as ledger:
        showing = _showing(ledger, options)
        blocks = asked_blocks(ledger, register, options.where, showing.glossary, binned=options.bin)
        if options.json:
            answer([showing.object(entry) for block in blocks for entry in block])
            return
        any_found = False
        for block in blocks:
            print_lines(showing.lines(block, head=not any_found))
            any_found = any_found or bool(block)
        if not any_found:
            say(Words("没有符合的记录", "No matching entries"), options.language)


def find(options: Namespace) -> None:
    """Finds entries."""
    with opened(options) as ledger:
        showing = _showing(ledger, options)
        entries = find_everywhere(ledger, options.text)
        if options.json:
            answer([{"register": entry.register.code} | showing.object(entry) for entry in entries])
            return
        if not entries:
            say(
                Words("没有找到“{text}”", "Nothing found for “{text}”").format(text=options.text),
                options.language,
            )
        for register in dict.fromkeys(entry.register for entry in entries):
            say(register.words, options.language)
            print_lines(showing.lines(entry for entry in entries if entry.register is register))


def show(options: Namespace) -> None:
    """Shows one entry whole."""
    with opened(options) as ledger:
        entry = records.by_number(ledger, options.number, binned=True)
        showing = Showing(ledger, options.today, options.language, full=True, weekdays=not options.json)
        if options.json:
            answer(whole_object(entry, showing))
            return
        print_lines(whole_lines(entry, showing))


def fields(options: Namespace) -> None:
    """Lists the registers, or the fields of one."""
    if not options.register:
        if options.json:
            answer([{"register": r.code, "zh": r.words.zh, "en": r.words.en} for r in REGISTERS.values()])
            return
        print_lines(aligned([*register_rows(options.language)]))
        return
    register = register_named(options.register)
    if options.json:
        answer([field_object(field) for field in register.fields.values()])
        return
    print_lines(aligned([*field_rows(register, options.language)], wrap_to=terminal_width()))
    if (also := computed_words(register)) is not None:
        say(also, options.language)


def bin(options: Namespace) -> None:  # noqa: A001 - the command's name
    """Puts an entry into the bin."""
    with opened(options) as ledger:
        entry = records.by_number(ledger, options.number)
        records.put_into_bin(ledger, entry)
        say(Words("已放入回收站：{n}", "In the bin: {n}").format(n=entry.number), options.language)


def unbin(options: Namespace) -> None:
    """Takes an entry out of the bin."""
    with opened(options) as ledger:
        entry = records.by_number(ledger, options.number, binned=True)
        if entry.binned_at is None:
            raise Mistake("{n} 不在回收站里", "{n} is not in the bin", n=entry.number)
        records.take_out_of_bin(ledger, entry)
        say(Words("已取回：{n}", "Taken out of the bin: {n}").format(n=entry.number), options.language)


def undo(options: Namespace) -> None:
    """Takes back the last act."""
    with opened(options) as ledger:
        stays = undoing.passed_over(ledger)
        _say_undone(ledger, undoing.undo(ledger), Words("撤销", "Undone"), options)
        if stays is not None:
            words = Words("{deed}，撤不回，保持不变", "This stays, it cannot be undone: {deed}")
            say(words.format(deed=deed_words(ledger, stays)), options.language)


def redo(options: Namespace) -> None:
    """Does an undone act again."""
    with opened(options) as ledger:
        _say_undone(ledger, undoing.redo(ledger), Words("重做", "Done again"), options)


def expected(options: Namespace) -> None:
    """Lists what is waited for."""
    with opened(options) as ledger:
        waiting = recurring.expected(ledger, options.today)
        if options.json:
            answer(
                [
                    {
                        "number": one.demand.number,
                        "title": one.demand.stored["title"],
                        "period": one.occurrence.key,
                        "due_on": one.due_on.isoformat(),
                        "cut_on": one.stopped.stored["effective_from"] if one.stopped else None,
                    }
                    for one in waiting
                ]
            )
            return
        if not waiting:
            say(Words("没有在等的常态事项", "No recurring assignment is waited for"), options.language)
        for one in waiting:
            told = [one.demand.number, one.occurrence.key, one.due_on, one.demand.stored["title"]]
            if one.stopped is not None:
                told.append(stopped_words(one, options.today).into(options.language))
            print(*told, sep="  ")


def came(options: Namespace) -> None:
    """Records that an expected occurrence came."""
    with opened(options) as ledger:
        demand = _demand(ledger, options.number)
        received_on = _date(options.on, options.today) or options.today
        entry = recurring.came(ledger, demand, options.period, received_on=received_on, today=options.today)
        words = Words("已登记：{n} {title}，{period}", "Recorded: {n} {title}, {period}")
        _say_occurrence(words, entry.number, demand, entry, options)
        say_all(doubts(entry, options.today), options.language)


def absent(options: Namespace) -> None:
    """Records that an expected occurrence did not come."""
    with opened(options) as ledger:
        demand = _demand(ledger, options.number)
        (entry,) = recurring.did_not_come(ledger, demand, options.period, today=options.today)
        words = Words(
            "已记录：{n} {title}，{period} 未再要求", "Recorded: {n} {title} did not come in {period}"
        )
        _say_occurrence(words, demand.number, demand, entry, options)


def flag(options: Namespace) -> None:
    """Flags an entry."""
    with opened(options) as ledger:
        entry = records.by_number(ledger, options.number)
        flagged = review.flag(ledger, entry, options.reason, today=options.today, evidence=options.evidence)
        showing = _showing(ledger, options)
        if options.json:
            answer(showing.object(flagged))
            return
        words = Words("已保存提示，{day}：{entry}", "Flag saved, {day}: {entry}")
        called = showing.called(entry.uid, entry.register.code)
        say(words.format(day=day_words(options.today), entry=called), options.language)
        say_all(cited(ledger, [flagged])[0].told, options.language)


def decide(options: Namespace) -> None:
    """Assesses an entry."""
    today = options.today
    verdict = review.Verdict(
        assessment=choice_in(Assessment, options.assessment),
        method=choice_in(Method, options.method) if options.method else None,
        basis=options.basis,
        effective_from=_date(options.effective, today),
        times_before=options.times_before,
        times_after=options.times_after,
        minutes_before=_minutes(options.minutes_before),
        minutes_after=_minutes(options.minutes_after),
        people=options.people,
        recheck_on=_date(options.recheck, today),
        note=options.note,
    )
    with opened(options) as ledger:
        entry = records.by_number(ledger, options.number)
        title = Glossary(ledger, today).show(entry.uid, options.language)
        decision = review.decide(ledger, entry, verdict, today=today, title=title, language=options.language)
        if options.json:
            _show_saved(ledger, decision, options)
            return
        record: Decision = decision.record
        words = Words("已保存：{entry}：{verdict}", "Saved: {entry}: {verdict}")
        called = _showing(ledger, options).called(record.subject, record.register)
        say(words.format(entry=called, verdict=verdict_words(record)), options.language)


def _showing(ledger: Ledger, options: Namespace) -> Showing:
    return Showing(ledger, options.today, options.language, full=getattr(options, "full", False))


def _show_saved(ledger: Ledger, entry: Entry, options: Namespace) -> None:
    """What was saved as it is kept, days with their weekdays, and what looks like a slip in it."""
    showing = Showing(ledger, options.today, options.language, full=options.json, weekdays=True)
    if options.json:
        answer(showing.object(entry))
        return
    say(Words("已保存：", "Saved: "), options.language)
    print_lines(showing.lines([entry]))
    say_all(doubts(entry, options.today), options.language)


def _say_occurrence(words: Words, number: str, demand: Entry, entry: Entry, options: Namespace) -> None:
    told = words.format(n=number, title=demand.stored["title"], period=entry.stored["period_key"])
    say(told, options.language)


def _say_undone(ledger: Ledger, done: undoing.Undone, verb: Words, options: Namespace) -> None:
    words = Words("{verb}：{deed}", "{verb}: {deed}").format(verb=verb, deed=deed_words(ledger, done.deed))
    say(words, options.language)
    if done.left:
        more = Words(
            "其中 {n} 处之后又改过，保持不变", "{n} fields were changed since and stay as they are"
        ).format(n=len(done.left))
        say(more, options.language)


def _demand(ledger: Ledger, number: str) -> Entry:
    entry = records.by_number(ledger, number)
    if entry.register.code != "demand":
        raise Mistake("{n} 不是常态事项", "{n} is no recurring assignment", n=entry.number)
    return entry


def _date(text: str | None, today: date) -> date | None:
    return read_date(text, today=today) if text else None


def _minutes(text: str | None) -> int | None:
    return read_minutes(text) if text else None
