"""Entries to write, and looks at a ledger, that many tests need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from mingbai.domain.attachment import ATTACHMENTS, Attachment
from mingbai.domain.column import Uid
from mingbai.domain.department import Department
from mingbai.domain.issue import ISSUES, Issue
from mingbai.domain.register import Register
from mingbai.domain.task import Task
from mingbai.domain.words import Trouble
from mingbai.ledger.check import check
from mingbai.ledger.contents import store_content, storing
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.schema import BINNED, NUMBER

DEPARTMENT = Uid("01a20000-0000-7000-8000-00000000d001")


def issue(title: str = "路灯不亮", **more: Any) -> Issue:
    return Issue(accepted_at=datetime(2026, 11, 3, 9, 30), title=title, **more)


def task(title: str = "上报台账", **more: Any) -> Task:
    given: dict[str, Any] = {"received_on": date(2026, 11, 3), "department": DEPARTMENT, **more}
    return Task(title=title, **given)


def department(name: str = "区民政局", **more: Any) -> Department:
    return Department(name=name, **more)


def spill_early(ledger: Ledger, pages: int) -> None:
    """Lets an act that touches more than so many pages write some of them before its end."""
    ledger.execute_alone(f"PRAGMA cache_size={pages}")
    ledger.execute_alone(f"PRAGMA cache_spill={pages}")


def added(ledger: Ledger, *records: Any, register: Register[Any] = ISSUES) -> list[Uid]:
    """Saves records of one register in one act and answers their uids."""
    with ledger.act("add") as act:
        return [act.insert(register, record) for record in records]


def attached(
    ledger: Ledger, subject: str, *contents: bytes, register: Register[Any] = ISSUES, name: str = "照片.jpg"
) -> list[Uid]:
    """Attaches files to an entry in one act and answers the uids of the attachments."""
    with storing(ledger):
        digests = [store_content(ledger, data) for data in contents]
        records = [
            Attachment(
                register=register.code,
                subject=Uid(subject),
                name=name,
                added_on=date(2026, 11, 24),
                size=len(data),
                sha256=digest,
            )
            for data, digest in zip(contents, digests, strict=True)
        ]
        with ledger.act("attach") as act:
            return [act.insert(ATTACHMENTS, record) for record in records]


def changed(ledger: Ledger, uid: str, register: Register[Any] = ISSUES, /, **changes: Any) -> None:
    with ledger.act("change") as act:
        act.change(register, uid, changes)


def binned(ledger: Ledger, uid: str, register: Register[Any] = ISSUES) -> None:
    with ledger.act("bin") as act:
        act.bin(register, uid)


@contextmanager
def passed_over(ledger: Ledger) -> Iterator[None]:
    """What is saved meanwhile is the program's own, as a new edition of its lists: no undo takes it back."""
    act = ledger.act
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ledger, "act", lambda _deed, **more: act("catalogue", **more))
        yield


def stored(ledger: Ledger, uid: str, register: Register[Any] = ISSUES) -> dict[str, Any]:
    entry = ledger.entry(register, uid)
    assert entry is not None
    return {**entry.stored, BINNED: entry.binned_at, NUMBER: entry.number}


def assert_whole(ledger: Ledger) -> None:
    assert check(ledger).findings == ()


@contextmanager
def refused(path: Path | None = None, *, kind: type[Trouble] = Trouble, says: str = ""):
    """Expects one sentence in both languages with a next step, and the file untouched."""
    before = path.read_bytes() if path is not None and path.is_file() else None
    with pytest.raises(kind) as caught:
        yield caught
    words = caught.value.words
    assert re.search("[\u4e00-\u9fff]", words.zh)
    assert not re.search("[\u4e00-\u9fff]", re.sub("“.*?”", "", words.en))
    assert "\n" not in words.zh + words.en
    for text in (words.zh, words.en):
        assert "{" not in text
        assert "Error" not in text
    assert re.search("请|，没有", words.zh), words.zh
    assert says in words.en
    if before is not None and path is not None:
        assert path.read_bytes() == before, "a refused file stays as it is"
        assert [at.name for at in path.parent.iterdir() if at.name.startswith(path.name + "-")] == []
