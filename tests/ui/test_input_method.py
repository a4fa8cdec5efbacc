"""Under fcitx, whose plug-in we do not ship, the ibus way is taken before Qt starts."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingbai.ui.input_method import choose_input_method


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"QT_IM_MODULE": "fcitx"}, {"QT_IM_MODULE": "ibus"}),
        ({"QT_IM_MODULE": "fcitx5"}, {"QT_IM_MODULE": "ibus"}),
        ({"QT_IM_MODULES": "wayland;fcitx"}, {"QT_IM_MODULES": "ibus;wayland"}),
        ({"XMODIFIERS": "@im=fcitx"}, {"XMODIFIERS": "@im=fcitx", "QT_IM_MODULE": "ibus"}),
        ({"QT_IM_MODULE": "ibus"}, {"QT_IM_MODULE": "ibus"}),
        (
            {"QT_IM_MODULE": "compose", "XMODIFIERS": "@im=fcitx"},
            {"QT_IM_MODULE": "compose", "XMODIFIERS": "@im=fcitx"},
        ),
        ({}, {}),
    ],
)
def test_fcitx_is_reached_through_ibus(before: dict[str, str], after: dict[str, str], tmp_path: Path) -> None:
    choose_input_method(before, tmp_path)
    assert before == after


def test_a_plug_in_that_is_there_is_used(tmp_path: Path) -> None:
    folder = tmp_path / "platforminputcontexts"
    folder.mkdir()
    (folder / "libfcitx5platforminputcontextplugin.so").touch()
    environment = {"QT_IM_MODULE": "fcitx"}
    choose_input_method(environment, tmp_path)
    assert environment == {"QT_IM_MODULE": "fcitx"}
