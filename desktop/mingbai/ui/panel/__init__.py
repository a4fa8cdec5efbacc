"""The side panel: one entry of any register, shown and edited from its declaration."""
