"""How much room a text needs, and how a long one is parted."""

from __future__ import annotations

import pytest

from mingbai.exchange import measure

LONG = 20_000


@pytest.mark.parametrize("text", ["长" * LONG, "word " * (LONG // 5), "a" * LONG, "第一行。\n" * (LONG // 5)])
def test_a_long_text_is_parted_whole_and_measured_a_few_times_over(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = []
    lines = measure.lines

    def counting(part: str, width: float) -> int:
        measured.append(len(part))
        return lines(part, width)

    monkeypatch.setattr(measure, "lines", counting)
    parts = measure.shares(text, 40.0, 7)
    assert "".join(parts).replace("\n", "") == text.replace("\n", "")
    assert all(lines(part, 40.0) <= 7 for part in parts)
    assert sum(measured) < 40 * len(text), "what comes pages later is not measured for each part"
