"""What is said in an empty list, and the picture of each register."""

from __future__ import annotations

from mingbai.domain.words import Words

HOW = Words(
    "上面写一句就是一条，也可以整张表导入。", "Type one line above for each entry, or import a whole sheet."
)
HOW_IMPORT = Words("可以整张表导入。", "A whole sheet can be imported.")

COMES: dict[str, Words] = {
    "flag": Words(
        "依据对上了就提示，您也可以在记录里自己提示；在“减负研判”里处理。",
        "A rule raises one where it fits, and you can flag an entry yourself; decide on Review.",
    ),
    "decision": Words(
        "在“减负研判”里研判一条，这里就多一条。", "Each entry you assess on Review is added here."
    ),
    "absence": Words(
        "在“今日”里选中该来没来的一条，按 Delete。",
        "On Today choose what was expected and did not come, and press Delete.",
    ),
}
"""Where the entries come from of a register that nobody writes by hand."""

ICONS: dict[str, str] = {
    "task": "task",
    "demand": "repeat",
    "absence": "cal",
    "certificate": "stamp",
    "issue": "people",
    "progress": "text",
    "meeting": "meeting",
    "inspection": "eye",
    "reception": "person",
    "plaque": "sign",
    "visit": "people",
    "activity": "today",
    "expert": "person",
    "admission": "doc",
    "point": "flag",
    "flag": "flag",
    "decision": "scale",
    "report": "report",
    "sent_sheet": "report",
    "past_figure": "grid",
    "place": "sign",
    "staff": "person",
    "department": "folder",
    "duty": "list",
    "certificate_type": "stamp",
    "issue_category": "phone",
    "rule": "doc",
    "allowed_plaque": "sign",
    "time_limit": "clock",
    "holiday": "cal",
    "work_kind": "clock",
    "village": "sign",
    "submission": "report",
    "attachment": "clip",
    "letter_text": "doc",
}
