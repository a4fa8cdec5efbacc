"""About the program: versions, licence, and that nothing leaves this PC."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QPushButton

from mingbai import __version__
from mingbai.domain.words import Words
from mingbai.ledger.driver import SQLITE_VERSION
from mingbai.ui.look.roles import styled
from mingbai.ui.product import NAME
from mingbai.ui.session import Session
from mingbai.ui.settings.section import Section, wrapped

NOTHING_SENT = Words(
    "不联网，什么都不上传。账本、备份和导出只在您选的文件夹里；不记录谁看了什么。",
    "No network; nothing is sent. The ledger, backups and exports stay in folders you chose, and nothing you look at is logged.",
)
LICENCE = Words(
    "MIT 许可，可自由使用、修改和分发。所用组件：PySide6 与 Qt（LGPL）、SQLite（公有领域）、sqlite-utils（Apache）、openpyxl、python-calamine、RapidFuzz（MIT）。",
    "MIT licence: free to use, change and pass on. Made with PySide6 and Qt (LGPL), SQLite (public domain), sqlite-utils (Apache), openpyxl, python-calamine and RapidFuzz (MIT).",
)
SAID = {NAME.en: Words("版本", "Version"), "System": Words("系统", "System")}
"""What a part is called on the screen; the names of the others are the same everywhere."""
COPY = Words("复制版本信息", "Copy the versions")
COPIED = Words("版本信息已复制", "Versions copied")


def versions() -> dict[str, str]:
    """What runs here, for a report of trouble."""
    return {
        NAME.en: __version__,
        "Python": platform.python_version(),
        "PySide6": PySide6.__version__,
        "Qt": qVersion(),
        "SQLite": SQLITE_VERSION,
        "System": platform.platform(terse=True),
    }


class AboutSection(Section):
    """The last section of the settings."""

    code = "about"
    words = Words("关于", "About")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        card = self.card()
        card.addWidget(styled(QLabel(session.word(NAME)), "name"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for at, (name, version) in enumerate(versions().items()):
            label = session.word(SAID.get(name, Words(name, name)))
            grid.addWidget(styled(QLabel(label), "secondary"), at, 0)
            text = wrapped(version, "cell")
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(text, at, 1)
        card.addLayout(grid)
        copy = styled(QPushButton(session.word(COPY)), "plain")
        copy.setMinimumHeight(session.look.px(36))
        copy.clicked.connect(self._copy)
        card.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(wrapped(session.word(NOTHING_SENT), "text"))
        self.column.addWidget(wrapped(session.word(LICENCE), "secondary"))
        self.column.addStretch(1)

    def _copy(self) -> None:
        QApplication.clipboard().setText(
            "\n".join(f"{name} {version}" for name, version in versions().items())
        )
        self.session.said.emit(COPIED)
