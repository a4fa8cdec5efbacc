"""One thing has one name: a field called alike in 中文 is called alike in English."""

from collections import defaultdict

from mingbai.domain.registers import REGISTERS

SEVERAL = {
    # The day of an entry: English says of what.
    "日期": {"Asked", "Held", "Visited", "Day"},
    # Of the duty list for an assignment, of two lists for a certificate.
    "清单归属": {"Duty list", "List"},
    # With inspectors, and with guests.
    "陪同人数": {"Our people with them", "Number of hosts"},
}
"""中文 that means more than one thing, agreed on here."""


def test_fields_called_alike_in_chinese_are_called_alike_in_english() -> None:
    called = defaultdict(set)
    for register in REGISTERS.values():
        for field in register.fields.values():
            called[field.words.zh].add(field.words.en)
    assert {zh: en for zh, en in called.items() if len(en) > 1} == SEVERAL
