"""A cut as a row: before and after, and whether it came again."""

from __future__ import annotations

from mingbai.desk.cuts import Cut
from mingbai.desk.lines import joined
from mingbai.domain.words import NO_WORDS, Words
from mingbai.ui.agenda.rows import Row
from mingbai.ui.session import Session

ARROW = Words("{before} → {after}", "{before} → {after}")


def cut_row(cut: Cut, session: Session) -> Row:
    """A cut: before and after, whether it came again, for how long it did not."""
    word = session.word
    change = cut.after if cut.before == NO_WORDS else ARROW.format(before=cut.before, after=cut.after)
    tone = "amber" if cut.back else ("green" if cut.shown else "plain")
    foot = cut.evidence if cut.back and cut.evidence != NO_WORDS else joined(cut.evidence, cut.since)
    return Row(
        cut.decision.uid,
        word(cut.title),
        word(change),
        word(cut.state),
        pill=tone,
        two_lines=True,
        foot=word(foot),
        what=cut,
    )
