"""Every part of a text finds its entry, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledger.samples import added, binned, changed, department, issue, task

from mingbai.domain.certificate import CERTIFICATES, Certificate
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.issue import ISSUES
from mingbai.domain.staff import STAFF, Staff
from mingbai.domain.task import TASKS
from mingbai.domain.text import clean, fold
from mingbai.ledger.blocks import blocks
from mingbai.ledger.clock import named_uid
from mingbai.ledger.finding import find, holding
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.store import Act
from mingbai.ledger.words_index import RUNS

SIGNS = "低保户路灯井盖不亮民政局〇々一二abcABCé12345678９０ＡＢ，。！（）〔〕、 -_/·“”😀👨\u200d👩𠮷𰻝\ue863한글ひらﬁßΣς½①"
TEXTS = st.text(st.sampled_from(SIGNS), min_size=1, max_size=14).map(clean).filter(bool)


def titles(entries: list[Entry]) -> set[Any]:
    return {entry.stored["title"] for entry in entries}


def holds(text: str, word: str) -> bool:
    """What a person would say: the word stands there, signs aside."""
    runs = RUNS.findall(fold(word))
    plain = fold(text)
    if len(runs) == 1:
        return runs[0] in plain
    return all(run in plain for run in runs) and "".join(runs) in "".join(RUNS.findall(plain))


class Undo(Exception):
    """Takes back what an example wrote."""


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.create(tmp_path_factory.mktemp("ledger") / "a.mingbai") as ledger:
        yield ledger


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXTS, min_size=1, max_size=6, unique=True), data=st.data())
def test_find_agrees_with_looking_at_every_text(
    shared: Ledger, texts: list[str], data: st.DataObject
) -> None:
    def look(act: Act) -> None:
        for text in texts:
            # Letters would be initials in a title; the phone field is searched as written only.
            act.insert(ISSUES, issue("题", content=text))
        for text in texts:
            plain = clean(text)
            for first in range(len(plain)):
                for last in range(first + 1, min(first + 6, len(plain)) + 1):
                    words = plain[first:last].split()
                    if not any(RUNS.findall(fold(word)) for word in words):
                        continue
                    wanted = {t for t in texts if all(holds(t, w) for w in words if RUNS.findall(fold(w)))}
                    found = {entry.stored["content"] for entry in find(shared, " ".join(words), [ISSUES])}
                    assert text in found, (text, words)
                    assert found - {None} == wanted, words
        strange = data.draw(TEXTS)
        words = [word for word in strange.split() if RUNS.findall(fold(word))]
        if words:
            wanted = {t for t in texts if all(holds(t, w) for w in words)}
            assert {entry.stored["content"] for entry in find(shared, strange, [ISSUES])} == wanted

    with pytest.raises(Undo), shared.act("add") as act:  # noqa: PT012
        look(act)
        raise Undo


@pytest.mark.parametrize("reading", ["sx", "cx", "dx", "sxm", "xm", "cxm"])
def test_initials_find_a_name_by_every_reading(ledger: Ledger, reading: str) -> None:
    added(ledger, issue("单小明", resident="无"), issue("王大力"))
    assert titles(find(ledger, reading, [ISSUES])) == {"单小明"}
    assert titles(find(ledger, reading.upper(), [ISSUES])) == {"单小明"}


def test_initials_of_a_long_name_must_stand_in_a_row(ledger: Ledger) -> None:
    added(ledger, issue("民政局低保科长"), issue("民政低保，局低保科"), issue("低保科长民政局"))
    assert titles(find(ledger, "mzjdbkz", [ISSUES])) == {"民政局低保科长"}
    assert titles(find(ledger, "mzjd", [ISSUES])) == {"民政局低保科长"}
    assert len(find(ledger, "dbk", [ISSUES])) == 3


def test_letters_find_words_and_initials(ledger: Ledger) -> None:
    added(ledger, issue("install app"), issue("安排跑步"), issue("APP打卡"))
    assert titles(find(ledger, "app", [ISSUES])) == {"install app", "APP打卡", "安排跑步"}


def test_several_words_must_all_stand_there_in_any_field_and_order(ledger: Ledger) -> None:
    added(
        ledger,
        issue("路灯不亮", resident="欧阳明", phone="13812345678"),
        issue("路灯倾斜", resident="王小明", phone="13987654321"),
    )
    assert titles(find(ledger, "5678 路灯", [ISSUES])) == {"路灯不亮"}
    assert titles(find(ledger, "  明　路灯 ", [ISSUES])) == {"路灯不亮", "路灯倾斜"}
    assert titles(find(ledger, "oym ld", [ISSUES])) == {"路灯不亮"}
    assert find(ledger, "欧阳 倾斜", [ISSUES]) == []


def test_the_end_of_a_phone_number_finds_it(ledger: Ledger) -> None:
    added(ledger, issue(phone="138-1234 5678"), issue(phone="13812345679"))
    (found,) = find(ledger, "5678", [ISSUES])
    assert found.stored["phone"] == "138-1234 5678"
    assert len(find(ledger, "5", [ISSUES])) == 2


def test_a_unit_a_certificate_and_a_colleague_are_found_by_name(ledger: Ledger) -> None:
    civil, health = added(
        ledger, department("区民政局", short="民政"), department("区卫健委"), register=DEPARTMENTS
    )
    (staff,) = added(ledger, Staff(name="李梅"), register=STAFF)
    added(
        ledger,
        task("报送低保台账", department=civil, owner=staff),
        task("报送疫苗台账", department=health),
        task("民政专报", department=health),
        register=TASKS,
    )
    assert titles(find(ledger, "民政", [TASKS])) == {"报送低保台账", "民政专报"}
    assert titles(find(ledger, "区 民政 台账", [TASKS])) == {"报送低保台账"}
    assert titles(find(ledger, "qmz tz", [TASKS])) == {"报送低保台账"}
    assert titles(find(ledger, "lm 区", [TASKS])) == {"报送低保台账"}
    assert len(find(ledger, "区", [TASKS])) == 3
    assert {entry.register.code for entry in find(ledger, "民政", [TASKS, DEPARTMENTS])} == {
        "task",
        "department",
    }
    request = Certificate(
        asked_on=task().received_on, certificate=named_uid("x", "y"), demanded_by="区民政局"
    )
    added(ledger, request, register=CERTIFICATES)
    assert len(find(ledger, "民政", [CERTIFICATES])) == 1


def test_a_unit_in_the_bin_still_names_its_entries(ledger: Ledger) -> None:
    (civil,) = added(ledger, department("区民政局"), register=DEPARTMENTS)
    added(ledger, task(department=civil), register=TASKS)
    binned(ledger, civil, DEPARTMENTS)
    assert len(find(ledger, "民政", [TASKS])) == 1
    assert find(ledger, "民政", [DEPARTMENTS]) == []


def test_an_entry_moved_to_another_unit_is_found_there(ledger: Ledger) -> None:
    civil, health = added(ledger, department("区民政局"), department("区卫健委"), register=DEPARTMENTS)
    (uid,) = added(ledger, task(department=civil), register=TASKS)
    changed(ledger, uid, TASKS, department=health)
    assert find(ledger, "民政", [TASKS]) == []
    assert len(find(ledger, "卫健", [TASKS])) == 1


def test_the_bin_is_not_found(ledger: Ledger) -> None:
    first, second = added(ledger, issue("路灯一"), issue("路灯二"))
    binned(ledger, first)
    assert [entry.uid for entry in find(ledger, "路灯", [ISSUES])] == [second]
    assert find(ledger, "2026-A-0001", [ISSUES]) == []


def test_a_number_finds_its_one_entry(ledger: Ledger) -> None:
    added(ledger, issue("抄送 2026-A-0002 一份"), issue("路灯"))
    assert titles(find(ledger, " 2026-a-0002 ", [ISSUES])) == {"路灯"}
    assert titles(find(ledger, "２０２６－Ａ－０００２", [ISSUES])) == {"路灯"}
    assert titles(find(ledger, "2026-A-0002", [TASKS])) == set()
    binned(ledger, find(ledger, "2026-A-0002", [ISSUES])[0].uid)
    assert titles(find(ledger, "2026-A-0002", [ISSUES])) == {"抄送 2026-A-0002 一份"}


@pytest.mark.parametrize("text", ["", "  ", "，。", "😀", "_", "%", "*", '"', "'"])
def test_signs_only_find_nothing(ledger: Ledger, text: str) -> None:
    added(ledger, issue("路灯，😀_%*"))
    assert find(ledger, text, [ISSUES]) == []


@pytest.mark.parametrize(
    "text", ['"路灯"', "路灯*", "路灯 OR", "NOT 路灯", "路灯)", "{路灯}:", "-路灯", "NEAR(路灯)"]
)
def test_signs_of_the_query_language_are_only_signs(ledger: Ledger, text: str) -> None:
    added(ledger, issue("or not near 路灯"))
    assert titles(find(ledger, text, [ISSUES])) == {"or not near 路灯"}


def test_the_newest_come_first_and_enough_is_enough(ledger: Ledger) -> None:
    added(ledger, *[issue(f"路灯{number}") for number in range(30)])
    found = find(ledger, "路灯", [ISSUES], enough=10)
    assert [entry.stored["title"] for entry in found] == [f"路灯{number}" for number in range(29, 19, -1)]


def test_a_rare_word_is_found_behind_many_that_only_look_like_it(ledger: Ledger) -> None:
    """The pairs of the word stand in all of them, the word in the oldest only."""
    added(ledger, issue("甲乙丙"), *[issue(f"乙丙甲乙{number}") for number in range(700)])
    assert titles(find(ledger, "甲乙丙", [ISSUES], enough=5)) == {"甲乙丙"}
    with ledger.act("bin") as act:
        for entry in ledger.entries(ISSUES)[50:]:
            act.bin(ISSUES, entry.uid)
    assert len(find(ledger, "乙丙甲", [ISSUES], enough=100)) == 49


def test_a_changed_word_is_found_and_the_old_one_is_not(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue("路灯不亮"))
    changed(ledger, uid, title="井盖松动", content="单位")
    assert find(ledger, "路灯", [ISSUES]) == []
    assert find(ledger, "ld", [ISSUES]) == []
    assert len(find(ledger, "井盖 单位", [ISSUES])) == 1


def test_lists_and_exports_ask_the_same_words(ledger: Ledger, path: Path) -> None:
    (civil,) = added(ledger, department("区民政局"), register=DEPARTMENTS)
    added(
        ledger,
        task("甲乙丙", department=civil),
        task("乙丙甲乙", department=civil),
        task("甲乙丙"),
        register=TASKS,
    )
    asked = holding(ledger, TASKS, ["甲乙丙", "民政", "，"])
    found = [entry for block in blocks(ledger, TASKS, asked.text, asked.parameters) for entry in block]
    assert len(found) == 2
    assert titles([entry for entry in found if asked.holds(entry)]) == {"甲乙丙"}
    everything = holding(ledger, TASKS, ["，"])
    assert len(next(iter(blocks(ledger, TASKS, everything.text, everything.parameters)))) == 3


def test_a_word_that_names_hundreds_of_units_is_asked_at_once(ledger: Ledger) -> None:
    units = added(ledger, *[department(f"第{number}局") for number in range(400)], register=DEPARTMENTS)
    added(
        ledger, *[task(f"第{number}件", department=unit) for number, unit in enumerate(units)], register=TASKS
    )
    assert len(find(ledger, "局", [TASKS], enough=1000)) == 400
    assert titles(find(ledger, "399局 局 件", [TASKS])) == {"第399件"}


@pytest.mark.parametrize("text", ["路灯" * 5000, "a" * 30_000, "路 " * 10_000, "mzj" * 500, "1 " * 5000])
def test_a_pasted_text_is_no_trouble(ledger: Ledger, text: str) -> None:
    added(ledger, issue("路灯" * 60, note="1"))
    find(ledger, text, [ISSUES, TASKS, DEPARTMENTS])
