"""What a unit's name says before it says what the unit does: 长沙市岳麓区民政局 stands in 岳麓区.

Many signs of a level are parts of other words (市场, 城乡, 社区), so what is not surely a place is none.
"""

from __future__ import annotations

from dataclasses import dataclass

from mingbai.domain.pattern import pattern


@dataclass(frozen=True, slots=True)
class Place:
    """One administrative place that a name begins with: 岳麓 and 区; without a name where it only says 区."""

    name: str
    sign: str


@dataclass(frozen=True, slots=True)
class UnitName:
    """The places a name begins with, the widest first, and the rest, which says what the unit is."""

    places: tuple[Place, ...]
    rest: str


def taken_apart(name: str) -> UnitName:
    """A Chinese name in its parts; no places where none is sure."""
    text = name.translate(_BRACKETS).strip()
    at = head.end() if (head := _PARTY.match(text)) else 0
    places: list[Place] = []
    if found := _CITY_OF_COUNTY.match(text, at):
        city, county = Place(found["city"], "市"), Place(found["name"], found["sign"])
        if _may_be(county):
            places, at = [city, county], found.end()
    while found := _PLACE.match(text, at):
        place = Place(found["name"], found["sign"])
        if not (_may_be(place) if place.name else not places):
            break
        places.append(place)
        both = _BOTH.match(text, found.end())
        at = both.end() if both else found.end()
    return UnitName(tuple(places), text[at:])


_BRACKETS = str.maketrans("（）", "()")
_PARTY = pattern("中国共产党|中共|共青团|团(?=[省市区县镇乡]委)")
_PLACE = pattern(
    "(?P<name>[\u4e00-\u9fff]{0,9}?)(?P<sign>自治区|省(?![心钱略油亲会吃事得])|自治州"
    # 市民政局 is the city's, 市民热线 is not; so with 市政府 and 市政工程, 市监委 and 市监局.
    "|市(?!场|民(?![政宗])|监(?![委察])|政(?![府协法务数研])|[容长面值价域井售集镇辖内区]|外(?!事)|市(?!场))"
    "|自治县|县(?![域区]|城(?![市管乡投建关]))|区(?![域划分块位间别内]|外(?!事))"
    "|街道(?!口|社区(?!卫生|服务))|镇(?![静痛压定江海区县]|市(?!场)|.{1,2}县)|乡(?!.{1,2}县|[村镇土亲愁风贤音情试间邻党下区县]|市(?!场)))"
)
"""A place as far as its sign tells: signs that begin another word (市场, 县城, 街道口) are none."""
_BOTH = pattern(r"\((?:街道|镇|乡|区|县)\)")
"""镇（街道）妇联 speaks of both."""

# Found where a place would have its name, these belong to what a unit does.
_WORK = pattern("(?<=.)[和与及](?=.)|[、的局委办厅]|大队|支队|总队|中心|公司|协会|医院|学院|法院|检察院")
_NO_PLACE = {
    "区": pattern(
        "(?:社|小|园|新|开发|高新|经开|示范|保护|管理|服务|功能|工业|产业|商务|住宅|自贸|合作|实验|风景|[学校片辖军战灾库牧地])$"
        "|各$|^[市城景山林矿特郊老农全]$"
    ),
    "市": pattern("[城都超门夜]$|^[上股菜集各全本县]$"),
    "县": pattern("^[市区各全本郡]$"),
    "镇": pattern("[城村]$|^(?:[乡集街市古重各全本]|建制)$"),
    "乡": pattern("城$|^[家老故返回下水本各全侨同]$"),
    "街道": pattern("^(?:[各全本镇乡]|乡镇)$"),
}


def _may_be(place: Place) -> bool:
    if place.sign == "省":
        return place.name in PROVINCES
    if place.sign == "市" and place.name in CITIES:
        return True
    work = _NO_PLACE.get(place.sign)
    return not (_WORK.search(place.name) or (work and work.search(place.name)))


_PROVINCES = (
    "河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 "
    "台湾"
)
_CITIES = (
    "北京 天津 上海 重庆 "
    "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 "
    "太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 "
    "呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 "
    "沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 "
    "长春 吉林 四平 辽源 通化 白山 松原 白城 "
    "哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 "
    "南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 "
    "杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 "
    "合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 "
    "福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 "
    "南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 "
    "济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 "
    "郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 "
    "武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 "
    "长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 "
    "广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 "
    "南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 "
    "海口 三亚 三沙 儋州 "
    "成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 "
    "贵阳 六盘水 遵义 安顺 毕节 铜仁 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 "
    "拉萨 日喀则 昌都 林芝 山南 那曲 "
    "西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 "
    "兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 西宁 海东 "
    "银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密"
)
PROVINCES = frozenset(_PROVINCES.split())
CITIES = frozenset(_CITIES.split())
"""Cities that hold counties; of any other 市 the name does not say whether it is itself a county."""
_CITY_OF_COUNTY = pattern(
    f"(?P<city>{'|'.join(sorted(CITIES, key=len, reverse=True))})市"
    "(?P<name>[\u4e00-\u9fff]{1,4}?)(?P<sign>自治县|县(?!区)|区)"
)
"""A known city and one of its counties, whatever the county's name makes of 市: 合肥市长丰县."""
