"""Whether what follows a day is something to be done on it: 明天把楼道清完, 大后天走访困难户, Thursday hand out rice.

A day in front may belong to a noun instead (周三例会纪要, 明天的会议材料, Friday prayers), and then it is none of the
line's. So a Chinese deed shows itself by 把, by an auxiliary or a verb of the list with no 的 behind it, which would
make a noun of it all (明天要用的桌子), or by the result in which it ends (清完, 修好). An English one begins with a
verb that is no noun, or with a word that an article, a name or a particle follows: visit Mrs Li, hang up the lanterns.
"""

from __future__ import annotations

from mingbai.domain.pattern import pattern
from mingbai.rules.quick.residents import SURNAME, TITLE

_TAKES = "把(?![关守门握手柄持])|将(?![来要军近])"
_HELPS = "必须|需要|记得|别忘|务必|争取|抓紧|继续|联系(?!人|方式|单|点|电话)"
_DOES = (
    "走访|入户|上门|慰问|看望|探望|回访|巡查|排查|检查|核查|核对|核实|清理|清扫|打扫|整理|收集|登记|通知|发放|张贴|更换|维修|修理"
    "|统计|汇总|整改|布置|搬运|领取|购买|采购|缴纳|回复|答复|接送|参加|召开|开展|填写|打印|复印|上传|归还|补齐|调解|劝导|摸排"
)
_PAPER = "记录|名单|台账|材料|资料|情况|计划|方案|路线|通知|总结|报告|安排|人员|对象|纪要|清单|手册|经费|现场会|照片|数据|[表单证簿本册费]"
"""Behind a verb it makes a noun of both: 走访记录, 登记表."""
_THING = f"{_PAPER}|[组队员点群栏箱站]"
"""And so do those that are no papers: 检查站, 巡查队."""
_IN_CLAUSE = r"[^\s,，;；。!！?？@＠]"
_MAY_HELP = "[要得须需再先去帮]"
_WITH_WHOM = "[去给帮陪跟和找请让叫到带]"
_PERSON = (
    f"(?:{SURNAME}[一-鿿]{{0,2}}?)?(?:{TITLE}|书记|主任|[站所局镇乡村]长|医生)"
    "|[我你他她]们?|大家|[电水木瓦焊漆民职员零]工|独?居?老人|困难(?:户|群众)|[居村]民|[业户房]主|[住租]户|房东|家长|家属|网格员|志愿者|楼长|物业|保洁|保安|民警|律师"
)
_UNIT = "(?:[省市县区镇乡村]|街道)(?:政府|委会?|里|上)|[局所站]里|社区|居委会|村委会|派出所|卫生[院站]|医院|银行|学校|邮局|[一-鿿]{1,2}[^格结布僵大全饭战残]局(?![长部面势])"
_DOES_ALONE = "[买拿送交写贴搬修换催扫洗借还问查填]"
"""Verbs of one sign: with one that helps before it, 去买, 再贴."""
_HELPED = (
    f"{_MAY_HELP}+(?:{_TAKES}|{_HELPS}|{_DOES}|{_DOES_ALONE})"
    f"|{_MAY_HELP}*{_WITH_WHOM}(?:{_PERSON}|{_UNIT})|{_MAY_HELP}*[找请叫带]人{_IN_CLAUSE}"
)
"""A helper of one sign begins many names and nouns (让胡路, 和平路, 去污剂), so behind it stands whom, where or what it helps."""
_BEGINS = pattern(
    rf"(?:{_TAKES})|(?:{_HELPED}|(?:{_HELPS})|(?:{_DOES})(?!(?:{_DOES})*(?:{_THING})))(?!{_IN_CLAUSE}*的)"
)
_RESULT = (
    "(?:[一-鿿]完|[搞办修贴买借备弄做换装印挂订填交补送收布清理排拾]好|[拿带还搬送退收领]回[来去]?|[贴发送搬拿交清报]出去|[搬拿运清拆扔换]走|[拆撤擦清扫洗]掉"
    "|[补备凑]齐|[打清扫擦洗]干净|到位|[摸理查问核弄搞说分]清楚|一[下遍趟])了?"
)
_OF_THE_DAY = "会|活动|培训|演练|值班|停[水电气]|课|节|赛|宴|婚|集"
"""What takes place on a day, which may then belong to it."""
_NOT_YET = "没|未(?![成婚检病来])|不(?![锈干])|还[差缺少]"
"""Before a result it tells that it is still missing: 份子钱没收齐."""
_DONE = rf"{_IN_CLAUSE}{{2,24}}?{_RESULT}(?!{_IN_CLAUSE})"
_NONE_OF_IT = rf"(?!的|{_HELPS}|{_HELPED}|报表|(?:{_DOES})*(?:{_PAPER})|(?:{_DOES})(?!{_THING})|{_IN_CLAUSE}*?(?:{_OF_THE_DAY}|的|{_NOT_YET}))"
_ENDS_DONE = pattern(rf"{_NONE_OF_IT}(?!{_IN_CLAUSE}*?(?:{_PAPER}|[组队员]))(?:{_DONE})")
"""What was brought about closes the sentence, and nothing is of that day: 楼道灯修好, but 例会纪要整理好."""
_ENDS_DONE_OF_PAPERS = pattern(f"{_NONE_OF_IT}{_DONE}")
"""The same of papers: 志愿者名单发出去."""
_NAMES_NO_PAPER = pattern(r"下|大|.*\d")
"""Next Monday, a date: papers are called after today, tomorrow and Friday (明天签到表, 周五菜单)."""


def ends_done(text: str, at: int) -> bool:
    """Whether what begins at a place ends with what was brought about, whatever it is."""
    return _ENDS_DONE_OF_PAPERS.match(text, at) is not None


def does_zh(text: str, start: int, end: int) -> bool:
    """Whether a Chinese deed begins behind a day that stands from `start` to `end`."""
    done = _ENDS_DONE_OF_PAPERS if _NAMES_NO_PAPER.match(text, start, end) else _ENDS_DONE
    return _BEGINS.match(text, end) is not None or done.match(text, end) is not None


_ONLY_VERB = (
    "collect|deliver|bring|fetch|buy|send|tell|ask|remind|invite|arrange|prepare|organi[sz]e|finish|complete|submit|replace|fix"
    "|clean|tidy|sweep|wash|remove|install|take|give|get|make|write|fill|verify|confirm|find|meet|go|attend|hang|put|pay"
    "|inform|distribute|hand|see|speak|explain|inspect|interview|mend|unlock|please|pls|remember|don['’]t|let['’]?s"
)
_FUNCTION = (
    "the|an?|our|your|their|his|her|my|this|that|these|those|every|each|all|both|of|on|for|about|from|to|at|in|by|with|and|or|is"
    "|are|was|were|be|has|have|had|will|can|not|no|we|you|they|he|she|it"
)
_BEHIND_VERB = (
    r"(?:the|an?|our|your|their|his|her|my|these|those|every|each|them|it|him|us|out|up|down|off|back|away|over|round)(?![\w-])"
    r"|(?:mrs?|ms|miss|dr|auntie|uncle)\.?\s"
)
_DOES_EN = pattern(rf"\s+(?:(?:{_ONLY_VERB})\s+\S|(?!(?:{_FUNCTION})(?![\w-]))[a-z]+\s+(?:{_BEHIND_VERB}))")


def does_en(same: str, at: int) -> bool:
    """Whether an English deed follows a place."""
    return _DOES_EN.match(same, at) is not None
