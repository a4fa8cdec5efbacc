"""English words for kinds that open a line without a unit beside them."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.quick.quick import read_quick

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("words", "kind", "title"),
    [
        ("ledger broken handrails", "LDG", "broken handrails"),
        ("log book night patrols", "LDG", "night patrols"),
        ("data empty shops", "DAT", "empty shops"),
        ("form winter boarders", "FRM", "winter boarders"),
        ("survey lift users", "SRV", "lift users"),
        ("questionnaire library opening", "SRV", "library opening"),
        ("inspection gas bottles", "INS", "gas bottles"),
        ("assessment bin sorting", "ASM", "bin sorting"),
        ("subscription evening papers", "SUB", "evening papers"),
        ("quota blood donors", "QTA", "blood donors"),
        ("publicity lantern evening", "PUB", "lantern evening"),
        ("training first aid", "TRN", "first aid"),
        ("pledge karaoke bars", "PLG", "karaoke bars"),
        ("official visit tea village", "REC", "tea village"),
        ("secondment two people for a month", "SEC", "two people for a month"),
        ("photos courtyard lamps", "TRC", "courtyard lamps"),
    ],
)
@pytest.mark.parametrize("line", ["{} by Friday", "{} @Shen", "@Shen {}", "by Friday {}", "Water bureau {}"])
def test_a_kind_opens_a_line_or_follows_what_was_read(line: str, words: str, kind: str, title: str) -> None:
    quick = read_quick(line.format(words), shipped_words(), TODAY)
    assert (quick.register, quick.value("kind"), quick.title) == ("task", kind, title)


@pytest.mark.parametrize(
    "words",
    [
        # One thing that is called by what it is for.
        "meeting room lights",
        "survey results",
        "data protection leaflet",
        "form teacher wanted",
        "report card samples",
        "ledger book covers",
        "inspection team lunch",
        "training ground grass",
        "subscription fees",
        "reception desk lamp",
        "assessment report copies",
        "publicity board paint",
        "meeting snacks",
        "training wheels",
        "inspection sticker renewal",
        "assessment pens",
        "data cable",
        "ledger covers",
        "statement folders",
        "quiz prizes for the children",
        "working meal vouchers",
        "reception chairs from the school",
        # Verbs.
        "check fire doors",
        "list empty flats",
        "report pothole",
        "visit lonely elders",
        "stamp letters",
        "form a queue at the gate",
        "survey the lift users",
        # Sentences, and a number that is a name.
        "ledger was lost",
        "data shops sent is wrong",
        "survey boxes are missing",
        "form 3",
        # With a register of their own.
        "certificate same person",
        "plaque science corner",
    ],
)
def test_what_is_a_thing_a_verb_or_a_sentence_stays_title(words: str) -> None:
    quick = read_quick(f"{words} by Friday", shipped_words(), TODAY)
    assert (quick.value("kind"), quick.title) == ("", words)


def test_nothing_is_read_of_a_line_without_parts() -> None:
    quick = read_quick("ledger broken handrails", shipped_words(), TODAY)
    assert (quick.parts, quick.title) == ((), "ledger broken handrails")
