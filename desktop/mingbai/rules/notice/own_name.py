"""The reader's own name in a notice that gives each of many its day: 24号到梅苑，27号到兰苑, 发兰苑社区."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from mingbai.domain.pattern import pattern

Span = tuple[int, int]
NEAR = 16
"""So far from its day a name stands."""
_KIND = "(?:社区|村委会|居委会|村|小区|片)"
_NAME = "(?P<n{0}>[\u4e00-\u9fff]{{2,4}}?)"
_OWN = pattern(
    "|".join(
        form.replace("NAME", _NAME.format(at))
        for at, form in enumerate(
            (
                f"(?:我们|咱们?|你们|你|我)是NAME(?:{_KIND})?(?=[^\u4e00-\u9fff]|$)",
                f"NAME(?:{_KIND})?[(（](?:即|就是)?(?:我们|咱们?|你们|本社区|本村)[)）]",
                f"(?:发|转给|转发|发给|主送|致)[:：@]?\\s?NAME{_KIND}",
                f"(?:^|(?<=\n))[(（]?NAME{_KIND}(?:[(（][^()（）\n]{{1,8}}[)）])?[:：]",
                f"[(（]NAME(?:{_KIND})?(?:工作群|内部群|居委会内部群)[)）]",
                f"给NAME{_KIND}的(?:消息|通知|微信)",
            )
        )
    )
    + r"|\b(?:you|we)\s+are\s+(?:from\s+)?(?P<en>[a-z]+(?:\s+[a-z]+)?)(?=\s*[.,;!)\n]|$)"
    r"|\bto\s*:\s*(?P<en2>[a-z]+(?:\s+[a-z]+)?)\s+(?:community|village)\b"
)


def own_days(same: str, days: Collection[Span]) -> set[Span]:
    """The places of days beside which a folded text names its reader, who is told by name elsewhere."""
    told = list(_OWN.finditer(same)) if len(days) > 1 else []
    names = {name for found in told for name in found.groups() if name and name not in _NO_NAMES}
    return {day for name in names for at in _places(same, name) for day in _beside(same, at, len(name), days)}


_ENDS_LINE, _ENDS_CLAUSE = pattern(r"[\n。；;]"), pattern("[，,、]")
_NO_NAMES = frozenset(
    {"各", "全体", "所有", "相关", "有关", "各个", "welcome", "invited", "asked", "free", "all"}
)


def _places(same: str, name: str) -> Iterator[int]:
    at = same.find(name)
    while at >= 0:
        yield at
        at = same.find(name, at + len(name))


def _beside(same: str, at: int, length: int, days: Collection[Span]) -> Iterator[Span]:
    """The day that stands next to a name in its line: one of its own clause first, and the one before it first."""
    before = max((day for day in days if at - NEAR <= day[1] <= at), default=None)
    behind = min((day for day in days if at + length <= day[0] <= at + length + NEAR), default=None)
    sides = [(day, same[day[1] : at]) for day in (before,) if day] + [
        (day, same[at + length : day[0]]) for day in (behind,) if day
    ]
    in_line = [one for one in sides if _ENDS_LINE.search(one[1]) is None]
    # 梅苑24号，兰苑27号: the comma parts 兰苑 from 24号.
    in_clause = [one for one in in_line if _ENDS_CLAUSE.search(one[1]) is None]
    yield from (day for day, _ in (in_clause or in_line)[:1])
