"""The two bars above a paper: which period, which of its sheets."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QWidget,
)

from mingbai.domain.period import ReportPeriod, Year, period_around, period_containing
from mingbai.domain.period_kind import PeriodKind
from mingbai.domain.words import Words
from mingbai.ui.emptying import empty
from mingbai.ui.look.icons import icon, put_icon
from mingbai.ui.look.look import Size, Weight
from mingbai.ui.look.menu import Menu
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.period_label import period_label
from mingbai.ui.session import Session

SHOWN = {PeriodKind.MONTH: 4, PeriodKind.QUARTER: 4, PeriodKind.YEAR: 2}
OLDEST = {PeriodKind.MONTH: 24, PeriodKind.QUARTER: 12, PeriodKind.YEAR: 6}
"""How many periods stand as chips, and how far back the menu goes."""
RECENT = 6
"""So many periods stand in a menu itself; those before them a year further in."""
LOCK = 14
TAB_GAP = 18
ALL_WIDTH = 36
FADE = 28

OLDER, OTHER = Words("更早", "Earlier"), Words("其他", "Other")
ALL_SHEETS = Words("全部表", "All tables")
LOCKED = Words("{period}，已上报", "{period}, sent")
KINDS = {
    PeriodKind.MONTH: Words("按月", "Months"),
    PeriodKind.QUARTER: Words("按季", "Quarters"),
    PeriodKind.YEAR: Words("按年", "Years"),
}
KIND = Words("期间：{kind}", "Periods: {kind}")


class PeriodBar(QWidget):
    """The last periods as chips, older ones in a menu; a lock marks those that were sent.

    Where a page shows longer ones too, the first chip chooses their length.
    """

    picked = Signal(object)
    """A period."""

    def __init__(self, session: Session, *, longer: bool = False) -> None:
        super().__init__()
        self._session, self._longer = session, longer
        self.few = False
        """Only the chosen period has a chip, as there is too little room for more; the menu has the others."""
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(6)
        self._group = QButtonGroup(self)

    def show_periods(self, chosen: ReportPeriod, frozen: Collection[ReportPeriod]) -> None:
        """Shows the periods of this length up to now, one of them chosen."""
        had_focus = any(button.hasFocus() for button in self._group.buttons())
        _clear(self._group, self._line)
        if self._longer:
            self._line.addWidget(self._kinds(chosen))
        latest = period_containing(chosen.kind, self._session.today, chosen.cutoff)
        count = 1 if self.few else SHOWN[chosen.kind]
        shown = [latest.shifted(-back) for back in range(count - 1, -1, -1)]
        if chosen not in shown:
            shown = [chosen, *shown[1:]]
        for period in shown:
            chip = self._chip(period, locked=period in frozen)
            chip.setChecked(period == chosen)
            if period == chosen and had_focus:
                chip.setFocus()
        self._line.addWidget(self._older(latest, shown, frozen))
        _show_at_once(self._line)

    def _kinds(self, chosen: ReportPeriod) -> QPushButton:
        """A chip that says how long the periods are, and changes it."""
        word = self._session.word
        button = styled(QPushButton(word(KINDS[chosen.kind])), "chip", "menu")
        button.setAccessibleName(word(KIND.format(kind=KINDS[chosen.kind])))
        menu = Menu(self._session.look, button)
        begun = [month for month in chosen.months if month.start <= self._session.today]
        month = begun[-1] if begun else chosen.months[0]
        for kind, words in KINDS.items():
            action = menu.addAction(word(words))
            action.setCheckable(True)
            action.setChecked(kind is chosen.kind)
            action.setData(period_around(kind, month))
        menu.triggered.connect(lambda action: self.picked.emit(action.data()))
        button.setMenu(menu)
        return button

    def _chip(self, period: ReportPeriod, *, locked: bool) -> QPushButton:
        word = self._session.word
        chip = styled(QPushButton(word(period_label(period, self._session.today.year))), "chip")
        chip.setCheckable(True)
        chip.setAccessibleName(word(LOCKED.format(period=period.words) if locked else period.words))
        if locked:
            put_icon(chip, self._session.look, "lock", "text3", LOCK)
        chip.clicked.connect(lambda: self.picked.emit(period))
        self._group.addButton(chip)
        self._line.addWidget(chip)
        return chip

    def _older(
        self, latest: ReportPeriod, shown: Sequence[ReportPeriod], frozen: Collection[ReportPeriod]
    ) -> QPushButton:
        word = self._session.word
        button = styled(QPushButton(word(OTHER if self.few else OLDER)), "chip", "menu")
        menu = Menu(self._session.look, button)
        periods = (latest.shifted(-back) for back in range(OLDEST[latest.kind]))
        for action in offer_periods(self._session, menu, [one for one in periods if one not in shown]):
            if action.data() in frozen:
                action.setIcon(icon(self._session.look, "lock", "text3", LOCK))
        menu.triggered.connect(lambda action: self.picked.emit(action.data()))
        button.setMenu(menu)
        return button


def offer_periods(session: Session, menu: Menu, periods: Sequence[ReportPeriod]) -> list[QAction]:
    """Adds periods, the latest first; the earlier ones of a year lie in a menu of its own."""
    made, years = [], dict[int, Menu]()
    for at, period in enumerate(periods):
        within = menu
        if at >= RECENT and period.kind is not PeriodKind.YEAR:
            if period.year not in years:
                years[period.year] = Menu(session.look, menu)
                years[period.year].setTitle(session.word(Year(period.year).words))
                menu.addMenu(years[period.year])
            within = years[period.year]
        action = within.addAction(session.word(period.words))
        action.setData(period)
        made.append(action)
    return made


class SheetBar(QScrollArea):
    """All sheets of a workbook in one line; where there are more than fit it scrolls, and a menu has them all."""

    picked = Signal(int)
    """The number of a sheet."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._holder = holder = styled(QWidget(), "page")
        self._line = QHBoxLayout(holder)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(session.look.px(TAB_GAP))
        self.setWidget(holder)
        self._look = session.look
        self.ground = session.look.colour("bg")
        self.setFixedHeight(session.look.px(36))
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.picked)
        self.all_button = styled(QPushButton(self), "plain")
        self.all_button.setIcon(icon(session.look, "chev"))
        self.all_button.setAccessibleName(session.word(ALL_SHEETS))
        self.all_button.setToolTip(session.word(ALL_SHEETS))
        self.all_button.setFixedWidth(session.look.px(ALL_WIDTH))
        self.all_button.clicked.connect(self._show_all)
        self.all_button.hide()
        self._fades = _Fade(self, left=True), _Fade(self, left=False)
        self.horizontalScrollBar().valueChanged.connect(self._place_fades)
        self.horizontalScrollBar().rangeChanged.connect(self._place_fades)

    def show_sheets(self, names: Sequence[str]) -> None:
        """Shows the names of these."""
        if [button.text() for button in self._group.buttons()] == list(names):
            return
        _clear(self._group, self._line)
        for number, name in enumerate(names):
            tab = styled(QPushButton(name), "tab")
            tab.setCheckable(True)
            # The one that is shown stands in bold, and nothing moves for it.
            tab.setMinimumWidth(self._look.width(name, Size.CELL, Weight.STRONG) + 2)
            self._group.addButton(tab, number)
            self._line.addWidget(tab)
        self._line.addStretch(1)
        _show_at_once(self._line)
        # How wide they are is known once they are laid out.
        QTimer.singleShot(0, self, self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In less room the menu comes."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        button = self.all_button
        needed = self._line.minimumSize().width()
        # In less room it scrolls; the names are never squeezed.
        self._holder.setMinimumWidth(needed)
        more = needed > self.width()
        self.setViewportMargins(0, 0, button.width() + 8 if more else 0, 0)
        button.setGeometry(self.width() - button.width(), 0, button.width(), self.height())
        button.setVisible(more)
        self._place_fades()
        self._bring_chosen()

    def _bring_chosen(self) -> None:
        tab = self._group.checkedButton()
        if tab is not None:
            # Both ends singly: `ensureWidgetVisible` leaves a whole tab where it is, also under a fade.
            for x in (tab.geometry().right() + 1, tab.geometry().left()):
                self.ensureVisible(x, 0, self._look.px(FADE), 0)

    def _place_fades(self) -> None:
        """Where a name goes on beyond the edge it fades away instead of being cut."""
        bar, room = self.horizontalScrollBar(), self.viewport().geometry()
        wide = self._look.px(FADE)
        for fade, goes_on, x in zip(
            self._fades,
            (bar.value() > bar.minimum(), bar.value() < bar.maximum()),
            (room.left(), room.right() + 1 - wide),
            strict=True,
        ):
            fade.setGeometry(x, 0, wide, self.height())
            fade.setVisible(goes_on)
            fade.raise_()

    def menu(self) -> Menu:
        """All sheets by their names."""
        menu = Menu(self._look, self)
        for button in self._group.buttons():
            menu.addAction(button.text()).triggered.connect(button.click)
        return menu

    def _show_all(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.all_button.mapToGlobal(self.all_button.rect().bottomLeft()))

    def choose(self, number: int) -> None:
        """Marks one as shown."""
        tab: QAbstractButton | None = self._group.button(number)
        if tab is not None:
            tab.setChecked(True)
            self._bring_chosen()


class _Fade(QWidget):
    """Lets what is below it vanish towards one side."""

    def __init__(self, bar: SheetBar, *, left: bool) -> None:
        super().__init__(bar)
        self._ground, self._left = bar.ground, left
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The colour of the page, thinner towards the middle."""
        clear = QColor(self._ground)
        clear.setAlpha(0)
        gradient = QLinearGradient(0, 0, self.width(), 0)
        gradient.setColorAt(0, self._ground if self._left else clear)
        gradient.setColorAt(1, clear if self._left else self._ground)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), gradient)


def _show_at_once(line: QHBoxLayout) -> None:
    """What is new in a line is there with the next painting; left to itself it would be missing in one."""
    for at in range(line.count()):
        item = line.itemAt(at)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.show()
    line.activate()


def _clear(group: QButtonGroup, line: QHBoxLayout) -> None:
    for button in group.buttons():
        group.removeButton(button)
    empty(line)
