"""Whose ledger the window shows, as the rail's head and the outline of the next start say it."""

from __future__ import annotations

from mingbai.desk.beginning import SAMPLE, is_sample
from mingbai.desk.places import place_of
from mingbai.ui.session import Session


def place_told(session: Session) -> tuple[str, str]:
    """The place's name, and below it its town; of the sample, that it is the sample."""
    place = place_of(session.ledger)
    return place.name, session.word(SAMPLE) if is_sample(session.ledger) else place.town
