"""The steps by which a ledger of any age becomes one of today, in order.

A step is frozen: it says in its own words what it does and imports nothing of today's program. The whole
set is applied in one transaction, so that a failing step leaves the file exactly as it was.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from mingbai.ledger.driver import Connection

SET = "mingbai"

NAMES = (
    "m0001_first",
    "m0002_rechecked",
    "m0003_waiting",
    "m0004_rules",
    "m0005_registers",
    "m0006_merged",
    "m0007_minutes",
    "m0008_collecting",
    "m0009_attachments",
    "m0010_letter_texts",
    "m0011_figures",
    "m0012_found_files",
    "m0013_allowed_plaques",
    "m0014_time_limits",
    "m0015_expected",
    "m0016_sources",
    "m0017_sent_sheets",
    "m0018_demand_owner",
    "m0019_times",
    "m0020_evidence",
)
"""Each step's, in order, and its module's here; a ledger of today is opened without loading one."""


def step(name: str) -> ModuleType:
    """The module of a step: its `NAME`, and `apply`, which is handed what executes a statement."""
    return import_module(f"{__package__}.{name}")


def applied(connection: Connection) -> tuple[str, ...]:
    """The steps a file has been through; read without sqlite-utils, which is slow to import."""
    known = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = '_sqlite_migrations'").fetchone()
    if known is None:
        return ()
    found = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id", [SET]
    )
    return tuple(name for (name,) in found)


def apply(connection: Connection) -> None:
    """Applies what is missing, all or nothing."""
    from sqlite_utils import Database, Migrations

    steps = Migrations(SET)
    for name in NAMES:
        steps(name=name)(lambda db, name=name: step(name).apply(db.execute))
    # A step may rebuild a table that others refer to; that the references still lead somewhere is seen below.
    connection.execute("PRAGMA foreign_keys=0")
    try:
        with (db := Database(connection)).atomic():
            steps.apply(db)
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise RuntimeError(f"references lead nowhere after migrating: {broken[:5]}")
    finally:
        connection.execute("PRAGMA foreign_keys=1")
