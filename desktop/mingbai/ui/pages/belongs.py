"""What belongs into each register, said in an empty list."""

from __future__ import annotations

from mingbai.domain.words import Words

BELONGS: dict[str, Words] = {
    "task": Words("上级要我们做的事，记在这里", "What higher units ask of us is recorded here"),
    "demand": Words(
        "每周、每月、每季都要的事，记在这里", "What is asked every week, month or quarter is listed here"
    ),
    "absence": Words(
        "该来没来的事项，由“今日”记在这里", "What was expected on Today and did not come is noted here"
    ),
    "certificate": Words("居民来开的证明，记在这里", "Certificates that residents ask for are recorded here"),
    "issue": Words(
        "居民和 12345 请我们解决的事，记在这里",
        "What residents and 12345 ask us to solve is recorded here",
    ),
    "progress": Words("每件诉求的办理经过，记在这里", "What was done on each issue is listed here"),
    "flag": Words("对照依据发现的提示，列在这里", "Flags on entries are listed here"),
    "decision": Words("研判过的事项，列在这里", "Assessments are listed here"),
    "report": Words("报送过的月报，列在这里", "Month reports that were sent are listed here"),
    "past_figure": Words(
        "以前月份的数，记在这里，月报用来比较", "Figures of earlier months, for comparison in the report"
    ),
    "place": Words("本村（社区）的情况，记在这里", "Details of this place"),
    "staff": Words("在这里工作的人，记在这里", "The people who work here"),
    "department": Words("交办事项的单位，列在这里", "The units that assign work"),
    "duty": Words("乡镇的履职清单，放在这里", "The town’s duty lists"),
    "certificate_type": Words("能开和不能开的证明，列在这里", "Certificates that may and may not be issued"),
    "issue_category": Words("诉求的分类，列在这里", "Categories of resident issues"),
    "rule": Words("减负的依据条款，列在这里", "Rules that burdens are checked against"),
    "holiday": Words("放假和调休的日子，列在这里", "Holidays and working weekends"),
    "work_kind": Words("各类事项默认要用的分钟数", "Minutes that each kind of work takes by default"),
    "village": Words("要向这里报月报的村（社区），列在这里", "The villages that hand in here"),
    "submission": Words(
        "各村报来的月报，由“汇总”收进来", "Reports of villages, taken in on the page Collection"
    ),
}

HOW = Words(
    "上面写一句就是一条，也可以整张表导入。", "Type one line above for each entry, or import a whole sheet."
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
    "work_kind": "clock",
    "village": "sign",
    "submission": "report",
}
