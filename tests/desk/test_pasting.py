"""A pasted notice becomes the draft of an assignment that can be saved."""

from __future__ import annotations

import zipfile
from datetime import date, time
from pathlib import Path

import pytest
from tests.desk.notices import NOTICE, TEXT, WEEKLY

from mingbai.desk import records
from mingbai.desk.already_there import alike_there, already_there
from mingbai.desk.dropped import draft_of_file
from mingbai.desk.glossary import Glossary
from mingbai.desk.lines import Names
from mingbai.desk.lists import open_reasons
from mingbai.desk.live_flags import open_flags, refresh_all
from mingbai.desk.notice_recording import RecordedAlready, record
from mingbai.desk.pasted_text import Sort, sort_of
from mingbai.desk.pasting import Pasted, draft_kept, draft_of, refusal, shown
from mingbai.desk.quick_noticing import flag_notice
from mingbai.desk.quick_reader import Reader
from mingbai.desk.review_lines import waiting_group
from mingbai.desk.reviewing import waiting
from mingbai.desk.suggesting import Suggester, matter_of, said_as
from mingbai.domain.demand import DEMANDS
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.field import LONG_LIMIT
from mingbai.domain.task import TASKS
from mingbai.domain.words import Mistake, Words
from mingbai.ledger.ledger import Ledger


def test_the_draft_is_saved_as_it_was_read(ledger: Ledger, today: date) -> None:
    pasted = draft_of(Reader(ledger), TEXT, today)
    task = records.add(ledger, TASKS, pasted.draft, today=today, language="zh").record
    assert (task.due_on, task.due_time) == (date(2026, 11, 27), time(17))
    assert task.form_columns == ("姓名", "年龄", "电话")
    assert "独居老人名单" in task.title
    assert [ask.code for ask in task.asks] == ["photo"]
    assert task.note == TEXT
    assert pasted.due_time == "17:00"


def test_every_guess_names_its_words_and_can_be_taken_out(ledger: Ledger, today: date) -> None:
    pasted = draft_of(Reader(ledger), TEXT, today)
    said = {guess.field: [TEXT[start:end] for start, end in guess.spans] for guess in pasted.guesses}
    assert said["due_on"] == ["11月27日17:00前"]
    assert said["department"] == ["民政局"]
    assert "due_on" not in pasted.without("due_on").draft


def test_offered_days_are_chosen_kept_and_taken_out(ledger: Ledger, today: date) -> None:
    text = "民政局：11月27日17:00走访，12月1日回访"
    pasted = draft_of(Reader(ledger), text, today)
    assert "due_on" not in pasted.draft
    assert [one.day for one in draft_kept(pasted.kept).offered] == [date(2026, 11, 27), date(2026, 12, 1)]
    first = pasted.chosen(pasted.offered[0])
    assert (first.value("due_on"), first.due_time, first.offered) == ("2026-11-27", "17:00", ())
    assert [
        text[slice(*span)] for guess in first.guesses if guess.field == "due_on" for span in guess.spans
    ] == ["11月27日17:00"]
    again = first.without("due_on")
    assert (again.due_time, again.offered) == ("", pasted.offered)
    assert again.without("due_on").offered == ()


def test_nothing_pasted_is_one_sentence(ledger: Ledger, today: date) -> None:
    with pytest.raises(Mistake):
        draft_of(Reader(ledger), " \n", today)


def test_a_dropped_document_brings_the_columns_of_its_form(
    ledger: Ledger, today: date, tmp_path: Path
) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    cells = "".join(
        f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in ("户主", "人口", "住址")
    )
    body = f"<w:p><w:r><w:t>请周五前报民政局</w:t></w:r></w:p><w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as made:
        made.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
    pasted = draft_of_file(Reader(ledger), tmp_path / "a.docx", today)
    assert isinstance(pasted, Pasted)
    draft = pasted.draft
    assert (draft["form_columns"], draft["due_on"]) == ("户主;人口;住址", "2026-11-27")


SORTS = [
    ("", Sort.NOTHING),
    (" \n\t\n", Sort.NOTHING),
    ("周五前 报表 民政局 上报重点人群台账 @李梅", Sort.LINE),
    ("by Friday report Civil Affairs Key-groups register @Li Mei", Sort.LINE),
    (TEXT, Sort.NOTICE),
    ("民政局 台账一\n无单位的事\n另一件", Sort.LINES),
    ("民政局 台账一\n民政局 " + "长" * 600, Sort.LINES),
    ("关于报送名单的通知\n各社区于周五前报民政局", Sort.NOTICE),
    ("【提醒】\n请各社区11月27日前报送名单\n收到请回复", Sort.NOTICE),
    ("Dear all,\nplease send the list by Friday\nCivil Affairs", Sort.NOTICE),
    ("姓名\t电话\n罗小平\t13800000071\n何大力\t13800000072", Sort.CELLS),
    ("上报" * 40, Sort.NOTICE),
]


@pytest.mark.parametrize(("text", "sort"), SORTS)
def test_a_line_lines_cells_and_a_notice_are_told_apart(text: str, sort: Sort) -> None:
    assert sort_of(text) is sort


def test_a_letter_names_its_unit(ledger: Ledger, today: date) -> None:
    office = "East Bridge Subdistrict Civil Affairs Office"
    text = f"{office}\nAll communities: please send the list of elderly living alone by 30 November."
    reader = Reader(ledger)
    pasted = draft_of(reader, text, today)
    (guess,) = (guess for guess in pasted.guesses if guess.field == "department")
    assert shown(pasted, guess, reader, today).en == office
    saved = ledger.entry(DEPARTMENTS, record(ledger, pasted, today=today).record.department)
    assert saved is not None
    assert saved.record.name == office


def test_a_guess_is_changed_as_one_types_it(ledger: Ledger, today: date) -> None:
    pasted = draft_of(Reader(ledger), TEXT, today)
    context = Glossary(ledger, today).context()
    other = pasted.put("due_on", "12月3日", context).put("asks", "打卡、拍照", context)
    assert (other.value("due_on"), other.due_time) == ("2026-12-03", "")
    assert other.value("asks") == "check_in;photo"
    assert other.put("asks", "", context).value("asks") == ""
    with pytest.raises(Mistake):
        pasted.put("due_on", "某一天", context)


def test_a_draft_comes_back_as_it_was_kept(ledger: Ledger, today: date) -> None:
    pasted = draft_of(Reader(ledger), TEXT, today).without("asks")
    back = draft_kept(pasted.kept)
    assert (back.draft, back.due_time, back.kept) == (pasted.draft, pasted.due_time, pasted.kept)


def test_what_is_lacking_is_named(ledger: Ledger, today: date) -> None:
    said = refusal(draft_of(Reader(ledger), "请做好防火宣传。收到请回复。", today))
    assert said is not None
    assert "交办单位" in said.zh


def test_a_text_longer_than_a_note_is_read_and_said_to_be_cut(ledger: Ledger, today: date) -> None:
    pasted = draft_of(Reader(ledger), TEXT + "附" * 100_000, today)
    assert pasted.warning is not None
    entry = record(ledger, pasted, today=today)
    assert len(entry.record.note) == LONG_LIMIT


def test_a_notice_is_a_form_and_its_flags_are_named_alike_before_and_after_it_is_saved(
    ledger: Ledger, today: date
) -> None:
    pasted = draft_of(Reader(ledger), NOTICE, today)
    assert pasted.value("kind") == "FRM"
    suggester = Suggester(ledger)
    said = [one.words.zh.split("：")[0] for one in suggester.against(matter_of(pasted), today)]
    entry = record(ledger, pasted, today=today)
    refresh_all(ledger, today=today)
    flags = open_flags(ledger, entry.uid, today)
    assert said == ["未见文号", "要照片轨迹", "期限过紧"]
    assert [flag.short.zh for flag in flags] == said
    assert [words.zh for words in open_reasons(ledger, TASKS, [entry.uid], today)[entry.uid]] == said
    names = Names(ledger, Glossary(ledger, today))
    (waiting_one,) = waiting(ledger, today, names)
    assert [flag.short.zh for flag in waiting_one.flags] == said
    assert waiting_group(ledger, today, names).lines[0].trailing.zh == said[0]


def test_a_notice_with_its_number_in_the_text_has_one(ledger: Ledger, today: date) -> None:
    pasted = draft_of(Reader(ledger), NOTICE + "（民发〔2026〕5号）", today)
    said = [one.words.zh for one in Suggester(ledger).against(matter_of(pasted), today)]
    assert not any(one.startswith("未见文号") for one in said)


def test_what_was_noticed_is_not_said_twice(ledger: Ledger, today: date) -> None:
    pasted = draft_of(Reader(ledger), NOTICE, today)
    said = [one.words.en for one in Suggester(ledger).against(matter_of(pasted), today)]
    assert said[0] == "No document or filing number was written down"
    assert said[2].startswith("Short notice: ")
    entry = record(ledger, pasted, today=today)
    refresh_all(ledger, today=today, language="en")
    told = [flag_notice(flag) for flag in open_flags(ledger, entry.uid, today)]
    assert [(one.words.en, one.detail.en) for one in told[:1]] == [(said[0], "")]
    assert told[2].words.en == "Short notice"


def test_a_call_to_a_meeting_keeps_the_hour_at_which_it_begins(ledger: Ledger, today: date) -> None:
    reader = Reader(ledger)
    text = "会议通知\n各社区：定于11月26日下午2点在街道三楼会议室召开安全生产工作会议，请书记准时参加。\n新湖街道党政办"
    pasted = draft_of(reader, text, today)
    (held,) = (one for one in pasted.guesses if one.field == "held_on")
    assert shown(pasted, held, reader, today).zh == "11-26 周四 14:00"
    assert draft_kept(pasted.kept).draft == pasted.draft
    entry = record(ledger, pasted, today=today)
    assert (entry.register.code, entry.record.start_time) == ("meeting", time(14))


def test_an_hour_beside_a_typed_day_is_kept_and_without_one_there_is_none(
    ledger: Ledger, today: date
) -> None:
    context = Glossary(ledger, today).context()
    pasted = draft_of(Reader(ledger), TEXT, today)
    moved = pasted.put("due_on", "11月26日下午3点", context)
    assert (moved.value("due_on"), moved.due_time) == ("2026-11-26", "15:00")
    assert moved.put("due_on", "11-25", context).draft.get("due_time") is None


def test_what_is_only_much_alike_is_another_one(ledger: Ledger, today: date) -> None:
    """Offices write one notice after the pattern of another."""
    chinese = (
        "关于报送高层住宅{what}安全隐患排查情况的通知\n各社区：从12月1日起，请各社区每周五前报区住建局。"
    )
    for what in ("消防", "燃气"):
        record(ledger, draft_of(Reader(ledger), chinese.format(what=what), today), today=today)
    assert len(ledger.entries(DEMANDS)) == 2
    english = "Notice on carrying out the check of safety in {what}\n\nDong Jian Fa [2026] No. {n}\n\nProgress is to be reported every day before 17:00 to the Civil Affairs Bureau."
    for n, what in ((47, "self-built houses"), (51, "old lifts")):
        record(ledger, draft_of(Reader(ledger), english.format(n=n, what=what), today), today=today)
    assert len(ledger.entries(DEMANDS)) == 4


def test_what_is_recorded_already_is_named_and_is_another_one_where_a_person_says_so(
    ledger: Ledger, today: date
) -> None:
    first = record(ledger, draft_of(Reader(ledger), WEEKLY, today), today=today)
    again = WEEKLY.replace("报送垃圾", "做好垃圾").replace("每次附", "并附")
    other = draft_of(Reader(ledger), again, today)
    with pytest.raises(RecordedAlready) as refused:
        record(ledger, other, today=today)
    assert refused.value.entry == first
    assert f"“{first.record.title}”已经记为常态事项 {first.number}" in refused.value.words.zh
    assert f"“{first.record.title}” is recorded as" in refused.value.words.en
    anew = record(ledger, other, today=today, anew=True)
    assert [entry.uid for entry in ledger.entries(DEMANDS)] == [first.uid, anew.uid]


def test_of_two_notices_with_other_numbers_none_is_the_other(ledger: Ledger, today: date) -> None:
    text = "关于报送独居老人名单的通知\n新民函〔2026〕{n}号\n请各社区于11月27日前将名单报民政局。"
    record(ledger, draft_of(Reader(ledger), text.format(n=7), today), today=today)
    assert already_there(ledger, draft_of(Reader(ledger), text.format(n=7), today), today)
    other = draft_of(Reader(ledger), text.format(n=9), today)
    assert already_there(ledger, other, today) == ()
    assert alike_there(ledger, other, today, ())


def test_a_notice_is_known_by_its_number_under_whatever_title(ledger: Ledger, today: date) -> None:
    text = "关于报送防汛值守情况的通知\n新汛发〔2026〕{n}号\n请各社区每周五前报区水利局。"
    first = record(
        ledger,
        draft_of(Reader(ledger), text.format(n=7), today).put(
            "title", "值守周报", Glossary(ledger, today).context()
        ),
        today=today,
    )
    with pytest.raises(RecordedAlready, match=str(first.number)) as refused:
        record(
            ledger,
            draft_of(Reader(ledger), text.format(n=7).replace("〔2026〕", "[2026]"), today),
            today=today,
        )
    assert refused.value.words.zh == f"“值守周报”第48周的已经登记过：{first.number}"
    assert refused.value.words.en == f"“值守周报” of week 48 is recorded already: {first.number}"
    record(ledger, draft_of(Reader(ledger), text.format(n=8), today), today=today)
    assert len(ledger.entries(DEMANDS)) == 2


@pytest.mark.parametrize("number", ["民发〔2026〕5号", "新民字（2026）5号"])
def test_the_number_of_a_notice_is_kept_and_no_flag_says_that_there_is_none(
    ledger: Ledger, today: date, number: str
) -> None:
    reader = Reader(ledger)
    pasted = draft_of(reader, NOTICE.replace("的通知：", f"的通知\n{number}\n"), today)
    (guess,) = (guess for guess in pasted.guesses if guess.field == "document")
    assert shown(pasted, guess, reader, today).zh == number
    said = [one.words.zh for one in Suggester(ledger).against(matter_of(pasted), today)]
    assert not any(one.startswith("未见文号") for one in said)
    assert record(ledger, pasted, today=today).record.document == number
    assert any(
        one.words.zh.startswith("未见文号")
        for one in Suggester(ledger).against(matter_of(draft_of(reader, NOTICE, today)), today)
    )


def test_a_flag_that_says_its_name_itself_is_written_as_a_name() -> None:
    short = Words("排名通报", "Ranking")
    assert said_as(short, Words("ranking", "ranking")).en == "Ranking"
    assert (
        said_as(short, Words("named at the bottom", "named at the bottom")).en
        == "Ranking: named at the bottom"
    )
