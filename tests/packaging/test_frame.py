"""The frame holds: the pins, the start scripts, and what the repository never says."""
