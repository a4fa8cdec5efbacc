"""Shipped lists and a place's own: an update leaves what was edited alone, and no rule stands without its source."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from mingbai.desk import catalogues, records, review
from mingbai.desk.catalogues import CATALOGUES, DEED, Catalogue, bring_catalogues
from mingbai.desk.certificates import region_of, source_of
from mingbai.desk.exports import export_register
from mingbai.desk.imports import import_file
from mingbai.desk.teaching import teach
from mingbai.domain.certificate_type import CERTIFICATE_TYPES
from mingbai.domain.field import Refused
from mingbai.domain.rule import RULES
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import undo

NEXT = "2027-03"
OWN = {
    "code": "我镇-1",
    "gist": "不得要求每日上报",
    "source": "我镇减负通知",
    "issued": "2026-10",
    "families": "明文禁止的要求",
    "words": "每日上报",
}


def rule(ledger: Ledger, code: str) -> Entry:
    return next(one for one in ledger.entries(RULES, binned=True) if one.stored["code"] == code)


@pytest.fixture
def next_edition(monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, str]]:
    """What a later program ships instead, by code; everything carries the new edition."""
    changed: dict[str, dict[str, str]] = {}
    shipped = Catalogue.rows

    def rows(self: Catalogue) -> list[dict[str, str]]:
        return [row | changed.get(row["code"], {}) | {"edition": NEXT} for row in shipped(self)]

    monkeypatch.setattr(Catalogue, "rows", rows)
    return changed


def test_the_shipped_lists_come_once(ledger: Ledger) -> None:
    before = ledger.entries(RULES)
    brought = bring_catalogues(ledger)
    assert (brought.new, brought.updated, brought.edited, brought.refused) == (0, 0, 0, ())
    assert [one.stored for one in ledger.entries(RULES)] == [one.stored for one in before]


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda one: one.name)
def test_a_shipped_row_says_in_both_languages_where_it_comes_from_and_where_it_holds(
    ledger: Ledger, catalogue: Catalogue
) -> None:
    for entry in ledger.entries(catalogue.register):
        for name in {"source", "region"} & catalogue.register.fields.keys():
            assert bool(entry.stored[name]) == bool(entry.stored[f"{name}_en"]), (entry.record, name)


def test_a_new_edition_keeps_the_words_a_rule_was_taught_here(
    ledger: Ledger, today: date, next_edition: dict[str, dict[str, str]]
) -> None:
    draft = {"received_on": "2026-11-19", "department": "民政局", "title": "抄写安全标语"}
    flag = review.flag(ledger, records.add(ledger, TASKS, draft, today=today), "APP26-2", today=today)
    held = teach(ledger, flag, "抄写安全标语", today=today).stored["words"]
    next_edition["APP26-2"] = {"rule_zh": "新的要点", "words": "打卡"}
    assert bring_catalogues(ledger).edited == 1
    kept = rule(ledger, "APP26-2").stored
    assert (kept["words"], kept["gist"]) == (held, "新的要点")


def test_a_new_edition_keeps_what_was_edited_and_renews_the_rest(
    ledger: Ledger, today: date, next_edition: dict[str, dict[str, str]]
) -> None:
    records.change(ledger, rule(ledger, "APP26-2"), {"in_use": "否", "excluded": "领早餐"}, today=today)
    records.add(ledger, RULES, OWN, today=today)
    next_edition["APP26-2"] = {"rule_zh": "新的要点", "default_on": "1", "excluded": "演练"}
    next_edition["GD-DOC-1"] = {"rule_zh": "另一个要点"}
    brought = bring_catalogues(ledger)
    assert brought.edited == 1
    edited, other, own = (rule(ledger, code).stored for code in ("APP26-2", "GD-DOC-1", "我镇-1"))
    assert (edited["in_use"], edited["excluded"]) == (0, "领早餐"), "a place's own"
    assert (edited["gist"], edited["edition"]) == ("新的要点", NEXT)
    assert (other["gist"], other["edition"]) == ("另一个要点", NEXT)
    assert (own["gist"], own["edition"]) == (OWN["gist"], None)
    again = bring_catalogues(ledger)
    assert (again.new, again.updated) == (0, 0)


def test_english_that_ships_later_does_not_stand_beside_a_places_own_words(
    ledger: Ledger, today: date, next_edition: dict[str, dict[str, str]]
) -> None:
    (kind,) = (one for one in ledger.entries(CERTIFICATE_TYPES) if one.stored["code"] == "N01")
    with ledger.act(DEED, today=today) as act:
        act.change(CERTIFICATE_TYPES, kind.uid, {"source_en": None, "region_en": None})
    records.change(ledger, kind, {"source": "我镇的清单"}, today=today)
    next_edition["N01"] = {"region_en": "Everywhere"}
    bring_catalogues(ledger)
    brought = ledger.entry(CERTIFICATE_TYPES, kind.uid)
    assert brought is not None
    assert source_of(brought.record) == Words("我镇的清单", "我镇的清单")
    assert region_of(brought.record).en == "Everywhere"


def test_an_edit_that_was_undone_is_none(
    ledger: Ledger, today: date, next_edition: dict[str, dict[str, str]]
) -> None:
    records.change(ledger, rule(ledger, "APP26-2"), {"gist": "我们的说法"}, today=today)
    undo(ledger)
    next_edition["APP26-2"] = {"rule_zh": "新的要点"}
    assert bring_catalogues(ledger).edited == 0
    assert rule(ledger, "APP26-2").stored["gist"] == "新的要点"


def test_what_lies_in_the_bin_stays_there(ledger: Ledger, next_edition: dict[str, dict[str, str]]) -> None:
    records.put_into_bin(ledger, rule(ledger, "APP26-2"))
    next_edition["APP26-2"] = {"rule_zh": "新的要点"}
    bring_catalogues(ledger)
    assert rule(ledger, "APP26-2").binned_at is not None


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"document_zh": "", "source_zh": ""}, "“APP26-2”没有写来源文件"),
        ({"issued": "", "valid_from": ""}, "“APP26-2”没有写发布时间"),
        ({"words": "打卡;签到("}, "“APP26-2”的触发词“签到(”读不懂"),
    ],
)
def test_a_shipped_rule_without_source_or_date_does_not_load(
    ledger: Ledger, next_edition: dict[str, dict[str, str]], row: dict[str, str], said: str
) -> None:
    before = rule(ledger, "APP26-2").stored
    next_edition["APP26-2"] = row
    (why,) = bring_catalogues(ledger).refused
    assert said in why.zh
    assert "“APP26-2”" in why.en
    assert rule(ledger, "APP26-2").stored == before
    assert rule(ledger, "GD-DOC-1").stored["edition"] == NEXT


BAD: list[tuple[Mapping[str, str], str, str]] = [
    ({"source": ""}, "source", "依据“我镇-1”没有写来源文件"),
    ({"source": " 　"}, "source", "依据“我镇-1”没有写来源文件"),
    ({"issued": ""}, "issued", "依据“我镇-1”没有写发布时间"),
    ({"words": "打卡；(拍照"}, "words", "触发词“(拍照”读不懂"),
    ({"words": "(拍照)?"}, "words", "读不懂"),
    ({"words": "<谁>;<kin>"}, "words", "“<kin>”读不懂"),
]


@pytest.mark.parametrize(("draft", "field", "said"), BAD)
def test_an_own_rule_without_source_or_date_is_refused(
    ledger: Ledger, today: date, draft: Mapping[str, str], field: str, said: str
) -> None:
    with pytest.raises(Refused) as refused:
        records.add(ledger, RULES, {**OWN, **draft}, today=today)
    (problem,) = refused.value.problems
    assert problem.field == field
    assert said in problem.words.zh


def test_a_rule_does_not_lose_its_source_by_an_edit(ledger: Ledger, today: date) -> None:
    own = records.add(ledger, RULES, OWN, today=today)
    for name in ("source", "issued"):
        with pytest.raises(Refused) as refused:
            records.change(ledger, own, {name: ""}, today=today)
        assert [one.field for one in refused.value.problems] == [name]
    own = records.change(ledger, own, {"valid_from": "2026-10-01", "issued": ""}, today=today)
    with pytest.raises(Refused) as refused:
        records.change(ledger, own, {"valid_from": ""}, today=today)
    assert [one.field for one in refused.value.problems] == ["valid_from"], "told where it was typed"


def test_what_a_rule_lacked_before_holds_up_no_other_edit(ledger: Ledger, today: date) -> None:
    own = rule(ledger, "APP26-2")
    with ledger.act("change") as act:
        act.change(RULES, own.uid, {"source": None})
    own = records.change(ledger, rule(ledger, "APP26-2"), {"in_use": "否"}, today=today)
    assert own.stored["in_use"] == 0


def test_rules_come_from_a_sheet_and_go_back_into_one(ledger: Ledger, today: date, tmp_path: Path) -> None:
    workbook = Workbook()
    page = workbook.active
    assert page is not None
    page.append(["编码", "内容要点", "来源文件", "发布时间", "用于提示", "触发词", "启用"])
    page.append(["我镇-1", "不得要求每日上报", "我镇减负通知", "2026-10", "明文禁止的要求", "每日上报", "是"])
    page.append(["我镇-2", "没有来源的一条", None, "2026-10", "明文禁止的要求", "拍照", "是"])
    page.append(["我镇-3", "没有时间的一条", "某文件", None, "明文禁止的要求", "拍照", "是"])
    page.append(["我镇-4", "括号不全的一条", "某文件", "2026", "明文禁止的要求", "拍照(", "是"])
    page.append(["我镇-5", "没有这个类别", "某文件", "2026", "随便", "拍照", "是"])
    workbook.save(tmp_path / "规则.xlsx")
    done = import_file(ledger, tmp_path / "规则.xlsx", register=RULES, today=today)
    assert (done.new, [one.row for one in done.refused]) == (1, [3, 4, 5, 6])
    for one, code in zip(done.refused, ("我镇-2", "我镇-3", "我镇-4", "随便"), strict=True):
        assert f"“{code}”" in one.words.zh
        assert f"“{code}”" in one.words.en
    assert rule(ledger, "我镇-1").record.words == ("每日上报",)
    export_register(ledger, RULES, tmp_path / "全部.xlsx", today=today, language="zh")
    again = import_file(ledger, tmp_path / "全部.xlsx", register=RULES, today=today)
    assert (again.new, again.changed, again.refused) == (0, 0, ())


def test_rules_of_one_place_and_lists_of_one_place_ship_switched_off(ledger: Ledger) -> None:
    everywhere = {"全国", "全国通行", ""}
    for register in (RULES, CERTIFICATE_TYPES):
        local = [one.record for one in ledger.entries(register) if one.record.region not in everywhere]
        assert local
        assert not any(one.in_use for one in local)
    assert catalogues.CATALOGUES
