"""Files and pictures that belong to an entry: added, looked through, removed, saved elsewhere.

Pictures are made smaller by whoever can draw (`Reduce`) and lose what a camera writes beside them, for that
says where a resident lives. Nothing of this is ever part of a report, a letter or an export.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from mingbai.desk.records import found
from mingbai.domain.attachment import ATTACHMENTS, Attachment
from mingbai.domain.column import Uid
from mingbai.domain.filter import Some, both, equals
from mingbai.domain.register import Register
from mingbai.domain.text import clean
from mingbai.domain.words import Mistake, Trouble, Words
from mingbai.exchange.camera_notes import picture_in, without_notes
from mingbai.ledger.asking import BINNED
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.contents import content_pieces, store_content, storing
from mingbai.ledger.erase import erase
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.store import Act, Taken

MOST_BYTES = 20 * 2**20
"""A file may have so many, a picture once it is made smaller."""
MOST_READ = 200 * 2**20
"""So much of a picture is read to make it smaller; no camera of an office makes larger ones."""
MOST_POINTS = 2000
"""A picture is as wide and as high at most: an A4 page can be read in it."""
MOST_AT_ONCE = 100
MOST_TOLD = 3
"""Of so many files it is said why they were not added."""
LONGEST_NAME = 200
LARGE_LEDGER = 500 * 2**20

PICTURES = frozenset({".jpg", ".jpeg", ".jpe", ".png", ".webp", ".bmp", ".tif", ".tiff", ".gif", ".heic"})
UNREADABLE_NOTES = frozenset({".heic", ".heif", ".mov", ".mp4", ".3gp"})
"""Files in which a phone writes the place, and that are kept as they are."""

Reduce = Callable[[bytes], tuple[bytes, str] | None]
"""Of a picture that is too large: the same smaller, and how its name ends now; else None."""


def as_it_is(_: bytes) -> None:
    """Makes nothing smaller: for who cannot draw."""


@dataclass(frozen=True, slots=True)
class Given:
    """Something to attach: its name, and how to get at what stands in it, which may take long and may fail."""

    name: str
    read: Callable[[], bytes]

    @classmethod
    def file(cls, path: Path) -> Given:
        """A file on the disk."""
        return cls(path.name, partial(_read, path))

    @classmethod
    def held(cls, name: str, data: bytes) -> Given:
        """What is there already."""
        return cls(name, lambda: data)


@dataclass(frozen=True, slots=True)
class Attached:
    """What came of attaching: what is there now, and a sentence for each that is not."""

    entries: tuple[Entry, ...]
    refused: tuple[Words, ...] = ()
    noted: tuple[Words, ...] = ()
    """What should be known of those that were added."""


def takes_attachments(register: Register[Any]) -> bool:
    """Whether files can belong to its entries: those people know by number."""
    return register.numbered


def attach(
    ledger: Ledger,
    entry: Entry,
    given: Sequence[Given],
    *,
    today: date,
    reduce: Reduce = as_it_is,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Attached:
    """Adds files to an entry, in one act; those that cannot be added are told, the others are there.

    `progress` hears how much is done, in thousandths, and may raise to stop: then none is added. Raises
    `Mistake` when none can be.
    """
    _refuse_entry(entry, given)
    refused: list[Words] = []
    noted: list[Words] = []
    ready: list[Attachment] = []
    known = {str(one.stored["sha256"]) for one in attachments(ledger, entry)}
    each = 1000 // len(given)
    with storing(ledger):
        for at, one in enumerate(given):
            progress(at * each, 1000)
            try:
                data, name = _prepared(one, reduce)
            except Trouble as trouble:
                refused.append(trouble.words)
                continue
            progress(at * each + each // 2, 1000)
            digest = store_content(ledger, data, _within(progress, at * each + each // 2, each // 2))
            if digest in known:
                refused.append(
                    Words(
                        "“{name}”已经在附件里，没有重复添加",
                        "“{name}” is attached already and was not added twice",
                    ).format(name=one.name)
                )
                continue
            known.add(digest)
            ready.append(_record(entry.register, entry.uid, name, today, len(data), digest))
            if Path(name).suffix.lower() in UNREADABLE_NOTES:
                noted.append(NOTES_STAY.format(name=name))
        if not ready:
            raise Mistake(*_together(_few(refused)))
        with ledger.act("attach", today=today) as act:
            # Meanwhile it may have been put into the bin, or its person erased.
            _refuse_entry(found(ledger, entry.register, entry.uid), given)
            uids = [act.insert(ATTACHMENTS, record) for record in ready]
    entries = (ledger.entry(ATTACHMENTS, uid) for uid in uids)
    return Attached(tuple(each for each in entries if each is not None), _few(refused), tuple(noted))


def record_with_file(
    ledger: Ledger,
    path: Path,
    record: Callable[[Callable[[Act, Uid], None]], Entry],
    register: Register[Any],
    today: date,
) -> tuple[Entry, Words | None]:
    """Records an entry together with the file that it came by, in one act.

    `record` is handed what it calls in its act. A file that cannot be added stops nothing: it is told.
    """
    with storing(ledger):
        try:
            data, name = _prepared(Given.file(path), as_it_is)
        except Mistake as mistake:
            return record(lambda _act, _uid: None), mistake.words
        digest = store_content(ledger, data)

        def beside(act: Act, uid: Uid) -> None:
            act.insert(ATTACHMENTS, _record(register, uid, name, today, len(data), digest))

        return record(beside), None


def _within(tell: Callable[[int, int], None], before: int, share: int) -> Callable[[int, int], None]:
    return lambda done, of: tell(before + share * done // max(of, 1), 1000)


def _record(
    register: Register[Any], subject: Uid, name: str, today: date, size: int, digest: str
) -> Attachment:
    return Attachment(
        register=register.code, subject=subject, name=name, added_on=today, size=size, sha256=digest
    )


def attachments(ledger: Ledger, entry: Entry) -> list[Entry]:
    """The files of an entry, in the order in which they were added."""
    return asked_entries(ledger, ATTACHMENTS, equals("subject", entry.uid), date.max)


def remove(ledger: Ledger, files: Iterable[Entry]) -> None:
    """Removes files from their entry; they lie in the bin, and undoing brings them back."""
    with ledger.act("detach") as act:
        for file in files:
            act.bin(ATTACHMENTS, file.uid)


def bring_back(ledger: Ledger, file: Entry) -> None:
    """Gives a removed file back to its entry. Raises `Mistake` where the same was added again meanwhile."""
    try:
        with ledger.act("reattach") as act:
            act.take_out(ATTACHMENTS, file.uid)
    except Taken as taken:
        raise Mistake(
            "“{name}”已经又添加过，没有取回",
            "“{name}” was added again since, and was not brought back",
            name=str(file.stored["name"]),
        ) from taken


def erase_file(ledger: Ledger, file: Entry) -> Words:
    """Erases a file for good, with its name and what stands in it; answers what to say.

    What stands in it stays where another entry has the same file.
    """
    erase(ledger, [file.uid])
    same = both(equals("sha256", file.stored["sha256"]), Some((equals(BINNED, 0), equals(BINNED, 1))))
    elsewhere = bool(asked_entries(ledger, ATTACHMENTS, same, date.max))
    return (ERASED_HERE if elsewhere else ERASED).format(name=str(file.stored["name"]))


def carry_over(ledger: Ledger, act: Act, kept: Entry, others: Iterable[Entry]) -> None:
    """Gives the files of entries that are merged to the one that stays; each keeps its own as well."""
    known = {str(one.stored["sha256"]) for one in attachments(ledger, kept)}
    for other in others:
        for file in attachments(ledger, other):
            digest = str(file.stored["sha256"])
            if digest not in known:
                known.add(digest)
                act.insert(ATTACHMENTS, replace(file.record, register=kept.register.code, subject=kept.uid))


def save_copy(ledger: Ledger, file: Entry, out: Path) -> None:
    """Writes what is attached into a file of the person's own. Raises `Fault`."""
    from mingbai.exchange.writing import replacing

    with replacing(out) as part, part.open("wb") as stream:
        for piece in content_pieces(ledger, str(file.stored["sha256"])):
            stream.write(piece)


def size_words(size: int) -> Words:
    """How large a file is, as a person says it."""
    if size < 1000:
        return Words(f"{size} 字节", "1 byte" if size == 1 else f"{size} bytes")
    if size < 1000 * 1024:
        text = f"{max(round(size / 1024), 1)} KB"
    elif size < 100 * 2**20:
        text = f"{size / 2**20:.1f} MB"
    else:
        text = f"{size / 2**20:,.0f} MB"
    return Words(text, text)


def grown_large(ledger: Ledger) -> Words | None:
    """What to say of a ledger that has become large; None as long as it has not."""
    size = ledger.path.stat().st_size
    if size <= LARGE_LEDGER:
        return None
    return Words(
        "账本已有 {size}，每份备份也要占这么多。大的视频、扫描件请放在别处，账本里只记它在哪里",
        "The ledger has {size} now, and each backup takes as much. Keep large films and scans elsewhere, and note "
        "here where they are",
    ).format(size=size_words(size))


ERASED = Words(
    "已永久清除附件 {name}，不能撤销。此前的备份里还有，请另行删除",
    "Erased for good: {name}. This cannot be undone; backups made before still hold it, delete those as well",
)
ERASED_HERE = Words(
    "已从这一条里永久清除附件 {name}，不能撤销。另有记录带着同样的文件，那里还在",
    "Erased for good here: {name}. This cannot be undone; another entry has the same file and keeps it",
)

# What is given.

MORE_REFUSED = Words("另有 {n} 个也没有添加", "{n} more not added either")

NOTES_STAY = Words(
    "“{name}”里可能记着拍摄地点，这种文件去不掉",
    "“{name}” may say where it was taken; this cannot be removed from such a file",
)


def _refuse_entry(entry: Entry, given: Sequence[Given]) -> None:
    if not takes_attachments(entry.register):
        raise Mistake(
            "“{register}”的条目不带附件，没有添加",
            "{register} take no attachments; nothing was added",
            register=entry.register.words,
        )
    if entry.binned_at is not None:
        raise Mistake(
            "{number} 在回收站里，请先取回再操作",
            "{number} is in the bin; restore it first",
            number=entry.number,
        )
    if not given:
        raise Mistake("没有可以添加的文件，请先选择文件", "There is no file to attach; choose one first")
    if len(given) > MOST_AT_ONCE:
        raise Mistake(
            "一次最多添加 {most} 个文件，现有 {n} 个，没有添加。请分几次，或压缩成一个",
            "At most {most} files are attached at a time, these are {n} and none was added; attach them in "
            "parts, or pack them into one",
            most=MOST_AT_ONCE,
            n=len(given),
        )


def _few(refused: Sequence[Words]) -> tuple[Words, ...]:
    """The first sentences, each once, and how many more files were not added: a hundred would bury them."""
    first = tuple(dict.fromkeys(refused))[:MOST_TOLD]
    more = len(refused) - sum(one in first for one in refused)
    return (*first, MORE_REFUSED.format(n=more)) if more else first


def _together(sentences: Sequence[Words]) -> tuple[str, str]:
    return "；".join(words.zh for words in sentences), "; ".join(words.en for words in sentences)


def _prepared(given: Given, reduce: Reduce) -> tuple[bytes, str]:
    """What is kept of something given, and its name. Raises `Trouble` with one sentence."""
    name = clean(given.name.replace("/", " ").replace("\\", " ")) or "附件"
    if len(name) > LONGEST_NAME:
        raise Mistake(
            "“{name}…”的文件名超过 {most} 字，没有添加。请先改个短名",
            "The name “{name}…” has more than {most} letters and the file was not added; give it a shorter one",
            name=name[:20],
            most=LONGEST_NAME,
        )
    data = given.read()
    if not data:
        raise Mistake("“{name}”是空文件，没有添加", "“{name}” is empty and was not added", name=name)
    if picture_in(data) is not None:
        smaller = reduce(data)
        if smaller is not None:
            data, ending = smaller
            name = name if name.lower().endswith(ending) else f"{_stem(name, ending)}{ending}"
        data = without_notes(data)
    if len(data) > MOST_BYTES:
        raise _too_large(name, len(data))
    return data, name


def _stem(name: str, ending: str) -> str:
    if ending == ".jpg" and name.lower().endswith((".jpeg", ".jpe")):
        return name[: name.rindex(".")]
    return str(Path(name).with_suffix("")) if Path(name).suffix.lower() in PICTURES else name


def _read(path: Path) -> bytes:
    name = clean(path.name) or str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Mistake(
                "“{name}”是文件夹，没有添加。请选择里面的文件，或先压缩成一个",
                "“{name}” is a folder and was not added; choose the files in it, or pack it into one file",
                name=name,
            )
        if not stat.S_ISREG(status.st_mode):
            raise _unreadable(name)
        picture = path.suffix.lower() in PICTURES
        if status.st_size > (MOST_READ if picture else MOST_BYTES):
            raise _too_large(name, status.st_size)
        with path.open("rb") as stream:
            return stream.read(MOST_READ + 1)
    except FileNotFoundError as error:
        raise Mistake(
            "找不到“{name}”，没有添加。请检查它是否被移动或改名",
            "“{name}” was not found and not added; check whether it was moved or renamed",
            name=name,
        ) from error
    except (OSError, ValueError) as error:
        raise _unreadable(name) from error


def _unreadable(name: str) -> Mistake:
    return Mistake(
        "“{name}”不能读取，没有添加。请检查权限，或关闭正在使用它的程序",
        "“{name}” cannot be read and was not added; check whether you may read it, or close the program that uses it",
        name=name,
    )


def _too_large(name: str, size: int) -> Mistake:
    return Mistake(
        "“{name}”有 {size}，超过 {most}，没有添加。请压缩或拆分，或只记它放在哪里",
        "“{name}” has {size}, more than {most}, and was not added; pack or split it, or note where it is kept",
        name=name,
        # One byte too many is seen as more.
        size=size_words(max(size, MOST_BYTES + 2**20 // 10)),
        most=size_words(MOST_BYTES),
    )


# How files are opened.

OPENED = frozenset(
    {
        *PICTURES,
        *(".pdf", ".ofd", ".txt", ".csv", ".tsv", ".rtf", ".md", ".log", ".caj"),
        *(".doc", ".docx", ".wps", ".wpt", ".xls", ".xlsx", ".et", ".ppt", ".pptx", ".dps", ".pps", ".ppsx"),
        *(".odt", ".ods", ".odp", ".vsd", ".vsdx", ".dwg", ".dxf"),
        *(".mp3", ".m4a", ".wav", ".amr", ".aac", ".wma", ".ogg", ".flac"),
        *(".mp4", ".mov", ".avi", ".mkv", ".wmv", ".flv", ".3gp", ".m4v", ".mpg", ".mpeg"),
        *(".zip", ".rar", ".7z", ".eml", ".heif"),
    }
)
"""What a program shows. Anything else might itself be one: it is saved where the person wants it, not opened."""


def opens(name: str) -> bool:
    """Whether a file of this name is opened; what is not may be a program or hold one."""
    return Path(name).suffix.lower() in OPENED


def kind_of(name: str) -> str:
    """The icon that tells what a file is: `picture`, `sheet`, `film` or `doc`."""
    ending = Path(name).suffix.lower()
    if ending in PICTURES:
        return "picture"
    if ending in (".xls", ".xlsx", ".et", ".csv", ".tsv", ".ods"):
        return "sheet"
    return "doc"


def refuse_opening(name: str) -> None:
    """Raises `Mistake` for a file that is not opened from here."""
    if not opens(name):
        raise Mistake(
            "“{name}”可能是程序，或含有程序，没有打开。请用“另存为”保存后自行处理",
            "“{name}” may be a program, or hold one, and was not opened; use “Save as” and open it yourself",
            name=os.path.basename(name),  # noqa: PTH119
        )
