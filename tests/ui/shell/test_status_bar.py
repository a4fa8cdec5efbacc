"""The status bar shows a long job, unless the page that asked for it does."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mingbai.domain.words import Words
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


def test_no_count_stands_behind_what_can_be_undone(qtbot) -> None:
    status = StatusBar(Look())
    qtbot.addWidget(status)
    status.resize(1200, 32)
    status.show()
    status.detail("590 条")
    assert status._detail.isVisible()
    status.offer_undo(Words("已删除 1 件", "Deleted 1"))
    status.detail("589 条")
    assert not status._detail.isVisible(), "as if 589 were undone"
    status._calm()
    assert status._detail.isVisible()
