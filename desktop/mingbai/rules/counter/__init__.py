"""The certificate counter: which certificate someone means, from two signs, initials or a whole story."""

from mingbai.rules.counter.counter import Counter, Match, Meant

__all__ = ["Counter", "Match", "Meant"]
