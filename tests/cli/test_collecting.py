"""A street at the command line: reports come in, lists go down."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run

L = "a.mingbai"


def test_reports_are_taken_in_and_written_out(run: Run, tmp_path: Path) -> None:
    run("new", "street.mingbai", "--place", "东风街道")
    run("report", L, "--month", "2026-11", "--out", "village.xlsx")
    told = run("collect", "street.mingbai", "village.xlsx", "--out", "sums.xlsx")
    assert "新收 1 份" in told
    assert (tmp_path / "sums.xlsx").stat().st_size > 5000
    again = run("collect", "street.mingbai", "village.xlsx", "--json")
    assert [one["how"] for one in again["taken"]] == ["same"]
    assert again["months"]["2026-11"]["sums"]["task.received"] is not None or again["months"]
    (tmp_path / "bad.xlsx").write_text("x")
    assert run("collect", "street.mingbai", "--month", "2026-10", "village.xlsx", language="en").splitlines()[
        -1
    ] == ("October 2026, missing (1): 新湖社区")


def test_lists_go_down(run: Run) -> None:
    run("new", "street.mingbai", "--place", "东风街道")
    run("add", "street.mingbai", "duty", "name=安全巡查", "listing=基本")
    run("lists", "street.mingbai", "--out", "lists.xlsx")
    assert run("lists", L, "--take", "lists.xlsx").startswith("新增 1，更新 0，")
    assert "--take" in run("lists", L, code=1)
