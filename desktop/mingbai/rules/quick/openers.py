"""English words for kinds that open a line without a unit beside them: ledger neighbour disputes, data old wells.

English writes a thing and what it is for in the same way (survey results, meeting room), so such a word names the
kind only where what follows stands on its own: it begins with a plain word that is no head of such a pair (a room,
a person, a paper, a time, a fee; another kind), and what stands there is no sentence. Words that are verbs as well
(check fire doors, list empty flats) open nothing, and neither do those for a stamp or a plaque, which have registers
of their own. And a line that is typed in parts has another one: without a day, a unit or an owner nothing is read.
"""

from __future__ import annotations

from mingbai.domain.pattern import pattern
from mingbai.domain.task import TaskKind
from mingbai.rules.quick.kinds import kind_of
from mingbai.rules.quick.line import Line

_WORDS = pattern(r"[a-z][a-z'’-]*(?:[ ][a-z][a-z'’-]*){0,2}")
_VERBS_TOO = frozenset(
    [
        "report",
        "check",
        "visit",
        "stamp",
        "list",
        "table",
        "book",
        "study",
        "vote",
        "research",
        "group",
        "staff",
        "board",
        "notice",
        "target",
        "pilot",
        "photo",
        "app",
        "share",
        "stand",
        "record",
        "file",
        "sign",
    ]
)
_OTHERWISE = (TaskKind.CERTIFICATE, TaskKind.PLAQUE, TaskKind.TASK)
_PAPERS = (TaskKind.FORM, TaskKind.REPORT, TaskKind.DATA, TaskKind.LOG_BOOK, TaskKind.PLEDGE)
_NEXT = pattern(r"[ ](?P<next>[a-z][a-z'’-]*)(?![\w.@])")
_JOINS = pattern(
    r"(?:the|an?|our|your|their|his|her|my|its|this|that|these|those|every|each|all|some|any|no|of|on|for|about|from|to|at"
    r"|in|into|by|before|until|with|without|and|or|but|as|than|who|what|where|when|why|how|which|we|you|they|he|she|it"
    r"|them|us|not|up|out|off|again|still|already|due|today|tomorrow)$"
)
_HEAD = pattern(
    r"(?:rooms?|halls?|desks?|offices?|cent(?:er|re)s?|stations?|points?|areas?|sites?|grounds?|corners?|windows?|counters?"
    r"|places?|venues?|pits?|rules?|walls?|teams?|officers?|workers?|teachers?|leaders?|managers?|members?|committees?"
    r"|inspectors?|trainers?|trainees?|clerks?|results?|cards?|sheets?|papers?|letters?|notes?|minutes|records?|files?"
    r"|agendas?|packs?|kits?|templates?|materials?|slides|numbers?|pages?|copies|posters?|days?|dates?|times?|weeks?"
    r"|months?|seasons?|hours|periods?|deadlines?|fees?|costs?|money|protection|security|entry|quality|analysis|systems?"
    r"|software|lines?|links?|plans?|programmes?|programs?|courses?|schedules?|schemes?|process|procedures?|polic(?:y|ies)"
    r"|work|jobs?|shoes|clothes|bags?|equipment|cameras?|campaigns?|vans?|columns?|boxes|box|snacks?|lunch|dinner|drinks|cakes?"
    r"|chairs|tables|benches|covers|folders|binders|frames|stickers?|labels|badges|ribbons|pens|pegs|vests|vouchers?|prizes"
    r"|gifts|cables?|cords?|chargers?|wheels|dogs|headsets?|headphones|microphones?|speakers|projectors?|screens|laptops?"
    r"|tablets|passwords?|logins?|accounts|names|calls?|booths?|curtains|banners?|flags|boards?|whiteboards?|magnets|clips"
    r"|tutorials?|textbooks?|books|printing|printers?|toner|ink|renewals?|seats|invitations?|invites|tents|doors|keys|lamps|lights)$"
)
"""What is so called by what it is for."""
_SENTENCE = pattern(
    r"\b(?:is|are|was|were|has|have|had|will|can|cannot|must|should|needs?|does|did|do|don['’]t|didn['’]t|isn['’]t|aren['’]t"
    r"|(?:broken|missing|lost|wrong|leaking)(?=\s*(?:$|(?:again|at|by|in|since)\b)))(?![\w-])"
)
_CLOSES = pattern(r"[,;.!?|()@]")
_OF_A_DATE = pattern(
    r"\b(?:street|road|lane|avenue|square|village|estate|school|movement|incident|revolution"
    r"|rota|roster|schedule|timetable|agenda|menu|programme|program|list|forms?|sheets?|bills?|tickets?|minutes|notes?|photos?"
    r"|pictures?|recordings?|reports?|figures|data|results?|newsletter|edition|issue|deadline|invoices?|receipts?|letters?|orders?"
    r"|notices?|posters?|payroll|accounts?|records?|complaints?|emails?|leftovers)\b"
    r"|\b(?:moved|cancelled|canceled|postponed|passed|went|came|did|said|clash(?:es)?|works?|suits?|looks?)\b"
)
"""What may be called after a date or tells of it: Dec 5 minutes, May 4 Square, Jan 15 was postponed."""
_BESIDE = frozenset(("due", "department", "owner", "period"))


def opening_kind(same: str, start: int) -> tuple[TaskKind, int] | None:
    """The kind that the words from a place on name, and where their name ends."""
    said = _WORDS.match(same, start)
    words = said[0].split(" ") if said is not None else []
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        kind = kind_of(name)
        if kind is None or kind in _OTHERWISE or name in _VERBS_TOO:
            continue
        end = start + len(name)
        return (kind, end) if _stands_apart(same, end) else None
    return None


def _stands_apart(same: str, end: int) -> bool:
    following = _NEXT.match(same, end)
    if following is None:
        return False
    word = following["next"]
    if _JOINS.match(word) or _HEAD.match(word) or kind_of(word) is not None:
        return False
    return _SENTENCE.search(same, end, _end_of(same, end)) is None


def _end_of(same: str, at: int) -> int:
    """Where the sentence or the part of a line ends that goes on at a place."""
    closes = _CLOSES.search(same, at)
    return closes.start() if closes is not None else len(same)


def stands_behind_date(same: str, at: int) -> bool:
    """Whether what follows a date at the beginning of a line is something of its own: tea party for the cleaners."""
    following = _NEXT.match(same, at)
    if following is None or _JOINS.match(following["next"]):
        return False
    end = _end_of(same, at)
    return not (_OF_A_DATE.search(same, at, end) or _SENTENCE.search(same, at, end))


def take_opening_kind(line: Line) -> None:
    """The kind that opens an English line, or stands there behind what was read before it."""
    if line.value("kind") is not None or not any(part.name in _BESIDE for part in line.parts):
        return
    for start, end in line.segments():
        if line.text[:start].strip() and not line.after_part(start):
            continue
        found = opening_kind(line.same, start)
        if found is None or found[1] > end:
            continue
        # Of two words alone the first most often says of what kind the second is (training wheels); a paper is of it.
        two = len(line.same[found[1] : end].split()) == 1 and found[0] not in _PAPERS
        if not two or line.value("department") is not None:
            line.take("kind", found[0].code, start, found[1])
            return
