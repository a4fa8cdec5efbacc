"""What comes by standard input and goes to standard output, whole or not."""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mingbai.cli import lines, main
from mingbai.cli import piped as piped_in

NOTICE = "请于11月27日前将名单报民政局。"


def piped(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Puts bytes on standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def told(capsys: pytest.CaptureFixture[str], *given: str, code: int = 0) -> str:
    """What a command said, or complained of."""
    said = both_told(capsys, *given, code=code)
    return said[1] if code else said[0]


def both_told(capsys: pytest.CaptureFixture[str], *given: str, code: int) -> tuple[str, str]:
    """What a command said, and what it complained of."""
    assert main([*given, "--today", "2026-11-23", "--lang", "zh"]) == code
    said = capsys.readouterr()
    return said.out, said.err


def refuse(constant: str) -> float:
    """No constant of JavaScript is JSON."""
    raise AssertionError(constant)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_notice_is_piped_in_whatever_encoding_it_has(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    piped(monkeypatch, NOTICE.encode(encoding))
    assert "民政局" in told(capsys, "notice", "-")


def test_a_line_that_is_no_utf_8_or_no_json_stops_no_other(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    good = b'{"id": 1, "text": "x"}\r\n'
    data = b"\xef\xbb\xbf" + good + '{"id": 2, "text": "名单"}\n'.encode("gb18030") + good
    data += b'{"id": NaN, "text": "x"}\n\n{"id": 1e999, "text": "x"}\n{"id": 7}'
    (tmp_path / "lines.jsonl").write_bytes(data)
    piped(monkeypatch, data)
    for file in ("-", str(tmp_path / "lines.jsonl")):
        said, complained = both_told(capsys, "notice", "--jsonl", file, code=1)
        answers = [json.loads(line, parse_constant=refuse) for line in said.splitlines()]
        assert [answer.get("id") for answer in answers] == [1, None, 1, None, None, 7]
        assert [answer.get("line") for answer in answers] == [None, 2, None, 4, 6, 7]
        assert "UTF-8" in answers[1]["error"]
        assert "JSON" in answers[3]["error"]
        assert complained == "6 行中有 4 行没有答上，原因写在各自的 error 里\n"


def test_closed_ends_are_no_fault_of_the_program(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    for given in (("notice", "-"), ("notice", "--jsonl", "-")):
        assert "标准输入已关闭" in told(capsys, *given, code=1)
    monkeypatch.setattr("sys.stdout", None)
    assert main(["certificate", "亲属", "--json"]) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_an_answer_that_finds_a_full_disk_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, Path("/dev/full").open("w", encoding="utf-8") as full:
        patch.setattr("sys.stdout", full)
        assert "没有写全" in told(capsys, "notice", NOTICE, code=1)


def test_json_stays_json_where_the_terminal_lacks_a_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="ascii"))
    assert main(["notice", "请报送“阿·买提”😀名单", "--json"]) == 0
    assert "·" in json.loads(raw.getvalue())["title"]


def test_a_long_file_is_answered_by_several_processes_in_its_order(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(lines, "ALONE", 3)
    monkeypatch.setattr(lines, "HANDED", 2)
    given = [json.dumps({"id": at, "text": NOTICE, "today": f"2026-11-{at + 1}"}) for at in range(20)]
    given[11] = "no JSON"
    deep: list[object] = []
    for _ in range(900):
        deep = [deep]
    given[15] = json.dumps({"id": deep, "text": NOTICE})
    file = tmp_path / "lines.jsonl"
    file.write_text("\n".join(given), "utf-8")
    several = both_told(capsys, "notice", "--jsonl", str(file), code=1)
    assert "20 行中有 1 行" in several[1]
    assert [json.loads(line).get("id") for line in several[0].splitlines()] == [
        *range(11),
        None,
        *range(12, 15),
        deep,
        *range(16, 20),
    ]
    monkeypatch.setattr(lines, "ALONE", 100)
    assert both_told(capsys, "notice", "--jsonl", str(file), code=1) == several


def own_id(given: Mapping[str, Any], _today: date) -> dict[str, Any]:
    """An answer that nobody can give twice unseen; a worker does not live to give the one to `fatal`."""
    if given.get("fatal") and multiprocessing.parent_process() is not None:
        os._exit(9)
    return {"answered": given["id"]}


def answered_ids(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, file: Path, fatal: int = -1
) -> list[int]:
    """What is answered to twenty lines of which other processes are handed all but three."""
    monkeypatch.setattr(lines, "ALONE", 3)
    monkeypatch.setattr(lines, "HANDED", 2)
    file.write_text("\n".join(json.dumps({"id": at, "fatal": at == fatal}) for at in range(20)), "utf-8")
    lines.answer_lines(str(file), own_id, date(2026, 11, 23), "zh")
    return [json.loads(line)["answered"] for line in capsys.readouterr().out.splitlines()]


def test_where_processes_may_share_no_lock_one_answers_all(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked_for: list[int] = []

    def refused(count: int, **_: object) -> None:
        asked_for.append(count)
        raise PermissionError

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refused)
    monkeypatch.setattr("os.cpu_count", lambda: 128)
    assert answered_ids(capsys, monkeypatch, tmp_path / "lines.jsonl") == [*range(20)]
    assert asked_for == [61]  # more are refused on Windows


@pytest.mark.parametrize("fatal", [3, 10, 18])
def test_a_worker_that_ends_loses_no_line_and_doubles_none(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fatal: int
) -> None:
    assert answered_ids(capsys, monkeypatch, tmp_path / "lines.jsonl", fatal) == [*range(20)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here")
def test_where_only_some_processes_can_be_started_none_is_left_waiting(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fork = os.fork
    started: list[bool] = []

    def only_one() -> int:
        if started:
            raise BlockingIOError
        started.append(True)
        return fork()

    monkeypatch.setattr("os.fork", only_one)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert answered_ids(capsys, monkeypatch, tmp_path / "lines.jsonl") == [*range(20)]
    for left in multiprocessing.active_children():
        left.join(5)
    assert not multiprocessing.active_children()


def test_no_worker_outlives_the_process_that_started_it() -> None:
    """Else whoever reads the answers would wait for their end for ever."""
    command = [sys.executable, "-m", "mingbai", "quick", "--jsonl", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        count = lines.ALONE + 3 * lines.HANDED
        process.stdin.write(b'{"text": "x"}\n' * count)
        process.stdin.flush()
        for _ in range(count):
            process.stdout.readline()
        process.kill()
        assert process.communicate(timeout=5)[0] == b""


def test_whoever_talks_by_a_pipe_is_answered_before_the_next_lines_come(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One line or many at once, half a line, and lines after those that other processes answered."""
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)
    command = [sys.executable, "-m", "mingbai", "quick", "--jsonl", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for count in (1, 2, lines.ALONE + 30, 1, lines.HANDED + 5):
            said = b"".join(
                json.dumps({"id": at, "text": "周五前 报表 民政局 名单"}).encode() + b"\n"
                for at in range(count)
            )
            for part in (said[:-9], said[-9:]):
                process.stdin.write(part)
                process.stdin.flush()
            answers = [json.loads(process.stdout.readline())["id"] for _ in range(count)]
            assert answers == list(range(count))
        process.stdin.close()
    assert process.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a broken pipe is made another way here")
@pytest.mark.parametrize(
    "given", [("--help",), ("fields",), ("notice", NOTICE), ("quick", "--jsonl", "lines.jsonl")]
)
def test_whoever_has_read_enough_ends_a_command_quietly(tmp_path: Path, given: tuple[str, ...]) -> None:
    (tmp_path / "lines.jsonl").write_text('{"text": "x"}\n' * (lines.ALONE + 30), "utf-8")
    read_end, write_end = os.pipe()
    os.close(read_end)
    command = [sys.executable, "-m", "mingbai", *given]
    try:
        done = subprocess.run(command, stdout=write_end, stderr=subprocess.PIPE, cwd=tmp_path, check=False)
    finally:
        os.close(write_end)
    assert (done.returncode, done.stderr) == (0, b"")


def test_lines_are_the_same_wherever_a_pipe_parts_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "lines"
    file.write_bytes("\ufeff一\n\r\n二\r三\n\n\r四".encode())
    for size in range(1, file.stat().st_size + 1):
        monkeypatch.setattr(piped_in, "AT_ONCE", size)
        with file.open("rb") as stream:
            found = [line.decode() for some in piped_in.lines_waiting(stream) for line in some]
        assert found == ["一", "", "二", "三", "", "", "四"]
