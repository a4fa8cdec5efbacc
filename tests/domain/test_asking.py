"""What people type to narrow a list, and the filter it becomes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.domain.asking import Asked, read_filter
from mingbai.domain.column import Uid
from mingbai.domain.field import Context
from mingbai.domain.filter import (
    ALL,
    Every,
    Filter,
    Not,
    Op,
    Some,
    Where,
    both,
    empty,
    equals,
    filled,
    has,
    one_of,
)
from mingbai.domain.issue import ISSUES
from mingbai.domain.review import DECISIONS
from mingbai.domain.rule import RULES
from mingbai.domain.staff import STAFF
from mingbai.domain.task import TASKS
from mingbai.domain.words import Mistake

TODAY = date(2026, 11, 22)
UNITS = {"民政局": Uid("u-1"), "Civil Affairs": Uid("u-1"), "街道": Uid("u-2")}
CONTEXT = Context(TODAY, lambda register, text: UNITS.get(text) if register == "department" else None)


def asked(text: str) -> Asked:
    return read_filter(TASKS, text, CONTEXT)


def between(name: str, first: str, last: str) -> Filter:
    return both(Where(name, Op.AT_LEAST, first), Where(name, Op.AT_MOST, last))


OVERDUE = Where("overdue", Op.IS, 1)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("status=todo", equals("status", "todo")),
        ("状态=待办", equals("status", "todo")),
        ("状态：待办", equals("status", "todo")),
        ("Status: ", empty("status")),
        ("ｓｔａｔｕｓ＝ＴＯＤＯ", equals("status", "todo")),
        ("status = to do", None),
        ('status="to do"', equals("status", "todo")),
        ("状态=“待办”", equals("status", "todo")),
        ("status!=void", Where("status", Op.IS_NOT, "void")),
        ("status！＝void", Where("status", Op.IS_NOT, "void")),
        ("状态≠作废", Where("status", Op.IS_NOT, "void")),
        ("status=todo|doing", one_of("status", "todo", "doing")),
        ("status!=void|done", Not(one_of("status", "void", "done"))),
        ("due_on=", empty("due_on")),
        ("due_on!=", filled("due_on")),
        ("due_on=|2026-11-01", Some((empty("due_on"), equals("due_on", "2026-11-01")))),
        ("due_on= overdue", Every((empty("due_on"), OVERDUE))),
        *[(f"due_on={word}", empty("due_on")) for word in ("空", "无", "none", "EMPTY")],
        ("办结期限!=空", filled("due_on")),
        ("due_on=空|2026-11-01", Some((empty("due_on"), equals("due_on", "2026-11-01")))),
        *[(f"{name}=无", empty(name)) for name in ("kind", "asks", "minutes", "owner", "form_columns")],
        ("note=空", empty("note")),
        ("title=empty", empty("title")),
        ("title=无", equals("title", "无")),
        ("title=none", equals("title", "none")),
        ("title=“空”", equals("title", "空")),
        ("title~空", has("title", "空")),
        ("状态=未办结", Where("open", Op.IS, 1)),
        ("status=open", Where("open", Op.IS, 1)),
        ("状态=逾期", OVERDUE),
        ("状态!=逾期", Where("overdue", Op.IS_NOT, 1)),
        ("状态=办结|逾期", Some((equals("status", "done"), OVERDUE))),
        ("状态=办结了", equals("status", "done")),
        ("due_on<=月底", Where("due_on", Op.AT_MOST, "2026-11-30")),
        ("due_on<=3天内", Where("due_on", Op.AT_MOST, "2026-11-25")),
        ("due_on=周一", equals("due_on", "2026-11-23")),
        ("received_on=周一", equals("received_on", "2026-11-16")),
        ("due_on<=2026-11-05", Where("due_on", Op.AT_MOST, "2026-11-05")),
        ("办结期限＜2026年11月5日", Where("due_on", Op.BELOW, "2026-11-05")),
        ("due_on > yesterday", Where("due_on", Op.ABOVE, "2026-11-21")),
        ("接收日期>=昨天", Where("received_on", Op.AT_LEAST, "2026-11-21")),
        ("received_on=今天", equals("received_on", "2026-11-22")),
        ("received_on=2026-11", between("received_on", "2026-11-01", "2026-11-30")),
        ("received_on=2026年2月", between("received_on", "2026-02-01", "2026-02-28")),
        ("received_on=2026", between("received_on", "2026-01-01", "2026-12-31")),
        ("received_on=本月", between("received_on", "2026-11-01", "2026-11-30")),
        ("received_on=last-year", between("received_on", "2025-01-01", "2025-12-31")),
        ("received_on=本周", between("received_on", "2026-11-16", "2026-11-22")),
        ("received_on=上周", between("received_on", "2026-11-09", "2026-11-15")),
        ("received_on<2026-11", Where("received_on", Op.BELOW, "2026-11-01")),
        ("received_on<=2026-11", Where("received_on", Op.AT_MOST, "2026-11-30")),
        ("received_on>2026-11", Where("received_on", Op.ABOVE, "2026-11-30")),
        ("received_on>=2026-11", Where("received_on", Op.AT_LEAST, "2026-11-01")),
        ("received_on!=2026-11", Not(between("received_on", "2026-11-01", "2026-11-30"))),
        ("title~路灯", has("title", "路灯")),
        ("事项名称～“重点 人群”|路灯", Some((has("title", "重点 人群"), has("title", "路灯")))),
        ("title~a=b", has("title", "a=b")),
        ("asks=拍照", has("asks", "photo")),
        ("asks~photo", has("asks", "photo")),
        ("asks!=photo|pledge", Not(Some((has("asks", "photo"), has("asks", "pledge"))))),
        ("form_columns=姓名", has("form_columns", "姓名")),
        ("minutes>1.5小时", Where("minutes", Op.ABOVE, 90)),
        ("department=民政局", equals("department", "u-1")),
        ("交办单位=民政局|街道", one_of("department", "u-1", "u-2")),
        ('Department="Civil Affairs"', equals("department", "u-1")),
        ("Document number=12", equals("document", "12")),
        ('"Document number"=12', equals("document", "12")),
        ("Came by=chat overdue", Every((equals("channel", "chat"), OVERDUE))),
        ("overdue", OVERDUE),
        ("逾期", OVERDUE),
        ("not overdue", Not(OVERDUE)),
        ("不 逾期", Not(OVERDUE)),
        ("not status=todo", Not(equals("status", "todo"))),
        ("overdue=no", Where("overdue", Op.IS, 0)),
        ("逾期=是", OVERDUE),
        ("回收站", Where("binned", Op.IS, 1)),
        ("number=2026-A-0017", equals("number", "2026-A-0017")),
        ("编号~0017", has("number", "0017")),
        ("overdue or kind=FRM", Some((OVERDUE, equals("kind", "FRM")))),
        (
            "逾期 报送形式=报表 或 状态=待办",
            Some((Every((OVERDUE, equals("kind", "FRM"))), equals("status", "todo"))),
        ),
        ("overdue and kind=FRM", Every((OVERDUE, equals("kind", "FRM")))),
    ],
)
def test_a_term_is_understood(text: str, meant: Filter | None) -> None:
    if meant is None:
        # A choice of two words needs quotes, and the sentence names the choices.
        with pytest.raises(Mistake, match="To do"):
            asked(text)
        return
    assert asked(text) == Asked(meant)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        ("路灯", ("路灯",)),
        ("路灯 不亮", ("路灯", "不亮")),
        ('"逾期"', ("逾期",)),
        ("“逾期”", ("逾期",)),
        ('"status=todo"', ("status=todo",)),
        ('"a = b"', ("a = b",)),
        ("rain or shine", ("rain", "or", "shine")),
        ("not hello", ("not", "hello")),
        ("10:30", ("10:30",)),
        ("关于：报表", ("关于：报表",)),
        ("http://x.cn/a", ("http://x.cn/a",)),
        ("不", ("不",)),
    ],
)
def test_what_is_no_term_is_free_text(text: str, words: tuple[str, ...]) -> None:
    assert asked(text) == Asked(ALL, words)


def test_words_stand_beside_the_filter() -> None:
    assert asked("路灯 逾期 新湖花园") == Asked(OVERDUE, ("路灯", "新湖花园"))
    assert asked("not 路灯 逾期") == Asked(OVERDUE, ("not", "路灯"))


def test_a_moment_takes_a_time_or_a_whole_day() -> None:
    read = read_filter(ISSUES, "办结时间<=2026-11-05T10:30 受理时间=昨天", CONTEXT)
    closed = Where("closed_at", Op.AT_MOST, "2026-11-05T10:30:00")
    assert read.filter == Every((closed, equals("accepted_at", "2026-11-21")))
    quoted = read_filter(ISSUES, "closed_at>“2026-11-05 10:30”", CONTEXT)
    assert quoted.filter == Where("closed_at", Op.ABOVE, "2026-11-05T10:30:00")


def test_an_issue_is_asked_for_by_its_state_although_it_has_no_such_field() -> None:
    assert read_filter(ISSUES, "状态=在办", CONTEXT).filter == Where("open", Op.IS, 1)
    assert read_filter(ISSUES, "状态!=逾期", CONTEXT).filter == Where("overdue", Op.IS_NOT, 1)
    assert read_filter(ISSUES, "办结时间=空", CONTEXT).filter == empty("closed_at")
    assert read_filter(ISSUES, "closed_at!=none", CONTEXT).filter == filled("closed_at")
    at_nine = Where("due_at", Op.AT_MOST, "2026-11-23T09:00:00")
    assert read_filter(ISSUES, "due_at<=明天上午九点", CONTEXT).filter == at_nine
    with pytest.raises(Mistake, match="has no field"):
        read_filter(ISSUES, "状态=待办", CONTEXT)


def test_no_means_no_where_yes_or_no_is_asked() -> None:
    assert read_filter(RULES, "in_use=无", CONTEXT).filter == equals("in_use", 0)
    assert read_filter(RULES, "in_use=空", CONTEXT).filter == empty("in_use")


def test_numbers_and_yes_or_no_are_those_of_the_register() -> None:
    assert read_filter(DECISIONS, "times_before>=12", CONTEXT).filter == Where(
        "times_before", Op.AT_LEAST, 12
    )
    assert read_filter(DECISIONS, "已核减", CONTEXT).filter == Where("cut", Op.IS, 1)
    with pytest.raises(Mistake):
        read_filter(STAFF, "number=3", CONTEXT)


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("状太=待办", "“状太=待办”：“上级交办”没有“状太”这一栏", "has no field “状太”"),
        ("status=maybe", "“status=maybe”：“状态”没有“maybe”这一项，可选：待办、在办", "one of: To do, Doing"),
        ("received_on=soon", "“received_on=soon”：“soon”看不出是哪一天", "is no date we can read"),
        ("received_on=2026-02-30", "日历上没有这一天", "no calendar has"),
        ("kind<FRM", "“报送形式”只能用 =、!=", "“Kind” takes only =, !="),
        ("title>a", "“事项名称”只能用 =、!=、~", "“Title” takes only =, !=, ~"),
        ("minutes=long", "看不出是多少分钟", "no length of time"),
        ("department=水利局", "“交办单位”找不到“水利局”", "nothing found for “水利局”"),
        ("due_on<", "请在符号后写出要比较的值", "write what to compare with"),
        ("title~", "请在符号后写出要比较的值", "write what to compare with"),
        ("due_on<2026-01|2027-01", "“|”只能和 = != ~ 一起用", "goes with =, != and ~ only"),
        ("overdue=maybe", "请写 是 或 否", "write yes or no"),
        ("overdue>1", "请写 是 或 否", "write yes or no"),
        ("number>5", "请写成 编号=2026-A-0017", "write it as number=2026-A-0017"),
        ("=todo", "请在符号前写出栏目，如 状态=待办", "write a field before the sign, as in status=todo"),
        ("报送形式=逾期", "“报送形式”没有“逾期”这一项", "has no “逾期”"),
        ("overdue or", "“or”的两边都要有条件", "needs a term on both sides"),
        ("或 逾期", "“或”的两边都要有条件", "needs a term on both sides"),
        (" ".join(["逾期"] * 101), "条件太多", "too many terms"),
        ("路灯 or 逾期", "“or”的两边都要有条件", "needs a term on both sides"),
    ],
)
def test_a_mistake_names_the_term_and_what_would_be_right(text: str, zh: str, en: str) -> None:
    with pytest.raises(Mistake) as caught:
        asked(text)
    assert zh in caught.value.words.zh
    assert en in caught.value.words.en


@given(st.text(alphabet='状态=!<>~|空无:：“”"「」 不或not overdue=2026-11路灯{}%\n\\', max_size=40))
def test_any_text_is_understood_or_refused_in_one_sentence(text: str) -> None:
    try:
        read = asked(text)
    except Mistake:
        return
    assert all(read.words)


NAMED = {**UNITS, "Civil Affairs Bureau": Uid("u-3"), "Culture and Tourism": Uid("u-4")}
NAMING = Context(TODAY, lambda register, text: NAMED.get(text) if register == "department" else None)


@pytest.mark.parametrize(
    ("text", "meant", "words"),
    [
        ("department=Civil Affairs Bureau", equals("department", "u-3"), ()),
        ("department=Civil Affairs lamp", equals("department", "u-1"), ("lamp",)),
        ("department=Culture and Tourism and overdue", both(equals("department", "u-4"), OVERDUE), ()),
        ("department!=Civil Affairs Bureau", Where("department", Op.IS_NOT, "u-3"), ()),
        ("department=Civil Affairs|Culture and Tourism lamp", one_of("department", "u-1", "u-4"), ("lamp",)),
        ("department=街道|Civil Affairs overdue", both(one_of("department", "u-2", "u-1"), OVERDUE), ()),
        ("department=街道 Civil Affairs", equals("department", "u-2"), ("Civil", "Affairs")),
    ],
)
def test_a_name_of_several_words_needs_no_quotes(text: str, meant: Filter, words: tuple[str, ...]) -> None:
    assert read_filter(TASKS, text, NAMING) == Asked(meant, words)


@pytest.mark.parametrize("text", ["department=Civil Works", 'department="Civil" Affairs', "department=Civil"])
def test_a_name_that_no_entry_has_is_refused(text: str) -> None:
    with pytest.raises(Mistake, match="Civil"):
        read_filter(TASKS, text, NAMING)
