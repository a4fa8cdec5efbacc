"""The keys of the page Review by name: for Ctrl+K and for the page of keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from mingbai.desk.reviewing import Decided, Waiting
from mingbai.domain.words import Words
from mingbai.ui.command import Command
from mingbai.ui.letters import WRITE
from mingbai.ui.pages.review_card import ACTS, RECHECK
from mingbai.ui.pages.review_chips import ASIDE, CHIPS, LETTER
from mingbai.ui.panel.verdict_keys import CARRY, MARK_AS_CUT, VERDICTS

ASSESS = Words("研判：{what}", "Assess: {what}")
LOOK_AGAIN = Words("复查：{what}", "Recheck: {what}")
SHOW_LIST = Words("研判：看“{list}”", "Review: show “{list}”")
ASIDE_LIST = Words("研判：换列表", "Review: another list")


class Keyed(Protocol):
    """The page, as far as its keys go."""

    def press(self, key: str) -> None: ...
    def says(self, key: str, kind: type) -> bool: ...
    def write_letter(self) -> None: ...
    def has_letter(self) -> bool: ...
    def show_list(self, code: str) -> None: ...
    def go_aside(self) -> None: ...


def commands(page: Keyed) -> Sequence[Command]:
    """All of them, whatever is open; those that say nothing now cannot run."""
    assess = {key: ASSESS.format(what=one.words) for key, one in VERDICTS.items()}
    assess |= {key: ASSESS.format(what=words) for key, words in ACTS.items()}
    again = {key: LOOK_AGAIN.format(what=words) for key, words in RECHECK.items()}
    keyed = ((Waiting, assess), (Decided, {CARRY: MARK_AS_CUT}), (Decided, again))
    return [
        *(_key(page, key, words, kind) for kind, keys in keyed for key, words in keys.items()),
        Command(
            "review.letter",
            ASSESS.format(what=WRITE),
            page.write_letter,
            LETTER,
            "doc",
            enabled=page.has_letter,
        ),
        Command("review.aside", ASIDE_LIST, page.go_aside, "", "scale", heard=ASIDE),
        *(
            Command(
                f"review.list.{code}",
                SHOW_LIST.format(list=words),
                partial(page.show_list, code),
                "",
                "scale",
            )
            for code, words in CHIPS.items()
        ),
    ]


def _key(page: Keyed, key: str, words: Words, kind: type) -> Command:
    code = f"review.{kind.__name__.lower()}.{key}"
    return Command(code, words, partial(page.press, key), key, "scale", enabled=lambda: page.says(key, kind))
