"""Every place of a notice that names something that may be asked for, whatever is said of it there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mingbai.domain.pattern import alternatives
from mingbai.rules.asks import Said
from mingbai.rules.notice import burdens, papers
from mingbai.rules.notice.columns import NamedColumn

Span = tuple[int, int]
WORD, HANDED, COLUMNS, LEXICON = "word", "handed", "columns", "lexicon"
"""How something is named beside the names of papers and burdens: by a word that may well be of something else, by
how a paper is handed in, by its columns, by the words that the flags stand on."""

_WORDS = tuple(
    (code, alternatives(words))
    for code, words in {
        "form": (
            "表|单(?!位|元|独|身|纯)|册|账|卡|数|信息|统计|填|登记|摸|名字|姓名|电话|明细|回执|底稿|人选|报名"
            r"|\b(?:forms?|lists?|sheets?|tables?|figures|numbers?|names?|returns?|register|fill|count|how many|roster|spreadsheet|details|data)\b"
        ),
        "report": (
            r"总结|小结|报告|汇报|材料|方案|预案|计划|说明|书面|情况|稿|[一两二三\d]篇|\d字|案例|心得|体会|写|文字|回复|答复|进展|意见|事迹|简报|信息|打算|经过"
            r"|\b(?:reports?|summary|account|writ\w+|paragraph|lines|page|plan|article|words|note|statement|repl\w+|answer|feedback)\b"
        ),
        "meeting": (
            "会(?!计|员|费|社)|培训|讲座|集合|到场|参加|演练|座谈|碰头|谈话|课|班(?!前|子)|到[^，,。]{0,6}[室厅楼]|参训|列席|旁听"
            r"|\b(?:meeting|briefing|training|workshop|course|session|attend|come|join|conference|seminar|talk|drill|call|hearing|class)\b"
        ),
        "photo": r"照|图|拍|视频|截屏|影|像|\b(?:photos?|pictures?|videos?|screenshots?|photograph\w*|images?|snap\w*|clips?)\b",
        "log_book": r"台[账帐]|记录|登记|日志|手册|簿|账本|档|\b(?:logs?|diar\w+|books?|records?|logbooks?|ledgers?)\b",
        "pledge": r"责任[书状]|承诺|保证书|协议|公约|军令状|签(?!到|收|约)|\b(?:pledges?|undertakings?|sign|signed|commitment\w*|agreements?)\b",
        "copies": r"(?:\d{1,2}|[一二两三四五六])(?:式|份|套|本)|复印|纸质|原件|打印|盖章|\b(?:cop(?:y|ies)|paper|printed|duplicate|triplicate|sets|stamped|hard)\b",
        "quota": (
            r"至少|不少于|不低于|达到|率|任务|指标|\d%|以上|[每各](?:个)?(?:村|社区|支部|人|网格|单位|组)[^，,。；;\n]{0,8}(?:\d|[一二两三四五六七八九十]{1,2})(?!月|日|号|点)|名额"
            r"|\b(?:at least|each|every|per|target|minimum|quota|rate|two|three|four|five|six|ten)\b"
        ),
        "ranking": (
            r"排名|通报|排(?!查|练|水|班|放|涝|污|风|烟|除)|倒数|末|前[一二三四五十\d]|评比|红黑|晒|点名|约谈|评分|打分|考核|名次"
            r"|\b(?:rank\w*|named|bottom|top|best|worst|scores?|league|published|slowest|last)\b"
        ),
        "group": r"群(?!众|体)|\b(?:group|chat|wechat)\b",
        "plaque": r"牌|上墙|标识|悬挂|\b(?:plaques?|signs?|board|hang|mount|nameplate)\b",
        "vote": r"投|点赞|转发|答题|朋友圈|赞|评选|打call|助力|\b(?:vot\w+|like|forward|repost|share|quiz|link)\b",
        "app": r"app|小程序|公众号|平台|软件|下载|安装|注册|激活|扫码|装[^，,。]{0,6}[”》」]|实名|\b(?:app|mini|install|download|register|account|platform|program)\b",
        "check_in": r"打卡|签到|定位|轨迹|刷脸|上线|\b(?:check in|clock|location|gps|sign in|punch)\b",
        "veto": r"一票否决|否决|\bveto\b",
    }.items()
)
"""Words by which something is named somewhere; wide, for what they mean is weighed."""
CODES = tuple(code for code, _ in _WORDS)
_HANDED = alternatives(
    f"{papers.HANDED}|报|交|给我|发我|告诉|要(?!求|点|素|闻|是|把)"
    r"|\b(?:tell|let us know|reply|send|give|by|back|collect)\b"
)
_ON_PAPER = ("form", "report")
"""What is asked for as well where no word names it: 有几户，周五告诉我."""
_NAMED = tuple((code, how, words) for code, how, words in (*papers.NAMED, *burdens.NAMED))

MOST = 200
"""So many mentions of a code are weighed: a real notice has few."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that may be asked for, and where and how it is named."""

    code: str
    start: int
    end: int
    how: frozenset[str]

    @property
    def plain(self) -> bool:
        """Whether more than a word or a verb names it."""
        return not self.how <= {WORD, HANDED}


def mentions_of(same: str, said: Said, columns: Sequence[NamedColumn]) -> list[Mention]:
    """Every mention of a folded text, code by code, in its order; a listed column is none."""
    listed = (columns[0].start, columns[-1].end) if columns else (0, 0)
    named: dict[str, dict[Span, set[str]]] = {code: {} for code in CODES}
    for code, how, span in _named(same, said):
        if not (listed[0] <= span[0] and span[1] <= listed[1]):
            named[code].setdefault(span, set()).add(how)
    if columns:
        named["form"].setdefault(listed, set()).add(COLUMNS)
    return [one for code, spans in named.items() for one in _apart(code, spans)[:MOST]]


def _named(same: str, said: Said) -> Iterator[tuple[str, str, Span]]:
    for code, words in _WORDS:
        yield from ((code, WORD, found.span()) for found in words.finditer(same))
        yield from ((code, LEXICON, span) for span in said.met(code))
    for code, how, words in _NAMED:
        yield from ((code, how, found.span()) for found in words.finditer(same))
    for found in _HANDED.finditer(same):
        yield from ((code, HANDED, found.span()) for code in _ON_PAPER)


def _apart(code: str, spans: dict[Span, set[str]]) -> list[Mention]:
    """What lies within another belongs to it."""
    found: list[tuple[int, int, set[str]]] = []
    for (start, end), how in sorted(spans.items()):
        if end <= start:
            continue
        if found and start < found[-1][1]:
            first, last, all_of_it = found[-1]
            if end <= last:
                all_of_it |= how
                continue
            if start == first:
                found[-1] = (start, end, all_of_it | how)
                continue
        found.append((start, end, set(how)))
    return [Mention(code, start, end, frozenset(how)) for start, end, how in found]
