"""What the quick-add line says, and the example each register's page shows in it."""

from __future__ import annotations

from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.issue import ISSUES
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words

NAME = Words("快速登记", "Quick add")
EXAMPLES = {
    TASKS.code: Words(
        "快速登记：周五前 报表 民政局 上报重点人群台账 @李梅",
        "Quick add: by Friday report Civil Affairs Key-groups register @Li Mei",
    ),
    ISSUES.code: Words(
        "快速登记：路灯不亮 小区西门 已解决", "Quick add: street light out, west gate, solved"
    ),
    CERTIFICATES.code: Words(
        "快速登记：亲属关系证明 银行要求 不予出具",
        "Quick add: Certificate of kinship, demanded by the bank, declined",
    ),
}
ENTER = Words("登记，继续下一条", "Add")
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
RECORDED = Words("登记：{title}", "Recorded: {title}")
