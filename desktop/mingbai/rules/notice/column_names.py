"""Whether a few words can be the name of a column: by the catalogue, by how names of columns end and begin,
and by what never is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from mingbai.domain.pattern import alternatives, pattern
from mingbai.rules.columns import known

LONGEST = 14
"""No name in Chinese is longer, brackets apart."""


_SHORT = 9
"""What is longer must end as only columns do."""


class Likely(IntEnum):
    """How likely a name is one of a column."""

    NEVER = 0
    """A deed, a day, a unit: what a sentence goes on with."""
    OPEN = 1
    """A short noun, and nothing more is known of it."""
    LIKE = 2
    """It ends as many columns do, and other things too."""
    SURE = 3


_SURE = alternatives(
    "(?:姓名|名字|名称|性别|年龄|民族|学历|文化程度|政治面貌|职业|职务|职称|岗位|工种|单位|身份证号?码?|公民身份号码|证件号码?|号码|电话|手机号?|联系方式|住址|地址|户籍地?|籍贯"
    "|出生年月日?|出生日期|生日|人数|户数|数量|总数|个数|面积|金额|数额|标准|等级|级别|类别|类型|种类|时间|日期|年限|年份|状况|状态|情况|原因|措施|备注|说明|编号|序号|关系"
    "|负责人|责任人|联系人|监护人|户主|经办人|填报人|网格员|房东|租户|(?:是否|有无|能否).{1,12}|次数|进度|结果|位置|地点|地段|型号|牌号?|账号|卡号|开户行|门牌|房号|楼栋|组别|村组|网格|去向"
    "|诉求|需求|意向|车位|学籍号|学号|户籍号|车号|意见|建议|内容|方式|来源|用途|期限|时限|收入|支出|价格|产量|品种|规格|作物|规模|学校|年级|班级|病种|残疾证号?|健康|婚姻|技能|特长|意愿"
    "|居住地|所在地|目的地|车型|车主|店名|层数|结构|年代|法人|法定代表人|信用代码|证号|户号|家庭成员|家庭人口|人口|服务对象|尺码|身高|血型|签名|签字|盖章|人员|村名|社区名?|小区|台数|盏数|处数"
    "|频次|频率|坐标|经纬度|经度|纬度|事项|程度|程序|主题|科目|用量|党龄|工龄|年龄段|简介|职责|参保|缺口)$"
)
_LIKE = pattern(
    "(?:[数量额率号码名期址别费款价值度质证日时比级型类色史源向况果因法式状貌点地区位段处宽高长重龄径厚种]|[^部委校队]院"
    "|(?<!残疾)(?<!独居老)(?<!退役军)(?<!退休)(?<!失业)(?<!释放)(?<![老病工军名外商盲聋众困难别个本女男党])人"
    "|(?<!党)(?<!团)(?<!议)(?<!队)(?<!成)(?<!人)(?<!学)(?<!会)(?<!官)员|(?<!患)(?<!记)(?<!作)(?<!或)者"
    "|部门|学校|医院|银行|对象|器材|设施|设备|物资|工资|用工|样式|权属|归属|业主|主体|诊断|处置|效果|成效|隐患|风险|问题|户籍|事由|案由|主材|产值|收支|结余|余额|盈亏|库存|缺项|权利人|耗时|时长|更新|变化|流向|评价|备案|许可|执照|保险|线路|线长|路径|负荷|载重|容量|温度|湿度|水位|水源|浓度|电源|气源|燃料|材质|材料|宗旨|依据|单价|合计|小计|缴费|缴纳|补贴|补助|疫苗|剂次|籍|户)$"
)
_LIKE_HEAD = pattern(
    "^(?:是否|有无|能否|可否|有没有|拟|原|新|现|预计|计划|目前|本[月期次年季周]|上[月期次年]|累计|其中|实际|应|已|未|户均|人均|月均|年均|最近|所属|所在|首次|末次)(?=.{1,10}$)"
)
_NEVER = pattern(
    "^(?:请(?!假)|(?:(?:从|自).*[起至到])$|须|需要|要(?!求|素)|务必|把|将|由|于|在[^校读职建]|并(?!发)|同时|另|再|不|各|每(?!月|年|周|日)|或|如|若|对[^象接]|跟|让|我|你|咱|麻烦|谢|收到|一并|一律|统一|届时|逾期|过期|截止|以上|以下|以便|以免|然后|包括|含|及时|尽快|按时|按照?(?!揭)|根据|加强|做好|开展|落实|完善|确保|严格|认真|深入|继续|组织(?!名|关|机构)|召开|附上?(?!件|近|属))"
    "|(?:前|之前|以前|为止|即可|就行|就好|到位|清楚|谢谢|辛苦|收到|报送|上报|反馈|提交|发我|给我|报来|交来|下发|印发|转发|此复|特此.*|通知|的|了|吧|哦|哈|呢|啦|吗|呀)$"
    "|(?:花名册|名册|名单|清[单册]|台[账帐]|[^水电气仪手]表|总结|报告|汇报|方案|通知|会议|工作|活动|行动)$"
    "|[?？!！@#¥%&=~<>]|今天|今晚|明天|明早|后天|昨天|周[一二三四五六日末天](?!课)|星期|\\d月|\\d日|\\d[点时:]|[之以]内|(?<![周月日季年海简])报$|下班|上午|下午|\\d{3,}|缺一不可|必填|[人户]一行"
    "|(?:政府|[^邮当结布格药饭]局|委员会|街道|工作站|派出所|联合会|总工会|妇联|残联|团委|工委|纪委|政法委|办公室|(?<!主)(?<!经)(?<!承)(?<!督)办|大队|支队|中队|服务中心|居委会|村委会)$"
)
TYPICAL = pattern(
    "姓名|身份证|电话|手机|住址|地址|性别|年龄|户数|人数|序号|备注|联系方式|面积|责任人|负责人|类别|类型|数量|金额|出生|户主|编号|民族"
)
"""Names that most forms have."""
_GROUPS = pattern("(?:人|人员|户|家庭|群体|对象|者|员|老人|儿童|居民|妇女|青年|党员|群众|职工)$")
"""Who is meant, rather than what is told of them."""


@lru_cache(maxsize=8_192)
def likely(name: str) -> Likely:
    """How likely a Chinese name is one of a column."""
    bare = _bare(name)
    if not bare or len(bare) > LONGEST:
        return Likely.NEVER
    if known(bare):
        return Likely.SURE
    if len(bare) < 2 or _NEVER.search(bare):
        return Likely.NEVER
    if _SURE.search(bare):
        return Likely.SURE
    if len(bare) <= _SHORT and (_LIKE.search(bare) or _LIKE_HEAD.match(bare)):
        return Likely.LIKE
    return Likely.OPEN


_NOT_NAMED = pattern('[(（][^()（）]*[)）]|[ 　“”"]')


def _bare(name: str) -> str:
    return name if name.isalnum() else _NOT_NAMED.sub("", name)


def of_one_kind(names: Sequence[str]) -> bool:
    """Whether names are things or people of one sort and no columns: 独居老人、残疾人、低保户; 水费、电费、气费."""
    bare = [_bare(name) for name in names]
    if len({name[-1:] for name in bare}) == 1:
        return sum(known(name) for name in bare) < 2
    return sum(bool(_GROUPS.search(name)) and not known(name) for name in bare) > 0.6 * len(bare)
