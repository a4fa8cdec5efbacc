"""What LibreOffice makes of a file that we wrote."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path


def pages_printed(target: Path) -> int:
    """On how many pages it prints a file; the PDF lies beside it."""
    profile = f"-env:UserInstallation={(target.parent / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(target.parent), str(target)]
    subprocess.run(["soffice", profile, *convert], check=True, capture_output=True, timeout=180)
    return len(re.findall(rb"/Type\s*/Page\b", target.with_suffix(".pdf").read_bytes()))
