"""How days and times are written, as patterns: the pieces of a typed line, and the forms in a text of sentences."""

from __future__ import annotations

from mingbai.domain.calendar_names import (
    MONTH_EN,
    MONTH_NUMBERS,
    WEEK_ZH,
    WEEKDAY_EN,
    WEEKDAY_NUMBERS,
    WEEKDAY_ZH,
)
from mingbai.domain.numerals import COUNTS_EN, NUMERAL_SIGNS, ORDINALS_EN
from mingbai.domain.pattern import alternatives, pattern

# --- The pieces, Chinese -----------------------------------------------------------------------

NUMERAL = f"[{NUMERAL_SIGNS}]{{1,3}}"
NUMBER = rf"(?:\d{{1,2}}|{NUMERAL})"
PART = "(?:上午|下午|中午|早上|早晨|清晨|凌晨|傍晚|晚上|晚间|夜里|晚|早)"
HALF_OF_DAY = "(?:上午|下午|晚上|中午|早上|晚|早)"

DAY_ZH = (
    rf"(?:\d{{4}}[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}[日号]?|{NUMBER}月{NUMBER}[日号]?"
    rf"|(?:[本这下]个?月|{NUMBER}月份?)[底末]|[本这下]个?月{NUMBER}[日号]|\d{{1,2}}[-/.]\d{{1,2}}"
    rf"|{NUMBER}[日号]|(?:下下|[本这下])?个?{WEEKDAY_ZH}|大后天|[今明后]天|[今明]日|[今明](?=[晚早])"
    r"|[今明本]?年[底末]|本?季度?[底末]|月[底末])"
)
"""A day in a typed line, where words stand alone; a text of sentences needs the stricter one below."""
BESIDE_ZH = rf"(?:\s*[(（]\s*{WEEKDAY_ZH}\s*[)）])?"
"""The weekday that may stand beside a day: （周四）."""
TIME_ZH = rf"(?:\s*{HALF_OF_DAY}?\s*(?:\d{{1,2}}[:：]\d\d|{NUMBER}[点时](?:半|整|\d{{1,2}}分?)?))?"
WITHIN_ZH = (
    rf"(?:{NUMBER}(?:[天日]|个?{WEEK_ZH})[之以]?内|[本这下]个?{WEEK_ZH}[之以]?内|[本这]个?月[之以]?内)"
)

_CLOCK = (
    rf"(?:\d{{1,2}}[:：]\d\d(?!\d)(?:[:：]\d\d)?(?:时(?!间|[段候]))?|{NUMBER}(?:[点时](?![间候段期点长代效刻])|点(?=前))"
    rf"(?:钟|半|整|[一三]刻|{NUMBER}分?(?![\d个月日号]))?)"
)
_AM_PM = r"\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?"
_UNTIL = r"\s*(?:(?:[上下]午)?[下上]班)?\s*(?:之前|以前|前(?![后往期去来夕台列三两十一]|提|述|者)|为?止(?!血)|截[止至]|到期)"
_REMARK = "[^()（）\\d\n，,。；;一二三四五六七八九十月日]{1,8}"
_NOTE = (
    rf"(?:\s*[(（]\s*{WEEKDAY_ZH}\s*[，,、]?\s*{_REMARK}[)）]|\s*[(（]?\s*{WEEKDAY_ZH}\s*[)）]?"
    r"|\s*[(（](?:含|包含|包括|节前|节后|补班|调休|工作日|照常|正常|最后|也就是|即)[^()（）\d\n，,。；;]{0,8}[)）])?"
)
"""What may stand beside a day before its time: （周五）, （周六补班）, （最后一天）."""
_NO_DAY_BEFORE = (
    r"(?:(?<=今年)|(?<![\d〇零初月年第近每满期〕\]】]))(?:(?=\d)|(?<![一二两三四五六七八九十廿卅]))"
)
"""Before the number of a day: no other number, but 统一28号 is a day."""
_CJK_DAY = (
    r"\d{4}\s*[-/.年]\s*(?:\d{1,2}|元(?=月))\s*[-/.月]\s*\d{1,2}(?!\d)\s*[日号]?"
    rf"|[〇零一二三四五六七八九]{{4}}年{NUMBER}月{NUMBER}[日号]"
    rf"|(?<!\d)\d\d年{NUMBER}月{NUMBER}[日号]"
    r"|(?<!\d)\d \d +月 *\d(?: ?\d)? *[日号]|(?<!\d)\d \d *月 *\d \d *[日号]|(?<!\d)\d{1,2} *月 *\d \d *[日号]"
    rf"|(?<![\d年])(?:(?=\d)|(?<![〇零一二三四五六七八九十]))(?:今年|本年|明年)?(?:{NUMBER}|(?<!单)元)\s*月份?\s*{NUMBER}(?:\s*[日号]|(?![\d个家户名件次万元%份条人处起类项]|\s*月))"
    rf"|(?:本|这个?|当|下个?|次)月(?:的|份)?\s*{NUMBER}\s*[日号]"
    rf"|(?:(?<![\d\u4e00-\u9fff])|(?<=[于在到至按从自请]))月\s*{NUMBER}\s*[日号]"
    rf"|(?:(?:本|这个?|当|下个?|次)月|{NUMBER}月)份?的?(?:最[后末]|头|第)[一1]天"
    rf"|(?:(?:本|这个?|当|下个?|次)月|(?:\d{{4}}年|今年|明年)?{NUMBER}月份?|(?<![\d份一二三四五六七八九十每个上])月)[底末]"
    rf"|(?:(?:本|这个?|当|下个?|次)月|{NUMBER}月份?|(?<![\d份一二三四五六七八九十每个上岁])月)中(?=[前之以交报收开送完给上发把召填查再，,。；;（(]|$)"
    rf"|(?:下下|(?<!一)[本这下])?个?{WEEKDAY_ZH}(?:(?<!一)|(?![次个期致年圈人报])|(?<=[本这下]周一)(?=个)|(?<![每一逢两二三四五六半双隔按行]周一)(?=报))"
    rf"|大后[天儿]|[今明后](?:天|儿个?)|[今明]日|今明两[天日]|下{WEEK_ZH}的?(?:今天|此时)|[一两二]{WEEK_ZH}[之以]?后的今天|(?:[今明]|(?<![\u4e00-\u9fff])后)(?:[早晚]上?|[午晨])|今朝|[今明](?=[上下]午)"
    r"|(?<!\d)20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d号日])"
    r"|(?:今|明|本|当)?年[底末](?=之?前|以前)|(?:今|本|当)?年[底末]的?最[后末][一1]天|本季度?[底末]|(?<![每度逐上])(?:[一二三四]?季度?|季)[底末](?!月)(?:的?最后[一1]天)?"
    rf"|{_NO_DAY_BEFORE}{NUMBER}\s*[日号](?=[之以]?前(?![后往期]))"
    rf"|{_NO_DAY_BEFORE}(?<!\d\)){NUMBER}\s*"
    r"(?:日(?:(?![常均托间志记本式语历照游用内之以报]|夜(?![里间晚]))|(?<=\d日)(?=报(?![表制社刊]))|(?=报(?:[送给到至来回数名出上齐完我，,。；;！!）)\s县区市镇乡局民]|$)))|号(?![楼栋幢单元室门院令地厂机井床铺馆窗桌柜库坝码通表网片]|文(?![物化旅书明体])|车(?![到来拉])|线(?![上下])|公(?![布示开])|告(?![诉知])|工(?=[地程厂段单位])))"
    rf"|(?:(?<=[改挪推移延迟后][到至])|(?<=提[前早][到至]))(?:3[01]|[12]?\d|{NUMERAL})(?=\s*(?:[，,。；;！!）)]|$|[之以]?前|[交报收开来去]))"
    r"|(?<![0-9a-z.\-/])(?<!\d[:：])(?:1[0-2]|0?[1-9])[./·-](?:3[01]|[12]\d|0?[1-9])(?!\s?[ap]\.?m)(?!\s+[a-z]{3})(?![0-9a-z.\-/%‰:：]"
    r"|\s*[万元千米公斤个吨亿级版倍折分岁楼栋幢单元室]|[月年])(?:[日号](?![楼栋幢室单元])|(?![日号]))"
)
_FROM = rf"(?:(?<=[\d日号底一二三四五六天)）])\s*[-–—~～至到]+\s*(?P<to>{_CJK_DAY}|\d{{1,2}}[日号])(?P<to_note>{_NOTE}))?"
SAID_ZH = pattern(
    rf"(?=[\d{NUMERAL_SIGNS}元今本明当这下次月个周星礼大后年季])(?<!每)(?<!每个)(?:(?={NUMBER}\s*月|[今明后大本当])(?<!不上)|(?<!(?<!以)上)(?<!个))(?<!隔)(?<!隔周)(?<!双)(?<!去年)(?P<day>{_CJK_DAY})(?P<note>{_NOTE})"
    rf"(?:\s*[(（]\s*(?P<again>{_CJK_DAY}{_NOTE})\s*[)）])?{_FROM}"
    rf"(?:\s*[,，]?\s*[(（]?\s*(?P<time>{_AM_PM}|{PART}?\s*{_CLOCK})(?:\s*[-–—~～至到]+\s*{PART}?\s*{_CLOCK})?\s*[)）]?)?"
    rf"(?:\s*[-–—~～至到]+\s*(?P<till>{_CJK_DAY}){_NOTE}(?:\s*(?P<till_time>{PART}?\s*{_CLOCK}))?)?"
    rf"(?P<part>{PART}|全天|夜间)?(?P<until>{_UNTIL})?"
)
DAY_RANGE = pattern(
    r"(?<![\d.\-/:：])(?:(?:1[0-2]|0?[1-9])[月./])?(?P<from>\d{1,2})[日号]?\s*(?:[-–—~～]+|[、和及])\s*(?=\d{1,2}[日号])"
)
CLOCK_ALONE = alternatives(
    rf"(?<![\d:：.\-/第])(?<!次日)(?<!翌日)(?<!第二天)(?<!隔天)(?<!当日)(?<!当天)(?P<time>{PART}\s*{_CLOCK}|\d{{1,2}}[:：]\d\d(?![\d:：])|{NUMBER}点(?:半|整|钟)?(?=之?前|以前)|{NUMBER}点[半整](?=[，,。；;！!]|$)|(?<=time: ){_AM_PM})"
    rf"(?:\s*[-–—~～至到]+\s*{PART}?\s*{_CLOCK})?(?P<until>{_UNTIL})?"
)
CLOSING = alternatives(
    r"(?:^|(?<=[\s，,。；;：:！!请在于我你们您]))(?:下班(?:之前|以前|前))|\b(?:by|before)\s+(?:the\s+)?(?:(?:close|end)\s+of\s+(?:business|play|the\s+(?:working\s+)?day|day)|cob|eod)\b"
    rf"(?!\s*[,(]?\s*(?:on\s+|of\s+)?(?:the\s+)?(?:\d|today|tomorrow|this|next|{'|'.join((*WEEKDAY_NUMBERS, *MONTH_NUMBERS))}))"
    r"|(?:^|(?<=[.,;!?]\s))(?:cob|eod)\b(?=[\s.,;!]|$)"
)
"""When the office closes, on a day that is not named: today."""
WITHIN_TEXT = pattern(
    rf"(?=[\d{NUMERAL_SIGNS}半本这下当月年今])(?<![\d月./〇零一二两三四五六七八九十去近-])(?:(?P<work>{NUMBER})\s*个?工作日|(?P<days>{NUMBER})\s*(?:个?自然)?[天日]|(?P<weeks>{NUMBER})\s*个?{WEEK_ZH}"
    rf"|(?P<months>{NUMBER})\s*个月|(?P<half>半)个?月|(?P<hours>\d{{1,3}}|{NUMERAL})\s*个?小时|(?P<minutes>\d{{1,3}}|{NUMERAL})\s*分钟(?=[之以]?内[回报给到赶集处交反答])"
    rf"|(?P<week>[本这下])个?{WEEK_ZH}|(?P<month>(?:本|这个?|当)月(?:份)?|(?<![\d个半每\]下上])月)|(?P<year>[本今]?年)|(?P<today>[今当]天))\s*(?:[之以]?内|(?<=工作日)里)"
)

# --- The pieces, English -----------------------------------------------------------------------

DOTTED_MONTH_EN = rf"{MONTH_EN}\.?"
DAY_EN = (
    r"(?:(?:the\s+)?end\s+of\s+(?:the\s+|this\s+|next\s+)?(?:month|year)|(?:the\s+)?day\s+after\s+tomorrow|today|tomorrow"
    rf"|(?:{WEEKDAY_EN},?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{DOTTED_MONTH_EN}(?:,?\s+(?:19|20)\d\d)?"
    rf"|(?:{WEEKDAY_EN},?\s+)?{DOTTED_MONTH_EN}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+(?:19|20)\d\d)?"
    rf"|(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)|(?:(?:this|next)\s+)?{WEEKDAY_EN}|this\s+(?:week|month)|month[- ]end|year[- ]end"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2})"
)
TIME_EN = r"(?:,?\s+(?:at\s+)?\d{1,2}(?::\d\d)?\s*[ap]\.?m\.?|,?\s+(?:at\s+)?\d{1,2}:\d\d)?"
ORDINAL_EN = rf"(?:{'|'.join(sorted(ORDINALS_EN, key=len, reverse=True))})"
_ORDINAL_ALONE = rf"(?:(?<=\bon )|(?<=\bby )|(?<=\bbefore )|(?<=\buntil ))the\s+{ORDINAL_EN}(?=\s*(?:[.,;:!?)]|$)|\s+(?:of\s+the\s+month\b|inst\b|(?:you|we|i|they|he|she|the|an?|our|your|all|at|by|please|and)\b))(?:\s+(?:of\s+the\s+month|inst))?|the\s+(?!{'|'.join(ORDINALS_EN[:3])}){ORDINAL_EN}(?=\s*(?:[.,;:!?)]|$)|\s+(?:at|by|before|and|of\s+(?:this|next)\s+month)\b)"
"""The fifteenth, where no word follows that it may belong to."""

_CLOCK_EN = r"(?:\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\b\.?|\d{1,2}:\d\d(?:\s*(?:hrs|hours))?|\d{1,2}\s*o['’]?clock|noon|midday)"
SAID_EN = alternatives(
    rf"(?<![\w'’./-])(?:(?P<before>{_CLOCK_EN})(?:\s*[-–—]\s*{_CLOCK_EN})?(?:\s*,?\s*(?:on|of)?\s+|,\s*))?"
    rf"(?:(?P<from>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*[-–—]\s*|\s+(?:to|until|till|through|and)\s+|(?:,\s*\d{{1,2}}(?:st|nd|rd|th)?)+,?\s+and\s+)(?=(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{DOTTED_MONTH_EN}\b))?"
    r"(?P<day>(?:the\s+)?(?:end|last\s+day|(?<=the )last)\s+of\s+(?:(?:the|this|next)\s+)?(?:month|year|quarter)|before\s+the\s+(?:week|month|quarter|year)\s+(?:is\s+(?:out|over)|ends|closes)|(?:the\s+)?(?:month|quarter|year)['’]s\s+end"
    rf"|(?:the\s+)?end\s+of\s+{DOTTED_MONTH_EN}|month[- ]end|quarter[- ]end|year[- ]end"
    rf"|(?:the\s+)?{ORDINAL_EN}\s+(?:of\s+)?{DOTTED_MONTH_EN}(?!\w)|{_ORDINAL_ALONE}|the\s+{ORDINAL_EN}\s+of\s+(?:this|next)\s+month"
    r"|(?:the\s+)?day\s+after\s+tomorrow|today|tonight|tomorrow|tmrw?|2moro|this\s+(?:morning|afternoon|evening)"
    rf"|(?:{WEEKDAY_EN}\.?,?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{DOTTED_MONTH_EN}(?:,?\s+(?:19|20)\d\d)?(?!\w)"
    rf"|(?:{WEEKDAY_EN}\.?,?\s+)?{DOTTED_MONTH_EN}\s+\d{{1,2}}(?:st|nd|rd|th)?(?![\d:])(?:,?\s+(?:19|20)\d\d)?"
    rf"|(?:{WEEKDAY_EN},?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)(?:\s+of\s+(?:this|next)\s+month)?"
    rf"|{WEEKDAY_EN}\s+(?!{_CLOCK_EN})\d{{1,2}}(?=\s*(?:[.,;:!?)\n]|[-–—](?!\s*\d)|$))(?!\.\d)"
    rf"|(?:the\s+)?end\s+of\s+(?:this|the|next)\s+week|(?:(?:this\s+coming|coming|this|next)\s+)?{WEEKDAY_EN}(?:['’]s|\s+next(?!\s+(?:week|month|year|time|to)\b)|\s+(?:of\s+)?(?:this|next)\s+week)?"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|(?:3[01]|2\d|1[3-9])/(?:1[0-2]|0?[1-9]))(?![\w'’]|-(?!\s?\d))"
    rf"(?:\s*[-–—]\s*(?P<to>\d{{1,2}}(?:st|nd|rd|th)?\s+{DOTTED_MONTH_EN}|\d{{1,2}}(?:st|nd|rd|th)?(?!\w)))?"
    r"(?P<part>\s+(?:morning|afternoon|evening|night))?"
    rf"(?:\s*(?:,|\bat|\bby|\bbefore|\buntil|\bno\s+later\s+than|\bfrom|\()?\s*(?:at\s+|by\s+|before\s+|from\s+)?(?P<after>{_CLOCK_EN}|(?:[01]?\d|2[0-3])\.[0-5]0(?!\d|\.\d)))?"
)
WITHIN_EN = pattern(
    r"(?<![\w'’-])(?:with)?in\s+(?:the\s+next\s+)?"
    rf"(?P<n>\d{{1,2}}|{'|'.join(COUNTS_EN)}|(?<=within )an?)\s+(?:\(\d+\)\s+)?(?P<unit>working|business|calendar)?\s*(?P<what>days?|weeks?|hours?)\b"
)
NEXT_WORKING = pattern(
    rf"(?<![至到延])(?:下一?个?|次一?个?)工作日(?:的)?(?:\s*(?P<time>{PART}?\s*{_CLOCK}))?(?P<part>{PART})?(?P<until>{_UNTIL}|[之以]?内)?"
)
ON_RECEIPT = pattern(
    rf"[接收]到?(?:本|此|该)?(?:通知|函|件|文|信|电话)[之以]?后?的?(?:次日|翌日|第二天|隔天)(?:\s*(?P<time>{PART}?\s*{_CLOCK}))?(?P<part>{PART})?(?P<until>{_UNTIL})?"
)
"""收到此函的次日: the day after the one on which it is read."""
NEXT_WORKING_EN = pattern(
    r"\b(?<!to the )(?<!until the )(?:the\s+)?(?:next|following)\s+(?:working|business)\s+day\b"
    rf"(?:\s+(?:at|by|before)\s+(?P<time>{_CLOCK_EN}))?(?P<until>(?!))?"
)
NTH_IN_MONTH = alternatives(
    rf"(?<!每)(?<!每个)(?:(?P<rel>[本这当下次])个?月|(?P<m>{NUMBER})月|(?P<thisweek>[本这]周)|(?<![\d一二三四五六七八九十每个])月(?=[底末]))份?[底末]?前?的?(?:最后[一1]个?|第(?P<nth>[一二三四五])个?)(?:(?P<work>工作日)|{WEEK_ZH}(?P<wd>[一二三四五六日天]))"
    rf"(?:\s*(?P<time>{PART}?\s*{_CLOCK}))?(?P<part>{PART})?(?P<until>{_UNTIL})?"
)
NTH_IN_MONTH_EN = pattern(
    rf"\b(?:the\s+)?(?P<nth>{'|'.join(ORDINALS_EN[:4])}|last)\s+(?:(?P<work>(?:working|business)\s+day)|(?P<wd>{WEEKDAY_EN})|(?P<day>day))"
    rf"\s+(?:of|in)\s+(?:(?P<rel>this|next|the)\s+month|(?P<m>{DOTTED_MONTH_EN}))(?:\s+(?:at|by|before)\s+(?P<time>{_CLOCK_EN}))?(?P<until>(?!))?"
)
_AS_OF_TODAY = "[自从]?(?:今[天日]|即日)起算?"
GIVEN = alternatives(
    rf"(?:(?<!宽)限期?|[只再]?给(?:你们|大家|各[村社]区?)|给(?=[\d一二两三四五六七八九十]+(?:个?工作日|天时间))|{_AS_OF_TODAY}(?=\s*{NUMBER}\s*(?:个?工作日|天(?:时间|[，,。；;]|$)))|[时期]限(?:为|是|[:：])?)\s*(?:在|于|{_AS_OF_TODAY}|[接收]到?(?:本|此)?(?:通知|函|件|文)?[之以]?[后起])?\s*(?P<n>{NUMBER})\s*(?:(?P<work>个?工作日)|天(?![内以前])|(?<=[一二三四五六七八九十])日(?![内以前]))"
    r"(?:时间|的时间)?(?![前后内]|[，,（(]?\s*(?:即|到|至|截[止至]|从))"
    rf"|(?P<n2>{NUMBER})天为限"
    rf"|(?<![第\d一二三四五六七八九十不过超足前后到至])(?P<n3>{NUMBER})(?P<work3>个?工作日)(?=[完交办报反提整上填给])"
    rf"|(?:^|(?<=[，,。；;\n])|(?<=通知[：:]))(?P<n4>{NUMBER})(?P<work4>个?工作日)(?=[，,。；;（(]|时间)"
)
LATER = pattern(
    rf"(?:^|(?<=[\s，,。；;：:！!？?我们请村]))(?P<past>再过)?(?P<n>{NUMBER})(?:[天日]|(?P<weeks>个?{WEEK_ZH}))(?(past)|[之以]?后(?![的续期]))"
)
FROM_NOW_EN = pattern(
    rf"(?<![\w'’-])(?P<n>\d{{1,2}}|an?|{'|'.join(COUNTS_EN)})\s+(?P<unit>working|business|calendar)?\s*(?P<what>days?|weeks?)"
    r"\s+(?:from\s+(?:today|now|this\s+notice|receipt)|after\s+receipt|of\s+receiving|to\s+(?:reply|return|send|complete|finish|submit|respond))\b"
)
_GOES_ON_EN = r"(?=\s*(?:[.,;:!?)(-]|$)|\s+(?:and|at|by|before|please|the|we|you|i)\b)"
"""Behind a day that belongs to no noun: not three weeks on Friday duty."""
WEEKS_ON_EN = pattern(
    rf"(?<![\w'’-])(?<!for )(?<!within )(?<!in )(?:(?P<n>an?|{'|'.join(COUNTS_EN[:4])})\s+(?:weeks?|fortnight)\s+(?:(?:on|from)\s+)?(?P<day>today|tomorrow|{WEEKDAY_EN})"
    rf"|(?P<day2>today|tomorrow|{WEEKDAY_EN})\s+(?:week|fortnight)){_GOES_ON_EN}"
)
"""A week today, a fortnight on Friday, Monday week."""
