"""What several registers' columns are commonly headed in people's own sheets, by what stands below.

A name alone need not say which register is meant, for that is chosen first; a name that could be two fields
of one register stands with neither group, or the first of them keeps it.
"""

RECEIVED = (
    *("接收日期", "收到日期", "受理日期", "登记日期", "反映时间", "反映日期", "来电时间", "来访时间"),
    *("接收时间", "收到时间", "受理时间", "登记时间", "接到日期", "接到时间", "来件日期", "记录日期"),
    *("Date received", "Received on", "Date recorded", "Recorded on", "Date reported", "Reported on"),
    *("Date accepted", "Accepted on", "Date opened", "Opened on", "Date", "日期"),
    *("Received", "Recorded", "Reported", "Accepted", "Opened", "Logged", "Date logged", "Logged on"),
    *("Received date", "Date of receipt", "Date asked", "Asked on", "Day", "When"),
)
HELD = ("日期", "Date", "Day", "When", "Held on", "Date held")
CLOSED = (
    *(
        "办结日期",
        "办结日",
        "完成日期",
        "结案时间",
        "结案日期",
        "解决时间",
        "解决日期",
        "办结时间",
        "完结日期",
    ),
    *("Date closed", "Closed on", "Date done", "Done on", "Date completed", "Completed on", "Completed"),
    *("Date finished", "Finished on", "Date solved", "Solved on", "Date resolved", "Resolved on"),
    *("Closed", "Finished", "Closing date", "Close date", "Completion date"),
)
_DONE = ("完成", "办结", "办理", "上报", "报送", "反馈", "提交")
DUE = (
    *("办结期限", "办理期限", "截止日期", "截止时间", "完成时限", "期限"),
    *(
        "办结时限",
        "完成期限",
        "最后期限",
        "最迟时间",
        "报送时限",
        "报送期限",
        "上报期限",
        "上报截止时间",
        "报送截止时间",
    ),
    *(
        f"{must}{what}{when}"
        for must in ("要求", "规定", "应")
        for what in _DONE
        for when in ("时间", "日期", "时限", "期限")
    ),
    *("Deadline", "Due date", "Due by", "Due on", "By when", "Time limit"),
)
TOLD = (
    *("告知时间", "回访日期", "回访时间", "反馈日期", "反馈时间", "回告日期", "告知居民日期", "回复居民日期"),
    *("Told", "Told on", "Date told", "Told resident", "Resident was told", "Informed", "Informed on"),
    *("Date informed", "Resident informed", "Called back", "Called back on", "Follow-up date"),
)
SATISFACTION = (
    *("满意情况", "是否满意", "满意与否", "满意程度", "群众满意度", "居民满意度", "回访满意度", "满意"),
    *("评价", "居民评价", "群众评价", "满意度评价"),
    *("Satisfied", "Satisfied or not", "Resident satisfied", "Is the resident satisfied", "How satisfied"),
    *(
        "Resident satisfaction",
        "Resident's satisfaction",
        "Satisfaction level",
        "Rating",
        "Resident's rating",
    ),
)
SOLVED = (
    *("解决情况", "办理结果", "是否已解决", "解决与否", "解决程度", "解决结果"),
    *("Was it solved", "Is it solved", "Solved or not", "Resolved", "Is it resolved", "Outcome"),
)
OWNER = (
    *("经办人", "经办", "承办人", "办理人", "办理人员", "责任人", "负责人", "处理人", "接待人", "工作人员"),
    *("Handled by", "Handler", "Dealt with by", "Done by", "Taken by", "In charge", "Person in charge"),
    *("Responsible", "Assigned to", "Staff member", "Staff", "Colleague", "Owner"),
)
UNIT = (
    *("单位", "部门", "Unit", "Department", "Office", "Bureau", "Agency", "Authority"),
    *("Organisation", "Organization", "Name of unit", "Unit name"),
)
ASKING = (
    *(
        "来文单位",
        "下发单位",
        "来文部门",
        "布置单位",
        "布置部门",
        "交办部门",
        "下发部门",
        "发文单位",
        "发文机关",
    ),
    *("上级单位", "上级部门", "哪个部门", "From whom", "Who asked", "Asked by", "Asked for by"),
    *("Requested by", "Issued by", "Issuing unit", "Asking unit", "Requesting unit"),
)
PLACE = (
    *("小区", "网格", "地点", "楼栋", "楼号", "小区楼栋", "地址", "住址", "家庭住址", "详细地址"),
    *("Building", "Block", "Estate", "Address", "Location", "Where", "Home address", "Grid"),
)
PERSON = (
    *("姓名", "居民", "居民姓名", "反映人", "来访人", "来电人", "群众姓名"),
    *("Name", "Resident's name", "Resident name", "Caller", "Visitor", "Person"),
)
PHONE = (
    *("电话", "电话号码", "手机", "手机号", "手机号码", "联系方式", "联系电话", "联系手机", "来电号码"),
    *("居民电话", "本人电话", "Telephone", "Phone number", "Telephone number", "Phone no", "Tel no"),
    *("Mobile", "Mobile phone", "Mobile number", "Cell phone", "Cell", "Tel", "Contact number"),
    *("Contact phone", "Resident's phone"),
)
CAME_BY = (
    *("来源", "渠道", "来件渠道", "反映渠道", "受理方式", "受理途径", "诉求来源"),
    *("How it came", "How received", "Came by", "Came in by", "Source", "Received by way of", "Received via"),
)
MINUTES = (
    *("用时", "耗时", "时长", "花费时间", "办理用时", "实际耗时"),
    *("Time spent", "Time taken", "Minutes spent", "Duration", "How long"),
)
OFTEN = (
    *("周期", "频次", "频率", "报送频次", "报送频率", "报送周期", "多久一次"),
    *("Frequency", "How often", "Period", "Cycle"),
)
STARTS = ("开始日期", "起始日期", "开始时间", "起始时间", "Since", "From", "Start", "Starts", "Start date")
ENDS = ("结束日期", "终止日期", "结束时间", "截止日期", "Until", "To", "End", "Ends", "End date")
NOTE = ("说明", "Notes", "Remark", "Remarks", "Comment", "Comments")
