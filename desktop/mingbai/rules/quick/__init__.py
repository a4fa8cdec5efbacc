"""Reads a typed line: where it goes, and its parts in any order."""
