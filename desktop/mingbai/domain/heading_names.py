"""What several registers' columns are commonly headed in people's own sheets, by what stands below."""

RECEIVED = (
    *("接收日期", "收到日期", "受理日期", "登记日期", "反映时间", "反映日期", "来电时间", "来访时间"),
    *("Date received", "Received on", "Date recorded", "Recorded on", "Date reported", "Reported on"),
    *("Date accepted", "Accepted on", "Date opened", "Opened on", "Date", "日期"),
)
CLOSED = (
    *("办结日期", "办结日", "完成日期", "结案时间", "结案日期", "解决时间", "解决日期"),
    *("Date closed", "Closed on", "Date done", "Done on", "Date completed", "Completed on", "Completed"),
    *("Date finished", "Finished on", "Date solved", "Solved on", "Date resolved", "Resolved on"),
)
DUE = (
    *("办结期限", "办理期限", "截止日期", "截止时间", "完成时限", "期限"),
    *("Deadline", "Due date", "Due by", "Due on", "By when", "Time limit"),
)
OWNER = (
    *("经办人", "经办", "承办人", "办理人", "办理人员", "责任人", "负责人", "处理人", "接待人", "工作人员"),
    *("Handled by", "Handler", "Dealt with by", "Done by", "Taken by", "In charge", "Person in charge"),
    *("Responsible", "Assigned to", "Staff member", "Staff", "Colleague", "Owner"),
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
    *("电话", "电话号码", "手机", "手机号", "手机号码", "联系方式"),
    *("Telephone", "Phone number", "Telephone number", "Mobile", "Tel", "Contact", "Contact number"),
)
CAME_BY = (
    *("来源", "渠道", "来件渠道", "反映渠道", "受理方式", "受理途径", "诉求来源"),
    *("How it came", "How received", "Came by", "Came in by", "Source", "Received by way of", "Received via"),
)
NOTE = ("说明", "Notes", "Remark", "Remarks", "Comment", "Comments")
