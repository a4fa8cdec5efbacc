"""What a place says in its own words in its letters: kept, filled, checked, and given back."""

from __future__ import annotations

from datetime import date

import pytest
from tests.desk.lettering import LANGUAGES, everything, switch_on, task, text

from mingbai.desk import letter_texts
from mingbai.desk.citing import quotable
from mingbai.desk.letter_texts import CLOSING, GAPS, OPENING, PARTS, SENDER, own, set_own, shipped
from mingbai.desk.letters import draft_letter
from mingbai.domain.letter import LETTER_TEXTS, LetterKind
from mingbai.domain.rule import RULES
from mingbai.domain.words import Language, Mistake
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.undo import undo

JOINT = LetterKind.JOINT


def say(ledger: Ledger, today: date, part: str, said: str, language: Language = "zh") -> str:
    return set_own(ledger, JOINT, part, said, language=language, today=today)


def test_own_words_stand_in_the_letter_and_undo_takes_them_back(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today)
    before = everything(ledger, entry, today)
    say(ledger, today, OPENING, "{我方}就“{ 单位 }”的“{事项}”函告如下。".replace("{ 单位 }", "{单位}"))
    say(ledger, today, CLOSING, "请予函复，编号{编号}。")
    say(ledger, today, SENDER, "新湖社区党委")
    said = text(ledger, entry, today)
    assert "我社区就“民政局”的“上报重点人群台账”函告如下。" in said
    assert f"请予函复，编号{entry.number}。" in said
    assert said.endswith("新湖社区党委")
    assert "特此函商" not in said
    # Other kinds and the other language speak as before.
    assert "特此说明" in text(ledger, entry, today, LetterKind.DEPARTMENT)
    assert "Please verify" in text(ledger, entry, today, JOINT, "en")
    for _ in PARTS:
        undo(ledger)
    assert everything(ledger, entry, today) == before


def test_empty_or_the_shipped_words_are_the_way_back(ledger: Ledger, today: date) -> None:
    for back in ("", "  ", shipped(ledger, JOINT, CLOSING, "zh")):
        say(ledger, today, CLOSING, "请予函复。")
        assert own(ledger, JOINT, CLOSING, "zh") == "请予函复。"
        assert say(ledger, today, CLOSING, back) == ""
        assert own(ledger, JOINT, CLOSING, "zh") == ""
    assert len(ledger.entries(LETTER_TEXTS)) == 1


@pytest.mark.parametrize(
    ("part", "said", "zh"),
    [
        (OPENING, "请{领导}核实。", "没有“{领导}”这一项，可以用 {我方}、{单位}、{事项}、{编号}"),
        (OPENING, "请{}核实。", "没有“{}”这一项"),
        (OPENING, "请{单位核实。", "花括号没有成对，可以用 {我方}"),
        (OPENING, "请单位}核实。", "花括号没有成对"),
        (OPENING, "请{{单位}}核实。", "花括号没有成对"),
        (CLOSING, "请" * 201, "控制在 200 字以内"),
        (CLOSING, "该单位违规摊派。", "不能写“违规”"),
        (SENDER, "{我方}", "落款里不能用花括号"),
        (SENDER, "新" * 61, "控制在 60 字以内"),
    ],
)
def test_what_cannot_be_said_is_refused(ledger: Ledger, today: date, part: str, said: str, zh: str) -> None:
    with pytest.raises(Mistake) as told:
        say(ledger, today, part, said)
    assert zh in told.value.words.zh
    assert own(ledger, JOINT, part, "zh") == ""


def test_gaps_are_known_by_the_names_of_both_languages(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today)
    for language in LANGUAGES:
        for name in ("us", *(words.into(language) for words in GAPS.values())):
            say(ledger, today, CLOSING, f"< {{{name}}} >", language)
            assert "{" not in text(ledger, entry, today, JOINT, language)


def test_shipped_words_with_their_gaps_can_be_said_as_ones_own(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today, due_on="2026-11-27")
    for kind in LetterKind:
        for language in LANGUAGES:
            before = text(ledger, entry, today, kind, language)
            for part in (OPENING, CLOSING):
                said = shipped(ledger, kind, part, language)
                set_own(ledger, kind, part, f"{said}!", language=language, today=today)
            after = text(ledger, entry, today, kind, language)
            assert after.replace("!", "") == before
            assert after.count("!") == 2


def test_a_document_known_from_reports_alone_is_never_cited(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today)
    refused = 0
    sources = {str(held.stored["source"]): held for held in ledger.entries(RULES)}
    for source in sources:
        cited = f"依据{source if '《' in source else f'《{source}》'}。"
        about = letter_texts._TITLE.findall(cited)
        may = all(
            any(quotable(one.record, today) for one in ledger.entries(RULES) if name in one.record.source)
            for name in about
        )
        for kind in LetterKind:
            if may:
                set_own(ledger, kind, OPENING, cited, language="zh", today=today)
                continue
            refused += 1
            with pytest.raises(Mistake):
                set_own(ledger, kind, OPENING, cited, language="zh", today=today)
            assert cited not in everything(ledger, entry, today)
    assert refused > 10


def test_what_may_no_longer_be_cited_is_left_out_and_told(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today, due_on="2026-11-27")
    local = next(held for held in ledger.entries(RULES) if held.stored["code"] == "HN8-1")
    with pytest.raises(Mistake):
        say(ledger, today, OPENING, f"依据{local.stored['source']}函告如下。")
    switch_on(ledger, local)
    say(ledger, today, OPENING, f"依据{local.stored['source']}函告如下。")
    assert str(local.stored["source"]) in text(ledger, entry, today)
    with ledger.act("change") as act:
        act.change(RULES, local.uid, {"in_use": 0})
    draft = draft_letter(ledger, entry, JOINT, language="zh", today=today)
    assert "现将有关情况函告如下" in draft.letter.paragraphs[0]
    assert any("不能写进函件" in words.zh for words in draft.left_out)
