"""How long a list of 10,000 rows takes against plain openpyxl, and how much memory it adds.

    python tests/bench/bench_export.py

Both are timed in one run, in turns, each in a process of its own; the medians are compared. Of the long
list the limit is longer on a slower computer (`reference`).
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

ROWS, LONG, TURNS = 10_000, 100_000, 5
MOST_RATIO, MOST_MB, MOST_SECONDS, MOST_LONG_MB = 0.45, 40, 5.0, 80
HERE = Path(__file__).resolve()
ROOT = HERE.parents[2]
HEADS = ("序号", "登记编号", "接收日期", "事项名称", "层级", "形式", "文号", "用时", "次数", "支出")
WIDTHS = (6, 14, 11, 40, 8, 10, 24, 9, 9, 12)


def values(rows: int) -> Iterator[tuple[int | str | date | Decimal, ...]]:
    """Made-up entries, as a register would give them."""
    first = date(2026, 1, 1)
    for i in range(1, rows + 1):
        yield (
            i,
            f"2026-A-{i:06}",
            first + timedelta(i % 365),
            f"填报人居环境整治周报（第{i % 53}周）",
            "街道" if i % 3 else "区级",
            "报表",
            f"新街发〔2026〕{i % 400}号",
            Decimal(i % 900) / 10,
            i % 50,
            Decimal(i % 9000) / 100,
        )


def ours(rows: int, path: Path) -> None:
    """The way the program exports."""
    from mingbai.domain.sheet import Look, Page, Row, Sheet, SheetColumn, Workbook
    from mingbai.exchange.workbook import write_workbook

    looks = (
        Look.WORD,
        Look.CODE,
        Look.DATE,
        Look.TEXT,
        Look.WORD,
        Look.WORD,
        Look.TEXT,
        Look.TENTH,
        Look.COUNT,
    )
    columns = [SheetColumn(*each) for each in zip(HEADS, WIDTHS, (*looks, Look.MONEY), strict=True)]
    list_ = (Row(cells) for cells in values(rows))
    sheet = Sheet("上级交办", "上级交办", tuple(columns), list_, page=Page(one_page=False))
    write_workbook(Workbook("zh", (sheet,), "示例社区"), path, made_at=datetime(2026, 12, 2))


def plain(rows: int, path: Path) -> None:
    """What a short script with openpyxl does: fonts, lines and formats cell by cell."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, Side

    formats = ("0", "@", "yyyy-mm-dd", "@", "@", "@", "@", "#,##0.0_ ", "#,##0_ ", "#,##0.00_ ")
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEADS)
    side = Side(style="thin")
    font, border = Font(name="仿宋", size=10), Border(left=side, right=side, top=side, bottom=side)
    alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    for y, row in enumerate(values(rows), 2):
        for x, (value, shown) in enumerate(zip(row, formats, strict=True), 1):
            cell = sheet.cell(y, x, value)
            cell.font, cell.border, cell.alignment = font, border, alignment
            cell.number_format = shown
    book.save(path)


def peak() -> float:
    """The most memory this process has had, in MB."""
    if sys.platform == "win32":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run(way: str, rows: int) -> tuple[float, float]:
    """Seconds and added MB of one export, in a process of its own."""
    command = [sys.executable, str(HERE), way, str(rows)]
    seconds, added = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(seconds), float(added)


def one(way: str, rows: int) -> None:
    """One export; what is imported and drawn first costs neither time nor memory here."""
    sys.path.insert(0, str(ROOT / "desktop"))
    write = ours if way == "ours" else plain
    with tempfile.TemporaryDirectory() as folder:
        write(10, Path(folder, "first.xlsx"))
        before, start = peak(), time.perf_counter()
        write(rows, Path(folder, "list.xlsx"))
        print(time.perf_counter() - start, peak() - before)


def main() -> int:
    """Print the measures; say by the exit code whether they hold."""
    taken = {"ours": [run("ours", ROWS)], "plain": [run("plain", ROWS)]}
    for _ in range(TURNS - 1):
        for way, measures in taken.items():
            measures.append(run(way, ROWS))
    seconds = {way: statistics.median(s for s, _ in measures) for way, measures in taken.items()}
    memory = statistics.median(mb for _, mb in taken["ours"])
    long_seconds, long_memory = (
        statistics.median(part) for part in zip(*(run("ours", LONG) for _ in range(3)), strict=True)
    )
    sys.path.insert(0, str(ROOT))
    from tests.bench.reference import slowness

    most_seconds = MOST_SECONDS * slowness()
    ratio = seconds["ours"] / seconds["plain"]
    print(f"{ROWS:,} rows: {seconds['ours']:.2f} s against {seconds['plain']:.2f} s of plain openpyxl")
    print(f"ratio {ratio:.3f} (at most {MOST_RATIO}), memory +{memory:.0f} MB (at most {MOST_MB})")
    print(
        f"{LONG:,} rows: {long_seconds:.2f} s (at most {most_seconds:.1f}), +{long_memory:.0f} MB (at most {MOST_LONG_MB})"
    )
    held = ratio <= MOST_RATIO and memory <= MOST_MB
    return 0 if held and long_seconds <= most_seconds and long_memory <= MOST_LONG_MB else 1


if __name__ == "__main__":
    if len(sys.argv) == 3:
        one(sys.argv[1], int(sys.argv[2]))
    else:
        sys.exit(main())
