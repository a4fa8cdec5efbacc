"""The lists the program ships are whole, sourced, in both languages, and refer to each other rightly."""

import csv
import re
import unicodedata
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

CATALOGUES = Path(__file__).resolve().parents[2] / "resources" / "catalogues"

NAMES = (
    "allowed_plaques",
    "burden_kinds",
    "burden_rules",
    "certificates",
    "departments",
    "holidays",
    "issue_categories",
    "time_limits",
)
CONFIDENCES = {"verified", "secondary", "memory", "compiled"}
SWITCHES = {"0", "1"}

# Columns that hold stable codes, and the codes the program understands.
VOCABULARIES = {
    ("allowed_plaques", "position"): {"outdoor", "indoor", "either"},
    ("allowed_plaques", "status"): {"allowed", "remove", "merge"},
    ("burden_rules", "level"): {"central", "national", "regulation", "law", "province", "city", "county"},
    ("certificates", "list"): {"not_to_issue", "may_issue"},
    ("departments", "level"): {"township", "county", "city", "province", "central", "other"},
    ("holidays", "kind"): {"holiday", "workday"},
    ("issue_categories", "urgency"): {"normal", "pressing", "urgent"},
    ("time_limits", "applies_to"): {
        "issue",
        "return",
        "complaint",
        "reminder",
        "petition",
        "admission",
        "certificate",
    },
    ("time_limits", "unit"): {"hour", "day", "working_day"},
}

# A row that holds everywhere; every other region is one place, and ships switched off.
EVERYWHERE = {"National", "Common nationwide", "Any place"}

# The first national list of certificates not to issue, in its own order.
NATIONAL_CERTIFICATES = (
    "亲属关系证明",
    "居民身份信息证明",
    "户口登记项目内容变更申请证明",
    "居民养犬证明",
    "无犯罪记录证明",
    "社区戒毒社区康复人员情况证明（表现证明）",
    "人员失踪证明",
    "婚姻状况证明",
    "出生证明",
    "健在证明",
    "死亡证明",
    "疾病状况证明",
    "残疾状况证明",
    "婚育状况证明",
    "居民就业状况证明",
    "居民个人档案证明",
    "居民财产证明",
    "遗产继承权证明",
    "市场主体住所证明",
    "证件遗失证明",
)

CHINESE = re.compile(r"[\u3400-\u9fff]")
TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")

Row = dict[str, str]


@cache
def rows(name: str) -> tuple[Row, ...]:
    text = (CATALOGUES / f"{name}.csv").read_text(encoding="utf-8")
    reader = csv.DictReader(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
    return tuple(reader)


def split(cell: str) -> list[str]:
    return cell.split(";") if cell else []


every_catalogue = pytest.mark.parametrize("name", NAMES)


def test_no_catalogue_is_left_out_of_these_checks():
    assert sorted(path.stem for path in CATALOGUES.iterdir()) == sorted(NAMES)


@every_catalogue
def test_every_catalogue_is_read_by_the_program(name: str):
    package = CATALOGUES.parents[1] / "desktop" / "mingbai"
    assert any(f'"{name}"' in path.read_text(encoding="utf-8") for path in package.rglob("*.py"))


@every_catalogue
def test_file_is_plain_utf8_with_comments_on_top_only(name: str):
    data = (CATALOGUES / f"{name}.csv").read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert data.endswith(b"\n")
    lines = data.decode().splitlines()
    comments = [line.startswith("#") for line in lines]
    assert comments[0]
    assert comments == sorted(comments, reverse=True)


@every_catalogue
def test_every_row_fills_exactly_the_columns_of_the_head(name: str):
    for row in rows(name):
        assert None not in row, row
        assert None not in row.values(), row


@every_catalogue
def test_codes_are_unique_and_plain(name: str):
    codes = [row["code"] for row in rows(name)]
    assert codes
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[A-Z0-9-]+", code) for code in codes)


@every_catalogue
def test_every_row_says_where_it_comes_from_and_how_sure_it_is(name: str):
    sure = ("name_confidence",) if name == "certificates" else ("confidence",)
    for row in rows(name):
        assert row["source_zh"], row["code"]
        assert row["source_en"], row["code"]
        assert re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", row["edition"]), row["code"]
        assert all(row[column] in CONFIDENCES for column in sure), row["code"]


@every_catalogue
def test_a_cell_speaks_both_languages_or_neither(name: str):
    columns = [column.removesuffix("_zh") for column in rows(name)[0] if column.endswith("_zh")]
    assert columns
    for row in rows(name):
        for column in columns:
            assert bool(row[f"{column}_zh"]) == bool(row[f"{column}_en"]), (row["code"], column)


@every_catalogue
def test_names_are_never_empty(name: str):
    shown = [
        column for column in rows(name)[0] if re.fullmatch(r"(name|short|rule|item|class)_(zh|en)", column)
    ]
    assert shown
    for row in rows(name):
        assert all(row[column] for column in shown), row["code"]


@every_catalogue
def test_english_has_chinese_only_inside_document_titles(name: str):
    for row in rows(name):
        for column, cell in row.items():
            if column.endswith("_en"):
                assert not CHINESE.search(TITLE.sub("", cell)), (row["code"], column, cell)


@every_catalogue
def test_chinese_uses_full_width_punctuation(name: str):
    for row in rows(name):
        for column, cell in row.items():
            if column.endswith("_zh"):
                text = cell.replace(";", "") if column.startswith("aliases") else cell
                assert not re.search(r"[,;:()?!\"']", text), (row["code"], column, cell)


@every_catalogue
def test_cells_have_no_control_characters_or_stray_spaces(name: str):
    for row in rows(name):
        for column, cell in row.items():
            categories = {unicodedata.category(character) for character in cell}
            assert not categories & {"Cc", "Cf", "Co", "Cs", "Cn"}, (row["code"], column)
            assert cell == " ".join(cell.split()), (row["code"], column)
            assert cell == unicodedata.normalize("NFC", cell), (row["code"], column)


@pytest.mark.parametrize(("name", "column"), VOCABULARIES)
def test_code_columns_hold_known_codes_only(name: str, column: str):
    assert {row[column] for row in rows(name)} <= VOCABULARIES[name, column]


@every_catalogue
def test_rules_of_one_place_ship_switched_off(name: str):
    for row in rows(name):
        if "default_on" in row:
            assert row["default_on"] in SWITCHES
            if row["region_en"] not in EVERYWHERE:
                assert row["default_on"] == "0", row["code"]


@every_catalogue
def test_one_chinese_label_has_one_english_label(name: str):
    for column in ("area", "class", "group", "region", "source", "document"):
        if f"{column}_zh" in rows(name)[0]:
            pairs = {(row[f"{column}_zh"], row[f"{column}_en"]) for row in rows(name)}
            assert len({zh for zh, _ in pairs}) == len(pairs), column
            if column in {"area", "class", "region", "document"}:
                assert len({en for _, en in pairs}) == len(pairs), column


# Certificates


def test_the_twenty_national_certificates_stand_in_their_order():
    national = [row for row in rows("certificates") if row["original_no"].isdigit()]
    assert tuple(row["name_zh"] for row in national) == NATIONAL_CERTIFICATES
    assert [row["original_no"] for row in national] == [str(number) for number in range(1, 21)]
    assert [row["code"] for row in national] == [f"N{number:02d}" for number in range(1, 21)]
    assert all(row["default_on"] == "1" and row["region_en"] == "National" for row in national)


def test_a_certificate_code_tells_its_list():
    for row in rows("certificates"):
        assert row["list"] == {"N": "not_to_issue", "M": "may_issue"}[row["code"][0]], row["code"]


def test_a_certificate_not_to_issue_always_has_somewhere_to_go():
    for row in rows("certificates"):
        route = bool(row["alternative_zh"] and row["authority_zh"])
        assert route == (row["list"] == "not_to_issue"), row["code"]
        assert (row["route_confidence"] in CONFIDENCES) == route, row["code"]
        assert route or not row["route_confidence"], row["code"]


def test_an_authority_can_be_read_inside_a_sentence():
    for row in rows("certificates"):
        assert not re.search(r"[；。;]|以.*为准", row["authority_zh"]), row["code"]


@pytest.mark.parametrize("name", ["certificates", "departments"])
def test_search_words_are_clean_lists(name: str):
    for row in rows(name):
        for language in ("zh", "en"):
            words = split(row[f"aliases_{language}"])
            assert words, row["code"]
            assert all(word and word == word.strip() for word in words), row["code"]
            assert len(set(words)) == len(words), row["code"]
            assert row[f"name_{language}"] not in words, row["code"]


# Departments


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_typed_department_name_means_one_department(language: str):
    owner: dict[str, str] = {}
    for row in rows("departments"):
        for word in [row[f"name_{language}"], row[f"short_{language}"], *split(row[f"aliases_{language}"])]:
            assert owner.setdefault(word.casefold(), row["code"]) == row["code"], word


# Issue categories


def test_a_category_code_begins_with_its_class():
    for row in rows("issue_categories"):
        assert re.fullmatch(rf"{row['class_code']}\d\d", row["code"])
    classes = {(row["class_code"], row["class_zh"], row["class_en"]) for row in rows("issue_categories")}
    assert len(classes) == len({code for code, _, _ in classes})


def test_a_category_names_a_department_that_is_listed():
    known = {(row["short_zh"], row["short_en"]) for row in rows("departments")}
    for row in rows("issue_categories"):
        if row["authority_zh"]:
            assert (row["authority_zh"], row["authority_en"]) in known, row["code"]


# Burden rules and kinds


def test_rules_refer_to_known_kinds():
    kinds = {row["code"] for row in rows("burden_kinds")}
    for row in rows("burden_rules"):
        assert split(row["kinds"]), row["code"]
        assert set(split(row["kinds"])) <= kinds, row["code"]


def test_what_a_letter_cites_is_never_a_remark():
    for row in rows("burden_rules"):
        assert row["document_zh"], row["code"]
        assert row["source_zh"].startswith(row["document_zh"]), row["code"]
        assert row["source_en"].startswith(row["document_en"]), row["code"]
        assert not re.search("待核|报道|—", row["clause_zh"] + row["document_zh"]), row["code"]


def test_a_rule_has_no_start_or_a_real_one():
    for row in rows("burden_rules"):
        if row["valid_from"]:
            assert date(2000, 1, 1) < date.fromisoformat(row["valid_from"]) < date(2027, 1, 1), row["code"]


def test_default_minutes_are_round_and_modest():
    for row in rows("burden_kinds"):
        minutes = int(row["minutes_default"])
        assert minutes % 5 == 0, row["code"]
        assert 5 <= minutes <= 480, row["code"]


# Time limits


def test_limits_are_whole_numbers():
    for row in rows("time_limits"):
        assert row["value"].isdigit(), row["code"]
        assert row["value"] != "0" or row["unit"] == "working_day", row["code"]


def test_only_presets_are_offered_at_first():
    assert [row["code"] for row in rows("time_limits") if row["default_on"] == "1"] == [
        "P-2H",
        "P-24H",
        "P-1",
        "P-3",
        "P-5",
        "P-15",
    ]


# Holidays


def test_holidays_are_real_days_in_order():
    days = [date.fromisoformat(row["date"]) for row in rows("holidays")]
    assert days == sorted(set(days))
    assert [row["code"] for row in rows("holidays")] == [f"{day:%Y%m%d}" for day in days]


def test_make_up_working_days_fall_on_weekends():
    for row in rows("holidays"):
        if row["kind"] == "workday":
            assert date.fromisoformat(row["date"]).weekday() >= 5, row["date"]


@pytest.mark.parametrize("year", [2025, 2026])
def test_working_days_agree_with_chinesecalendar(year: int):
    oracle = pytest.importorskip("chinese_calendar")
    listed = {date.fromisoformat(row["date"]): row["kind"] == "workday" for row in rows("holidays")}
    day = date(year, 1, 1)
    while day.year == year:
        assert listed.get(day, day.weekday() < 5) == oracle.is_workday(day), day
        day += timedelta(days=1)
