"""Mingbai Ledger (明白账): a village's or community's own account of its work."""

__version__ = "0.1.0"
