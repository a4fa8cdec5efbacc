"""What belongs into each register, said in an empty list."""

from __future__ import annotations

from mingbai.domain.words import Words

BELONGS: dict[str, Words] = {
    "task": Words("上级要我们做的事，记在这里", "What higher units ask of us is written down here"),
    "demand": Words(
        "每周、每月、每季都要的事，记在这里", "What is asked every week, month or quarter stands here"
    ),
    "absence": Words(
        "该来没来的事项，由“今日”记在这里", "What was expected and did not come is noted here by Today"
    ),
    "certificate": Words(
        "居民来开的证明，记在这里", "Certificates that residents come for are written down here"
    ),
    "issue": Words(
        "居民和 12345 请我们解决的事，记在这里",
        "What residents and 12345 ask us to solve is written down here",
    ),
    "progress": Words("每件诉求的办理经过，记在这里", "What was done on each issue stands here"),
    "flag": Words("对照依据发现的提示，列在这里", "What speaks against an entry is listed here"),
    "decision": Words("研判过的事项，列在这里", "What was assessed is listed here"),
    "report": Words("报送过的月报，列在这里", "Month reports that were sent are listed here"),
    "past_figure": Words(
        "以前月份的数，记在这里，月报用来比较", "Figures of earlier months, for comparison in the report"
    ),
    "place": Words("本村（社区）的情况，记在这里", "What is known of this place stands here"),
    "staff": Words("在这里工作的人，记在这里", "The people who work here"),
    "department": Words("交办事项的单位，列在这里", "The units that hand work down"),
    "duty": Words("乡镇的履职清单，放在这里", "The town’s duty lists"),
    "certificate_type": Words("能开和不能开的证明，列在这里", "Certificates that may and may not be issued"),
    "issue_category": Words("诉求的分类，列在这里", "Categories of resident issues"),
    "rule": Words("减负的依据条款，列在这里", "Clauses that speak against a burden"),
    "holiday": Words("放假和调休的日子，列在这里", "Holidays and working weekends"),
    "village": Words("要向这里报月报的村（社区），列在这里", "The villages that hand in here"),
    "submission": Words(
        "各村报来的月报，由“汇总”收进来", "Reports of villages, taken in on the page Collection"
    ),
}

HOW = Words(
    "上面写一句就是一条，也可以整张表导入。", "One line above is one entry; a whole sheet can be imported."
)
HOW_IMPORT = Words("可以整张表导入。", "A whole sheet can be imported.")

ICONS: dict[str, str] = {
    "task": "task",
    "demand": "repeat",
    "absence": "cal",
    "certificate": "stamp",
    "issue": "people",
    "progress": "text",
    "flag": "flag",
    "decision": "scale",
    "report": "report",
    "past_figure": "grid",
    "place": "sign",
    "staff": "person",
    "department": "folder",
    "duty": "list",
    "certificate_type": "stamp",
    "issue_category": "phone",
    "rule": "doc",
    "holiday": "cal",
    "village": "sign",
    "submission": "report",
}
