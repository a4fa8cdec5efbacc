"""The first ten minutes, walked through once in each language and size: words, keyboard, room."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication
from tests.ui.conftest import SampleBook
from tests.ui.observing import Seen, Walks, jumps, observed
from tests.ui.opening import new_book, opened_window
from tests.ui.walking import walk, walk_first_run

from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import Language
from mingbai.ledger.ledger import Ledger
from mingbai.ui.look.look import Look

Walked = Callable[..., tuple[Seen, ...]]

USUAL, SMALL = (1280, 800), (1366, 728)
"""728: of 768, a panel of the system and a title bar take the rest."""

LANGUAGES: tuple[Language, ...] = ("zh", "en")
WALKS: tuple[tuple[Language, float, str], ...] = (
    ("zh", 1.0, "whole"),
    ("zh", 1.0, "empty"),
    ("zh", 2.0, "pages"),
    ("en", 1.0, "whole"),
    ("en", 1.0, "empty"),
    ("en", 2.0, "whole"),
)
"""English is the longer one: it is walked whole where room is short."""
TABBED = (("zh", 1.0, "whole"), ("en", 2.0, "whole"))
"""The order of stops depends on where things lie, not on words."""
MARKED_UP = ("zh", 1.0, "whole")
"""What was typed looks the same on every walk; on one of them it is what Qt would take for markup."""


@pytest.fixture(scope="module")
def walked(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, sample_book: SampleBook
) -> Iterator[Walked]:
    """What was seen on a walk in a language, at a scale, over the sample or an empty ledger; each walked once."""
    folder = tmp_path_factory.mktemp("1")
    before = QStandardPaths.writableLocation
    QStandardPaths.writableLocation = staticmethod(lambda _: str(folder))  # type: ignore[method-assign]

    @cache
    def seen(language: Language, scale: float, kind: str) -> tuple[Seen, ...]:
        look, size = Look("light", language, scale), USUAL if scale == 1.0 else SMALL
        tabs: Walks | None = {} if (language, scale, kind) in TABBED else None
        found: list[Seen] = []
        if kind == "whole":
            found += [observed(scene, tabs=tabs) for scene in walk_first_run(folder, look, size)]
        place = folder / f"{language}-{scale}-{kind}"
        place.mkdir()
        name = {"zh": "空.mingbai", "en": "Empty.mingbai"}[language]
        book = new_book(place / name, language) if kind == "empty" else sample_book(language)
        if (language, scale, kind) == MARKED_UP:
            marked_up(book := Path(shutil.copy(book, place)))
        with opened_window(book, place / "0", look, size) as window:
            found += [observed(scene, tabs=tabs) for scene in walk(window, briefly=kind != "whole")]
        return tuple(found)

    yield seen
    QStandardPaths.writableLocation = before  # type: ignore[method-assign]


TYPED_INTO = ("task", "issue", "certificate", "demand", "department")


def marked_up(path: Path) -> None:
    """Gives entries names that Qt would take for markup, as a person may type them."""
    with Ledger(path) as ledger, ledger.act("change") as act:
        for code in TYPED_INTO:
            register = REGISTERS[code]
            for entry in ledger.entries(register):
                name = register.titled
                text = entry.stored[name]
                if isinstance(text, str) and not register.fields[name].column.to:
                    act.change(register, entry.uid, {name: f"<b>{text}</b>"})


def everything(walked: Walked, language: Language) -> Iterator[Seen]:
    """All walks of a language."""
    for one, scale, kind in WALKS:
        if one == language:
            yield from walked(one, scale, kind)


def told(found: dict[str, list[str]]) -> str:
    """Findings with the scenes they were seen in."""
    return "\n".join(f"{what}   [{', '.join(scenes[:3])}; {len(scenes)}]" for what, scenes in found.items())


# Words.

HAN = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
LATIN = re.compile(r"[A-Za-z][A-Za-z']+")

GLOSS = re.compile(r"\(《[^()]*》[^()]*\)")
"""A document is called in English, with its own name behind: people have to find it."""

KEPT_IN_EN = ("简体中文", "明白账")
"""A language is offered under its own name, and the product has one."""

KEPT_IN_ZH = re.compile(
    "Alt|Ctrl|Delete|Down|End|Enter|Esc|Home|Left|PgDown|PgUp|Right|Shift|Space|Tab|Up"
    "|Excel|PDF|MB|KB|csv|xls|xlsx|mingbai|APP|App|English|hj"
    "|Mingbai|Ledger|MIT|LGPL|Apache|Linux|Python|PySide|Qt|RapidFuzz|SQLite|python|calamine|openpyxl|sqlite|utils"
)
"""Keys as they stand on the keyboard, kinds of files, names of the parts the program is made of."""

CODES = re.compile(
    r"(?:[A-Z]+\d*-)*[A-Z]+\d*-[A-Z\d]+(?:-\d+)*"  # 2026-A-0001, GD-APP-1
    r"|\b[a-z\d]+(?:[._][a-z_\d]+)+(?:，[a-z_]+)?\b"  # the machine's names of figures and units
    r"|[\w.-]*/[\w./ -]*|\bHX?\d+\b|\b[\w-]+\.(?:mingbai|xlsx|csv|pdf)\b|\S*-backups\b"
    r"|\bLinux-\S+|\b(?:DB|GB)/?T? ?[\d/T -]+"
)
"""What is no word: numbers of entries and rules, paths, the system's own name, standards."""

TWO_TONGUED = {
    "department": ("also", "source"),
    "certificate_type": ("also", "source", "region"),
    "issue_category": ("source",),
    "holiday": ("source",),
    "rule": ("kinds", "words", "excluded"),
    "work_kind": ("code", "source"),
}
"""Fields of shipped lists that hold both languages, or one only: by-names to be recognised, and sources."""


def shipped(language: Language, book: Path) -> set[str]:
    """Texts of shipped lists that stand in one language, or in the other half of a pair."""
    found: set[str] = set()
    with Ledger(book) as ledger:
        for register in REGISTERS.values():
            if not register.naming and register.code not in (
                "holiday",
                "rule",
                "work_kind",
                "allowed_plaque",
                "time_limit",
            ):
                continue
            pairs = {name: field.column.english for name, field in register.fields.items()}
            twins = {one for name, english in pairs.items() if english for one in (name, english)}
            for entry in ledger.entries(register):
                for name in twins | set(TWO_TONGUED.get(register.code, ())):
                    field = register.fields[name]
                    if entry.stored[name] is not None:
                        found.add(field.show(entry.stored[name], language, lambda uid, _: uid))
    return found


def strange(text: str, language: Language) -> bool:
    """Whether a text holds a word of the other language without gloss."""
    if language == "en":
        plain = GLOSS.sub("", text)
        for kept in KEPT_IN_EN:
            plain = plain.replace(kept, "")
        return HAN.search(plain) is not None
    return any(KEPT_IN_ZH.fullmatch(word) is None for word in LATIN.findall(CODES.sub("", text)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_other_language(walked: Walked, language: Language, tmp_path: Path) -> None:
    known = shipped(language, new_book(tmp_path / "lists.mingbai", language))
    found: dict[str, list[str]] = {}
    for seen in everything(walked, language):
        for where, text in seen.texts:
            # A filter is typed, and the words of its grammar may be of either language.
            typed = where.startswith("FilterLine/")
            if strange(text, language) and text not in known and not typed:
                found.setdefault(f"{where}: {text}", []).append(seen.scene)
    assert found == {}, told(found)


def test_what_counts_as_strange() -> None:
    assert strange("Civil Affairs，12", "en")
    assert strange("Recorded: 亲属关系证明", "en")
    assert not strange("Several Provisions (《整治形式主义为基层减负若干规定》)", "en")
    assert strange("请 save 一下", "zh")
    assert not strange("导出 Excel，2026-A-0001，Ctrl+E", "zh")


def test_no_label_and_no_tip_takes_what_was_typed_for_markup(walked: Walked) -> None:
    found: dict[str, list[str]] = {}
    for seen in walked(*MARKED_UP):
        for what in seen.rich:
            found.setdefault(what, []).append(seen.scene)
    assert found == {}, told(found)
    typed = [seen.scene for seen in walked(*MARKED_UP) if any("<b>" in text for _, text in seen.texts)]
    assert len(typed) > 3


# The keyboard and screen readers.


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_takes_the_focus_has_a_name(walked: Walked, language: Language) -> None:
    found: dict[str, list[str]] = {}
    for seen in everything(walked, language):
        for stop in seen.stops:
            if not stop.name:
                found.setdefault(f"no name: {stop.what}", []).append(seen.scene)
            elif stop.icon_only and not stop.tip:
                found.setdefault(f"no tip: {stop.what} {stop.name}", []).append(seen.scene)
    assert found == {}, told(found)


@pytest.mark.parametrize("way", TABBED)
def test_tab_reaches_everything_as_one_reads(walked: Walked, way: tuple[Language, float, str]) -> None:
    found: dict[str, list[str]] = {}
    for seen in walked(*way):
        for stop in seen.missed:
            found.setdefault(f"never reached: {stop.what} {stop.name}", []).append(seen.scene)
        for jump in jumps(seen.walked):
            found.setdefault(f"jumps back: {jump}", []).append(seen.scene)
    assert found == {}, told(found)
    assert sum(len(seen.walked) for seen in walked(*way)) > 500


# Room.


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_without_a_tip(walked: Walked, language: Language) -> None:
    found: dict[str, list[str]] = {}
    for seen in everything(walked, language):
        for text in (*seen.cut, *seen.outside):
            found.setdefault(text, []).append(seen.scene)
    assert found == {}, told(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_window_stays_as_large_as_the_screen(walked: Walked, language: Language) -> None:
    """Content that needs more than there is would push the window over the edge of the screen."""
    way = next(way for way in WALKS if way[0] == language and way[1] == 2.0)
    sizes = {seen.size for seen in walked(*way) if seen.scene in ("today", "task", "review", "report")}
    assert sizes == {SMALL}
