"""The shipped table of pinyin initials keeps every reading, above all those of family names."""

import importlib.util
import re
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "resources" / "initials.tsv"


@cache
def initials() -> dict[str, str]:
    """Letters by character, read as a program would."""
    found: dict[str, str] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        letters, characters = line.split("\t")
        for character in characters:
            assert character not in found, character
            found[character] = letters
    return found


def spells(name: str, typed: str) -> bool:
    return len(name) == len(typed) and all(t in initials()[c] for c, t in zip(name, typed, strict=True))


def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_initials", ROOT / "packaging" / "make_initials.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("character", "letters"),
    [("单", "cds"), ("曾", "cz"), ("仇", "jq"), ("朝", "cz"), ("解", "jx"), ("李", "l"), ("區", "oq")],
)
def test_every_reading_has_its_initial(character: str, letters: str):
    assert set(letters) <= set(initials().get(character, ""))


@pytest.mark.parametrize(
    ("character", "letter"), [("信", "x"), ("司", "s"), ("单", "d"), ("行", "x"), ("长", "z"), ("局", "j")]
)
def test_the_initial_of_the_usual_reading_comes_first(character: str, letter: str):
    assert initials()[character][0] == letter


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("单晓明", "sxm"),
        ("曾国强", "zgq"),
        ("仇英", "qy"),
        ("解放", "xf"),
        ("查良", "zl"),
        ("区小云", "oxy"),
        ("盖叫天", "gjt"),
        ("朴成", "pc"),
        ("尉迟恭", "ycg"),
        ("万俟雪", "mqx"),
        ("单于", "cy"),
        ("长孙", "zs"),
        ("澹台", "tt"),
        ("覃勇", "qy"),
        ("谌容", "sr"),
        ("费新", "bx"),
        ("员半千", "ybq"),
        ("种师道", "csd"),
        ("召开", "sk"),
        ("逄先知", "pxz"),
        ("郗鉴", "xj"),
        ("隗嚣", "kx"),
        ("祭遵", "zz"),
        ("缪荃", "mq"),
        ("乐毅", "yy"),
        ("曲阜朝阳", "qfcy"),
        ("朝阳", "zy"),
        ("六安", "la"),
        ("番禺", "py"),
        ("厦门", "xm"),
        ("重庆", "cq"),
        ("長孫無忌", "zswj"),
    ],
)
def test_family_and_place_names_are_found_by_what_people_type(name: str, typed: str):
    assert spells(name, typed)


@pytest.mark.parametrize(("name", "typed"), [("李梅", "lw"), ("王芳", "hf"), ("张三", "zx")])
def test_a_wrong_initial_is_not_found(name: str, typed: str):
    assert not spells(name, typed)


def test_table_is_small_sorted_and_says_what_it_is():
    text = TABLE.read_text(encoding="utf-8")
    assert TABLE.stat().st_size < 150_000
    assert "\r" not in text
    assert text.endswith("\n")
    head, *lines = text.splitlines()
    assert head.startswith("# letters<TAB>characters")
    assert lines == sorted(lines, key=lambda line: line.split("\t")[0])
    for line in lines:
        assert re.fullmatch(r"[a-z]+\t[\u3400-\u4dbf\u4e00-\u9fff]+", line)
        letters = line.split("\t")[0]
        assert len(letters) == len(set(letters))


def test_table_covers_the_characters_of_both_blocks():
    basic = sum("\u4e00" <= character <= "\u9fff" for character in initials())
    extension_a = sum("\u3400" <= character <= "\u4dbf" for character in initials())
    assert basic > 20_900
    assert extension_a > 5_700
    # GB 2312, what every Chinese keyboard can type.
    rows = (bytes([high, low]) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    common = "".join(row.decode("gb2312", "ignore") for row in rows)
    assert len(common) == 6763
    assert [character for character in common if character not in initials()] == []


def test_shipped_table_is_what_its_maker_makes():
    pytest.importorskip("pypinyin")
    text = TABLE.read_text(encoding="utf-8")
    stated = re.search(r"made with pypinyin (\S+)", text)
    assert stated is not None
    installed = version("pypinyin")
    if installed != stated[1]:
        pytest.skip(f"made with pypinyin {stated[1]}, {installed} is installed")
    assert maker().table(installed) == text
