"""What stands below the typed line."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.waiting import PATIENCE_MS

from mingbai.domain.words import Words
from mingbai.ui.look.look import Look
from mingbai.ui.quick.below import Sentence


def test_an_answer_takes_the_keyboard_at_once_beside_a_sentence_that_is_seen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    sentence = Sentence(Look(), window)
    QVBoxLayout(window).addWidget(sentence)
    sentence.say(Words("到期会出现", "It is waited for"))
    with qtbot.waitActive(window, timeout=PATIENCE_MS):
        window.show()
    sentence.say(Words("已经登记过", "It is recorded"), "danger", [(Words("查看", "Show"), lambda: None)])
    sentence.buttons[0].setFocus()
    assert QApplication.focusWidget() is sentence.buttons[0]
