"""Text as it is kept, compared and masked."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from mingbai.domain.pattern import pattern
from mingbai.domain.surnames import COMPOUND

_HAN = (
    "\u3007\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\ue000-\uf8ff\U00020000-\U0003fffd"  # rare names often come as private-use characters
)
_EMOJI = "\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
)
_LINE_BREAK = pattern("\r\n|[\r\v\f\x85\u2028\u2029]")
_EXCEL_ESCAPE = pattern("_x(00[01][0-9a-f])_", re.IGNORECASE)
_UNSEEN = pattern(
    # A flag such as that of Scotland spells its name in tag characters; elsewhere they hide text.
    "(?P<flag>\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)"
    f"|(?<![{_EMOJI}\ufe0f])\u200d|\u200d(?![{_EMOJI}])"
    "|[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f" + _NONCHARACTERS + "]"
)


def clean(text: str, *, multiline: bool = False) -> str:
    """The text without what cannot be seen, stored or saved into a workbook.

    On one line, line breaks and tabs become one space. Emoji and rare characters stay whole.
    """
    if text.isprintable() and "_x" not in text and unicodedata.is_normalized("NFC", text):
        return text.strip()
    # Taking a mark away can bring two others together, so go on until nothing changes.
    while (cleaned := _cleaned_once(text, multiline)) != text:
        text = cleaned
    return text


def _cleaned_once(text: str, multiline: bool) -> str:
    text = _EXCEL_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    text = _LINE_BREAK.sub("\n", text)
    text = _UNSEEN.sub(lambda found: found["flag"] or "", text)
    text = unicodedata.normalize("NFC", text).strip()
    if multiline or not ("\n" in text or "\t" in text):
        return text
    return " ".join(part for piece in re.split("[\n\t]", text) if (part := piece.strip()))


def fold(text: str) -> str:
    """The text for comparing and searching: full width and case no longer matter."""
    if text.isascii():
        return text.lower()
    # Some letters gain a compatibility form only after case folding.
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


_ADDRESS_OF_A_PAGE = pattern(r"(?i:[a-z][a-z+.-]*://|www\.)")


def capital(text: str) -> str:
    """The text as it stands at the beginning of an English sentence or cell; 中文 and addresses stay as they are."""
    if _ADDRESS_OF_A_PAGE.match(text):
        return text
    return text[:1].upper() + text[1:]


# --- Masks -------------------------------------------------------------------------------------

_COMPOUND_SURNAME = pattern(COMPOUND)
_TITLE = pattern(
    "(?:先生|女士|小姐|太太|夫人|同志|老师|师傅|老板|书记|主任|医生|警官|经理|同学|阿姨|大爷|大妈|大娘|大伯|大叔|大婶"
    "|大姐|大哥|大嫂|伯伯|叔叔|婶婶|嫂子|奶奶|爷爷|婆婆|公公|老人|老太|爹爹|娭毑|爹|爷|伯|叔|婶|嫂|姨|姑|哥|姐)(?:家里?)?"
)
_SOMEBODY = pattern("某某?")
_NO_NAME = frozenset({"匿名", "不详", "未知", "保密", "本人", "户主", "家属"})
_NAME_PART = pattern(
    f"(?P<han>[{_HAN}\\d*][{_HAN}\\d*·•・‧]*)|(?P<other>[^\\W\\d_{_HAN}][^\\s{_HAN}*,;/、，；()（）]*)"
)


LONGEST_TITLE, LAST_NARROW = 24, 0x2E7F
"""So many Chinese signs of a title stand in a sentence, and twice as many letters."""


def shortened(title: str) -> str:
    """A title as a sentence can hold it."""
    wide = sum(2 if ord(sign) > LAST_NARROW else 1 for sign in title)
    most = LONGEST_TITLE if wide > len(title) else 2 * LONGEST_TITLE
    return title if len(title) <= most else title[: most - 1] + "…"


def mask_name(name: str) -> str:
    """A name as lists show it: 张*三, 张*, 欧阳*明, M. J., Mrs J.; of 李先生 and 张大妈 the surname, 李* and 张*.

    张某某 and 匿名 name nobody and stay. Several names in one cell are masked one by one, and digits never stay.
    """
    return _NAME_PART.sub(
        lambda found: _masked_han(found["han"]) if found["han"] else _masked_latin(found), name
    )


_COURTESY = pattern(r"(?i:mr|mrs|ms|miss|mx|dr|madam)\.?")


def _masked_latin(found: re.Match[str]) -> str:
    """An initial; before a name Mrs stays, or it would be read as a first name, and so does what joins two."""
    said = found[0]
    if said == "and":
        return said
    if _COURTESY.fullmatch(said) and re.match(r"\s+\w", found.string[found.end() :]):
        return said
    return f"{said[0]}."


def _masked_han(name: str) -> str:
    if name in _NO_NAME:
        return name
    surname = 2 if len(name) > 2 and _COMPOUND_SURNAME.match(name) else 1
    if _SOMEBODY.fullmatch(name, surname):
        return name
    if len(name) == 1:
        return "*"
    # A neighbourhood knows who 张大妈 is; without the word it does not.
    if any(_TITLE.fullmatch(name, at) for at in range(surname, len(name))):
        return f"{name[:surname]}*"
    last = len(name) - 1 if len(name) >= surname + 2 else len(name)
    shown = [
        sign if sign in "·•・‧" or ((at < surname or at == last) and not sign.isdigit()) else "*"
        for at, sign in enumerate(name)
    ]
    return "".join(shown)


_PHONE_WORD = pattern("转|分机|手机|座机|电话|固话|短号|微信|或|和|家|办公室|ext|tel", re.IGNORECASE)
_PHONE_PART = pattern(
    r"(?<![\d*])(?P<country>\+?86[- ]?)?(?P<mobile>1[\d*]{2}[- ]?[\d*]{4}[- ]?[\d*]{4}(?![\d*]))"
    r"|(?P<area>(?<![\d*])(?:\(0\d{2,3}\)|010|02\d|0[3-9]\d\d)[- ]?)(?P<local>[\d*]{7,8})(?![\d*])"
    r"|(?P<number>[\d*]+)"
    f"|(?P<han>[{_HAN}]+)|(?P<other>[^\\W\\d_{_HAN}][^\\s{_HAN}\\d*,;/、()]*)"
)


def mask_phone(phone: str) -> str:
    """A phone number as lists show it: 138****1234, 0735-22***34, 6****8.

    At least the middle three digits are hidden, in a short number all of them; a name written
    beside the number keeps its first character only.
    """
    return _PHONE_PART.sub(_masked_phone_part, unicodedata.normalize("NFKC", phone))


def _masked_phone_part(found: re.Match[str]) -> str:
    if found["mobile"]:
        return (found["country"] or "") + _starred(found["mobile"], 3, 4)
    if found["local"]:
        return found["area"] + _starred(found["local"], 2, 2)
    if number := found["number"]:
        kept = 0 if len(number) < 5 else 1 if len(number) < 7 else 2
        return _starred(number, kept, kept)
    if _PHONE_WORD.fullmatch(found[0].rstrip(".:")):
        return found[0]
    return f"{found['han'][0]}某" if found["han"] else f"{found[0][0]}."


def _starred(number: str, first: int, last: int) -> str:
    """The number with its digits hidden between the first and last few; what stands between them stays."""
    places = [at for at, sign in enumerate(number) if sign not in "-. _·/"]
    hidden = set(places[first : len(places) - last])
    return "".join("*" if at in hidden else sign for at, sign in enumerate(number))


_DIGIT = pattern(r"\d")
_NUMBER_SIGNS = str.maketrans(
    "０１２３４５６７８９＋－–—−‐‑（）ｘＸ＿•・‧\t\u3000\xa0\u202f\u205f"
    + "".join(map(chr, range(0x2000, 0x200B))),
    "0123456789+------()xX_···" + " " * 16,
)
_GAP = "[ ._·-]{0,3}"
_BORN = r"(?:1[89]|20)\d\d{gap}(?:0[1-9]|1[0-2]){gap}(?:0[1-9]|[12]\d|3[01])".replace("{gap}", _GAP)
_PROVINCE = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[123])"
# Without anything between them.
_IN_RUN = rf"(?:1[3-9]\d{{9}}|[1-9]\d{{5}}{_BORN.replace(_GAP, '')}\d{{3}}[\dXx])"
_PERSON_NUMBER = pattern(
    rf"(?<!\d)(?:(?P<id>[1-9]\d\d{_GAP}\d{{3}}{_GAP}{_BORN}{_GAP}\d{{3}}{_GAP}[\dXx]"
    rf"|{_PROVINCE}\d\d{_GAP}(?:\d{{4}}{_GAP}){{3}}\d{_GAP}[\dXx])"
    # Fifteen digits are an old ID only if they begin with a province and hold a day.
    rf"|(?P<old>{_PROVINCE}\d\d{_GAP}(?:\d\d{_GAP}\d{{6}}|\d{{4}}{_GAP}\d{{4}}){_GAP}\d{{3}})"
    rf"|(?P<run>{_IN_RUN}{{2,}})"
    rf"|(?P<country>(?:\+?86|0086){_GAP}|0)?(?P<mobile>1[3-9]\d(?:{_GAP}\d{{4}}{_GAP}\d{{4}}|/\d{{4}}/\d{{4}}"
    rf"|{_GAP}\d{{3}}{_GAP}\d{{5}}|{_GAP}\d{{5}}{_GAP}\d{{3}}|\d{_GAP}\d{{3}}{_GAP}\d{{4}}"
    # With a dash or a point between them these are two amounts, or one.
    r"|\d\d[ _·]{1,3}\d{6}))"
    r"|(?P<area>\(0\d{2,3}\) ?|(?<!\d-)0(?:10|2\d|[3-9]\d\d)(?:[- ]|(?<![A-Za-z]\d{3})(?<![A-Za-z]\d{4})))"
    r"(?P<local>\d{3,4}[- ]?\d{4}))(?!\d)"
)


_RUN = pattern(_IN_RUN)
_FEWEST = 10
"""A phone with its area code has so many digits; whatever else names a person has more."""
_MOBILE = 11
"""The digits of a mobile number."""


def mask_numbers(text: str) -> str:
    """Free text with the numbers of people hidden: phones as `mask_phone` has them, IDs as 430102********1234.

    Order numbers, document numbers, dates and amounts stay.
    """
    if len(_DIGIT.findall(text)) < _FEWEST:
        return text
    # Sign for sign, so that what is found in one stands at the same place in the other.
    plain = text.translate(_NUMBER_SIGNS)
    pieces, at, start = [], 0, 0
    while found := _PERSON_NUMBER.search(plain, start):
        if (masked := _masked_number(found)) is None:
            # A person's number may begin within what looked like one.
            start = found.start() + 1
            continue
        pieces += [text[at : found.start()], masked]
        at = start = found.end()
    return "".join([*pieces, text[at:]])


def _masked_number(found: re.Match[str]) -> str | None:
    if number := found["id"] or found["old"]:
        digits = _DIGIT.findall(number)
        born = "".join(["19", *digits[6:12]] if found["old"] else digits[6:14])
        return _starred(number, 6, 4) if _is_birthday(born) else None
    if run := found["run"]:
        return "".join(
            _starred(one, *((3, 4) if len(one) == _MOBILE else (6, 4))) for one in _RUN.findall(run)
        )
    if found["mobile"]:
        return (found["country"] or "") + _starred(found["mobile"], 3, 4)
    return found["area"] + _starred(found["local"], 2, 2)


def _is_birthday(digits: str) -> bool:
    """Whether somebody alive may be born on it: the number of an order often holds a day, rarely one of these."""
    try:
        return date(1900, 1, 1) <= date(int(digits[:4]), int(digits[4:6]), int(digits[6:])) <= date.today()
    except ValueError:
        return False


_HOUSE = pattern(
    # A number is a door unless it names a group, a lane, a road, a phase …
    r"[A-Za-z#]*\d+(?!\d|[A-Za-z]?(?:组|村|社|队|路|街|巷|弄|里|期|区|胡同|大道|国道|省道|县道|乡道|公里|支路|片|网格|屯"
    r"|号线|号网格))"
    r"|(?:[零〇一二三四五六七八九十百]+|[甲乙丙丁A-Za-z])(?:号楼|栋|幢|座|号(?!线|网格)|单元|楼|层|室|户|排)"
)
_HOUSE_EN = pattern(
    r"\b(?:room|rm|unit|building|bldg|block|flat|apt|apartment|suite|floor|house|door|no|number)\b\.?\s*#?\s*"
    r"(?:[\w-]*\d[\w-]*|[a-z]\b)"
    r"|(?<!group )(?<!team )(?<!phase )(?<!zone )(?<!lane )(?<![\w])[a-z#]?\d[\w/#-]*",
    re.IGNORECASE,
)
_HAN_SIGN = pattern(f"[{_HAN}]")


def mask_address(address: str) -> str:
    """An address down to the estate, road or group: 新湖花园***, 明山村3组***.

    From the first building, unit or door number on nothing is shown. In an English address,
    where the number stands first, only the numbers go: ***, New Lake Garden.
    """
    address = unicodedata.normalize("NFKC", address)
    if not _HAN_SIGN.search(address):
        return re.sub(r"\*\*\*(?:[\s,]*\*\*\*)+", "***", _HOUSE_EN.sub("***", address))
    found = _HOUSE.search(address)
    return address if found is None else address[: found.start()].rstrip(" ,-;:(*#、") + "***"
