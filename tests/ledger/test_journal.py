"""Journal rows are chained over what holds in every ledger."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mingbai.ledger import journal

LINE = journal.Line("device", 1, 2, "[]", "issue", "uid", born=True)


def test_a_patch_reads_back_as_it_was_written() -> None:
    patch: journal.Patch = {"title": (None, "路灯|不亮\n“😀”"), "minutes": (3, None), "note": ("a", "b")}
    assert journal.read(journal.written(patch, born=False), born=False) == patch


def test_a_new_entry_is_written_without_its_empty_past() -> None:
    text = journal.written({"title": (None, "路灯"), "minutes": (None, 5)}, born=True)
    assert text == '{"title":"路灯","minutes":5}'
    assert journal.read(text, born=True) == {"title": (None, "路灯"), "minutes": (None, 5)}


def test_salts_differ() -> None:
    assert len({journal.salt() for _ in range(1000)}) == 1000
    assert journal.digest(b"a" * 16, b"{}") != journal.digest(b"b" * 16, b"{}")


@pytest.mark.parametrize(
    "change",
    [
        {"device": "other"},
        {"seq": 2},
        {"clock": 3},
        {"act": '["x"]'},
        {"register": "task"},
        {"uid": "other"},
        {"born": False},
    ],
)
def test_the_chain_covers_everything_said_of_a_row(change: dict) -> None:
    digested = journal.digest(b"salt", b"{}")
    whole = journal.chained(journal.START, LINE, digested)
    assert journal.chained(journal.START, replace(LINE, **change), digested) != whole
    assert journal.chained(b"\1" * 32, LINE, digested) != whole
    assert journal.chained(journal.START, LINE, journal.digest(b"tals", b"{}")) != whole


def test_words_cannot_move_from_one_part_of_an_act_to_another() -> None:
    first = journal.act_words(1, "then", "李|梅", "add", None)
    assert first != journal.act_words(1, "then", "李", "梅|add", None)
    assert first != journal.act_words(1, "then", '李|梅","add', "", None)
    assert journal.act_words(1, "", "", "", ("a", 1)) != journal.act_words(1, "", "", "", ("a", 2))
