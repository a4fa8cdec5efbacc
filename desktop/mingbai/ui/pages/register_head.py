"""The head of a register's page: its name, how much there is, the search, and the ways in and out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from mingbai.domain.register import Register
from mingbai.domain.words import Words
from mingbai.ui.look.icons import put_icon
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.pages.register_commands import EXPORT, FIND_IN, IMPORT, PRINT
from mingbai.ui.pages.search_field import SearchField
from mingbai.ui.panel.words import ADD, ADD_TO
from mingbai.ui.session import Session

FIND = Words("查找", "Find")
SEARCH_WIDTH = 170
HEIGHT, QUICK = 36, 44
"""Heights of the head and of the closed quick-add line."""
GAP = 10
BESIDE_LINE = 4
"""What a frame stands further from the title than a word would."""


class RegisterHead(QHBoxLayout):
    """One line. In little room ways in and out are icons, then go; the quick-add line may stand in it."""

    def __init__(self, session: Session, register: Register[object], *, by_form: bool) -> None:
        super().__init__()
        self._by_form = by_form
        self._session = session
        self._register = register
        self._beside: QWidget | None = None
        self._spare = 0
        self._spelled = True
        word, look = session.word, session.look
        self.title = styled(QLabel(word(register.words)), "title")
        self.counted = styled(QLabel(), "secondary")
        self.counted.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.search = styled(SearchField(look), "search")
        self.search.setPlaceholderText(word(FIND))
        self.search.setAccessibleName(word(FIND_IN.format(register=register.words)))
        self.search.setMaximumWidth(look.px(SEARCH_WIDTH) + 40)
        # In one line with the quick-add line it takes room where it is typed in.
        self.search.textChanged.connect(lambda text: self.setStretchFactor(self.search, 3 if text else 1))
        self.add_button = self._button("plus", ADD_TO.format(register=register.words))
        self.import_button = self._button("import", IMPORT)
        self.export_button = self._button("export", EXPORT, "Ctrl+E")
        self.print_button = self._button("print", PRINT, "Ctrl+P")
        self.setSpacing(GAP)
        self.addWidget(self.title)
        self.addWidget(self.counted, 2)
        self.addWidget(self.search, 1)
        for button in (self.add_button, self.import_button, self.export_button, self.print_button):
            self.addWidget(button)
        for button, shown in ((self.add_button, by_form), (self.import_button, not register.deeds_only)):
            if not shown:
                # One that is shown before it stands in the page would be a window of its own.
                button.hide()

    def _button(self, icon: str, words: Words, keys: str = "") -> QPushButton:
        said = self._session.word(words)
        button = styled(QPushButton(), "plain")
        put_icon(button, self._session.look, icon)
        button.setAccessibleName(said)
        button.setToolTip(f"{said} ({keys})" if keys else said)
        return button

    def place_beside_title(self, widget: QWidget) -> None:
        """Puts something between title and search."""
        self._beside = widget
        self.insertWidget(2, widget)

    def place_quick(self, line: QWidget, *, inside: bool) -> None:
        """Takes the quick-add line in, or lets it go to where it stands below."""
        # The line grows downwards beside them when it is typed in.
        height = self._session.look.px(QUICK if inside else HEIGHT)
        for widget in (self.title, self.search):
            widget.setMinimumHeight(height)
            self.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        self.title.setContentsMargins(0, 0, BESIDE_LINE if inside else 0, 0)
        if inside:
            self.insertWidget(1, line, 5)
        else:
            self.removeWidget(line)

    def show_count(self, text: str) -> None:
        """Says how much there is."""
        self.counted.setText(text)
        self.counted.setToolTip(as_typed(text))
        self._fit_count()

    def spell(self, room: int) -> bool:
        """Whether the head fits into a width in one line; where it would not, ways in and out are icons."""
        needs = self._needs(spelled=True)
        self._spelled = room >= needs
        if not self._spelled:
            needs = self._needs(spelled=False)
        self._spare = room - needs
        return self._spare >= 0

    def fit(self, *, compact: bool, with_quick: bool) -> None:
        """Leaves away what has no room; `with_quick` the quick-add line takes all that is left."""
        if with_quick:
            self._spare = 0
        self._fit_count()
        if self._beside is not None:
            self._beside.setVisible(not with_quick)
        self.export_button.setVisible(not compact)
        self.print_button.setVisible(not compact and self._spelled)
        self.import_button.setVisible(not compact and not self._register.deeds_only)
        self.add_button.setVisible(not compact and self._by_form)

    def _needs(self, *, spelled: bool) -> int:
        """How wide the head is at least in one line; not `spelled`, ways in and out are icons."""
        word = self._session.word
        self.add_button.setText(word(ADD) if spelled else "")
        self.import_button.setText(word(IMPORT) if spelled else "")
        self.export_button.setText(word(EXPORT) if spelled else "")
        parts: list[QWidget] = [self.title, self.export_button]
        if not self._register.deeds_only:
            parts.append(self.import_button)
        if self._by_form:
            parts.append(self.add_button)
        if spelled:
            parts.append(self.print_button)
        if self._beside is not None:
            parts.append(self._beside)
        widths = sum(part.sizeHint().width() + GAP for part in parts)
        return widths + self.search.minimumSizeHint().width()

    def _fit_count(self) -> None:
        """A count that has no room is left away rather than cut."""
        self.counted.setVisible(self.counted.sizeHint().width() + GAP <= self._spare)
