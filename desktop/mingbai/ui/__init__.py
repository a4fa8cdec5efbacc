"""The window. Nothing outside of this package and the start of the program knows Qt.

PySide6 reads and searches the source of every module that is imported after it: one might ask for a
`__feature__` of its own, which nobody here does. It leaves the import it found under another name, and
that one is put back. A start needs a tenth less, and the sources are not held in memory.
"""

from __future__ import annotations

import builtins

import PySide6 as PySide6

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
