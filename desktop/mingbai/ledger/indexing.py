"""Keeping the search index of the edition that this program asks for.

The index holds no texts, so an entry can be taken out of it only by the very tokens it was put in with.
When the rules by which tokens are made have changed, the whole index is made anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.domain.field import Stored
from mingbai.ledger.driver import Connection
from mingbai.ledger.schema import TABLES, Table
from mingbai.ledger.words_index import edition

FACT = "index_edition"
STEP = 1000


def is_current(connection: Connection) -> bool:
    """Whether the index was made by today's rules."""
    found = connection.execute("SELECT value FROM fact WHERE name = ?", (FACT,)).fetchone()
    return found is not None and found[0] == edition()


def reindex(connection: Connection) -> None:
    """Makes the index of every register anew; inside a transaction."""
    for table in TABLES.values():
        if table.searched:
            connection.execute(table.command("delete-all"))
            for row, stored in entries(connection, table):
                connection.execute(table.index, (row, table.words(stored)))
    connection.execute(
        "INSERT INTO fact (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (FACT, edition()),
    )


def forget(connection: Connection) -> None:
    """Has the index made anew at the next opening."""
    connection.execute("DELETE FROM fact WHERE name = ?", (FACT,))


def entries(connection: Connection, table: Table) -> Iterator[tuple[int, dict[str, Stored]]]:
    """Every entry of a register, also from the bin, with its row number; read in blocks."""
    last = 0
    while True:
        block = connection.execute(
            f"{table.select} WHERE id > ? ORDER BY id LIMIT {STEP}", (last,)
        ).fetchall()
        for row in block:
            yield row[0], dict(zip(table.columns, row[3:], strict=True))
        if len(block) < STEP:
            return
        last = block[-1][0]
