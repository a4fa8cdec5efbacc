"""Files of an entry: what can be added and what is said otherwise, removing, erasing, merging, and where they show."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.exchange.camera import PLACE, picture, with_exif
from tests.ledger.samples import refused
from tests.ledger.test_erase import bytes_beside

from mingbai.desk import attachments as desk
from mingbai.desk import records, review
from mingbai.desk.attachments import (
    MOST_BYTES,
    Given,
    Reduce,
    as_it_is,
    attach,
    attachments,
    bring_back,
    erase_file,
    grown_large,
    remove,
    save_copy,
    size_words,
)
from mingbai.desk.deeds import deed_words
from mingbai.desk.erasing import erase_person, would_erase
from mingbai.desk.exports import export_register
from mingbai.desk.glossary import Glossary
from mingbai.desk.letters import draft_letter, save_letter
from mingbai.desk.list_columns import FILES
from mingbai.desk.list_paper import list_workbook
from mingbai.desk.listing import find_everywhere
from mingbai.desk.lists import Question
from mingbai.desk.merging import merge
from mingbai.desk.month.report import write_report
from mingbai.desk.timeline import timeline, timeline_sheet
from mingbai.desk.whole import whole
from mingbai.domain.attachment import ATTACHMENTS
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.issue import ISSUES
from mingbai.domain.letter import LetterKind
from mingbai.domain.month import Month
from mingbai.domain.task import TASKS
from mingbai.domain.words import Mistake
from mingbai.ledger.check import check
from mingbai.ledger.contents import content_pieces, kept
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import next_undo, redo, undo

NAME, PHONE = "王小红", "13000001234"


@pytest.fixture
def issue(ledger: Ledger, today: date) -> Entry:
    draft = {"accepted_at": "今天", "title": "楼道灯不亮", "resident": NAME, "phone": PHONE}
    return records.add(ledger, ISSUES, draft, today=today)


def task(ledger: Ledger, today: date, title: str) -> Entry:
    return records.add(
        ledger, TASKS, {"received_on": "今天", "department": "民政局", "title": title}, today=today
    )


def file(folder: Path, name: str, data: bytes = b"%PDF-1.7 a notice") -> Given:
    path = folder / name
    path.write_bytes(data)
    return Given.file(path)


def names(ledger: Ledger, entry: Entry) -> list[str]:
    return [str(one.stored["name"]) for one in attachments(ledger, entry)]


def content(ledger: Ledger, entry: Entry, at: int = 0) -> bytes:
    return b"".join(content_pieces(ledger, str(attachments(ledger, entry)[at].stored["sha256"])))


def test_files_are_added_as_one_act_and_undone_as_one(
    ledger: Ledger, issue: Entry, tmp_path: Path, today: date
) -> None:
    done = attach(
        ledger, issue, [file(tmp_path, "甲.pdf", b"1"), file(tmp_path, "乙.docx", b"2")], today=today
    )
    assert done.refused == done.noted == ()
    assert names(ledger, issue) == ["甲.pdf", "乙.docx"]
    deed = next_undo(ledger)
    assert deed is not None
    assert deed_words(ledger, deed).zh == f"添加附件“{issue.record.title}”"
    undo(ledger)
    assert names(ledger, issue) == []
    redo(ledger)
    assert names(ledger, issue) == ["甲.pdf", "乙.docx"]
    assert content(ledger, issue, 1) == b"2"
    assert check(ledger).findings == ()


def test_an_entry_is_found_by_the_name_of_its_file(
    ledger: Ledger, issue: Entry, tmp_path: Path, today: date
) -> None:
    other = task(ledger, today, "楼道照明改造方案")
    attach(
        ledger, issue, [file(tmp_path, "楼道照明.pdf", b"1"), file(tmp_path, "照明2.pdf", b"2")], today=today
    )
    assert find_everywhere(ledger, "照明") == [other, issue]
    assert find_everywhere(ledger, "照明2") == find_everywhere(ledger, "楼道灯") == [issue]
    remove(ledger, attachments(ledger, issue)[1:])
    assert find_everywhere(ledger, "照明2") == []
    records.put_into_bin(ledger, issue)
    assert find_everywhere(ledger, "楼道照明.pdf") == []
    assert check(ledger).findings == ()


def test_one_that_was_removed_can_be_added_again_and_is_there_once(
    ledger: Ledger, issue: Entry, tmp_path: Path, today: date
) -> None:
    given = [file(tmp_path, "甲.pdf")]
    attach(ledger, issue, given, today=today)
    remove(ledger, attachments(ledger, issue))
    attach(ledger, issue, given, today=today)
    assert names(ledger, issue) == ["甲.pdf"]
    undo(ledger)
    undo(ledger)
    assert names(ledger, issue) == ["甲.pdf"]
    assert kept(ledger).contents == 1
    assert check(ledger).findings == ()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("空.pdf", b"", "empty"),
        ("大.pdf", bytes(MOST_BYTES + 1), "20.0 MB"),
        (f"{'长' * 60}.pdf", None, "not found"),
        ("文件夹", None, "folder"),
        ("管道.pdf", None, "cannot be read"),
        ("锁上.pdf", b"x", "cannot be read"),
    ],
)
def test_what_cannot_be_added_is_told_in_one_sentence(
    ledger: Ledger,
    issue: Entry,
    tmp_path: Path,
    today: date,
    name: str,
    data: bytes | None,
    says: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    if name == "文件夹":
        path.mkdir()
    if name == "管道.pdf":
        if not hasattr(os, "mkfifo"):
            pytest.skip("this system has no such files")
        os.mkfifo(path)
    if name == "锁上.pdf":
        monkeypatch.setattr(Path, "open", lambda *_, **__: (_ for _ in ()).throw(PermissionError(13, "no")))
    with refused(kind=Mistake, says=says):
        attach(ledger, issue, [Given.file(path)], today=today)
    monkeypatch.undo()
    assert names(ledger, issue) == []
    assert kept(ledger).contents == 0


def test_a_name_that_is_too_long_for_any_disk_is_refused(ledger: Ledger, issue: Entry, today: date) -> None:
    with refused(kind=Mistake, says="shorter"):
        attach(ledger, issue, [Given.held("长" * 300 + ".pdf", b"x")], today=today)


def test_the_others_are_added_when_one_cannot_be(
    ledger: Ledger, issue: Entry, tmp_path: Path, today: date
) -> None:
    given = [file(tmp_path, "空.pdf", b""), file(tmp_path, "甲.pdf"), file(tmp_path, "副本.pdf")]
    done = attach(ledger, issue, given, today=today)
    assert [str(one.stored["name"]) for one in done.entries] == ["甲.pdf"]
    assert ["空.pdf" in done.refused[0].zh, "已经在附件里" in done.refused[1].zh] == [True, True]
    with refused(kind=Mistake, says="twice"):
        attach(ledger, issue, [file(tmp_path, "甲.pdf")], today=today)


def test_too_many_none_and_a_binned_entry_are_refused(
    ledger: Ledger, issue: Entry, tmp_path: Path, today: date
) -> None:
    one = file(tmp_path, "甲.pdf")
    for given in ([], [one] * 101):
        with refused(kind=Mistake):
            attach(ledger, issue, given, today=today)
    with refused(kind=Mistake, says="no attachments"):
        attach(ledger, ledger.entries(DEPARTMENTS)[0], [one], today=today)
    records.put_into_bin(ledger, issue)
    binned = records.found(ledger, ISSUES, issue.uid)
    with refused(kind=Mistake, says="bin"):
        attach(ledger, binned, [one], today=today)


def test_stopped_none_is_added(ledger: Ledger, issue: Entry, tmp_path: Path, today: date) -> None:
    class Stop(Exception):
        pass

    def progress(done: int, of: int) -> None:
        assert 0 <= done <= of
        if done >= 500:
            raise Stop

    given = [file(tmp_path, f"{n}.pdf", bytes([n]) * 600_000) for n in range(4)]
    with pytest.raises(Stop):
        attach(ledger, issue, given, today=today, progress=progress)
    assert names(ledger, issue) == []
    assert ledger.rows("SELECT count(*) FROM content") == [(0,)]


@pytest.mark.parametrize("gone", [erase_person, lambda ledger, one: records.put_into_bin(ledger, one[0])])
def test_nothing_is_added_to_what_was_erased_or_binned_meanwhile(
    ledger: Ledger, issue: Entry, today: date, gone: Callable[[Ledger, list[Entry]], object]
) -> None:
    def read() -> bytes:
        gone(ledger, [issue])
        return b"%PDF"

    with refused(kind=Mistake, says="bin"):
        attach(ledger, issue, [Given("甲.pdf", read)], today=today)
    assert names(ledger, issue) == []
    assert kept(ledger).contents == 0
    assert check(ledger).findings == ()


# Pictures.


def test_a_photo_loses_where_it_was_taken(ledger: Ledger, issue: Entry, tmp_path: Path, today: date) -> None:
    attach(ledger, issue, [file(tmp_path, "照片.JPG", with_exif(picture("jpg"), 6))], today=today)
    assert PLACE not in content(ledger, issue)
    (tmp_path / "照片.JPG").unlink()
    assert PLACE not in bytes_beside(ledger.path)
    assert names(ledger, issue) == ["照片.JPG"]


@pytest.mark.parametrize(
    ("name", "ending", "named"),
    [
        ("照片.JPEG", ".jpg", "照片.jpg"),
        ("扫描件.bmp", ".png", "扫描件.png"),
        ("照片", ".jpg", "照片.jpg"),
        ("11.24", ".jpg", "11.24.jpg"),
        ("照片.JPG", ".jpg", "照片.JPG"),
    ],
)
def test_a_picture_made_smaller_is_named_for_what_it_is(
    ledger: Ledger, issue: Entry, tmp_path: Path, today: date, name: str, ending: str, named: str
) -> None:
    small = picture("jpg")
    reduce: Reduce = lambda _: (small, ending)  # noqa: E731
    attach(ledger, issue, [file(tmp_path, name, picture("bmp"))], today=today, reduce=reduce)
    assert names(ledger, issue) == [named]
    assert content(ledger, issue) == small


def test_only_pictures_are_made_smaller(ledger: Ledger, issue: Entry, tmp_path: Path, today: date) -> None:
    def never(_: bytes) -> None:
        raise AssertionError

    attach(ledger, issue, [file(tmp_path, "假的.jpg", b"MZ program")], today=today, reduce=never)
    assert content(ledger, issue) == b"MZ program"


def test_a_film_that_may_say_where_it_was_taken_is_told(
    ledger: Ledger, issue: Entry, tmp_path: Path, today: date
) -> None:
    done = attach(ledger, issue, [file(tmp_path, "IMG_1.HEIC", b"heic")], today=today, reduce=as_it_is)
    assert "where it was taken" in done.noted[0].en


# Where they show.


def test_the_timeline_tells_when_files_came_and_went(
    ledger: Ledger, issue: Entry, tmp_path: Path, today: date
) -> None:
    attach(ledger, issue, [file(tmp_path, f"{NAME}的申请{PHONE}.pdf")], today=today)
    remove(ledger, attachments(ledger, issue))
    undo(ledger)
    glossary = Glossary(ledger, today)
    found = timeline(ledger, whole(ledger, issue, today), glossary, "zh")
    assert [one.text for one in found[1:]] == [
        f"附件：{NAME}的申请{PHONE}.pdf",
        f"移除附件：{NAME}的申请{PHONE}.pdf",
        f"取回附件：{NAME}的申请{PHONE}.pdf",
    ]
    printed = str(timeline_sheet(ledger, issue, "zh").rows)
    assert "附件：王*红的申请130****1234.pdf" in printed
    assert NAME not in printed


def test_an_export_says_how_many_files_there_are_and_names_none(
    ledger: Ledger, issue: Entry, tmp_path: Path, today: date
) -> None:
    other = {"accepted_at": "今天", "title": "别的"}
    records.add(ledger, ISSUES, other, today=today)
    out = tmp_path / "表.xlsx"
    export_register(ledger, ISSUES, out, today=today, language="zh")
    before = [cell.value for cell in load_workbook(out).worksheets[0][3]]
    assert "附件" not in before
    attach(ledger, issue, [file(tmp_path, "甲.pdf", b"1"), file(tmp_path, f"{NAME}.pdf", b"2")], today=today)
    for full in (False, True):
        export_register(ledger, ISSUES, out, today=today, full=full, language="zh")
        page = load_workbook(out).worksheets[0]
        rows = [[cell.value for cell in row] for row in page.iter_rows()]
        head = next(row for row in rows if "附件" in row)
        told = [row[head.index("附件")] for row in rows[rows.index(head) + 1 :]]
        assert told[:2] == [2, None]
        assert f"{NAME}.pdf" not in str(rows)


@pytest.mark.parametrize("full", [False, True])
def test_letters_and_reports_have_none(ledger: Ledger, tmp_path: Path, today: date, full: bool) -> None:
    entry = task(ledger, today, "上报台账")
    review.flag(ledger, entry, "与 6 月的表相同", today=today)
    attach(ledger, entry, [file(tmp_path, "随文附来的表.pdf", b"%PDF inside")], today=today)
    digest = str(attachments(ledger, entry)[0].stored["sha256"])
    letter = draft_letter(ledger, entry, LetterKind.JOINT, language="zh", today=today).letter
    save_letter(letter, tmp_path / "函.docx")
    write_report(
        ledger, Month.containing(today), tmp_path / "月报.xlsx", full=full, today=today, language="zh"
    )
    for made in ("函.docx", "月报.xlsx"):
        with zipfile.ZipFile(tmp_path / made) as held:
            parts = {name: held.read(name) for name in held.namelist()}
        assert parts
        for told in ("随文附来的表", digest, "%PDF inside"):
            assert not any(told.encode() in part for part in parts.values()), made


def test_of_a_list_of_all_files_no_name_leaves(
    ledger: Ledger, issue: Entry, tmp_path: Path, today: date
) -> None:
    attach(ledger, issue, [file(tmp_path, f"{NAME}的申请.pdf")], today=today)
    out = tmp_path / "表.xlsx"
    export_register(ledger, ATTACHMENTS, out, today=today, language="zh")
    cells = [cell.value for row in load_workbook(out).worksheets[0].iter_rows() for cell in row]
    assert "申请" not in str(cells)
    assert "楼道灯不亮" in str(cells)


def test_a_printed_list_counts_them_where_that_is_asked(
    ledger: Ledger, issue: Entry, tmp_path: Path, today: date
) -> None:
    attach(ledger, issue, [file(tmp_path, "甲.pdf")], today=today)
    book = list_workbook(ledger, ISSUES, Question(), ("title", FILES), Glossary(ledger, today), "zh")
    assert [row.cells for row in book.sheets[0].rows] == [("楼道灯不亮", 1)]
    assert book.sheets[0].columns[1].head == "附件"


# Merging, erasing, saving.


def test_what_is_merged_gives_its_files_to_the_one_that_stays(
    ledger: Ledger, tmp_path: Path, today: date
) -> None:
    kept_one, other = task(ledger, today, "上报台账"), task(ledger, today, "再报台账")
    attach(ledger, kept_one, [file(tmp_path, "甲.pdf", b"1")], today=today)
    attach(ledger, other, [file(tmp_path, "同甲.pdf", b"1"), file(tmp_path, "乙.pdf", b"2")], today=today)
    merge(ledger, kept_one, [other], today=today)
    assert names(ledger, kept_one) == ["甲.pdf", "乙.pdf"]
    assert names(ledger, other) == ["同甲.pdf", "乙.pdf"]
    assert kept(ledger).contents == 2
    undo(ledger)
    assert names(ledger, kept_one) == ["甲.pdf"]
    redo(ledger)
    assert names(ledger, kept_one) == ["甲.pdf", "乙.pdf"]
    assert check(ledger).findings == ()


def test_erasing_a_person_takes_the_files_of_that_person_alone(
    ledger: Ledger, issue: Entry, tmp_path: Path, today: date
) -> None:
    own, shared = b"the resident's own paper" * 50, b"a notice for everybody" * 50
    attach(
        ledger, issue, [file(tmp_path, f"{NAME}.pdf", own), file(tmp_path, "通知.pdf", shared)], today=today
    )
    remove(ledger, attachments(ledger, issue)[:1])
    other = task(ledger, today, "上报台账")
    attach(ledger, other, [file(tmp_path, "通知.pdf", shared)], today=today)
    assert would_erase(ledger, [issue]).attachments == 2
    for path in tmp_path.glob("*.pdf"):
        path.unlink()
    assert "附件 2 个" in erase_person(ledger, [issue]).words.zh
    held = bytes_beside(ledger.path)
    assert own[:24] not in held
    assert f"{NAME}.pdf".encode() not in held
    assert names(ledger, issue) == []
    assert content(ledger, other) == shared
    told = timeline(ledger, whole(ledger, other, today), Glossary(ledger, today), "zh")
    assert told[-1].text == "附件：通知.pdf"
    gone = records.found(ledger, ISSUES, issue.uid)
    assert "附件" not in str(timeline(ledger, whole(ledger, gone, today), Glossary(ledger, today), "zh"))
    assert check(ledger).findings == ()


def test_one_brought_back_after_the_same_was_added_again_is_refused(
    ledger: Ledger, issue: Entry, tmp_path: Path, today: date
) -> None:
    given = [file(tmp_path, "甲.pdf")]
    attach(ledger, issue, given, today=today)
    (gone,) = attachments(ledger, issue)
    remove(ledger, [gone])
    bring_back(ledger, gone)
    assert names(ledger, issue) == ["甲.pdf"]
    remove(ledger, [gone])
    attach(ledger, issue, given, today=today)
    with refused(kind=Mistake, says="again"):
        bring_back(ledger, gone)
    assert check(ledger).findings == ()


def test_a_file_erased_for_good_stays_where_another_entry_has_it(
    ledger: Ledger, issue: Entry, tmp_path: Path, today: date
) -> None:
    other = task(ledger, today, "上报台账")
    for entry in (issue, other):
        attach(ledger, entry, [file(tmp_path, "甲.pdf")], today=today)
    assert "another entry" in erase_file(ledger, attachments(ledger, issue)[0]).en
    assert names(ledger, issue) == []
    assert content(ledger, other) == b"%PDF-1.7 a notice"
    assert "backups" in erase_file(ledger, attachments(ledger, other)[0]).en
    assert kept(ledger).contents == 0
    assert whole(ledger, other, today).attachments == ()
    assert next_undo(ledger) is not None
    assert check(ledger).findings == ()


def test_a_copy_is_saved_where_one_wants_it(
    ledger: Ledger, issue: Entry, tmp_path: Path, today: date
) -> None:
    data = bytes(range(256)) * 5000
    attach(ledger, issue, [file(tmp_path, "甲.pdf", data)], today=today)
    (one,) = attachments(ledger, issue)
    save_copy(ledger, one, tmp_path / "乙.pdf")
    assert (tmp_path / "乙.pdf").read_bytes() == data
    with refused(says="folder"):
        save_copy(ledger, one, tmp_path / "没有" / "乙.pdf")


def test_sizes_are_said_as_people_say_them() -> None:
    told = [
        size_words(size).en for size in (1, 2, 999, 1000, 1500, 1024 * 999, 2**20, 20 * 2**20, 500 * 2**20)
    ]
    assert told == ["1 byte", "2 bytes", "999 bytes", "1 KB", "1 KB", "999 KB", "1.0 MB", "20.0 MB", "500 MB"]


def test_a_large_ledger_is_told(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    assert grown_large(ledger) is None
    monkeypatch.setattr(desk, "LARGE_LEDGER", 1000)
    words = grown_large(ledger)
    assert words is not None
    assert "备份" in words.zh


def test_many_that_cannot_be_added_are_told_in_few_sentences(
    ledger: Ledger, issue: Entry, tmp_path: Path, today: date
) -> None:
    again = [file(tmp_path, "a.pdf")] * 99
    done = attach(ledger, issue, again, today=today)
    (said,) = done.refused
    assert "twice" in said.en
    empty = [Given.held(f"{n}.txt", b"") for n in range(50)]
    with pytest.raises(Mistake) as told:
        attach(ledger, issue, empty, today=today)
    assert told.value.words.zh.endswith("“2.txt”是空文件，没有添加；另有 47 个也没有添加")


def test_one_byte_too_many_is_said_to_be_more(ledger: Ledger, issue: Entry, today: date) -> None:
    with pytest.raises(Mistake) as told:
        attach(ledger, issue, [Given.held("a.bin", bytes(MOST_BYTES + 1))], today=today)
    assert "20.1 MB" in told.value.words.zh
