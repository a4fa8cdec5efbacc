"""Many entries at once: what is understood, and that a bad line stops no other."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run

from mingbai.cli.flags import flags, flags_of
from mingbai.domain.words import Mistake

TODAY = date(2026, 11, 24)


def families(task: dict[str, Any], *history: dict[str, Any]) -> list[str]:
    found: list[str] = flags_of({"task": task, "history": list(history)}, TODAY, "zh")["families"]
    return found


def test_every_line_is_answered_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "lines.jsonl"
    given = [
        {"id": "a", "task": {"title": "每天打卡，拍照上传"}},
        "not json",
        {"id": "b"},
        {"id": "c", "task": {"register": "nowhere"}},
        {"id": "d", "task": {"title": "x"}, "history": {}},
        {"id": "e", "task": {"title": "x", "received_on": "下下周"}},
        {"id": "f", "task": {}},
    ]
    file.write_text(
        "\n".join(one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in given),
        encoding="utf-8",
    )
    with pytest.raises(Mistake, match="5 of 7 lines"):
        flags(Namespace(ledger=None, jsonl=str(file), today=TODAY, language="en"))
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one.get("id") for one in told] == ["a", None, "b", "c", "d", "e", "f"]
    assert told[0]["families"] == ["forbidden_ask"]
    assert {one["rule"] for one in told[0]["flags"]} == {"APP26-2", "APP26-4"}
    assert ["error" in one for one in told] == [False, True, True, True, True, True, False]
    assert told[6] == {"id": "f", "families": [], "flags": []}


def test_without_lines_there_is_one_sentence() -> None:
    with pytest.raises(Mistake):
        flags(Namespace(ledger=None, jsonl=None, today=TODAY, language="zh"))


@pytest.mark.parametrize(
    ("task", "wanted"),
    [
        ({"kind": "报表", "document": "无"}, "no_document"),
        ({"kind": "Form to fill in", "doc": "none seen"}, "no_document"),
        ({"admitted": "未准入"}, "admission"),
        ({"admitted": "Not admitted"}, "admission"),
        ({"register": "INSP", "on": "2026-06-01", "planned": "否"}, "inspection_limit"),
        ({"register": "inspection", "level": "市", "kind": "考核", "planned": "Yes"}, "inspection_limit"),
        ({"register": "inspection", "level": "City", "kind": "Assessment"}, "inspection_limit"),
        ({"register": "meeting", "minutes": "5小时"}, "meeting_limit"),
        ({"register": "meeting", "minutes": 300, "groups": False}, "meeting_limit"),
        ({"register": "MEET", "nested": "是"}, "meeting_limit"),
        (
            {
                "register": "reception",
                "letter_no": "某函3号",
                "guest_count": "5人",
                "escorts": "甲、乙、丙、丁",
            },
            "reception",
        ),
        ({"register": "SIGN", "title": "妇女之家", "status": "Hung again"}, "plaque"),
        ({"register": "plaque", "title": "普通名称", "kind": "工作室牌", "status": "保留"}, "plaque"),
    ],
)
def test_names_and_choices_of_both_languages_are_understood(task: dict[str, Any], wanted: str) -> None:
    assert families(task) == [wanted]


@pytest.mark.parametrize(
    "task",
    [
        {"admitted": "不清楚"},
        {"admitted": "已准入"},
        {"register": "inspection", "planned": "不清楚"},
        {"register": "meeting", "minutes": 300, "groups": "是"},
        {"register": "plaque", "title": "消防示范点", "status": "To be removed"},
    ],
)
def test_what_is_not_known_or_not_over_is_silent(task: dict[str, Any]) -> None:
    assert families(task) == []


def test_a_cut_is_read_with_its_frequencies() -> None:
    columns = ["姓名", "隐患地点", "隐患类别", "整改措施", "整改期限"]
    cut = {
        "cut": True,
        "from_dept": "应急办",
        "counts_from": "2026-03-01",
        "method": "精简频次",
        "freq_before": "每周",
        "freq_after": "Monthly",
        "form_columns": columns,
    }
    task = {"department": "应急办", "received_on": "2026-06-23", "form_columns": columns}
    assert families(task | {"period": "每月"}, cut) == []
    assert families(task | {"period": "weekly"}, cut) == ["came_back"]


def test_a_refused_admission_is_read_from_its_opinions() -> None:
    applied = {"register": "admission", "item_name": "体育骨干信息库", "applied_on": "2026-04-10"}
    task = {"title": "体育骨干信息库", "received_on": "2026-06-09"}
    assert families(task, applied | {"joint_opinion": "Not agreed"}) == ["admission"]
    assert families(task, applied | {"joint_opinion": "修改后同意", "ends_on": "2026-12-31"}) == []
    assert families(task, applied | {"joint_opinion": "同意", "ends_on": "2026-05-31"}) == ["admission"]


def test_a_ledger_is_asked_as_a_whole(run: Run) -> None:
    run(
        "add",
        "a.mingbai",
        "task",
        "title=网格员每天打卡",
        "department=民政局",
        "received_on=2026-11-20",
        "--json",
    )
    (one,) = run("flags", "a.mingbai", "--json")
    assert one["families"] == ["forbidden_ask"]
    assert one["title"] == "网格员每天打卡"
    assert one["number"].startswith("2026-")
