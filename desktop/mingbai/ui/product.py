"""What the program is called."""

from __future__ import annotations

from mingbai.domain.words import Words

NAME = Words("明白账", "Mingbai Ledger")
