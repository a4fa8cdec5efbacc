"""How well the certificate counter understands: counts only, no line is shown.

PYTHONPATH=desktop python tests/lines/score_certificates.py tests/lines/certificates_held.jsonl
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from mingbai.desk.certificates import counter


@dataclass(slots=True)
class Score:
    """Counts over a set of lines."""

    wanted: int = 0
    among_five: int = 0
    named: int = 0
    rightly: int = 0
    nothing: int = 0
    left_alone: int = 0

    @property
    def precision(self) -> float:
        """Of the certificates named alone, the part that is right."""
        return self.rightly / max(1, self.named)

    @property
    def recall(self) -> float:
        """Of the lines that mean a certificate, the part that has it among the first five."""
        return self.among_five / max(1, self.wanted)


def score(path: Path) -> Score:
    """Asks the counter each line of a set."""
    found, asked = Score(), counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        right = {given["code"], *given.get("any_of", ())} - {None}
        meant = asked.meant(given["text"])
        found.wanted += bool(right)
        found.among_five += bool(right & {match.kind.code for match in meant.matches})
        found.nothing += not right
        found.left_alone += not right and meant.best is None
        if meant.best is not None:
            found.named += 1
            found.rightly += meant.best.kind.code in right
    return found


if __name__ == "__main__":
    for name in sys.argv[1:]:
        told = score(Path(name))
        print(
            f"{name}: named alone {told.named}, rightly {told.precision:.3f}; among five {told.recall:.3f} of "
            f"{told.wanted}; left alone {told.left_alone} of {told.nothing}"
        )
