"""Make resources/initials.tsv: every initial letter a Chinese character can be read with.

A name is found by its pinyin initials. One guessed reading per character is often wrong for
names (单 is dan in a list and Shan in a family), so the table keeps all of them and a search
matches any. pypinyin knows the readings; the program itself ships only the table.

    python packaging/make_initials.py            write resources/initials.tsv
    python packaging/make_initials.py --check    compare only, exit 1 when they differ
"""

import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

TABLE = Path(__file__).resolve().parents[1] / "resources" / "initials.tsv"

# CJK Unified Ideographs and Extension A. Compatibility forms become these when text is cleaned.
BLOCKS = (range(0x4E00, 0xA000), range(0x3400, 0x4DC0))

# Readings that family names need, kept whatever a later pypinyin says.
FAMILY_NAMES = """
贲ben 秘bi 费bi 費bi 卜bu 种chong 單shan 单shan 谌chen 谌shen 諶chen 諶shen 褚chu 都du 盖ge 蓋ge 葛ge 句gou
缑gou 妫gui 炅gui 过guo 過guo 哈ha 郇huan 郇xun 纪ji 紀ji 郏jia 车che 車che 阚kan 令ling 逯lu 冒mao 万mo 俟qi
牟mou 牟mu 缪miao 繆miao 宓mi 宓fu 乜nie 宁ning 甯ning 区ou 區ou 逄pang 番pan 繁po 朴piao 朴pu 戚qi 亓qi
郄qie 郄xi 覃qin 覃tan 仇qiu 曲qu 瞿qu 阙que 任ren 洗xian 冼xian 撒sa 召shao 佘she 厍she 折she 莘shen 莘xin
盛sheng 石shi 眭sui 澹tan 台tai 拓tuo 钭tou 仝tong 隗wei 隗kui 尉wei 尉yu 蔚yu 迟chi 遲chi 郗xi 郗chi 解xie
肖xiao 么yao 幺yao 燕yan 殷yin 应ying 應ying 於yu 员yun 員yun 恽yun 乐yue 乐le 樂yue 樂le 曾zeng 查zha 翟zhai
翟di 祭zhai 仉zhang 长zhang 長zhang 訾zi 晁chao 朝chao 朝zhao 叶ye 葉ye 薄bo 柏bo 柏bai 谷gu 黑he
"""


def letters(readings: Iterable[str]) -> str:
    """The first letters of some readings, without tone marks, each once, that of the usual reading first."""
    return "".join(dict.fromkeys(unicodedata.normalize("NFD", reading)[0] for reading in readings))


def table(made_with: str) -> str:
    """The whole file: a line that explains it, then one line for each set of letters."""
    from pypinyin.pinyin_dict import pinyin_dict

    family: dict[str, list[str]] = defaultdict(list)
    for entry in FAMILY_NAMES.split():
        family[entry[0]].append(entry[1:])

    groups: dict[str, list[str]] = defaultdict(list)
    for code in (code for block in BLOCKS for code in block):
        character = chr(code)
        readings = [reading for reading in pinyin_dict.get(code, "").split(",") if reading]
        readings += family[character]
        if readings:
            groups[letters(readings)].append(character)

    head = (
        "# letters<TAB>characters: the initial letter of every reading of each character, the usual one first, "
        f"family names included; made with pypinyin {made_with} by packaging/make_initials.py\n"
    )
    return head + "".join(f"{key}\t{''.join(sorted(groups[key]))}\n" for key in sorted(groups))


def main() -> int:
    """Write the table, or with --check say whether the shipped one is the same."""
    text = table(version("pypinyin")).encode()
    if "--check" in sys.argv[1:]:
        same = TABLE.read_bytes() == text
        print("initials.tsv is up to date" if same else "initials.tsv differs: run make_initials.py")
        return 0 if same else 1
    TABLE.write_bytes(text)
    print(f"{TABLE.name}: {len(text):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
