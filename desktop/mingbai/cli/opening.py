"""The ledger that a command works on."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from mingbai.ledger.ledger import Ledger


@contextmanager
def opened(options: Namespace) -> Iterator[Ledger]:
    """The ledger a command works on, an older one backed up before it is brought up to date."""
    from mingbai.ledger.backups import back_up_before

    with Ledger(options.ledger, before_migrating=back_up_before) as ledger:
        yield ledger
