"""What a place says in its own words in its letters: checked when it is entered, and again when a letter is written.

The sentence that tells what came and when is the record's own and cannot be changed; an opening is what follows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mingbai.desk.citing import ACCUSING, NOT_NEUTRAL, quotable, signing
from mingbai.desk.letter_words import CLOSINGS, PURPOSES
from mingbai.desk.places import place_of
from mingbai.domain.letter import LETTER_TEXTS, LetterKind, LetterLanguage, LetterText
from mingbai.domain.pattern import pattern
from mingbai.domain.rule import RULES, Rule
from mingbai.domain.text import clean, fold
from mingbai.domain.words import Language, Mistake, Words
from mingbai.ledger.ledger import Entry, Ledger

DEED = "letter_text"
OPENING, CLOSING, SENDER = "opening", "closing", "sender"
PARTS = (OPENING, CLOSING, SENDER)
GAPS: Mapping[str, Words] = {
    "us": Words("我方", "us"),
    "unit": Words("单位", "unit"),
    "title": Words("事项", "title"),
    "number": Words("编号", "number"),
}
"""What a sentence may leave to be filled in for each letter, and what that is called between braces."""
LONGEST = {OPENING: 200, CLOSING: 200, SENDER: 60}

ALLOWED = Words(
    "可以用 {{我方}}、{{单位}}、{{事项}}、{{编号}}",
    "{{us}}, {{unit}}, {{title}} and {{number}} can be used",
)
UNKNOWN = ("没有“{gap}”这一项，" + ALLOWED.zh, "There is no “{gap}”; " + ALLOWED.en)
LOOSE = ("花括号没有成对，" + ALLOWED.zh, "A brace stands alone; " + ALLOWED.en)
PLAIN = ("落款里不能用花括号，请直接写名称", "The signature takes no braces; write the name itself")
TOO_LONG = ("太长，请控制在 {most} 字以内", "This is too long; {most} characters at most")
BLAMES = (
    "不能写“{word}”，" + NOT_NEUTRAL.zh + "，请换个说法",
    "“{word}” cannot be written: " + NOT_NEUTRAL.en + "; put it another way",
)
NOT_CITED = Words(
    "“{name}”不能写进函件：没有核对过原文，或者本地未启用",
    "“{name}” cannot be cited: not compared with the original, or not in use here",
)

_GAP = pattern(r"\{([^{}]*)\}")
_TITLE = pattern(r"《([^《》]+)》")
_CODES = {fold(name): code for code, words in GAPS.items() for name in (code, words.zh, words.en)}


def shipped(ledger: Ledger, kind: LetterKind, part: str, language: Language) -> str:
    """What is said where the place has no words of its own, gaps named as a person writes them."""
    if part == SENDER:
        return signing(place_of(ledger), language)
    words = PURPOSES[kind] if part == OPENING else CLOSINGS[kind]
    return named(words.into(language), language)


def named(text: str, language: Language) -> str:
    """A sentence with its gaps by the names of a language."""
    return _GAP.sub(lambda found: "{" + GAPS[_CODES[fold(found[1])]].into(language) + "}", text)


def own(ledger: Ledger, kind: LetterKind, part: str, language: Language) -> str:
    """The place's own words; empty where it has none."""
    entry = _entry(ledger, kind, language)
    return "" if entry is None else str(entry.stored[part] or "")


def filled(text: str, told: Mapping[str, str]) -> str:
    """A sentence with its gaps filled."""
    return _GAP.sub(lambda found: told[_CODES[fold(found[1])]], text)


def set_own(
    ledger: Ledger,
    kind: LetterKind,
    part: str,
    text: str,
    *,
    language: Language,
    today: date,
) -> str:
    """Keeps the place's own words, or the way back when they are empty or the shipped ones. Raises `Mistake`."""
    said = clean(text)
    if said == shipped(ledger, kind, part, language):
        said = ""
    _refuse(part, said)
    if (words := not_to_cite(ledger, said, today)) is not None:
        raise Mistake(words.zh, words.en)
    kept = said if part == SENDER else _GAP.sub(lambda found: "{" + _CODES[fold(found[1])] + "}", said)
    entry = _entry(ledger, kind, language)
    if kept == ("" if entry is None else str(entry.stored[part] or "")):
        return said
    with ledger.act(DEED, today=today) as act:
        if entry is None:
            fresh = {"kind": kind, "language": LetterLanguage.of(language), part: kept}
            act.insert(LETTER_TEXTS, LetterText(**fresh))  # type: ignore[arg-type]
        else:
            act.change(LETTER_TEXTS, entry.uid, {part: kept or None})
    return said


def not_to_cite(ledger: Ledger, text: str, day: date) -> Words | None:
    """Why a sentence may not be said on that day: it cites a document of which no letter may speak."""
    cited = [fold(one) for one in _TITLE.findall(text)]
    if not cited:
        return None
    rules: list[Rule] = [entry.record for entry in ledger.entries(RULES)]
    for name in cited:
        about = [rule for rule in rules if name in fold(f"{rule.source}{rule.source_en}")]
        if about and not any(quotable(rule, day) for rule in about):
            return NOT_CITED.format(name=Words(f"《{name}》", f"《{name}》"))
    return None


def _refuse(part: str, text: str) -> None:
    if len(text) > LONGEST[part]:
        raise Mistake(*TOO_LONG, most=LONGEST[part])
    if part == SENDER:
        if "{" in text or "}" in text:
            raise Mistake(*PLAIN)
    else:
        for found in _GAP.finditer(text):
            if fold(found[1]) not in _CODES:
                raise Mistake(*UNKNOWN, gap=found[0])
        if set("{}") & set(_GAP.sub("", text)):
            raise Mistake(*(words.format() for words in LOOSE))
    for word in ACCUSING:
        if word in text.lower():
            raise Mistake(*BLAMES, word=word)


def _entry(ledger: Ledger, kind: LetterKind, language: Language) -> Entry | None:
    wanted = (kind.code, language)
    held = ledger.entries(LETTER_TEXTS)
    return next((one for one in held if (one.stored["kind"], one.stored["language"]) == wanted), None)
