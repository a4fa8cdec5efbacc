"""Lists travel down whole: every value comes back as it was, a village's own edit stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from mingbai.desk.lists_down import LISTS, take_lists, write_lists
from mingbai.desk.places import new_ledger
from mingbai.desk.records import add, change, found
from mingbai.domain.certificate_type import CERTIFICATE_TYPES
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.duty import DUTIES
from mingbai.domain.words import Language, Mistake
from mingbai.ledger import undo
from mingbai.ledger.check import check
from mingbai.ledger.ledger import Ledger

TODAY = date(2026, 12, 3)


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Ledger, Ledger]]:
    with (
        new_ledger(tmp_path / "street.mingbai", {"name": "东风街道"}, today=TODAY) as street,
        new_ledger(tmp_path / "village.mingbai", {"name": "河西村"}, today=TODAY) as village,
    ):
        yield street, village


def held(ledger: Ledger) -> dict[str, dict[str, object]]:
    return {
        f"{register.code} {entry.uid}": dict(entry.stored)
        for register in LISTS
        for entry in ledger.entries(register)
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_lists_arrive_as_they_were_and_again_change_nothing(
    both: tuple[Ledger, Ledger], tmp_path: Path, language: Language
) -> None:
    street, village = both
    add(
        street,
        DUTIES,
        {"name": "安全巡查", "listing": "基本", "number": "1-2", "work": "一\n二"},
        today=TODAY,
    )
    add(street, DEPARTMENTS, {"name": "城运中心", "also": "城运；运管", "level": "镇街"}, today=TODAY)
    (kind, *_) = street.entries(CERTIFICATE_TYPES)
    change(street, kind, {"alternative": "到派出所"}, today=TODAY)
    out = tmp_path / "清单.xlsx"
    write_lists(street, out, language=language, today=TODAY)
    done = take_lists(village, out, today=TODAY)
    assert (done.new, done.updated, done.kept) == (2, 1, 0)
    assert held(village) == held(street)
    again = take_lists(village, out, today=TODAY)
    assert (again.new, again.updated, again.kept) == (0, 0, 0)
    undo.undo(village)
    entry = village.entry(CERTIFICATE_TYPES, kind.uid)
    assert entry is not None
    assert entry.stored["alternative"] != "到派出所"
    assert take_lists(village, out, today=TODAY).kept == 0
    assert held(village) == held(street)
    assert not check(village).findings


def test_an_own_edit_is_kept(both: tuple[Ledger, Ledger], tmp_path: Path) -> None:
    street, village = both
    (kind, *_) = village.entries(CERTIFICATE_TYPES)
    for ledger, said in ((street, "街道说"), (village, "村里说")):
        change(ledger, found(ledger, CERTIFICATE_TYPES, kind.uid), {"alternative": said}, today=TODAY)
        add(ledger, DUTIES, {"name": "安全巡查", "listing": "基本", "leading": said}, today=TODAY)
    write_lists(street, tmp_path / "清单.xlsx", today=TODAY, language="zh")
    done = take_lists(village, tmp_path / "清单.xlsx", today=TODAY)
    assert (done.new, done.updated, done.kept) == (0, 0, 2)
    entry = village.entry(CERTIFICATE_TYPES, kind.uid)
    assert entry is not None
    assert entry.stored["alternative"] == "村里说"


def test_another_workbook_is_refused(both: tuple[Ledger, Ledger], tmp_path: Path) -> None:
    from mingbai.desk.exports import export_register

    street, village = both
    export_register(street, DEPARTMENTS, tmp_path / "单位.xlsx", today=TODAY, language="zh")
    with pytest.raises(Mistake, match="no workbook of lists"):
        take_lists(village, tmp_path / "单位.xlsx", today=TODAY)
