"""Whether a notice says that its reader need do nothing: 社区不用报, 知悉即可; what is asked in it is asked of others."""

from __future__ import annotations

from mingbai.domain.pattern import alternatives

_US = "(?:社区|村(?:里|居|委会|委)?|居委会|居委|居民委员会|村民委员会|网格员?|支部|我们|你们|咱们|大家|基层)"
_DO = (
    "(?:[再另]?(?:上?报|交|填|统计|汇总|参加|参与|管|做|办|收|去|派|动|回|写|来|理会|处理|提供|操心|掺和)"
    "|作要求|组织|承担|介入|负责)"
)
_NOT = "(?:不用|无需|无须|不需要?|不必|不要求|没有要求|不涉及|免于|不)"
_FREED = alternatives(
    f"{_US}(?:干部|人员|同志|工作人员)?(?:这边|这次|一律|就|也|都|均|只是|本身)?{_NOT}(?:[再另]|单独|另行)?{_DO}"
    f"|{_NOT}(?:各|请|由|让)?{_US}{_DO}"
    f"|[跟与和同](?:各|我们)?{_US}?(?:没关系|无关|不相干)|没有?(?:我们|咱们?|社区|村里)的(?:事|会|任务)"
    "|知悉即可|知晓即可|看看就[好行]|了解即可|知道就行|仅供参考|给大家看看"
    "|(?:抄送?|分送|抄告)[:：][^。\n]{0,24}(?:社区|村|居)"
    r"|\b(?:communities|villages|we|you|the community|nobody)\b[^.;\n]{0,12}"
    r"\b(?:need not|do not need|don't need|needn't|have nothing to do|are not (?:asked|required|affected))\b"
    r"|\bnothing (?:to do|for (?:us|you)|needed from)\b|\bonly for\b|\ball done\b|\bfor (?:your )?information\b"
)
LONGEST = 3_000
"""So much of a text is looked at."""


def is_freed(same: str) -> bool:
    """Whether a folded text frees its reader of something, or is only copied to him."""
    return _FREED.search(same, 0, LONGEST) is not None
