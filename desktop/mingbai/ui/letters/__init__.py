"""Letters in the window."""

from mingbai.domain.words import Words

WRITE = Words("写函件", "Write a letter")
