"""The start script speaks the language of the system."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHELL = shutil.which("sh")


@pytest.mark.skipif(SHELL is None, reason="no POSIX shell here")
@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "中文"),
        ({"LANG": "en_GB.UTF-8"}, "English"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "中文"),
        ({"LANG": "zh_CN.UTF-8", "MINGBAI_LANG": "en"}, "English"),
        ({}, "English"),
    ],
)
def test_messages_come_in_the_language_of_the_system(settings: dict[str, str], told: str) -> None:
    assert SHELL is not None
    script = f"root='{ROOT}'; . '{ROOT}/packaging/prepare.sh'; give_up 中文 English"
    done = subprocess.run(
        [SHELL, "-euc", script],
        env={"PATH": os.environ["PATH"], **settings},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (1, f"{told}\n")
