"""Lists of columns in English: columns: name, ID number; the list (name, address, phone)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import islice

from mingbai.domain.calendar_names import MONTH_NAMES, WEEKDAY_NAMES
from mingbai.domain.pattern import pattern
from mingbai.rules.columns import known

Span = tuple[int, int]

MOST_PLACES = 300
LONGEST = 36
MOST_WORDS = 5


class Said(IntEnum):
    """How plainly it is said that columns follow."""

    LINE = 0
    """A line of its own, divided as a table is."""
    CONTAINS = 1
    FORM = 2
    COLUMNS = 3


_ENGLISH = pattern("[a-z]{4}")


def english_lists(same: str) -> Iterator[tuple[tuple[Span, ...], int, int, bool]]:
    """The lists in a folded text at places where it is said that columns follow: the places of their names, where and
    how plainly it is said, and whether they are columns by that.
    """
    if not _ENGLISH.search(same):
        return
    for start, end, said in islice(_places(same), MOST_PLACES):
        for spans in _lists(same, start, end, said):
            named = _named(same, spans)
            if named:
                names = [same[left:right] for left, right in named]
                yield named, named[0][0], said, _are_columns(names, said)


# --- where a list may begin ---------------------------------------------------------------------

_FORM = (
    r"(?:lists?|registers?|forms?|sheets?|spreadsheets?|tables?|rosters?|returns?|logs?|inventory|inventories|schedules?|ledgers?|templates?|files?|surveys?"
    r"|census|questionnaires?|breakdown|records?|directory|data|details?|information|figures?|particulars|cards?|count|worksheet|rows?|line|entry|entries)"
)
_LINK = r"(?:\s{0,3}(?:are|is|be|should\s+be|must\s+be|to\s+be|required|needed|wanted|to\s+fill\s+in|include[sd]?|to\s+include|as\s+follows|each|below|only|the\s+following|for|of|in\s+this\s+order|with)(?=[\s:=–—-]))"
_COLUMNS = pattern(
    rf"\b(?:columns?|fields?|column\s+(?:names|heads|headings)|headings?|headers?|particulars)\b{_LINK}{{0,4}}(?:\s{{0,2}}\([^()\n]{{1,12}}\))?\s{{0,3}}[:=–—-]{{0,2}}\s{{0,4}}(?:the\s+)?"
)
_BRACKET = pattern(
    rf"\b{_FORM}\b[^.;:()\n]{{0,40}}[(]\s{{0,2}}(?:(?:with|columns?|fields?|giving|showing|stating|including|containing|headings?)\s{{0,2}}:?\s{{0,2}})?"
)
_FORM_THEN = pattern(
    rf"\b{_FORM}\b[^.,;:()\n]{{0,40}}\s?(?:[:–—]|\s-\s)\s{{0,4}}|\b{_FORM}\b[^()\n]{{0,90}}[.:]\s{{0,3}}\n\s{{0,4}}"
)
_SAYS = pattern(
    r"\b(?:including|includ(?:es?|ing)|with(?!in|out)|listing|giving|asks?\s+for|stating|showing|containing|contain(?:s|ing)?|fill\s+in|provide|record(?:ing)?|list|state|show|give|covering|has|have|enter(?:ing)?"
    r"|register(?!\s+(?:includ|contain|has|list|show|ask|with))|write\s+down|note\s+down|noting|note|set\s+out|setting\s+out|put(?:\s+down)?|send(?:\s+(?:us|me))?|tell\s+us|made\s+up\s+of|consist(?:s|ing)\s+of|(?:we\s+)?needs?(?:\s+for\s+(?:each|every)\s+\w+)?)\b\s{0,4}:?\s{0,4}"
    r"(?:the\s+)?(?:(?:following|each\s+\w+['’]s|every\s+\w+['’]s|their|his\s+or\s+her|its|columns?|fields?|details?|information)\s{0,4}:?\s{0,4}){0,3}(?:(?:for|of)\s+)?"
)
_LINE = pattern(r"(?:^|(?<=\n))[ \t]*[|]?[ \t]*(?=[a-z])")


def _places(same: str) -> Iterator[tuple[int, int, Said]]:
    every = len(same)
    for found in _COLUMNS.finditer(same):
        yield found.end(), every, Said.COLUMNS
    for found in _BRACKET.finditer(same):
        closing = same.find(")", found.end(), found.end() + 300)
        if closing > 0:
            yield found.end(), closing, Said.FORM
    for found in _FORM_THEN.finditer(same):
        yield found.end(), every, Said.FORM
    for found in _SAYS.finditer(same):
        yield found.end(), every, Said.CONTAINS
    for found in _LINE.finditer(same):
        yield found.end(), every, Said.LINE
    for found in _NUMBERED.finditer(same):
        yield *found.span(), Said.FORM
    if any(mark in same for mark in ("|", "\t", "→", "->")):
        for found in _TABLE.finditer(same):
            yield *found.span(), Said.FORM


# --- the names that stand there -----------------------------------------------------------------

# Two names joined by "and" and more: where it is too long all the same it ends with a word.
_ITEM = r"[a-z](?:[a-z'’ -]|(?<=\bno)\.){1,80}(?![a-z])(?:\([^)\n]{1,30}\))?"
_AND = rf"(?:\s{{0,2}}(?:and|or|&)\s{{1,2}}{_ITEM})?"
_COMMAS, _OTHERS = (
    pattern(rf"{_ITEM}(?:\s{{0,4}}{mark}\s{{0,4}}(?:and\s+|or\s+)?{_ITEM}){{{fewest},40}}{_AND}")
    for mark, fewest in (("[,;]", 0), (r"(?:[|\t/→]|->)", 1))
)
_TABLE = pattern(rf"{_ITEM}(?:[ \t]{{0,4}}(?:[|\t→]|->)[ \t]{{0,4}}{_ITEM}){{2,40}}")
_LINES = pattern(rf"(?:[ \t]*(?:[-•*]|\d{{1,2}}[.)])?[ \t]*{_ITEM}[,;.]?[ \t]*(?:\n|$)){{3,40}}")
_IN_LINES = pattern(r"[ \t]*(?:[-•*]|\d{1,2}[.)])?[ \t]*([^\n]+?)[,;.]?[ \t]*(?:\n|$)")
_NUMBERED = pattern(r"(?:(?:\(?\d{1,2}[.)]|[①-⑳])\s?[a-z][a-z'’ -]{1,40}[,;.]?\s{0,3}){3,40}")
_NUMBER = pattern(r"(?:\(?\d{1,2}[.)]|[①-⑳])\s?([a-z][a-z'’ -]{1,40})")
_PIECE = pattern(r"(?:[^,;|\t(/→>-]|-(?!>)|\([^)]*\))+")


def _lists(same: str, start: int, end: int, said: Said) -> Iterator[list[Span]]:
    found = _OTHERS.match(same, start, end)
    if found is not None:
        yield [one.span() for one in _PIECE.finditer(same, *found.span())]
    if said > Said.LINE and (found := _COMMAS.match(same, start, end)) is not None:
        comma, other = (same.find(mark, *found.span()) for mark in ",;")
        # Where commas divide the names these end there: name, age and address; photos needed.
        last = other if 0 <= comma < other else found.end()
        yield [one.span() for one in _PIECE.finditer(same, found.start(), last)]
    for whole, piece in ((_LINES, _IN_LINES), (_NUMBERED, _NUMBER)):
        found = whole.match(same, start, end)
        if found is not None:
            yield [one.span(1) for one in piece.finditer(same, *found.span()) if one.end(1) > one.start(1)]


_HEAD = pattern(
    r"\s*(?:and\s+|or\s+)?(?:(?:with|including|giving|showing|stating|listing|for)\s+)?(?:us\s+)?(?:the\s+|their\s+|his\s+or\s+her\s+|its\s+|a\s+|an\s+|each\s+|every\s+)?"
)
_ATTACHED = pattern(r"\s*(?:and\s+)?(?:with|attach(?:ing|ed)?|then|please|plus)\s")
_TAIL = pattern(
    r"\s+(?:by|to\s+(?:us|the|me|our)|to\s+be|before|for\s+(?:each|every|all|the)|in\s+(?:that|this|the|one|excel)|on\s+(?:the|one|a)|per|at|only|please|and\s+(?:send|return|submit|then|hand)|each|is|are|must|should|will|as\s+(?:well|columns?)|no\s+later|within|when|where|which|that|if|so|until|due)\b.*$"
)
_EDGES = " .'\"-–"
_BOTH = pattern(r"\s+(?:and|&)\s+")


def _named(same: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    named: list[Span] = []
    for number, (start, end) in enumerate(spans):
        if number and _ATTACHED.match(same, start, end):
            break
        parts = [(start, end)]
        both = _BOTH.search(same, start, end)
        if number == len(spans) - 1 and both is not None and both.start() > start:
            parts = [(start, both.start()), (both.end(), end)]
        kept = 0
        for begins, right in parts:
            head = _HEAD.match(same, begins, right)
            left = head.end() if head else begins
            said = _TAIL.sub("", same[left:right])
            name = said.strip(_EDGES)
            if not can_be(name):
                break
            left += len(said) - len(said.lstrip(_EDGES))
            named.append((left, left + len(name)))
            kept += 1
        if kept < len(parts):
            break
    return tuple(named)


# --- whether they are columns -------------------------------------------------------------------

_SURE = pattern(
    r"\b(?:(?:full\s+)?names?|id(?:\s+(?:card\s+)?(?:number|no\.?))?|(?:phone|telephone|mobile|contact|card|bank|account|house|door|plate|licen[cs]e|certificate|room|serial|passport)(?:\s+(?:phone\s+)?(?:numbers?|no\.?))?"
    r"|numbers?(?:\s+of\s+[\w\s]+)?|address(?:es)?|sex|gender|ages?|dates?(?:\s+of\s+[\w\s]+)?|birth\s{0,4}date|occupation|employer|relationship(?:\s+to\s+[\w\s]+)?|ethnic(?:ity|\s+group)|education|status|type|kind|category|remarks?|notes?"
    r"|area|amount|reason|cause|location|place(?:\s+of\s+[\w\s]+)?|progress|result|person\s+in\s+charge|contact(?:\s+person)?|signature|unit|building|floor|income|health(?:\s+condition)?|condition|degree|level|model|quantity|time|measures?(?:\s+taken)?"
    r"|guardian|school|grade|position|title|email|owners?|tenants?|flat|hours?|household(?:er)?|head\s+of\s+household|nationality|language|needs?|problem|issue|size|species|crop|yield|destination|disability(?:\s+(?:type|level|grade))?"
    r"|origin|capacity|length|width|height|depth|weight|volume|distance|temperature|price|cost|value|brand|colou?r|balance|expiry|frequency|duration|specification|item|code|keeper|inspector|serial|price|rate|subject|purpose|limit|reading|route|coordinates)$"
)
_LIKE = pattern(
    r"(?:\b(?:goods|make|use|state|source|size|span|class|village|community|district|parking\s+space|space|shop|work|job|skills?|wish(?:es)?|plan|action|outcome|treatment|diagnosis|hospital|materials?|stock|budget|spending|income|insurance|vaccine|dose|breed|plot|variety|fee|tax|wage|pay|gap|shift|duty|group|branch|grid|zone|line|storage|supply|equipment|facility|fault|defect|risk|hazard|repair|rectification|check|visit|follow-up|kept|found|taken|held|issued|paid|owed|used|left|needed|served|affected|planned|attended|\w{3,}ed)"
    r"|\b\w{3,}(?:er|or|ee|ist|ity|ness|tion|sion|ment|ance|ence|age|ure))$"
)
_NAMED = "|".join((*(day.en for day in WEEKDAY_NAMES), *MONTH_NAMES)).lower()
_NEVER = pattern(
    r"\b(?:please|must|should|shall|will|can|could|may|we|you|they|i|it|them|us|our|your|this|these|those|there|here|today|tomorrow|tonight"
    rf"|{_NAMED}|bureau|federation|committee|department|send|submit|return|bring|attend|thanks?|dear|hello|hi|regards|from|until|by|because|not|no(?!\.)|without|also|was|were|has|have|do|does|hold|make\s+sure|check\s+the)\b|^(?:and|or|the|a|an|to|of|in|on|at|for|if|so)\b"
)
_PEOPLE = pattern(r"(?:s|people|children|men|women)$")
"""Plural all of them: pensioners, tenants, families are people, no columns."""


def level(name: str) -> int:
    """How likely a name is one of a column: surely, perhaps, openly, never."""
    if _SURE.search(name) or known(name):
        return 3
    return 2 if _LIKE.search(name) else int(can_be(name))


def can_be(name: str) -> bool:
    """Whether a few words can be the name of a column."""
    return 1 < len(name) <= LONGEST and len(name.split()) <= MOST_WORDS and not _NEVER.search(name)


def _are_columns(names: Sequence[str], said: Said) -> bool:
    count = len(names)
    if count < 2:
        return False
    sure = sum(bool(_SURE.search(name)) or known(name) for name in names)
    like = sum(bool(_LIKE.search(name)) and not _SURE.search(name) for name in names)
    if sure < 2 and all(_PEOPLE.search(name) for name in names):
        return False
    if said is Said.COLUMNS:
        return 3 * (sure + like) >= count and sure > 0
    if said is Said.FORM:
        return sure == 2 if count == 2 else sure > 0 and 2 * (sure + like) >= count
    if said is Said.CONTAINS:
        return sure > 1 and sure + like / 2 >= 0.6 * count
    return count > 2 and sure > 0 and sure + like / 2 >= 0.6 * count
