"""Entries given as JSON, read as what the families judge: field names and choices in code or in either language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from mingbai.desk.catalogues import catalogue_rows
from mingbai.domain.choice import Choice
from mingbai.domain.department import Level
from mingbai.domain.frequency import Frequency, frequency_within
from mingbai.domain.reading import read_date, read_integer, read_list, read_minutes, read_yes_no
from mingbai.domain.review import Method
from mingbai.domain.task import TaskKind
from mingbai.domain.text import clean, fold
from mingbai.domain.words import Mistake, Words
from mingbai.rules.flags.matter import (
    ADMISSION,
    CERTIFICATE,
    CUT,
    INSPECTION,
    MEETING,
    PLAQUE,
    RECEPTION,
    TASK,
    Matter,
)

Given = Mapping[str, Any]

REGISTERS = {
    TASK: ("task", "tasks", "上级交办", "assignment", "assignments", "demand"),
    MEETING: ("meeting", "meet", "meetings", "会议"),
    INSPECTION: ("inspection", "insp", "inspections", "督查检查考核", "检查", "督查"),
    RECEPTION: ("reception", "recp", "official visit", "official visits", "公务接待", "接待"),
    PLAQUE: ("plaque", "sign", "plaques", "door plaque", "牌子"),
    ADMISSION: ("admission", "adm", "admissions", "准入申请", "准入"),
    CERTIFICATE: ("certificate", "cert", "certificates", "证明事项", "证明"),
    CUT: ("cut", "cuts", "decision", "减负", "核减", "研判"),
}
DAYS = {
    TASK: ("received_on", "on", "day", "date"),
    MEETING: ("on", "held_on", "received_on", "date"),
    INSPECTION: ("on", "held_on", "received_on", "date"),
    RECEPTION: ("on", "held_on", "received_on", "date"),
    PLAQUE: ("rehung_on", "put_on", "on", "received_on", "date"),
    ADMISSION: ("applied_on", "decided_on", "starts_on", "on", "received_on"),
    CERTIFICATE: ("on", "asked_on", "received_on", "date"),
    CUT: ("counts_from", "effective_from", "decided_on", "on", "received_on", "month"),
}
INSPECTION_KINDS = {
    "考核": "assessment",
    "assessment": "assessment",
    "评比": "comparison",
    "comparison": "comparison",
}
PLAQUE_KINDS = (
    ("studio", re.compile("工作室|studio")),
    ("demonstration", re.compile("示范|联系点|demonstration|contact")),
    ("rules", re.compile("制度|rules")),
    ("notice", re.compile("公示|警示|notice|warning")),
    ("organisation", re.compile("机构|organi[sz]ation")),
)
PLAQUE_STATES = (
    ("rehung", re.compile("复挂|重新悬挂|hung again|rehung|re-hung")),
    ("to_remove", re.compile("拟摘|待摘|to be removed|to_remove|to remove")),
    ("removed", re.compile("已摘|摘除|removed|taken down|taken_down")),
    ("merged", re.compile("合并|merged")),
    ("kept", re.compile("保留|kept|keep")),
)
_UNCLEAR = re.compile(r"不清楚|不确定|不详|待定|未知|unclear|unknown|not sure|不适用|not applicable")
_REFUSED = re.compile(
    r"不同意|未同意|不予|驳回|未通过|未批准|否决|撤回|撤销|终止|not agreed|not approved|disagree|refus|reject|declin|withdr|expired|denied|turned down"
)
_AGREED = re.compile(r"同意|批准|通过|准予|agreed|approved|admitted|accepted|granted")
_NOT_ADMITTED = re.compile(
    r"未准入|没有准入|未经准入|不在|清单外|not admitted|not_admitted|not_listed|not on|unadmitted"
)
_SEVERAL = re.compile(r"[、,，;；/]|\band\b|和")


def read_matter(given: Given, today: date, register: str = "") -> Matter:
    """One entry. Raises `Mistake` for what cannot be read, naming the field."""
    fields = {
        fold(str(key)).strip().replace(" ", "_"): value for key, value in given.items() if value is not None
    }
    code = _register(fields, register)
    read = _Reader(fields, today)
    return Matter(
        register=code,
        uid=read.text("uid", "id", "no", "number"),
        title=read.text("title", "item_name", "item", "name", "cert", "certificate"),
        content=read.text("content", "purpose", "activity", "requirements", long=True),
        note=read.text("note", "remarks", long=True),
        department=read.text("department", "from_dept", "lead", "applicant_unit", "demanded_by", "unit"),
        day=read.day(*DAYS[code]),
        due_on=read.day("due_on", "due") if code == TASK else None,
        period=read.period("period", "frequency", "freq"),
        period_key=read.text("period_key"),
        demand=read.text("demand", "demand_id"),
        document=read.text("document", "doc", "doc_no", "document_number"),
        channel=read.text("channel"),
        kind=_kind(code, read.text("kind", "type")),
        form_columns=read.several("form_columns", "columns"),
        form_file=read.text(
            "form_file", "form_sha256", "file_sha256", "sha256", "form_hash", "file", "attachment"
        ),
        admitted=_admitted(fields, read),
        void=_is_void(read.text("status", "state")) if code != PLAQUE else False,
        level=_level(read.text("level")),
        planned=read.yes_no("planned"),
        speech_minutes=read.minutes("speech_minutes"),
        minutes=read.minutes("minutes"),
        nested=read.yes_no("nested"),
        groups=read.yes_no("groups", "group_discussion"),
        required=read.text("required", "attendees"),
        letter=read.text("letter_no", "letter"),
        guests=read.count("guest_count", "guests"),
        hosts=read.count("escort_count", "host_count", "hosts", "escorts"),
        status=_of(PLAQUE_STATES, read.text("status", "state")) if code == PLAQUE else "",
        removed_on=read.day("removed_on"),
        rehung_on=read.day("rehung_on"),
        agreed=_agreed(read) if code == ADMISSION else None,
        exit_on=_earliest(read.day("exit_on"), read.day("ends_on", "valid_to"))
        if code == ADMISSION
        else None,
        method=_method(read.text("method")),
        before=read.period("freq_before", "period_before", "times_before", "before"),
        after=read.period("freq_after", "period_after", "times_after", "after"),
    )


def read_history(rows: object, today: date) -> tuple[Matter, ...]:
    """The earlier entries and cuts of a line. Raises `Mistake`."""
    if rows is None:
        return ()
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Mistake("history 应是一组对象", "history is no list of objects")
    return tuple(read_matter(row, today, CUT if row.get("cut") else "") for row in rows)


def _register(fields: Given, register: str) -> str:
    if register:
        return register
    given = fields.get("register")
    if given is None:
        return TASK
    said = fold(str(given)).strip()
    for code, names in REGISTERS.items():
        if said in names:
            return code
    raise Mistake(
        "没有“{name}”这个登记簿，可写：{codes}",
        "There is no register “{name}”; one of: {codes}",
        name=clean(str(given))[:30],
        codes=Words("、".join(REGISTERS), ", ".join(REGISTERS)),
    )


class _Reader:
    """Reads the first of several fields that is given."""

    def __init__(self, fields: Given, today: date) -> None:
        self._fields = fields
        self._today = today

    def _given(self, names: tuple[str, ...]) -> Any:
        return next((self._fields[name] for name in names if self._fields.get(name) not in (None, "")), None)

    def text(self, *names: str, long: bool = False) -> str:
        value = self._given(names)
        if value is None or isinstance(value, bool):
            return ""
        if isinstance(value, list):
            return "、".join(clean(str(one)) for one in value)
        return clean(str(value), multiline=long)

    def day(self, *names: str) -> date | None:
        value = self._given(names)
        return None if value is None else read_date(value, today=self._today, month_start=True)

    def yes_no(self, *names: str) -> bool | None:
        value = self._given(names)
        if value is None or _UNCLEAR.search(fold(str(value))):
            return None
        return read_yes_no(value)

    def minutes(self, *names: str) -> int | None:
        value = self._given(names)
        return None if value is None else read_minutes(value)

    def count(self, *names: str) -> int | None:
        """A number, or how many are named."""
        value = self._given(names)
        if value is None:
            return None
        if isinstance(value, list):
            return len(value)
        if isinstance(value, str) and not re.fullmatch(r"\s*\d+(?:\.0+)?\s*人?\s*", value):
            return len([part for part in _SEVERAL.split(value) if part.strip()]) or None
        return read_integer(value)

    def several(self, *names: str) -> tuple[str, ...]:
        value = self._given(names)
        if value is None:
            return ()
        if isinstance(value, list):
            return tuple(clean(str(one)) for one in value if str(one).strip())
        return read_list(value)

    def period(self, *names: str) -> Frequency | None:
        value = self._given(names)
        if value is None:
            return None
        if isinstance(value, int) or str(value).strip().isdigit():
            return frequency_within(int(value))
        return _period(str(value))


_PERIODS = (
    (Frequency.HALF_YEARLY, re.compile("半年|half")),
    (Frequency.QUARTERLY, re.compile("季|quarter")),
    (Frequency.DAILY, re.compile("[每一日天]*[日天](?!期)|dail|every day")),
    (Frequency.WEEKLY, re.compile("周|星期|week")),
    (Frequency.MONTHLY, re.compile("月|month")),
    (Frequency.YEARLY, re.compile("年|year|annual")),
)
_NO_PERIOD = re.compile(
    "一次|once|one-off|单次|不定期|irregular|半月|双周|fortnight|旬|bi-|两|every two|every other"
)


def _period(text: str) -> Frequency | None:
    said = fold(text)
    if (period := Frequency.read(text)) is not None:
        return period
    if _NO_PERIOD.search(said):
        return None
    return next((period for period, form in _PERIODS if form.search(said)), None)


def _kind(register: str, text: str) -> str:
    if not text:
        return ""
    said = fold(text).strip()
    if register == INSPECTION:
        return INSPECTION_KINDS.get(said, said)
    if register == PLAQUE:
        return _of(PLAQUE_KINDS, text)
    if register not in {TASK, CUT}:
        return said
    if (code := _kinds().get(said)) is not None:
        return code
    kind = TaskKind.read(text)
    return kind.code if kind is not None else ""


@cache
def _kinds() -> dict[str, str]:
    return {
        fold(row[name]): row["code"]
        for row in catalogue_rows("burden_kinds")
        for name in ("code", "name_zh", "name_en")
    }


def _of(table: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> str:
    said = fold(text)
    return next((code for code, form in table if form.search(said)), "")


def _choice(kind: type[Choice], text: str) -> Any:
    return kind.read(text) if text else None


def _level(text: str) -> str:
    level = _choice(Level, text)
    return level.code if level is not None else ""


def _method(text: str) -> Method | None:
    method: Method | None = _choice(Method, text)
    if method is None and re.search("频次|less frequent|rarer", fold(text)):
        return Method.RARER
    return method


def _admitted(fields: Given, read: _Reader) -> bool | None:
    value = fields.get("admitted", fields.get("listing"))
    if isinstance(value, bool):
        return value
    text = fold(read.text("admitted", "listing"))
    if not text or _UNCLEAR.search(text):
        return None
    return not (_NOT_ADMITTED.search(text) or text in {"否", "no", "false", "n"})


def _agreed(read: _Reader) -> bool | None:
    """The highest opinion decides; a refusal of any other counts only where that one is silent."""
    for name in (
        "joint_opinion",
        "decision",
        "result",
        "outcome",
        "status",
        "state",
        "civil_opinion",
        "town_opinion",
    ):
        text = fold(read.text(name))
        if text and _REFUSED.search(text):
            return False
        if text and _AGREED.search(text):
            return True
        if text:
            return None
    return None


def _is_void(text: str) -> bool:
    return bool(re.search(r"作废|取消|退回|\b(?:void|cancell?ed|returned)\b", fold(text)))


def _earliest(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)
