"""Residents who are called by surname and form of address: 3栋王奶奶, 李大爷家（5号楼）, Mrs Wang.

In any text only beside a building, for 王阿姨 may be of the staff; in an entry about residents anywhere.
"""

from __future__ import annotations

import re

from mingbai.domain.pattern import pattern
from mingbai.domain.text import mask_name

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑"
)
_COMPOUND = "欧阳|司马|上官|诸葛|司徒|尉迟|皇甫|慕容|令狐"
_GIVEN = "(?:(?![村家庄镇乡街路院区府井店桥园湾屯寨组社校厂站局所楼栋幢座室号的老大小])[\u4e00-\u9fff]){0,2}?"
_CALLED = (
    "(?:先生|女士|小姐|太太|夫人|阿姨|大爷|大妈|大娘|大伯|大叔|大婶|大姐|大哥|大嫂|伯伯|叔叔|婶婶|嫂子|奶奶|爷爷|婆婆|公公|老人|老太太?|爹爹|娭毑"
    "|[爹爷伯叔婶嫂姨姑娭])(?![\u4e00-\u9fff]{0,2}[庙祠坟])"
)
_NO_NAME = "(?!高龄|单身|单亲|金婚|白发|易走|易怒|安置|常住|常年|万名|成年|时尚|康复|康养|毕业|单位|包户|方便|车库|车位|温馨|支部|关爱|石材|连续)"
"""Words that begin as a surname does."""
_NAME = f"{_NO_NAME}(?:{_COMPOUND}|[{_SURNAMES}]){_GIVEN}{_CALLED}"
_HOUSE = r"(?:[A-Za-z]?\d{1,4}|[一二三四五六七八九十]{1,3})(?:号楼|[栋幢座号室楼]|单元)(?:[-\d一二三四五六七八九十单元楼层室号]{0,10})|\d{1,3}-\d{1,4}(?:-\d{1,4})?"
_GAP = r"[ 的、，,:：（(]{0,2}(?:(?:独居|居民|住户|业主|租户|孤寡|空巢|高龄|残疾|低保户?)的?){0,2}"
_BEHIND = pattern(f"(?P<house>(?:{_HOUSE}){_GAP})(?P<name>{_NAME})")
_BEFORE = pattern(f"(?P<name>{_NAME})(?P<house>(?:家|住|家住|住在)?[ 、，,（(]{{0,2}}(?:{_HOUSE}))")


def mask_residents(text: str) -> str:
    """Free text in which such residents keep their surname only: 3栋王*."""
    if not _CALLED_ANYWHERE.search(text):
        return text
    text = _BEHIND.sub(lambda found: found["house"] + mask_name(found["name"]), text)
    return _BEFORE.sub(lambda found: mask_name(found["name"]) + found["house"], text)


_CALLED_ANYWHERE = re.compile(_CALLED)

_ADDRESS = "(?:先生|女士|小姐|太太|夫人|阿姨|大[爷妈娘伯叔婶姐哥嫂]|伯伯|叔叔|婶婶|嫂子|奶奶|爷爷|婆婆|娭毑)(?![\u4e00-\u9fff]{0,2}[庙祠坟])"
_TO_BEGIN = r"(?<![\u4e00-\u9fff])|(?<=[栋幢座号室楼元民主户人和与跟])"
_SPOKEN_OF = pattern(
    f"{_NO_NAME}(?:(?:{_COMPOUND}|[{_SURNAMES}]){_ADDRESS}|(?:{_TO_BEGIN})(?:{_COMPOUND}|[{_SURNAMES}]){_GIVEN}{_ADDRESS})"
)
_COURTESY_EN = "(?:Mr|Mrs|Ms|Miss|Mx|Madam)"
_SPOKEN_OF_EN = pattern(
    rf"(?<![\w'’-])(?P<first>(?:{_COURTESY_EN}\.?(?:\s+and\s+|\s*&\s*))?)(?P<name>{_COURTESY_EN}\.?\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?)"
)


def mask_called(text: str) -> str:
    """Free text about residents: whoever is called by surname and form of address keeps no more than it shows."""
    if _CALLED_ANYWHERE.search(text):
        text = _SPOKEN_OF.sub(lambda found: mask_name(found[0]), text)
    return _SPOKEN_OF_EN.sub(lambda found: found["first"] + mask_name(found["name"]), text)
