"""Whole screens: each register's, and those that are more than one register."""
