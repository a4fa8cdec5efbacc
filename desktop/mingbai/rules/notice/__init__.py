"""Reads a pasted notice: title, unit, due date, rhythm, burdens and form columns."""

from mingbai.rules.notice.notice import Notice, Read, read_notice

__all__ = ["Notice", "Read", "read_notice"]
