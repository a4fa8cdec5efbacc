"""Each PC, and each copy of a ledger, writes under a letter of its own."""

from __future__ import annotations

import shutil
from itertools import islice
from pathlib import Path

import pytest
from tests.ledger.samples import added, assert_whole, changed, issue, passed_over, stored

from mingbai.domain.issue import ISSUES
from mingbai.ledger import device
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.undo import undo


def test_a_ledger_stays_the_same_device_when_reopened_renamed_or_moved(path: Path, tmp_path: Path) -> None:
    with Ledger.create(path) as ledger:
        first = ledger.device.uuid
    folder = tmp_path / "moved"
    folder.mkdir()
    path = path.rename(folder / "other.mingbai")
    with Ledger(path) as ledger:
        assert (ledger.device.uuid, ledger.device.letter) == (first, "A")


def test_a_copied_ledger_is_a_new_device_with_the_next_letter(path: Path, tmp_path: Path) -> None:
    with Ledger.create(path) as ledger:
        added(ledger, issue(), issue())
    copy = tmp_path / "copy.mingbai"
    shutil.copyfile(path, copy)
    with Ledger(copy) as ledger, Ledger(path) as original:
        assert (original.device.letter, ledger.device.letter) == ("A", "B")
        (uid,) = added(ledger, issue())
        (same,) = added(original, issue())
        assert stored(ledger, uid)["number"] == "2026-B-0001"
        assert stored(original, same)["number"] == "2026-A-0003"
        assert_whole(ledger)


def test_another_pc_is_another_device(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Ledger.create(path).close()
    monkeypatch.setattr(device, "_machine", lambda: "the PC next door")
    with Ledger(path) as ledger:
        assert ledger.device.letter == "B"


def test_a_number_used_again_by_the_disk_is_another_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Ledger.create(path).close()
    monkeypatch.setattr(device, "_generation", lambda _: 4711)
    with Ledger(path) as ledger:
        assert ledger.device.letter == "B"


def test_a_stick_that_numbers_files_anew_is_known_by_its_path(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(device, "file_system", lambda _: "vfat")
    Ledger.create(path).close()
    monkeypatch.setattr(device, "_generation", lambda _: 4711)
    with Ledger(path) as ledger:
        assert ledger.device.letter == "A"


def test_letters_never_run_out_and_are_never_given_twice(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letters = list(islice(device._letters(), 600))
    assert len(set(letters)) == 600
    assert "I" not in letters
    assert "O" not in letters
    Ledger.create(path).close()
    seen = []
    for number in range(26):
        monkeypatch.setattr(device, "_machine", lambda number=number: f"PC {number}")
        with Ledger(path) as ledger:
            (uid,) = added(ledger, issue())
            seen.append(stored(ledger, uid)["number"])
    assert seen[-3:] == ["2026-AA-0001", "2026-AB-0001", "2026-AC-0001"]
    with Ledger(path) as ledger:
        assert ledger.numbered("2026-aa-0001") is not None
        assert len(ledger.entries(ISSUES)) == 26
        assert_whole(ledger)


def test_a_clock_that_went_back_makes_no_earlier_moments(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.create(path) as ledger:
        added(ledger, issue())
        before = ledger.rows("SELECT max(clock) FROM journal")[0][0]
    monkeypatch.setattr("time.time_ns", lambda: 1_000_000_000)
    with Ledger(path) as ledger:
        added(ledger, issue())
        clocks = [row[0] for row in ledger.rows("SELECT clock FROM journal ORDER BY seq")]
        assert clocks[-1] > before
        assert clocks == sorted(set(clocks))
        assert_whole(ledger)


def test_an_undo_without_effect_also_counts_as_a_moment(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.create(path) as ledger:
        (uid,) = added(ledger, issue("一"))
        changed(ledger, uid, title="二")
        with passed_over(ledger):
            changed(ledger, uid, title="三")
        undo(ledger)
    monkeypatch.setattr("time.time_ns", lambda: 1_000_000_000)
    with Ledger(path) as ledger:
        added(ledger, issue())
        assert_whole(ledger)
