"""Chinese input under fcitx: Qt as we ship it has no plug-in for it, but fcitx also speaks ibus."""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path

FCITX = ("fcitx", "fcitx5")
IBUS = "ibus"
NAMES = ("QT_IM_MODULES", "QT_IM_MODULE")
"""What Qt reads, the first since 6.7 before the second."""


def choose_input_method(environment: MutableMapping[str, str], plugins: Path) -> None:
    """Before Qt starts: takes the ibus way where fcitx is asked for and its plug-in is absent.

    `plugins` is the folder of Qt's plug-ins.
    """
    if any((plugins / "platforminputcontexts").glob("*fcitx*")):
        return
    for name in NAMES:
        asked = [part for part in environment.get(name, "").split(";") if part]
        if asked and any(part in FCITX for part in asked):
            kept = [part for part in asked if part not in FCITX and part != IBUS]
            environment[name] = ";".join([IBUS, *kept]) if name == NAMES[0] else IBUS
    if not any(environment.get(name) for name in NAMES) and "fcitx" in environment.get("XMODIFIERS", ""):
        environment[NAMES[1]] = IBUS
