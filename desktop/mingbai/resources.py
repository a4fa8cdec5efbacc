"""Where the icons, translations, catalogues and templates lie."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    # A wheel carries the resources beside this module; a checkout has them at its root.
    # The checkout is told by its pyproject.toml, so that a stray folder above site-packages is never taken.
    package = Path(__file__).resolve().parent
    checkout = package.parent.parent
    if (checkout / "pyproject.toml").is_file():
        return checkout / "resources"
    return package / "resources"


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
