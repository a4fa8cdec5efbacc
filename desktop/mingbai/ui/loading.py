"""What is loaded late is loaded by one thread at a time: two that meet in one package are handed half of a module."""

from __future__ import annotations

from threading import RLock

LOADING = RLock()
"""Held while the window or a worker loads what judges an entry; the window waits at most once, right after a start."""
