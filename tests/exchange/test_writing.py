"""A file is put in place whole or not at all, and the same sheets always give the same bytes."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.exchange.libreoffice import pages_printed
from tests.exchange.sheets import FOOT, MADE_AT, cells, column, data, page, part, write

from mingbai.domain.sheet import (
    Cell,
    Chart,
    ChartKind,
    Look,
    Page,
    Row,
    RowKind,
    Workbook,
)
from mingbai.domain.words import Fault, Mistake
from mingbai.exchange import canvas, proof, stretch, writing
from mingbai.exchange.workbook import write_workbook


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "月报.xlsx"


def test_equal_sheets_give_equal_bytes(tmp_path: Path) -> None:
    def made(name: str) -> bytes:
        columns = (column("月份", 10, Look.MONTH), column("件", 10, Look.COUNT))
        charts = (Chart("件", ChartKind.COLUMNS, 0, (1,)),)
        rows = [Row((date(2026, 1, 1), 4)), Row(("合计", 4), RowKind.TOTAL), Row(("节",), RowKind.SECTION)]
        told = write(tmp_path / name, page(rows, columns, charts=charts, notes=("注",) * 5, foot=FOOT))
        assert told.sha256 == hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()
        return (tmp_path / name).read_bytes()

    assert made("甲.xlsx") == made("乙.xlsx")


def test_the_only_time_in_the_file_is_the_given_one(target: Path) -> None:
    write(target, page([Row(("一",))]))
    core = part(target, "docProps/core.xml")
    assert re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core) == ["2026-12-02T09:30:00Z"] * 2


def broken(_: int = 0) -> Iterator[Row]:
    yield Row(("一",))
    raise RuntimeError("rows end here")


def only(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def old(target: Path) -> bytes:
    write(target, page([Row(("旧",))]))
    return target.read_bytes()


def test_rows_that_fail_leave_the_old_file(target: Path, old: bytes) -> None:
    with pytest.raises(RuntimeError):
        write(target, page(broken()))
    assert target.read_bytes() == old
    assert only(target.parent) == [target.name]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS])
def test_trouble_with_the_disk_leaves_the_old_file(
    target: Path, old: bytes, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(writing, "sync_file", fail)
    with pytest.raises(Fault) as told:
        write(target, page([Row(("新",))]))
    assert ("磁盘已满" in told.value.words.zh) == (code in (errno.ENOSPC, errno.EDQUOT))
    assert target.read_bytes() == old
    assert only(target.parent) == [target.name]


@pytest.mark.skipif(os.name != "posix", reason="folders are not synced elsewhere")
@pytest.mark.parametrize("code", [errno.EINVAL, errno.EIO])
def test_a_folder_that_cannot_be_synced_does_not_make_a_written_file_unwritten(
    target: Path, old: bytes, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    real = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(code, os.strerror(code))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    write(target, page([Row(("新",))]))
    assert target.read_bytes() != old
    assert only(target.parent) == [target.name]


@pytest.mark.parametrize("spoil", ["cut", "swap", "short"])
def test_a_file_that_reads_back_differently_is_not_taken(
    target: Path, old: bytes, monkeypatch: pytest.MonkeyPatch, spoil: str
) -> None:
    import mingbai.exchange.workbook as module

    def spoiled(path: Path, drawn: Any, go_on: Any) -> None:
        content = path.read_bytes()
        if spoil == "cut":
            path.write_bytes(content[: len(content) // 2])
        else:
            write_workbook(
                Workbook("zh", (page([Row(("别的",))] if spoil == "swap" else []),), ""),
                path,
                made_at=MADE_AT,
            )
        proof.check(path, drawn, go_on)

    real = proof.check
    calls: list[Path] = []

    def once(path: Path, drawn: Any, go_on: Any) -> None:
        calls.append(path)
        (spoiled if len(calls) == 1 else real)(path, drawn, go_on)

    monkeypatch.setattr(module, "check", once)
    with pytest.raises(Fault, match="did not read back"):
        write(target, page([Row(("新",))]))
    assert target.read_bytes() == old
    assert only(target.parent) == [target.name]


def test_read_only_file_is_left_alone(target: Path, old: bytes) -> None:
    target.chmod(stat.S_IRUSR)
    with pytest.raises(Fault, match="read-only"):
        write(target, page([Row(("新",))]))
    assert target.read_bytes() == old


@pytest.mark.parametrize("lock", ["~${}", ".~lock.{}#"])
def test_file_open_elsewhere_is_left_alone(target: Path, old: bytes, lock: str) -> None:
    (target.parent / lock.format(target.name)).touch()
    with pytest.raises(Fault, match="open in another program"):
        write(target, page([Row(("新",))]))
    assert target.read_bytes() == old


def test_file_that_cannot_be_replaced_is_left_alone(
    target: Path, old: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(Fault, match="open in another program"):
        write(target, page([Row(("新",))]))
    assert target.read_bytes() == old
    assert only(target.parent) == [target.name]


def test_missing_folder_and_folder_as_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="not there"):
        write(tmp_path / "没有" / "月报.xlsx", page([]))
    folder = tmp_path / "月报.xlsx"
    folder.mkdir()
    with pytest.raises(Fault, match="is a folder"):
        write(folder, page([]))
    with pytest.raises(Fault, match="too long"):
        write(tmp_path / f"{'月' * 100}.xlsx", page([]))
    assert only(folder) == []


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_the_new_file_keeps_mode_and_link(tmp_path: Path) -> None:
    real, link = tmp_path / "真.xlsx", tmp_path / "链接.xlsx"
    write(real, page([]))
    real.chmod(0o640)
    link.symlink_to(real)
    write(link, page([Row(("新",))]))
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert cells(real, "表")[-1] == ["新"]


def test_more_rows_than_a_sheet_holds_are_refused(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canvas, "MOST_ROWS", 5)
    with pytest.raises(Mistake, match="more rows"):
        write(target, data(Row((i,)) for i in range(5)))
    assert only(target.parent) == []


@pytest.mark.parametrize("most", [0, proof.MOST_CELLS])
def test_a_long_list_is_streamed_and_counted(
    target: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(proof, "MOST_CELLS", most)
    columns = (column("序号", 8, Look.WORD), column("事项", 30))
    told = write(target, page((Row((i, f"事项{i} & 其他")) for i in range(30_000)), columns, tab="登记"))
    assert told.rows == {"登记": 30_000}
    assert cells(target, "登记")[-1] == [29_999, "事项29999 & 其他"]


def test_a_value_met_again_is_drawn_as_it_was(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretch, "MOST_KEPT", 10)
    values = (
        1,
        Decimal("1.00"),
        Decimal("1.0"),
        True,
        "1",
        "两行\n的字",
        date(2026, 1, 1),
        datetime(2026, 1, 1),
        None,
        "长" * 300,
    )
    columns = (column(), column(look=Look.MONEY))

    def drawn(rows: Iterator[Row]) -> list[str]:
        write(target, data(rows, columns))
        return re.findall(r'<row r="\d+".*?</row>', part(target, "xl/worksheets/sheet1.xml"), re.DOTALL)[1:]

    # A row is drawn alone when its second cell is no plain value.
    alone = [
        re.sub(r'(r="[A-Z]*)\d+', r"\1#", row) for row in drawn(Row((v, Cell(v, Look.MONEY))) for v in values)
    ]
    assert len(set(alone)) == len(values) - 1
    met = [values[at % len(values)] for at in range(3 * stretch.MOST_ROWS + 5)]
    wanted = [alone[at % len(alone)].replace("#", str(at + 2)) for at in range(len(met))]
    assert drawn(Row((value, value)) for value in met) == wanted


def test_a_large_sheet_that_is_not_whole_is_noticed(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import mingbai.exchange.workbook as module

    monkeypatch.setattr(proof, "MOST_CELLS", 0)
    join = module._copy_sheet

    def less(frame: bytes, leaf: Any, out: Any, go_on: Any) -> None:
        leaf.rows.seek(0)
        rest = leaf.rows.read().replace(b'<row r="4"', b'<row_ r="4"', 1)
        leaf.rows.seek(0)
        leaf.rows.write(rest)
        join(frame, leaf, out, go_on)

    monkeypatch.setattr(module, "_copy_sheet", less)
    with pytest.raises(Fault, match="did not read back"):
        write(target, data([Row((i,)) for i in range(9)]))
    assert only(target.parent) == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_prints_all_but_what_only_programs_read(target: Path) -> None:
    seen = page([Row(("一", 3))], (column("事项", 40), column("件", 9, Look.COUNT)))
    write(target, seen, replace(seen, tab="数据", hidden=True))
    assert pages_printed(target) == 1


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_prints_the_pages_we_count_on(target: Path) -> None:
    columns = (column("序号", 4.2, Look.WORD), column("事项", 100), column("件", 21.3, Look.COUNT))
    rows = [Row((i, "填报人居环境整治周报", i)) for i in range(36)]
    more: dict[str, Any] = {"left": "填报单位：示例", "right": "表2", "notes": ("注",), "foot": FOOT}
    one = page(rows[:12], columns, tab="一页", **more)
    two = page(iter(rows), columns, tab="两页", page=Page(one_page=False), **more)
    write(target, one, two)
    assert pages_printed(target) == 3
