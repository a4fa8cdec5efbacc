"""The deeds: add, decide, cut, import, report, erase, undo. No Qt, no SQL, no openpyxl."""
