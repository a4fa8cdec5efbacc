"""A terminal on a new ledger of a made-up community, on a Tuesday."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import PLACE, Stocked, kept_for_many

from mingbai.cli import main

Run = Callable[..., Any]


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Stocked:
    """A ledger as `mingbai new` makes it."""
    return kept_for_many(tmp_path_factory.mktemp("begun"), PLACE)


@pytest.fixture
def run(
    begun: Stocked, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Run:
    """Runs `mingbai` and answers what it printed: an object where it was asked for JSON, else text.

    `code` is the exit code it must have; where it did nothing the sentence on stderr is answered.
    """
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    def command(*arguments: str, code: int = 0, language: str = "zh") -> Any:
        given = [*arguments, "--today", "2026-11-24", "--lang", language]
        assert main(given) == code, capsys.readouterr().err
        told = capsys.readouterr()
        if code and not told.out:
            assert len(told.err.strip().splitlines()) == 1
            return told.err.strip()
        return json.loads(told.out) if "--json" in arguments else told.out

    begun(tmp_path / "a.mingbai")
    return command


@pytest.fixture
def filled(run: Run) -> Run:
    """The same with an assignment, a recurring one, a certificate request and an issue, in this order."""
    add = ("add", "a.mingbai")
    run(*add, "task", "接收日期=11-23", "交办单位=民政局", "事项名称=上报重点人群台账", "办结期限=周五")
    run(
        *add,
        "demand",
        "title=环境周报",
        "department=街道办",
        "period=每周",
        "minutes=90",
        "starts_on=2026-10-5",
    )
    run(*add, "certificate", "asked_on=今天", "certificate=亲属关系证明", "outcome=不予出具")
    run(
        *add, "issue", "accepted_at=11-20 9:30", "title=路灯不亮", "resident=王小红", "phone=13000001234",
        "closed_at=11-23 16:00", "solved=已解决", "satisfaction=满意",
    )  # fmt: skip
    return run
