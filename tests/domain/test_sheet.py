"""What a sheet says of itself, before anybody draws it."""

from __future__ import annotations

import pytest

from mingbai.domain.sheet import SheetColumn


@pytest.mark.parametrize(
    ("head", "named"),
    [
        ("Duty\nlist", "Duty list"),
        ("Satis-\nfied (%)", "Satisfied (%)"),
        ("Earned\n(yuan)", "Earned (yuan)"),
        ("Jan–Nov\n2026", "Jan–Nov 2026"),
        ("清单\n归属", "清单归属"),
        ("收到上级交办\n（件）", "收到上级交办（件）"),
    ],
)
def test_a_head_on_one_line_keeps_its_words_apart_and_whole(head: str, named: str) -> None:
    assert SheetColumn(head, 8.0).named == named
