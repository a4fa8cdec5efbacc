"""What is typed and pasted on the walk through the window, in each language."""

from __future__ import annotations

from mingbai.domain.words import Language

LINES: dict[Language, tuple[str, ...]] = {
    "zh": (
        "周五前 报表 民政局 上报重点人群台账 @李梅",
        "路灯不亮 小区西门 已解决",
        "亲属关系证明 银行要求 不予出具",
        "周五前 上报重点人群台账",
    ),
    "en": (
        "by Friday report Civil Affairs Key-groups register @Li Mei",
        "street light out, west gate, solved",
        "Certificate of kinship, demanded by the bank, declined",
        "by Friday Key-groups register",
    ),
}
TABLES: dict[Language, str] = {
    "zh": "工单编号,受理时间,诉求标题,诉求人姓名,联系电话\nHX01,2026-11-03,路灯不亮,罗小平,13800000071\nHX02,11月初,楼道漏水,何大力,13800000072\n",
    "en": "Order number,Accepted,Title,Resident,Phone\nHX01,2026-11-03,Street light out,Luo Ping,13800000071\nHX02,early November,Leaking stairwell,He Dali,13800000072\n",
}
ASKED: dict[Language, tuple[str, ...]] = {
    "zh": ("亲属", "志愿", "没有这样的事"),
    "en": ("kinship", "volunteer", "no such thing"),
}
"""What is asked at the certificate counter: not to issue, may issue, on neither list."""
NOTICES: dict[Language, tuple[str, ...]] = {
    "zh": (
        "关于报送独居老人名单的通知\n请各社区于明天17:00前将名单（姓名、年龄、电话）报民政局。\n每户拍照留痕，逾期通报排名，每月5日前更新。",
        "请各社区做好防火宣传。\n收到请回复。",
    ),
    "en": (
        "Notice on elderly residents\nPlease send the list (name, age, phone) to Civil Affairs by tomorrow 17:00.\nLate ones are ranked, to be updated every month by the 5th.",
        "Please prepare fire-safety posters.\nKindly reply when done.",
    ),
}
"""A notice that says nearly everything, and one that lacks the unit."""
HOLIDAYS = (
    "关于2027年部分节假日安排的通知 春节：2月5日至11日放假调休，共7天。1月31日（周日）、2月20日（周六）上班。"
    "安排职工在除夕（2月4日）休息。",
    "元旦：1月1日放假。",
)
"""A holiday notice, in the language in which they are published, and one that lacks its year."""
STRANGE: dict[Language, str] = {"zh": "没有这样的事", "en": "no such thing"}
