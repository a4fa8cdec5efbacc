"""Reads a pasted notice: title, unit, due date, rhythm, burdens and form columns."""

from mingbai.rules.notice.likely import Choice
from mingbai.rules.notice.notice import Notice, Read, read_notice

__all__ = ["Choice", "Notice", "Read", "read_notice"]
