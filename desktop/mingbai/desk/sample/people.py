"""Residents, all invented; their telephone numbers begin with 1300000, which nobody is given."""

from __future__ import annotations

import random
from dataclasses import dataclass

from mingbai.desk.sample.material import Material

PHONE = "1300000"


@dataclass(frozen=True, slots=True)
class Resident:
    """One resident."""

    name: str
    phone: str


class People:
    """The residents of the sample."""

    def __init__(self, material: Material) -> None:
        self._all = [Resident(line.say("name"), PHONE + line["line"]) for line in material.lines("residents")]

    def somebody(self, chance: random.Random) -> Resident:
        """One of them; some come more often than others."""
        place = min(chance.randrange(len(self._all)), chance.randrange(len(self._all)))
        return self._all[place]
