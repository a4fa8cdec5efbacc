"""A session over the made-up community's ledger, as every part of the window is handed one."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from tests.conftest import TUESDAY

from mingbai.desk import records
from mingbai.desk.beginning import begin_sample
from mingbai.domain.demand import DEMANDS
from mingbai.domain.words import Language
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ui.garbage import collect_due
from mingbai.ui.look.look import Look
from mingbai.ui.look.style import dress
from mingbai.ui.memory import Memory
from mingbai.ui.session import Session

SERIOUS = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
NO_SCREEN = "This plugin does not support "
"""What the platform without a screen says of itself."""


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """The program wears the look it starts with, whatever a test before put in force: no person sees it plain."""
    dress(qapp, Look())


@pytest.fixture(autouse=True, scope="session")
def clipboard_let_go(qapp: QApplication) -> Iterator[None]:
    """What a test copied is let go while Python can still take it back: Qt would give it back too late."""
    yield
    qapp.clipboard().clear()


def wear(session: Session, look: Look) -> None:
    """Gives a session another look and dresses the program in it, as it is before the window is built anew."""
    session.look = look
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, look)


def taken_down() -> None:
    """Windows go as in the program, where none is just forgotten: a half collected one would still hear of events."""
    for left in QApplication.topLevelWidgets():
        left.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def session(qapp: QApplication, ledger: Ledger, today: date, tmp_path: Path) -> Iterator[Session]:
    """A window's session in 中文 and light; `ledger` is closed by its own fixture."""
    made = Session(ledger, Look(), Memory(tmp_path / "memory.ini"), today=today)
    yield made
    made.runner.close()
    qapp.processEvents()
    # Widgets that a test let go are really gone before the ledger closes; whole, not what they hold before they go.
    taken_down()
    gc.collect()
    taken_down()
    ledger.listeners.clear()


@pytest.fixture(autouse=True, scope="module")
def left_alone() -> None:
    """What earlier files left (modules, caches) is there to the end: after each test it need not be looked through."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """As in the program, garbage is collected in the window's thread and by no worker."""
    gc.disable()
    yield
    taken_down()
    collect_due()


def pytest_sessionfinish() -> None:
    """What the last test left is gone before the application: at Python's end it would go in any order."""
    app = QApplication.instance()
    if app is not None:
        gc.collect()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


SampleBook = Callable[[Language], Path]


@pytest.fixture(scope="session")
def sample_book(tmp_path_factory: pytest.TempPathFactory) -> SampleBook:
    """The sample ledger in a language, made once; whoever opens it opens a copy."""
    folder = tmp_path_factory.mktemp("1")
    names: dict[Language, str] = {"zh": "新湖", "en": "Xinhu"}

    @cache
    def book(language: Language) -> Path:
        path = folder / f"{names[language]}.mingbai"
        begin_sample(path, today=TUESDAY, language=language)
        return path

    return book


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """What Qt says while windows close fails a test too; during the test itself pytest-qt listens."""
    said: list[str] = []

    def hear(kind: QtMsgType, _: object, text: str) -> None:
        if kind in SERIOUS and not text.startswith(NO_SCREEN):
            said.append(text)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    if said:
        pytest.fail("\n".join(said), pytrace=False)


@pytest.fixture
def weekly(ledger: Ledger, today: date) -> Entry:
    """A weekly return that is expected."""
    draft = {
        "title": "环境周报",
        "department": "民政局",
        "period": "每周",
        "minutes": "90",
        "starts_on": "2026-11-2",
    }
    return records.add(ledger, DEMANDS, draft, today=today)
