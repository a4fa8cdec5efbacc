"""Writes a letter as a .docx: A4 by the habits of GB/T 9704 in 中文, a plain business letter in English.

The fixed parts of the package lie in `resources/letters/`; only the document itself and its properties are made here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from math import ceil
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from mingbai.domain.letter import Letter
from mingbai.domain.text import clean
from mingbai.domain.words import Fault, Language, Mistake, Words
from mingbai.domain.written_day import formal_day
from mingbai.exchange.writing import MADE_BY, replacing
from mingbai.resources import resource

SUFFIX = ".docx"
ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The time of every part in the package, so that equal letters give equal bytes."""

DOCUMENT = "word/document.xml"
FIXED = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "docProps/app.xml": "app.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "fonts.xml",
    "word/footer1.xml": "footer1.xml",
    "word/footer2.xml": "footer2.xml",
}
STYLES = {"zh": "styles_zh.xml", "en": "styles_en.xml"}

SIGN = 315
"""Width of one character on the page in twentieths of a point: 28 of them fill a line of 156 mm."""
DATE_FROM_EDGE = 4
"""So many characters stay free right of the date."""

PITCH, TIGHTEST = 579, 450
"""From line to line, as the styles have it, and as close as the standard's leave for single cases may go."""
PAGE, TITLE_LINE = 22 * PITCH, 700
ACROSS, TITLE_ACROSS = 27, 20
"""So many characters a line is sure to take: signs that may not begin one go to the next."""

PAGES = {
    # 37 mm above, 28 mm left, 26 mm right, 35 mm below. The styles have the pitch of 22 lines of 28 characters
    # in them: a grid of characters is read by each program in its own way.
    "zh": '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/>'
    '<w:cols w:space="425"/>',
    "en": '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/>'
    '<w:cols w:space="720"/>',
}

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

TO = Words("{name}：", "To: {name}")

_FIRST_LEVEL = re.compile(r"[一二三四五六七八九十]+、|\d{1,2}\. ")
_SECOND_LEVEL = re.compile(r"（[一二三四五六七八九十]+）|\(\d{1,2}\) ")
_SENTENCE = re.compile("[。：；，:;]|[.] |[.]$")
LONGEST_HEADING = 40
_WIDE = re.compile("[^\x00-\xff]")


def write_letter(letter: Letter, path: Path) -> None:
    """Writes the letter to `path`; whatever fails, the file that was there stays as it was."""
    if path.suffix.lower() != SUFFIX:
        raise Mistake(
            "函件的文件名要以 .docx 结尾，如“{stem}.docx”；“{name}”没有改动",
            "A letter's name ends in .docx, such as “{stem}.docx”; “{name}” was not touched",
            stem=path.stem,
            name=path.name,
        )
    lines = [*_whole(letter)]
    if not any(style == BODY for style, _, _ in lines):
        raise Mistake("函件还没有正文", "The letter has no text yet")
    with replacing(path) as part:
        _write(part, letter, lines)
        _check(part, [text for _, text, _ in lines])


def day_written(day: date, language: Language) -> str:
    """A day as letters have it: 2026年11月24日, 24 November 2026."""
    return formal_day(day).into(language)


# --- What stands on the page -------------------------------------------------------------------

Line = tuple[str, str, str]
"""The style of a paragraph, its text, and how far it is moved."""

TITLE, ADDRESSEE, BODY, SENDER, DATE = "Title", "Addressee", "Body", "Sender", "Date"
HEADINGS = ("Heading1", "Heading2")
KEPT = "<w:keepNext/>"


def _whole(letter: Letter) -> Iterator[Line]:
    *lines, (style, text, moved) = _lines(letter)
    yield from lines
    # A name and a date never stand on a page of their own.
    yield style, text, KEPT + moved
    yield from _signed(letter)


def _lines(letter: Letter) -> Iterator[Line]:
    language = letter.language
    yield TITLE, _one_line(letter.title), ""
    if addressee := _one_line(letter.addressee):
        yield ADDRESSEE, TO.into(language).format(name=addressee.rstrip("：:")), ""
    for paragraph in letter.paragraphs:
        for line in clean(paragraph, multiline=True).split("\n"):
            if text := _one_line(line):
                yield _level(text), text, ""


def _pitch(lines: list[Line]) -> int:
    """From line to line: closer where that keeps a letter on one page; one that is much longer has two."""
    titled = PITCH + sum(TITLE_LINE * _rows(text, TITLE_ACROSS) for style, text, _ in lines if style == TITLE)
    rows = sum(_rows(text, ACROSS, style) for style, text, _ in lines if style != TITLE)
    fits = (PAGE - titled) // rows
    return min(PITCH, fits) if fits >= TIGHTEST else PITCH


def _rows(text: str, across: int, style: str = "") -> int:
    indented = 2 if style in (BODY, *HEADINGS) else 0
    return max(1, ceil((_signs(text) + indented) / across))


def _level(text: str) -> str:
    """A numbered line that is no sentence is a heading."""
    for style, number in zip(HEADINGS, (_FIRST_LEVEL, _SECOND_LEVEL), strict=True):
        found = number.match(text)
        if found and len(text) <= LONGEST_HEADING and not _SENTENCE.search(text, found.end()):
            return style
    return BODY


def _signed(letter: Letter) -> Iterator[Line]:
    sender, day = _one_line(letter.sender), day_written(letter.day, letter.language)
    for _ in range(2):
        yield SENDER, "", ""
    if letter.language == "en":
        yield SENDER, sender, ""
        yield DATE, day, ""
        return
    # The name stands over the middle of the date, as far as the line has room.
    middle = DATE_FROM_EDGE + _signs(day) / 2
    yield SENDER, sender, _from_right(max(0.0, middle - _signs(sender) / 2))
    yield DATE, day, _from_right(DATE_FROM_EDGE)


def _signs(text: str) -> float:
    """How many characters wide a text is."""
    wide = len(_WIDE.findall(text))
    return wide + (len(text) - wide) / 2


def _from_right(signs: float) -> str:
    return f'<w:ind w:rightChars="{round(signs * 100)}" w:right="{round(signs * SIGN)}"/>'


def _one_line(text: str) -> str:
    return clean(text)


# --- The package -------------------------------------------------------------------------------


def _write(part: Path, letter: Letter, lines: list[Line]) -> None:
    made = {name: _fixed(file) for name, file in FIXED.items()}
    made["word/styles.xml"] = _fixed(STYLES[letter.language])
    made[DOCUMENT] = _document(letter.language, lines).encode()
    made["docProps/core.xml"] = _properties(letter).encode()
    with ZipFile(part, "w") as package:
        for name, content in made.items():
            info = ZipInfo(name, ALWAYS)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            package.writestr(info, content)


def _fixed(name: str) -> bytes:
    return resource(f"letters/{name}").read_bytes()


def _document(language: Language, lines: list[Line]) -> str:
    pitch = _pitch(lines) if language == "zh" else PITCH
    closer = f'<w:spacing w:line="{pitch}" w:lineRule="exact"/>' if pitch < PITCH else ""
    body = "".join(_paragraph(*line, closer if line[0] != TITLE else "") for line in lines)
    feet = "".join(
        f'<w:footerReference w:type="{kind}" r:id="{key}"/>'
        for kind, key in (("default", "rId4"), ("even", "rId5"))
    )
    page = f'<w:sectPr>{feet}<w:pgSz w:w="11906" w:h="16838"/>{PAGES[language]}</w:sectPr>'
    return f"{XML}<w:document {W} {R}><w:body>{body}{page}</w:body></w:document>"


def _paragraph(style: str, text: str, moved: str, closer: str) -> str:
    # In the order in which the format wants them.
    kept = KEPT if moved.startswith(KEPT) else ""
    moved = f"{kept}{closer}{moved.removeprefix(KEPT)}"
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{moved}</w:pPr>{run}</w:p>'


def _properties(letter: Letter) -> str:
    moment = f'<dcterms:{{0}} xsi:type="dcterms:W3CDTF">{letter.day.isoformat()}T00:00:00Z</dcterms:{{0}}>'
    return (
        f'{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(_one_line(letter.title))}</dc:title><dc:creator>{MADE_BY}</dc:creator>"
        f"{moment.format('created')}{moment.format('modified')}</cp:coreProperties>"
    )


# --- Read back ---------------------------------------------------------------------------------


def _check(path: Path, texts: list[str]) -> None:
    """Every part is whole and sound XML, and the document says what was to be written."""
    try:
        with ZipFile(path) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        said = {name: _said(content) for name, content in parts.items()}
        same = said.get(DOCUMENT) == texts
    except (BadZipFile, ExpatError):
        same = False
    if not same:
        raise Fault(
            "写好的函件读回来对不上，没有采用，原来的文件没有改动。请再试一次；还是这样，请换一个磁盘。",
            "The written letter did not read back the same, so nothing was changed. Try again, then another disk.",
        )


def _said(content: bytes) -> list[str]:
    """The text of each paragraph of a part."""
    parser = ParserCreate()
    paragraphs: list[str] = []
    inside = False

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal inside
        if name == "w:p":
            paragraphs.append("")
        inside = name == "w:t"

    def end(_: str) -> None:
        nonlocal inside
        inside = False

    def text(said: str) -> None:
        if inside:
            paragraphs[-1] += said

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.buffer_text = True
    parser.Parse(content, True)
    return paragraphs
