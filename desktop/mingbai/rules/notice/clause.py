"""A clause of a notice without its address, courtesy and how it is handed in: what is left is the matter."""

from __future__ import annotations

import re

from mingbai.domain.pattern import alternatives, pattern
from mingbai.domain.text import capital, clean

_WHO = "(?:村|社区|网格|居委|镇|街|单位|站|支部|书记|主任|党支部|部门|网格[员长]|小组|组长|班|家长|同志|同事|领导|老师|姐妹|兄弟|伙伴)"
_PLACES_EN = (
    r"(?:to\s+)?(?:(?:all|each|every)\s+(?:[\w'-]+\s+){0,3}?)?(?:communit(?:y|ies)|villages?|grids?|branch(?:es)?|units?|stations?)"
    r"(?:\s+and\s+\w+)?(?=\s*:|,\s*(?:please|kindly)\b)"
)
_ADDRESS = pattern(
    rf"^\s*(?:@\S+\s*)?(?:[\u4e00-\u9fff]{{1,8}}(?:社区|村|村委会|居委会|支部|居民委员会|村民委员会)(?=\s*[:：])|各(?:位)?[^，。；：:\n]{{0,24}}(?=[:：])|各位?[\u4e00-\u9fff]{{0,4}}{_WHO}(?:[、和及（(]?(?:各|全体)?(?:{_WHO}|[们员长]|两委|委会|委员会|干部|人员|成员|负责人)[)）]?)*(?=[，,!！\s]|$)|大家(?:早上好|上午好|下午好|晚上好|早|好)?|(?:各位|全体)[^，。；：:\n]{{0,10}}(?:早|好)?|同志们|亲们?|亲爱的[^，：:\n]{{0,8}}|你好|您好|早上好|上午好|下午好|晚上好|[^\s，。：:]{{0,6}}{_WHO}们?早(?![上晨期春稻])(?:上好)?|{_PLACES_EN}|to\s+(?:all|each|every)\s+[\w' ]{{3,40}}(?=:)|hi|hello|dear[^,:\n]{{0,40}}|all|colleagues|everyone|team)\s*(?:[:：，,!！~～]|\s|$)",
    re.IGNORECASE,
)
_CALLED = pattern(
    "^(?:[小老][\u4e00-\u9fff]\\s*[:：，,]|[\u4e00-\u9fff]{1,3}(?:科长?|主任|书记|局长|所长|主席|站长|镇长|委员|老师|姐|哥|总|师傅|同志)\\s*[:：])"
)
"""Who speaks, or is spoken to."""
_COURTESY = alternatives(
    "@(?:所有人|全体成员|[\u4e00-\u9fffA-Za-z]{1,8})|收到(?:请)?(?:及时)?回复?|谢谢(?:大家|各位|啦|了|配合)*|辛苦(?:大家|各位)?(?:了)?|请知悉|特此通知|请相互转告|请互相转告|不得有误|逾期不候|过期不候|\\[[\u4e00-\u9fff]{1,3}\\]"
    "|[\u2600-\u27bf\u2b00-\u2bff\u203c\u2049\ufe0f\u200d\U0001f000-\U0001faff]+"
    "|(?:(?<![\u4e00-\u9fff])|(?<=[请让要求知]))(?:各|全体)位?(?:村|社区|网格|居|镇|街|单位|站|支部|书记|主任|党支部|部门)(?:[、和及（(]?(?:各|全体)?(?:村|社区|网格|居|镇|街道?|单位|站|支部|书记|主任|部门|[们员长]|两委|委会|委员会|干部|人员|成员|负责人|同志)[)）]?)*[：:，,]?"
    "|(?:麻烦|烦请|敬请|恳请|还请)?(?:请|务必|一定要?|抓紧(?:时间)?|尽快|及时|立即|按时|准时|统一|认真|切实|赶紧|马上)(?=(?:请|务必|抓紧|尽快|及时|立即|按时|准时|把|将|对|做|统|报|填|完|组|开|上|参|派|安|落|于|在|各|大家|你|咱|提|汇|摸|排|核|登|收|回|反|整|录|交|发|去|到|转))"
    r"|\b(?:dear\s+all|hi\s+all|all)\s*[:,]|\bplease\b\s*|\bkindly\b\s*|\bthank(?:s| you)[^.]*|\breply\s+(?:when|once)\s+(?:done|finished|received)\b",
    re.IGNORECASE,
)
_LOOSE = alternatives(
    "^[\\s，,、；;：:。.!！·\\-—~～*#>）)】\\]]+|[\\s，,、；;：:。.~～\\-—*(（【\\[]+$|^(?:把|将)(?=.{4})|^(?:于|在|并|并且|且|和|由|前|内|之前|以前|按照?|截止|最迟|最晚|不晚于|期限|时间|上午|下午|晚上|通知)(?=[，,：:\\s]|把|将|报|交|完成|填)"
    "|^[【\\[](?:紧急|重要|温馨|特别|会议|工作|群)*(?:通知|提示|提醒|公告|转发|通报)[】\\]]|(?<=[\u4e00-\u9fff]{4})[哈啊哦哟呀啦嘛喽噢呗]+$"
    "|^(?:[县区市镇乡]?(?:里|的)?[:：]|[县区市镇乡]?要(?![点求素件闻])(?=[\u4e00-\u9fff]{4})|(?:这|那)边(?:的)?|的(?=[\u4e00-\u9fff]{4})|决定[:：]|现?转发?(?:[^，,：:]{0,4}[省市县区厅局部办委级][^，,：:]{0,4}|紧急)?(?:通知|要求|文件|精神)[:：]|(?:上午|下午|刚刚?|刚才|今早)?(?:来电话?|打电话|来函|来文|发文|电话通知)[:：，,])"
    "|^转发?[:：]|^(?:紧急|重要|补充|温馨)?(?:通知|提醒|提示|公告)[:：]|^(?:喂|那个|这个|嗯|呃|哎|[小老][\u4e00-\u9fff]啊|啊)+(?=[\u4e00-\u9fff]{4})|^(?:那个|这个|嗯|呃|额|喂|哎|就是|然后|再次?提醒|温馨提示|温馨提醒|提醒(?=[，,：:一下])|催|急[:：]|说|让|要求|通知)+(?=[，,：:\\s]|把|将|各|大家|一下)"
    r"|\s+(?:is|are)(?:\s+due)?\s*$|\b(?:by|before|on|at|due|until|no\s+later\s+than|to\s+the|to)\s*$|^(?:by|before|on|at|that|and)\s+",
    re.IGNORECASE,
)
_EMPTY = pattern("[(（【\\[]\\s*[)）】\\]]")
_THING = pattern(
    "^(?:[^，,。；;]{0,14}?)(?:将|把)(?P<thing>[^，,。；;]{4,40}?)(?:情况)?(?:统一|及时|一并|如实|认真|电子版|纸质版|盖章后|汇总后|签字后)*(?:于|在)?(?:上报|报送|报|提交|反馈|上交|交|发|传|送|返回)(?:至|到|给|送)?$"
)
_HANDED = pattern(
    "(?<=[\u4e00-\u9fff）)”》]{4})(?<![才不用都也没要的])[，,]?(?:请|须|需)?(?:于|在)?(?:统一|及时|一并)?(?:上报|报送|提交|(?<![周月日季年简汇通公预快补填申举呈])报|(?<![提移转])交|(?<![换多颁印开爆突转分])发(?=[至到给我群])|(?<![移转接])送)(?:至|到|给|送|我|群里|群)*(?=$|[，,])"
)
_CUE_LEFT = pattern(
    "[（(](?:含|包括|包含|内容为|内容包括|包括以下|列|栏目为|with|including|columns?)?\\s*[:：]?\\s*(?:等(?:信息|内容|栏目|情况)?)?[)）]",
    re.IGNORECASE,
)
_HERE_EN = pattern(r"^(?:(?:hi|hello|dear)\b[\w ]*,\s*)?[\w' ]{3,40}\bhere$", re.IGNORECASE)
_CELLS = pattern(r"[|\t｜]")
DAY = "\x01"
"""Stands where a day was that something is asked by."""
GONE = "\x02"
_SMILEYS = pattern("[\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]+")
_IN_BRACKETS = pattern("[【\\[](?P<head>[^】\\]]{2,20})[】\\]][\\s:：]*(?P<rest>.*)$")
_MARKS = pattern(f"[{DAY}{GONE}]+")
_ASKED_BY_EN = pattern(
    r"^(?:(?:the\s+)?[\w' ]{2,40}?\s+)?(?:asks?|wants?|needs?|requires?|requests?)\s+(?:(?:for|us\s+to|you\s+to|everyone\s+to|all\s+\w+\s+to)\s+)?(?=.{8})|^(?:kind\s+)?reminder\s*[:,]\s*|^(?:just\s+)?to\s+remind\s+you\s+that\s+|^as\s+(?:discussed|agreed|mentioned)[^,]{0,30},\s*|^(?:we|i)\s+(?:still\s+|also\s+)?(?:need|lack|would\s+like)\s+|^(?:hi|hello)\b[^,]{0,40},\s*|^(?:colleagues|everyone|all)\s*[:,]\s*",
    re.IGNORECASE,
)


def cleaned(raw: str) -> str:
    """What a clause says, without all that stands around it."""
    said = _MARKS.sub("", raw)
    if _CELLS.search(said):
        # A row of a table: its longest cell.
        said = max(_CELLS.split(said), key=len)
    said = _SMILEYS.sub(" ", said)
    said = _ADDRESS.sub("", said)
    said = _COURTESY.sub("", said)
    said = _CUE_LEFT.sub("", said)
    said = _EMPTY.sub("", said)
    while (tidy := _CALLED.sub("", _LOOSE.sub("", said)).strip()) != said:
        said = tidy
    said = _HANDED.sub("", said)
    if (thing := _THING.match(said)) is not None:
        said = thing["thing"]
    said = _LOOSE.sub("", clean(said)).strip()
    if (headed := _IN_BRACKETS.match(said)) is not None:
        said = "：".join(part for part in (headed["head"], headed["rest"]) if part)
    if said.isascii():
        said = _HERE_EN.sub("", re.sub(r"\s{2,}", " ", said))
        said = _ASKED_BY_EN.sub("", said)
        return capital(said)
    return said
