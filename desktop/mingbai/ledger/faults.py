"""What can befall a ledger file. Asked for before SQLite is loaded, so nothing else stands here."""

from mingbai.domain.words import Fault


class Damaged(Fault):
    """What stands in the file is no ledger, or no longer a whole one: only a backup helps."""


class SearchDamaged(Fault):
    """The search index is not what it should be; the entries are not touched by that."""
