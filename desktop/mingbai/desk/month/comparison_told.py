"""Two periods side by side as lines of text, and as values for machines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.desk.month.comparison import Comparison, Pair
from mingbai.desk.month.figures import decimals_of, table1_codes
from mingbai.desk.month.frozen import as_number
from mingbai.desk.month.told import FURTHER
from mingbai.domain.figure import Unit, Value, alone
from mingbai.domain.figures import TABLE1
from mingbai.domain.sheet import DASH
from mingbai.domain.words import Language, Words

DIFFERENCE, CHANGE = Words("增减", "Difference"), Words("增减率", "Change")


def compared_lines(found: Comparison, language: Language) -> list[str]:
    """A heading for each group and a line for each figure; the cells of a line are divided by tabs."""
    heads = (found.first.words, found.second.words, DIFFERENCE, CHANGE)
    lines = ["\t".join(["", *(words.into(language) for words in heads)])]
    further = tuple(code for code in found.pairs if code not in table1_codes())
    for group, codes in (*TABLE1, (FURTHER, further)):
        lines.append(group.into(language))
        for code in codes:
            pair = found.pairs[code]
            lines.append("\t".join([f"  {alone(pair.title).into(language)}", *_cells(pair)]))
    return lines


def _cells(pair: Pair) -> Iterator[str]:
    places = decimals_of(pair.figure)

    def number(value: Value) -> str:
        return DASH if value.number is None else f"{value.number:,.{places}f}"

    yield number(pair.first)
    yield number(pair.second)
    apart, points = pair.difference, " pp" if pair.figure.unit is Unit.PERCENT else ""
    yield DASH if apart is None else f"{apart:+,.{places}f}{points}"
    yield DASH if pair.rate is None else f"{pair.rate:+,.2f}%"


def compared_as_json(found: Comparison, language: Language) -> dict[str, dict[str, Any]]:
    """Every figure by code, with its value in either period."""
    return {
        code: {
            "unit": pair.figure.unit.words.into(language),
            str(found.first): as_number(pair.first.number, decimals_of(pair.figure)),
            str(found.second): as_number(pair.second.number, decimals_of(pair.figure)),
            "difference": as_number(pair.difference, decimals_of(pair.figure)),
            "change": as_number(pair.rate, 2),
        }
        for code, pair in found.pairs.items()
    }
