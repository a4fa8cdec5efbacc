"""What a scene shows and offers, as plain values: its words, its stops for the keyboard, what is cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QTextDocumentFragment
from PySide6.QtGui import Qt as Rich
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)
from tests.ui.waiting import until
from tests.ui.walking import Scene

NOWHERE = QModelIndex()
MOST_ROWS = 60
"""Of a list; what comes below is more of the same."""
STOPS = 2000
PAUSES = re.compile(" › |…")
"""Between the parts of a text that was shortened by us."""
UNSAID = frozenset({"what", "key", "icon", "ink", "pill", "run"})
"""Parts of a row that nobody reads."""


Place = tuple[int, int, int, int]


@dataclass(frozen=True)
class Stop:
    """A widget that takes the focus by Tab: what it is, how it is called, where it lies."""

    what: str
    name: str
    tip: str
    icon_only: bool
    path: tuple[tuple[int, Place], ...]
    """From the root down: each widget that holds it, and where that lies in the one above."""


@dataclass(frozen=True)
class Seen:
    """One scene, written down."""

    scene: str
    texts: tuple[tuple[str, str], ...]
    """What is read, each with where it stands."""
    stops: tuple[Stop, ...]
    """Everything that can be reached."""
    walked: tuple[Stop, ...]
    """What Tab leads to, in its order, as it was when it had the focus."""
    missed: tuple[Stop, ...]
    """What it never leads to."""
    cut: tuple[str, ...]
    """What does not fit and is not told whole elsewhere."""
    outside: tuple[str, ...]
    rich: tuple[str, ...]
    """Labels and tips that would take what was typed for markup."""
    size: tuple[int, int]


Laid = tuple[tuple[str, str, tuple[Place, ...]], ...]
"""Stops as they are called and lie."""
Walks = dict[Laid, tuple[tuple[Stop, ...], tuple[Stop, ...]]]
"""What Tab led to and what it missed, of what lies so."""


def observed(scene: Scene, *, tabs: Walks | None) -> Seen:
    """Writes a scene down. With `tabs` the Tab key is pressed through it, unless what lies just so was walked before."""
    root = scene.root
    widgets = list(shown(root))
    texts = tuple(dict.fromkeys(texts_of(widgets)))
    before = {widget: stop_of(widget, root) for widget in reachable(widgets)}
    walked: tuple[Stop, ...] = ()
    missed: tuple[Stop, ...] = ()
    if tabs is not None:
        laid = tuple(
            (stop.what, stop.name, tuple(place for _, place in stop.path)) for stop in before.values()
        )
        if laid not in tabs:
            led = tabbed(root)
            tabs[laid] = (
                tuple(led.values()),
                tuple(stop for widget, stop in before.items() if widget not in led),
            )
            widgets = list(shown(root))
        walked, missed = tabs[laid]
    return Seen(
        scene.name,
        texts,
        tuple(before.values()),
        walked,
        missed,
        tuple(cut_in(widgets)),
        tuple(outside(widgets, root)),
        tuple(one for widget in widgets for one in taken_for_markup(widget)),
        (root.width(), root.height()),
    )


# Words.


def shown(root: QWidget) -> Iterator[QWidget]:
    """A widget and all that is shown in it."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget is root or (widget.isVisible() and widget.window() is root.window()):
            yield widget


def texts_of(widgets: Iterable[QWidget]) -> Iterator[tuple[str, str]]:
    """Every text that is read or heard."""
    for widget in widgets:
        where = called(widget)
        for text in _own_texts(widget):
            if text.strip():
                yield where, text


def called(widget: QWidget) -> str:
    """A widget in a message: its class, its role and its accessible name."""
    role = widget.property("role") or ""
    parent = widget.parentWidget()
    over = type(parent).__name__ if parent is not None else ""
    return f"{over}/{type(widget).__name__} {role}".strip()


def _own_texts(widget: QWidget) -> Iterator[str]:
    tip = widget.toolTip()
    yield QTextDocumentFragment.fromHtml(tip).toPlainText() if tip.startswith("<qt>") else tip
    yield from (widget.accessibleName(), widget.accessibleDescription())
    yield from (widget.statusTip(), widget.whatsThis())
    if widget.isWindow():
        yield widget.windowTitle()
    for action in widget.actions():
        yield action.text()
        if not isinstance(widget, QMenu):
            yield action.toolTip()
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield from (widget.text(), widget.placeholderText())
        case QTextEdit() | QPlainTextEdit():
            yield from (widget.toPlainText(), widget.placeholderText())
        case QAbstractSpinBox():
            yield widget.text()
        case QComboBox():
            yield from (widget.itemText(at) for at in range(widget.count()))
            yield widget.placeholderText()
        case QHeaderView():
            pass
        case QAbstractItemView():
            yield from _rows_texts(widget.model())
    if isinstance(widget, QPushButton) and (menu := widget.menu()) is not None:
        yield from (action.text() for action in menu.actions())


def _rows_texts(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    roles = (
        *(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole),
        *(Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole),
    )
    # A list has one column, and its model keeps that to itself.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(NOWHERE)
    for row in range(min(model.rowCount(NOWHERE), MOST_ROWS)):
        for column in range(columns):
            index = model.index(row, column)
            for role in roles:
                yield from _said(index.data(role))
            painted = index.data(Qt.ItemDataRole.UserRole)
            if is_dataclass(painted):
                yield from _said(painted)
    for column in range(columns):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            yield from _said(model.headerData(column, Qt.Orientation.Horizontal, role))
    for item in getattr(model, "items", ())[:MOST_ROWS]:
        yield from _said(item)


def _said(value: Any) -> Iterator[str]:
    """The texts inside a value that a delegate paints."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if field.name not in UNSAID:
                yield from _said(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _said(one)


def taken_for_markup(widget: QWidget) -> Iterator[str]:
    """A label and a tooltip that would show markup as something else."""
    if (
        isinstance(widget, QLabel)
        and widget.text()
        and widget.textFormat() != Qt.TextFormat.PlainText
        and type(widget.parent()) is not QMessageBox
    ):
        yield f"label of {type(widget.parent()).__name__}: {widget.text()[:60]}"
    tip = widget.toolTip()
    if Rich.mightBeRichText(tip) and not tip.startswith("<qt>"):
        yield f"tip of {type(widget).__name__}: {tip[:60]}"


# The keyboard.


def reachable(widgets: Iterable[QWidget]) -> Iterator[QWidget]:
    """Everything shown that takes the focus by Tab."""
    for widget in widgets:
        tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not _follows_another(widget)
        if tab and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None:
            yield widget


def _follows_another(widget: QWidget) -> bool:
    """Of buttons of which one is chosen, that one is the stop; arrows go from one to the next."""
    group: Any = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() not in (None, widget)


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def stop_of(widget: QWidget, root: QWidget) -> Stop:
    """A widget as a stop of the keyboard."""
    plain = isinstance(widget, QAbstractButton) and not widget.text().strip()
    icon_only = plain and not any(label.text() for label in widget.findChildren(QLabel))
    path: list[tuple[int, Place]] = []
    over: QWidget | None = widget
    while over is not None and over is not root:
        path.append((id(over), over.geometry().getRect()))  # type: ignore[arg-type]
        over = over.parentWidget()
    return Stop(called(widget), spoken_name(widget), widget.toolTip(), icon_only, tuple(path[::-1]))


def jumps(walked: Sequence[Stop]) -> Iterator[str]:
    """Where Tab goes up without going to another column, or back in a line.

    Compared is what holds both and lies side by side: scrolling moves nothing of that.
    """
    for before, after in pairwise(walked):
        pairs = zip(before.path, after.path, strict=False)
        beside = next(((a[1], b[1]) for a, b in pairs if a[0] != b[0]), None)
        if beside is None:
            continue
        (ax, ay, aw, ah), (bx, by, _, bh) = beside
        same_line = by < ay + ah and ay < by + bh
        if (same_line and bx < ax) or (by + bh <= ay and bx < ax + aw):
            yield f"{before.what} “{before.name}” > {after.what} “{after.name}”"


def tabbed(root: QWidget) -> dict[QWidget, Stop]:
    """What has the focus as Tab is pressed until it comes round."""
    first = next(reachable(shown(root)), None)
    if first is None:
        return {}
    window = root.window()
    window.activateWindow()
    until(window.isActiveWindow)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    found: dict[QWidget, Stop] = {}
    for _ in range(STOPS):
        now = QApplication.focusWidget()
        if now is None or (now in found and now is not list(found)[-1]):
            break
        # What a key does inside one widget (figures on paper) is no further stop.
        found.setdefault(now, stop_of(now, root))
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return found


# Room.


def cut_in(widgets: Iterable[QWidget]) -> Iterator[str]:
    """Labels and buttons whose text has no room and stands in no tip."""
    for widget in widgets:
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel):
            text, lacks = widget.text(), _label_lacks(widget)
        elif isinstance(widget, QPushButton) and widget.text():
            text, lacks = widget.text(), widget.minimumSizeHint().width() > widget.width() + 1
        else:
            continue
        if (
            text
            and lacks
            and not all(part in widget.toolTip() for part in PAUSES.split(text.replace("&&", "&")))
        ):
            yield f"{called(widget)}: {text}"


def _label_lacks(label: QLabel) -> bool:
    text = label.text()
    if not text or "<" in text:
        return False
    room = label.contentsRect()
    metrics = QFontMetrics(label.font())
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    lines = text.split("\n")
    wide = max(metrics.horizontalAdvance(line) for line in lines)
    return wide > room.width() + 1 or metrics.height() * len(lines) > room.height() + 2


def outside(widgets: Iterable[QWidget], root: QWidget) -> Iterator[str]:
    """What is shown but reaches out of what holds it, other than inside something that scrolls."""
    for widget in widgets:
        parent = widget.parentWidget()
        if widget is root or parent is None or not widget.isVisible() or widget.isWindow():
            continue
        if isinstance(parent.parentWidget(), QAbstractScrollArea) or isinstance(parent, QAbstractScrollArea):
            continue
        room = QRect(QPoint(), parent.size()).adjusted(-1, -1, 1, 1)
        if widget.size().isEmpty() or room.contains(widget.geometry()):
            continue
        yield f"{called(widget)} {widget.geometry().getRect()} in {parent.width()}x{parent.height()}"
