"""The same table and the same sentences, from a process that may die."""

from __future__ import annotations

import io
import multiprocessing
import os
import re
import sys
import time
import zipfile
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from openpyxl import Workbook

from mingbai.domain.words import Fault, Mistake, Trouble
from mingbai.exchange import reading_apart
from mingbai.exchange.child import LOOKS_UP_SECONDS, STEPS_BACK, Child, Patience, seconds_worked
from mingbai.exchange.reading_apart import read_table_apart
from mingbai.exchange.tables import read_table


def die(*_: object) -> None:
    os._exit(7)


def dawdle(*_: object) -> None:
    time.sleep(60)


def go_round(*_: object) -> None:
    while True:
        pass


def outlive_its_reader(answers: Connection) -> None:
    answers.send(os.getpid())
    answers.send(b"x" * 2**22)  # more than a pipe holds: whoever reads is gone meanwhile


def leave_a_child(said: Connection, work: Callable[..., None]) -> None:
    child = Child(work, seconds=60)
    said.send(child.answer("a"))
    os._exit(9)


def kept_waiting(answers: Connection) -> None:
    answers.send(os.getpid())
    time.sleep(60)


@pytest.mark.skipif(sys.platform == "win32", reason="a process is looked for another way there")
@pytest.mark.parametrize("work", [outlive_its_reader, kept_waiting])
def test_a_child_whose_parent_is_gone_ends_without_a_word(
    work: Callable[..., None], capfd: pytest.CaptureFixture[str]
) -> None:
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe(duplex=False)
    parent = spawn.Process(target=leave_a_child, args=(theirs, work))
    parent.start()
    child = ours.recv()
    parent.join()
    until = time.monotonic() + 10
    while Path(f"/proc/{child}/fd").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not Path(f"/proc/{child}/fd").exists()
    assert capfd.readouterr().err == ""


def test_the_child_reads_the_same_table(tmp_path: Path) -> None:
    path = tmp_path / "单.csv"
    path.write_text("标题,日期\n修路灯,2026-11-02\n", encoding="utf-8")
    assert read_table_apart(path) == read_table(path)
    path.write_text("某社区,含个人信息\n标题,日期\n修路灯,2026-11-02\n", encoding="utf-8")
    assert read_table_apart(path, known=("标题", "日期")).head == ("标题", "日期")


@pytest.mark.parametrize(("name", "kind"), [("gone.xlsx", Fault), ("a.py", Mistake)])
def test_the_child_says_the_same_sentence(tmp_path: Path, name: str, kind: type[Trouble]) -> None:
    path = tmp_path / name
    if kind is Mistake:
        path.write_text("x", encoding="utf-8")
    with pytest.raises(kind) as here:
        read_table(path)
    with pytest.raises(kind) as there:
        read_table_apart(path)
    assert there.value.words == here.value.words


def test_a_child_that_dies_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_apart, "_work", die)
    with pytest.raises(Fault, match="damaged"):
        read_table_apart(tmp_path / "a.xlsx")


@pytest.mark.skipif(sys.platform == "win32", reason="memory is only limited where the system can")
def test_a_cell_that_hides_from_the_gate_costs_the_child_only(tmp_path: Path) -> None:
    stream = io.BytesIO()
    Workbook().save(stream)
    far = f'<sheetData><row><c r="A1"><v>1</v></c><c{" " * 400}r="XFD1048576"><v>1</v></c></row></sheetData>'.encode()
    with zipfile.ZipFile(stream) as made, zipfile.ZipFile(tmp_path / "a.xlsx", "w") as hostile:
        for part in made.namelist():
            content = made.read(part)
            hostile.writestr(part, re.sub(rb"<sheetData ?/>|<sheetData></sheetData>", far, content))
    # Not "too long": it is the memory that ends it.
    with pytest.raises(Fault, match="damaged"):
        read_table_apart(tmp_path / "a.xlsx")


def say_how_nice(answers: Connection) -> None:
    answers.send(os.getpriority(os.PRIO_PROCESS, 0))


@pytest.mark.skipif(sys.platform == "win32", reason="asked of the system in another way")
def test_a_child_lets_the_window_go_first() -> None:
    with Child(say_how_nice, seconds=20) as child:
        assert child.answer("a.xlsx") == min(os.getpriority(os.PRIO_PROCESS, 0) + STEPS_BACK, 19)


@pytest.mark.parametrize("work", [dawdle, go_round])
def test_a_child_that_takes_too_long_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, work: Callable[..., None]
) -> None:
    monkeypatch.setattr(reading_apart, "_work", work)
    # Left to its end it would have no answer, and its file would be called damaged.
    with pytest.raises(Fault, match="too long"):
        read_table_apart(tmp_path / "a.xlsx", seconds=0.5)
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(
    ("worked", "ends"),
    [
        pytest.param(lambda look: 5.0 + look / 100, False, id="others have the processor"),
        pytest.param(lambda look: 5.0 + look * LOOKS_UP_SECONDS, True, id="works all the time"),
        pytest.param(lambda _: 5.0, True, id="does not work"),
        pytest.param(lambda _: None, True, id="the system does not tell"),
    ],
)
def test_on_a_busy_pc_a_child_is_waited_for(worked: Callable[[int], float | None], ends: bool) -> None:
    patience = Patience(20 * LOOKS_UP_SECONDS, worked(0))
    assert not any(patience.is_over(worked(look)) for look in range(1, 16))
    assert any(patience.is_over(worked(look)) for look in range(16, 40)) is ends


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere only a child has a handle")
def test_only_work_is_counted() -> None:
    before = time.process_time()
    told = seconds_worked(multiprocessing.current_process())
    assert told == pytest.approx(before, abs=0.1)
