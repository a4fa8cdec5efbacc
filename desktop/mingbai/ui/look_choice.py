"""How the window shall look, as a person chose it and as it is kept: the theme and language may be the system's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication

from mingbai.desk.window_memory import LOOK
from mingbai.domain.words import Language, Words
from mingbai.ui.look.look import Look
from mingbai.ui.look.tokens import Theme
from mingbai.ui.memory import Memory

ThemeChoice = Literal["light", "dark", "system"]
LanguageChoice = Literal["zh", "en", "system"]

THEMES: dict[ThemeChoice, Words] = {
    "system": Words("跟随系统", "Same as system"),
    "light": Words("浅色", "Light"),
    "dark": Words("深色", "Dark"),
}
LANGUAGES: dict[LanguageChoice, Words] = {
    "system": Words("跟随系统", "Same as system"),
    # In its own language each: who reads only one must find it.
    "zh": Words("简体中文", "简体中文"),
    "en": Words("English", "English"),
}
SCALES = (1.0, 1.25, 1.5, 2.0)

LANGUAGE = Words("语言", "Language")
THEME = Words("外观", "Theme")
SCALE = Words("文字大小", "Text size")
NAMED = Words("{group}：{name}", "{group}: {name}")


@dataclass(frozen=True, slots=True)
class LookChoice:
    """What was chosen; `look` is what that means on this PC now."""

    theme: ThemeChoice = "system"
    language: LanguageChoice = "system"
    scale: float = 1.0

    @property
    def look(self) -> Look:
        """The look to build the window with."""
        theme: Theme = system_theme() if self.theme == "system" else self.theme
        language: Language = system_language() if self.language == "system" else self.language
        return Look(theme, language, self.scale)


def kept_choice(memory: Memory) -> LookChoice:
    """What was chosen last; what cannot be read is the system's."""
    kept = memory.get(LOOK)
    if not isinstance(kept, dict):
        return LookChoice()
    theme, language, scale = kept.get("theme"), kept.get("language"), kept.get("scale")
    return LookChoice(
        cast("ThemeChoice", theme) if theme in [*THEMES] else "system",
        cast("LanguageChoice", language) if language in [*LANGUAGES] else "system",
        float(scale) if isinstance(scale, int | float) and 1.0 <= scale <= 2.0 else 1.0,
    )


def standing_choice(memory: Memory, look: Look) -> LookChoice:
    """What was chosen; where the window was built otherwise than was kept, what one sees is what is chosen."""
    choice = kept_choice(memory)
    return choice if choice.look == look else LookChoice(look.theme, look.language, look.scale)


def keep_choice(memory: Memory, choice: LookChoice) -> None:
    """Keeps what was chosen."""
    memory.keep(LOOK, {"theme": choice.theme, "language": choice.language, "scale": choice.scale})


def system_theme() -> Theme:
    """The system's theme; light where it does not say."""
    dark = Qt.ColorScheme.Dark
    return "dark" if QGuiApplication.styleHints().colorScheme() == dark else "light"


def system_language() -> Language:
    """中文 on a Chinese system, else English."""
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"
