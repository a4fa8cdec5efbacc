"""The register machine: drafts become records, records become stored values and come back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.domain.choice import Choice
from mingbai.domain.column import Column, Uid
from mingbai.domain.field import LINE_LIMIT, Context, Kind, Minutes, Refused
from mingbai.domain.issue import ISSUES
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words


class Colour(Choice):
    RED = "red", "红", "Red", "朱"
    BLUE = "blue", "蓝", "Blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    name: Annotated[str, Column("名称", "Name", also=("叫法",))]
    on: Annotated[date, Column("日期", "Day")]
    colour: Annotated[Colour | None, Column("颜色", "Colour")] = None
    colours: Annotated[tuple[Colour, ...], Column("各色", "Colours")] = ()
    parts: Annotated[tuple[str, ...], Column("部分", "Parts")] = ()
    at: Annotated[datetime | None, Column("时间", "Moment")] = None
    hour: Annotated[time | None, Column("几点", "Hour")] = None
    cost: Annotated[Decimal | None, Column("金额", "Cost")] = None
    count: Annotated[int, Column("数量", "Count")] = 1
    minutes: Annotated[Minutes | None, Column("用时", "Minutes")] = None
    kept: Annotated[bool | None, Column("保留", "Kept")] = None
    owner: Annotated[Uid | None, Column("归属", "Owner", to="thing")] = None
    note: Annotated[str, Column("备注", "Note", long=True)] = ""


THINGS = Register("thing", "东西", "Things", Thing, titled="name", belongs=Words("东西", "Things"))


def known(register: str, text: str) -> Uid | None:
    assert register == "thing"
    return Uid("u-1") if text == "李梅" else None


CONTEXT = Context(date(2026, 11, 24), known)


def test_kinds_are_read_off_the_types() -> None:
    assert [field.kind for field in THINGS.fields.values()] == [
        Kind.TEXT,
        Kind.DATE,
        Kind.CHOICE,
        Kind.CHOICES,
        Kind.LIST,
        Kind.MOMENT,
        Kind.TIME,
        Kind.DECIMAL,
        Kind.INTEGER,
        Kind.MINUTES,
        Kind.YES_NO,
        Kind.REFERENCE,
        Kind.LONG,
    ]


def test_a_draft_is_read_as_people_type_it() -> None:
    thing = THINGS.parse(
        {
            "name": " 报表\u200b ",
            "on": "11月23日",
            "colour": "朱",
            "colours": "红、blue、红",
            "parts": "甲；乙，甲",
            "at": "2026/11/23 9:05",
            "hour": "下午2点",
            "cost": "1,290.5元",
            "count": "３",
            "minutes": "1小时30分",
            "kept": "是",
            "owner": "李梅",
        },
        CONTEXT,
    )
    assert thing == Thing(
        name="报表",
        on=date(2026, 11, 23),
        colour=Colour.RED,
        colours=(Colour.RED, Colour.BLUE),
        parts=("甲", "乙"),
        at=datetime(2026, 11, 23, 9, 5),
        hour=time(14),
        cost=Decimal("1290.50"),
        count=3,
        minutes=Minutes(90),
        kept=True,
        owner=Uid("u-1"),
    )


def test_every_wrong_field_is_named_with_what_would_be_right() -> None:
    with pytest.raises(Refused) as refused:
        THINGS.parse({"on": "待定", "colour": "绿", "owner": "谁", "shape": "圆"}, CONTEXT)
    assert {problem.field for problem in refused.value.problems} == {"name", "on", "colour", "owner", "shape"}
    by_field = {problem.field: problem.words for problem in refused.value.problems}
    assert "红、蓝" in by_field["colour"].zh
    assert "Red, Blue" in by_field["colour"].en
    assert by_field["name"].zh == "请填写“名称”"


def test_text_that_is_too_long_is_refused_not_cut() -> None:
    with pytest.raises(Refused) as refused:
        THINGS.parse({"name": "长" * (LINE_LIMIT + 1), "on": "今天"}, CONTEXT)
    assert str(LINE_LIMIT) in refused.value.words.zh


def test_blank_optional_fields_take_their_default() -> None:
    thing = THINGS.parse({"name": "x", "on": "今天", "count": "", "note": " \n ", "colours": None}, CONTEXT)
    assert (thing.count, thing.note, thing.colours, thing.kept) == (1, "", (), None)


def test_headings_are_known_by_code_label_and_other_names() -> None:
    for name in ("name", "名称", "NAME", "叫法", "ｎａｍｅ"):
        field = THINGS.field_named(name)
        assert field is not None
        assert field.name == "name"
    assert THINGS.field_named("别的") is None


words = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=";"), min_size=1).filter(
    str.strip
)


@given(
    st.builds(
        Thing,
        name=words,
        on=st.dates(),
        colour=st.sampled_from([None, *Colour]),
        colours=st.lists(st.sampled_from(Colour), unique=True).map(tuple),
        parts=st.lists(words, unique=True).map(tuple),
        at=st.none() | st.datetimes().map(lambda moment: moment.replace(microsecond=0)),
        cost=st.none() | st.decimals(-(10**9), 10**9, places=2, allow_nan=False),
        count=st.integers(-(2**60), 2**60),
        minutes=st.none() | st.integers(0, 10**6).map(Minutes),
        kept=st.sampled_from([None, True, False]),
        owner=st.sampled_from([None, Uid("u-1")]),
        note=st.just("") | words,
    )
)
def test_what_is_stored_comes_back_the_same(thing: Thing) -> None:
    assert THINGS.load(THINGS.store(thing)) == thing


def test_a_field_the_ledger_did_not_know_yet_is_empty() -> None:
    thing = THINGS.load({"name": "x", "on": "2026-11-24"})
    assert (thing.parts, thing.note, thing.minutes) == ((), "", None)


def test_deadlines_are_read_as_such_and_other_days_are_not() -> None:
    deadlines = {
        (register.code, field.name)
        for register in REGISTERS.values()
        for field in register.fields.values()
        if field.column.deadline
    }
    assert deadlines == {("task", "due_on"), ("issue", "due_at"), ("decision", "recheck_on")}
    due, received = TASKS.fields["due_on"], TASKS.fields["received_on"]
    assert due.read("周一", CONTEXT) == date(2026, 11, 30)
    assert received.read("周一", CONTEXT) == date(2026, 11, 23)
    limit = ISSUES.fields["due_at"].read("三天内", CONTEXT)
    assert isinstance(limit, datetime)
    assert limit.date() == date(2026, 11, 27)


@pytest.mark.parametrize("code", REGISTERS)
def test_every_label_stands_in_both_languages(code: str) -> None:
    register = REGISTERS[code]
    labels = [register.words, *(field.words for field in register.fields.values())]
    labels += [computed.words for computed in register.computed.values()]
    labels += [m.words for field in register.fields.values() if field.choice for m in field.choice]
    for label in labels:
        assert label.zh.strip()
        assert label.en.strip()
        assert label.en.isascii(), label.en


@pytest.mark.parametrize("code", REGISTERS)
def test_declarations_only_name_what_exists(code: str) -> None:
    register = REGISTERS[code]
    assert register.titled in register.fields
    assert not register.dated or register.dated in register.fields
    for key in register.keys:
        assert set(key) <= set(register.fields)
    for field in register.fields.values():
        assert field.column.to in ("", "*", *REGISTERS), field.name
        assert field.column.english in ("", *register.fields), field.name
        assert (field.kind is Kind.REFERENCE) == bool(field.column.to)


@pytest.mark.parametrize("code", REGISTERS)
def test_no_two_fields_of_a_register_answer_to_the_same_heading(code: str) -> None:
    seen: dict[str, str] = {}
    for field in REGISTERS[code].fields.values():
        for name in {field.name, field.column.zh, field.column.en, *field.column.also}:
            assert seen.setdefault(name, field.name) == field.name, name
