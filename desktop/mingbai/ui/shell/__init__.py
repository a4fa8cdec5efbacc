"""The frame around every page: rail, side panel, status bar, commands, keys, lock, and what goes wrong."""
