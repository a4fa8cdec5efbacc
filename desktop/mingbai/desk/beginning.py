"""The first ledger of an office: made with its place, its people and, if there is one, its duty list; or the sample."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mingbai.desk.places import new_ledger, no_reference
from mingbai.desk.town import bring_town_office
from mingbai.disk import disk_told
from mingbai.domain.duty import DUTIES
from mingbai.domain.field import Context
from mingbai.domain.place import PLACES, MonthEnd, PlaceKind
from mingbai.domain.reading import read_list
from mingbai.domain.staff import STAFF, Staff
from mingbai.domain.text import clean, fold
from mingbai.domain.words import Language, Words
from mingbai.ledger.file import SUFFIX, refuse_name
from mingbai.ledger.history import has_deed
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.undo import SAMPLED

SAMPLE = Words("示例账本", "Sample ledger")
UNNAMED = Words("账本", "Ledger")

_NO_FILE_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+|^\.+|[ .]+$')
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a person said before there was a ledger."""

    path: Path
    name: str
    town: str = ""
    month_end: MonthEnd = MonthEnd.CALENDAR
    staff: str = ""
    """Names with commas or spaces between."""
    duties: Path | None = None
    residents: str = ""
    """How many live there, as it was typed."""

    @property
    def place(self) -> dict[str, object]:
        """The draft of the place."""
        return {
            "name": self.name,
            "kind": kind_of(self.name).code,
            "town": self.town,
            "month_end": self.month_end.code,
            "residents": self.residents,
        }


def refuse(beginning: Beginning, today: date) -> None:
    """Raises `Refused` or `Mistake` for what cannot stand; nothing is written."""
    PLACES.parse(beginning.place, Context(today, no_reference))
    refuse_name(beginning.path)


def begin(
    beginning: Beginning,
    *,
    today: date,
    language: Language,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Makes the ledger; answers how many duties came in. Raises `Mistake` or `Fault`, and then there is none."""
    with disk_told(beginning.path.parent):
        beginning.path.parent.mkdir(parents=True, exist_ok=True)
    ledger = new_ledger(beginning.path, beginning.place, today=today)
    try:
        with ledger:
            with ledger.act("create", today=today) as act:
                for name in names_in(beginning.staff):
                    act.insert(STAFF, Staff(name=name))
                bring_town_office(ledger, act, clean(beginning.town))
            return _bring_duties(ledger, beginning.duties, today, language, progress)
    except BaseException:
        # It is a moment old and ours: half of what was asked for would look like the whole.
        beginning.path.unlink(missing_ok=True)
        raise


def begin_sample(
    path: Path, *, today: date, language: Language, progress: Callable[[int, int], None] | None = None
) -> None:
    """Makes the sample ledger, unless it is there already. Raises `Mistake` or `Fault`, and then there is none."""
    from mingbai.desk.sample.sample import sample_place, write_sample

    if path.exists():
        return
    with disk_told(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
    ledger = new_ledger(path, sample_place(language, today), today=today)
    try:
        with ledger:
            write_sample(ledger, language, today)
            if progress is not None:
                progress(0, 0)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def is_sample(ledger: Ledger) -> bool:
    """Whether a ledger began as the sample, whatever was written into it since."""
    return has_deed(ledger, SAMPLED)


def count_duties(path: Path, *, progress: Callable[[int, int], None] | None = None) -> int:
    """How many rows of a file a duty list could be made of. Raises `Mistake` or `Fault` when it is none."""
    from mingbai.desk.imports import mapped, read_file, refuse_strange

    table = read_file(path, DUTIES, progress=progress)
    refuse_strange(table, mapped(table, DUTIES))
    return len(table.rows)


def names_in(text: str) -> list[str]:
    """The names of people in a line, each once."""
    found: dict[str, str] = {}
    for part in read_list(text) if text.strip() else ():
        for name in [part] if part.isascii() else part.split():
            found.setdefault(fold(name), clean(name))
    return list(found.values())


def kind_of(name: str) -> PlaceKind:
    """Village or community, by the place's name."""
    plain = fold(name)
    village = "村" in plain[-4:] or "village" in plain
    return PlaceKind.VILLAGE if village and "社区" not in plain else PlaceKind.COMMUNITY


def file_name(name: str, language: Language) -> str:
    """A name for the ledger's file, as the place is called."""
    plain = _NO_FILE_NAME.sub("", clean(name)).strip()[:LONGEST_NAME]
    return f"{plain or UNNAMED.into(language)}{SUFFIX}"


def _bring_duties(
    ledger: Ledger,
    path: Path | None,
    today: date,
    language: Language,
    progress: Callable[[int, int], None] | None,
) -> int:
    if path is None:
        return 0
    from mingbai.desk.imports import import_file

    done = import_file(
        *(ledger, path, DUTIES),
        today=today,
        language=language,
        progress=progress,
        backed_up=False,
        deed="create",
    )
    return done.new
