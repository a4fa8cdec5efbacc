"""An open ledger: acts one at a time, reads fetched to their end, several threads taking turns."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.ledger.samples import added, assert_whole, binned, issue

from mingbai.domain.issue import ISSUES
from mingbai.domain.words import Fault
from mingbai.ledger import ledger as module
from mingbai.ledger.drafts import keep_draft
from mingbai.ledger.ledger import Ledger


def test_an_act_holds_no_other(ledger: Ledger) -> None:
    with ledger.act("outer"):
        with pytest.raises(RuntimeError, match="one deed"), ledger.act("inner"):
            pass
        with pytest.raises(RuntimeError, match="lost"):
            keep_draft(ledger, "form", "issue", {})
        with pytest.raises(RuntimeError, match="half"):
            ledger.copy_to(ledger.path.with_name("copy"))
        with pytest.raises(RuntimeError, match="not finished"):
            ledger.close()
    added(ledger, issue())


def test_an_act_reads_what_it_wrote(ledger: Ledger) -> None:
    with ledger.act("add") as act:
        uid = act.insert(ISSUES, issue())
        assert ledger.entry(ISSUES, uid) is not None
        assert [entry.uid for entry in ledger.entries(ISSUES)] == [uid]


def test_entries_leave_out_the_bin_unless_asked(ledger: Ledger) -> None:
    first, second = added(ledger, issue("一"), issue("二"))
    binned(ledger, first)
    assert [entry.uid for entry in ledger.entries(ISSUES)] == [second]
    assert [entry.uid for entry in ledger.entries(ISSUES, binned=True)] == [first, second]
    either = "title = ? OR title = ?", ("一", "二")
    assert [entry.uid for entry in ledger.entries(ISSUES, *either)] == [second]
    assert ledger.entry(ISSUES, "nobody") is None


def test_a_closed_ledger_can_be_closed_again_but_not_read(path: Path) -> None:
    ledger = Ledger.create(path)
    ledger.close()
    ledger.close()
    with pytest.raises(Exception, match="closed"):
        ledger.rows("SELECT 1")
    Ledger(path).close()


def test_threads_save_one_after_the_other(ledger: Ledger) -> None:
    def save(number: int) -> None:
        added(ledger, issue(f"第{number}条"), issue(f"又{number}条"))
        assert len(ledger.rows("SELECT 1")) == 1

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(save, range(100)))
    entries = ledger.entries(ISSUES)
    assert len({entry.number for entry in entries}) == len(entries) == 200
    assert_whole(ledger)


def test_nobody_waits_for_an_act_and_nobody_reads_half_of_one(ledger: Ledger) -> None:
    seen = []

    def look() -> None:
        seen.append(len(ledger.entries(ISSUES)))

    with ledger.act("add") as act:
        for number in range(3000):
            act.insert(ISSUES, issue(f"第{number}条"))
        looking = threading.Thread(target=look)
        looking.start()
        looking.join(timeout=20)
        assert seen == [0]
        assert len(ledger.entries(ISSUES)) == 3000, "the thread that writes reads what it wrote"
    look()
    assert seen == [0, 3000]


def test_readers_do_not_wait_while_what_a_large_act_put_aside_reaches_the_disk(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    free: list[bool] = []

    def look() -> None:
        free.append(ledger._reading.acquire(blocking=False))
        if free[-1]:
            ledger._reading.release()

    def fsync(_handle: int) -> None:
        looking = threading.Thread(target=look)
        looking.start()
        looking.join(timeout=20)

    def rewrite(uids: Sequence[str], sign: str) -> None:
        with ledger.act("change") as act:
            for uid in uids:
                act.change(ISSUES, uid, {"content": sign * 4000})

    uids = added(ledger, *[issue(f"第{number}条") for number in range(400)])
    rewrite(uids, "x")
    monkeypatch.setattr("mingbai.ledger.driver.os.fsync", fsync)
    rewrite(uids, "y")
    assert free == [True]
    # What a large act left of it is no reason to sync for each small one.
    added(ledger, issue())
    assert free == [True]


def test_reading_all_the_time_keeps_no_save_waiting(ledger: Ledger) -> None:
    added(ledger, *[issue(f"第{number}条") for number in range(500)])
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            ledger.entries(ISSUES)

    readers = [threading.Thread(target=look) for _ in range(2)]
    for reader in readers:
        reader.start()
    # Without its patience, a save that met SQLite's own lock would fail at once.
    ledger._connection.execute("PRAGMA busy_timeout=0")
    try:
        for number in range(20):
            added(ledger, issue(f"新{number}"))
    finally:
        stop.set()
        for reader in readers:
            reader.join()
    assert len(ledger.entries(ISSUES)) == 520


def test_the_main_thread_reads_beside_a_long_list_and_a_save_that_waits_for_it(ledger: Ledger) -> None:
    begun, go = threading.Event(), threading.Event()

    def long() -> int:
        begun.set()
        return go.wait(20)

    ledger._reader_behind.create_function("long", 0, long)
    with ThreadPoolExecutor(2) as threads:
        listing = threads.submit(ledger.rows, "SELECT long()")
        assert begun.wait(20)
        saving = threads.submit(added, ledger, issue())
        while ledger._acting is None and not saving.done():
            time.sleep(0.001)
        for _ in range(100):
            assert ledger.entries(ISSUES) == []
            time.sleep(0.001)
        assert not listing.done()
        assert not saving.done(), "what is being read must not change"
        go.set()
        saving.result(20)
    assert listing.result() == [(1,)]
    assert len(ledger.entries(ISSUES)) == 1


def test_saves_of_another_thread_and_reads_of_the_main_one_meet_no_lock(ledger: Ledger) -> None:
    ledger._connection.execute("PRAGMA busy_timeout=0")

    def save() -> None:
        for number in range(50):
            added(ledger, issue(f"新{number}"))

    with ThreadPoolExecutor(1) as threads:
        saving = threads.submit(save)
        while not saving.done():
            ledger.entries(ISSUES)
        saving.result()
    assert len(ledger.entries(ISSUES)) == 50


def test_a_draft_kept_by_another_thread_outlives_an_act_that_fails(ledger: Ledger) -> None:
    inside = threading.Event()

    def keep() -> None:
        inside.wait()
        keep_draft(ledger, "form", "issue", {"title": "路"})

    keeping = threading.Thread(target=keep)
    keeping.start()
    with pytest.raises(ZeroDivisionError), ledger.act("add") as act:  # noqa: PT012
        act.insert(ISSUES, issue())
        inside.set()
        time.sleep(0.05)
        _ = 1 / 0
    keeping.join()
    assert ledger.rows("SELECT place FROM draft") == [("form",)]


def test_a_copy_is_made_while_others_save(
    ledger: Ledger, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "COPIED_PAGES", 1)
    added(ledger, *[issue(f"第{number}条") for number in range(500)])
    copy = path.with_name("copy.mingbai")
    copy.touch()
    copying = threading.Thread(target=ledger.copy_to, args=(copy,))
    copying.start()
    saved = 0
    while copying.is_alive():
        added(ledger, issue("其间"))
        saved += 1
    copying.join()
    assert saved > 3
    with Ledger(copy) as other:
        assert 500 <= len(other.entries(ISSUES)) <= 500 + saved
        assert_whole(other)
    assert_whole(ledger)


def test_closing_waits_for_a_copy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COPIED_PAGES", 1)
    ledger = Ledger.create(path)
    copy = path.with_name("copy.mingbai")
    copy.touch()
    copying = threading.Thread(target=ledger.copy_to, args=(copy,))
    copying.start()
    time.sleep(0.01)
    ledger.close()
    copying.join()
    with Ledger(copy) as other:
        assert_whole(other)


def test_a_disk_that_fills_up_during_an_act_takes_the_whole_act_back(ledger: Ledger) -> None:
    added(ledger, issue())
    (pages,) = ledger.rows("PRAGMA page_count")[0]
    ledger.execute_alone(f"PRAGMA max_page_count={pages + 3}")
    with pytest.raises(Fault, match="disk is full"), ledger.act("import") as act:  # noqa: PT012
        for number in range(5000):
            act.insert(ISSUES, issue(f"第{number}条"))
    ledger.execute_alone("PRAGMA max_page_count=1000000")
    assert len(ledger.entries(ISSUES)) == 1
    added(ledger, issue())
    assert_whole(ledger)


def test_a_full_disk_that_is_not_noticed_commits_nothing(ledger: Ledger) -> None:
    """SQLite takes the whole transaction back by itself; what follows must not be saved alone."""
    (pages,) = ledger.rows("PRAGMA page_count")[0]
    ledger.execute_alone(f"PRAGMA max_page_count={pages + 3}")
    with pytest.raises(RuntimeError, match="by half"), ledger.act("import") as act:  # noqa: PT012
        for number in range(5000):
            try:
                act.insert(ISSUES, issue(f"第{number}条"))
            except Exception:  # noqa: BLE001 - as a careless caller would
                break
    ledger.execute_alone("PRAGMA max_page_count=1000000")
    assert ledger.entries(ISSUES) == []
    assert_whole(ledger)
