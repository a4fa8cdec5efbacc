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
    "常洪赖宫卜晏柏宗瞿臧闵苟邬卞仇栾隋刁巫寇桑甄仲虞敖佘苑邝匡揭郗佟席荣丛冷"
)
_COMPOUND = "欧阳|司马|上官|诸葛|司徒|尉迟|皇甫|慕容|令狐"
_GIVEN = (
    "(?:(?:(?![村家庄镇乡街路院区府井店桥园湾屯寨组社校厂站局所楼栋幢座室号的])[\u4e00-\u9fff]){0,2}?"
    "|[\u4e00-\u9fff][家园村井桥湾](?=先生|女士|小姐)|[家园村井桥湾][\u4e00-\u9fff](?=先生|女士|小姐))"
)
"""Before a courteous form a sign of places may be one of a name as well: 张家豪先生."""
_CALLED = (
    "(?:先生|女士|小姐|太太|夫人|阿姨|大爷|大妈|大娘|大伯|大叔|大婶|大姐|大哥|大嫂|伯伯|叔叔|婶婶|嫂子|奶奶|爷爷|婆婆|公公|老人|老太太?|爹爹|娭毑"
    "|[爹爷伯叔婶嫂姨姑娭])(?![\u4e00-\u9fff]{0,2}[庙祠坟])"
)
_NO_NAME = (
    "(?!高[龄空压层血]|单[身亲位元独]|金婚|白发|易[走怒燃]|安[置排保全装]|常[住年见]|万名|成年|时尚|康[复养]|毕业|包[户括装]|方便|车[库位]"
    "|温馨|支部|关[爱心于]|石材|连续|马[上路桶]|任[务何]|管理|解[决释答]|施工|祝[福贺]|申[请报]|游客|顾客|周[边围]|钱[款包]|谢谢"
    "|洪[水涝灾]|荣[誉获]|宗教|仲裁|冷[水热库]|席[位面]|宫颈"
    "|[向连](?:隔壁|邻居|对面|保洁|社区|物业|志愿|独居|孤寡|残疾|退休|困难))"
)
"""Words that begin as a surname does, and that nobody is called; 白云 and 文明 may be a name."""
_ENDS_A_WORD = "(?<!相关|无关|机关|治安|公安|厨房|药房|病房|感谢|谢谢|公司|尽管|双方|[当平随临按]时|汽车|非常|其余|旅游|承包|孤单|马路|公路|完成|健康)"
"""Words that end with the sign of a surname: 厨房阿姨 is no Auntie Fang."""
_IS_A_WORD = (
    "(?:(?<!有关|海关|公关|保安|库房|照顾|[城物交保]管|[菜果花瓜茶药]农|[有同小]时|经常|导游|面包|庆祝)"
    "|(?<=(?![给和与跟被找问向的])[\u4e00-\u9fff]..))"
)
"""Such words whose first sign may as well end another one: 有关阿姨 is no Auntie Guan, 还有关阿姨 is one.

They are words only where nothing stands before them that they could tear. Whoever stands behind a verb is hidden
even if the two look like a word (欠钱, 看管, 了解), for nobody can say: 去看管大爷.
"""
_SURNAME = f"(?:{_COMPOUND}|[{_SURNAMES}]{_ENDS_A_WORD}{_IS_A_WORD})"
_NAME = f"{_NO_NAME}{_SURNAME}{_GIVEN}{_CALLED}"
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
_TO_BEGIN = r"(?<![\u4e00-\u9fff])|(?<=[栋幢座号室楼元民主户人和与跟给为帮替送找陪扶劝])|(?<=联系|看望|慰问|走访|探望|照顾|通知|感谢|独居|党员|格员|愿者)"
"""Where a whole name may begin: behind a stop, a house, whom it tells of, or what is done for somebody."""
_SPOKEN_OF = pattern(f"{_NO_NAME}(?:{_SURNAME}{_ADDRESS}|(?:{_TO_BEGIN}){_SURNAME}{_GIVEN}{_ADDRESS})")
_COURTESY_EN = "(?:Mr|Mrs|Ms|Miss|Mx|Madam)"
_SPOKEN_OF_EN = pattern(
    rf"(?<![\w'’-])(?P<first>(?:{_COURTESY_EN}\.?(?:\s+and\s+|\s*&\s*))?)"
    rf"(?P<name>{_COURTESY_EN}\.?\s+(?P<called>[A-Z][\w'’-]+)(?:\s+(?P<more>[A-Z][\w'’-]+))?)"
)
_FIRM_EN = pattern("Shop|Store|Restaurant|Caf[eé]|Bar|Salon|Company|Ltd")
_NOBODY_EN = pattern(
    "Chair(?:man|woman|person)?|Secretary|President|Director|Minister|Office"
    "|(?:Noodle|Dumpling|Pancake)s?|Sushi|Pizza|Tofu|Hotpot|Barbecue|Beauty|Fashion"
)
"""Madam Chair: whoever holds it; Miss Noodle: a firm. No word that is a family name too: Mayor, Baker, Rice."""


def mask_called(text: str) -> str:
    """Free text about residents: whoever is called by surname and form of address keeps no more than it shows."""
    if _CALLED_ANYWHERE.search(text):
        text = _SPOKEN_OF.sub(lambda found: mask_name(found[0]), text)
    return _SPOKEN_OF_EN.sub(_masked_en, text)


def _masked_en(found: re.Match[str]) -> str:
    return found[0] if _is_nobody(found) else found["first"] + mask_name(found["name"])


def _is_nobody(found: re.Match[str]) -> bool:
    """Whether an office is spoken to or a firm is called so; before a second word it may be anybody's."""
    more = found["more"]
    alone = more is None or _FIRM_EN.fullmatch(more) is not None
    return alone and not found["first"] and _NOBODY_EN.fullmatch(found["called"]) is not None
