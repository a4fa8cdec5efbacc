"""Numbers in words: 廿三, 二〇二六, five, third."""

from __future__ import annotations

from mingbai.domain.calendar_names import WEEKDAY_SIGNS
from mingbai.domain.pattern import pattern

# --- Chinese -----------------------------------------------------------------------------------

ZEROS_ZH = "〇零"
ONES_ZH = "一二三四五六七八九"
TO_TEN_ZH = f"{ONES_ZH}十"
COUNTS_ZH = "一二两三四五六七八九"
"""The same where things are counted: 两天."""
DIGITS_ZH = ZEROS_ZH + COUNTS_ZH
NUMERAL_SIGNS = f"{DIGITS_ZH}十廿卅"

_VALUES = {**dict.fromkeys(ZEROS_ZH, 0), **{sign: at for at, sign in enumerate(ONES_ZH, 1)}, "两": 2}
_NUMERAL = pattern(
    # After 周 or 星期 comes a weekday: 周五十点 is Friday at ten.
    f"(?:(?<![周期拜{DIGITS_ZH}十百千])|(?<=[周期拜][{WEEKDAY_SIGNS}]))"
    f"(?:(?:[{ONES_ZH[1:]}]?十|廿|卅)[{ONES_ZH}]?|[{DIGITS_ZH}]{{1,4}})(?=个?[年月日天号时点分秒小刻半])"
)


def with_digits(text: str) -> str:
    """Chinese numerals before a unit as digits: 二〇二六年十一月 -> 2026年11月."""
    return _NUMERAL.sub(lambda found: str(number_zh(found[0])), text)


def number_zh(numeral: str) -> int:
    """The number that Chinese signs make: 十二, 廿三, 二〇二六."""
    numeral = numeral.replace("廿", "二十").replace("卅", "三十")
    if "十" not in numeral:
        return int("".join(str(_VALUES[sign]) for sign in numeral))
    tens, _, ones = numeral.partition("十")
    return 10 * (_VALUES[tens] if tens else 1) + (_VALUES[ones] if ones else 0)


# --- English -----------------------------------------------------------------------------------

COUNTS_EN = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ONES_EN = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS_EN = ("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth")
ORDINALS_EN = (
    *_ONES_EN,
    *(*_TEENS_EN, "seventeenth", "eighteenth", "nineteenth", "twentieth"),
    *(f"twenty-{one}" for one in _ONES_EN),
    *("thirtieth", "thirty-first"),
)
"""As many as the days of a month."""
