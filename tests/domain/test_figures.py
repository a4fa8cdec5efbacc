"""What every figure must say, and that every field is read by something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.domain.figure_fields import fields_read

from mingbai.domain.field import Kind
from mingbai.domain.figure import Duration, Figure, Flow, Given, Overlap, Ratio, Stock, Top, Unit
from mingbai.domain.figures import FIGURES, TABLE1
from mingbai.domain.filter import fields_of
from mingbai.domain.place import PLACES
from mingbai.domain.registers import REGISTERS

HAN = re.compile("[\u4e00-\u9fff]")

READ_ELSEWHERE = {
    "task": {
        "title department document": "shown wherever the entry is named; rules compare them",
        "period_key form_columns": "rules: reported twice, same data asked before, came back",
        "owner note": "contact and note",
        "due_time": "the order of Today, and what is said of its day",
    },
    "meeting": {
        "title department note": "title and note",
        "start_time": "the order of Today, and what is said of its day",
        "speech_minutes nested groups required": "rules: meetings over the limit",
    },
    "inspection": {"title department note": "title and note"},
    "reception": {
        "title department note": "title and note",
        "guest_names host_names": "contact: who came, and who received them",
    },
    "plaque": {"title department note": "title and note", "kind": "rules: plaques that should not hang"},
    "visit": {"title note": "title and note", "resident owner": "contact"},
    "activity": {
        "title note": "title and note",
        "amount households": "a note on workshops; listed, never compared",
    },
    "expert": {
        "title department note solved speciality": "title and notes: what for, and what came of it",
        "name": "contact",
    },
    "admission": {
        "title department note exit_reason": "title and notes; rules compare title and department",
        "kind basis document content frequency": "the application, as the opinion on it is printed",
        "contact phone": "contact",
        "town_opinion civil_opinion joint_opinion": "who agreed; printed on the opinion",
    },
    "point": {
        "title raised_to answer note": "title and notes",
        "subject colleague": "links to the entry and the person",
    },
    "demand": {
        "title department note": "title and note",
        "owner": "who handles each one as it comes",
        "due_day follows": "expected occurrences, and what it came back as",
        "form_columns": "rules: same data asked before, came back",
        "minutes minutes_source people": "hours returned",
    },
    "certificate": {
        "applicant phone handler demanded_by": "contact: who came, who saw to it, whom a letter goes to",
        "purpose note": "notes",
        "route": "printed on the slip the resident takes along",
    },
    "issue": {
        "title content result note limit_used": "title and notes; the limit explains the due time",
        "order_no": "key: the hotline's own number",
        "resident phone leading owner": "contact",
    },
    "decision": {
        "register subject came_back_as merged_into": "links to the entry",
        "title basis note": "title and notes",
        "minutes_before minutes_after people minutes_source counts_from": "hours returned",
        "rechecked_on": "which rechecks are still due",
    },
    "flag": {
        "register subject other": "links to the entry",
        "family reason evidence evidence_en edition": "rules: a dismissed flag stays so until its evidence changes",
    },
    "staff": {"name duty": "title and note"},
    "absence": {
        "demand period_key": "which occurrence; expected occurrences",
        "noted_on": "note: the day on which somebody said so",
    },
    "progress": {"issue": "links to the entry", "noted_at text": "the day of a note, and the note"},
    "report": {
        "period version figures": "a closed month; differences to the next version",
        "sent_on sent_to": "when and to whom; printed in the foot",
        "sha256 heads": "proof that neither the file nor the journal was changed",
    },
    "sent_sheet": {
        "report place tab": "which sheet of which version, in the order of the workbook",
        "content": "a version as it was sent; differences to the next one",
    },
    "past_figure": {"figure period value source": "what a month is compared with, and who said so"},
    "place": {
        "name kind town": "title and contact: who reports, to whom",
        "code": "key of the submission",
        "residents": "a figure of its own",
        "month_end base_on": "cut every month; the day that hours are compared with",
    },
    "department": {
        "name name_en short short_en also": "title: how it is shown and found",
        "level": "all that a submission says of it",
        "code edition source source_en": "shipped lists",
    },
    "duty": {
        "name number listing leading work": "rules: what the town's list says of an assignment",
        "edition": "shipped lists",
    },
    "certificate_type": {
        "name name_en also": "title: how it is shown and found",
        "answer in_use": "the answer at the counter",
        "alternative alternative_en authority authority_en route_confidence": "the way a resident is told",
        "cancelled_basis": "note: by which document it was cancelled here",
        "region region_en source source_en confidence": "how sure the answer is, and where it is written",
        "code edition": "shipped lists",
    },
    "issue_category": {
        "name name_en group group_en": "title and class, by which issues are grouped",
        "code edition source source_en": "shipped lists",
    },
    "rule": {
        "gist gist_en clause clause_en source source_en": "the citation beside a flag",
        "region region_en area area_en kinds": "rules: to what they apply",
        "families asks words excluded": "rules: what they are cited for and speak to",
        "issued valid_from valid_to": "rules: without a date or out of its time one says nothing",
        "code edition": "shipped lists",
    },
    "village": {
        "name code": "title and key: whose report a workbook is",
        "in_use": "who is missing",
    },
    "submission": {
        "village period version made_on": "which report stands for a village and month",
        "starts_on ends_on": "whether all count the same days",
        "received_on file sha256": "what came, when, and whether it came before",
        "figures": "every sum of a collection",
    },
    "letter_text": {
        "kind language": "which letter",
        "opening closing sender": "what it says",
    },
    "attachment": {
        "register subject": "whose it is",
        "name added_on size": "title: what a person sees of it",
        "sha256": "what stands in it",
    },
    "allowed_plaque": {
        "name name_en standing": "the flag on a plaque: what may hang and what is to go",
        "source source_en confidence": "the evidence of such a flag, and whether a letter may say it",
        "position region region_en note note_en": "to whom and where a row applies, for people who switch it on",
        "code edition": "shipped lists",
    },
    "time_limit": {
        "item item_en applies_to value unit": "the due time of an issue that names a limit",
        "region region_en source source_en confidence": "to whom a limit applies, for people who switch it on",
        "counted_from counted_from_en extension extension_en": "what a person minds beside it",
        "code edition": "shipped lists",
    },
    "work_kind": {
        "name name_en": "title",
        "minutes": "hours returned, where nobody timed or asked",
        "code edition source source_en": "shipped lists",
    },
    "holiday": {
        "day kind": "working days",
        "name name_en": "title",
        "edition source source_en": "shipped lists",
    },
}
"""Fields that no figure and no computed filter reads, with what does; forms and detail sheets are no readers."""


def read_by_figures(code: str) -> Iterator[str]:
    for figure in FIGURES.values():
        if getattr(figure, "register", "") == code:
            yield from fields_read(figure)
    for computed in REGISTERS[code].computed.values():
        yield from fields_of(computed.filter)


@pytest.mark.parametrize("code", REGISTERS)
def test_every_field_is_read_by_a_figure_or_says_by_what(code: str) -> None:
    elsewhere = " ".join(READ_ELSEWHERE[code]).split()
    named_twice = set(elsewhere) & set(read_by_figures(code)) - {"document"}
    assert not named_twice, "these are read by a figure now"
    assert {*elsewhere, *read_by_figures(code)} == set(REGISTERS[code].fields)


@pytest.mark.parametrize("figure", FIGURES.values(), ids=lambda figure: figure.code)
def test_a_figure_says_what_it_is_in_both_languages(figure: Figure) -> None:
    assert FIGURES[figure.code] is figure
    assert re.fullmatch(r"[a-z]+\.[a-z0-9_]+", figure.code)
    assert isinstance(figure.unit, Unit)
    for words in (figure.words, figure.note):
        assert HAN.search(words.zh)
        assert re.search("[A-Za-z]", words.en)
        assert not HAN.search(words.en)
    assert re.findall(r"\{\w+\}", figure.words.zh) == re.findall(r"\{\w+\}", figure.words.en)
    # The column of names is as wide as this on the one page of the report.
    assert len(re.sub(r"\{\w+\}", "", figure.words.zh)) <= 11


@pytest.mark.parametrize("figure", FIGURES.values(), ids=lambda figure: figure.code)
def test_a_figure_names_fields_that_are_there(figure: Figure) -> None:
    match figure:
        case Ratio():
            assert {figure.part, figure.whole, *figure.with_part, *figure.with_whole} <= FIGURES.keys()
            return
        case Given():
            assert not figure.place_field or figure.place_field in PLACES.fields
            return
        case Flow() | Stock() | Duration() | Overlap() | Top():
            register = REGISTERS[figure.register]
        case _:
            pytest.fail(f"{figure} is of no known kind")
    assert set(fields_read(figure)) <= register.fields.keys()
    dated: list[Any] = {
        Flow: ["dated", "not_yet"],
        Top: ["dated"],
        Stock: ["since", "until", "again"],
        Overlap: ["since", "until"],
        Duration: ["dated", "start", "end"],
    }[type(figure)]
    for name in filter(None, (getattr(figure, attribute) for attribute in dated)):
        assert register.fields[name].kind in {Kind.DATE, Kind.MOMENT}
        assert register.fields[name].column.sort or name in {"until", "ends_on"}, (
            "a period is a range of an index"
        )
    if isinstance(figure, Top) and figure.through:
        assert figure.through in REGISTERS[register.fields[figure.by].column.to].fields


def test_choices_named_in_filters_exist() -> None:
    for figure in FIGURES.values():
        for name, value in _compared(getattr(figure, "where", None)):
            field = REGISTERS[figure.register].fields[name]  # type: ignore[attr-defined]
            if field.choice is not None and value is not None:
                assert field.choice.read(str(value)) is not None


def _compared(asked: Any) -> Iterator[tuple[str, Any]]:
    for part in getattr(asked, "parts", ()) or ([asked.part] if hasattr(asked, "part") else []):
        yield from _compared(part)
    if hasattr(asked, "field"):
        values = asked.value if isinstance(asked.value, tuple) else (asked.value,)
        yield from ((asked.field, value) for value in values)


def test_the_one_page_lists_known_figures_once() -> None:
    listed = [code for _, codes in TABLE1 for code in codes]
    assert len(listed) == len(set(listed)) == 42
    assert set(listed) <= FIGURES.keys()
    assert [words.zh for words, _ in TABLE1] == [
        *("上级交办", "核减与反弹", "证明事项", "居民诉求"),
        *("会议检查", "接待牌子", "走访准入"),
    ]
