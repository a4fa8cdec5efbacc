"""The guide, read beside the window and without a network: the pages of docs/guide as they were installed.

The program shows them itself: on most office computers nothing is there that opens a Markdown file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from mingbai.domain.words import Words
from mingbai.resources import guide_folder
from mingbai.ui.later import later
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import styled
from mingbai.ui.pressing import Dialog, dialog_button
from mingbai.ui.product import GUIDE

CONTENTS = Words("目录", "Contents")
BACK = Words("返回", "Back")
START = "README"
ABOUT = {
    "today": "today",
    **dict.fromkeys(("task", "demand", "absence"), "assignments"),
    **dict.fromkeys(("counter", "certificate"), "certificates"),
    "issue": "issues",
    **dict.fromkeys(("review", "flag", "decision"), "review"),
    "report": "report",
    **dict.fromkeys(("meeting", "inspection"), "meetings"),
    **dict.fromkeys(("reception", "plaque"), "receptions"),
    **dict.fromkeys(("visit", "activity", "expert"), "residents"),
    **dict.fromkeys(("admission", "point"), "admission"),
    **dict.fromkeys(("collection", "village", "submission"), "collection"),
    "import": "importing",
    **dict.fromkeys(
        ("settings", "department", "staff", "duty", "certificate_type", "rule", "holiday"), "lists"
    ),
}
"""Which page of the guide tells of a page of the window; of all others the contents."""
SIZE = (800, 720)
REFIT_MS = 150
MARGIN = 24
ABOVE_HEADING, BELOW_HEADING, AROUND_PICTURE, BELOW_TEXT, BELOW_ITEM = 20, 6, 12, 8, 3
"""White between what stands below each other, at 100 %."""
PICTURE = "\ufffc"
"""Stands in a text for a picture."""
RADIUS = 8
SHADE = 36
"""How much darker, of 255, a picture of the light window is shown in the dark one."""


class GuideWindow(Dialog):
    """One page of the guide; links lead to the others. It stays open beside the work."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(look.word(GUIDE))
        styled(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(min(look.px(SIZE[0]), parent.width() - 40), min(look.px(SIZE[1]), parent.height() - 40))
        self.text = _Pages(look)
        self.back = dialog_button(look.word(BACK), "quiet")
        self.back.setEnabled(False)
        self.back.clicked.connect(self.text.backward)
        self.text.backwardAvailable.connect(self.back.setEnabled)
        contents = dialog_button(look.word(CONTENTS), "quiet")
        contents.clicked.connect(lambda: self.show_page(START))
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        for button in (self.back, contents):
            head.addWidget(button)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.text, 1)

    def show_page(self, name: str) -> None:
        """Shows a page by the name of its file; the contents where it is missing."""
        folder = guide_folder()
        if folder is None:
            return
        page = folder / self._look.language / f"{name}.md"
        self.text.show_file(page if page.is_file() else page.with_name(f"{START}.md"))
        self.text.setFocus()


class _Pages(QTextBrowser):
    """Shows Markdown in the window's type and colours."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._refit = later(self, REFIT_MS, self._fit)
        styled(self, "bare")
        self.setAccessibleName(look.word(GUIDE))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(look.font())
        self.document().setDocumentMargin(look.px(MARGIN))
        # What is wider is made narrower; so the text need not make room for a bar that comes and goes.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self.sourceChanged.connect(self._dress)

    def show_file(self, page: Path) -> None:
        """Shows a page."""
        self.setSource(QUrl.fromLocalFile(str(page)), QTextDocument.ResourceType.MarkdownResource)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A picture no wider than the text, and as sharp as the screen is."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        ratio = self.devicePixelRatioF()
        picture = QImage(self.source().resolved(QUrl(name)).toLocalFile())
        most = round((self.viewport().width() - 2 * self.document().documentMargin()) * ratio)
        if picture.width() > most:
            picture = picture.scaledToWidth(most, Qt.TransformationMode.SmoothTransformation)
        framed = _framed(picture, self._look, ratio)
        framed.setDevicePixelRatio(ratio)
        return framed

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pictures follow once the window rests."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._refit.start()

    def _fit(self) -> None:
        place = self.cursorForPosition(QPoint(0, 0)).position()
        bar = self.verticalScrollBar()
        at_top = bar.value() == 0
        self.reload()
        if not at_top:
            first = self.textCursor()
            first.setPosition(place)
            bar.setValue(bar.value() + self.cursorRect(first).top())

    def _follow(self, link: QUrl) -> None:
        to = self.source().resolved(link)
        folder = guide_folder()
        page = Path(to.toLocalFile())
        # Only pages that were installed: the guide leads nowhere out.
        if folder is not None and page.is_file() and folder.resolve() in page.resolve().parents:
            self.setSource(to, QTextDocument.ResourceType.MarkdownResource)

    def _dress(self) -> None:
        """White around headings and pictures; tables as wide as the text, with the window's own lines."""
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            if cursor.currentTable() is None:
                above, below = _white(block)
                shape = block.blockFormat()
                shape.setTopMargin(self._look.px(above))
                shape.setBottomMargin(self._look.px(below))
                cursor.setBlockFormat(shape)
            block = block.next()
        self._dress_tables()

    def _dress_tables(self) -> None:
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                shape = frame.format().toTableFormat()
                shape.setBorder(1)
                shape.setBorderCollapse(True)
                shape.setBorderBrush(QBrush(self._look.colour("line2")))
                shape.setCellPadding(self._look.px(6))
                shape.setCellSpacing(0)
                shape.setTopMargin(self._look.px(6))
                shape.setBottomMargin(self._look.px(10))
                shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                frame.setFormat(shape)


def _white(block: QTextBlock) -> tuple[int, int]:
    """How much white a block of text has above and below."""
    if level := block.blockFormat().headingLevel():
        return ABOVE_HEADING if level > 1 else 0, BELOW_HEADING
    if PICTURE in block.text():
        return AROUND_PICTURE, AROUND_PICTURE
    return 0, BELOW_ITEM if block.textList() is not None else BELOW_TEXT


def _framed(picture: QImage, look: Look, ratio: float) -> QImage:
    """A picture of the window with round corners and a hairline; in the dark it does not glare."""
    if picture.isNull():
        return picture
    framed = QImage(picture.size(), QImage.Format.Format_ARGB32_Premultiplied)
    framed.fill(Qt.GlobalColor.transparent)
    outline = QPainterPath()
    outline.addRoundedRect(
        framed.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), RADIUS * ratio, RADIUS * ratio
    )
    painter = QPainter(framed)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(outline)
    painter.drawImage(0, 0, picture)
    if look.theme == "dark":
        painter.fillPath(outline, QColor(0, 0, 0, SHADE))
    painter.setClipping(False)
    painter.strokePath(outline, QPen(look.colour("line2"), ratio))
    painter.end()
    return framed
