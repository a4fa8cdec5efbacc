"""A form is pasted, written about and cut; the next month it comes under another name, and is known again."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.stories.driving import Program, Screen, read
from tests.stories.kept import BACK_NOTICE, CUT_NOTICE, begun, copied, speak

from mingbai.desk.catalogues import catalogue_rows
from mingbai.domain.certificate_type import Confidence

NO_JAVA = "javaldx"
"""LibreOffice without Java says so, whatever it opens."""
RANKING = "GD-INS-5"
NEXT_MONTH = {"MINGBAI_TODAY": "2026-12-24"}
CUT = "SELECT assessment, method, times_before, times_after, effective_from FROM decision"
FLAGS = (
    "SELECT task.title, family, state FROM flag JOIN task ON task.uid = flag.subject ORDER BY task.id, family"
)
BACK = "SELECT came_back_on FROM decision"
FIRST_TITLE, AGAIN_TITLE = CUT_NOTICE.partition("\n")[0], BACK_NOTICE.partition("\n")[0]


def printed(letter: Path) -> str:
    """The text of a letter as LibreOffice prints it, without a word about the file."""
    profile = f"-env:UserInstallation={(letter.parent / 'office').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(letter.parent)]
    done = subprocess.run([*command, str(letter)], capture_output=True, text=True, check=True, timeout=180)
    said = [line for line in done.stderr.splitlines() if NO_JAVA not in line]
    assert said == []
    file = letter.with_suffix(".pdf")
    told = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True)
    return "".join(told.stdout.split())


def paste(program: Program, text: str, title: str) -> None:
    """Pastes a notice into the list of assignments and records it as it was read."""
    copied(program.screen, text)
    program.press("alt+2")
    program.sees("上级交办", role="label")
    program.press("ctrl+v")
    program.focused("粘贴的通知")
    program.sees("交办单位 民政局")
    program.sees(title)


def test_what_was_cut_is_known_when_it_comes_back_under_another_name(screen: Screen) -> None:
    speak(screen, "zh")
    ledger = begun(screen)
    with Program(screen, (str(ledger),)) as program:
        program.comes("新湖社区 - 明白账")
        paste(program, CUT_NOTICE, FIRST_TITLE)
        program.sees("排名通报", role="label")
        screen.picture(screen.folder / "1-pasted.png")
        program.press("Return")
        program.until(lambda: read(ledger, FLAGS), "it is recorded and flagged")

        program.press("alt+5")
        program.focused("等研判的事")
        program.sees(FIRST_TITLE, role="panel")
        screen.picture(screen.folder / "2-review.png")
        program.press("l")
        program.comes("写函件")
        screen.picture(screen.folder / "3-letter.png")
        program.press("ctrl+s")
        program.comes("保存")
        program.press("Return")
        letter = program.until(
            lambda: next(screen.home.rglob("[!.~]*.docx"), None), "the letter among the documents"
        )
        program.sees("已保存")
        program.press("Escape")
        program.comes("新湖社区 - 明白账")

        program.press("4")  # one key
        program.until(lambda: read(ledger, CUT), "it is assessed")
        program.press("c")
        program.focused(FIRST_TITLE, "建议核减")
        program.sees("1 不再要")
        program.press("1")
        program.sees(FIRST_TITLE, "每月 1 次 → 不再要", role="list item")
        screen.picture(screen.folder / "4-cut.png")
    assert read(ledger, CUT) == [("cut", "cancelled", 12, 0, "2026-11-24")]

    with Program(screen, (str(ledger),), NEXT_MONTH) as program:
        program.comes("新湖社区 - 明白账")
        paste(program, BACK_NOTICE, AGAIN_TITLE)
        program.press("Return")
        program.sees("像是又来了")
        screen.picture(screen.folder / "5-back.png")
        program.press("alt+1")
        program.focused("今天的事")
        program.sees(AGAIN_TITLE, "像是又来了", role="list item")
        screen.picture(screen.folder / "6-today.png")
        program.press("alt+5")
        program.focused("等研判的事")
        program.sees(AGAIN_TITLE, role="panel")
        program.sees(FIRST_TITLE, "像是又来了", role="list item")
        program.sees("与已核减的民政局“", "有 4 栏相同：年龄、身体状况、子女情况、自理能力")
        screen.picture(screen.folder / "7-alarm.png")
        program.press("b")  # it is the same: one key links both
        program.until(lambda: read(ledger, BACK) == [("2026-12-24",)], "it is noted as come back")
        program.sees(FIRST_TITLE, "又来了", role="list item")

    assert read(ledger, "PRAGMA integrity_check") == [("ok",)]
    assert [row for row in read(ledger, FLAGS) if row[0] == AGAIN_TITLE] == [
        (AGAIN_TITLE, "came_back", "accepted"),
        (AGAIN_TITLE, "no_document", "open"),
        (AGAIN_TITLE, "same_data", "open"),
    ]
    assert {state for title, _, state in read(ledger, FLAGS) if title == FIRST_TITLE} == {"accepted"}
    assert read(ledger, "SELECT count(*) FROM journal WHERE hash IS NULL") == [(0,)]
    looked_at(letter)


def looked_at(letter: Path) -> None:
    """The letter cites what forbids the ranking, and nothing that is known from reports alone."""
    if shutil.which("lowriter") is None or shutil.which("pdftotext") is None:
        return
    text = printed(letter)
    rules = {row["code"]: row for row in catalogue_rows("burden_rules")}
    cited = {code for code, row in rules.items() if row["rule_zh"] in text}
    assert FIRST_TITLE in text
    assert "{document_zh}：{rule_zh}".format_map(rules[RANKING]) in text
    assert len(cited) >= 3
    assert {rules[code]["confidence"] for code in cited} == {"verified"}
    assert Confidence.SECONDARY.words.zh not in text
