"""The one SQLite file: open, migrate, write, journal, undo, find, count, back up."""
