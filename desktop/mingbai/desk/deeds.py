"""What acts are called, so that undo can say what it takes back: 撤销：登记 1 件 上级交办."""

from __future__ import annotations

from mingbai.domain.attachment import ATTACHMENTS
from mingbai.domain.field import Kind
from mingbai.domain.masking import masked_text
from mingbai.domain.registers import REGISTERS
from mingbai.domain.report import REPORTS
from mingbai.domain.review import DECISIONS, FLAGS
from mingbai.domain.words import Language, Words
from mingbai.ledger.history import changed, numbers_spoken_of, numbers_touched, touched, written
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.undo import SAMPLED, Deed

DEEDS: dict[str, Words] = {
    "add": Words("登记", "recorded"),
    "change": Words("修改", "changed"),
    "close": Words("办结", "closed"),
    "bin": Words("放入回收站", "put into the bin"),
    "unbin": Words("从回收站取回", "taken out of the bin"),
    "flag": Words("提示", "flagged"),
    "noticed": Words("对照依据", "checked against the rules"),
    "decide": Words("研判", "assessed"),
    "raise": Words("反映", "raised"),
    "carry_out": Words("记为已核减", "noted as cut"),
    "merge": Words("合并", "merged"),
    "letter_text": Words("修改函件用语", "letter wording changed"),
    "attach": Words("添加附件", "attached"),
    "detach": Words("移除附件", "attachment removed"),
    "reattach": Words("取回附件", "attachment brought back"),
    "dismiss": Words("不采纳提示", "flag set aside"),
    "teach": Words("依据增加触发词", "words added to a rule"),
    "still_gone": Words("复查", "rechecked"),
    "came_back": Words("记为又出现", "noted as come back"),
    "came": Words("登记一期", "recorded as come"),
    "did_not_come": Words("记为未再要求", "recorded as not come"),
    "import": Words("导入", "imported"),
    "collect": Words("收各村月报", "reports of villages taken in"),
    "paper": Words("补录纸质月报", "report typed in from paper"),
    "take_lists": Words("接收下发清单", "lists taken over"),
    SAMPLED: Words("随示例写入", "written with the sample"),
    "send": Words("上报", "sent"),
    "erase": Words("清除个人信息", "erased"),
    "catalogue": Words("更新清单", "lists brought up to date"),
    "create": Words("新建账本", "ledger created"),
    "restore": Words("恢复备份", "restored"),
    "undo": Words("撤销", "undone"),
    "redo": Words("重做", "redone"),
}


SPOKEN_OF = {
    **dict.fromkeys(("decide", "carry_out"), DECISIONS.code),
    "flag": FLAGS.code,
    "dismiss": FLAGS.code,
    **dict.fromkeys(("attach", "detach", "reattach"), ATTACHMENTS.code),
}
"""Deeds that write about an entry and are told by it: one assessment also answers all of its flags."""

TOLD_BY_SUBJECT = {DECISIONS.code}
"""Registers without a number of their own: also what is changed in them later is told by what they speak of."""

LANGUAGES: tuple[Language, ...] = ("zh", "en")

SOME = 3
"""So many numbers are named; more entries are counted."""
MOST_COUNTED = 1_000_000


NAMED = Words("{deed}“{title}”", "{deed} “{title}”")
FIELDS_OF = Words("{deed}“{title}”的“{fields}”", "{deed} {fields} in “{title}”")
BETWEEN = Words("”和“", " and ")
MOST_FIELDS = 2
"""So many are named: the one that was typed, and one that it brought along; of more the entry alone."""
LONGEST = 40


def deed_words(ledger: Ledger, deed: Deed) -> Words:
    """What was done, to which entry by its name, to which ones by number, or to how many of which register."""
    name = DEEDS[deed.deed]
    if deed.deed == "send" and (reports := written(ledger, deed.act, REPORTS.code)):
        sent = ledger.entry(REPORTS, reports[0])
        if sent is not None:
            # The window tells deeds from the start; of its periods it knows once there is a report.
            from mingbai.domain.period import parse_period

            return NAMED.format(deed=name, title=parse_period(str(sent.stored["period"])).words)
    spoken_of = SPOKEN_OF.get(deed.deed, deed.register if deed.register in TOLD_BY_SUBJECT else None)
    # Of all registers together they are counted; else it is enough to know that they are too many to be named.
    most = SOME + 1 if deed.register is not None else MOST_COUNTED
    if spoken_of is not None:
        numbers = numbers_spoken_of(ledger, deed.act, spoken_of, most)
    else:
        numbers = numbers_touched(ledger, deed.act, most)
    entries = list(numbers.values()) if numbers or spoken_of is not None else touched(ledger, deed.act)
    if len(entries) == 1 and (title := _called(ledger, *entries[0])):
        fields = _fields_changed(ledger, deed) if deed.deed == "change" else ()
        if fields:
            listed = Words(
                *(
                    BETWEEN.into(language).join(field.into(language) for field in fields)
                    for language in LANGUAGES
                )
            )
            return FIELDS_OF.format(deed=name, title=title, fields=listed)
        return NAMED.format(deed=name, title=title)
    if 0 < len(numbers) <= SOME:
        return Words("{deed} {which}", "{deed} {which}").format(
            deed=name, which=Words("、".join(numbers), ", ".join(numbers))
        )
    if spoken_of is not None and not numbers:
        return name
    if deed.register is None:
        return Words("{deed} {n} 条", "{deed}: {n}").format(deed=name, n=len(numbers) or deed.entries)
    register = REGISTERS[deed.register].words
    return Words("{deed} {n} 条{register}", "{deed}: {n} ({register})").format(
        deed=name, n=deed.entries, register=register
    )


def _fields_changed(ledger: Ledger, deed: Deed) -> tuple[Words, ...]:
    """What the fields of the one entry are called that a change wrote; none where they are too many to name."""
    lines = changed(ledger, deed.act)
    if len(lines) != 1:
        return ()
    ((code, patch),) = lines
    fields = [REGISTERS[code].fields.get(name) for name in patch]
    named = tuple(field.words for field in fields if field is not None and not field.column.inner)
    return named if len(named) <= MOST_FIELDS else ()


def _called(ledger: Ledger, code: str, uid: str) -> Words | None:
    """What an entry is called, masked as in a list; nothing of one that was erased."""
    entry = ledger.entry(REGISTERS[code], uid)
    if entry is None:
        return None
    titled = [entry.register.title_in(entry.stored, language) for language in LANGUAGES]
    texts = []
    for field, language in zip(titled, LANGUAGES, strict=True):
        stored = entry.stored[field.name]
        if not stored:
            return None
        if field.kind is Kind.REFERENCE:
            to = ledger.entry(REGISTERS[field.column.to], str(stored))
            if to is None:
                return None
            own = to.register.title_in(to.stored, language)
            text = str(to.stored[own.name])
        else:
            text = masked_text(entry.register, field, str(stored), entry.stored)
        texts.append(text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…")
    return Words(*texts)
