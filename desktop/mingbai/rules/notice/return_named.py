"""What comes again and again, called by its paper and not by the notice that orders it: 每日17时前报送《排查情况日报表》."""

from __future__ import annotations

from mingbai.domain.pattern import pattern
from mingbai.domain.text import clean
from mingbai.rules.notice.title import Title

_OF_A_NOTICE = pattern("(?:关于|转发|印发).+的[^的]{0,2}(?:通知|函|通告|公告|提示|提醒|方案|意见)")
_ENDS = "表|台账|名册|花名册|名单|清单|简报|[日周旬月季]报"
_HANDED_IN = "报送|上报|填报|填写|提交|上交|反馈|报|交|填"
_PAPER = pattern(
    rf"[^。；;\n]{{0,40}}?(?:{_HANDED_IN})[^。；;，,《\n]{{0,6}}?(?:(?:[当本上]|下一?)[日周旬月季年]|一[次份])?"
    rf"(?:《(?P<marked>[^《》\n]{{3,30}}(?:{_ENDS}))》|(?P<plain>[\u4e00-\u9fff]{{3,24}}(?:{_ENDS}))(?=[。；;，,（(\s]|$))"
)
_SAYS_LITTLE = pattern(
    "(?:本|上|该|当|有关|相关|电子|纸质|附件|所附|统一|工作|情况|进展|进度|统计|汇总|登记|明细|数据|信息|报送|填报)*(?:[日周旬月季]?报)?(?:表格?|台账|名册|名单|清单|简报)?"
)
"""What is called so could be anything: 情况统计表, 工作周报."""


def return_named(text: str, title: Title | None, rhythm: tuple[int, int]) -> Title | None:
    """The paper that is handed in each time, named behind how often in its sentence, below a notice's heading."""
    if title is None or not _OF_A_NOTICE.fullmatch(title.text):
        return None
    found = _PAPER.match(text, rhythm[1])
    if found is None:
        return None
    name = "marked" if found["marked"] else "plain"
    said = clean(found[name])
    return None if _SAYS_LITTLE.fullmatch(said) else Title(said, *found.span(name))
