"""Screens that are more than one register."""
