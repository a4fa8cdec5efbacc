"""Sheets on paper: laid out once in points, then painted alike on the screen, on a printer and in a PDF."""
