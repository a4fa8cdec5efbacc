"""The status bar shows a long job, unless the page that asked for it does."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mingbai.ui.look.look import Look
from mingbai.ui.runner import Job, Progress
from mingbai.ui.shell.status import StatusBar


def test_a_job_that_its_page_shows_is_shown_there_only(qtbot) -> None:
    window, pages, page = QWidget(), QStackedWidget(), QWidget()
    status = StatusBar(Look())
    column = QVBoxLayout(window)
    for widget in (pages, status):
        column.addWidget(widget)
    pages.addWidget(page)
    pages.addWidget(QWidget())
    qtbot.addWidget(window)
    window.show()
    job = Job("reading", Progress(lambda *_: None), place=page)
    status.job_began(job)
    status._job._late.timeout.emit()
    assert not status._job.isVisible()
    pages.setCurrentIndex(1)
    assert status._job.isVisible()
    pages.setCurrentIndex(0)
    assert not status._job.isVisible()
    pages.setCurrentIndex(1)
    status.job_ended(job)
    assert not status._job.isVisible()
