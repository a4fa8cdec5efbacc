"""The office of the street or town that a place belongs to, on the list of departments by its own name."""

from __future__ import annotations

from mingbai.domain.department import DEPARTMENTS, town_office
from mingbai.domain.text import fold
from mingbai.ledger.clock import named_uid
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.references import references_to
from mingbai.ledger.store import Act


def bring_town_office(ledger: Ledger, act: Act, town: str, *, before: str = "") -> None:
    """Lists the office of a town: papers name it, and the shipped list has but the general one.

    That of the town which stood there `before` goes into the bin where nothing refers to it: of two street offices
    nobody knows which one 街道办 means.
    """
    office, earlier = _listed(ledger, town), _listed(ledger, before)
    if (
        earlier is not None
        and (office is None or office.uid != earlier.uid)
        and next(references_to(ledger, DEPARTMENTS.code, [earlier.uid]), None) is None
    ):
        act.bin(DEPARTMENTS, earlier.uid)
    if office is None:
        _bring(ledger, act, town)


def _bring(ledger: Ledger, act: Act, town: str) -> None:
    office = town_office(town)
    if office is None:
        return
    uid = named_uid(DEPARTMENTS.code, office.name)
    known = ledger.entry(DEPARTMENTS, uid)
    if known is None:
        act.insert(DEPARTMENTS, office, uid=uid)
    elif known.binned_at is not None:
        act.take_out(DEPARTMENTS, uid)


def _listed(ledger: Ledger, town: str) -> Entry | None:
    office = town_office(town)
    if office is None:
        return None
    name = fold(office.name)
    return next(
        (one for one in ledger.entries(DEPARTMENTS) if fold(str(one.stored["name"])) == name),
        None,
    )
