"""What a list of assignments shows, and many rows for it."""

from __future__ import annotations

from datetime import date

from mingbai.desk.glossary import Glossary
from mingbai.domain.task import TASKS
from mingbai.ledger.blocks import Order
from mingbai.ledger.ledger import Ledger
from mingbai.ui.table.view import ListView

BY_DUE = Order("due_on")


def many(ledger: Ledger, today: date, count: int) -> None:
    """So many assignments called 0000, 0001, …"""
    unit = Glossary(ledger, today).find("department", "民政局")
    with ledger.act("import") as act:
        for at in range(count):
            stored = dict.fromkeys(TASKS.fields) | {
                "received_on": today.isoformat(),
                "department": unit,
                "title": f"{at:04}",
                "status": "todo",
            }
            act.insert_stored(TASKS, stored)


def titles(view: ListView) -> list[str]:
    return [str(listed.entry.stored["title"]) for listed in view.rows.rows]


def text(view: ListView, row: int, name: str) -> str:
    at = [column.name for column in view.rows.columns].index(name)
    return view.rows.cell(row, at).text
