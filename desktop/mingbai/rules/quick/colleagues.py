"""The colleague to whom a typed line gives the work: `@李梅`, `@lm`, 由李梅报."""

from __future__ import annotations

import re

from mingbai.domain.calendar_names import MONTH_EN
from mingbai.domain.pattern import pattern
from mingbai.domain.text import fold
from mingbai.rules.quick.line import Line
from mingbai.rules.quick.names import Vocabulary

_AT = pattern(r"(?:(?<=^)|(?<=[\s,，;；。、]))@|(?<=[\u4e00-\u9fff])@|＠")
_FIRST_WORD = pattern(r"[A-Za-z][a-z'’-]+(?![\w@.])|[\u4e00-\u9fff]{2,3}(?![\u4e00-\u9fff])")
_GIVEN_TO = pattern("(?:由|让|请|派|叫|交给|安排|经办人?[:：]?)$")
_DAY_BEHIND = rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Tue|Wed|Thu|Fri)\b|(?i:{MONTH_EN})\.? \d"
"""No second name: @Zeng Friday; but Sun, Jun and May are names."""
_UNKNOWN_PERSON = pattern(
    r"[\u4e00-\u9fff·]{2,4}(?![\u4e00-\u9fff])|(?:[A-Z][a-z]+){1,3}(?: "
    rf"(?!{_DAY_BEHIND})(?:[A-Z][a-z]+)+)?(?!\.?[\w@])"
)
_IN_ONE_WORD = pattern(r"(?:[A-Z][a-z]+){2,3}(?!\.?[\w@])")
"""A Latin name as addresses have it, without its spaces: LiMei."""
_EVERYBODY = pattern(
    r"(?:所有人|全体成员|全体人员|大家|各位)(?![\u4e00-\u9fff])|(?:all|everyone|everybody|here)(?![\w.])"
)
"""Whom a group is called by: the work is nobody's yet."""


def take_owner(line: Line, words: Vocabulary) -> None:
    """`@李梅`, `@Li Mei`, `@LiMei`, `@lm`; a name not on the list as far as it surely goes."""
    for at in _AT.finditer(line.text):
        start = at.end()
        if everybody := _EVERYBODY.match(line.same, start):
            line.drop(at.start(), everybody.end())
            continue
        for names in (words.people.han, words.people.latin):
            if found := _matched(names, line.same, start):
                line.take("owner", words.people.meant[found], at.start(), start + len(found))
                return
        letters = re.compile(r"[a-z]{2,4}(?![\w.])").match(line.same, start)
        if letters and (spelled := words.people.spelled(letters[0])):
            line.take("owner", spelled, at.start(), letters.end())
            return
        whole = _IN_ONE_WORD.match(line.text, start)
        if whole is not None and (one := words.people.meant.get(fold(_parted(whole[0])))):
            line.take("owner", one, at.start(), whole.end())
            return
        word = _FIRST_WORD.match(line.text, start)
        if word is not None and (part := words.people.part_of(word[0])):
            line.take("owner", part, at.start(), word.end())
            return
        if (unknown := _UNKNOWN_PERSON.match(line.text, start)) is not None:
            first, gap, _ = unknown[0].partition(" ")
            # @Shen Health Bureau: what begins a unit's name is none of a person.
            unit = gap and words.units.latin.match(line.same, start + len(first) + 1)
            name = first if unit else unknown[0]
            if called := words.units.meant.get(fold(_parted(name))):
                line.take("department", called, at.start(), start + len(name))
                continue
            line.take("owner", name, at.start(), start + len(name), unknown=True)
            return


def _parted(name: str) -> str:
    """Li Mei of LiMei."""
    return re.sub("(?<=[a-z])(?=[A-Z])", " ", name)


def take_named(line: Line, words: Vocabulary) -> None:
    """A colleague by the whole name, without an @, where it stands alone or the work is given to it: 由李梅报."""
    if line.value("owner") is not None:
        return
    for found in words.people.han.finditer(line.same):
        start, end = found.span()
        given = _GIVEN_TO.search(line.same[:start])
        if (given or line.begins(start, end)) and (given or line.ends(start, end)):
            line.take("owner", words.people.meant[found[0]], given.start() if given else start, end)
            return
    for found in words.people.latin.finditer(line.same):
        start, end = found.span()
        written = line.text[start:end].split()
        # Initials and a word in small letters are no name.
        if len(written) > 1 and all(word[0].isupper() for word in written):
            line.take("owner", words.people.meant[found[0]], start, end)
            return


def _matched(names: re.Pattern[str], text: str, start: int) -> str | None:
    # The pattern looks at the sign before, which is the @ itself.
    found = names.match(text[start:])
    return found[0] if found else None
