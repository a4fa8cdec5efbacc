"""Registers and fields: listed with what they hold, and named by what comes near."""

from __future__ import annotations

import pytest
from tests.cli.conftest import Run

from mingbai.domain.registers import REGISTERS
from mingbai.domain.task import TASKS, TaskKind


def test_registers_are_listed_in_both_languages(run: Run) -> None:
    for language in ("zh", "en"):
        rows = [line.split("  ") for line in run("fields", language=language).splitlines()[1:]]
        found = [tuple(cell.strip() for cell in row if cell.strip()) for row in rows]
        assert found == [(r.code, r.words.zh, r.words.en) for r in REGISTERS.values()]


@pytest.mark.parametrize("code", REGISTERS)
def test_every_field_says_what_it_holds(run: Run, code: str) -> None:
    for language in ("zh", "en"):
        text = run("fields", code, language=language)
        joined = "".join(text.split())
        for field in REGISTERS[code].fields.values():
            (line,) = [line for line in text.splitlines() if line.startswith(f"{field.name} ")]
            assert field.words.zh in line or field.words.en in line
            for choice in field.choice or ():
                assert "".join((choice.words.zh if language == "zh" else choice.code).split()) in joined


def test_required_fields_are_marked(run: Run) -> None:
    lines = run("fields", "task").splitlines()[1:]
    assert [line.split()[0] for line in lines if line.split()[2:3] == ["是"]] == [
        "received_on",
        "department",
        "title",
    ]


def test_fields_for_programs(run: Run) -> None:
    assert [one["register"] for one in run("fields", "--json")] == [*REGISTERS]
    fields = {one["field"]: one for one in run("fields", "上级交办", "--json")}
    assert [*fields] == [*TASKS.fields]
    assert [one["code"] for one in fields["kind"]["choices"]] == [kind.code for kind in TaskKind]
    assert (fields["title"]["required"], fields["kind"]["required"]) == (True, False)


def test_unknown_names_lead_to_the_nearest_one(run: Run) -> None:
    register = run("list", "a.mingbai", "tasks", code=1)
    assert "是不是 task（上级交办）" in register
    assert "mingbai fields task" in register
    assert "did you mean demand (Recurring" in run("fields", "Recuring asignments", code=1, language="en")
    field = run("add", "a.mingbai", "task", "接收日=今天", code=1)
    assert "是不是“接收日期”" in field
    assert "mingbai fields task" in field
    strange = run("add", "a.mingbai", "issue", "%%=1", code=1, language="en")
    assert "did you mean" not in strange
    assert "mingbai fields issue" in strange


def test_the_full_width_sign_is_taken(run: Run) -> None:
    task = run("add", "a.mingbai", "task", "接收日期＝今天", "交办单位=民政局", "事项名称＝a=b＝c", "--json")
    assert (task["received_on"], task["title"]) == ("2026-11-24", "a=b＝c")


def test_a_field_given_twice_is_refused(run: Run) -> None:
    told = run("add", "a.mingbai", "task", "title=a", "事项名称=b", code=1)
    assert told == "“事项名称”写了两次，请只留一次"
