"""Texts in their boxes on paper, in whatever faces a computer has: apart, whole, and in one size below each other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest
from PySide6.QtGui import QFont, QPainter, QPixmap

from mingbai.domain.sheet import DASH, Look, Page, Row, Sheet, SheetColumn, Workbook
from mingbai.domain.words import Language
from mingbai.exchange.measure import POINTS_A_UNIT
from mingbai.ui.paper import faces, fitting, painter
from mingbai.ui.paper.fitting import PADDING
from mingbai.ui.paper.layout import laid_out
from mingbai.ui.paper.leaf import ACROSS, Face, FittedText, PaperPage, Text

UNIT = "Xinhu Community Residents' Committee"
PERIOD = "November 2026 (1-30 November)"
NAMED = "Table 1, version 1"


@pytest.fixture
def broad(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Faces much wider than those the sheets are reckoned with."""
    plain = faces.font

    @cache
    def font(face: Face, size: float, language: Language) -> QFont:
        made = QFont(plain(face, size, language))
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 140)
        return made

    for module in (faces, fitting, painter):
        monkeypatch.setattr(module, "font", font)
    faces.metrics.cache_clear()
    yield
    faces.metrics.cache_clear()


def page_of(
    columns: tuple[SheetColumn, ...], rows: tuple[Row, ...] = (), **more: object
) -> PaperPage[FittedText]:
    given: dict[str, object] = {"tab": "Table 1 Report", "title": "", "columns": columns, "rows": rows}
    given |= {"page": Page(portrait=True)} | more
    sheet = Sheet(**given)  # type: ignore[arg-type]
    return laid_out(Workbook("en", (sheet,), "Xinhu Community, November 2026, submission, version 1"))[
        0
    ].pages[0]


def span(text: FittedText) -> tuple[float, float]:
    """From where to where a text is written."""
    measured = faces.metrics(text.hand.face, text.hand.size, "en")
    wide = max(map(measured.horizontalAdvance, text.lines)) / faces.FINE
    free = text.box.width - 2 * PADDING - text.hand.air - wide
    start = text.box.x + PADDING + free * ACROSS.index(text.hand.across) / 2
    return start, start + wide


def found(page: PaperPage[FittedText], *wanted: str) -> list[FittedText]:
    return [next(text for text in page.texts if text.text == each) for each in wanted]


def are_apart(page: PaperPage[FittedText], texts: list[FittedText]) -> bool:
    spans = [span(text) for text in texts]
    inside = all(start > 0 and end < page.width for start, end in spans)
    return inside and all(end < start for (_, end), (start, _) in pairwise(spans))


@pytest.mark.usefixtures("broad")
@pytest.mark.parametrize("width", [96.0, 84.0, 60.0])
def test_left_middle_and_right_never_touch_in_a_wide_face(width: float) -> None:
    columns = tuple(SheetColumn(head, width / 3) for head in ("A", "B", "C"))
    page = page_of(columns, left=UNIT, middle=PERIOD, right=NAMED)
    line = found(page, UNIT, PERIOD, NAMED)
    assert are_apart(page, line)
    assert len({text.hand.size for text in line}) == 1
    assert all(len(text.lines) == 1 for text in line)
    assert are_apart(page, [text for text in page.texts if text.hand.face is Face.FOOTER])


@pytest.mark.parametrize("line", [("Xinhu", "November", "Table 1"), (UNIT, PERIOD, NAMED)])
@pytest.mark.parametrize("widths", [(38.0, 38.0, 38.0), (6.0, 52.0, 22.0, 12.0, 12.0, 12.0), (9.5,) * 12])
def test_left_middle_and_right_stand_about_the_middle_while_there_is_room(
    line: tuple[str, str, str], widths: tuple[float, ...]
) -> None:
    columns = tuple(SheetColumn(str(n), width) for n, width in enumerate(widths))
    left, middle, right = line
    page = page_of(columns, left=left, middle=middle, right=right, page=Page())
    texts = found(page, *line)
    assert are_apart(page, texts)
    start, end = span(texts[1])
    assert (start + end) / 2 == pytest.approx(page.width / 2, abs=0.5)
    assert {text.hand.size for text in texts} == {10.0}


@pytest.mark.usefixtures("broad")
def test_names_too_long_for_one_line_stand_in_two() -> None:
    columns = tuple(SheetColumn(head, 16.0) for head in ("A", "B", "C"))
    names = (f"{UNIT} and the Street", f"{PERIOD}, second version", f"{NAMED}, in numbers")
    page = page_of(columns, left=names[0], middle=names[1], right=names[2])
    line = found(page, *names)
    assert are_apart(page, line)
    assert any(len(text.lines) > 1 for text in line)


@pytest.mark.usefixtures("broad")
def test_a_word_is_written_smaller_before_it_is_broken() -> None:
    heads = (("No.", 4.0), ("This\nmonth", 7.0), ("Decided together", 10.0), ("Kind", 12.0))
    columns = tuple(SheetColumn(head, width) for head, width in heads)
    page = page_of(columns, (Row(("1", "Stamped", "Referred to a court", "Organisation plaque")),))
    for text in page.texts:
        broken = {word for line in text.lines for word in line.split()}
        assert broken <= set(text.text.split()), text.lines


def test_only_what_is_wider_than_its_column_at_the_least_size_is_broken() -> None:
    long = "2026" * 20
    (text,) = found(page_of((SheetColumn("No.", 9.0), SheetColumn("Kind", 40.0)), (Row((long, "")),)), long)
    assert "".join(text.lines) == long
    assert len(text.lines) > 1
    start, end = span(text)
    assert end - start <= text.box.width - 2 * PADDING + 1


CHANGES = (SheetColumn("Indicator", 30.0), SheetColumn("Change", 9.0, Look.CODE))


def figure(times: float) -> str:
    """A text so many times as wide as the column of changes, in the face this computer has."""
    room = CHANGES[1].width * POINTS_A_UNIT - 2 * PADDING
    digit = faces.metrics(Face.FIGURE, 10.0, "en").horizontalAdvance("1") / faces.FINE
    return "1" * round(room * times / digit)


def test_cells_of_a_column_are_written_in_one_size() -> None:
    texts = (figure(0.5), figure(1.2), "3.00")
    page = page_of(CHANGES, tuple(Row(("Share", text)) for text in (*texts, DASH)))
    sizes = {text.hand.size for text in found(page, *texts)}
    assert len(sizes) == 1
    assert 8.0 <= sizes.pop() < 10.0
    assert [text.hand.size for text in found(page, "Share", DASH)] == [10.0, 10.0]


def test_a_cell_much_too_long_is_written_smaller_alone() -> None:
    texts = (figure(0.5), figure(1.6))
    short, long = found(page_of(CHANGES, tuple(Row(("Share", text)) for text in texts)), *texts)
    assert short.hand.size == 10.0
    assert long.hand.size < 8.0


def test_one_long_cell_does_not_shrink_a_whole_column() -> None:
    texts = (*(figure(0.4) + str(n) for n in range(10, 30)), figure(1.2))
    found_texts = found(page_of(CHANGES, tuple(Row(("Share", text)) for text in texts)), *texts)
    *most, long = (text.hand.size for text in found_texts)
    assert set(most) == {10.0}
    assert 8.0 <= long < 10.0


@pytest.mark.usefixtures("qapp")
def test_only_what_was_fitted_can_be_painted() -> None:
    page = page_of((SheetColumn("Item", 20),))
    texts = tuple(Text(one.text, one.box, one.hand) for one in page.texts)
    plain = PaperPage(page.width, page.height, texts, page.rules)
    picture = QPixmap(100, 100)
    pen = QPainter(picture)
    painter.paint(pen, page, "en")
    with pytest.raises(AttributeError):
        painter.paint(pen, plain, "en")  # type: ignore[arg-type]
    pen.restore()
    pen.end()
