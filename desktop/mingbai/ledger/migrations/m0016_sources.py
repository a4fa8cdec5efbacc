"""Where a row of a list comes from, and where it holds, is said in both languages.

Frozen: never edited after a release, and it imports nothing of today's program.
"""

from __future__ import annotations

from collections.abc import Callable

NAME = "m0016_sources"

LISTS = ("holiday", "department", "issue_category", "certificate_type", "work_kind")


def apply(execute: Callable[[str], object]) -> None:
    """A column more in five lists, two in that of certificates; the shipped rows fill it when they are next brought."""
    for name in LISTS:
        execute(f'ALTER TABLE "{name}" ADD COLUMN "source_en" TEXT')
    execute('ALTER TABLE "certificate_type" ADD COLUMN "region_en" TEXT')
