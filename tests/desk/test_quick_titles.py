"""What an entry is called that was typed in one line."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick import draft_of, titled
from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.quick.quick import read_quick

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("by Friday Civil Affairs report on fire extinguishers", "Report on fire extinguishers"),
        ("a list of pupils, Civil Affairs, by Friday", "A list of pupils"),
        ("Meeting on Thursday 2 pm Party Building, year-end work", "Year-end work"),
        ("by Friday Civil Affairs e-mail addresses", "e-mail addresses"),
        ("by Friday Civil Affairs iPads for schools", "iPads for schools"),
        ("周五前 民政局 wifi 检修", "wifi 检修"),
        ("weekly report", "Weekly report"),
        ("weekly report Civil Affairs Bureau", "Weekly report"),
        ("every Friday report Civil Affairs", "Report"),
        ("周五前 民政局 周报", "周报"),
        ("每周五 民政局 周报", "周报"),
        ("民政局 周五前", ""),
    ],
)
def test_an_english_one_begins_with_a_capital(text: str, title: str) -> None:
    quick = read_quick(text, shipped_words(), TODAY)
    assert titled(quick) == title
    assert draft_of(quick, TODAY)["title"] == title


@pytest.mark.parametrize(
    ("text", "title", "people"),
    [
        (
            "meeting on Thursday 2 pm at subdistrict hall called by Civil Affairs, two people",
            "Meeting at subdistrict hall",
            "2",
        ),
        (
            "meeting Thursday 2 pm at subdistrict hall, called by Civil Affairs",
            "Meeting at subdistrict hall",
            "",
        ),
        ("meeting on fire safety Thursday 2 pm, Civil Affairs", "Meeting on fire safety", ""),
        ("昨天 会议 民政局 业务部署 两人", "业务部署", "2"),
        ("周四下午2点 街道年终工作会 两人参加", "街道年终工作会", "2"),
    ],
)
def test_a_meeting_is_called_by_what_is_left_of_it(text: str, title: str, people: str) -> None:
    quick = read_quick(text, shipped_words(), TODAY)
    assert (quick.register, titled(quick), quick.value("people")) == ("meeting", title, people)
    assert quick.value("department") in ("民政局", "")
