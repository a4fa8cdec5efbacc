"""What an import did, row by row, as sentences and as plain values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from mingbai.desk.import_notes import notes_of
from mingbai.desk.import_plan import Imported
from mingbai.desk.imports import not_imported
from mingbai.domain.register import Register
from mingbai.domain.words import Language, Words

SHOWN_ROWS = 20
"""So many rows of a kind are listed."""
COUNTS = Words(
    "读到 {read} 行：新增 {new}，相同 {same}，更新 {changed}，未导入 {refused}",
    "Rows read: {read}; {new} new, {same} the same, {changed} brought up to date, {refused} refused",
)
NOT_IMPORTED = Words("未导入的列“{name}”：{why}", "Column “{name}” left out: {why}")
UNREAD = Words(
    "第 {row} 行已导入，读不出的一格记入备注：{why}",
    "Row {row} is imported; what cannot be read goes to the note: {why}",
)
DOUBTED = Words("第 {row} 行照样导入：{why}", "Row {row} is imported all the same: {why}")
NO_ENTRY = Words("第 {row} 行不是记录：{why}", "Row {row} is no entry: {why}")
REFUSED = Words("第 {row} 行：{why}", "Row {row}: {why}")
MORE = Words("… 另有 {n} 行", "… more rows: {n}")
PREVIEW = Words("以上是预览，没有写入", "This was a preview; nothing was written")
WRITTEN = Words("已写入 {n} 条{register}", "Written: {n} ({register})")
NOTHING = Words("没有要写入的", "Nothing to import")


def told(done: Imported, register: Register[Any], today: date, *, preview: bool) -> Iterator[Words]:
    """How many rows became what, then what a person may want to mend."""
    yield COUNTS.format(
        read=done.read, new=done.new, same=done.same, changed=done.changed, refused=len(done.refused)
    )
    for name, why in not_imported(done):
        yield NOT_IMPORTED.format(name=name, why=why)
    yield from notes_of(done, today)
    for cell in done.unread[:SHOWN_ROWS]:
        yield UNREAD.format(row=cell.row, why=cell.words)
    for doubted in done.doubted[:SHOWN_ROWS]:
        yield DOUBTED.format(row=doubted.row, why=doubted.words)
    for passed in done.left_out[:SHOWN_ROWS]:
        yield NO_ENTRY.format(row=passed.row_number, why=passed.why)
    for one in done.refused[:SHOWN_ROWS]:
        yield REFUSED.format(row=one.row, why=one.words)
    more = len(done.refused) - SHOWN_ROWS
    if more > 0:
        yield MORE.format(n=more)
    written = done.new + done.changed
    if preview:
        yield PREVIEW
    elif written:
        yield WRITTEN.format(n=written, register=register.words)
    else:
        yield NOTHING


def as_json(done: Imported, language: Language) -> dict[str, Any]:
    """All of it, as plain values."""

    def row(number: int, why: Words) -> dict[str, Any]:
        return {"row": number, "reason": why.into(language)}

    return {
        "read": done.read,
        "new": done.new,
        "same": done.same,
        "changed": done.changed,
        "refused": [row(one.row, one.words) for one in done.refused],
        "doubted": [row(one.row, one.words) for one in done.doubted],
        "unread": [row(one.row, one.words) for one in done.unread],
        "left_out": [row(one.row_number, one.why) for one in done.left_out],
        "unlisted": {one.register.code: list(one.names) for one in done.unlisted},
        "not_imported": {name: why.into(language) for name, why in not_imported(done)},
    }
