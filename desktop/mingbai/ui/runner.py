"""Work off the window's thread: deeds one after another, long jobs beside them, every answer brought back.

A deed that writes takes a millisecond and goes first come, first served. A long job (an export, an import,
a backup) has a lane of its own, so that a save never waits for it. Plain values go in, plain values come
out; no worker ever sees a widget.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from mingbai.domain.words import Trouble

T = TypeVar("T")


class Lane(Enum):
    """Which queue a piece of work waits in."""

    DEEDS = "deeds"
    JOBS = "jobs"
    FLAGS = "flags"
    """What is held against the rules after a save; neither a save nor an export waits for it."""


class Stopped(Exception):
    """A person stopped the job; nothing was kept."""


class Progress:
    """Handed to a long job: it tells how far it is, and learns that it shall stop."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._stop = Event()
        self.told = (0, 0)
        """How much is done, and of how much, as it was told last."""

    def __call__(self, done: int, of: int = 0) -> None:
        """Tells how much is done, of how much if that is known, once. Raises `Stopped` once it shall stop."""
        if self._stop.is_set():
            raise Stopped
        if self.told != (done, of):
            self.told = (done, of)
            self._tell(done, of)

    def stop(self) -> None:
        """Makes the next telling raise `Stopped`."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()


@dataclass(frozen=True, slots=True)
class Job:
    """A long job that is waiting or running."""

    label: str
    progress: Progress
    place: QWidget | None = None
    """What shows how far it is, besides the status bar."""


class Runner(QObject):
    """Runs work for one window, which closes it before it goes itself.

    Qt waits for the work of what it deletes, and where Python had a hand in the deleting the work waits for Python.
    """

    troubled = Signal(object)
    """A `Trouble` nobody else took care of: one sentence for the person."""
    failed = Signal(object)
    """An exception that is a bug of ours."""
    job_began = Signal(object)
    job_told = Signal(object, int, int)
    job_ended = Signal(object)
    _came = Signal(object)
    """A worker is through with a `_Work`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools: dict[Lane, QThreadPool] = {}
        for lane in Lane:
            pool = self._pools[lane] = QThreadPool(self)
            pool.setMaxThreadCount(1)
            pool.setExpiryTimeout(-1)
        self._waiting: dict[_Work, _Ending] = {}
        self._closed = False
        self._came.connect(self._end)

    @property
    def jobs(self) -> Sequence[Job]:
        """The long jobs that are not over, the running one first."""
        return [ending.job for ending in self._waiting.values() if ending.job is not None]

    def do(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        owner: QObject | None = None,
        refused: Callable[[Trouble], None] | None = None,
        lane: Lane = Lane.DEEDS,
    ) -> None:
        """Runs a deed; `then` gets its answer in the window's thread, as long as `owner` is still there.

        A `Trouble` goes to `refused`, or to `troubled` where there is none.
        """
        self._start(lane, _Work(work), _Ending(then, refused, owner))

    def job(
        self,
        label: str,
        work: Callable[[Progress], T],
        then: Callable[[T], None] | None = None,
        *,
        owner: QObject | None = None,
        refused: Callable[[Trouble], None] | None = None,
        stopped: Callable[[], None] | None = None,
        lane: Lane = Lane.JOBS,
        place: QWidget | None = None,
    ) -> Job:
        """Runs a long job, which gets a `Progress`; otherwise like `do`. Stopping it is no trouble.

        Whoever waits for it gets one of three: the answer, a trouble, or that it was `stopped`, which the
        status bar can do as well. Asked to stop too late, it ends with its answer. The status bar shows it
        while its `place`, which shows it too, is out of sight.
        """
        job: Job = Job(label, Progress(lambda done, of: self.job_told.emit(job, done, of)), place)
        if not self._closed:
            # Told first: whoever makes room for the job has made it when it begins.
            self.job_began.emit(job)
            self._start(lane, _Work(lambda: work(job.progress)), _Ending(then, refused, owner, job, stopped))
        return job

    def wait(self, *lanes: Lane) -> None:
        """Blocks until the work in some lanes, or all, is done. Endings still need the event loop."""
        for lane in lanes or Lane:
            self._pools[lane].waitForDone()

    def finish_deeds(self) -> None:
        """Blocks until all deeds are done and everybody was told of them: before the window's content goes."""
        while any(ending.lane is Lane.DEEDS for ending in self._waiting.values()):
            self.wait(Lane.DEEDS)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)

    @classmethod
    def of(cls, dialog: QDialog) -> Runner:
        """A dialog's own, where there is no session yet: however the dialog ends, nobody works for it any more."""
        runner = cls(dialog)

        def end() -> None:
            runner.stop()
            runner.close()

        dialog.finished.connect(end)
        return runner

    def stop(self) -> None:
        """Asks every long job to stop."""
        for job in self.jobs:
            job.progress.stop()

    def close(self) -> None:
        """Blocks until all work is done; takes no more, and nobody hears of what was outstanding.

        A trouble or a bug among it is still told.
        """
        self._closed = True
        self.wait()
        for ending in self._waiting.values():
            ending.forget()

    @property
    def busy(self) -> bool:
        """Whether any work or ending is outstanding."""
        return bool(self._waiting)

    def _start(self, lane: Lane, work: _Work, ending: _Ending) -> None:
        if self._closed:
            return  # a timer or a widget on its way out still asked for something
        if ending.owner is not None:
            ending.owner.destroyed.connect(ending.forget)
        ending.lane = lane
        self._waiting[work] = ending
        self._pools[lane].start(_Run(work, self._came.emit))

    @Slot(object)
    def _end(self, work: _Work) -> None:
        ending = self._waiting.pop(work)
        answer, error = work.handed_over()
        if ending.job is not None:
            self.job_ended.emit(ending.job)
        if error is None:
            if ending.then is not None:
                ending.then(answer)
        elif isinstance(error, Trouble):
            (ending.refused or self.troubled.emit)(error)
        elif not isinstance(error, Stopped):
            self.failed.emit(error)
        elif ending.stopped is not None:
            ending.stopped()


class _Work:
    """One piece of work and what came of it, filled by a worker.

    The worker may be the last to know it; what it holds is handed over before, for widgets may be among that,
    and those die where they live.
    """

    def __init__(self, work: Callable[[], Any]) -> None:
        self._work: Callable[[], Any] | None = work
        self._answer: Any = None
        self._error: BaseException | None = None

    def run(self) -> None:
        assert self._work is not None
        try:
            self._answer = self._work()
        except BaseException as error:  # noqa: BLE001 - told in the window's thread
            self._error = error

    def handed_over(self) -> tuple[Any, BaseException | None]:
        """Lets go of what was to be done and of what came of it."""
        answer, error = self._answer, self._error
        self._work = self._answer = self._error = None
        return answer, error


class _Run(QRunnable):
    def __init__(self, work: _Work, came: Callable[[_Work], object]) -> None:
        super().__init__()
        self._work, self._came = work, came

    def run(self) -> None:
        self._work.run()
        self._came(self._work)


class _Ending:
    """What becomes of an answer."""

    def __init__(
        self,
        then: Callable[[Any], None] | None,
        refused: Callable[[Trouble], None] | None,
        owner: QObject | None,
        job: Job | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> None:
        self.then = then
        self.refused = refused
        self.owner = owner
        self.job = job
        self.stopped = stopped
        self.lane = Lane.DEEDS

    def forget(self) -> None:
        """The widget that asked is gone: its answer interests nobody, its trouble still does."""
        self.then = self.refused = self.stopped = self.owner = None
