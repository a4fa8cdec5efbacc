"""Lists, the bin and one entry whole, as a person reads them."""

from __future__ import annotations

import pytest
from tests.cli.conftest import Run

from mingbai.domain.figures import TABLE1

L = "a.mingbai"


def columns(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("  ") if cell.strip()]


def test_a_list_has_labels_above_it(filled: Run) -> None:
    head, line = filled("list", L, "task").splitlines()
    assert columns(head) == ["编号", "接收日期", "事项名称", "交办单位", "办结期限", "状态"]
    assert columns(line) == ["2026-A-0001", "2026-11-23", "上报重点人群台账", "民政局", "2026-11-27", "待办"]
    assert columns(filled("list", L, "task", language="en").splitlines()[0])[:2] == ["Number", "Received"]


def test_an_empty_list_says_so(filled: Run) -> None:
    assert filled("list", L, "task", "--where", "状态=作废") == "没有符合的记录\n"
    assert filled("list", L, "report", language="en") == "No matching entries\n"
    assert filled("list", L, "task", "--where", "状态=作废", "--json") == []


def test_issue_lines_show_what_came_of_them_and_hide_the_resident(filled: Run) -> None:
    masked = filled("list", L, "issue")
    assert "已解决" in masked
    assert "满意" in masked
    assert "诉求人" not in masked
    assert "王小红" in filled("list", L, "issue", "--full")


def test_rule_lines_show_the_gist_uncut(run: Run) -> None:
    for language, gist in (("zh", "gist"), ("en", "gist_en")):
        rules = run("list", L, "rule", "--json", language=language)
        lines = run("list", L, "rule", language=language).splitlines()[1:]
        assert len(lines) == len(rules)
        for rule, line in zip(rules, lines, strict=True):
            assert line.startswith(rule["code"])
            assert line.endswith(rule[gist].replace("\n", " "))


def test_flags_and_reports_are_readable(filled: Run) -> None:
    filled("flag", L, "2026-A-0001", "--reason", "与6月3日的报表栏目相同")
    filled("flag", L, "2026-A-0002", "--reason", "GD-DOC-1")
    head, own, rule = filled("list", L, "flag").splitlines()
    assert columns(head) == ["提示日期", "事项", "理由", "状态"]
    assert columns(own) == ["2026-11-24", "2026-A-0001 上报重点人群台账", "与6月3日的报表栏目相同", "待研判"]
    assert columns(rule)[1] == "2026-A-0002 环境周报"
    filled("report", L, "--month", "2026-11", "--out", "a.xlsx", "--send", "--to", "街道办")
    _, report = filled("list", L, "report").splitlines()
    assert columns(report) == ["2026-11", "1", "2026-11-24", "街道办"]


def test_titles_are_shown_up_to_fifty_columns(run: Run) -> None:
    for title in ("社" * 25, "社" * 26):
        run("add", L, "task", "received_on=今天", "department=民政局", f"title={title}")
    _, whole, cut = run("list", L, "task").splitlines()
    assert "社" * 25 in whole
    assert "社" * 24 + "…" in cut


def test_the_bin_is_listed_and_emptied_by_number(filled: Run) -> None:
    filled("bin", L, "2026-A-0001")
    assert filled("list", L, "task") == "没有符合的记录\n"
    assert filled("list", L, "issue", "--bin") == "没有符合的记录\n"
    for where in ("", "状态=待办", "重点人群"):
        assert [one["number"] for one in filled("list", L, "task", "--bin", "--where", where, "--json")] == [
            "2026-A-0001"
        ]
    assert filled("list", L, "task", "--bin", "--where", "状态=作废 or 路灯", code=1)
    assert filled("list", L, "task", "--bin", "--where", "路灯", "--json") == []
    assert "在回收站" in filled("show", L, "2026-A-0001").splitlines()[0]
    assert filled("change", L, "2026-A-0001", "title=x", code=1)
    assert filled("unbin", L, "2026-A-0001") == "已取回：2026-A-0001\n"
    assert filled("list", L, "task", "--json")[0]["number"] == "2026-A-0001"
    assert filled("unbin", L, "2026-A-0001", code=1) == "2026-A-0001 不在回收站里"


def test_an_entry_is_shown_whole_and_unmasked(filled: Run) -> None:
    story = "第一段。" * 100
    filled("change", L, "2026-A-0004", f"诉求内容={story}\n第二段", "满意度=不满意")
    lines = filled("show", L, "2026-A-0004").splitlines()
    assert lines[0] == "2026-A-0004  居民诉求"
    said = {line.split("  ")[0].strip(): line for line in lines}
    assert "王小红" in said["诉求人"]
    assert "13000001234" in said["联系电话"]
    assert story in said["诉求内容"]
    assert said["受理时间"].endswith("2026-11-20（周五） 09:30")
    assert [line for line in lines if line.strip() == "第二段"]
    assert lines[lines.index("办理经过") + 1].endswith("登记")
    assert "    满意度：满意 → 不满意" in lines


def test_an_entry_is_shown_with_flags_and_decisions(filled: Run) -> None:
    filled("flag", L, "2026-A-0001", "--reason", "GD-DOC-1", "--evidence", "栏目相同")
    filled("decide", L, "2026-A-0001", "--assessment", "可合并", "--basis", "联席会议答复")
    text = filled("show", L, "2026-A-0001")
    rule = filled("list", L, "rule", "--where", "编码=GD-DOC-1", "--json")[0]
    for part in (
        rule["gist"],
        rule["source"],
        "证据：栏目相同",
        "可合并（尚未执行）",
        "依据或说明：联席会议答复",
    ):
        assert part in text
    english = filled("show", L, "2026-A-0001", language="en")
    assert rule["gist_en"] in english
    assert "Merge (not carried out yet)" in english


def test_a_decision_on_what_recurs_is_shown_with_each_occurrence(filled: Run) -> None:
    filled("decide", L, "2026-A-0002", "--assessment", "cut", "--method", "rarer", "--times-after", "12")
    filled("came", L, "2026-A-0002", "2026-W47")
    number = filled("list", L, "task", "--json")[-1]["number"]
    assert "每年 52 次 → 12 次" in filled("show", L, number)
    assert len(filled("show", L, number, "--json")["decisions"]) == 1


def test_an_entry_for_programs_holds_everything(filled: Run) -> None:
    filled("change", L, "2026-A-0004", "phone=13000009999")
    shown = filled("show", L, "2026-A-0004", "--json")
    assert (shown["register"], shown["in_bin"], shown["resident"]) == ("issue", False, "王小红")
    assert [step["deed"] for step in shown["history"]] == ["add", "change"]
    assert shown["history"][1]["changes"] == {"phone": ["13000001234", "13000009999"]}


def test_found_entries_stand_under_their_register(filled: Run) -> None:
    register, head, line = filled("find", L, "重点人群").splitlines()
    assert (register, columns(head)[0], columns(line)[0]) == ("上级交办", "编号", "2026-A-0001")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_figures_have_names_and_no_codes(filled: Run, language: str) -> None:
    lines = filled("figures", L, "--month", "2026-11", language=language).splitlines()
    headings = [line for line in lines[1:] if not line.startswith(" ")]
    assert headings == (
        [*(words.zh for words, _ in TABLE1), "其他"]
        if language == "zh"
        else [*(words.en for words, _ in TABLE1), "Further"]
    )
    text = "\n".join(lines)
    for code in filled("figures", L, "--month", "2026-11", "--json"):
        assert code not in text
    for stiff in (" no.", "wk days", "persons", "其中：报表材料数据  —"):
        assert stiff not in text
    first = columns(lines[2])
    assert first[:2] == (["收到上级交办", "1 件"] if language == "zh" else ["Assignments received", "1"])
