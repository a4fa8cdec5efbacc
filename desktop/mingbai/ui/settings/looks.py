"""How the window looks: language, theme, size of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from mingbai.domain.words import Words
from mingbai.ui.look.roles import styled
from mingbai.ui.look_choice import (
    LANGUAGE,
    LANGUAGES,
    NAMED,
    SCALES,
    THEME,
    THEMES,
    LookChoice,
    keep_choice,
    standing_choice,
)
from mingbai.ui.session import Session
from mingbai.ui.settings.section import Section

TEXT_SIZE = Words("文字大小", "Text size")


class LooksSection(Section):
    """Chips, one of each group chosen; the window is built anew with another choice."""

    code = "look"
    words = Words("界面", "Appearance")
    said = Words(
        "月报和打印随界面的语言。",
        "The month report and prints follow the language.",
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        choice = self.choice = standing_choice(session.memory, session.look)
        card = self.card()
        self.chips: dict[LookChoice, list[QPushButton]] = {}
        self._groups: list[QButtonGroup] = []
        languages = [(replace(choice, language=code), words) for code, words in LANGUAGES.items()]
        themes = [(replace(choice, theme=code), words) for code, words in THEMES.items()]
        scales = [(replace(choice, scale=scale), Words(f"{scale:.0%}", f"{scale:.0%}")) for scale in SCALES]
        for words, options in ((LANGUAGE, languages), (THEME, themes), (TEXT_SIZE, scales)):
            self._add_group(card, words, options)
        self.column.addStretch(1)

    def _add_group(
        self, card: QVBoxLayout, words: Words, options: Iterable[tuple[LookChoice, Words]]
    ) -> None:
        session, look = self.session, self.session.look
        card.addWidget(styled(QLabel(session.word(words)), "label"))
        group = QButtonGroup(self)
        self._groups.append(group)
        row = QHBoxLayout()
        row.setSpacing(8)
        for option, name in options:
            chip = styled(QPushButton(session.word(name)), "chip")
            chip.setCheckable(True)
            chip.setChecked(option == self.choice)
            chip.setAccessibleName(session.word(NAMED.format(group=words, name=name)))
            chip.setMinimumHeight(look.px(30))
            chip.clicked.connect(lambda _, option=option: self._choose(option))
            group.addButton(chip)
            row.addWidget(chip)
            self.chips.setdefault(option, []).append(chip)
        row.addStretch(1)
        card.addLayout(row)
        card.addSpacing(6)

    def _choose(self, choice: LookChoice) -> None:
        if choice == self.choice:
            return
        keep_choice(self.session.memory, choice)
        if choice.look == self.session.look:
            self.choice = choice
        self.session.look_asked.emit(choice.look)
