"""The month report: the figures of a month, its sheets, and the versions that were sent.

Each is imported from its own module: hours are told where no workbook is needed.
"""
