"""汇总: workbooks come in whole, in any order and any number of times; sums are those of plain arithmetic."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import Stocked, kept_for_many
from tests.desk.month_books import sample_ledger
from tests.desk.villages import FILED, NOVEMBER, lines_of, write_month

from mingbai.desk.collecting.collection import added, as_text, collection, from_text
from mingbai.desk.collecting.paper import type_in
from mingbai.desk.collecting.taking import How, collect, take_in
from mingbai.desk.month.figures import printed_codes
from mingbai.desk.month.report import write_report
from mingbai.domain.data_sheet import HandedIn, Line
from mingbai.domain.field import Refused
from mingbai.domain.figure import Duration, Ratio, Top
from mingbai.domain.figures import FIGURES
from mingbai.domain.month import Month
from mingbai.domain.submission import SUBMISSIONS, VILLAGES
from mingbai.ledger import undo
from mingbai.ledger.check import check
from mingbai.ledger.ledger import Ledger

TODAY = date(2026, 12, 3)
ONE = {"task.received": 10, "task.listed": 5, "staff.count": 9, "issue.received": 4}
TWO = {"task.received": 30, "task.listed": 3, "staff.count": 6, "issue.received": 1}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Stocked:
    return kept_for_many(tmp_path_factory.mktemp("street"), {"name": "东风街道"}, TODAY)


@pytest.fixture
def street(begun: Stocked, tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(begun(tmp_path / "street.mingbai")) as ledger:
        yield ledger


def take(street: Ledger, *paths: Path):
    return collect(street, paths, today=TODAY)


def test_a_real_month_report_is_taken_and_again_changes_nothing(street: Ledger, tmp_path: Path) -> None:
    with sample_ledger(tmp_path, "zh") as village:
        zh, en = tmp_path / "一.xlsx", tmp_path / "one.xlsx"
        write_report(village, NOVEMBER, zh, today=date(2026, 12, 2), language="zh")
        write_report(village, NOVEMBER, en, language="en", full=True, today=date(2026, 12, 2))
    done = take(street, zh)
    assert (done.count(How.NEW), done.refused) == (1, ())
    rows = street.rows("SELECT count(*), max(id) FROM journal")
    for again in (zh, en):
        assert take(street, again).count(How.SAME) == 1
    assert street.rows("SELECT count(*), max(id) FROM journal") == rows
    found = collection(street, NOVEMBER)
    assert [place.name for place in found.places] == ["新湖社区"]
    line = found.line(found.places[0], "task.received")
    assert line is not None
    assert found.sum("task.received").number == line.now
    assert found.sum("issue.days").number is None
    assert not check(street).findings


def test_sums_and_who_is_missing(street: Ledger, tmp_path: Path) -> None:
    files = [
        write_month(tmp_path / "b.xlsx", "02", "河东村", TWO),
        write_month(tmp_path / "a.xlsx", "01", "河西村", ONE, language="en"),
    ]
    done = take(street, *files)
    assert [one.how for one in done.taken] == [How.NEW, How.NEW]
    found = collection(street, NOVEMBER)
    assert [place.code for place in found.places] == ["01", "02"]
    assert found.sum("task.received").number == 40
    assert found.sum("task.received", year=True).number == 80
    per_staff = found.sum("task.per_staff")
    assert [per_staff.part, per_staff.whole, per_staff.number] == [40, 15, Decimal("2.67")]
    assert found.sum("task.on_list").number == 20
    assert found.sum("cut.done") == replace(found.sum("cut.done"), number=None, villages=0)
    october = collection(street, Month(2026, 10))
    assert [place.name for place in october.missing] == ["河西村", "河东村"]


def test_a_newer_version_replaces_and_says_what_differs(street: Ledger, tmp_path: Path) -> None:
    first = write_month(tmp_path / "1.xlsx", "01", "河西村", ONE)
    second = write_month(tmp_path / "2.xlsx", "01", "河西村", ONE | {"task.received": 12}, version=2)
    take(street, first)
    (taken,) = take(street, second).taken
    assert taken.how is How.REPLACES
    assert {(one.figure, one.before, one.now) for one in taken.differences if one.column == "now"} == {
        ("task.received", "10", "12"),
        ("task.on_list", "50", "41.67"),
        ("task.per_staff", "1.11", "1.33"),
    }
    assert collection(street, NOVEMBER).sum("task.received").number == 12
    assert take(street, first).taken[0].how is How.SAME
    third = write_month(
        tmp_path / "3.xlsx", "01", "河西村", ONE | {"task.received": 11}, filed=date(2026, 12, 1)
    )
    assert take(street, third).taken[0].how is How.EARLIER
    assert collection(street, NOVEMBER).sum("task.received").number == 12
    undo.undo(street)
    undo.undo(street)
    assert collection(street, NOVEMBER).sum("task.received").number == 10
    assert not check(street).findings


def test_one_drop_is_one_undo(street: Ledger, tmp_path: Path) -> None:
    take(
        street,
        write_month(tmp_path / "a.xlsx", "01", "河西村", ONE),
        write_month(tmp_path / "b.xlsx", "02", "河东村", TWO),
    )
    undo.undo(street)
    assert not collection(street, NOVEMBER).places


numbers = st.fixed_dictionaries(
    {code: st.integers(0, 9999) for code in ("task.received", "task.listed", "issue.received")},
    optional={"cut.done": st.integers(0, 50), "staff.count": st.integers(0, 20)},
)
handed = st.tuples(st.sampled_from(["01", "02", "03"]), st.integers(1, 3), numbers)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("street") / "bare.mingbai"
    Ledger.create(path).close()
    return path


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(reports=st.lists(handed, min_size=1, max_size=6), data=st.data())
def test_order_and_repetition_do_not_matter(bare: Path, tmp_path: Path, reports, data) -> None:
    read = [
        HandedIn(
            file=f"{at}.xlsx",
            sha256=as_text(lines_of(said)) + str(version),
            code=code,
            place=f"村{code}",
            period=str(NOVEMBER),
            start=NOVEMBER.start,
            end=NOVEMBER.end,
            version=version,
            made_on=FILED,
            lines=tuple(lines_of(said)),
        )
        for at, (code, version, said) in enumerate(reports)
    ]
    found = []
    shuffled = data.draw(st.permutations([*read, read[0]]))
    for drops in ([read], [[one] for one in shuffled]):
        path = tmp_path / "again.mingbai"
        shutil.copy(bare, path)
        with Ledger(path) as ledger:
            for drop in drops:
                take_in(ledger, drop, today=TODAY)
            found.append(collection(ledger, NOVEMBER))
        path.unlink()
    one, two = found
    assert [(p.code, p.name, [h.order for h in p.handed]) for p in one.places] == [
        (p.code, p.name, [h.order for h in p.handed]) for p in two.places
    ]
    standing: dict[str, tuple] = {}
    for code, version, said in reports:
        text = as_text(lines_of(said))
        standing[code] = max(standing.get(code, (0, "", {})), (version, text, said), key=lambda one: one[:2])
    for code in ("task.received", "task.listed", "issue.received", "cut.done"):
        plain = [said[code] for *_, said in standing.values() if code in said]
        assert one.sum(code).number == (sum(plain) if plain else None)
        assert two.sum(code) == one.sum(code)


@given(
    st.lists(st.tuples(st.none() | st.integers(0, 999), st.integers(0, 999), st.integers(0, 99)), max_size=6),
    st.randoms(),
)
def test_every_kind_adds_up_by_hand(villages: list, shuffled) -> None:
    for code in printed_codes():
        figure = FIGURES[code]
        lines = [
            Line(figure=code, unit=figure.unit.code)
            if number is None
            else Line(
                figure=code,
                unit=figure.unit.code,
                now=Decimal(number),
                part=Decimal(part),
                whole=Decimal(whole),
            )
            for number, part, whole in villages
        ]
        shuffled.shuffle(lines)
        said = [line for line in lines if line.now is not None]
        found = added(figure, lines)
        assert found.villages == len(said)
        if isinstance(figure, Duration | Top):
            assert found.number is None
        elif isinstance(figure, Ratio):
            whole = sum(int(line.whole or 0) for line in said)
            part = sum(int(line.part or 0) for line in said)
            expected = None if not whole else Decimal(part) * figure.scale / whole
            assert (found.number is None) == (expected is None)
            if expected is not None and found.number is not None:
                assert abs(found.number - expected) <= Decimal("0.5") * Decimal(10) ** -figure.decimals
        else:
            assert found.number == (sum(int(line.now or 0) for line in said) if said else None)


def test_a_share_without_parts_gives_no_sum() -> None:
    figure = FIGURES["task.on_list"]
    whole = Line(figure=figure.code, unit="percent", now=Decimal(50), part=Decimal(1), whole=Decimal(2))
    alone = Line(figure=figure.code, unit="percent", now=Decimal(50))
    assert added(figure, [whole, alone]).number is None
    assert added(figure, [whole]).number == 50


def test_figures_are_kept_as_they_came() -> None:
    lines = lines_of(ONE | {"cut.hours": Decimal("57.8")})
    assert {c: v for c, v in from_text(as_text(lines)).items() if v != Line(figure=c, unit=v.unit)} == {
        line.figure: line for line in lines if line.now is not None
    }


# What does not tie.


def spoiled(folder: Path) -> dict[str, tuple[Path, str]]:
    lines = lines_of(ONE)
    higher = [replace(line, now=Decimal(99)) if line.figure == "task.received" else line for line in lines]
    strange = [*lines, Line(figure="task.magic", unit="item", now=Decimal(1))]
    made: dict[str, tuple[dict[str, Any], str]] = {
        "表1": ({"table1": higher}, "表1 第 1 行“本月”是 99"),
        "校验": ({"lines": higher, "table1": higher, "check": "0" * 16}, "校验码不符"),
        "无码": ({"check": ""}, "校验码不符"),
        "指标": ({"lines": strange}, "不认识指标“task.magic”"),
        "重复": ({"lines": [*lines, lines[0]]}, "重复"),
        "单位": ({"lines": [replace(lines[0], unit="hours"), *lines[1:]]}, "单位不对"),
        "未来": ({"month": Month(2027, 5)}, "2027年5月还没有开始"),
    }
    found = {
        name: (write_month(folder / f"{name}.xlsx", "07", "村七", ONE, **more), says)
        for name, (more, says) in made.items()
    }
    good = write_month(folder / "好.xlsx", "08", "村八", ONE)
    damaged = folder / "坏.xlsx"
    damaged.write_bytes(good.read_bytes()[:4000])
    text = folder / "文本.xlsx"
    text.write_text("a,b\n1,2\n")
    password = folder / "密码.xlsx"
    password.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 8)
    return found | {
        "坏": (damaged, "已损坏"),
        "文本": (text, "不是明白账导出的月报"),
        "密码": (password, "密码"),
        "无": (folder / "无.xlsx", "找不到"),
        "空": (_empty(folder / "空.xlsx"), "空文件"),
    }


def _empty(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def test_what_does_not_tie_is_refused_by_name_and_the_rest_is_taken(street: Ledger, tmp_path: Path) -> None:
    bad = spoiled(tmp_path)
    done = take(street, *(path for path, _ in bad.values()), tmp_path / "好.xlsx")
    assert [one.place for one in done.taken] == ["村八"]
    said = {one.file: one.words for one in done.refused}
    assert said.keys() == {path.name for path, _ in bad.values()}
    for path, says in bad.values():
        assert says in said[path.name].zh, said[path.name].zh
        assert path.name in said[path.name].zh
        assert path.name in said[path.name].en
    assert len(street.entries(SUBMISSIONS)) == 1


def test_a_register_export_is_none_of_ours(street: Ledger, tmp_path: Path) -> None:
    from mingbai.desk.exports import export_register

    export_register(street, VILLAGES, tmp_path / "导出.xlsx", today=TODAY, language="zh")
    (refused,) = take(street, tmp_path / "导出.xlsx").refused
    assert "不是明白账导出的月报" in refused.words.zh


def test_the_same_code_under_two_names_is_refused(street: Ledger, tmp_path: Path) -> None:
    take(street, write_month(tmp_path / "a.xlsx", "01", "河西村", ONE))
    (refused,) = take(street, write_month(tmp_path / "b.xlsx", "01", "河东村", TWO)).refused
    assert "代码 01 在名单里是“河西村”" in refused.words.zh


def test_a_village_without_a_code_is_known_by_its_name(street: Ledger, tmp_path: Path) -> None:
    take(street, write_month(tmp_path / "a.xlsx", "", "河西村", ONE))
    take(street, write_month(tmp_path / "b.xlsx", "01", "河西村", ONE, version=2))
    take(street, write_month(tmp_path / "c.xlsx", "", "河西村", ONE, version=3))
    (village,) = street.entries(VILLAGES)
    assert village.record.code == "01"
    assert len(collection(street, NOVEMBER).places[0].handed) == 3


def test_two_reports_of_one_version_and_day_are_pointed_out(street: Ledger, tmp_path: Path) -> None:
    take(street, write_month(tmp_path / "a.xlsx", "01", "河西村", ONE))
    take(street, write_month(tmp_path / "b.xlsx", "01", "河西村", TWO))
    (place,) = collection(street, NOVEMBER).places
    assert place.doubtful


def test_other_days_of_the_same_month_are_pointed_out(street: Ledger, tmp_path: Path) -> None:
    from mingbai.domain.month import Cutoff

    cut = Month(2026, 11, Cutoff.DAY_25)
    assert not take(street, write_month(tmp_path / "a.xlsx", "01", "河西村", ONE, month=cut)).refused
    assert [place.name for place in collection(street, NOVEMBER).other_days] == ["河西村"]


def test_stopping_keeps_nothing(street: Ledger, tmp_path: Path) -> None:
    class Stop(Exception):
        pass

    def progress(done: int, _of: int) -> None:
        if done == 1:
            raise Stop

    files = [write_month(tmp_path / f"{n}.xlsx", f"{n:02}", f"村{n}", ONE) for n in range(3)]
    with pytest.raises(Stop):
        collect(street, files, today=TODAY, progress=progress)
    assert not street.entries(SUBMISSIONS)


def test_a_folder_is_all_workbooks_in_it(street: Ledger, tmp_path: Path) -> None:
    folder = tmp_path / "各村" / "东片"
    folder.mkdir(parents=True)
    write_month(folder / "a.xlsx", "01", "河西村", ONE)
    (folder / "~$a.xlsx").write_bytes(b"x")
    (folder / "说明.txt").write_text("x")
    done = take(street, tmp_path / "各村")
    assert (len(done.taken), len(done.refused)) == (1, 0)


def test_twenty_workbooks_in_one_act(street: Ledger, tmp_path: Path) -> None:
    files = [
        write_month(tmp_path / f"{n}.xlsx", f"{n:02}", f"村{n}", {"task.received": n}) for n in range(20)
    ]
    told: list[tuple[int, int]] = []
    done = collect(street, files[::-1], today=TODAY, progress=lambda a, b: told.append((a, b)))
    assert done.count(How.NEW) == 20
    assert told[-1] == (20, 20)
    assert [place.code for place in collection(street, NOVEMBER).places] == [f"{n:02}" for n in range(20)]
    assert collection(street, NOVEMBER).sum("task.received").number == sum(range(20))
    assert street.rows("SELECT count(*) FROM act WHERE deed = 'collect'") == [(1,)]


# Paper.


def test_a_paper_village_is_typed_in_and_a_workbook_stands_above_it(street: Ledger, tmp_path: Path) -> None:
    typed = {"task.received": "7", "task.listed": "7", "staff.count": "", "cut.hours": "1,2"}
    with pytest.raises(Refused) as refused:
        type_in(street, NOVEMBER, {"name": "", "code": ""}, typed | {"cut.done": "三个"}, today=TODAY)
    assert {problem.field for problem in refused.value.problems} >= {"name", "cut.done"}
    type_in(
        street,
        NOVEMBER,
        {"name": "河西村", "code": "01"},
        {"task.received": "7", "task.listed": "7"},
        today=TODAY,
    )
    found = collection(street, NOVEMBER)
    assert [found.sum(code).number for code in ("task.received", "task.on_list")] == [7, 100]
    type_in(street, NOVEMBER, {"name": "河西村", "code": "01"}, {"task.received": "8"}, today=TODAY)
    assert collection(street, NOVEMBER).sum("task.received").number == 8
    assert len(street.entries(SUBMISSIONS)) == 1
    take(street, write_month(tmp_path / "a.xlsx", "01", "河西村", ONE))
    assert collection(street, NOVEMBER).sum("task.received").number == 10
