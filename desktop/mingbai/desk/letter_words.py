"""What letters say, sentence by sentence; `us` is the community or village that writes."""

from __future__ import annotations

import re

from mingbai.domain.letter import LetterKind
from mingbai.domain.pattern import pattern
from mingbai.domain.place import PlaceKind
from mingbai.domain.review import Assessment
from mingbai.domain.words import Words

TITLES = {
    LetterKind.JOINT: Words("关于商请核实“{title}”有关事项的函", "Request to verify “{title}”"),
    LetterKind.DEPARTMENT: Words("关于“{title}”有关情况的说明", "Explanation concerning “{title}”"),
    LetterKind.FILE: Words("关于“{title}”的备查记录", "Note for the file on “{title}”"),
}
JOINT_OFFICE = Words("联席会议办公室", "Joint Meeting Office")
UNIT = Words("有关单位", "the unit concerned")
YOU = Words("贵单位", "you")
US = {
    PlaceKind.COMMUNITY: Words("我社区", "our community"),
    PlaceKind.VILLAGE: Words("我村", "our village"),
}
COMMITTEES = {
    PlaceKind.COMMUNITY: Words("{name}居民委员会", "{name} Residents' Committee"),
    PlaceKind.VILLAGE: Words("{name}村民委员会", "{name} Villagers' Committee"),
}
COMMITTEE = pattern("委员会$|村委会$|居委会$|committee$", re.IGNORECASE)

CAME = Words(
    "{day}，{us}收到{unit}交办的“{title}”（登记编号{number}）。",
    "On {day} {us} received “{title}” from {unit} (our number {number}).",
)
CAME_UNTIL = Words(
    "{unit}曾安排{us}{rhythm}办理“{title}”（登记编号{number}）。",
    "“{title}” used to be asked of {us} by {unit}, {rhythm} (our number {number}).",
)
COMES = Words(
    "{unit}安排{us}{rhythm}办理“{title}”（登记编号{number}）。",
    "“{title}” is asked of {us} by {unit}, {rhythm} (our number {number}).",
)
REQUESTED = Words(
    "{day}，有居民应{unit}要求，向{us}申请出具“{title}”（登记编号{number}）。",
    "On {day} a resident, sent by {unit}, asked {us} for “{title}” (our number {number}).",
)
HANGS = Words(
    "{us}挂有“{title}”牌子（登记编号{number}）。", "A plaque “{title}” hangs at {us} (our number {number})."
)
HANGS_FOR = Words(
    "{us}按{unit}要求挂有“{title}”牌子（登记编号{number}）。",
    "A plaque “{title}”, asked for by {unit}, hangs at {us} (our number {number}).",
)
FROM_TO = Words("自{start}至{end}{often}", "{often} from {start} to {end}")
UP_TO = Words("截至{end}{often}", "{often} until {end}")
ENTERED = Words(
    "{us}登记有“{title}”（登记编号{number}）。", "“{title}” stands in the ledger of {us} ({number})."
)
PURPOSES = {
    LetterKind.JOINT: Words(
        "现将有关情况函告如下，商请予以核实。", "What we know is set out below; please verify it."
    ),
    LetterKind.DEPARTMENT: Words("现将有关情况说明如下。", "The circumstances are as follows."),
    LetterKind.FILE: Words("现记录如下，留存备查。", "It is recorded here for the file."),
}
ONLY_SUGGESTED = {
    LetterKind.JOINT: Words(
        "现将有关建议函告如下，商请予以核实。", "Our suggestion follows; please verify it."
    ),
    LetterKind.DEPARTMENT: Words("现将有关建议说明如下。", "Our suggestion is as follows."),
}
"""Where nothing else is known of it that a letter could set out."""
MATTER = Words("事项情况", "The matter")
NOTICED = Words("梳理情况", "What was noticed")
WRITTEN = Words("有关规定", "What is written")
SUGGESTED = Words("有关建议", "What we suggest")
ASSESSED = Words("研判记录", "Assessments")
GISTS = Words("以上为内容要点，以文件原文为准。", "These are summaries; the documents themselves count.")
LISTED = Words("“{name}”列入不予出具清单，见{source}。", "“{name}” is on the not-to-issue list: {source}.")
ROUTE = Words("{route}。", "{route}.")
CITED = Words("{source}{clause}：{gist}。", "{source}{clause}: {gist}.")

SUGGESTIONS = {
    Assessment.UNDECIDED: Words(
        "建议核实该事项是否确需由{us}办理，能否合并、精简，或者由有关部门通过共享取得数据。",
        "We suggest verifying whether {us} needs to do this, and whether it can be merged, simplified or met with "
        "shared data.",
    ),
    Assessment.NEEDED: Words(
        "{us}研判该事项确有必要，建议按现行要求办理。",
        "{us} finds it needed; we suggest going on as asked.",
    ),
    Assessment.MERGE: Words(
        "建议按合并办理：同类事项合并进行，材料一次报送，有关部门共用。",
        "We suggest merging it: what is alike is done together, and material is handed in once and shared.",
    ),
    Assessment.SIMPLIFY: Words(
        "建议按精简内容或者降低频次办理。", "We suggest asking for less content, or less often."
    ),
    Assessment.CUT: Words("建议按核减办理。", "We suggest cutting it."),
    Assessment.NOT_OURS: Words(
        "建议按职责分工由有关部门办理，{us}予以协助。",
        "We suggest that the unit whose duty it is does it, and {us} assists.",
    ),
}
ANOTHER_PROOF = Words(
    "建议核实是否确需该项证明，能否以法定证件、部门核验或者告知承诺代替。",
    "We suggest verifying whether this certificate is needed, and whether a legal document, a check between units or "
    "an undertaking would do instead.",
)
ANOTHER_PLAQUE = Words(
    "建议核实该牌子是否确需悬挂，能否取下或者与其他牌子合并。",
    "We suggest verifying whether this plaque is needed, and whether it can be taken down or merged with another.",
)
OF_PLAQUES = {
    Assessment.UNDECIDED: ANOTHER_PLAQUE,
    Assessment.NEEDED: Words(
        "{us}研判该牌子确有必要，建议保留。", "{us} finds this plaque needed; we suggest that it stays."
    ),
    Assessment.MERGE: Words("建议与其他牌子合并。", "We suggest merging it with another plaque."),
    Assessment.CUT: Words("建议取下该牌子。", "We suggest taking it down."),
}
SHARED = Words(
    "可以共享的数据，由有关部门通过共享取得。", "Data that can be shared is taken from where it already is."
)
SPEAKS_OF = Words("要求中有{quoted}", "It asks for {quoted}")
NO_NUMBER = Words("所收材料中未见文号或者备案号", "No document or filing number was seen")
IN_EFFECT = Words(
    "该事项自{day}起按“{method}”办理，建议予以确认。",
    "Since {day} it has been handled as “{method}”; we suggest confirming this.",
)
NOT_ASKED = Words(
    "该事项自{day}起不再要求办理，建议予以确认。",
    "From {day} on it is no longer asked; we suggest confirming this.",
)
TO_BE_IN_EFFECT = Words(
    IN_EFFECT.zh, "From {day} on it is handled as “{method}”; we suggest confirming this."
)
REASON = Words("理由：{text}。", "Reason: {text}.")
ASSESSED_ON = Words("{day}：{verdict}。", "{day}: {verdict}.")
NOT_ASSESSED = Words("尚未研判。", "Not assessed yet.")

CLOSINGS = {
    LetterKind.JOINT: Words(
        "以上情况，商请核实并函复。核实期间，{us}仍按现行要求办理。特此函商。",
        "Please verify the above and let us know by letter. Until then {us} goes on as asked.",
    ),
    LetterKind.DEPARTMENT: Words(
        "以上情况供研究参考，如有不准确之处，请予指正。特此说明。",
        "The above is for your consideration; please tell us where it is not accurate.",
    ),
    LetterKind.FILE: Words("本记录由{us}留存。", "This note is kept by {us}."),
}
VERIFY = Words("以上情况，商请核实并函复。特此函商。", "Please verify the above and let us know by letter.")
"""Where nothing is asked from day to day that could go on meanwhile."""
CONFIRM = Words(
    "以上情况，商请予以确认并函复。特此函商。", "Please confirm the above and let us know by letter."
)
"""Where it is handled otherwise already."""
