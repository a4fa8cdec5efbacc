"""One line as an entry, from the command line."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import date

import pytest
from tests.cli.conftest import Run

from mingbai.cli.quick import quick
from mingbai.domain.words import Mistake


def options(*words: str, **more: object) -> Namespace:
    given = {"today": date(2026, 11, 24), "language": "zh", "json": False, "jsonl": None, "dry": False}
    return Namespace(words=["a.mingbai", *words], register="task", **(given | more))


@pytest.mark.usefixtures("run")
def test_a_line_is_saved_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    quick(options("周五前", "报表", "民政局", "上报重点人群台账"))
    told = capsys.readouterr().out
    assert "2026-11-27（周五）" in told
    assert "上报重点人群台账" in told


def test_a_dry_run_says_how_the_line_is_read_and_saves_nothing(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    quick(options("路灯不亮 小区西门 已解决", dry=True))
    assert capsys.readouterr().out.splitlines() == ["地点：小区西门", "是否解决：已解决", "标题：路灯不亮"]
    assert run("list", "a.mingbai", "issue", "--json") == []


@pytest.mark.usefixtures("run")
def test_an_earlier_entry_that_is_alike_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    quick(options("民政局 重点人群台账"))
    capsys.readouterr()
    quick(options("民政局 上报重点人群台账"))
    assert "与 11-24 登记的“重点人群台账”很像" in capsys.readouterr().out


@pytest.mark.usefixtures("run")
def test_the_answer_is_an_object_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    quick(options("亲属关系证明 不予出具", json=True))
    assert json.loads(capsys.readouterr().out)["register"] == "certificate"


@pytest.mark.usefixtures("run")
def test_what_is_lacking_is_said_in_one_sentence() -> None:
    with pytest.raises(Mistake, match="department"):
        quick(options("周五前 上报台账"))
