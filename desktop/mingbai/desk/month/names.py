"""What an edition may call things: units by name or by level only, decided entries by their title."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mingbai.desk.glossary import Glossary
from mingbai.desk.month.edition import Edition
from mingbai.domain.department import DEPARTMENTS, Department, Level
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import Decision
from mingbai.domain.sheet import DASH
from mingbai.domain.task import NONE_SEEN, NONE_SEEN_WORDS
from mingbai.ledger.ledger import Entry, Ledger

SHORTEST_ZH, SHORTEST_EN = 3, 6
"""Names shorter than this are words that text may hold without meaning a unit."""

BEFORE_ZH = "[省市县区镇乡]|街道"
BEFORE_EN = "the|an?|our|province|provincial|city|municipal|county|district|town|township|subdistrict"
UNIT_ENDINGS = (*"局委办厅所站院队部会联司处", "中心", "政府", "法庭")
"""How another name (别名) of a unit must end: 妇女主任 and 社会组织 mean more than a unit."""
AFTER_EN = "bureau|office|department|commission|federation|station|committee|centre|counter|desk|window"

HOW_OFTEN = re.compile(
    r"\b(?:daily|(?:half-)?(?:week|month|quarter|year)ly|bimonthly|annual)\s+$", re.IGNORECASE
)
"""What may stand before a unit's name without an article: daily police report."""

DOCUMENT = re.compile(
    r"[〔［\[【(（]\s*(?:19|20)\d\d\s*[〕］\]】)）]\s*(?:第?\s*\d+\s*号|No\.?\s*\d+|\d+)?", re.IGNORECASE
)
"""A document number without the mark of the unit that issued it: 〔2026〕12号."""


class Names:
    """Names and levels as one edition of the report shows them."""

    def __init__(self, ledger: Ledger, edition: Edition) -> None:
        self._ledger = ledger
        self._edition = edition
        self._glossary = Glossary(ledger, edition.filed_on)
        self._departments: dict[str, Department] = {
            entry.uid: entry.record for entry in ledger.entries(DEPARTMENTS)
        }
        self._levels = self._levels_by_name()
        self._named = _pattern(self._levels)

    def entry(self, uid: str) -> str:
        """The name of a list entry, or the title of another."""
        return self._glossary.show(uid, self._edition.language)

    def title(self, decision: Decision) -> str:
        """What was decided on."""
        return self.free_text(decision.title or self.entry(decision.subject)) or DASH

    def level(self, uid: object) -> Level | None:
        """How high a unit stands, where anyone said so."""
        department = self._departments.get(str(uid))
        return department.level if department else None

    def department(self, uid: object) -> str:
        """The unit: by name in the full copy, by level in a submission."""
        department = self._departments.get(str(uid))
        if department is None:
            return DASH
        if self._edition.full:
            # English names are long; their short form is what an English page has room for.
            english = department.short_en or department.name_en
            return self._edition.say(department.name, english or department.name)
        return self._edition.into(department.level.words) if department.level else DASH

    def behind(self, decision: Decision) -> str:
        """The unit that asks for what was decided on."""
        entry = self._subject(decision)
        return self.department(entry.stored.get("department")) if entry is not None else DASH

    def free_text(self, text: str) -> str:
        """What somebody typed, as this edition may print it: in a submission, units by level only. Numbers of
        people go where everything passes, see `Edition.sheet`."""
        return text if self._edition.full or self._named is None else self._named.sub(self._instead, text)

    def document(self, number: str) -> str:
        """A document number: in a submission without the mark of the unit that issued it."""
        if number == NONE_SEEN:
            return self._edition.into(NONE_SEEN_WORDS)
        if self._edition.full or not number:
            return number or DASH
        found = [part.strip() for part in DOCUMENT.findall(number)]
        return self._edition.say("、", ", ").join(found) or self._edition.say("有文号", "has a number")

    def _subject(self, decision: Decision) -> Entry | None:
        register = REGISTERS.get(decision.register)
        return self._ledger.entry(register, decision.subject) if register is not None else None

    def _instead(self, found: re.Match[str]) -> str:
        """In the language of the name, as the text around it is."""
        name = found[1] or found[2]
        level = self._levels[name]
        if name.isascii():
            said = f"{level.words.en.lower()} unit" if level else "unit"
            if HOW_OFTEN.search(found.string, 0, found.start()):
                return said
            said = f"a {said}"
            return said if found.start() else said.capitalize()
        return f"{level.words.zh}单位" if level else "有关单位"

    def _levels_by_name(self) -> dict[str, Level | None]:
        levels: dict[str, Level | None] = {}
        for department in self._departments.values():
            also = (name for name in department.also if name.isascii() or name.endswith(UNIT_ENDINGS))
            for name in (
                *(department.name, department.name_en, department.short, department.short_en),
                *also,
            ):
                long_enough = SHORTEST_EN if name.isascii() else SHORTEST_ZH
                if len(name) >= long_enough:
                    levels.setdefault(name, department.level)
        return levels


def _pattern(levels: Mapping[str, Level | None]) -> re.Pattern[str] | None:
    """Any known unit, with what people put before and after its name: 区卫健局, the district Health Bureau.

    An English name counts only as it is written, with its capitals: medical insurance is no unit.
    """
    names = sorted(levels, key=len, reverse=True)
    chinese = "|".join(re.escape(name) for name in names if not name.isascii())
    phrases = [re.escape(name) for name in names if name.isascii() and " " in name]
    # A single English word, such as health, names a unit only together with bureau or the like.
    words = [re.escape(name) for name in names if name.isascii() and " " not in name]
    english = "|".join([*phrases, *(rf"{word}(?= (?i:{AFTER_EN})\b)" for word in words)])
    parts = (
        f"(?:{BEFORE_ZH})?({chinese})(?!长)" if chinese else "(?!)()",
        rf"\b(?:(?i:{BEFORE_EN}) )*({english})(?: (?i:{AFTER_EN}))*\b" if english else "(?!)()",
    )
    return re.compile("|".join(parts)) if names else None
