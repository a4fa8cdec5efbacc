"""A letter as a .docx: whole, sound, read back, and as many signs in a line as the standard has."""

from __future__ import annotations

import posixpath
import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.exchange.libreoffice import pages_printed

from mingbai.domain.letter import Letter
from mingbai.domain.words import Fault, Mistake
from mingbai.exchange import letters as module
from mingbai.exchange.letters import write_letter

WRITER = Path("/usr/lib/libreoffice/program/libswlo.so")
"""Part of it on Debian, where a Writer without a window has no command of its own."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

ZH = Letter(
    title="关于商请核实“上报重点人群台账”有关事项的函",
    addressee="联席会议办公室",
    paragraphs=("现将有关情况函告如下。", "一、事项情况", "（一）交办单位：民政局。", "（二）此前报送情况", "情况属实。"),
    sender="新湖社区居民委员会",
    day=date(2026, 11, 24),
    language="zh",
)  # fmt: skip
EN = replace(
    ZH,
    title="Request to verify",
    addressee="Joint Meeting Office",
    paragraphs=("We set out what we know.", "1. The matter", "(1) Due: Friday.", "It is so."),
    sender="Xinhu Community Residents' Committee",
    language="en",
)

CLOSE = replace(
    ZH,
    title="关于商请核实“报送冬季独居老人安全排查登记表”有关事项的函",
    paragraphs=(
        "2026年11月27日，我社区收到民政局交办的“报送冬季独居老人安全排查登记表”（登记编号2026-A-0011）。"
        "现将有关情况函告如下，商请予以核实。",
        *(
            "一、事项情况",
            "办结期限：2026年12月2日；报送形式：报表。",
            "二、梳理情况",
            "所收材料中未见文号或者备案号。",
        ),
        "三、有关规定",
        "《整治形式主义为基层减负若干规定》第一部分第1条：年度实际发文数量一般只减不增；"
        "防止以“白头”、便笺、多文合一等方式规避发文数量管理。",
        *("以上为内容要点，以文件原文为准。", "四、有关建议"),
        "建议核实该事项是否确需由我社区办理，能否合并、精简，或者由有关部门通过共享取得数据。",
        "以上情况，商请核实并函复。核实期间，我社区仍按现行要求办理。特此函商。",
    ),
)
"""A few lines more than the standard's pitch has room for on a page."""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "函.docx"


def told(path: Path) -> list[tuple[str, str]]:
    """Style and text of each paragraph that has a text."""
    with ZipFile(path) as package:
        root = ET.fromstring(package.read("word/document.xml"))
    found = []
    for paragraph in root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        assert style is not None
        text = "".join(part.text or "" for part in paragraph.iter(f"{W}t"))
        if text:
            found.append((style.attrib[f"{W}val"], text))
    return found


def test_a_chinese_letter_has_its_parts_in_order(target: Path) -> None:
    write_letter(ZH, target)
    assert told(target) == [
        ("Title", "关于商请核实“上报重点人群台账”有关事项的函"),
        ("Addressee", "联席会议办公室："),
        ("Body", "现将有关情况函告如下。"),
        ("Heading1", "一、事项情况"),
        ("Body", "（一）交办单位：民政局。"),
        ("Heading2", "（二）此前报送情况"),
        ("Body", "情况属实。"),
        ("Sender", "新湖社区居民委员会"),
        ("Date", "2026年11月24日"),
    ]


def test_an_english_letter_has_its_parts_in_order(target: Path) -> None:
    write_letter(EN, target)
    assert told(target) == [
        ("Title", "Request to verify"),
        ("Addressee", "To: Joint Meeting Office"),
        ("Body", "We set out what we know."),
        ("Heading1", "1. The matter"),
        ("Body", "(1) Due: Friday."),
        ("Body", "It is so."),
        ("Sender", "Xinhu Community Residents' Committee"),
        ("Date", "24 November 2026"),
    ]


@pytest.mark.parametrize("letter", [ZH, EN], ids=["zh", "en"])
def test_every_part_is_named_and_every_name_is_a_part(letter: Letter, target: Path) -> None:
    write_letter(letter, target)
    with ZipFile(target) as package:
        parts = {name: ET.fromstring(package.read(name)) for name in package.namelist()}
    assert next(iter(parts)) == "[Content_Types].xml"
    kinds = parts["[Content_Types].xml"]
    named = {found.attrib["PartName"].lstrip("/") for found in kinds if "PartName" in found.attrib}
    assert named == {name for name in parts if not name.endswith(".rels") and name != "[Content_Types].xml"}
    for name in ("_rels/.rels", "word/_rels/document.xml.rels"):
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in parts[name]:
            assert posixpath.join(folder, relation.attrib["Target"]) in parts
    relations = {one.attrib["Id"] for one in parts["word/_rels/document.xml.rels"]}
    document = parts["word/document.xml"]
    assert {one.attrib[f"{R}id"] for one in document.iter(f"{W}footerReference")} <= relations
    known = {one.attrib[f"{W}styleId"] for one in parts["word/styles.xml"] if f"{W}styleId" in one.attrib}
    for name in ("word/document.xml", "word/footer1.xml", "word/footer2.xml"):
        assert {one.attrib[f"{W}val"] for one in parts[name].iter(f"{W}pStyle")} <= known
    for style in parts["word/styles.xml"].iter(f"{W}style"):
        for other in (*style.iter(f"{W}basedOn"), *style.iter(f"{W}next")):
            assert other.attrib[f"{W}val"] in known


@pytest.mark.parametrize("letter", [ZH, EN], ids=["zh", "en"])
def test_every_style_of_ours_is_in_a_letter(letter: Letter, target: Path) -> None:
    write_letter(letter, target)
    with ZipFile(target) as package:
        parts = [
            ET.fromstring(package.read(f"word/{part}.xml")) for part in ("document", "footer1", "footer2")
        ]
        styles = ET.fromstring(package.read("word/styles.xml"))
    used = {one.attrib[f"{W}val"] for part in parts for one in part.iter(f"{W}pStyle")}
    ours = {one.attrib[f"{W}styleId"] for one in styles if f"{W}customStyle" in one.attrib}
    assert ours <= used


PROPERTIES = ("pStyle", "keepNext", "keepLines", "spacing", "ind", "jc", "outlineLvl")
SIGNS = ("rFonts", "b", "bCs", "i", "iCs", "spacing", "kern", "sz", "szCs", "lang")


@pytest.mark.parametrize("letter", [ZH, EN], ids=["zh", "en"])
def test_properties_stand_in_the_order_word_asks_for(letter: Letter, target: Path) -> None:
    write_letter(letter, target)
    with ZipFile(target) as package:
        roots = [ET.fromstring(package.read(f"word/{part}.xml")) for part in ("document", "styles")]
    for root in roots:
        for name, order in (("pPr", PROPERTIES), ("rPr", SIGNS)):
            for properties in root.iter(f"{W}{name}"):
                places = [order.index(one.tag.removeprefix(W)) for one in properties]
                assert places == sorted(set(places))


def test_twenty_two_lines_of_twenty_eight_signs_fit_the_page() -> None:
    styles = module._fixed("styles_zh.xml").decode()
    size, closer = (int(re.findall(rf'<w:{name} w:val="(-?\d+)"', styles)[0]) for name in ("sz", "spacing"))
    found = re.findall(r'w:line="(\d+)" w:lineRule="exact"', styles)
    top, right, bottom, left = (
        int(re.findall(f'w:{side}="(\\d+)"', module.PAGES["zh"])[0])
        for side in ("top", "right", "bottom", "left")
    )
    assert size == 32
    assert (11906 - left - right) // (size * 10 + closer) == 28
    assert (16838 - top - bottom) // int(found[0]) == 22


def test_whatever_is_typed_becomes_sound_text(target: Path) -> None:
    odd = "a\x00b\x0b<w:p>&amp;]]>\u202e\ud800\ufffe😀\t制表\r\n第二行"
    write_letter(replace(ZH, title=odd, paragraphs=(odd,), addressee=""), target)
    texts = [text for _, text in told(target)]
    assert texts[1:4] == ["ab", "<w:p>&amp;]]>😀 制表", "第二行"]


def test_a_hundred_thousand_signs_are_kept(target: Path) -> None:
    text = "字" * 100_000
    write_letter(replace(ZH, paragraphs=(text,)), target)
    assert ("Body", text) in told(target)


@given(st.lists(st.text(max_size=60), min_size=1, max_size=5), st.text(max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_any_text_is_read_back_or_told_as_missing(target: Path, paragraphs: list[str], title: str) -> None:
    try:
        write_letter(replace(ZH, title=title, paragraphs=tuple(paragraphs)), target)
    except Mistake:
        return
    assert told(target)[-1] == ("Date", "2026年11月24日")


def test_a_few_lines_too_many_stand_closer_and_many_stay_apart(target: Path) -> None:
    many = replace(CLOSE, paragraphs=CLOSE.paragraphs * 2)
    for letter, closer in ((ZH, False), (CLOSE, True), (many, False), (EN, False)):
        write_letter(letter, target)
        with ZipFile(target) as package:
            root = ET.fromstring(package.read("word/document.xml"))
        pitches = {part.attrib[f"{W}line"] for part in root.iter(f"{W}spacing")}
        assert bool(pitches) is closer
        assert all(450 <= int(pitch) < 579 for pitch in pitches)
        for properties in root.iter(f"{W}pPr"):
            order = [part.tag.removeprefix(W) for part in properties]
            wanted = ("pStyle", "keepNext", "spacing", "ind")
            assert order == [one for one in wanted if one in order]


def test_a_letter_without_text_or_under_another_ending_is_not_written(target: Path) -> None:
    with pytest.raises(Mistake, match="no text"):
        write_letter(replace(ZH, paragraphs=(" \n",)), target)
    with pytest.raises(Mistake, match=r"\.docx"):
        write_letter(ZH, target.with_suffix(".doc"))
    assert list(target.parent.iterdir()) == []


def test_a_letter_that_does_not_read_back_leaves_the_old_one(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_letter(ZH, target)
    before = target.read_bytes()
    monkeypatch.setattr(module, "_paragraph", lambda *_: "<w:p/>")
    with pytest.raises(Fault, match="did not read back"):
        write_letter(EN, target)
    assert target.read_bytes() == before
    assert [one.name for one in target.parent.iterdir()] == [target.name]


def test_equal_letters_give_equal_bytes(target: Path) -> None:
    write_letter(ZH, target)
    other = target.with_name("2.docx")
    write_letter(ZH, other)
    assert target.read_bytes() == other.read_bytes()


@pytest.mark.skipif(
    shutil.which("soffice") is None or not (shutil.which("lowriter") or WRITER.exists()),
    reason="LibreOffice Writer is not installed",
)
@pytest.mark.parametrize("letter", [ZH, EN, CLOSE], ids=["zh", "en", "close"])
def test_libreoffice_opens_it_on_one_page(letter: Letter, tmp_path: Path) -> None:
    target = tmp_path / "letter.docx"
    write_letter(letter, target)
    assert pages_printed(target) == 1
