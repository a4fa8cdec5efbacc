"""Reads a pasted notice: title, unit, due date, rhythm, burdens and form columns."""
