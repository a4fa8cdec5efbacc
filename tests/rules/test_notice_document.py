"""The number of a notice, told from that of a paper it cites."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.notice.document import document_of
from mingbai.rules.notice.notice import read_notice

OWN = (
    ("关于报送独居老人名单的通知\n民发〔2026〕5号\n各社区：请报送。", "民发〔2026〕5号"),
    (
        "新湖区民政局文件\n\u3000新民发（2026）15号\u3000签发人：张某\n关于报送名单的通知",
        "新民发（2026）15号",
    ),
    ("关于做好防汛工作的通知（应急办〔2026〕3号）\n各社区：", "应急办〔2026〕3号"),
    ("文号：新民函〔2026〕8号\n各社区：请报送名单。", "新民函〔2026〕8号"),
    (
        "Notice on the list\nCivil Affairs [2026] No. 15\nAll communities: please send it.",
        "Civil Affairs [2026] No. 15",
    ),
    ("青云区民政局关于报送名单的通知\n青民函〔2026〕112号\n各社区：请报送。", "青民函〔2026〕112号"),
    ("青云区民政局文件　青民函〔2026〕112号\n关于报送名单的通知\n各社区：请报送。", "青民函〔2026〕112号"),
    (
        "Riverside Emergency Office [2026] No. 47\nNotice on the list\nTo all: please send it.",
        "Riverside Emergency Office [2026] No. 47",
    ),
    (
        "Riverside Civil Affairs Bureau\nDocument No. RCA-2026-118\nNotice on the list\nTo all: please send it.",
        "RCA-2026-118",
    ),
    ("Document number RCA-2026-118\nPlease send the list.", "RCA-2026-118"),
    ("Notice on the list\nNo. RCA-2026-118\nPlease send the list.", "RCA-2026-118"),
    (
        "Civil Affairs Office of Lake Street, Doc. No. 2026-113\nNotice on the list\nTo all: please send it.",
        "2026-113",
    ),
    ("Lake Street Office, Ref. 2026/113.\nNotice on the list\nTo all: please send it.", "2026/113"),
    ("Lake Street Office, No. 2026-113\nNotice on the list\nTo all: please send it.", "2026-113"),
    ("No. 2026-113\nNotice on the list\nTo all: please send it.", "2026-113"),
    ("湖街民政办公室，文号：2026-113\n关于报送名单的通知\n各社区：请报送。", "2026-113"),
    ("Ref. No.: CA-2026-15\nDear colleagues, please send the list.", "CA-2026-15"),
)
CITED = (
    "根据《意见》（国办发〔2026〕12号）要求，请各社区报送名单。",
    "各社区：\n依据国办发〔2026〕12号\n请报送名单。",
    "Reference: please see file 12\nDear colleagues",
    "Notice No further reports are needed in 2026\nPlease send the list.",
    "Notice No. 3 of last year applies here.\nPlease send the list.",
    "Lake Street hotline, No. 2026-113\nPlease send the list.",
    "Lake Street Office, order No. 2026-113\nPlease send the list.",
    "Lake Street Office, tel. No. 2026-1138855\nPlease send the list.",
    "Lake Street Office, No. 2026-1138855\nPlease send the list.",
    "市民热线电话，编号：2026113\n请报送名单。",
    "See the letter of the bureau, Ref. 2026-113\nPlease send the list.",
    "No. 12 Riverside Road\nPlease send the list.",
    "联系人：小陈，办公室12号\n请报送名单。",
    "各社区：请于12月5日前报送名单。\n民政局\n2026年11月24日",
)


@pytest.mark.parametrize(("text", "number"), OWN)
def test_the_number_of_a_notice_is_read_from_its_own_line(text: str, number: str) -> None:
    found = document_of(text)
    assert found is not None
    assert (found.number, text[found.start : found.end]) == (number, number)
    read = read_notice(text, shipped_words(), date(2026, 11, 24))
    assert read.document is not None
    assert read.document.value == number
    assert read.title is None or number not in read.title.value


@pytest.mark.parametrize("text", CITED)
def test_the_number_of_a_paper_that_is_cited_is_none_of_its_own(text: str) -> None:
    assert document_of(text) is None
