"""A short form of the campaign of power cuts; the long one is run by hand."""

from __future__ import annotations

import pytest
from tests.campaigns.power_cuts import campaign, missing

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "can run")


@pytest.mark.parametrize("fs", ["posix", "ntfs"])
def test_no_power_cut_takes_back_what_was_saved(fs: str) -> None:
    found = campaign(acts=25, states=120, fs=fs)
    assert set(found) == {"ok"}
    assert found.total() >= 100


def test_the_campaign_has_teeth() -> None:
    found = campaign(acts=15, states=60, synchronous=0)
    assert set(found) - {"ok"}
