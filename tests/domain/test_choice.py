"""What people call the members of a closed set, and what they must never be taken for."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.domain.certificate import Outcome
from mingbai.domain.choice import Choice
from mingbai.domain.department import Level
from mingbai.domain.frequency import Frequency
from mingbai.domain.issue import IssueChannel, Satisfaction, Solved, Urgency
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import Assessment, FlagState, Method
from mingbai.domain.task import Ask, Listing, Status, TaskChannel, TaskKind
from mingbai.domain.text import fold

CHOICES = sorted(
    {field.choice for register in REGISTERS.values() for field in register.fields.values() if field.choice},
    key=lambda choice: choice.__name__,
)
MEMBERS: list[Choice] = [member for choice in CHOICES for member in choice]
NAMED = [(member, name) for member in MEMBERS for name in (member.code, *member.names)]
NEGATIONS = ("不", "未", "没", "没有", "无", "非", "并未", "not ", "no ", "un", "non-", "isn't ", "never ")


def read(member: Choice, text: str) -> Choice | None:
    return type(member).read(text)


@pytest.mark.parametrize(
    ("text", "member"),
    [
        *[("照片", TaskKind.TRACE), ("信息报表", TaskKind.FORM), ("Forms", TaskKind.FORM)],
        *[("签承诺书", TaskKind.PLEDGE), ("meeting room", TaskKind.MEETING), ("其它", TaskKind.OTHER)],
        *[
            ("签承诺书", Ask.PLEDGE),
            ("照片", Ask.PHOTO),
            ("要求打卡", Ask.CHECK_IN),
            ("check in", Ask.CHECK_IN),
        ],
        *[("上门", TaskChannel.IN_PERSON), ("walk in", TaskChannel.IN_PERSON), ("工作群", TaskChannel.CHAT)],
        *[("Walk-in", IssueChannel.IN_PERSON), ("电话反映", IssueChannel.PHONE)],
        *[
            ("办结了", Status.DONE),
            ("已经办结", Status.DONE),
            ("cancel", Status.VOID),
            ("办理中", Status.DOING),
        ],
        *[("解决了。", Solved.SOLVED), ("部分", Solved.PARTLY), ("无法", Solved.CANNOT)],
        *[("很满意", Satisfaction.VERY), ("比较满意", Satisfaction.FAIRLY), ("不满", Satisfaction.NOT)],
        *[
            ("满意的", Satisfaction.SATISFIED),
            ("Very", Satisfaction.VERY),
            ("没有评价", Satisfaction.UNRATED),
        ],
        *[
            ("cancel", Method.CANCELLED),
            ("取消", Method.CANCELLED),
            ("不再要", Method.CANCELLED),
            ("摘牌了", Method.TAKEN_DOWN),
            ("shared data", Method.SHARED_DATA),
        ],
        *[("suggest", Assessment.CUT), ("需要", Assessment.NEEDED), ("merge", Assessment.MERGE)],
        *[("decline", Outcome.DECLINED), ("stamp", Outcome.STAMPED), ("不出具", Outcome.DECLINED)],
        *[
            ("每月一次", Frequency.MONTHLY),
            ("half yearly", Frequency.HALF_YEARLY),
            ("街道办事处", Level.TOWNSHIP),
        ],
    ],
)
def test_a_member_is_known_by_a_part_of_its_name(text: str, member: Choice) -> None:
    assert read(member, text) is member


@pytest.mark.parametrize(
    ("choice", "texts"),
    [
        (
            TaskKind,
            "任务 工作 会议文件 报 information formal 非报表 无会议 app2 forms-and-more-than-anyone-would-answer",
        ),
        (Ask, "不拍照 取消打卡 免打卡 停止打卡 无需签承诺书 no-photo"),
        (Status, "未办结 没办结 办结一半 未完成 尚未办结 not-done 不作废"),
        (
            Solved,
            "未解决 没解决 没有解决 正在解决 待解决 解决不了 难解决 not-solved unsolved can't-be-solved be-solved",
        ),
        (Satisfaction, "满意度低 谈不上满意 not-so-satisfied never-satisfied"),
        (Assessment, "不需要 没必要 不必要 不可合并 承担 not-needed"),
        (FlagState, "采纳 未采纳"),
        (Method, "建议取消 未合并 不取消"),
        (Listing, "清单 list 不配合"),
        (Outcome, "出具 未转介"),
        (Frequency, "每月两次 定期 year"),
        (Urgency, "不紧急 非紧急 不太紧急"),
    ],
)
def test_what_may_mean_another_is_not_read(choice: type[Choice], texts: str) -> None:
    assert {text: choice.read(text.replace("-", " ")) for text in texts.split()} == dict.fromkeys(
        texts.split()
    )


@pytest.mark.parametrize(
    ("choice", "texts", "member"),
    [
        (Satisfaction, "是 Yes y √ ✓", Satisfaction.SATISFIED),
        (Satisfaction, "否 不 No n ×", Satisfaction.NOT),
        (Satisfaction, "无 未 0 1 5 有", None),
        (Solved, "是 yes", Solved.SOLVED),
        # What is not solved yet may be solved or planned later, and not that it cannot be.
        (Solved, "否 no × 否，已解决 是，无法解决", None),
        (Satisfaction, "否，不满意 否，很不满意 不，不太满意", Satisfaction.NOT),
        (Satisfaction, "否，满意 是，不满意", None),
        (Status, "是 yes √", Status.DONE),
        (Status, "否 no", Status.TODO),
        (Urgency, "是 yes", None),
    ],
)
def test_a_question_at_the_head_is_answered_by_yes_and_no(
    choice: type[Choice], texts: str, member: Choice | None
) -> None:
    assert {choice.read(text) for text in texts.split()} == {member}


def test_the_opposite_is_never_read_for_the_word_itself() -> None:
    assert Satisfaction.read("不满意") is Satisfaction.NOT
    assert Satisfaction.read("dissatisfied") is Satisfaction.NOT
    for strongly in (
        "非常不满意",
        "很不满意",
        "十分不满意",
        "很不满",
        "Very dissatisfied",
        "very unsatisfied",
    ):
        assert Satisfaction.read(strongly) is Satisfaction.NOT
    for weakly in ("不很满意", "不是很满意", "不太满意", "不怎么满意", "Not very satisfied"):
        assert Satisfaction.read(weakly) is Satisfaction.NOT
    assert Status.read("未办结") is None
    assert Solved.read("not solved") is None


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.__name__)
def test_every_member_is_read_from_each_of_its_names_and_no_other(choice: type[Choice]) -> None:
    for member in choice:
        for name in (member.code, *member.names):
            assert choice.read(name) is member, name
            assert choice.read(f" {name.upper()}{'' if name.isascii() else '了'}。") is member, name
            assert choice.read(name.replace("其他", "其它")) is member, name


@given(
    st.sampled_from(NAMED),
    st.sampled_from(NEGATIONS),
    st.sampled_from(["", "的", "一次", "被", "还", "it is "]),
)
def test_a_negation_before_a_name_never_leaves_the_member(
    named: tuple[Choice, str], negation: str, more: str
) -> None:
    member, name = named
    between = "" if negation.isascii() else more
    for text in (f"{negation}{name}", f"{more}{negation}{name}", f"{negation}{between}{name}"):
        found = read(member, text)
        assert found is not member, text
        # Where it does mean another, that one's own name says so.
        assert found is None or any(fold(negation).strip() in fold(n) for n in found.names), text


@given(st.sampled_from(NAMED), st.sampled_from(["不了", "不到", "未成", "没有", " not", " never"]))
def test_nor_does_one_behind_it(named: tuple[Choice, str], negation: str) -> None:
    member, name = named
    assert read(member, f"{name}{negation}") is None


def test_a_part_of_a_negative_name_never_loses_its_negation() -> None:
    negative = re.compile(r"[不未没无非外]|\b(?:not?\b|un(?!der)|neither|cannot)", re.IGNORECASE)
    for member, name in NAMED:
        plain = [fold(n) for n in member.names if not negative.search(n)]
        if not negative.search(name) or name == member.code:
            continue
        parts = {name[a:b] for a in range(len(name)) for b in range(a + 2, len(name) + 1)}
        parts -= {part for part in parts if part.isascii() and part not in name.split()}
        for part in parts:
            if not negative.search(part) and read(member, part) is member:
                assert any(fold(part).strip() in n or n in fold(part) for n in plain), (name, part)


@given(st.sampled_from(CHOICES), st.text() | st.text("不未了办结解决满意其它他 notsolved-_.", max_size=12))
def test_any_text_is_read_as_one_member_or_none(choice: type[Choice], text: str) -> None:
    assert choice.read(text) in (None, *choice)
