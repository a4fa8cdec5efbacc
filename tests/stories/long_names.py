"""A small ledger with names as long as they come: nothing of the window may break over them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from mingbai.desk.records import add
from mingbai.desk.review import flag
from mingbai.domain.issue import ISSUES
from mingbai.domain.staff import STAFF
from mingbai.domain.task import TASKS
from mingbai.domain.words import Language, Words
from mingbai.ledger.ledger import Ledger

PLACE: dict[str, dict[str, Words]] = {
    "empty": {"name": Words("新湖社区", "Xinhu Community"), "town": Words("清禾街道", "Qinghe Subdistrict")},
    "street": {
        "name": Words("清禾街道", "Qinghe Subdistrict"),
        "town": Words("新湖区", "Xinhu District"),
    },
    "long": {
        "name": Words(
            "新湖经济技术开发区清禾街道第十三社区居民委员会",
            "Thirteenth Residents' Committee of the Xinhu Economic and Technological Development Area",
        ),
        "town": Words(
            "新湖经济技术开发区清禾街道办事处（筹）",
            "Qinghe Subdistrict Office of the Development Area (planned)",
        ),
    },
}
UNITS = (
    Words(
        "新湖经济技术开发区城市管理和综合行政执法局",
        "Bureau of Urban Management and Comprehensive Administrative Law Enforcement",
    ),
    Words("市退役军人事务和优抚安置服务中心", "Centre for Veterans, Preferential Care and Resettlement"),
    Words("民政局", "Civil Affairs"),
)
TITLES = (
    Words(
        "关于报送二〇二六年第四季度独居、空巢、留守、失能、重残、计划生育特殊家庭老年人探访关爱服务台账及佐证照片的通知",
        "Quarterly register of visits to elderly people who live alone, are left behind, disabled or bereaved, with photographs of every visit",
    ),
    Words(
        "https://example.invalid/a/very/long/address/without/any/space/that/could/be/broken/anywhere",
        "https://example.invalid/a/very/long/address/without/any/space/that/could/be/broken/anywhere",
    ),
    Words("周报", "Weekly"),
)
NOTE = Words(
    "已电话问过：要的是同一批人，多“监护人”“兴趣爱好”两列；对方说先按旧表报，新表等文件下来再说。" * 3,
    "Asked by telephone: the same people, two columns more; the unit says the old form will do until a paper comes. "
    * 3,
)
OWNER = Words("欧阳慕容·阿卜杜热合曼", "Abdurahman Ouyang-Murong of the Third Grid")
REASON = Words(
    "与十月十四日报民政局的“重点人群台账”相比，十一列里有九列相同，另外两列也能从公安、卫健的共享数据里取得",
    "Nine of eleven columns are the same as in the key-groups register of 14 October; the others can be had from shared data",
)


def write_long(ledger: Ledger, language: Language, today: date) -> None:
    """Fills a new ledger with such names."""
    add(ledger, STAFF, {"name": OWNER.into(language)}, today=today)
    for at in range(9):
        entry = add(
            ledger,
            TASKS,
            {
                "received_on": today - timedelta(days=at),
                "department": UNITS[at % 3].into(language),
                "title": TITLES[at // 3].into(language),
                "due_on": today + timedelta(days=3 * at - 4),
                "owner": OWNER.into(language),
                "note": NOTE.into(language),
            },
            today=today,
            language=language,
        )
        if at % 2 == 0:
            flag(ledger, entry, REASON.into(language), today=today)
        add(
            ledger,
            ISSUES,
            {
                "accepted_at": datetime(today.year, today.month, today.day, 8) - timedelta(hours=30 * at),
                "title": TITLES[at // 3].into(language),
                "note": NOTE.into(language),
            },
            today=today,
            language=language,
        )
