"""The palette and the one style sheet, made from a look.

Sizes in a style sheet do not follow the font of the program, so every length that belongs to text is
worked out from the look.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from mingbai.domain.pattern import pattern
from mingbai.ui.look.look import Look, Size
from mingbai.ui.look.marks import mark
from mingbai.ui.look.tokens import TOKENS

GAP = pattern(r"\$(\w+)")
LENGTH = pattern(r"(\d+)u(?:-(\d))?\b")
"""`36u` in the template is 36 pixels at 100 %; `36u-2` is what a border leaves of it, as wide at any size of text."""

STYLE = "Fusion"
"""What everything is drawn by; the program asks for it when it starts."""


def dress(app: QApplication, look: Look) -> None:
    """Puts the palette, font and style sheet of a look in force for the whole program."""
    sheet = style_sheet(look)
    if app.styleSheet() != sheet or not _speaks(app, look):
        # Putting it on again goes through every widget.
        _put_on(app, look, sheet)


def dress_outline(app: QApplication, look: Look) -> None:
    """The same with what the outline needs of the style sheet; the rest follows with `dress`."""
    sheet = outline_sheet(look)
    if not app.styleSheet().startswith(sheet) or not _speaks(app, look):
        _put_on(app, look, sheet)


def _speaks(app: QApplication, look: Look) -> bool:
    return app.font().families() == list(look.families)


def _put_on(app: QApplication, look: Look, sheet: str) -> None:
    app.setPalette(palette(look))
    app.setFont(look.font())
    app.setStyleSheet(sheet)


def palette(look: Look) -> QPalette:
    """The colours of whatever the style sheet does not name."""
    made = QPalette()
    for role, token in (
        (QPalette.ColorRole.Window, "bg"),
        (QPalette.ColorRole.Base, "surface"),
        (QPalette.ColorRole.AlternateBase, "sunken"),
        (QPalette.ColorRole.Button, "surface"),
        (QPalette.ColorRole.ToolTipBase, "surface"),
        (QPalette.ColorRole.WindowText, "text"),
        (QPalette.ColorRole.Text, "text"),
        (QPalette.ColorRole.ButtonText, "text"),
        (QPalette.ColorRole.ToolTipText, "text"),
        (QPalette.ColorRole.PlaceholderText, "text3"),
        (QPalette.ColorRole.Highlight, "accent"),
        (QPalette.ColorRole.HighlightedText, "on_accent"),
        (QPalette.ColorRole.Link, "accent"),
        (QPalette.ColorRole.LinkVisited, "accent"),
        (QPalette.ColorRole.Mid, "line2"),
        (QPalette.ColorRole.Dark, "field"),
        (QPalette.ColorRole.Light, "surface"),
        (QPalette.ColorRole.Midlight, "line"),
    ):
        made.setColor(role, look.colour(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, look.colour("text3"))
    return made


@lru_cache(maxsize=4)
def style_sheet(look: Look) -> str:
    """The style sheet. Raises `KeyError` for a colour that is no token."""
    marks = {name: mark(look, *told) for name, told in MARKS.items()}
    # Of the largest text as many rows stand on a low screen as of the usual one.
    marks["beside_row"] = f"{round(ROW_GAP - 4 * (look.scale - 1))}px"
    marks["beside_line"] = f"{round(LINE_GAP - 2 * (look.scale - 1))}px"
    # Nor does a row of chips go on in a second line for gaps that grew.
    marks["beside_chip"] = f"{(beside := round(CHIP_GAP + 4 * (look.scale - 1)))}px"
    marks["beside_focus"] = f"{beside - 1}px"
    return (
        outline_sheet(look) + _filled(look, TEMPLATE, marks) + "".join(_text(look, *told) for told in TEXTS)
    )


@lru_cache(maxsize=4)
def outline_sheet(look: Look) -> str:
    """The style sheet as far as the window needs it before its ledger is open."""
    return _filled(look, OUTLINE, {}) + _text(look, *TITLE)


def _filled(look: Look, template: str, marks: dict[str, str]) -> str:
    tokens = {token: look.colour(token).name() for token in TOKENS} | marks
    sheet = LENGTH.sub(lambda found: f"{look.px(int(found[1])) - int(found[2] or 0)}px", template)
    return GAP.sub(lambda found: tokens[found[1]], sheet)


ROW_GAP, LINE_GAP = 7, 4
"""Above and below a word and a line in a menu, at 100 %."""
CHIP_GAP = 12
"""Beside the word of a chip, at 100 %."""

MARKS: dict[str, tuple[str, str, int]] = {
    "chevron": ("chev", "text2", 16),
    "chevron_off": ("chev", "text3", 16),
    "tick": ("check", "on_accent", 14),
    "chosen": ("check", "accent", 16),
    "chevron_small": ("chev", "text2", 14),
    "chevron_right": ("chevr", "text2", 14),
}
"""Icons the sheet itself draws: shape, colour, size."""

TITLE = ("title", Size.TITLE, 700, "text")
TEXTS: tuple[tuple[str, Size, int, str], ...] = (
    ("name", Size.NAME, 700, "text"),
    ("text", Size.TEXT, 400, "text"),
    ("cell", Size.CELL, 400, "text"),
    ("label", Size.CELL, 400, "text2"),
    ("heading", Size.TEXT, 600, "text"),
    ("group", Size.CELL, 600, "text2"),
    ("caption", Size.CAPTION, 400, "text2"),
    ("secondary", Size.CELL, 400, "text2"),
)
"""Roles of labels: size, weight, colour."""


def _text(look: Look, role: str, size: Size, weight: int, token: str) -> str:
    return (
        f'QLabel[role="{role}"] {{ font-size: {look.px(size.value)}px; font-weight: {weight}; '
        f"color: {look.colour(token).name()}; background: transparent; }}\n"
        + "".join(
            f'QLabel[role="{role}"][tone="{tone}"] {{ color: {look.colour(ink).name()}; }}\n'
            for tone, ink in TONES
        )
    )


TONES = (
    ("text", "text"),
    ("danger", "danger"),
    ("amber", "amber"),
    ("green", "green"),
    ("blue", "blue"),
    ("accent", "accent"),
    ("grey", "text3"),
)

OUTLINE = """
QWidget { color: $text; selection-background-color: $accent; selection-color: $on_accent; }
QMainWindow, QWidget[role="page"], QFrame[role="page"] { background: $bg; }
QDialog, QDialog[role="page"], QDialog QWidget[role="page"] { background: $dialog; }
QFrame[role="rail"] { background: $rail; border: none; border-right: 1px solid $line; }
QFrame[role="status"] { background: $rail; border: none; border-top: 1px solid $line; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 12px; }
QFrame[role="quick"] { background: $surface; border: 1px solid $field; border-radius: 10px; }
QLabel { background: transparent; }
QLabel[role="title"] { min-height: 36u; }
"""
"""What is put in force before the ledger is open; of the rest it takes nothing back."""

TEMPLATE = """
QToolTip { background: $raised; color: $text; border: 1px solid $edge; padding: 4px 8px; }
QFrame[role="panel"], QWidget[role="panel"] { background: $surface; border: none; }
QFrame[role="focus_card"] { background: $surface; border: 2px solid $accent; border-radius: 12px; }
QFrame[role="answer"] { background: $surface; border: 1px solid $line; border-radius: 12px; padding: 1px; }
QFrame[role="answer"]:hover { background: $sunken; }
QFrame[role="answer"][tone="chosen"] { background: $surface; border: 2px solid $accent; padding: 0; }
QFrame[role="verdict_pill"] { border: none; border-radius: 12u; background: $sunken; }
QFrame[role="verdict_pill"][tone="outline_green"] { background: transparent; border: 1px solid $green; }
QFrame[role="verdict_pill"][tone="amber"] { background: $amber_soft; }
QFrame[role="verdict_pill"][tone="green"] { background: $green_soft; }
QFrame[role="verdict_pill"][tone="blue"] { background: $blue_soft; }
QFrame[role="flag_card"] { background: $amber_soft; border: 1px solid $amber_soft; border-radius: 12px; }
QFrame[role="flag_card"][tone="plain"] { background: $surface; border-color: $line; }
QFrame[role="sunken"] { background: $sunken; border: 1px solid $line; border-radius: 8px; }
QFrame[role="notice"] { background: $sunken; border: 1px solid $line; border-radius: 8px; }
QFrame[role="notice"][tone="danger"] { background: $danger_soft; border-color: $danger_soft; }
QFrame[role="notice"][tone="amber"] { background: $amber_soft; border-color: $amber_soft; }
QFrame[role="notice"][tone="green"] { background: $green_soft; border-color: $green_soft; }
QFrame[role="notice"][tone="blue"] { background: $blue_soft; border-color: $blue_soft; }
QFrame[role="quick"][tone="open"] { border: 2px solid $accent; border-radius: 12px; }
QFrame[role="popup"] { background: $raised; border: 1px solid $edge; border-radius: 14px; }
QFrame[role="line"] { background: $line; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget, QScrollArea > QWidget > QWidget { background: transparent; }
QScrollArea > QMenu, QScrollArea > QWidget > QMenu, QScrollArea > QToolTip, QScrollArea > QWidget > QToolTip {
  background: $raised; }

QPushButton { font-size: 14u; icon-size: 18u; }
QPushButton[role="plain"], QToolButton[role="plain"] {
  background: $surface; border: 1px solid $line2; border-radius: 8px; padding: 0 12u; min-height: 34u; }
QPushButton[role="plain"]:hover, QToolButton[role="plain"]:hover { background: $sunken; border-color: $field; }
QPushButton[role="plain"]:focus, QToolButton[role="plain"]:focus { border: 2px solid $accent; padding: 0 12u-1; min-height: 34u-2; }
QPushButton[role="plain"]:pressed { background: $hover; }
QPushButton[role="plain"]:disabled { background: $sunken; color: $text3; border-color: $line; }
QPushButton[role="primary"] {
  background: $accent; color: $on_accent; border: 2px solid $accent; border-radius: 8px; padding: 0 15u-1;
  min-height: 34u-2; font-weight: 600; }
QPushButton[role="primary"]:hover { border-color: $text2; }
QPushButton[role="primary"]:focus { border-color: $text; }
QPushButton[role="primary"]:disabled { background: $sunken; color: $text3; border: 1px solid $line; padding: 0 15u; min-height: 34u; }
QPushButton[role="primary"][tone="small"] { min-height: 20u; border-radius: 11px; padding: 0 8u; font-size: 12u; }
QPushButton[role="quiet"], QToolButton[role="quiet"] {
  background: transparent; border: 1px solid transparent; border-radius: 8px; padding: 3u 8u; text-align: left; }
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: $sunken; }
QPushButton[role="quiet"]:focus { border: 2px solid $accent; padding: 3u-1 8u-1; }
QPushButton[role="quiet"][tone="small"] { color: $text2; font-size: 12u; padding: 1u 6u; }
QPushButton[role="quiet"]:checked { color: $accent; font-weight: 600; }
QPushButton[role="quiet"]:disabled { color: $text3; }
QPushButton[role="link"] {
  background: transparent; border: 2px solid transparent; border-width: 2px 0; color: $accent; font-size: 13u;
  font-weight: 600; padding: 1px 0; text-align: left; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border-bottom-color: $accent; }
QPushButton[role="link"]:disabled { color: $text3; }
QPushButton[role="icon"], QToolButton[role="icon"] {
  background: transparent; border: 1px solid transparent; border-radius: 8px; min-width: 26u; min-height: 26u;
  padding: 1px; }
QPushButton[role="icon"]:hover, QToolButton[role="icon"]:hover { background: $sunken; }
QPushButton[role="icon"]:focus, QToolButton[role="icon"]:focus { border: 2px solid $accent; padding: 0; }
QPushButton[role="icon"]::menu-indicator, QToolButton[role="icon"]::menu-indicator { image: none; width: 0; }
QPushButton[role="plain"]::menu-indicator { image: none; width: 0; }
QPushButton[role="chip"]::menu-indicator {
  image: url("$chevron_small"); subcontrol-origin: padding; subcontrol-position: right center; right: 8u; width: 14u; height: 14u; }
QPushButton[role="chip"][tone="menu"] { padding-right: 26u; }
QPushButton[role="tab"] {
  background: transparent; border: 2px solid transparent; border-width: 2px 0; padding: 4u 0; font-size: 13u; color: $text2; }
QPushButton[role="tab"]:hover { color: $text; }
QPushButton[role="tab"]:checked { color: $accent; font-weight: 600; }
QPushButton[role="tab"]:focus { border-bottom-color: $accent; }
QPushButton[role="chip"] {
  background: transparent; border: 1px solid $line2; border-radius: 14u; padding: 0 $beside_chip; min-height: 28u;
  font-size: 13u; color: $text2; }
QPushButton[role="chip"][tone="sign"] { padding: 0 7u; }
QPushButton[role="chip"]:hover { background: $hover; }
QPushButton[role="chip"]:checked { background: $accent_soft; border-color: $accent; color: $accent; }
QPushButton[role="chip"]:focus { border: 2px solid $accent; padding: 0 $beside_focus; min-height: 28u-2; }
QPushButton[role="chip"][tone="sign"]:focus { padding: 0 7u-1; }
QPushButton[role="verdict"] {
  background: $surface; border: 1px solid $line2; border-radius: 8px; padding: 0 8u; min-height: 30u; text-align: left; }
QPushButton[role="verdict"]:hover { background: $sunken; border-color: $field; }
QPushButton[role="verdict"]:focus { border: 2px solid $accent; padding: 0 8u-1; min-height: 30u-2; }
QPushButton[role="verdict"]:disabled { color: $text3; background: $sunken; }

QLabel[role="key"] {
  background: $surface; border: 1px solid $line2; border-radius: 5px; padding: 0 5u; font-size: 12u;
  color: $text2; min-height: 17u; max-height: 17u; qproperty-indent: 0; qproperty-alignment: AlignCenter; }
QLabel[role="pill"] { qproperty-indent: 0; border-radius: 10u; min-height: 16u; padding: 2u 9u; font-size: 12u; background: $sunken; color: $text2; }
QLabel[role="pill"][tone="amber"] { background: $amber_soft; color: $amber; }
QLabel[role="pill"][tone="green"] { background: $green_soft; color: $green; }
QLabel[role="pill"][tone="blue"] { background: $blue_soft; color: $blue; }
QLabel[role="pill"][tone="danger"] { background: $danger_soft; color: $danger; }
QLabel[role="pill"][tone="accent"] { background: $accent_soft; color: $accent; }
QLabel[role="pill"][tone="outline_green"] { background: transparent; border: 1px solid $green; color: $green; }
QLabel[role="avatar"] {
  background: $sunken; color: $text2; border: 1px solid $line2; border-radius: 11u; min-width: 22u; min-height: 22u;
  max-width: 22u; max-height: 22u; font-size: 12u; font-weight: 600; qproperty-alignment: AlignCenter; }
QLabel[role="avatar"][tone="done"] { background: $accent_soft; border-color: $accent_soft; color: $accent; }
QLabel[role="mark"] {
  background: $accent; color: $on_accent; border: none; border-radius: 10u; font-size: 20u; font-weight: 700;
  qproperty-alignment: AlignCenter; qproperty-indent: 0; }
QLabel[role="avatar"][tone="accent"] { background: $accent; color: $on_accent; border-color: $accent; }

QLineEdit, QComboBox, QSpinBox, QDateEdit { font-size: 14u; }
QLineEdit, QPlainTextEdit { placeholder-text-color: $text3; }
QLineEdit[role="field"], QComboBox[role="field"], QPlainTextEdit[role="field"], QSpinBox[role="field"] {
  background: $surface; border: 1px solid $field; border-radius: 8px; padding: 0 9u; min-height: 34u; }
QPlainTextEdit[role="field"], QPlainTextEdit[role="field"]:focus { padding: 0; min-height: 0; }
QLineEdit[role="field"]:focus, QComboBox[role="field"]:focus, QPlainTextEdit[role="field"]:focus {
  border: 2px solid $accent; padding: 0 9u-1; min-height: 34u-2; }
QLineEdit[role="field"]:disabled, QComboBox[role="field"]:disabled { background: $sunken; color: $text3; }
QPlainTextEdit[role="field"][tone="error"] { border: 2px solid $danger; }
QLineEdit[role="field"][tone="error"], QComboBox[role="field"][tone="error"] { border: 2px solid $danger; padding: 0 9u-1; min-height: 34u-2; }
QComboBox[role="field"][tone="accent"] { background: $accent_soft; border-color: $accent_soft; color: $accent; }
QComboBox[role="field"][tone="off"] { background: $sunken; border-color: $sunken; color: $text2; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 24u; }
QComboBox::down-arrow { image: url("$chevron"); width: 16u; height: 16u; }
QComboBox::down-arrow:disabled { image: url("$chevron_off"); }
QLineEdit[role="quiet"], QPlainTextEdit[role="quiet"], QComboBox[role="quiet"], QTextEdit[role="quiet"] {
  background: transparent; border: 1px solid transparent; border-radius: 8px; padding: 2u 6u; }
QComboBox[role="quiet"] { padding: 2u 6u 2u 8u; }
QLineEdit[role="quiet"]:hover, QPlainTextEdit[role="quiet"]:hover, QComboBox[role="quiet"]:hover {
  background: $sunken; border-color: $line2; }
QLineEdit[role="quiet"]:focus, QPlainTextEdit[role="quiet"]:focus, QComboBox[role="quiet"]:focus {
  background: $surface; border: 2px solid $accent; padding: 2u-1 6u-1; }
QComboBox[role="quiet"]:focus { padding: 2u-1 6u-1 2u-1 8u-1; }
QPlainTextEdit[role="quiet"], QPlainTextEdit[role="quiet"]:focus { padding: 0; }
QPlainTextEdit[role="quiet"][readOnly="true"], QPlainTextEdit[role="quiet"][readOnly="true"]:focus {
  background: transparent; border: 1px solid transparent; }
QPlainTextEdit[role="quiet"][tone="danger"] { color: $danger; font-weight: 600; }
QPlainTextEdit[role="quiet"][tone="amber"] { color: $amber; font-weight: 600; }
QLineEdit[role="quiet"][tone="error"], QPlainTextEdit[role="quiet"][tone="error"] { border: 2px solid $danger; }
QLineEdit[role="search"] {
  background: $surface; border: 1px solid $field; border-radius: 8px; padding: 0 10u; min-height: 34u; }
QLineEdit[role="search"]:focus { border: 2px solid $accent; padding: 0 10u-1; min-height: 34u-2; }
QLineEdit[role="bare"], QPlainTextEdit[role="bare"], QTextEdit[role="bare"] {
  background: transparent; border: none; padding: 0; }

QTableView[role="table"], QListView[role="list"], QAbstractItemView[role="list"] {
  background: transparent; border: none; outline: none; gridline-color: $line; }
QListView[role="list"]::item, QListWidget[role="list"]::item { border-radius: 8px; padding: 0 8u; }
QListWidget[role="list"]::item:selected { background: $accent_soft; color: $accent; }
QListWidget[role="list"]::item:hover:!selected { background: $hover; }
QListView[role="offered"] {
  background: $raised; border: 1px solid $edge; border-radius: 8px; outline: none; padding: 2px 4px; }
QListView[role="offered"]::item { border-radius: 8px; padding: 0 8u; color: $text; }
QListView[role="offered"]::item:selected { background: $accent_soft; color: $accent; }
QListView[role="offered"]::item:hover:!selected { background: $hover; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; border: none; }
QTableCornerButton::section { background: transparent; border: none; }
QAbstractScrollArea[role="bare"] { background: transparent; border: none; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; border: none; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; border: none; }
QScrollBar::handle { background: $bar; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $field; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QMenu { background: $raised; border: 1px solid $edge; border-radius: 8px; padding: 5px; icon-size: 16u; menu-scrollable: 1; }
QMenu::item { padding: $beside_row 26u $beside_row 14u; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $text3; }
QMenu::indicator { width: 16u; height: 16u; margin-left: 10u; }
QMenu::indicator:checked { image: url($chosen); }
QMenu::icon { padding-left: 10u; }
QMenu::right-arrow { image: url($chevron_right); width: 14u; height: 14u; right: 8u; }
QMenu::separator { height: 1px; background: $line; margin: $beside_line 8px; }
QProgressBar { background: $line2; border: none; border-radius: 3px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QCheckBox, QRadioButton { font-size: 14u; spacing: 8u; background: transparent; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator, QRadioButton::indicator {
  width: 14u; height: 14u; border: 1u solid $field; border-radius: 4u; background: $surface; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $text2; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $accent; }
QRadioButton::indicator { border-radius: 8u; }
QRadioButton::indicator:checked { width: 6u; height: 6u; border: 5u solid $accent; border-radius: 8u; }
QSplitter::handle { background: $line; }
"""
