"""The long patterns of the notice reader, which look first at what they can begin with, find what they found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.lines import score_notices

from mingbai.rules.notice import burdens, mentions, papers
from mingbai.rules.said_days import same_signs


def patterns() -> Iterator[re.Pattern[str]]:
    """Those with the most alternatives."""
    yield from (words for _, _, words in (*papers.NAMED, *burdens.NAMED))
    yield from (words for _, words in mentions._WORDS)
    yield mentions._HANDED


def test_open_notices_are_met_at_the_same_places() -> None:
    texts = [same_signs(line["text"]) for line in score_notices.lines("notices_open2.jsonl")]
    for quick in patterns():
        plain = re.compile(quick.pattern.partition(")(?:")[2][:-1]) if quick.pattern[:3] == "(?=" else quick
        for text in texts:
            assert [one.span() for one in plain.finditer(text)] == [
                one.span() for one in quick.finditer(text)
            ]
