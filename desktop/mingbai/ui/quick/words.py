"""What the quick-add line says, and the example each register's page shows in it."""

from __future__ import annotations

from mingbai.domain.activity import ACTIVITIES
from mingbai.domain.admission import ADMISSIONS
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.expert import EXPERTS
from mingbai.domain.inspection import INSPECTIONS
from mingbai.domain.issue import ISSUES
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.plaque import PLAQUES
from mingbai.domain.point import POINTS
from mingbai.domain.reception import RECEPTIONS
from mingbai.domain.task import TASKS
from mingbai.domain.visit import VISITS
from mingbai.domain.words import Words

NOTICE_PLACE = "notice/{page}"
"""Where the notice that is looked through is kept among the drafts."""
NOTICES_WAITING = "notice/{page}/waiting"
"""Where those are kept that wait behind it."""

NAME = Words("快速登记", "Quick add")
EXAMPLES = {
    TASKS.code: Words(
        "快速登记：周五前 报表 民政局 上报重点人群台账 @李梅",
        "Quick add: by Friday report Civil Affairs Key-groups register @Li Mei",
    ),
    DEMANDS.code: Words(
        "快速登记：每周五前 报表 民政局 垃圾分类周报",
        "Quick add: weekly by Friday report Civil Affairs Waste sorting figures",
    ),
    ISSUES.code: Words(
        "快速登记：工单20261124001 路灯不亮 小区西门 已解决",
        "Quick add: order 2026112401, street light out, west gate, solved",
    ),
    CERTIFICATES.code: Words(
        "快速登记：亲属关系证明 银行要求 不予出具",
        "Quick add: Certificate of kinship, demanded by the bank, declined",
    ),
    MEETINGS.code: Words(
        "快速登记：昨天 会议 民政局 业务部署 3人 90分钟",
        "Quick add: yesterday meeting Civil Affairs Progress report, 3 people, 90 min",
    ),
    INSPECTIONS.code: Words(
        "快速登记：周四 检查 消防 楼道杂物 4人 计划外",
        "Quick add: Thursday Fire and Rescue Check of stairways, 4 visitors, unplanned",
    ),
    RECEPTIONS.code: Words(
        "快速登记：今天 接待 组织部 学习交流 8人 陪同2人 无公函",
        "Quick add: today official visit Civil Affairs Study tour, 8 guests, 2 hosts, no letter",
    ),
    PLAQUES.code: Words(
        "快速登记：摘牌 科普工作室 科协", "Quick add: plaque taken down, Science studio, Civil Affairs"
    ),
    VISITS.code: Words(
        "快速登记：走访 3栋 王阿姨 20分钟 水管已修好",
        "Quick add: home visit Building 3 Mrs Wang 20 min tap fixed",
    ),
    ACTIVITIES.code: Words(
        "快速登记：志愿活动 楼道清理 志愿者12人 16小时 服务60人",
        "Quick add: volunteering Clearing stairways, 12 volunteers, 16 hours, 60 residents",
    ),
    EXPERTS.code: Words(
        "快速登记：下沉帮扶 司法局 物业矛盾调解",
        "Quick add: seconded expert Civil Affairs Mediation with property firms",
    ),
    ADMISSIONS.code: Words(
        "快速登记：准入申请 民政局 入户摸底 每月 3000元",
        "Quick add: admission application Civil Affairs Door-to-door survey, 3000 yuan",
    ),
    POINTS.code: Words(
        "快速登记：上报问题 街道 几家要同一张表",
        "Quick add: raised Civil Affairs the same data is asked twice",
    ),
}
BY_LINE_ALONE = (TASKS.code, ISSUES.code, CERTIFICATES.code)
"""Registers to which entries are added by the line and by no form."""
ENTER = Words("登记，继续下一条", "Add")
INTO = Words("记入：{register}", "Add to {register}")
PUT_DOWN = Words("放下", "Close")
PASTED = Words("粘贴了 {n} 行，逐行登记？", "{n} lines pasted. Add each as an entry?")
PASTED_MANY = Words(
    "粘贴了 {n} 行，一次最多登记 {most} 行。先登记前 {most} 行？其余的请再粘贴一次",
    "{n} lines pasted; {most} can be added at once. Add the first {most}? Paste the others afterwards",
)
EACH = Words("逐行登记", "Add each")
FIRST_ONLY = Words("只要第一行", "Only the first")
SAVED_SOME = Words("已登记 {n} 行", "{n} lines recorded")
SAVED_ONE = Words("已登记 1 行", "1 line recorded")
STILL_SOME = Words(
    "已登记 {n} 行，还有 {left} 行要补：{why}", "{n} recorded, {left} still to complete: {why}"
)
STRANGER = Words("人员名单里没有", "Not on the staff list")
STRANGER_ASKED = Words(
    "人员名单里没有“{name}”。怎么登记？", "“{name}” is not on the staff list. How to record this?"
)
IN_TITLE = Words("不作经办，留在标题里", "Nobody; leave it in the title")
AS_NEW = Words("是新人员，加入名单", "A new colleague; add them")
NEW_UNIT = Words("新单位：{name}", "New department: {name}")
ENTER_UNIT = Words(
    "{why}。“{name}”是新单位的话，再按一次 Enter",
    "{why}. If “{name}” is a new department, press Enter again",
)
PICK_UNIT = Words(
    "{why}。名单里没有的，点选新单位，或按 Tab 再按 Enter",
    "{why}. If it is not on the list yet, pick it as new: Tab, then Enter",
)
WRITE_UNIT = Words(
    "{why}。名单里没有的新单位，前后空格单独写，如“城管办”，再按 Enter",
    "{why}. A department not on the list: write it with capital letters, like Sanitation Office, and press Enter",
)
UNIT_JOINS = Words(
    "登记后，“{name}”就加入单位名单", "Once this is recorded, “{name}” is on the list of departments"
)
PILL_HOW = Words("Enter 修改，Delete 去掉", "Enter changes it, Delete takes it out")
PILL_BACK = Words(
    "已去掉，这几个字只算标题；Enter 恢复", "Taken out: its words belong to the title; Enter brings it back"
)
TAKES = "Ctrl+Enter"
"""The key that takes what a pill offers."""
MAKE_IT = Words("改成{every}", "Make it {every}")
PILL_OFFERED = Words(
    "以后每期会出现在“今日”里；不选就只登记这一次",
    "From then on each one is waited for on Today; leave it, and only this one is recorded",
)
DUE_EITHER = Words("{field}？", "{field}?")
PILL_EITHER = Words(
    "日期和星期对不上；选哪个就写成哪个",
    "Its date and its weekday do not agree; the one you take is written into the line",
)
HOW_DAY_TWO = Words(
    "日期和星期对不上。是哪一天？Ctrl+Enter 选前一个，另一个点一下；不选就不填",
    "Its date and its weekday do not agree. Which day is meant? Ctrl+Enter takes the first, "
    "a click the other; or leave it open",
)
PILL_NOBODY = Words(
    "这一条不写经办人；Enter 恢复", "Taken out: nobody handles this one; Enter brings it back"
)
PILL_ASKED = Words("Enter：怎么补上", "Enter: how to add it")
SELECTED = Words("“{words}”已选中，直接打字就改", "“{words}” is selected: type over it to change it")
RECORDED = Words("登记：{title}", "Recorded: {title}")

PASTE = Words("粘贴通知", "Paste a notice")
PASTE_HOW = Words(
    "把通知全文变成一条交办草稿（Ctrl+V）", "Makes a draft assignment of a whole notice (Ctrl+V)"
)
PASTED_NOTICE = Words("粘贴的通知", "Pasted notice")
FILE_NOTICE = Words("拖入的文件", "Dropped file")
SIGNS = Words("{n} 字", "{n} characters")
NOTICE_HOW = Words(
    "Enter 登记，Esc 放下，Tab 逐项核对", "Enter records it, Esc puts it down, Tab goes through it"
)
DUE_OPEN = Words("{due}？", "{due}?")
DUE_OR = Words("或", "or")
HOW_DUE_OPEN = Words(
    "办结期限是哪天？按 {keys} 选定，不选就不填", "Due on which day? Press {keys}, or leave it open"
)
HOW_DUE_TWO = Words(
    "日期和星期对不上。办结期限是哪天？按 {keys} 选定，不选就不填",
    "Its date and its weekday do not agree. Due on which day? Press {keys}, or leave it open",
)
HOW_DUE_UNSURE = Words(
    "办结期限是这天吗？按 1 选定，不选就不填", "Due on this day? Press 1, or leave it open"
)
RECORD = Words("登记", "Add")
ALL_THE_SAME = Words("是另一件，仍要登记", "It is another one; record it")
READING = Words("正在读“{name}”", "Reading “{name}”")
AS_LINES = Words("改为逐行登记", "Add each line instead")
AS_IMPORT = Words("改为导入这个表格", "Import this table instead")
AS_NOTICE = Words("整段是一份通知", "It is one notice")
NOTICE_PUT_DOWN = Words("放下了粘贴的通知", "Notice put down")
NOTICE_WAITS = Words(
    "“{title}”还没有登记，这一份之后再回来", "“{title}” is not recorded yet; it comes back after this one"
)
PUTTING_DOWN = Words("放下通知", "put the notice down")
NO_CLIPBOARD = Words(
    "剪贴板里没有文字，请先复制通知的文字", "There is no text on the clipboard; copy the notice first"
)
PICTURE = Words(
    "剪贴板里是图片，读不出文字；请复制文字，或打开一条记录，把图片粘贴成附件",
    "The clipboard holds a picture, which cannot be read; copy its words, or open an entry and paste it there "
    "as an attachment",
)
