"""Residents in a typed line: who is called one, stands beside a phone number, or told of it.

    孙桂兰 13800001234 · 居民 王建国 · 5栋刘阿姨电话反映：… · Zhou Ling, 13800001111 · resident Zhou Ling complains about …

A family name alone makes no name: 马路, 高空 and Ring Road begin with one too. Only where something beside it says
that a person is meant it is taken, and who is of the staff is no resident.
"""

from __future__ import annotations

import re

from mingbai.domain.issue import IssueChannel
from mingbai.domain.pattern import pattern
from mingbai.domain.surnames import COMPOUND, GIVEN_EN, PINYIN, SINGLE
from mingbai.domain.text import fold
from mingbai.rules.quick.line import HAN, Line, Typed
from mingbai.rules.quick.names import Vocabulary
from mingbai.rules.quick.words import LANDLINE, MOBILE

TITLE = "(?:先生|女士|小姐|太太|大[爷妈娘伯叔婶姐哥嫂]|阿姨|奶奶|爷爷|婆婆|师傅|老师|老人|[爹爷婶姨])"
SURNAME = f"(?:{COMPOUND}|[{SINGLE}])"
_TITLED = f"{SURNAME}[\u4e00-\u9fff]{{0,2}}?{TITLE}"
_FULL = rf"(?:(?:{COMPOUND})[\u4e00-\u9fff]{{1,2}}?|[{SINGLE}][\u4e00-\u9fff]{{1,2}}?)"
_FORM_EN = r"(?:Mr|Mrs|Ms|Miss|Madam)\.?"
_COURTEOUS = rf"{_FORM_EN}(?: and {_FORM_EN})? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
_WORD = r"(?:[A-Z]['’])?[A-Z][a-z]+(?:[A-Z][a-z]+)?(?:[-'’][A-Z]?[a-z]+)*"
_GAELIC = r"(?:O['’]|Mc|Mac)[A-Z][a-z]+"
_NAME_EN = rf"(?:{_COURTEOUS}|{_WORD}(?: {_WORD}){{1,2}}|{_GAELIC}|[A-Z][a-z]+-[A-Z][a-z]+)"
_OPENED, _CLOSED = "[“\"'‘「『]?", "[”\"'’」』]?"
_ONE = f"{_OPENED}(?:{_TITLED}|{_FULL}){_CLOSED}"
_SEVERAL = f"{_ONE}(?:(?:和|与|跟|及|以及|、){_ONE})*"
_SEVERAL_EN = rf"{_NAME_EN}(?:(?:, | and |, and ){_NAME_EN})*"
_BETWEEN = pattern(
    r"(?<=[\u4e00-\u9fff”\"'’」』]{2})(?:以及|[和与跟及])(?=[“\"'‘「『]?[\u4e00-\u9fff]{2})|、|, and "
    rf"| and (?!{_FORM_EN} [A-Z])|(?<![MD]r)(?<![MD]r\.)(?<!Mrs)(?<!Mrs\.)(?<!Ms)(?<!Miss) and |, "
)
"""Between two names; what is left of a name that ends or goes on with 和 would be too short for one: 周建和, 李和平."""
_AROUND = "“”\"'‘’「」『』"
_TEL = rf"{MOBILE}|{LANDLINE}"
# Spaces are taken once for all (*+): several runs side by side would be tried in every way.
_TEL_WORD = r"(?:的?(?:联系)?(?:电话|手机)(?:号码?)?|tel\.?|phone)?\s*+[:：]?\s*+"

_NOT_GIVEN = frozenset(
    "灯漏坏堵停水梯垃圾噪楼栋室号路街巷区门口不没有了的是在与被修报映诉求助要请打送办局所站委部处厅院校店厂社镇乡县市组队户主客众们村"
    "些层下上内外给向到来去又再很太也都吗呢把将从由多么怎谁哪几"
)
"""Signs that stand in no given name."""
_ORDINARY = pattern(
    "高[空压层龄速低温血]|马[桶上路]|石[头油材]|金[额属融]|黄[线色土]|白[天色云发]|田[地间埂]|江[边堤]|温[度馨]|常[年住见规]|万[人元能]"
    "|文[件化明体]|孔洞|夏[天季]|成[功立年员本]|任[务何课]|沙[子发]|管[理道线网]|关[于闭心爱]|解[决释除答]|花[园坛盆木]|米面|单[元位独亲身]"
    "|古[树井]|严[重格禁]|易[拉燃]|包[括装裹]|焦虑|季[度节]|柳树|桑树|梅雨|余[款热额]|于是|叶子|苗[木圃]|童[装年]|程[序度]"
    "|安[全保装排置]|方[便案法式]|毛[坯病]|汤圆|平[安台]|邢台|武术|元旦|游[客泳]|钱[款包]|顾[客问]|周[边围日末一二三四五六]|段时|凌[晨乱]"
    "|符合|康复|计划|尚未|应[急该]|全部|施[工肥]|史料|陶瓷|祝[贺愿]|雷[雨电]|谷[物地]|岳[父母]|申[请报]|纪[律念录检]|巩固|印[章发刷件]"
    "|曲折|盛[大夏]|宁静|桂花|卓越|屈服|席位|郑重|陆[续地]|唐突|许[多可]|谢谢|何[时人事]|林[地木业]|罗列|丁字|东[方门]|余人|包工|童工|熊孩"
    # Those who build and keep estates.
    "|万[科达国]|金[科地茂辉]|龙湖|华[润侨宇]|江南|温泉|康桥|蓝光|田园|金[色碧]|蓝天"
)
"""Words of every day that begin with a family name."""


_BODY = pattern(
    "(?:物业|公司|集团|企业|超市|银行|移动|电信|联通|工地|大厦|花园|家园|公寓|广场|酒[店楼]|[餐饭宾]馆|业委会|管家|苑)$"
)


def is_name(word: str) -> bool:
    """Whether a Chinese word of the shape of a name may be one."""
    given = word[2 if re.match(COMPOUND, word) and len(word) > 2 else 1 :]
    return not _NOT_GIVEN & set(given) and _ORDINARY.match(word) is None and _BODY.search(word) is None


_NO_PERSON = pattern(
    r"(?:street|road|lane|gate|building|block|garden|gardens|estate|square|park|school|market|village|court|courtyard|community"
    r"|subdistrict|township|town|county|district|city|office|bureau|department|committee|cent(?:er|re)|station|company|hall|river"
    r"|lake|hill|bridge|bank|hospital|hotline|company|co|ltd|limited|inc|corporation|group|services?|management|property|properties|mobile|telecom"
    r"|unicom|china|shop|store|supermarket|restaurant|cafe|bar|hotel|clinic|pharmacy|agency|works?|repairs?|lifts?|elevators?|lamps?"
    r"|lights?|pipes?|drains?|bins?|water|power|gas|noise|parking|garbage|rubbish|north|south|east|west|please|resident|residents|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december)"
)
_BODY_EN = pattern(
    r"\s+(?:company|shop|store|supermarket|restaurant|caf[eé]|bar|hotel|clinic|services?|agency|ltd|repairs?)(?![\w-])",
    re.IGNORECASE,
)
"""What follows the name of a firm: Miss Noodle shop."""
_SURNAME_EN = pattern(PINYIN)
_GIVEN_EN = pattern(GIVEN_EN)
_GAELIC_NAME = pattern(_GAELIC)


def _is_english_name(said: str, *, called: bool) -> bool:
    """Whether words in capitals name a person; `called` one, any name is."""
    words = said.split()
    if any(_NO_PERSON.fullmatch(word.lower()) for word in words):
        return False
    if re.match(_COURTEOUS, said) or _GAELIC_NAME.fullmatch(words[-1].replace("’", "'")):
        return True
    if _GIVEN_EN.fullmatch(words[0].split("-")[0]):
        return True
    return len(words) > 1 and (called or any(_SURNAME_EN.fullmatch(word) for word in (words[0], words[-1])))


def names_somebody(said: str) -> bool:
    """Whether what a field of residents holds can be told from other words: 群众 and a lone Mary cannot."""
    if HAN.search(said) is None:
        return _is_english_name(said, called=True) and (" " in said or not _GIVEN_EN.fullmatch(said))
    if _TITLED_ALONE.fullmatch(said):
        return True
    return _BEGUN.match(said) is not None and len(said) <= LONGEST_NAME and is_name(said)


LONGEST_NAME = 4


class _Taker:
    """Takes the residents of a line, unless one of them is a colleague or none that is sure."""

    def __init__(self, line: Line, words: Vocabulary, name: str) -> None:
        self._line = line
        self._words = words
        self._name = name

    def take(self, found: re.Match[str], *, called: bool = False, whole: bool = True, but: str = "") -> bool:
        """The `who` of a match, with the words around it that the match holds if `whole`, behind the group `but`."""
        names = [one.strip(_AROUND) for one in _BETWEEN.split(found["who"])]
        if not all(self._is_person(one, called=called) for one in names):
            return False
        han = HAN.search(found["who"]) is not None
        if not han and _BODY_EN.match(found.string, found.end("who")):
            return False
        who = ("、" if han else ", ").join(names)
        start, end = found.span() if whole else found.span("who")
        if but and found[but]:
            start = found.end(but)
        return self._line.take(self._name, who, start, end)

    def _is_person(self, who: str, *, called: bool) -> bool:
        """Whether it names one, and no colleague."""
        if fold(who) in self._words.people.meant:
            return False
        if HAN.search(who) is None:
            return _is_english_name(who, called=called)
        if _TITLED_ALONE.fullmatch(who):
            return _ORDINARY.match(who) is None
        return _BEGUN.match(who) is not None and is_name(who)


_BEGUN = pattern(SURNAME)

# --- Called one, or beside a number ---------------------------------------------------------------

_ROLES = "居民|诉求人|申请人|来访人|来电人|反[映应]人|报修人|投诉人|联系人|当事人|村民|业主|住户|群众"
_NO_MORE = r"(?![\u4e00-\u9fff])"
_CALLED_ZH = (
    pattern(rf"(?:{_ROLES})\s*[:：]\s*(?P<who>[\u4e00-\u9fff]{{2,4}}){_NO_MORE}"),
    pattern(rf"(?:{_ROLES})\s*(?P<who>{_SEVERAL}){_NO_MORE}"),
)
_CALLED_EN = pattern(
    rf"(?<![\w'’-])(?:[Tt]he\s+)?(?:[Rr]esident|[Cc]aller|[Aa]pplicant|[Nn]eighbou?r|[Tt]enant|[Oo]wner)s?\s*:?\s+(?P<who>{_SEVERAL_EN})"
)
_NAME_ENDS = r"(?=\s*(?:$|[,;:.(]|1[3-9]\d)|\s+(?:by|over|on|about|that)\s)"
_FROM_EN = pattern(
    r"(?<![\w'’-])(?P<call>(?:[Pp]hone\s+)?[Cc]all\s+)?(?P<head>(?:[Cc]omplaint|[Rr]equest|[Mm]essage)\s+)?"
    r"(?:[Ff]rom|(?:(?<=[Cc]omplaint )|(?<=[Rr]equest )|(?<=[Mm]essage )|(?:[Rr]eported|[Rr]aised|[Tt]old)\s+)[Bb]y)"
    rf"\s+(?:(?:the\s+)?resident\s+)?(?P<who>{_SEVERAL_EN}){_NAME_ENDS}"
)
_FOR_EN = pattern(rf"(?<![\w'’-])[Ff]or\s+(?P<who>{_NAME_EN}){_NAME_ENDS}")
_BESIDE = (
    pattern(rf"(?P<who>{_FULL})(?=\s*+[（(,，、]?\s*+{_TEL_WORD}(?:{_TEL})(?!\d))"),
    pattern(rf"(?:{_TEL})\s*[,，、]?\s*[（(]?(?P<who>{_FULL}){_NO_MORE}"),
    pattern(rf"(?<![\w'’-])(?P<who>{_NAME_EN})(?=\s*+[,(]?\s*+{_TEL_WORD}(?:{_TEL})(?!\d))"),
    pattern(rf"(?:{_TEL})\s*[,(]?\s*(?P<who>{_NAME_EN})(?![\w'’-])"),
)
_COURTESY_EN = pattern(rf"(?<![\w'’-])(?P<who>{_COURTEOUS})")


_SPOT = r"(?<!\d)\d{1,6}\s*(?:栋|幢|座|号楼|单元|室|号)"
_TITLED_ALONE = pattern(_TITLED)
_HOME = pattern(rf"(?P<place>(?:{_SPOT}\s*+){{1,4}})?的?(?P<who>{_TITLED})(?=家(?![长属庭教具园政访]))")
"""王女士家漏水: whose home it is does not matter to what is wrong there."""


def take_resident(line: Line, words: Vocabulary, name: str, *, asks: bool = False) -> None:
    """A resident who is called one (王女士, 居民 王建国, Mrs Wang), or stands beside a phone number.

    Where someone `asks` for a paper, it is for the one it is for: Certificate of kinship for Zhou Ling.
    """
    taker = _Taker(line, words, name)
    for start, end in line.segments():
        said = line.text[start:end]
        if _TITLED_ALONE.fullmatch(said) and line.take(name, said, start, end):
            return
    _ = (
        _called_zh(line, taker)
        or _at_home(line, taker)
        or _called_en(line, taker)
        or _from_en(line, taker)
        or (asks and any(taker.take(found) for found in _FOR_EN.finditer(line.text)))
        or _beside_number(line, taker)
        or (asks and line.value("phone") is not None and _alone(line, taker))
        or any(line.begins(*found.span()) and taker.take(found) for found in _COURTESY_EN.finditer(line.text))
    )


def _called_zh(line: Line, taker: _Taker) -> bool:
    return any(
        line.begins(*found.span()) and taker.take(found, called=form is _CALLED_ZH[0])
        for form in _CALLED_ZH
        for found in form.finditer(line.text)
    )


def _at_home(line: Line, taker: _Taker) -> bool:
    for found in _HOME.finditer(line.text):
        if line.begins(*found.span()) and taker.take(found, whole=False):
            if found["place"]:
                line.take("place", found["place"].strip(), *found.span("place"))
            line.drop(found.start(), found.start("who"))
            return True
    return False


def _called_en(line: Line, taker: _Taker) -> bool:
    found = (one for one in _CALLED_EN.finditer(line.text) if line.first(one.start()))
    return any(taker.take(one, called=True) for one in found)


_ABOUT_IT = pattern(r"\s+(?:about|that)\s")


def _from_en(line: Line, taker: _Taker) -> bool:
    found = next((one for one in _FROM_EN.finditer(line.text) if taker.take(one, but="call")), None)
    if found is not None and found["call"]:
        line.take("channel", IssueChannel.PHONE.code, *found.span("call"))
    if found is not None and (about := _ABOUT_IT.match(line.text, found.end())):
        line.drop(*about.span())
    return found is not None


_NAME_ALONE = pattern(rf"(?P<who>{_FULL})$")


def _alone(line: Line, taker: _Taker) -> bool:
    """A full name that stands alone: who asks for a paper, and can be called up."""
    spans = ((start, end) for start, end in line.segments() if end - start > SHORT_NAME)
    return any(
        found is not None and taker.take(found)
        for found in (_NAME_ALONE.match(line.text, start, end) for start, end in spans)
    )


SHORT_NAME = 2
"""Of two signs, many are a word of every day."""


def _beside_number(line: Line, taker: _Taker) -> bool:
    for form in _BESIDE:
        for found in form.finditer(line.text):
            start, end = found.span("who")
            stands = line.begins(start, end) if HAN.match(found["who"]) else line.first(start)
            if stands and taker.take(found, whole=False):
                return True
    return False


# --- Who told of it --------------------------------------------------------------------------------

_NUMBER = rf"(?:\s*+[（(,，]?\s*+{_TEL_WORD}(?:{_TEL})(?!\d)\s*+[）),，]?\s*+)?"
_TOLD = "(?:反[映应]|投诉|求助|报修|举报|咨询)(?![数量率件点台人])"
_TELLS_ZH = pattern(
    rf"(?P<got>(?:接到?|收到|据|经)(?=[\u4e00-\u9fff]))?(?P<place>(?:[\u4e00-\u9fff]{{2,6}}(?:小区|花园|家园|公寓|新村|苑)\s*)?(?:{_SPOT}\s*+){{1,4}}(?:\d{{3,4}}\s*+)?)?(?P<of>的|{_ROLES}|市民|商户)*\s*+"
    rf"(?P<who>{_SEVERAL})?{_NUMBER}\s*+"
    rf"(?:(?P<came>(?:(?:打来?|来)电话来?|来电|电话)|上门来?|来访)(?:(?:{_TOLD}|说|讲|称)\s*+[:：，,]?|\s*+[:：，,])|(?:{_TOLD}|(?P<says>[说讲称](?![好明清定和])))\s*+[:：，,]?)\s*+"
)
_PLACE_OF_EN = r"(?P<of>\s+(?:from|in|of|at)\s+)?(?P<place>(?:(?:[Bb]uilding|[Bb]lock|[Uu]nit|[Rr]oom|[Ff]lat|[Ll]ane|[Nn]o\.?)\s+)?\d+\w?(?:[-–]\d+\w?)*)?"
_TELLS_EN = pattern(
    rf"\s*+(?P<role>(?:[Tt]he\s+)?(?:[Rr]esident|[Cc]aller|[Nn]eighbou?r|[Tt]enant|[Oo]wner)s?\s+)?(?P<who>{_SEVERAL_EN}){_PLACE_OF_EN}{_NUMBER}\s*+"
    r"(?:(?<=[\s,])(?P<came>phoned|called|rang|came\s+in|came\s+by|walked\s+in)(?:\s+(?:to\s+say|saying)(?:\s+that)?\s+|\s+about\s+|\s*[:,]\s*)"
    r"|(?<=[\s,])(?:complain(?:s|ed)?\s+(?:of|about|that)|report(?:s|ed)?(?:\s+that)?|say(?:s)?(?:\s+that)?|said(?:\s+that)?"
    r"|asks?\s+(?:for|us\s+to))\s+)"
)
_IN_PERSON = pattern("上门|来访|came|walked")


def take_teller(line: Line, words: Vocabulary) -> None:
    """Who told of it, where they live, and how it came; the words that join them leave the title."""
    for form in (_TELLS_ZH, _TELLS_EN):
        for found in form.finditer(line.text):
            if _tells(line, words, found):
                return


def resident_said(text: str) -> str:
    """Whoever a sentence names as a resident; "" where none is sure."""
    line, nobody = Line(text), Vocabulary((), (), ())
    take_teller(line, nobody)
    take_resident(line, nobody, "resident")
    return line.value("resident") or ""


def tells_of_it(typed: Typed, words: Vocabulary) -> bool:
    """Whether a line is a sentence in which a resident who is named tells of something."""
    line = typed.line()
    take_teller(line, words)
    return line.value("resident") is not None


def _tells(line: Line, words: Vocabulary, found: re.Match[str]) -> bool:
    who, came = found["who"], found["came"]
    start = len(found[0]) - len(found[0].lstrip()) + found.start()
    if not (line.begins(start, found.end()) and found[0].strip()):
        return False
    if found.groupdict().get("says") and not found["of"] and not _TITLED_ALONE.fullmatch(who or ""):
        # 高层说: of two signs many are a word of every day, and anybody says something.
        return False
    if who is not None:
        taker = _Taker(line, words, "resident")
        if not taker.take(found, called="role" in found.groupdict() and bool(found["role"]), whole=False):
            return False
    elif came is None:
        return False
    if found["place"]:
        left = found.start("place")
        line.take("place", found["place"].strip(), left, left + len(found["place"].rstrip()))
    if came is not None:
        channel = IssueChannel.IN_PERSON if _IN_PERSON.match(came) else IssueChannel.PHONE
        line.take("channel", channel.code, *found.span("came"))
    for name in ("role", "of", "got"):
        if found.groupdict().get(name):
            line.drop(*found.span(name))
    _drop_joins(line, found)
    return True


def _drop_joins(line: Line, found: re.Match[str]) -> None:
    """Leaves out of the title what only says that somebody told of it, around the number and the way it came."""
    start = found.end("who") if found["who"] else found.start()
    kept = [found.span("came")] if found["came"] else []
    numbers = re.finditer(_TEL, found.string[start : found.end()])
    kept += [(start + number.start(), start + number.end()) for number in numbers]
    for left, right in sorted(kept):
        line.drop(start, left)
        start = right
    line.drop(start, found.end())
