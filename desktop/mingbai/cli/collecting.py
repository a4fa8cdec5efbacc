"""The commands of a street or county: take in villages' reports, hand lists down."""

from __future__ import annotations

from argparse import Namespace

from mingbai.cli.ending import ending
from mingbai.cli.opening import opened
from mingbai.cli.speech import answer, say
from mingbai.domain.words import Mistake, Words

TOLD = Words(
    "新收 {new} 份，替换 {replaces} 份，相同 {same} 份，较早版次 {earlier} 份，没有收 {refused} 份",
    "{new} new, {replaces} newer, {same} the same, {earlier} of an earlier version, {refused} refused",
)
MISSING = Words("{month}未报 {n} 个：{names}", "{month}, missing ({n}): {names}")
WRITTEN = Words("已导出：{path}", "Written: {path}")
TAKEN_OVER = Words(
    "新增 {new}，更新 {updated}，相同 {same}，保留本地 {kept}",
    "{new} new, {updated} brought up to date, {same} the same, {kept} left as they are here",
)


def collect(options: Namespace) -> int:
    """Takes in month workbooks of villages."""
    from mingbai.desk.collecting.collection import collection
    from mingbai.desk.collecting.sheets import write_collection
    from mingbai.desk.collecting.taking import How
    from mingbai.desk.collecting.taking import collect as collect_files
    from mingbai.desk.places import month_of, place_of

    with opened(options) as ledger:
        done = collect_files(ledger, options.files, today=options.today)
        months = [month_of(ledger, options.month)] if options.month else list(done.months)
        found = [collection(ledger, month) for month in months]
        if options.out is not None and found:
            place = place_of(ledger).name
            write_collection(found[0], place, options.out, language=options.language, today=options.today)
    language = options.language
    if options.json:
        answer(
            {
                "taken": [
                    {
                        "file": one.file,
                        "village": one.place,
                        "month": str(one.month),
                        "version": one.version,
                        "how": one.how.value,
                        "differences": len(one.differences),
                    }
                    for one in done.taken
                ],
                "refused": [{"file": one.file, "reason": one.words.into(language)} for one in done.refused],
                "months": {
                    str(one.month): {
                        "missing": [place.name for place in one.missing],
                        "sums": {
                            code: None if (whole := one.sum(code).number) is None else str(whole)
                            for code in one.codes
                        },
                    }
                    for one in found
                },
            }
        )
        return ending(done.refused)
    counts = {how.value: done.count(how) for how in How}
    say(TOLD.format(**counts, refused=len(done.refused)), language)
    for refused in done.refused:
        say(refused.words, language)
    for one in found:
        if one.missing:
            mark = "、" if language == "zh" else ", "
            names = mark.join(place.name for place in one.missing)
            say(MISSING.format(month=one.month.words, n=len(one.missing), names=names), language)
    if options.out is not None and found:
        say(WRITTEN.format(path=options.out), language)
    return ending(done.refused)


def lists(options: Namespace) -> None:
    """Hands all lists down as one workbook, or takes such a workbook over."""
    from mingbai.desk.lists_down import take_lists, write_lists

    if options.take is None and options.out is None:
        raise Mistake(
            "请写 --out 导出清单，或写 --take 接收清单",
            "Say --out to write the lists or --take to take them over",
        )
    with opened(options) as ledger:
        if options.take is not None:
            done = take_lists(ledger, options.take, today=options.today)
            words = TAKEN_OVER.format(new=done.new, updated=done.updated, same=done.same, kept=done.kept)
            say(words, options.language)
            return
        write_lists(ledger, options.out, language=options.language, today=options.today)
        say(WRITTEN.format(path=options.out), options.language)
