"""Who sent somebody to the counter, as they say it."""

from __future__ import annotations

import pytest

from mingbai.rules.counter.asker import asker_in


@pytest.mark.parametrize(
    ("said", "asker"),
    [
        ("银行要我开个亲属关系证明", "银行"),
        ("我爸去世了，工商银行那边非要我来开证明", "工商银行"),
        ("学校让孩子开居住证明", "学校"),
        ("公司要求提供无犯罪记录证明", "公司"),
        ("The bank wants proof that he is my father", "Bank"),
        ("bank wants proof that he is my son", "Bank"),
        ("I need proof, school asks for it", "School"),
        ("her employer asks for a statement", "Employer"),
        ("我在银行上班，要开证明", ""),
        ("想开个居住证明", ""),
        ("the office is closed", ""),
    ],
)
def test_who_wants_it(said: str, asker: str) -> None:
    assert asker_in(said) == asker
