"""What the program and its guide are called."""

from __future__ import annotations

from mingbai.domain.words import Words

NAME = Words("明白账", "Mingbai Ledger")
GUIDE = Words("使用说明", "Guide")
