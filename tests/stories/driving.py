"""The real program on a screen of its own: driven with real keys, read by its accessible names.

Nothing here waits for a time: it waits for a condition, and gives up only when a slow machine would have
been done long ago.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from PySide6.QtGui import QImage

T = TypeVar("T")

ROOT = Path(__file__).resolve().parents[2]
EYE = Path(__file__).with_name("eye.py")
PYTHON = "/usr/bin/python3"
"""The system's, which has gi."""
LAUNCHERS = (Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"))
TODAY = "2026-11-24"
PATIENCE = 90.0
LOOK_AGAIN = 0.05
MOST_STEPS = 40
SIZE = "1280x800x24"
FREE_KEYS = (120, 126, 128, 129, *range(147, 191), *range(208, 256))
"""Key codes that no key of a PC's keyboard sends."""
QTS_OWN = ("qt.accessibility.atspi:", "QAccessibleList::child: Invalid index")
"""Lines that Qt itself writes while its names are read, also of rows that went meanwhile."""


def lacking() -> str:
    """What this machine lacks to run the stories; empty when nothing is."""
    tools = ("Xvfb", "openbox", "xdotool", "xkbcomp", "dbus-daemon")
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if not any(launcher.exists() for launcher in LAUNCHERS):
        missing.append("at-spi2-core")
    asked = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if not missing and subprocess.run([PYTHON, "-c", asked], capture_output=True, check=False).returncode:
        missing.append("gir1.2-atspi-2.0")
    return ", ".join(missing)


def until(found: Callable[[], T], what: str) -> T:
    """The first answer that says yes."""
    end = time.monotonic() + PATIENCE
    while True:
        answer = found()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"did not happen: {what}; the last answer was {answer!r}")
        time.sleep(LOOK_AGAIN)


def read(path: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """Rows of a ledger as plain sqlite3 reads them."""
    with closing(sqlite3.connect(path, timeout=30)) as plain:
        return plain.execute(sql, values).fetchall()


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on the screen, as a screen reader is told of it."""

    depth: int
    role: str
    name: str
    description: str
    states: frozenset[str]
    text: str

    @property
    def said(self) -> str:
        """All that is said of it."""
        return f"{self.name}\n{self.description}\n{self.text}"


class Screen:
    """An X server with a window manager and a session bus; letters that no keyboard has get keys of their own."""

    def __init__(self, folder: Path, letters: str) -> None:
        self._stack = ExitStack()
        self.folder = folder
        self.environment = {
            "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": str(ROOT / "desktop"),
            "PYTHONUTF8": "1",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "GSETTINGS_BACKEND": "memory",
            "MINGBAI_TODAY": TODAY,
            **self._home(folder / "home"),
        }
        try:
            self._begin(letters)
        except BaseException:
            self._stack.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    @staticmethod
    def _home(home: Path) -> dict[str, str]:
        made = {
            "HOME": home,
            "XDG_CONFIG_HOME": home / ".config",
            "XDG_DATA_HOME": home / ".local" / "share",
            "XDG_CACHE_HOME": home / ".cache",
            "XDG_RUNTIME_DIR": home / "run",
            "TMPDIR": home / "tmp",
        }
        for path in (*made.values(), home / "Documents"):
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
        return {name: str(path) for name, path in made.items()}

    @property
    def home(self) -> Path:
        """The person's own folder."""
        return Path(self.environment["HOME"])

    def _begin(self, letters: str) -> None:
        self.environment["DISPLAY"] = (
            f":{self._told(['Xvfb', '-displayfd', '{fd}', '-screen', '0', SIZE, '-noreset'])}"
        )
        self._give_keys(letters)
        bus = ["dbus-daemon", "--session", "--nofork", "--print-address={fd}"]
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._told(bus)
        self.keep(["openbox"])
        self.keep([str(next(one for one in LAUNCHERS if one.exists())), "--launch-immediately"])
        until(lambda: self.run(["xdotool", "get_num_desktops"]).stdout, "a window manager")
        until(lambda: self._bus_has("org.a11y.Bus"), "the bus of accessible names")

    def keep(
        self, command: list[str], environment: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Starts something that stays until the screen goes."""
        with (self.folder / "helpers.txt").open("ab") as out:
            started = subprocess.Popen(
                command,
                env={**self.environment, **(environment or {})},
                stdout=out,
                stderr=out,
                stdin=subprocess.DEVNULL,
            )
        self._stack.callback(_end, started)
        return started

    def _told(self, command: list[str]) -> str:
        """Starts something that stays, and answers what it writes into a pipe."""
        inner, outer = os.pipe()
        words = [word.replace("{fd}", str(outer)) for word in command]
        with (self.folder / "helpers.txt").open("ab") as out, os.fdopen(inner) as answer:
            started = subprocess.Popen(
                words, env=self.environment, stdout=out, stderr=out, pass_fds=(outer,), start_new_session=True
            )
            self._stack.callback(_end, started)
            os.close(outer)
            return answer.readline().strip()

    def _bus_has(self, name: str) -> bool:
        asked = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/"]
        return name in self.run([*asked, "org.freedesktop.DBus.ListNames"]).stdout

    def _give_keys(self, letters: str) -> None:
        """Letters get keys before anything starts: a keyboard that changes while one types loses letters."""
        wanted = sorted(set(letters))
        assert len(wanted) <= len(FREE_KEYS), f"{len(wanted)} letters are too many"
        keys = "\n".join(
            f"key <I{code}> {{ [ U{ord(letter):04X} ] }};"
            for code, letter in zip(FREE_KEYS, wanted, strict=False)
        )
        keymap = f"""xkb_keymap {{
            xkb_keycodes {{ include "evdev+aliases(qwerty)" }};
            xkb_types {{ include "complete" }};
            xkb_compat {{ include "complete" }};
            xkb_symbols {{ include "pc+us+inet(evdev)"
            {keys}
            }};
        }};"""
        file = self.folder / "keys.xkb"
        file.write_text(keymap, encoding="utf-8")
        done = self.run(["xkbcomp", "-w", "0", str(file), self.environment["DISPLAY"]])
        assert not done.returncode, done.stderr

    def run(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        """Runs something on this screen to its end."""
        return subprocess.run(
            command,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=PATIENCE,
        )

    # The keyboard.

    def press(self, *keys: str) -> None:
        """Presses keys one after another, as `ctrl+n` or `Return`."""
        done = self.run(["xdotool", "key", "--delay", "30", *keys])
        assert (done.returncode, done.stderr) == (0, "")

    def write(self, text: str) -> None:
        """Types a text letter by letter."""
        done = self.run(["xdotool", "type", "--delay", "15", "--", text])
        assert (done.returncode, done.stderr) == (0, "")

    def title(self) -> str:
        """The title of the window in front."""
        return self.run(["xdotool", "getactivewindow", "getwindowname"]).stdout.strip()

    def picture(self, file: Path) -> None:
        """Keeps what is on the screen, for whoever looks into a failure."""
        taken = (
            "import sys; from PySide6.QtGui import QGuiApplication; app = QGuiApplication(sys.argv); "
            "app.primaryScreen().grabWindow(0).save(sys.argv[1])"
        )
        self.run([sys.executable, "-c", taken, str(file)])

    def darkness(self) -> float:
        """How dark the screen is, from 0 to 1."""
        file = self.folder / "screen.png"
        self.picture(file)
        picture = QImage(str(file)).scaled(16, 16)
        shades = [picture.pixelColor(at % 16, at // 16).lightnessF() for at in range(256)]
        return 1 - sum(shades) / len(shades)

    def nodes(self, pid: int) -> list[Node]:
        """All that a program tells a screen reader."""
        done = self.run([PYTHON, str(EYE), str(pid)])
        rows = [json.loads(line) for line in done.stdout.splitlines()]
        return [Node(**{**row, "states": frozenset(row["states"])}) for row in rows]


@dataclass
class Program:
    """One run of the program. Leaving it well closes its window by key and looks that nothing went wrong."""

    screen: Screen
    arguments: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)

    def __enter__(self) -> Self:
        self._errors = (self.screen.folder / "errors.txt").open("ab")
        self._from = self._errors.tell()
        self._process = subprocess.Popen(
            [sys.executable, "-X", "faulthandler", "-m", "mingbai", *self.arguments],
            env={**self.screen.environment, **self.environment},
            stdin=subprocess.DEVNULL,
            stdout=self._errors,
            stderr=self._errors,
            cwd=self.screen.home,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is not None:
                self._tell_of(error)
            elif self._process.poll() is None:
                self.close()
        finally:
            if self._process.poll() is None:
                self._process.kill()
                self._process.wait()
            self._errors.close()
        if error is None:
            complaints = self.complaints()
            assert complaints == [], complaints

    def _tell_of(self, error: BaseException) -> None:
        picture, told = self.screen.folder / "failed.png", self.screen.folder / "failed.txt"
        if self._process.poll() is None:
            self.screen.picture(picture)
            nodes = self.screen.nodes(self._process.pid)
            lines = [f"{'  ' * node.depth}{node.role}: {node.said!r}" for node in nodes]
            told.write_text("\n".join(lines), encoding="utf-8")
        error.add_note(f"What was on the screen: {picture} and {told}; the program said: {self.complaints()}")

    def complaints(self) -> list[str]:
        """What it wrote to the terminal, and reports of bugs it saved."""
        with (self.screen.folder / "errors.txt").open(encoding="utf-8") as said:
            said.seek(self._from)
            lines = [line.rstrip() for line in said if not line.startswith(QTS_OWN)]
        reports = Path(self.screen.environment["TMPDIR"]).glob("mingbai-report-*")
        return lines + [report.read_text(encoding="utf-8") for report in reports]

    def close(self) -> None:
        """Closes the window by key, and waits until the program has ended."""
        self.press("alt+F4")
        assert self._process.wait(PATIENCE) == 0

    def kill(self) -> None:
        """Ends it as a power cut does."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(PATIENCE)

    # Keys.

    def press(self, *keys: str) -> None:
        """Presses keys one after another."""
        self.screen.press(*keys)

    def write(self, text: str) -> None:
        """Types a text letter by letter."""
        self.screen.write(text)

    # What is seen.

    def until(self, found: Callable[[], T | None], what: str) -> T:
        """The first answer that says yes, as long as the program runs."""

        def looked() -> T | None:
            code = self._process.poll()
            assert code is None, f"it ended with {code} before: {what}"
            return found()

        answer = until(looked, what)
        assert answer is not None
        return answer

    def walks(self, key: str, *words: str) -> Node:
        """Presses a key until what has the focus says all these words."""
        for _ in range(MOST_STEPS):
            told = [node for node in self.nodes() if "focused" in node.states]
            found = [node for node in told if all(word in node.said for word in words)]
            if found:
                return found[-1]
            self.press(key)
        raise AssertionError(f"{key} does not lead to {words}")

    def comes(self, title: str) -> None:
        """Waits for a window with this title in front."""
        self.until(lambda: self.screen.title() == title, f"a window “{title}”, not “{self.screen.title()}”")

    def nodes(self) -> list[Node]:
        """What is on the screen now."""
        return self.screen.nodes(self._process.pid)

    def sees(self, *words: str, role: str = "") -> list[Node]:
        """Waits until something on the screen says all these words."""

        def seen() -> list[Node]:
            told = (node for node in self.nodes() if role in ("", node.role))
            return [node for node in told if all(word in node.said for word in words)]

        return self.until(seen, f"something that says {words}")

    def focused(self, *words: str) -> Node:
        """Waits until what has the focus says all these words."""

        def looked() -> list[Node]:
            told = [node for node in self.nodes() if "focused" in node.states]
            return [node for node in told if all(word in node.said for word in words)]

        return self.until(looked, f"the focus on something that says {words}")[-1]


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def letters_in(file: Path) -> str:
    """Every letter in a file that no keyboard has a key for."""
    return "".join(letter for letter in file.read_text(encoding="utf-8") if ord(letter) > 0x2E7F)
