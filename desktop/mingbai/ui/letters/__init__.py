"""Letters in the window."""

from mingbai.domain.task import TASKS, Status
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry

WRITE = Words("写函件", "Write a letter")
NOTHING_TO_WRITE = Words("这一件已作废，不用写函件", "This one is void; there is no letter to write about it")


def is_void(entry: Entry) -> bool:
    """Whether an assignment does not count: nobody is written to about a second recording."""
    return entry.register is TASKS and entry.record.status is Status.VOID
