"""Work off the window's thread: answers come back, trouble too, and nobody waits for a long job."""

from __future__ import annotations

import gc
import threading
import time
from functools import partial

from PySide6.QtCore import QEvent, QObject, QThread
from PySide6.QtWidgets import QApplication, QDialog
from tests.ui.waiting import PATIENCE_SECONDS, settled, until

from mingbai.domain.words import Mistake
from mingbai.ui import runner as runner_module
from mingbai.ui.runner import Progress, Runner


def test_the_answer_comes_back_in_the_windows_thread() -> None:
    runner = Runner()
    seen: list[object] = []
    here = QThread.currentThread()
    runner.do(
        lambda: QThread.currentThread() is here,
        lambda answer: seen.append((answer, QThread.currentThread() is here)),
    )
    until(lambda: bool(seen))
    assert seen == [(False, True)]
    assert not runner.busy


def test_deeds_go_in_order_and_do_not_wait_for_a_job() -> None:
    runner = Runner()
    go = threading.Event()
    order: list[object] = []
    runner.job("long", lambda progress: go.wait(PATIENCE_SECONDS), lambda _: order.append("job"))
    for number in range(5):
        runner.do(partial(int, number), order.append)
    until(lambda: len(order) == 5)
    go.set()
    until(lambda: len(order) == 6)
    assert order == [0, 1, 2, 3, 4, "job"]


def test_trouble_goes_to_whoever_takes_it_and_a_bug_to_the_window() -> None:
    runner = Runner()
    here: list[object] = []
    told: list[object] = []
    bugs: list[object] = []
    runner.troubled.connect(told.append)
    runner.failed.connect(bugs.append)

    def refuse() -> None:
        raise Mistake("不行", "no")

    runner.do(refuse, refused=here.append)
    runner.do(refuse)
    runner.do(lambda: 1 // 0)
    until(lambda: bool(bugs))
    assert [type(one) for one in (*here, *told, *bugs)] == [Mistake, Mistake, ZeroDivisionError]


def test_a_widget_that_is_gone_hears_no_answer() -> None:
    runner = Runner()
    go = threading.Event()
    heard: list[object] = []
    owner = QObject()
    runner.do(lambda: go.wait(PATIENCE_SECONDS), heard.append, owner=owner)
    owner.deleteLater()
    QApplication.processEvents()
    QApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    go.set()
    settled(runner)
    assert heard == []


def test_a_job_tells_how_far_it_is_and_can_be_stopped() -> None:
    runner = Runner()
    told: list[tuple[int, int]] = []
    ended: list[object] = []
    kept: list[object] = []
    runner.job_told.connect(lambda job, done, of: told.append((done, of)))
    runner.job_ended.connect(ended.append)
    stop = threading.Event()

    def work(progress: Progress) -> None:
        progress(1, 3)
        stop.wait(PATIENCE_SECONDS)
        progress(2, 3)
        kept.append("too far")

    heard: list[object] = []
    job = runner.job("export", work, heard.append, stopped=lambda: heard.append("stopped"))
    until(lambda: told == [(1, 3)])
    job.progress.stop()
    stop.set()
    until(lambda: bool(ended))
    assert kept == []
    assert told == [(1, 3)]
    assert heard == ["stopped"]


def test_a_closed_runner_takes_no_more_and_tells_nobody() -> None:
    runner = Runner()
    heard: list[object] = []
    done: list[str] = []
    bugs: list[object] = []
    began: list[object] = []
    runner.failed.connect(bugs.append)
    runner.job_began.connect(began.append)
    runner.do(lambda: done.append("before"), heard.append)
    runner.close()
    runner.do(lambda: done.append("after"), heard.append)
    runner.job("late", lambda progress: done.append("job"), heard.append)
    settled(runner)
    assert (done, heard, bugs, began) == (["before"], [], [], [])
    assert not runner.busy


def test_when_its_dialog_ends_nobody_works_for_it_any_more(qtbot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    runner = Runner.of(dialog)
    begun, heard = threading.Event(), list[object]()

    def work(progress: Progress) -> None:
        begun.set()
        for _ in range(500):
            progress(1, 2)
            time.sleep(0.01)

    runner.job("long", work, heard.append)
    dialog.open()
    assert begun.wait(PATIENCE_SECONDS)
    dialog.reject()
    settled(runner)
    assert heard == []


def test_what_work_held_goes_in_the_windows_thread_however_slow_the_worker_ends(monkeypatch) -> None:
    """A widget that only the work still knows would be destroyed in the worker's thread."""
    ends: list[bool] = []
    here = threading.get_ident()

    class Held:
        def __del__(self) -> None:
            ends.append(threading.get_ident() == here)

    run = runner_module._Run.run

    def slowly(self: runner_module._Run) -> None:
        run(self)
        time.sleep(0.1)

    monkeypatch.setattr(runner_module._Run, "run", slowly)
    runner = Runner()
    held = Held()
    runner.do(partial(id, held))
    del held
    settled(runner)
    runner.close()
    until(lambda: bool(ends))
    assert ends == [True]

    def fail(held: Held) -> None:
        raise Mistake("不行", "no")

    runner = Runner()
    runner.do(partial(fail, Held()), refused=lambda _: None)
    settled(runner)
    runner.close()
    gc.collect()
    assert ends == [True, True]
