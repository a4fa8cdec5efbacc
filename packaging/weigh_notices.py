"""Learns by which signs a day is due, a rhythm is the reader's and a mention is asked for, from the open acceptance lines.

    python packaging/weigh_notices.py [columns|due|period|asks] [--held-out]

It writes the tables of weights under resources/notices anew, asks last; the same lines give the same weights.
`--held-out` writes nothing: it leaves each set of lines out in turn, learns from the others and tells how the set is
read, as on texts that nobody has seen. Run it when lines were added or signs have changed; it takes some minutes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "desktop"), str(ROOT)]

from learner import Lesson, Line, Row, Rows, Weights, learn, shares_of  # noqa: E402
from tests.lines.score_notices import OF_DAYS_ALONE, SPARING  # noqa: E402
from tests.rules.notice_ask_lines import asking  # noqa: E402
from tests.rules.notice_column_lines import column_lines  # noqa: E402
from tests.rules.notice_due_lines import COMPETING, FURTHER, PROMISED, WANTED  # noqa: E402
from tests.rules.notice_lines import LINES as SHORT  # noqa: E402
from tests.rules.notice_lines_2 import MORE  # noqa: E402
from tests.rules.notice_lines_3 import OTHERS  # noqa: E402

from mingbai.desk.quick_reader import shipped_words  # noqa: E402
from mingbai.rules.language import mostly_english  # noqa: E402
from mingbai.rules.notice import asked, columns, likely, recurs  # noqa: E402
from mingbai.rules.notice.asked import mentioned_in, parts_of, parts_of_whole, questions  # noqa: E402
from mingbai.rules.notice.column_signs import list_signs  # noqa: E402
from mingbai.rules.notice.days import days_of  # noqa: E402
from mingbai.rules.notice.notice import same_text, setting_of, whole_text  # noqa: E402
from mingbai.rules.notice.pieces import Signs  # noqa: E402
from mingbai.rules.notice.signs import signs_of  # noqa: E402

LINES = ROOT / "tests" / "lines"
SHORT_ON = "2026-11-23"
"""The day on which the short lines are read."""
ONE_IN = 40
SHARES = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)

UNTOLD = ("notices_open9", "notices_open12", "notices_open13", "notices_open15")
"""Sets that tell of no columns where there are some."""

# --- What is asked of a row ------------------------------------------------------------------------


def _open_rows() -> Rows:
    return {path.stem: _rows(path) for path in sorted(LINES.glob("notices_open*.jsonl"))}


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _due_rows() -> Rows:
    told = [*PROMISED, *COMPETING, *WANTED, *FURTHER]
    told += [(text, wanted["due_on"]) for text, wanted in (*SHORT, *MORE, *OTHERS) if "due_on" in wanted]
    short = [{"text": text, "today": SHORT_ON, "due_on": due} for text, due in dict(told).items()]
    return _open_rows() | {"short": short}


def _ask_rows() -> Rows:
    short = [{"text": text, "today": SHORT_ON, "asks": codes} for codes, text in asking()]
    told = {name: rows for name, rows in _open_rows().items() if name not in OF_DAYS_ALONE | SPARING}
    return told | {"short": short}


def _column_rows() -> Rows:
    told = {name: rows for name, rows in _open_rows().items() if name not in OF_DAYS_ALONE.union(UNTOLD)}
    return told | {"framed": [{"text": text, "columns": names} for text, names in column_lines()]}


def _due_lines(row: Row) -> Iterator[Line]:
    today = date.fromisoformat(row["today"])
    same = same_text(row["text"])
    days = days_of(same, today, shipped_words().working)
    of_days, of_text = signs_of(same, days, today)
    places: dict[date, list[Signs]] = {}
    for day, signs in zip(days, of_days, strict=True):
        places.setdefault(day.day, []).append(signs)
    due = date.fromisoformat(row["due_on"]) if row.get("due_on") else None
    yield Line(tuple((day, tuple(some)) for day, some in places.items()), of_text, due)


def _period_rows() -> Rows:
    known = {
        name: [row for row in rows if "period" in row]
        for name, rows in _open_rows().items()
        # Where a single limit stands beside a rhythm, these tell of the limit.
        if name not in OF_DAYS_ALONE
    }
    told = {text: wanted["period"] for text, wanted in (*SHORT, *MORE, *OTHERS) if "period" in wanted}
    return known | {
        "short": [{"text": text, "today": SHORT_ON, "period": period} for text, period in told.items()]
    }


PERIODS = {
    "day": "daily",
    "week": "weekly",
    "month": "monthly",
    "quarter": "quarterly",
    "half_year": "half_yearly",
    "year": "yearly",
}
"""What a period is called in the lines, where the program has another name."""


def _period_lines(row: Row) -> Iterator[Line]:
    today = date.fromisoformat(row["today"])
    same, working = same_text(row["text"]), shipped_words().working
    found, of_text = recurs.places(same, days_of(same, today, working), today, working)
    places: dict[str, list[Signs]] = {}
    for rhythm, signs in found:
        places.setdefault(rhythm.period.code, []).append(signs)
    wanted = str(row["period"] or "once")
    right = None if wanted == "once" else PERIODS.get(wanted, wanted)
    yield Line(tuple((code, tuple(some)) for code, some in places.items()), of_text, right)


def _ask_lines(row: Row) -> Iterator[Line]:
    wanted = set(row.get("asks") or ())
    maybe = set(row.get("asks_also") or ()) - wanted
    for code, line in _asked_in(row):
        if code not in maybe:
            yield replace(line, right=code if code in wanted else None)


def _asked_in(row: Row) -> Iterator[tuple[str, Line]]:
    setting, columns = setting_of(row["text"], date.fromisoformat(row["today"]), shipped_words().working)
    for code, whole, places in questions(setting, mentioned_in(setting, columns)):
        answers = ((code, tuple(signs for _, signs in places)),)
        yield code, Line(answers, whole, None, parts_of(code), parts_of_whole(code))


def _column_lines(row: Row) -> Iterator[Line]:
    same, whole = same_text(row["text"]), whole_text(row["text"])
    english = mostly_english(same)
    ways = tuple(
        (
            tuple(whole[start:end] for start, end in way.spans),
            (list_signs(same, whole, way, english=english),),
        )
        for way in columns.ways_in(same, whole, english=english)
    )
    none = columns.NONE_EN if english else columns.NONE
    yield Line(ways, [(none, 1.0)], tuple(row.get("columns") or ()) or None)


# --- The tables ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Table:
    """A table of weights that is shipped: what it is learnt from and how, and how one tells whether it holds."""

    resource: str
    rows: Callable[[], Rows]
    lesson: Lesson
    told: Callable[[Sequence[Row], Weights], str]


def digest(table: Table) -> str:
    """Stands for how it was learnt and what from: its numbers, all rows, and of one in so many the signs seen in it.

    Changed words of a rule change the signs of hundreds of lines, so that a few of them tell.
    """
    lesson = table.lesson
    numbers = {
        field.name: sorted(value) if isinstance(value, frozenset) else value
        for field in fields(lesson)
        if not callable(value := getattr(lesson, field.name))
    }
    seen = hashlib.sha256(repr(numbers).encode())
    for name, rows in table.rows().items():
        seen.update(json.dumps([name, rows], ensure_ascii=False, sort_keys=True, default=str).encode())
        for row in rows[::ONE_IN]:
            seen.update(repr(list(lesson.lines(row))).encode())
    return seen.hexdigest()[:16]


def write(table: Table, weights: Weights) -> Path:
    """The table that is shipped, part by part, the heaviest signs first."""
    path = ROOT / "resources" / table.resource
    rows = [f"# {digest(table)}"]
    for part, signs in sorted(weights.items()):
        rows += [f"[{part}]"] if part else []
        kept = sorted(signs.items(), key=lambda one: (-abs(one[1]), one[0]))
        # A sign that ends a line, whichever of them it is, would break its row.
        rows += [f"{round(weight * 100)}\t{sign}" for sign, weight in kept if sign.splitlines() == [sign]]
    path.write_text("\n".join([*rows, ""]), encoding="utf-8")
    return path


# --- How well it holds -----------------------------------------------------------------------------


def _due_told(rows: Sequence[Row], weights: Weights) -> str:
    """How many due dates are told rightly, of those told and of those there are, by how likely they must be."""
    return _told([line for row in rows for line in _due_lines(row)], weights)


def _periods_told(rows: Sequence[Row], weights: Weights) -> str:
    """The same of periods."""
    return _told([line for row in rows for line in _period_lines(row)], weights)


def _told(lines: Sequence[Line], weights: Weights) -> str:
    there = sum(line.right is not None for line in lines)
    parts = []
    for least in SHARES:
        best = [max(found, key=lambda one: one[1]) for line in lines if (found := shares_of(line, weights))]
        due = [line.right for line in lines if line.answers]
        shown = [(day, wanted) for (day, share, _), wanted in zip(best, due, strict=True) if share >= least]
        right = sum(day == wanted for day, wanted in shown)
        parts.append(
            f"{least}: {right}/{len(shown)} = {right / max(1, len(shown)):.3f}, found {right / max(1, there):.2f}"
        )
    return "  ".join(parts)


def _asks_told(rows: Sequence[Row], weights: Weights) -> str:
    """In how many texts something is told that is not asked, and how much of what is asked is told."""
    found = [
        (row, {code: max(one for _, one, _ in shares_of(line, weights)) for code, line in _asked_in(row)})
        for row in rows
    ]
    parts = []
    for least in SHARES:
        counted: Counter[str] = Counter()
        for row, likely_asked in found:
            wanted, told = (
                set(row["asks"] or ()),
                {code for code, one in likely_asked.items() if one >= least},
            )
            counted["false"] += bool(told - wanted - set(row.get("asks_also") or ()))
            counted["right"] += len(told & wanted)
            counted["there"] += len(wanted)
        parts.append(f"{least}: false in {counted['false']} texts, {counted['right']} of {counted['there']}")
    return "  ".join(parts)


def _columns_told(rows: Sequence[Row], weights: Weights) -> str:
    """How lists are read: right, wrong, missed, false."""
    counted: Counter[str] = Counter()
    for line in (line for row in rows for line in _column_lines(row)):
        parts = shares_of(line, weights)
        got = columns.told([one for one, _, _ in parts], [share for _, share, _ in parts])
        if got == line.right:
            counted["right" if got else "silent"] += 1
        else:
            counted["false" if line.right is None else "wrong" if got else "missed"] += 1
    return "  ".join(f"{name} {times}" for name, times in sorted(counted.items()))


_DUE = Lesson(
    _due_lines,
    step=0.06,
    in_rows=4,
    least=0.1,
    margin=2.5,
    unread_is_none=True,
    # Most of their lines are harder than what a desk gets, and they are more than all others.
    in_one=frozenset(OF_DAYS_ALONE),
)
TABLES = {
    "columns": Table(
        columns.WEIGHTS, _column_rows, Lesson(_column_lines, rounds=20, in_rows=3), _columns_told
    ),
    "due": Table(likely.WEIGHTS, _due_rows, _DUE, _due_told),
    "period": Table(
        recurs.WEIGHTS, _period_rows, Lesson(_period_lines, step=0.06, in_rows=3, least=0.06), _periods_told
    ),
    "asks": Table(
        asked.WEIGHTS, _ask_rows, Lesson(_ask_lines, seeds=(1, 2), in_rows=4, least=0.2), _asks_told
    ),
}


def main() -> int:
    """Learn, or tell how well what is learnt holds."""
    asking_for = argparse.ArgumentParser(
        description="Learns what the days and the words of a notice are for."
    )
    asking_for.add_argument("table", nargs="?", choices=sorted(TABLES), help="one of the tables alone")
    asking_for.add_argument(
        "--held-out", action="store_true", help="leave each set out in turn; write nothing"
    )
    given = asking_for.parse_args()
    for name, table in TABLES.items():
        if given.table not in (None, name):
            continue
        known = table.rows()
        if not given.held_out:
            print(write(table, learn(table.lesson, known)).name)
            continue
        for left_out, rows in known.items():
            others = {other: some for other, some in known.items() if other != left_out}
            print(f"{left_out:<16} {table.told(rows, learn(table.lesson, others))}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
