"""The table that shows any register from its declaration."""
