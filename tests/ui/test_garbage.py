"""A widget that was let go dies in the window's thread, whoever makes garbage meanwhile."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel
from tests.ui.waiting import until

from mingbai.ui.garbage import Collector
from mingbai.ui.runner import Progress, Runner


@pytest.fixture
def collector(qapp) -> Iterator[Collector]:
    made = Collector()
    yield made
    made.deleteLater()
    gc.unfreeze()


class Told:
    """Says in which thread it is let go of."""

    def __init__(self, ends: list[int]) -> None:
        self._ends = ends

    def __del__(self) -> None:
        self._ends.append(threading.get_ident())


class Forgotten:
    """A part of a window that nobody holds any more, but itself."""

    def __init__(self, ends: list[int]) -> None:
        self.itself = self
        self.told = Told(ends)
        self.label = QLabel("forgotten")


def test_a_forgotten_widget_dies_in_the_windows_thread(collector: Collector) -> None:
    runner = Runner()
    ends: list[int] = []
    made: list[list[object]] = []

    def work(progress: Progress) -> None:
        for number in range(20_000):
            made.append([number])
            if number % 1000 == 0:
                progress(number)

    Forgotten(ends)
    runner.job("long", work)
    until(lambda: bool(ends) and not runner.busy)
    assert ends == [threading.get_ident()]
