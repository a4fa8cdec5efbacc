"""Days that stand alone in a typed line and are read as in a notice."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.quick.quick import read_quick

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("后天一早", "2026-11-26"),
        ("明儿", "2026-11-25"),
        ("周五晌午前", "2026-11-27"),
        ("周五之内", "2026-11-27"),
        ("截至周五", "2026-11-27"),
        ("限周五", "2026-11-27"),
        ("限12月3日前", "2026-12-03"),
        ("限3天", "2026-11-27"),
        ("三天后", "2026-11-27"),
        ("48小时内", "2026-11-26"),
        ("半个月内", "2026-12-09"),
        ("一个月内", "2026-12-24"),
        ("本月最后一天", "2026-11-30"),
        ("一季度末", "2027-03-31"),
        ("26年12月3日", "2026-12-03"),
        ("下班前", "2026-11-24"),
        ("17点前", "2026-11-24 17:00"),
    ],
)
@pytest.mark.parametrize("line", ["{} 报表 水利局 山塘", "报表 水利局 山塘 {}", "山塘，{}，水利局，报表"])
def test_a_word_that_is_wholly_a_day_is_when_it_is_due(line: str, said: str, due: str) -> None:
    quick = read_quick(line.format(said), shipped_words(), TODAY)
    assert (quick.register, quick.value("due_on"), quick.title) == ("task", due, "山塘")


@pytest.mark.parametrize(
    ("text", "due", "title"),
    [
        # How long, from when until when, what day something is: none is a limit.
        ("抽调 镇政府 三天", "", "三天"),
        ("周一至周五 党政办 值班", "", "周一至周五 值班"),
        ("这两天 水利局 山塘", "", "这两天 山塘"),
        ("水利局 山塘 3号机", "", "山塘 3号机"),
        ("水利局 山塘 2027年", "", "山塘 2027年"),
        ("11月20日 水利局 山塘", "", "11月20日 山塘"),
        ("周二（12月15日）水利局 山塘", "", "周二（12月15日） 山塘"),
        ("合唱比赛，下午三点", "", "合唱比赛，下午三点"),
        # An hour beside a day is not today's.
        ("明天 报表 水利局 17点前", "2026-11-25", "17点前"),
    ],
)
def test_what_is_no_single_day_to_come_stays(text: str, due: str, title: str) -> None:
    quick = read_quick(text, shipped_words(), TODAY)
    assert (quick.value("due_on"), quick.title) == (due, title)


def test_an_hour_of_what_recurs_is_no_single_day() -> None:
    assert read_quick("每天 下班前 报表 水利局 山塘", shipped_words(), TODAY).register == "demand"


@pytest.mark.parametrize(
    ("text", "due", "title"),
    [
        ("form Water Bureau ponds Tuesday week", "2026-12-01", "ponds"),
        ("form Water Bureau ponds, a week on Friday", "2026-12-04", "ponds"),
        ("form Water Bureau ponds 3 days from now", "2026-11-27", "ponds"),
        ("form Water Bureau ponds by the 3rd of December", "2026-12-03", "ponds"),
        ("form Water Bureau ponds by end November", "2026-11-30", "ponds"),
        ("form Water Bureau ponds, Friday latest", "2026-11-27", "ponds"),
        ("ponds by Friday at the latest", "2026-11-27", "ponds"),
        ("ponds, at the latest by Friday", "2026-11-27", "ponds"),
        ("form Water Bureau ponds on Friday", "2026-11-27", "ponds"),
        ("the latest Friday market", "", "the latest Friday market"),
        ("tenant list on Friday", "", "tenant list on Friday"),
    ],
)
def test_english_days_of_other_forms(text: str, due: str, title: str) -> None:
    quick = read_quick(text, shipped_words(), TODAY)
    assert (quick.value("due_on"), quick.title) == (due, title)
