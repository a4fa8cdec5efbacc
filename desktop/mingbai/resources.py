"""Where the catalogues, templates and sample months lie, and the guide."""

from __future__ import annotations

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _checkout() -> Path | None:
    """The folder of the checkout this runs from, if it does."""
    # A wheel carries the resources beside this module; a checkout has them at its root.
    # The checkout is told by its pyproject.toml, so that a stray folder above site-packages is never taken.
    checkout = PACKAGE.parent.parent
    return checkout if (checkout / "pyproject.toml").is_file() else None


@cache
def _root() -> Path:
    return (_checkout() or PACKAGE) / "resources"


@cache
def guide_folder() -> Path | None:
    """Where the guide lies, with a folder for each language; None where it was not installed."""
    checkout = _checkout()
    found = PACKAGE / "resources" / "guide" if checkout is None else checkout / "docs" / "guide"
    return found if found.is_dir() else None


def resource(name: str) -> Path:
    """The file or folder `name` of the resources, such as `catalogues/burden_rules.csv`."""
    path = _root() / name
    if not path.exists():
        raise FileNotFoundError(f"Mingbai Ledger is not whole: {name} is missing from its resources.")
    return path


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of a shipped table such as `catalogues/holidays.csv`, its comments passed over."""
    import csv

    lines = resource(name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))
