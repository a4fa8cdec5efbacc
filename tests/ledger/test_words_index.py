"""What the index holds of a text is enough to find every part of it, and little more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.domain.text import fold
from mingbai.ledger import words_index
from mingbai.ledger.words_index import INITIALS, Sought, edition, named, tokens

MIXED = st.text(st.sampled_from("低保户abAB12３，。 -_（）😀𠮷\ue863é한"), max_size=12)


def test_characters_pairs_and_parts_of_words_are_tokens() -> None:
    assert set(tokens([], ["低保户 a1b2"]).split()) == {
        *"低保户", "低保", "保户", *"a1b2", "a1", "1b", "b2", "a1b", "1b2",
    }  # fmt: skip


def test_only_short_texts_have_initials() -> None:
    found = {token for token in tokens(["单人"], ["民政"]).split() if token.startswith(INITIALS)}
    assert found == {f"{INITIALS}{first}r" for first in "cds"}


def test_every_reading_of_every_character_is_kept() -> None:
    found = tokens(["奇單圳"], []).split()
    assert {f"{INITIALS}{a}{b}{c}" for a in "ajqy" for b in "cdstz" for c in "chqz"} <= set(found)


def test_each_token_stands_once() -> None:
    found = tokens(["低保低保低保"], ["低保", "111111"], [named("a-b"), named("a-b")]).split()
    assert len(found) == len(set(found))


def test_a_sign_repeated_is_a_token_of_every_length_up_to_a_dozen() -> None:
    found = tokens([], ["x77777y", "哈哈哈", "0" * 500]).split()
    assert {"777", "7777", "77777", "哈哈", "哈哈哈", "0" * 12} <= set(found)
    assert not {"777777", "哈哈哈哈", "0" * 13} & set(found)
    assert '"77777"' in Sought("x77777").query()
    assert f'"{"0" * 12}"' in Sought("0" * 30).query()
    assert not Sought("0" * 501).stands_in([], ["0" * 500])


def test_signs_leave_no_tokens() -> None:
    assert tokens(["，。！ —— 😀 _"], ["\n\t"]) == ""


@given(MIXED, MIXED)
def test_no_token_holds_a_blank_or_a_quote(short: str, long: str) -> None:
    text = tokens([short], [long])
    assert text == " ".join(text.split())
    assert '"' not in text


@given(MIXED, st.data())
def test_a_part_of_a_text_stands_in_it(text: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(text)))
    part = fold(text)[first : first + data.draw(st.integers(1, 6))]
    sought = Sought(part)
    if sought.runs:
        assert sought.stands_in([], [text])
        held = set(tokens([], [text]).split())
        asked = set(sought.query().replace("(", " ").replace(")", " ").replace('"', "").split()) - {
            "AND",
            "OR",
        }
        assert {token for token in asked if not token.startswith(INITIALS)} <= held


@pytest.mark.parametrize(
    ("word", "text", "stands"),
    [
        ("低保", "申请低保金", True),
        ("低保", "最低。保证", False),
        ("2026 5", "〔2026〕5号", True),
        ("(2026)5号", "〔2026〕5号", True),
        ("〔2026〕5号", "2026年5号", False),
        ("第3期", "第一期3人", False),
        ("５６７８", "13812345678", True),
        ("5679", "13812345678", False),
        ("ＬＡＭＰ", "the lamp post", True),
        ("amp", "the LAMP post", True),
        ("lamps", "the lamp post", False),
        ("12345热线", "拨打12345热线", True),
        ("12345热线", "热线12345", False),
    ],
)
def test_signs_between_characters_do_not_count(word: str, text: str, *, stands: bool) -> None:
    assert all(Sought(part).stands_in([], [text]) for part in word.split()) is stands


def test_initials_stand_in_short_texts_only() -> None:
    assert Sought("dbj").stands_in(["申请低保金"], [])
    assert not Sought("dbj").stands_in([], ["申请低保金"])
    assert not Sought("d").stands_in(["低保"], [])
    assert not Sought("db1").stands_in(["低保"], [])


def test_what_needs_no_second_look() -> None:
    exact = [word for word in ("低", "低保", "低保户", "1", "12", "123", "1234", "db", "dbj", "dbjs", "3期") if
             Sought(word).exact]  # fmt: skip
    assert exact == ["低", "低保", "1", "12", "123", "db", "dbj"]


def test_the_edition_follows_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    before = edition()
    assert before == edition()
    edition.cache_clear()
    monkeypatch.setattr(words_index, "RULES", 4711)
    assert edition() != before
    monkeypatch.undo()
    edition.cache_clear()
    assert edition() == before
