"""The colours of the window by what they are for, light and dark; nothing else names a colour."""

from __future__ import annotations

from typing import Literal

Theme = Literal["light", "dark"]

TOKENS: dict[str, tuple[str, str]] = {
    "bg": ("#F6F5F2", "#1B1D1F"),
    "surface": ("#FFFFFF", "#232629"),
    "dialog": ("#F6F5F2", "#292D31"),
    "raised": ("#FFFFFF", "#292D31"),
    "edge": ("#D3CFC6", "#5A6067"),
    "rail": ("#EFEDE8", "#1A1C1E"),
    "sunken": ("#F1EFEA", "#1E2123"),
    "hover": ("#E6E3DC", "#33383C"),
    "line": ("#E2DFD8", "#32363A"),
    "line2": ("#D3CFC6", "#41464B"),
    "field": ("#8E8B84", "#7E848B"),
    "bar": ("#CBC6BB", "#585E65"),
    "text": ("#22252A", "#E8E6E1"),
    "text2": ("#50555C", "#B3B7BC"),
    "text3": ("#63686F", "#9EA3A9"),
    "accent": ("#2F6B5E", "#6DB5A3"),
    "accent_soft": ("#E3EFEB", "#263B36"),
    "on_accent": ("#FFFFFF", "#14211E"),
    "danger": ("#B3402F", "#E58B7B"),
    "danger_soft": ("#F9E9E5", "#40281F"),
    "amber": ("#8A5E08", "#E0B25C"),
    "amber_soft": ("#FAF1DC", "#362E1B"),
    "green": ("#35713A", "#8CC78F"),
    "green_soft": ("#E6F1E4", "#25372A"),
    "blue": ("#35608F", "#8FB5E0"),
    "blue_soft": ("#E5EEF7", "#22324A"),
}
"""Each as it is in the light and in the dark theme."""


def colour(token: str, theme: Theme) -> str:
    """The colour of a token as #RRGGBB. Raises `KeyError` for a name that is no token."""
    light, dark = TOKENS[token]
    return light if theme == "light" else dark
