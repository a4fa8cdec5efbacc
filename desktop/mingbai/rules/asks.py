"""Which burdens a text asks of us: photos, pledges, rankings, check-ins, forms …

A word alone asks for nothing. What is denied, left to anyone's will, told about others or meant for
others asks nothing of us, and stays out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from mingbai.domain.text import fold
from mingbai.resources import rows_of
from mingbai.rules.counter.clues import Clues, has_english, read_clues

Span = tuple[int, int]

_SENTENCE = re.compile(r"[。！？!?；;\n]+|(?<=[a-z)\"”])\.(?=\s|$)")
_CLAUSE = re.compile(r"[，,：:]|——|\bbut\b|\bwhile\b|但是?|而是")
_IMPERATIVE = re.compile(
    r"请|必须|须|务必|应当|一律|统一|全部|还要|都要|\bplease\b|\bmust\b|\bshould\b|\bshall\b"
)
_DEMAND = re.compile(_IMPERATIVE.pattern + "|缺一|少一|扣.{0,2}分")
"""An imperative or a sanction."""
_QUOTE = re.compile(r"“([^“”]*)”|「([^「」]*)」|《([^《》]*)》|\"([^\"]*)\"|‘([^‘’]*)’")
_NAMED = re.compile("(?:实行|推行|执行|落实|开展|建立|采取|坚持)$")
_TERM = 8
"""A longer quotation is somebody's words, a shorter one only a term: 实行“一票否决”."""
_PLAIN_NOT = re.compile(
    r"[不无未没勿莫毋别甭免]|并[不未非]|严禁|禁止|绝不|决不|切[勿忌]|请勿|\b(?:no|not|never|without|need not|neither|nor|nobody|[a-z]+n't|[a-z]+ not)\b"
)
_BARE_NOT = re.compile(
    "[不免勿](?!少|低|超|漏|迟|断|定期|仅|但|同|足|及|按|小|限|准时|落|忘|过)[\u4e00-\u9fff]{0,2}$"
)
_INNER_NOT = re.compile(
    "[，,、]不(?!少|低|超|漏|迟|断|定期|仅|但|同|足|及|按|小|限|准时|落|忘|过|满|达|予|得少|得低)"
)
_THREAT = re.compile(
    "[^，。,;；]{0,6}(?:的|者)(?!话)|[^，。,;；]{0,3}(?:算(?![了数])|视[为同]|按[^时期，。,;；]{1,4}(?:处|论|算|计|扣|对待)"
    "|按(?:缺|旷|未|没|零|不)|扣(?!不)[^，。,;；]{0,3}(?:分|绩效|奖|钱|款|工资|补贴|\\d)|记(?:[过零缺旷大入为]|\\d|[^，。,;；]{0,3}[分次]))"
)
"""不打卡的一律通报 wants it all the same."""
_CLOSE = 12
_THEN = re.compile(r"[并后再且完同及]|\b(?:and|then|after|also)\b")
BEGINS = re.compile(
    r"改[为用成]|换[为成用]|(?<!不)启用|[，、,；;](?:一律|全员|统一|全部)(?!不|取消|停|免|废|作废|撤|解散|删)"
    r"|\breplaced by\b|\binstead\b(?! of)|\bswitch(?:es|ed)? to\b"
)
"""取消纸质台账，改为每天打卡: what is taken away makes room for it."""
_TOPIC = re.compile("整治|清理|纠治|拆除|治理")
"""占道经营整治，拍照反馈: what is taken away is only what the text is about."""
_DOES = re.compile("写|交(?!办)|报(?![表告送])")
"""三资清理写个说明: what is done about it."""
_THEIRS = re.compile(
    "的?(?:身份证|户口[本簿]|银行卡|社保卡|房屋|住房|院落|门牌|证件)(?!照)"
    "|家[里中]|(?:周|日|月|集中)?(?:探访|走访|慰问|议事|排查|摸排|关爱|服务(?!商)|花名册|名册|名单|台账|工作(?!人员)|之家|食堂|活动室|小组|安全检查|矛盾|纠纷|普查|调查)"
)
"""Right behind those people: what is theirs, or what is done for them, is only spoken of."""
_WANTS = re.compile(r"请|须|需|要|让|催|\b(?:please|must|should|need|asks?)\b")
_FAR, _FAR_EN = 8, 24
"""So many signs before those people stands what is done to them; words are longer in English."""
_BY = re.compile(r"\b(?:by|from) (?:[\w'-]+ ){0,3}$|由$")
_OF = re.compile(r" (?:of|in|among|between|for) (?:[\w'’-]+ ){0,2}")
_GIVEN = re.compile("给|对|为|向|for|of|about|to")
_BREAK = re.compile(r"[，,：:。;；]|须|应|要|自行|\b(?:must|will|should|have to)\b")
_RATE = re.compile(r"率|[装载册关注投赞发](?:量|数)|\brate\b|\bdownloads\b|\bhow many\b|\bnumber of\b")
_PASSED_ON = frozenset({"app", "vote", "group", "quota", "check_in"})
"""What we are asked to make others do is still asked of us, where it is forced."""
_PAPERS = frozenset({"form", "report"})
_COMPARED = frozenset({"ranking", "veto"})
"""Whoever is spoken of beside these is whom they fall on: 给药店打分排名."""
_OFFICES = re.compile(
    "[融新自全]媒体|.?(?:信访(?:[局办科股室]|部门|接待|维稳|联席)|新闻(?:[办科股稿]|发布|出版|宣传|中心)|减负办|投诉(?:科|中心)|举报(?:中心|科))"
)
_ILLS = re.compile("[^，,。；;]{0,8}(?:问题|现象|情[况形]|做法|行为|乱象|形式|要求|负担)")
"""What is looked for when 等 ends a list of what should not be."""
_OF_DAY = re.compile(r"\d[日月年]报")
"""每月28日报 names no daily paper."""
_ACTS = re.compile(
    r"[，,：:。;；]|[须要应请将会可都均按由对把给自主需必填报写送签交]|\b(?:must|will|should|shall|have|has|to|are|is|fill|send|submit|write|complete)\b"
)
_REACH = 400
"""So far from a word what is said of it is looked for."""
_TITLE = 60
"""A longer first line is no title."""
LONGEST = 20_000
KEPT = 512
"""So many texts are remembered: the same assignments come again and again."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One burden and where in the text it is asked for."""

    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Said:
    """A text ready for the grammar: folded sign for sign, in sentences and clauses, with what is met in it."""

    text: str
    sentences: tuple[Span, ...]
    clauses: tuple[Span, ...]
    quoted: tuple[Span, ...]
    english: bool
    _met: dict[str, tuple[Span, ...]] = field(default_factory=dict)

    def met(self, code: str) -> tuple[Span, ...]:
        """Where what goes by that code stands; it is looked for when it is first asked for."""
        if code not in self._met:
            clues = _lexicon().get(code, ())
            spans = (span for clue in clues for span in clue.met(self.text, english=self.english))
            self._met[code] = tuple(sorted(spans))
        return self._met[code]

    def across(self, clues: Iterable[Clues]) -> Iterator[Span]:
        """Where words begin in the title and end below it: what is named there is asked for here."""
        _, end = self.title
        if end:
            joined = f"{self.text[:end]}：{self.text[end + 1 : end + _TITLE]}"
            for clue in clues:
                for span in clue.met(joined, english=self.english):
                    if span[0] < end < span[1] - 1:
                        yield span

    @property
    def title(self) -> Span:
        """The first line, where it is short and not the whole text; else nothing."""
        end = self.text.find("\n")
        return 0, end if 0 < end <= _TITLE else 0

    def sentence(self, at: int) -> Span:
        """The sentence that sign stands in, of one without an end what stands near."""
        start, end = _around(self.sentences, at)
        return max(start, at - _REACH), min(end, at + _REACH)

    def clause(self, at: int) -> Span:
        """The clause that sign stands in, of one without an end what stands near."""
        start, end = _around(self.clauses, at)
        return max(start, at - _REACH), min(end, at + _REACH)

    def within(self, code: str, start: int, end: int) -> list[Span]:
        """What was met of that code between two places."""
        spans = self.met(code)
        return [
            span
            for span in spans[bisect_left(spans, (start, 0)) : bisect_left(spans, (end, 0))]
            if span[1] <= end
        ]

    def touches(self, code: str, span: Span) -> bool:
        """Whether anything met of that code overlaps a place."""
        spans = self.met(code)
        near = spans[bisect_left(spans, (span[0] - _REACH, 0)) : bisect_left(spans, (span[1], 0))]
        return any(span[0] < end for _, end in near)


def asks_of(text: str) -> tuple[Asked, ...]:
    """The burdens that a text asks of us, in its order, each place once."""
    return _asks_of(text[:LONGEST])


@lru_cache(maxsize=KEPT)
def _asks_of(text: str) -> tuple[Asked, ...]:
    said = read(text)
    found = [
        Asked(code, *span)
        for code in _codes()
        for span in _outermost(said.met(code))
        if is_asked(said, code, span) and not _only_titled(said, code, span)
    ]
    if not any(one.code == "pledge" for one in found):  # the title names it, and it is signed below
        found += [
            Asked("pledge", *span)
            for span in _outermost([*said.across(_lexicon()["pledge"])])
            if is_asked(said, "pledge", span)
        ]
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.code)))


def _only_titled(said: Said, code: str, span: Span) -> bool:
    """Whether it is asked for in the title alone, and what stands below turns it round."""
    below = said.text.find("\n") + 1
    if not below or span[0] >= below:
        return False
    spoken = [one for met in (code, f"-{code}") for one in said.within(met, below, len(said.text))]
    return bool(spoken) and not any(is_asked(said, code, one) for one in spoken)


def words_asked(said: Said, words: tuple[str, ...]) -> tuple[Span, ...]:
    """Where the words of a rule, written as clues, are asked for by the same grammar. Raises `ValueError`."""
    if not words:
        return ()
    clues = _clues_of(words)
    spans = [span for clue in clues for span in clue.met(said.text, english=said.english)]
    return tuple(span for span in (*spans, *said.across(clues)) if is_asked(said, "", span))


@cache
def _clues_of(words: tuple[str, ...]) -> tuple[Clues, ...]:
    row = {"code": "word", "about": "", "weight": "1", "clues_zh": ";".join(words), "clues_en": ""}
    return read_clues([row])


def read(text: str) -> Said:
    """A text, ready for what the lexicon meets in it."""
    return _read(text[:LONGEST])


@lru_cache(maxsize=KEPT)
def _read(text: str) -> Said:
    plain = fold(text)
    if len(plain) != len(text):
        plain = "".join(one if len(one) == 1 else sign for sign in text for one in [fold(sign)])
    return Said(
        plain,
        _pieces(plain, _SENTENCE),
        _pieces(plain, _SENTENCE, _CLAUSE),
        tuple(
            found.span(found.lastindex or 0)
            for found in _QUOTE.finditer(plain)
            if found[0][0] == "《"
            or (found.end() - found.start() > _TERM and not _NAMED.search(plain, 0, found.start()))
        ),
        has_english(plain),
    )


def is_asked(said: Said, code: str, span: Span) -> bool:
    """Whether what stands there is asked of us, and not denied, voluntary, quoted or meant for others."""
    if said.touches(f"-{code}", span):
        return False
    if code in _PAPERS and _OF_DAY.match(said.text, max(0, span[0] - 1)):
        return False
    if code == "ranking" and said.within("-ranking", *said.sentence(span[0])):
        return False  # a contest or an exam, named anywhere beside it
    if code == "vote" and (said.within("~elected", *said.title) or _near(said, "~elected", span)):
        return False
    if any(_lets_off(said, one) for one in _near(said, f"!{code}", span)):
        return False
    return is_meant(said, span) and not is_others(said, code, span)


def _near(said: Said, code: str, span: Span) -> list[Span]:
    """What was met of that code near that place: the more outright it is demanded there, the nearer.

    Beside 务必拍照上传 a sentence 抄送各村 takes nothing back.
    """
    if not said.met(code):
        return []  # nearly always, and no text need be read for what is demanded
    start, end = said.clause(span[0])
    if not _DEMAND.search(said.text, start, end):
        start, end = said.sentence(span[0])
        if not _DEMAND.search(said.text, start, end):
            start, end = said.sentence(max(0, start - 1))[0], said.sentence(min(end, len(said.text) - 1))[1]
    return said.within(code, start, end)


def _lets_off(said: Said, denial: Span) -> bool:
    """Whether it says of us that it need not be, and not of others, nor what comes of not doing it."""
    start = said.clause(denial[0])[0]
    return not (_THREAT.match(said.text, denial[1]) or said.within("~others", start, denial[0]))


def is_meant(said: Said, span: Span) -> bool:
    """Whether what stands there is meant as said: not denied, left to anyone's will or quoted."""
    return not (is_denied(said, span) or is_voluntary(said, span) or is_quoted(said, span))


def is_denied(said: Said, span: Span) -> bool:
    """Whether it is denied, before or after, or taken away."""
    start, end = said.sentence(span[0])
    clause_start, clause_end = said.clause(span[0])
    if _INNER_NOT.search(said.text, *span) and not _THREAT.match(said.text, span[1]):
        return True
    if _BARE_NOT.search(said.text[max(start, span[0] - 3) : span[0]]) and not _THREAT.match(
        said.text, span[1]
    ):
        return True
    denials = [
        one
        for one in said.within("~not", start, span[1])
        if not said.touches("~still", one) and _reaches(said, one, span)
    ]
    if any(clause_start <= one[0] for one in denials if one[0] <= span[0] or one[1] <= span[1]):
        return True
    if (
        denials
        and not _IMPERATIVE.search(said.text, clause_start, span[1])
        and not said.within("~us", clause_start, span[0])
    ):
        return True
    following = said.text[clause_end:end].lstrip("，,：: ")
    next_start = end - len(following)
    return any(
        one[0] < clause_end or one[0] <= next_start + 1
        for one in said.within("~not_after", span[1] - 2, end)
        if not said.touches("~still", one)
    )


def _reaches(said: Said, denial: Span, span: Span) -> bool:
    """Not and no reach through their clause; what takes something away only reaches what stands close behind."""
    between = said.text[denial[1] : span[0]]
    begins = BEGINS.search(said.text, denial[1] + 1, span[1])  # 微信群、全员加入 is met as one
    if _PLAIN_NOT.match(said.text, *denial):
        return begins is None or not re.search("[，,]", said.text[denial[1] : begins.start() + 1])
    return (
        denial[1] <= span[0]
        and len(between) <= _CLOSE
        and not (begins or _THEN.search(between))
        and not (
            _TOPIC.match(said.text, *denial)
            and ("，" in between.replace(",", "，") or _DOES.match(said.text, denial[1]))
        )
    )


def is_voluntary(said: Said, span: Span) -> bool:
    """Whether it is left to anyone's will."""
    return bool(said.within("~voluntary", *said.sentence(span[0])))


def is_quoted(said: Said, span: Span) -> bool:
    """Whether it is only spoken of, told for information, or asked back."""
    if _near(said, "~informed", span) or any(a <= span[0] and span[1] <= b for a, b in said.quoted):
        return True
    start, end = said.sentence(span[0])
    if said.text[start:end].rstrip()[-1:] in {"?", "？"}:
        return True
    if any(_speaks_of(said, one) for one in said.within("~quoting", start, span[1])):
        return True
    if any(one[0] <= span[0] for one in said.within("~quoting_near", said.clause(span[0])[0], span[1])):
        return True
    return bool(said.within("~quoted_after", span[0], end))


def _speaks_of(said: Said, one: Span) -> bool:
    """Whether those words quote: 信访局 is who writes, and 检查消火栓等设施 tells what to look at."""
    if _OFFICES.match(said.text, max(0, one[0] - 1)):
        return False
    return said.text[one[1] - 1] != "等" or _ILLS.match(said.text, one[1]) is not None


def is_others(said: Said, code: str, span: Span) -> bool:
    """Whether the nearest who of the sentence is somebody else, and we are not told to make them."""
    if code == "plaque":  # it hangs at ours, whoever makes it
        return False
    start, end = said.sentence(span[0])[0], span[1] if code else span[0]
    others = _others_named(said, code, span, end)
    ours = [one for one in said.within("~us", start, end) if not _overlaps(one, others)]
    if code and _others_behind(said, code, span):
        return True
    if not others:
        return code == "pledge" and not ours and _titled_others(said, span)
    last = others[-1]
    if any(one[0] > last[0] for one in ours):
        return False
    if _RATE.search(said.text, *span):
        return False
    return not (
        code in _PASSED_ON
        and (said.within("~drive", start, last[0]) or any(one[0] < last[0] for one in ours))
        and is_forced(said, span)
    )


def _others_named(said: Said, code: str, span: Span, end: int) -> list[Span]:
    """Who else is named up to there as those who do it, or, of what compares, as those it falls on."""
    start = said.sentence(span[0])[0]
    named = list(said.within("~others", start, end))
    if code not in _COMPARED:
        offices = said.within("~office", max(start, said.clause(span[0])[0]), end)
        named = sorted((*named, *(one for one in offices if _does(said, one, span))))
    ours = said.within("~us", start, said.sentence(span[0])[1])
    given = code in _COMPARED and not ours
    return [
        one
        for one in named
        if not _is_within(one, ours)
        and (
            code == "pledge"
            or not (_dealt_with(said, start, one, given=given) or _listed(said, code, one, span))
        )
    ]


def _others_behind(said: Said, code: str, span: Span) -> bool:
    """Whether who does it, or whom it compares, is told behind it: 由房东签, signed by landlords, ranking of shops."""
    clause = said.clause(span[0])
    behind = said.within("~others", span[1], clause[1])
    if any(
        said.text[one[0]] == "由" or _BY.search(said.text, max(0, one[0] - _FAR_EN), one[0]) for one in behind
    ):
        return True
    ours = said.within("~us", *clause)
    if code in _COMPARED:
        return not ours and any(_OF.fullmatch(said.text, span[1], one[0]) for one in behind)
    return not ours and bool(said.within("~ourselves", *clause))


def is_forced(said: Said, span: Span) -> bool:
    """Whether the sentence of that place counts, demands a number or threatens."""
    return bool(said.within("~force", *said.sentence(span[0])))


def about_us(said: Said, span: Span) -> bool:
    """Whether the sentence of that place names us."""
    return bool(said.within("~us", *said.sentence(span[0])))


def _does(said: Said, office: Span, span: Span) -> bool:
    """Whether that office does it, and does not only want it done: 市监所对药店拍照, 市监所来检查请拍照."""
    return not _WANTS.search(said.text, office[1], max(office[1], span[0]))


def _dealt_with(said: Said, start: int, one: Span, *, given: bool) -> bool:
    """Whether those people are only the object of what is done: 走访老人, 对沿街商铺开展检查, 村民身份证拍照.

    What is given to them falls on them: 给药店排名.
    """
    if _THEIRS.match(said.text, one[1]):
        return True
    far = _FAR_EN if said.text[one[0]].isascii() else _FAR
    return any(
        one[0] - far <= b <= one[0]
        and not _BREAK.search(said.text, b, one[0])
        and not (given and _GIVEN.fullmatch(said.text, a, b))
        for a, b in said.within("~toward", start, one[0])
    )


def _listed(said: Said, code: str, one: Span, span: Span) -> bool:
    """Whether those people only say of whom a paper tells: 企业复查表, 填写老人花名册."""
    if code not in _PAPERS:
        return False
    return one[1] > span[0] or not _ACTS.search(said.text, one[1], span[0])


def _titled_others(said: Said, span: Span) -> bool:
    """Whether the title, on a line of its own, says who they are."""
    title = said.text.find("\n")
    return (
        0 < title <= span[0] and bool(said.within("~others", 0, title)) and not said.within("~us", 0, span[0])
    )


def _is_within(one: Span, others: Sequence[Span]) -> bool:
    """Whether a longer name holds it: 居民 in 居民小组."""
    return any(a <= one[0] and one[1] <= b and b - a > one[1] - one[0] for a, b in others)


def _overlaps(one: Span, others: Sequence[Span]) -> bool:
    return any(a < one[1] and one[0] < b for a, b in others)


def _outermost(spans: Sequence[Span]) -> list[Span]:
    """The longest of those that overlap."""
    kept: list[Span] = []  # apart from each other, so its neighbours alone can overlap one
    for span in sorted(spans, key=lambda one: (one[0] - one[1], one[0])):
        at = bisect_left(kept, span)
        if not _overlaps(span, kept[max(0, at - 1) : at + 1]):
            insort(kept, span)
    return kept


def _pieces(text: str, *marks: re.Pattern[str]) -> tuple[Span, ...]:
    cuts = sorted(found.span() for mark in marks for found in mark.finditer(text))
    pieces, at = [], 0
    for _, end in cuts:
        if end > at:
            pieces.append((at, end))
            at = end
    pieces.append((at, len(text)))
    return tuple(pieces)


def _around(pieces: tuple[Span, ...], at: int) -> Span:
    return pieces[max(0, bisect_right(pieces, (at, len(pieces) and pieces[-1][1] + 1)) - 1)]


@cache
def _lexicon() -> Mapping[str, list[Clues]]:
    """The clues of each code: "-" before it is what only looks like it, "!" what says that it need not be, "~" grammar."""
    found: dict[str, list[Clues]] = {}
    for clue in read_clues(rows_of("words/asks.csv")):
        found.setdefault(clue.code if clue.weight > 0 else f"-{clue.code}", []).append(clue)
    return found


@cache
def _codes() -> tuple[str, ...]:
    codes = dict.fromkeys(code.lstrip("-") for code in _lexicon())
    return tuple(code for code in codes if code[0] not in "~!")
