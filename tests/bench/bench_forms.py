"""How long a dropped form takes to be held against 2,000 earlier forms, and a suggestion after the last key.

    python tests/bench/bench_forms.py [LEDGER]

Cold is the first form after the start: rules and forms are read from the ledger, the file in a child process.
Warm is each after it. The limits are longer on a slower computer (`reference`). With a LEDGER (the big ones of
`big_ledger`, of which a copy is used) the suggestion is asked of that one, otherwise of the one with the forms.
"""

from __future__ import annotations

import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

FORMS, FORM_MS, SUGGESTION_MS, TURNS = 2_000, 1_000.0, 100.0, 15
ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 24)
WHO = ("姓名", "身份证号码", "联系电话", "家庭住址")
THINGS = (
    "残疾",
    "低保",
    "养老",
    "医保",
    "务工",
    "住房",
    "就学",
    "产业",
    "收入",
    "婚姻",
    "健康",
    "监护",
    "车辆",
    "耕地",
    "用水",
)
ASKED = ("类型", "级别", "金额", "年限", "状况", "时间", "人数", "面积", "来源", "变化")
UNITS = ("民政局", "卫生健康局", "农业农村局", "教育局", "残联", "妇联", "司法局", "财政局")
NOTICE = (
    "请各社区于明天17:00前将独居老人名单（姓名、年龄、残疾类型、残疾级别、低保金额）报民政局，逾期通报排名。"
)
LINE = "明天前 报表 民政局 拍照上报独居老人名单"


def main() -> int:
    """Print the times; say by the exit code whether they hold."""
    sys.path[:0] = [str(ROOT / "desktop"), str(ROOT)]
    from openpyxl import Workbook
    from tests.bench.reference import slowness

    from mingbai.desk.dropped import draft_of_file
    from mingbai.desk.pasting import Pasted, draft_of
    from mingbai.desk.places import new_ledger
    from mingbai.desk.quick_reader import Reader
    from mingbai.desk.records import add_all
    from mingbai.desk.suggesting import Suggester, matter_of, matter_of_line
    from mingbai.domain.task import TASKS
    from mingbai.ledger.ledger import Ledger

    slow = slowness()
    held = True

    def told(what: str, ms: float, limit: float) -> None:
        nonlocal held
        held = held and ms <= limit * slow
        print(f"{what:44} {ms:7.1f} ms, {ms / (limit * slow):5.2f} of the limit here ({limit * slow:.0f} ms)")

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rng = random.Random(5)
        names = [thing + asked for thing in THINGS for asked in ASKED]
        ledger = new_ledger(folder / "a.mingbai", {"name": "新湖社区"}, today=TODAY)
        drafts: list[tuple[object, dict[str, object]]] = []
        for at in range(FORMS):
            columns = [*rng.sample(WHO, 3), *rng.sample(names, 9)]
            day = TODAY - timedelta(days=rng.randint(1, 360))
            drafts.append(
                (TASKS, {"title": f"{rng.choice(THINGS)}情况表{at}", "department": rng.choice(UNITS),
                         "received_on": day, "form_columns": ";".join(columns)})
            )  # fmt: skip
        add_all(ledger, drafts, today=TODAY)  # type: ignore[arg-type]
        book = Workbook(write_only=True)
        book.create_sheet().append(
            [*WHO[:3], *str(drafts[700][1]["form_columns"]).split(";")[3:], "备注说明"]
        )
        book.save(folder / "form.xlsx")
        suggester, reader = Suggester(ledger), Reader(ledger)

        def drop() -> None:
            pasted = draft_of_file(reader, folder / "form.xlsx", TODAY)
            assert isinstance(pasted, Pasted)
            spoken = suggester.against(matter_of(pasted), TODAY)
            assert any("栏" in one.words.zh for one in spoken), spoken

        read = draft_of_file(reader, folder / "form.xlsx", TODAY)
        assert isinstance(read, Pasted)
        matter = matter_of(read)
        told(f"form, first of the day, {FORMS:,} forms", _ms(drop, 1), 3 * FORM_MS)
        told("form, each after it, with its file", _ms(drop, 3), FORM_MS)
        told("form, its comparison alone", _ms(lambda: suggester.against(matter, TODAY), TURNS), FORM_MS)
        ledger.close()

        big = folder / "big.mingbai"
        shutil.copy(sys.argv[1] if len(sys.argv) > 1 else folder / "a.mingbai", big)
        with Ledger(big) as ledger:
            suggester, reader = Suggester(ledger), Reader(ledger)
            rows = ledger.rows("SELECT count(*) FROM task")[0][0]

            def paste() -> None:
                assert suggester.against(matter_of(draft_of(reader, NOTICE, TODAY)), TODAY)

            def key() -> None:
                matter = matter_of_line(reader.read(LINE, TODAY), TODAY)
                assert matter is not None
                suggester.against(matter, TODAY)

            began = time.perf_counter()
            paste()
            print(f"{'rules, lists and forms read once':44} {(time.perf_counter() - began) * 1000:7.1f} ms")
            told(f"notice pasted to suggestion, {rows:,} assignments", _ms(paste, TURNS), SUGGESTION_MS)
            told("last key of a line to suggestion", _ms(key, TURNS), SUGGESTION_MS)
    return 0 if held else 1


def _ms(work: Callable[[], object], turns: int) -> float:
    took = []
    for _ in range(turns):
        began = time.perf_counter()
        work()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


if __name__ == "__main__":
    sys.exit(main())
