"""The ways in which a Chinese text of sentences names a day or a time, as patterns.

In a sentence the same signs are often something else (三号楼, 一日游, 上月底, 每周五), so each way says what may not stand
beside it. What the words mean is told in `days_meant_zh`.
"""

from __future__ import annotations

from mingbai.domain.calendar_names import WEEK_ZH, WEEKDAY_SIGNS, WEEKDAY_ZH
from mingbai.domain.numerals import COUNTS_ZH, DIGITS_ZH, NUMERAL_SIGNS, ONES_ZH, TO_TEN_ZH, ZEROS_ZH
from mingbai.domain.pattern import alternatives, pattern
from mingbai.rules.day_words import NUMBER, NUMERAL, PART

_STOP = "，,。；;！!"
_TO = r"\s*[-–—~～至到]+\s*"

# --- What stands beside a day ------------------------------------------------------------------

_HOUR = r"(?:[点时](?![间候段期点长代效刻])|点(?=前))"
_CLOCK = (
    r"(?:\d{1,2}[:：]\d\d(?!\d)(?:[:：]\d\d)?(?:时(?!间|[段候]))?"
    rf"|{NUMBER}{_HOUR}(?:钟|半|整|[一三]刻|{NUMBER}分?(?![\d个月日号]))?)"
)
_AM_PM = r"\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?"
_TIME = rf"{PART}?\s*{_CLOCK}"
_UNTIL = (
    r"\s*(?:(?:[上下]午)?[下上]班)?\s*"
    r"(?:之前|以前|前(?![后往期去来夕台列三两十一]|提|述|者)|为?止(?!血)|截[止至]|到期)"
)
_AT_TIME = rf"(?:\s*(?P<time>{_TIME}))?(?P<part>{PART})?"
"""The hour, or the part of the day, behind a day that nothing else stands beside."""
_WEEKDAY_AND_REMARK = (
    rf"\s*[(（]\s*{WEEKDAY_ZH}\s*[，,、]?\s*[^()（）\d\n，,。；;{TO_TEN_ZH}月日]{{1,8}}[)）]"
)
_WEEKDAY_BESIDE = rf"\s*[(（]?\s*{WEEKDAY_ZH}\s*[)）]?"
_REMARK = r"\s*[(（](?:含|包含|包括|节前|节后|补班|调休|工作日|照常|正常|最后|也就是|即)[^()（）\d\n，,。；;]{0,8}[)）]"
_NOTE = f"(?:{_WEEKDAY_AND_REMARK}|{_WEEKDAY_BESIDE}|{_REMARK})?"
"""What may stand beside a day before its time: （周六补班）, （周五）, （最后一天）."""

# --- The ways to name a day --------------------------------------------------------------------

_THIS_OR_NEXT_MONTH = "(?:本|这个?|当|下个?|次)月"
_WHOLE_MONTH = rf"(?<![\d份{TO_TEN_ZH}每个上])月"
"""月 of no number: 月底."""
_WHOLE_MONTH_OF_NO_AGE = rf"(?<![\d份{TO_TEN_ZH}每个上岁])月"

_DATE = r"\d{4}\s*[-/.年]\s*(?:\d{1,2}|元(?=月))\s*[-/.月]\s*\d{1,2}(?!\d)\s*[日号]?"
"""2026年12月3日, 2026-12-03."""
_DATE_IN_NUMERALS = rf"[{ZEROS_ZH}{ONES_ZH}]{{4}}年{NUMBER}月{NUMBER}[日号]"
_DATE_OF_SHORT_YEAR = rf"(?<!\d)\d\d年{NUMBER}月{NUMBER}[日号]"
_DATE_OF_EIGHT_DIGITS = r"(?<!\d)20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d号日])"
_SPACED_DATE = (
    r"(?<!\d)\d \d +月 *\d(?: ?\d)? *[日号]|(?<!\d)\d \d *月 *\d \d *[日号]|(?<!\d)\d{1,2} *月 *\d \d *[日号]"
)
"""1 2 月 3 日, as a scanned paper gives it."""
_MONTH_AND_DAY = (
    rf"(?<![\d年])(?:(?=\d)|(?<![{ZEROS_ZH}{TO_TEN_ZH}]))(?:今年|本年|明年)?(?:{NUMBER}|(?<!单)元)\s*月份?\s*{NUMBER}"
    r"(?:\s*[日号]|(?![\d个家户名件次万元%份条人处起类项]|\s*月))"
)
"""12月3日, 元月5号, 明年1月8日."""
_DAY_OF_THIS_OR_NEXT_MONTH = rf"{_THIS_OR_NEXT_MONTH}(?:的|份)?\s*{NUMBER}\s*[日号]"
_DAY_OF_A_LOST_MONTH = rf"(?:(?<![\d\u4e00-\u9fff])|(?<=[于在到至按从自请]))月\s*{NUMBER}\s*[日号]"
"""月5日, where the number of the month was left open."""
_FIRST_OR_LAST_OF_MONTH = rf"(?:{_THIS_OR_NEXT_MONTH}|{NUMBER}月)份?的?(?:最[后末]|头|第)[一1]天"
_MONTH_END = rf"(?:{_THIS_OR_NEXT_MONTH}|(?:\d{{4}}年|今年|明年)?{NUMBER}月份?|{_WHOLE_MONTH})[底末]"
_MID_MONTH = (
    rf"(?:{_THIS_OR_NEXT_MONTH}|{NUMBER}月份?|{_WHOLE_MONTH_OF_NO_AGE})中"
    r"(?=[前之以交报收开送完给上发把召填查再，,。；;（(]|$)"
)
_WEEKDAY = (
    rf"(?:下下|(?<!一)[本这下])?个?{WEEKDAY_ZH}"
    r"(?:(?<!一)|(?![次个期致年圈人报])|(?<=[本这下]周一)(?=个)|(?<![每一逢两二三四五六半双隔按行]周一)(?=报))"
)
"""周五, 下下周二, but not 一周一次."""
_FROM_TODAY = (
    r"大后[天儿]|[今明后](?:天|儿个?)|[今明]日|今明两[天日]"
    rf"|下{WEEK_ZH}的?(?:今天|此时)|[一两二]{WEEK_ZH}[之以]?后的今天"
    r"|(?:[今明]|(?<![\u4e00-\u9fff])后)(?:[早晚]上?|[午晨])|今朝|[今明](?=[上下]午)"
)
"""明天, 今晚, 下周的今天."""
_YEAR_END = r"(?:今|明|本|当)?年[底末](?=之?前|以前)|(?:今|本|当)?年[底末]的?最[后末][一1]天"
_QUARTER_END = rf"本季度?[底末]|(?<![每度逐上])(?:[{ONES_ZH[:4]}]?季度?|季)[底末](?!月)(?:的?最后[一1]天)?"
_NO_NUMBER_BEFORE = rf"(?:(?<=今年)|(?<![\d〇零初月年第近每满期〕\]】]))(?:(?=\d)|(?<![{COUNTS_ZH}十廿卅]))"
"""Before the number of a day: no other number, but 统一28号 is a day."""
_DAY_BEFORE = rf"{_NO_NUMBER_BEFORE}{NUMBER}\s*[日号](?=[之以]?前(?![后往期]))"
"""28日前."""
_RI = (
    r"日(?:(?![常均托间志记本式语历照游用内之以报]|夜(?![里间晚]))|(?<=\d日)(?=报(?![表制社刊]))"
    rf"|(?=报(?:[送给到至来回数名出上齐完我{_STOP}）)\s县区市镇乡局民]|$)))"
)
"""日 of a day: not of 一日游, nor of 三日报."""
_HAO = (
    r"号(?![楼栋幢单元室门院令地厂机井床铺馆窗桌柜库坝码通表网片]"
    r"|文(?![物化旅书明体])|车(?![到来拉])|线(?![上下])|公(?![布示开])|告(?![诉知])|工(?=[地程厂段单位]))"
)
"""号 of a day: not of 三号楼, nor of 12号文."""
_DAY_ALONE = rf"{_NO_NUMBER_BEFORE}(?<!\d\)){NUMBER}\s*(?:{_RI}|{_HAO})"
"""28号."""
_MOVED_TO = (
    rf"(?:(?<=[改挪推移延迟后][到至])|(?<=提[前早][到至]))(?:3[01]|[12]?\d|{NUMERAL})"
    rf"(?=\s*(?:[{_STOP}）)]|$|[之以]?前|[交报收开来去]))"
)
"""改到二十七."""
_POINTED = (
    r"(?<![0-9a-z.\-/])(?<!\d[:：])(?:1[0-2]|0?[1-9])[./·-](?:3[01]|[12]\d|0?[1-9])"
    r"(?!\s?[ap]\.?m)(?!\s+[a-z]{3})"
    r"(?![0-9a-z.\-/%‰:：]|\s*[万元千米公斤个吨亿级版倍折分岁楼栋幢单元室]|[月年])(?:[日号](?![楼栋幢室单元])|(?![日号]))"
)
"""12.3, where it is no amount, version or hour."""
_DAY = "|".join(
    (
        *(_DATE, _DATE_IN_NUMERALS, _DATE_OF_SHORT_YEAR, _SPACED_DATE),
        *(_MONTH_AND_DAY, _DAY_OF_THIS_OR_NEXT_MONTH, _DAY_OF_A_LOST_MONTH, _FIRST_OR_LAST_OF_MONTH),
        *(_MONTH_END, _MID_MONTH, _WEEKDAY, _FROM_TODAY, _DATE_OF_EIGHT_DIGITS, _YEAR_END, _QUARTER_END),
        *(_DAY_BEFORE, _DAY_ALONE, _MOVED_TO, _POINTED),
    )
)
"""The first that fits is taken."""

# --- A day in a sentence -----------------------------------------------------------------------

_BEGINS = rf"(?=[\d{NUMERAL_SIGNS}元今本明当这下次月个周星礼大后年季])"
"""At most places of a text no day can begin."""
_NOT_RECURRING_OR_PAST = (
    rf"(?<!每)(?<!每个)(?:(?={NUMBER}\s*月|[今明后大本当])(?<!不上)|(?<!(?<!以)上)(?<!个))"
    "(?<!隔)(?<!隔周)(?<!双)(?<!去年)"
)
_AGAIN = rf"(?:\s*[(（]\s*(?P<again>{_DAY}{_NOTE})\s*[)）])?"
"""The same day in other words: 周一（30日）."""
_UP_TO = rf"(?:(?<=[\d号底{WEEKDAY_SIGNS})）]){_TO}(?P<to>{_DAY}|\d{{1,2}}[日号])(?P<to_note>{_NOTE}))?"
_BEHIND_DAY = (
    rf"(?:\s*[,，]?\s*[(（]?\s*(?P<time>{_AM_PM}|{_TIME})(?:{_TO}{_TIME})?\s*[)）]?)?"
    rf"(?:{_TO}(?P<till>{_DAY}){_NOTE}(?:\s*(?P<till_time>{_TIME}))?)?"
    rf"(?P<part>{PART}|全天|夜间)?(?P<until>{_UNTIL})?"
)
SAID_ZH = pattern(
    f"{_BEGINS}{_NOT_RECURRING_OR_PAST}(?P<day>{_DAY})(?P<note>{_NOTE}){_AGAIN}{_UP_TO}{_BEHIND_DAY}"
)
DAY_RANGE = pattern(
    r"(?<![\d.\-/:：])(?:(?:1[0-2]|0?[1-9])[月./])?(?P<from>\d{1,2})[日号]?\s*(?:[-–—~～]+|[、和及])\s*(?=\d{1,2}[日号])"
)
"""The first of some days before the last: 25-28日."""

# --- A time, or a count of days, in a sentence -------------------------------------------------

_NO_OTHER_DAY_BEFORE = r"(?<![\d:：.\-/第])(?<!次日)(?<!翌日)(?<!第二天)(?<!隔天)(?<!当日)(?<!当天)"
CLOCK_ALONE = alternatives(
    rf"{_NO_OTHER_DAY_BEFORE}(?P<time>{PART}\s*{_CLOCK}|\d{{1,2}}[:：]\d\d(?![\d:：])|{NUMBER}点(?:半|整|钟)?(?=之?前|以前)"
    rf"|{NUMBER}点[半整](?=[{_STOP}]|$)|(?<=time: ){_AM_PM})(?:{_TO}{_TIME})?(?P<until>{_UNTIL})?"
)
CLOSING_ZH = r"(?:^|(?<=[\s，,。；;：:！!请在于我你们您]))(?:下班(?:之前|以前|前))"
_THIS_MONTH = r"(?:本|这个?|当)月(?:份)?|(?<![\d个半每\]下上])月"
WITHIN_TEXT = pattern(
    rf"(?=[\d{NUMERAL_SIGNS}半本这下当月年今])(?<![\d月./{DIGITS_ZH}十去近-])"
    rf"(?:(?P<work>{NUMBER})\s*个?工作日|(?P<days>{NUMBER})\s*(?:个?自然)?[天日]|(?P<weeks>{NUMBER})\s*个?{WEEK_ZH}"
    rf"|(?P<months>{NUMBER})\s*个月|(?P<half>半)个?月|(?P<hours>\d{{1,3}}|{NUMERAL})\s*个?小时"
    rf"|(?P<minutes>\d{{1,3}}|{NUMERAL})\s*分钟(?=[之以]?内[回报给到赶集处交反答])"
    rf"|(?P<week>[本这下])个?{WEEK_ZH}|(?P<month>{_THIS_MONTH})|(?P<year>[本今]?年)|(?P<today>[今当]天))"
    r"\s*(?:[之以]?内|(?<=工作日)里)"
)
NEXT_WORKING = pattern(
    rf"(?<![至到延])(?:下一?个?|次一?个?)工作日(?:的)?{_AT_TIME}(?P<until>{_UNTIL}|[之以]?内)?"
)
ON_RECEIPT = pattern(
    r"[接收]到?(?:本|此|该)?(?:通知|函|件|文|信|电话)[之以]?后?的?(?:次日|翌日|第二天|隔天)"
    rf"{_AT_TIME}(?P<until>{_UNTIL})?"
)
"""收到此函的次日: the day after the one on which it is read."""
NTH_IN_MONTH = alternatives(
    rf"(?<!每)(?<!每个)(?:(?P<rel>[本这当下次])个?月|(?P<m>{NUMBER})月|(?P<thisweek>[本这]周)|(?<![\d{TO_TEN_ZH}每个])月(?=[底末]))"
    rf"份?[底末]?前?的?(?:最后[一1]个?|第(?P<nth>[{ONES_ZH[:5]}])个?)(?:(?P<work>工作日)|{WEEK_ZH}(?P<wd>[{WEEKDAY_SIGNS}]))"
    rf"{_AT_TIME}(?P<until>{_UNTIL})?"
)
_FROM_NOW = "[自从]?(?:今[天日]|即日)起算?"
_GIVES = (
    rf"(?:(?<!宽)限期?|[只再]?给(?:你们|大家|各[村社]区?)|给(?=[\d{COUNTS_ZH}十]+(?:个?工作日|天时间))"
    rf"|{_FROM_NOW}(?=\s*{NUMBER}\s*(?:个?工作日|天(?:时间|[，,。；;]|$)))|[时期]限(?:为|是|[:：])?)"
    rf"\s*(?:在|于|{_FROM_NOW}|[接收]到?(?:本|此)?(?:通知|函|件|文)?[之以]?[后起])?"
)
_GIVEN_DAYS = (
    rf"(?P<n>{NUMBER})\s*(?:(?P<work>个?工作日)|天(?![内以前])|(?<=[{TO_TEN_ZH}])日(?![内以前]))"
    r"(?:时间|的时间)?(?![前后内]|[，,（(]?\s*(?:即|到|至|截[止至]|从))"
)
GIVEN = alternatives(
    rf"{_GIVES}\s*{_GIVEN_DAYS}"
    rf"|(?P<n2>{NUMBER})天为限"
    rf"|(?<![第\d{TO_TEN_ZH}不过超足前后到至])(?P<n3>{NUMBER})(?P<work3>个?工作日)(?=[完交办报反提整上填给])"
    rf"|(?:^|(?<=[，,。；;\n])|(?<=通知[：:]))(?P<n4>{NUMBER})(?P<work4>个?工作日)(?=[，,。；;（(]|时间)"
)
"""限5个工作日, 给大家三天时间, 三天为限."""
LATER = pattern(
    rf"(?:^|(?<=[\s，,。；;：:！!？?我们请村]))(?P<past>再过)?(?P<n>{NUMBER})(?:[天日]|(?P<weeks>个?{WEEK_ZH}))"
    r"(?(past)|[之以]?后(?![的续期]))"
)
"""三天后, 再过两周."""
