"""A rule that flags nothing says why, in one sentence; one that speaks says nothing of itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mingbai.desk import records
from mingbai.desk.glossary import Glossary
from mingbai.desk.speaking import CITED, INCOMPLETE, OFF, TOO_EARLY, TOO_LATE, silence
from mingbai.desk.standing import standing
from mingbai.desk.states import state_of
from mingbai.domain.certificate_type import CERTIFICATE_TYPES, Answer
from mingbai.domain.filter import equals
from mingbai.domain.holiday import HOLIDAYS
from mingbai.domain.rule import RULES, Family, Rule
from mingbai.domain.task import Ask, TaskKind
from mingbai.domain.words import Words
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Entry, Ledger

RULE = Rule(code="BX-1", gist="一", source="《本县清单》", issued="2025", families=(Family.PLAQUE,))
SHORT = "TIME-1"
ASKED = replace(RULE, families=(Family.FORBIDDEN_ASK,))


def rule_of(ledger: Ledger, code: str) -> Entry:
    return next(one for one in ledger.entries(RULES) if one.stored["code"] == code)


@pytest.mark.parametrize(
    ("rule", "short", "told"),
    [
        (replace(RULE, in_use=False), OFF, "已停用"),
        (replace(RULE, in_use=False, region="河南省", region_en="Henan"), OFF, "适用于河南省"),
        (replace(RULE, source=" ", in_use=False), OFF, "已停用"),
        (replace(RULE, source=" "), INCOMPLETE, "没有写来源文件"),
        (replace(RULE, issued=""), INCOMPLETE, "没有写发布时间"),
        (replace(RULE, words=("(打卡",)), INCOMPLETE, "读不懂"),
        (replace(RULE, valid_from=date(2026, 11, 25)), TOO_EARLY, "2026年11月25日 起施行"),
        (replace(RULE, valid_to=date(2026, 11, 23)), TOO_LATE, "2026年11月23日 后失效"),
        (replace(RULE, families=()), CITED, "不会照它自己提示"),
        (ASKED, INCOMPLETE, "没有触发词"),
    ],
)
def test_each_reason_has_its_word_and_its_sentence(rule: Rule, short: Words, told: str, today: date) -> None:
    why = silence(rule, today)
    assert why is not None
    assert (why.short, told in why.told.zh) == (short, True)
    assert why.told.en.isascii() or "BX-1" in why.told.en


@pytest.mark.parametrize(
    "rule",
    [
        RULE,
        replace(RULE, valid_from=date(2026, 11, 24), valid_to=date(2026, 11, 24)),
        replace(ASKED, words=("打卡",)),
        replace(ASKED, asks=(Ask.PHOTO,)),
        replace(ASKED, kinds=(TaskKind.RANKING.code,)),
        replace(ASKED, families=(Family.FORBIDDEN_ASK, Family.PLAQUE)),
    ],
)
def test_one_that_speaks_says_nothing(rule: Rule, today: date) -> None:
    assert silence(rule, today) is None


def test_the_shipped_rules_are_whole(ledger: Ledger, today: date) -> None:
    found = [silence(one.record, today) for one in ledger.entries(RULES)]
    assert not [why.told.zh for why in found if why is not None and why.amiss]
    assert {why.short if why else None for why in found} == {None, OFF, CITED}


def test_what_a_rule_looks_things_up_in_may_be_missing(ledger: Ledger, today: date) -> None:
    def said(code: str, day: date = today) -> list[tuple[str, bool]]:
        found = standing(ledger, rule_of(ledger, code), Glossary(ledger, day))
        return [(one.words.zh, one.uncertain) for one in found]

    assert said(SHORT) == said("CERT-2") == []
    for entry in asked_entries(ledger, CERTIFICATE_TYPES, equals("answer", Answer.NOT_TO_ISSUE), today):
        records.change(ledger, entry, {"in_use": "否"}, today=today)
    assert said("CERT-2") == [("证明清单里没有启用的“不予出具”，不会提示", False)]
    assert not any(str(one.stored["day"]) > "2027-02" for one in ledger.entries(HOLIDAYS))
    assert said(SHORT, date(2027, 6, 1)) == [("2027 年日历未更新，期限按周一至周五算", True)]


def test_the_list_tells_it_by_word_and_shape(ledger: Ledger, today: date) -> None:
    glossary = Glossary(ledger, today)
    states = {str(one.stored["code"]): state_of(one, glossary) for one in ledger.entries(RULES)}
    assert len({state.shape for state in states.values() if state is not None}) == 3
    entry = records.change(ledger, rule_of(ledger, "APP26-2"), {"in_use": "否"}, today=today)
    state = state_of(entry, glossary)
    assert state is not None
    assert (state.words, state.over) == (OFF, True)
