"""Whether what stands behind the name of a unit or the word for a kind makes another word of it.

财政局对面, 宣传部长, 水利局退休的 say where something is or who somebody is; 会议室, 检查站 and 报表模板 are things of their
own. Where a name is followed by such a word, it is read as part of the title. 住建局老旧小区 goes on with something else.
"""

from __future__ import annotations

from mingbai.domain.pattern import pattern
from mingbai.rules.quick.line import Line

_PERSON = (
    "长(?![期江者效寿])|民警|医生|护士|副(?!业)|主任|书记|干部|领导|同志|退休|工作人员|来人|科(?![普技学])|股(?![份权])"
    "|老(?![旧年人党兵城街龄小百字])|[\u4e00-\u9fff]{1,2}(?:局长|部长|所长|主任|书记|科长|站长|师傅|同志)"
)
_PLACE = (
    "旁|边(?![境民缘防])|对面|对门|附近|隔壁|门(?![诊类牌店])|楼(?![栋道宇])|院(?!落整)|大(?:门|楼|院|厅|会)|[东西南北][侧边门面墙院]|前[面边院门]"
    "|后[面边院门]|里[面头边]?(?![程约])|内(?:部|院)|外(?:面|头|墙)|家属|宿舍|食堂|停车|车(?![间辆用位险])|仓库|广场|工地|围墙|窗口|台阶|厕所"
    "|卫生间|电梯|监控|路口|会[议客]?[室场]|会议|办公|观测|门面|展厅|[室厅]|处(?![理置罚])|队(?!伍)|\\d+[号栋幢楼层室]"
)
_DOES = (
    "的|那|这|来(?![信访料源])|去(?![世年])|到(?!期)|在(?![建册校职岗家读保])|已(?!婚)|也|都(?!市)|又|会(?!计)|将|没(?!收)|说|打(?![击假非])"
    "|找|让(?!利)|叫|问(?![题卷])|派(?![驻遣])|给(?!水)|送(?![餐戏医])|发(?![展票热电放酵])|把|被(?![征困])|对(?![口象标账])|向|和(?!谐)|与|跟|同(?!步)"
    "|及|要(?![素闻])|请|催|转(?![移产业型])|报(?![废表建修警名刊装])|电话|公章|群(?![众租])|网站|官网|通知|要求|开会|召开|组织|印发|下发|安排|布置|部署|交办|退回"
)
_GOES_THERE = (
    "[领拿取抄做看查陪帮买卖吃聚搬爬打写签盖坐排听讲抽值]|补(?![贴助录偿缴])|交(?![通警易接])|办(?![学证理件公])|借(?![调阅])|退(?![役休伍出])"
    "|换(?!届)|停(?!车)|开(?![展发放学工业])|关(?![爱工心])|过(?!渡)|接(?!诉)|空调|有(?![机限色])|上(?![报级])|下(?![派岗沉])|不(?!动产)"
)
"""What one goes there for, or what it does itself: 财政局领支票, 供电公司抄表."""
_UNIT_GOES_ON = pattern(f"{_PERSON}|{_PLACE}|{_DOES}")
_IN_A_STATE = (
    r"[^\s,，;；。@]{1,12}?(?:[坏歪松断倒裂塌丢脏]了?|漏水?了?|[堵没停乱满灭黑少]了)(?![^\s,，;；。@])"
)
"""How something of the unit's is: 水利局大屏坏了."""
_UNIT_AND_VERB = pattern(f"{_GOES_THERE}|{_IN_A_STATE}")
_KIND_GOES_ON = pattern(
    "的|室|站|线(?![上下])|机(?![动关])|柜|桌|椅|床|栏|板|本(?![地村社辖季年月周])|册|卡|证|单(?![位身亲])|表|员|组(?!织)|队|长(?![期江效])|点(?!位)|班|费"
    "|包|件|箱|夹|袋|架|台(?![风球])|器|墙|厅|大厅|馆|所(?!有)|课|教[室材师]|师|题|库|史|法(?![律治院人])|办法|制度|方案|纪要|记录|材料|资料|通知"
    "|模板|格式|系统|平台|软件|群(?![众租])|码|场|会|地点|时间|车(?![间辆])|服(?!务)|鞋|标准|细则|名单|照片|截图|结果|情况|报告|总结|要求|计划|安排"
    "|议程|日程|流程|路线|奖|经费|设备|横幅|展板|海报|手册|用品|[之以]?[前后中时]|期间|现场|完|过|好|了|一下|工作|任务|问题|意见|反馈|台账|数据"
    "|[我你他她它谁怎难太也都又被让叫请催说]|不(?!动产)|没(?!收)|已(?!婚)|还(?![款迁])|来(?![信访料])|去(?!世)|在(?![建册校职岗家读保])|给|把"
    "|填[好完错]|对不|发[我你他给到]|退回|改[到成]|丢|错|日|老师|批评"
    "|报表|牌|栋|灯|门|窗|人(?![口员居大社])|对象|内容|稿|信|书|签|号"
)


def goes_on_unit(text: str, at: int, *, asks: bool) -> bool:
    """Whether a unit's name that ends at a place goes on as another word, or as a sentence unless it surely `asks`."""
    if _UNIT_GOES_ON.match(text, at) is not None:
        return True
    return not asks and _UNIT_AND_VERB.match(text, at) is not None


def goes_on_kind(text: str, at: int) -> bool:
    """Whether the word for a kind that ends at a place goes on as another word."""
    return _KIND_GOES_ON.match(text, at) is not None


_BESIDE_EN = pattern(
    r"\b(?:behind|beside|opposite|near|outside|past|around|between|next\s+to|close\s+to|across\s+from|in\s+front\s+of)(?:\s+the)?\s+$"
)
_OF_A_HOUSE = pattern(
    r"\s+(?:(?:front|back|side|main|old|new|rear|staff)\s+)?(?:car\s?parks?|parking|garages?|gates?|fences?|lifts?|elevators?|stair(?:case|well|s)?s?"
    r"|roofs?|walls?|doors?|entrances?|canteen|buildings?|hall|lobby|toilets?|yard|courtyard|corridor|basement|cars?|vans?"
    r"|phones?|telephone|director|dormitor(?:y|ies)|flats|bus\s+stop|lights?|lamps?)(?![\w-])"
)


def goes_on_en(line: Line, start: int, end: int) -> bool:
    """Whether a unit of an English line only says where something is: behind it, or its car park.

    A line in parts names a thing of the unit's as well (by Friday Tax Bureau car park passes): of such a thing only a
    line speaks that begins with it and has no part.
    """
    if _BESIDE_EN.search(line.same[:start]) is not None:
        return True
    opens = line.same[:start].strip() in ("", "the")
    return opens and not line.parts and _OF_A_HOUSE.match(line.same, end) is not None
