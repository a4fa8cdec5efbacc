"""A rule learns words from what a person flagged with it."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk import records, review
from mingbai.desk.live_flags import refresh
from mingbai.desk.teaching import proposed, reach, teach, teachable
from mingbai.desk.watch import Watch
from mingbai.domain.filter import equals
from mingbai.domain.review import FLAGS, FlagState
from mingbai.domain.rule import RULES, Rule
from mingbai.domain.task import TASKS
from mingbai.domain.words import Mistake
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import undo

SEEN, UNSEEN = "APP26-2", "抄写安全标语"


def task(ledger: Ledger, today: date, title: str) -> Entry:
    draft = {"received_on": "2026-11-19", "department": "民政局", "title": title, "document": "〔2026〕3号"}
    return records.add(ledger, TASKS, draft, today=today)


def rule(ledger: Ledger, today: date, code: str = SEEN) -> Rule:
    (found,) = asked_entries(ledger, RULES, equals("code", code), today)
    record: Rule = found.record
    return record


def flags(ledger: Ledger, entry: Entry, today: date) -> list[Entry]:
    held = refresh(ledger, Watch(ledger, today), [entry], today=today)
    assert held is not None
    return asked_entries(ledger, FLAGS, equals("subject", entry.uid), today)


def test_a_rule_sees_from_now_on_what_it_was_taught_until_that_is_undone(ledger: Ledger, today: date) -> None:
    first = task(ledger, today, f"请网格员{UNSEEN}（11月）")
    assert flags(ledger, first, today) == []
    flag = review.flag(ledger, first, SEEN, today=today)
    assert teachable(flag, rule(ledger, today), today)
    teach(ledger, flag, UNSEEN, today=today)
    assert UNSEEN in rule(ledger, today).words
    later = task(ledger, today, f"各社区{UNSEEN}")
    (told,) = flags(ledger, later, today)
    assert (told.stored["rule"], told.stored["evidence"]) == (flag.stored["rule"], UNSEEN)
    assert [one.uid for one in flags(ledger, first, today)] == [flag.uid], "cited by hand, not cited twice"
    undo(ledger)
    undo(ledger)
    assert UNSEEN not in rule(ledger, today).words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "至少"),
        ("抄", "至少"),
        ("安全视频", "没有这几个字"),
        ("抄写(安全)", "不能有"),
        ("抄写|安全", "不能有"),
        ("抄写;安全", "不能有"),
    ],
)
def test_words_that_no_rule_should_go_by_are_refused(
    ledger: Ledger, today: date, words: str, said: str
) -> None:
    flag = review.flag(ledger, task(ledger, today, UNSEEN), SEEN, today=today)
    before = rule(ledger, today).words
    with pytest.raises(Mistake) as refused:
        teach(ledger, flag, words, today=today)
    assert said in refused.value.words.zh
    assert rule(ledger, today).words == before


def test_what_is_not_asked_for_cannot_be_taught(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today, f"不得要求{UNSEEN}")
    with pytest.raises(Mistake, match="asked for"):
        reach(ledger, entry, UNSEEN, today)


def test_it_says_how_many_entries_have_the_words_and_refuses_what_most_have(
    ledger: Ledger, today: date
) -> None:
    entry = task(ledger, today, UNSEEN)
    assert reach(ledger, entry, UNSEEN, today).told.en == "No other entry has these words"
    task(ledger, today, f"每周{UNSEEN}")
    assert reach(ledger, entry, UNSEEN, today).told.en == "1 other entry has these words too"
    for number in range(25):
        task(ledger, today, f"{number}栋安全登记")
    assert reach(ledger, entry, "安全标语", today).others == 1
    with pytest.raises(Mistake, match="27 entries"):
        reach(ledger, entry, "安全", today)


def test_the_same_words_are_not_taught_twice(ledger: Ledger, today: date) -> None:
    flag = review.flag(ledger, task(ledger, today, UNSEEN), SEEN, today=today)
    teach(ledger, flag, UNSEEN, today=today)
    with pytest.raises(Mistake, match="already"):
        teach(ledger, flag, UNSEEN, today=today)


def test_own_words_a_rule_of_numbers_and_one_switched_off_learn_nothing(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today, UNSEEN)
    own = review.flag(ledger, entry, "重复", today=today)
    assert not teachable(own, None, today)
    flag = review.flag(ledger, entry, SEEN, today=today)
    (held,) = asked_entries(ledger, RULES, equals("code", SEEN), today)
    assert flag.stored["state"] == FlagState.OPEN.code
    records.change(ledger, held, {"in_use": "否"}, today=today)
    assert not teachable(flag, rule(ledger, today), today)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("关于报送安全标语的通知（11月）", "安全标语"),
        ("2026年11月抄写安全标语", "抄写安全标语"),
        ("Send visit videos (November)", "Send visit videos"),
        ("通知", "通知"),
    ],
)
def test_what_is_proposed_is_the_title_without_its_frame(title: str, words: str) -> None:
    assert proposed(title) == words
