"""The months in English, written out: the names that the standard library gives follow the system's language."""

from __future__ import annotations

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
