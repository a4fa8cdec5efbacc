"""Whether what is to happen by a day falls to somebody else: a promise, a repair, a payment, an answer that is awaited."""

from __future__ import annotations

import re

from mingbai.domain.pattern import pattern


def falls_to_others(left: str, right: str, *, limit: bool) -> bool:
    """Whether others do it by then; by the words of the sentence before the day and those up to the comma after it."""
    before = left[-_SO_FAR:]
    clause = _CLAUSE.split(before)[-1]
    if _YOU.search(clause) or _YOU.match(right) or _HANDS.search(right) or _GRACE.search(before):
        return False
    if (promise := _last(_PROMISE, before)) is not None:
        whose = _CLAUSE.split(before[: promise.start()])[-1] + before[promise.end() :]
        return _YOU.search(whose) is None
    if limit and (_OTHERS_ACT.search(clause) or _THEIR_AIM.search(clause) or _FORETOLD.match(right)):
        return True
    if limit and _ABOVE.search(clause) and _THEIR_OUTCOME.match(right):
        return True
    for said, outcome in ((_ANSWERED, _OUTCOME), (_SAID_SO, _THEIR_OUTCOME)):
        told = _last(said, before)
        if told is not None and outcome.match(right):
            after = before[told.end() :]
            return not (_YOU.search(after) or _ASKING.search(after))
    return _promised_in_english(left)


def _last(form: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed([*form.finditer(text)]), None)


def _promised_in_english(left: str) -> bool:
    if _OTHERS_EN.search(left):
        return True
    if _YOU_EN.search(left):
        return False
    if _PROMISE_EN.search(left):
        return True
    return _OUTCOME_EN.search(left) is not None and _WILL_EN.search(left) is not None


_SO_FAR = 48
_CLAUSE = pattern("[，,：:]")
_YOU = pattern(
    "^要(?![把给能来])|你们?|您|大家|咱|请|务必|必须|须|要求|各(?!自|家|类|项|种|卫生室)|我(?!县|市|省|区|镇的?人|局|委|院|司|站|中心)|社区(?:的?同志)?[要得把]|村里[要得把]|网格员|专干|会计|记得|别忘|抓紧"
)
"""Those who read it, or that they are asked."""
_GRACE = pattern("放宽|宽限|延长|延[期到至]|推迟")
"""What is granted to the readers."""
_PROMISE = pattern(
    "答应|应承|承诺(?!书|函|制|件|践)|许诺|允诺|打了?包票|(?:公司|方|队|局|所|厂|院|物业|他|人家)(?:也|都)?(?:向[^，,。]{1,6})?保证"
    "|拍[着了]?胸[脯口]|说好(?!的)|表态|(?:有望|预计)(?=[^，,。]{0,4}$)"
)
_OTHERS = (
    "(?:他们|她们|对方|人家|(?:施工|工程|安装|检修|维修|抢修|养护|清运)(?:方|队|单位|人员)|包工头|厂家|厂商|供应商|承包商|中标(?:单位|方)|物业|开发商|[\u4e00-\u9fff]{2}公司"
    "|供电所|自来水厂|移动|联通|电信|铁塔|邮政|银行|农商行|信用社|市政|交警队?|师傅)(?:的人|那边|方面|师傅|工人|工作人员)?"
)
"""Those who never hand in what a notice asks for, when they are the ones who act."""
_OTHERS_ACT = pattern(
    _OTHERS
    + "(?:说|讲|应当?|表示|会|将|能|可以?|也|都|再|就|准备|打算|计划|争取|力争){0,3}(?<!名单)(?<!材料)(?<!给他们)[于在]?$"
)
_ASKING = pattern("要(?!是)|让|叫|催|需|通知|收(?!费)|检查|验收|审计|提供|配合|给(?:他|她|对方)")
_HANDS = pattern(
    "[交报](?![流通付警])|送(?!电|水|气|货|到(?:村|社区|户|家|各|咱|位)|达)|发(?!放|货|布|电)|给(?:他|她|我|对方)|收[^费回]|填|名单|名册|台账|材料|配合|汇总|反馈"
)
"""What the readers of a notice do."""
_THEIR_AIM = pattern(
    "(?:[\u4e00-\u9fff](?:局|办|委|所|厂|公司|院|中心|站|部门|学校)|县里|市里|省里|上面|上头)(?:那边|的人|同志|方面)?(?:也|都|正){0,2}(?:争取|力争|计划|打算|准备|拟|将|会|可望|能)[于在]?$"
)
_FORETOLD = pattern("会(?![议同计诊商场员])|能(?![交报完])|就?到(?=[，,。了]|$)")
"""What will be so by then, which nobody is asked for: 12月4日前会派人来."""
_ABOVE = pattern("[省市县](?:里|财政|[^，,。；;]{0,6}[局委办院])$")
_ANSWERED = pattern(
    "回话|(?:答复|回复)(?=[了说道称，,：:]|$)|回音|透露|" + _OTHERS + "(?:说|讲|表示|告知|称|来电)"
)
_SAID_SO = pattern("说了?|讲了?|表示|告知|(?<!名)称|反馈|计划|拟|将|(?<!社)(?<!委)会(?!议|上|计)")
_OUTCOME = pattern(
    "[^，,。；;]{0,10}(?:[修装换建通弄]好|[装换接]上|修复|换新|更换|完工|竣工|开工|进场|公布|公示|出结果|见分晓|答复|回复|意见|到[账帐]|打到|发放|拨付|恢复|[通送来供][水电气]|亮灯|清走|拉走|清运|运走|送到|配送|寄|投用|开通|切换|上线|通车|拆除)"
)
_THEIR_OUTCOME = pattern(
    "[^，,。；;]{0,10}(?:公布|出结果|见分晓|答复|到[账帐]|打到|拨付|恢复供|[通送来][水电气]|亮灯|换新的|配送|寄到|通车|进场)"
)
"""What only an office or a company can do."""
_YOU_EN = pattern(
    r"\b(?:you|your|please|must|should|needs?|have\s+to|has\s+to|all|each|every|send|submit|return|reply|report|villages?|communit(?:y|ies)|clerks?|we|us|our)\b"
)
_OTHERS_EN = pattern(
    r"(?<!all )(?<!each )(?<!every )\b(?:crews?|contractors?|compan(?:y|ies)|builders|engineers|technicians|auditors|inspectors|suppliers?|bank)\b(?:(?!\b(?:you|your|please|we|us|our|wants?|needs?|asks?|send|submit|return|list|form)\b)[^.;,\n]){0,60}\b(?:will|should|says?|said|hopes?|is\s+to|are\s+to)\b(?:(?!\b(?:you|your|please|we|us|our|wants?|needs?|asks?|send|submit|return|list|form)\b)[^.;,\n]){0,60}$"
)
_PROMISE_EN = pattern(
    r"\b(?:promised|(?:has|have|had)\s+(?:agreed|pledged)|undertook|guaranteed|(?:expects?|hopes?|plans?|aims?|intends?)\s+to)\b[^.;\n]{0,80}$"
)
_WILL_EN = pattern(r"\b(?:will|'ll|going\s+to|says?|said|told)\b")
_OUTCOME_EN = pattern(
    r"\b(?:finish|complet|publish|repair|fix|mend|instal|restor|announc|pay|paid|deliver|replac|reopen|remov|ready|decid|answer|issu|back)\w*\b[^.;\n]{0,48}$"
)
