"""Too short notice: due on the same or the next working day; emergencies and what is expected anyway apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.rule import Family
from mingbai.domain.text import fold
from mingbai.domain.words import Words
from mingbai.domain.written_day import written_day
from mingbai.rules.flags.matter import TASK, Around, Matter, Need, Suggestion
from mingbai.rules.flags.saying import suggestion

LEAST = 2
"""Working days between the day it came and the day it is due; fewer are too few."""
TOO_SHORT = Words("办理时间较紧", "Little time is given")
SAME_DAY = Words("{a}收到，{b}到期，当天就要", "Received {a}, due {b}: the same day")
NO_DAY = Words("{a}收到，{b}到期，中间没有工作日", "Received {a}, due {b}: no working day between")
NEXT_DAY = Words("{a}收到，{b}到期，只隔一个工作日", "Received {a}, due {b}: the next working day")
ONE_DAY = Words("{a}收到，{b}到期，中间只有一个工作日", "Received {a}, due {b}: one working day between")

_EMERGENCY = re.compile(
    r"防汛|防洪|抗洪|洪水|洪涝|内涝|汛情|暴雨|暴雪|冰雹|台风|飓风|龙卷风|寒潮|冰冻|雨雪|地震|余震|滑坡|泥石流|山洪|塌方|坍塌|塌陷|决口|决堤|溃坝|管涌|地质灾害"
    r"|火灾|火情|起火|失火|山火|森林防火|灭火|爆炸|燃气泄漏|漏气|危化品|中毒|疫情|传染病|确诊|密接|禽流感|猪瘟|甲流|登革热|诺如|新冠|阳性|病例|流感|核酸|感染|应急响应|险情|灾情|抢险|救灾"
    r"|抢修|救援|搜救|失踪|走失|走丢|失联|协查|寻人|(?<!防)溺水|被困|紧急转移|紧急避险|撤离|停水|停电|停气|红色预警|橙色预警|突发|高温中暑"
    r"|\b(?:flood|floods|flooding|fire|wildfire|fires|epidemic|outbreak|typhoon|hurricane|earthquake|landslide|mudslide|missing (?:person|child|boy|girl|man|woman|elder|resident|old)"
    r"|missing|lost child|gas leak|explosion|evacuat\w*|rescue|emergency|storm|rainstorm|blizzard|snowstorm|infection|infections|cholera|dengue|collapse|collapsed|red alert|power cut|burst)\b"
)
_AFTERWARDS = re.compile(
    r"隐患(?!点)|自查|表$|总结|汇报材料|经验|做法|典型|信息稿|简报|宣传|演练|演习|培训|知识|竞赛|答题|学习|预案|方案|台账|花名册|档案|回顾|感想|心得|图片展|主题|考核|评比|自评|统计报表|月报|季报|年报"
    r"|报表|汇总表|登记表|统计表|责任书|责任状|承诺书|制度|讲座|征文|工作情况|开展情况|物资清单|清单|问卷|会议|座谈|先进|表彰|会$"
    r"|\b(?:summary|summaries|report on|write-up|experience|drill|training|quiz|contest|plan|ledger|log book|roster|form|survey|campaign|publicity|lecture|course|review of|lessons|monthly|quarterly|return|poster|posters|propaganda|awareness|pledge|pledges)\b"
)
_HAPPENING = re.compile(
    r"受灾|灾情|险情|转移|撤离|被困|流调|密接|搜救|走失|失踪|\b(?:damage|evacuat\w*|missing|trapped)\b"
)
_ACTING = re.compile(
    r"转移|撤离|搜救|救援|抢险|抢修|值守|立即|马上|紧急|火速|排险|封控|管控|流调|消杀|协查|寻找|查找|查寻|安置|上报险情|报告险情|险情|受灾|灾情|被困|应急响应|预警|找到|警戒"
    r"|\b(?:evacuate|evacuation|immediately|at once|urgent|urgently|rescue|search|look for|looking for|find|shelter|on duty|standby|damage|trapped|warning|alert)\b"
)


def needs(_: Matter) -> tuple[Need, ...]:
    """Nothing but the entry itself."""
    return ()


def judge(matter: Matter, around: Around) -> Iterator[Suggestion]:
    """Counts working days from the day after it came."""
    if matter.register != TASK or matter.day is None or matter.due_on is None or matter.due_on < matter.day:
        return
    if matter.demand:
        return  # the day of what recurs is known long before it comes
    days = around.working.between(matter.day, matter.due_on)
    rule = around.rules.cite(Family.SHORT_NOTICE, "HN8-5")
    if days >= LEAST or rule is None or is_emergency(matter):
        return
    came, due = (written_day(day, matter.day) for day in (matter.day, matter.due_on))
    told = _given(matter.day, matter.due_on, around.working)
    yield suggestion(Family.SHORT_NOTICE, rule, TOO_SHORT, told.format(a=came, b=due))


def _given(came: date, due: date, working: WorkingDays) -> Words:
    """How little time that is, as a person counts it who sees a Saturday for a Saturday."""
    if due == came:
        return SAME_DAY
    if not working.between(came, due):
        return NO_DAY
    return NEXT_DAY if working.is_working(due) else ONE_DAY


def is_emergency(matter: Matter) -> bool:
    """Whether something is happening now; a summary about floods is no flood."""
    text = fold(f"{matter.text}\n{matter.note}")
    if not _EMERGENCY.search(text):
        return False
    title = fold(matter.title)
    if _AFTERWARDS.search(title):
        return bool(_HAPPENING.search(title))
    return not _AFTERWARDS.search(text) or bool(_ACTING.search(text))
