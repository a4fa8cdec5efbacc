"""The settings: sections in a list at the left, the chosen one beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mingbai.domain.words import Words
from mingbai.ui.command import Command
from mingbai.ui.look.look import PAGE_SIDE
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.page import Page
from mingbai.ui.session import Session
from mingbai.ui.settings.about import AboutSection
from mingbai.ui.settings.ledger import CHECK, NOW, LedgerSection
from mingbai.ui.settings.letters import LettersSection
from mingbai.ui.settings.lists import ListsSection
from mingbai.ui.settings.looks import LooksSection
from mingbai.ui.settings.place import PlaceSection
from mingbai.ui.settings.section import Section

SECTIONS = Words("设置的各项", "Sections of the settings")
ROW, SIDE = 36, 180


class SettingsPage(Page):
    """What a place sets once and seldom changes."""

    code: ClassVar[str] = "settings"
    words: ClassVar[Words] = Words("设置", "Settings")
    icon: ClassVar[str] = "gear"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        styled(self, "page")
        self.ledger = LedgerSection(session)
        self.sections: tuple[Section, ...] = (
            PlaceSection(session),
            ListsSection(session),
            LettersSection(session),
            LooksSection(session),
            self.ledger,
            AboutSection(session),
        )
        self.list = styled(QListWidget(), "list")
        self.list.setAccessibleName(session.word(SECTIONS))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFixedWidth(session.look.px(SIDE))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedWidget()
        # Held here too: one that only Qt holds is freed with what it shows when garbage is looked for during Tab.
        self._areas: list[QScrollArea] = []
        for section in self.sections:
            item = QListWidgetItem(session.word(section.words), self.list)
            item.setSizeHint(QSize(session.look.px(SIDE) - 8, session.look.px(ROW)))
            area = QScrollArea()
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(section)
            self._stack.addWidget(area)
            self._areas.append(area)
        self.list.currentRowChanged.connect(self._show)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(PAGE_SIDE, 20, 0, 20)
        left.setSpacing(14)
        left.addWidget(styled(QLabel(session.word(self.words)), "title"))
        left.addWidget(self.list, 1)
        whole.addLayout(left)
        whole.addWidget(self._stack, 1)
        self.list.setCurrentRow(0)

    def show_section(self, code: str) -> None:
        """Shows the section with this code: place, lists, letters, look, ledger or about."""
        for at, section in enumerate(self.sections):
            if section.code == code:
                self.list.setCurrentRow(at)

    def arrive(self) -> None:
        """Reads the section shown; the focus is in the list."""
        self.sections[self._stack.currentIndex()].read()
        self.list.setFocus()

    def commands(self) -> Sequence[Command]:
        """Every section, and what is done to the ledger itself."""

        def go(section: Section) -> Command:
            return Command(
                f"settings.{section.code}",
                section.words,
                lambda: self.show_section(section.code),
                icon="gear",
            )

        return (
            *map(go, self.sections),
            Command("settings.back_up", NOW, self._back_up, icon="check"),
            Command("settings.check", CHECK, self._check, icon="eye"),
        )

    def state(self) -> dict[str, Any]:
        """The section shown."""
        return {"section": self.sections[self._stack.currentIndex()].code}

    def restore(self, state: dict[str, Any]) -> None:
        """Shows it again."""
        self.show_section(str(state.get("section")))

    def _show(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self.sections[at].read()

    def _back_up(self) -> None:
        self.show_section("ledger")
        self.ledger.back_up_now()

    def _check(self) -> None:
        self.show_section("ledger")
        self.ledger.check_now()
