"""Letters about an entry: they say what is sure, blame nobody, and name no resident."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.desk.lettering import LANGUAGES, everything, switch_on, task, text

from mingbai.desk import records, review
from mingbai.desk.citing import quotable
from mingbai.desk.flagged import flagged
from mingbai.desk.letters import draft_letter, file_name, numeral, save_letter
from mingbai.desk.live_flags import refresh_all
from mingbai.desk.review import Verdict
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.certificate_type import CERTIFICATE_TYPES, CertificateType, Confidence
from mingbai.domain.demand import DEMANDS
from mingbai.domain.issue import ISSUES
from mingbai.domain.letter import LetterKind
from mingbai.domain.place import PLACES
from mingbai.domain.plaque import PLAQUES
from mingbai.domain.review import Assessment, Method
from mingbai.domain.rule import RULES, Rule
from mingbai.domain.words import Mistake
from mingbai.ledger.ledger import Entry, Ledger


def certificate(ledger: Ledger, today: date, name: str = "亲属关系证明", **more: object) -> Entry:
    draft = {"asked_on": "2026-11-20", "certificate": name, "outcome": "不予出具", **more}
    return records.add(ledger, CERTIFICATES, draft, today=today)


def test_a_letter_to_the_joint_office_says_what_came_what_was_seen_and_what_is_suggested(
    ledger: Ledger, today: date
) -> None:
    entry = task(ledger, today, due_on="2026-11-27", kind="报表", document="未见")
    review.flag(ledger, entry, "APP26-1", evidence="与6月3日报送的表格有9栏相同", today=today)
    review.decide(ledger, entry, Verdict(assessment=Assessment.MERGE, basis="同一批人"), today=today)
    draft = draft_letter(ledger, entry, LetterKind.JOINT, language="zh", today=today)
    letter = draft.letter
    assert letter.title == "关于商请核实“上报重点人群台账”有关事项的函"
    assert (letter.addressee, letter.sender, letter.day) == ("联席会议办公室", "新湖社区居民委员会", today)
    assert letter.paragraphs == (
        f"2026年11月20日，我社区收到民政局交办的“上报重点人群台账”（登记编号{entry.number}）。"
        "现将有关情况函告如下，商请予以核实。",
        "一、事项情况",
        "办结期限：2026年11月27日；报送形式：报表；文（编）号：未见。",
        "二、梳理情况",
        "与6月3日报送的表格有9栏相同。",
        "三、有关规定",
        "《政务移动互联网应用程序规范化管理办法》（国办函〔2026〕12号）不得出现的情形（一）："
        "不得随意或重复要求基层填表报数交材料。",
        "以上为内容要点，以文件原文为准。",
        "四、有关建议",
        "建议按合并办理：同类事项合并进行，材料一次报送，有关部门共用。",
        "理由：同一批人。",
        "以上情况，商请核实并函复。核实期间，我社区仍按现行要求办理。特此函商。",
    )
    assert draft.left_out == ()


def test_the_same_in_english_has_no_chinese_but_the_names_people_gave(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today, "Key-groups register", due_on="2026-11-27", kind="报表", asks="照片")
    review.flag(ledger, entry, "APP26-1", evidence="Nine columns as on 3 June", today=today)
    letter = draft_letter(ledger, entry, LetterKind.JOINT, language="en", today=today).letter
    assert letter.title == "Request to verify “Key-groups register”"
    assert letter.paragraphs[0] == (
        "On 20 November 2026 our community received “Key-groups register” from Civil Affairs Bureau "
        f"(our number {entry.number}). What we know is set out below; please verify it."
    )
    assert letter.paragraphs[1:4] == (
        "1. The matter",
        "Due: 27 November 2026; Kind: Form; Also asks for: Photo or trace.",
        "2. What was noticed",
    )
    plain = "\n".join(letter.paragraphs).replace("(《政务移动互联网应用程序规范化管理办法》)", "")
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in plain)


def test_no_letter_cites_a_rule_that_is_not_verified_or_not_in_use(ledger: Ledger, today: date) -> None:
    cited = 0
    for held in ledger.entries(RULES):
        rule: Rule = held.record
        entry = task(ledger, today)
        flag = review.flag(ledger, entry, rule.code, today=today)
        # What a flag cites becomes the basis of a decision; from there it must not get in either.
        review.decide(ledger, entry, Verdict(assessment=Assessment.CUT), today=today)
        short = flagged(ledger, [flag])[0].short
        told = everything(ledger, entry, today)
        sure = rule.confidence is Confidence.VERIFIED and rule.in_use
        if quotable(rule, today):
            assert sure
            assert rule.gist in told
            assert rule.gist_en.rstrip(".") in told
            cited += 1
        else:
            for words in (
                rule.code,
                rule.gist,
                rule.gist_en,
                rule.source,
                rule.source_en,
                short.zh,
                short.en,
            ):
                assert words not in told, rule.code
            assert draft_letter(ledger, entry, LetterKind.JOINT, language="zh", today=today).left_out
    assert cited > 10


def test_a_local_rule_is_cited_once_it_is_in_use_but_never_one_known_from_reports(
    ledger: Ledger, today: date
) -> None:
    rules = {str(held.stored["code"]): held for held in ledger.entries(RULES)}
    for code, cited in (("HN8-1", True), ("HN8-5", False)):
        switch_on(ledger, rules[code])
        entry = task(ledger, today)
        review.flag(ledger, entry, code, today=today)
        assert (str(rules[code].stored["gist"]) in everything(ledger, entry, today)) is cited


def test_a_rule_that_no_longer_holds_is_not_cited(ledger: Ledger, today: date) -> None:
    rule = next(held for held in ledger.entries(RULES) if held.stored["code"] == "APP26-1")
    with ledger.act("change") as act:
        act.change(RULES, rule.uid, {"valid_to": "2026-11-23"})
    entry = task(ledger, today)
    review.flag(ledger, entry, "APP26-1", today=today)
    assert str(rule.stored["gist"]) not in everything(ledger, entry, today)


def test_no_letter_blames_anybody(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today)
    for held in ledger.entries(RULES):
        review.flag(ledger, entry, str(held.stored["code"]), today=today)
    review.flag(ledger, entry, "民政局违规摊派", today=today)
    for assessment in Assessment:
        review.decide(ledger, entry, Verdict(assessment=assessment), today=today)
        for word in ("违规", "违纪", "违法", "问责", "violat", "breach"):
            assert word not in everything(ledger, entry, today)


def test_what_was_not_written_is_told_with_its_reason(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today)
    for reason in ("GD-INS-3", "HN8-1", "XB-1", "违规摊派"):
        review.flag(ledger, entry, reason, today=today)
    left = draft_letter(ledger, entry, LetterKind.JOINT, language="zh", today=today).left_out
    assert [words.zh for words in left] == [
        "“摊派指标”的依据没有写进去：其他地方的规定，本地未启用",
        "“摊派征订”的依据没有写进去：这样写像是在指责对方",
        "自己写的理由没有写进去：这样写像是在指责对方",
        "“频繁填报”的依据没有写进去：报道所见，请核对原文",
    ]


def test_what_was_noticed_is_said_in_sentences_with_written_dates(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today, received_on="2026-11-24", due_on="2026-11-25", kind="FRM", asks="照片")
    refresh_all(ledger, today=today)
    said = text(ledger, entry, today)
    assert "要求中有拍照留痕。" in said, "it says nowhere so: no quotation marks"
    assert "11月24日收到，11月25日到期，只隔一个工作日。" in said
    assert "所收材料中未见文号或者备案号。" in said
    assert "不得随意或重复要求基层填表" not in said
    left = draft_letter(ledger, entry, LetterKind.JOINT, language="zh", today=today).left_out
    assert "“期限过紧”的依据没有写进去：没有专门的条文" in [words.zh for words in left]
    assert "25 November 2026" in text(ledger, entry, today, language="en")


def test_what_was_noted_is_quoted_in_the_words_of_the_notice(ledger: Ledger, today: date) -> None:
    note = "请各社区与居民签订安全承诺书，于周五前报送。"
    entry = task(ledger, today, "安全生产月工作", kind="FRM", asks="责任状", note=note)
    refresh_all(ledger, today=today)
    (line,) = [one for one in text(ledger, entry, today).splitlines() if "要求中有" in one]
    quoted = line.split("“")[1].split("”")[0]
    assert "承诺书" in quoted
    assert quoted in note


def test_only_words_of_the_entry_stand_in_quotation_marks(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today, title="上传入户照片，拍照留痕", kind="FRM", asks="照片")
    refresh_all(ledger, today=today)
    said = text(ledger, entry, today)
    quoted = re.findall("要求中有“([^”]*)”", said)
    assert quoted
    assert all(part in "上传入户照片，拍照留痕" for words in quoted for part in words.split("…"))


def test_a_dismissed_flag_is_not_in_the_letter(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today)
    review.flag(ledger, entry, "APP26-1", evidence="九栏相同", today=today)
    review.decide(ledger, entry, Verdict(assessment=Assessment.NEEDED), today=today)
    told = text(ledger, entry, today)
    assert "九栏相同" not in told
    assert "国办函" not in told
    assert "确有必要" in told


def test_a_certificate_names_list_and_usual_route_but_no_resident(ledger: Ledger, today: date) -> None:
    entry = certificate(
        ledger, today, applicant="欧阳小明", phone="13000001234", demanded_by="某银行", note="住3栋2单元"
    )
    review.flag(ledger, entry, "CERT-2", evidence="欧阳小明第二次来，电话 13000001234", today=today)
    told = text(ledger, entry, today, LetterKind.DEPARTMENT)
    assert "有居民应贵单位要求，向我社区申请出具“亲属关系证明”" in told
    assert "有居民应某银行要求" in text(ledger, entry, today)
    assert "能否以法定证件、部门核验或者告知承诺代替" in told
    assert "列入不予出具清单，见《关于改进和规范" in told
    assert "一般可向公安派出所、公证机构咨询，以当地为准。" in told
    assert "\n某银行\n" in told
    for language in LANGUAGES:
        for kind in LetterKind:
            said = text(ledger, entry, today, kind, language)
            for personal in ("欧阳小明", "13000001234", "3栋"):
                assert personal not in said


def test_a_route_is_never_a_certainty_in_a_letter(ledger: Ledger, today: date) -> None:
    said = {"zh": "咨询，以当地为准", "en": "; local rules apply"}
    routes = 0
    for held in ledger.entries(CERTIFICATE_TYPES):
        kind: CertificateType = held.record
        if not kind.in_use or not kind.authority:
            continue
        entry = certificate(ledger, today, kind.name)
        for language in LANGUAGES:
            whom = kind.authority if language == "zh" else kind.authority_en
            told = text(ledger, entry, today, LetterKind.DEPARTMENT, language)
            for paragraph in told.splitlines():
                if whom in paragraph and len(whom) > 4:
                    assert said[language] in paragraph, kind.code
                    routes += 1
    assert routes > 10


def test_what_the_catalogue_is_not_sure_of_is_no_fact_in_a_letter(ledger: Ledger, today: date) -> None:
    for held in ledger.entries(CERTIFICATE_TYPES):
        kind = held.record
        entry = certificate(ledger, today, kind.name)
        told = everything(ledger, entry, today)
        sure = kind.in_use and kind.confidence is Confidence.VERIFIED
        if not sure:
            assert kind.source not in told, kind.name
        if kind.alternative:
            assert kind.alternative not in told
        if kind.authority and kind.authority in told:
            assert f"一般可向{kind.authority}咨询，以当地为准" in told


def test_every_assessment_of_a_recurring_assignment_gives_its_suggestion(ledger: Ledger, today: date) -> None:
    draft = {"title": "环境周报", "department": "街道办", "period": "每周", "minutes": "90"}
    entry = records.add(ledger, DEMANDS, draft, today=today)
    seen = {text(ledger, entry, today)}
    assert "安排我社区每周办理“环境周报”" in min(seen)
    for assessment in Assessment:
        review.decide(ledger, entry, Verdict(assessment=assessment), today=today)
        seen.add(text(ledger, entry, today))
    assert len(seen) == len(Assessment)
    verdict = Verdict(assessment=Assessment.CUT, method=Method.RARER, times_after=12)
    review.decide(ledger, entry, verdict, today=today)
    assert "自2026年11月24日起按“降低频次”办理" in text(ledger, entry, today)


def test_a_recurring_assignment_comes_as_often_as_was_agreed_from_the_agreed_day_on(
    ledger: Ledger, today: date
) -> None:
    draft = {"title": "环境周报", "department": "街道办", "period": "每周"}
    entry = records.add(ledger, DEMANDS, draft, today=today)
    begins = date(2026, 12, 1)
    rarer = Verdict(
        assessment=Assessment.SIMPLIFY, method=Method.RARER, times_after=12, effective_from=begins
    )
    review.decide(ledger, entry, rarer, today=today)
    for day, often, often_en in ((today, "每周", "weekly"), (begins, "每月", "monthly")):
        told, told_en = text(ledger, entry, day), text(ledger, entry, day, language="en")
        assert f"安排我社区{often}办理“环境周报”" in told
        assert f"频次：{often}" in told
        assert f"{often_en} (our number" in told_en
        assert f"How often: {often_en.capitalize()}" in told_en


def test_what_is_cut_does_not_go_on_as_asked(ledger: Ledger, today: date) -> None:
    draft = {"title": "环境周报", "department": "街道办", "period": "每周"}
    entry = records.add(ledger, DEMANDS, draft, today=today)
    assert "核实期间，我社区仍按现行要求办理" in text(ledger, entry, today)
    cut = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=today)
    review.decide(ledger, entry, cut, today=today)
    for day, came in (
        (today, "“环境周报” is asked of our community by"),
        (date(2026, 12, 8), "“环境周报” used to be asked of our community by"),
    ):
        told, told_en = text(ledger, entry, day), text(ledger, entry, day, language="en")
        assert "仍按现行" not in told
        assert "商请予以确认并函复" in told
        assert "goes on as asked" not in told_en
        assert "Please confirm the above" in told_en
        assert came in told_en
        assert "自2026年11月24日起不再要求办理" in told
        assert "From 24 November 2026 on it is no longer asked" in told_en


def test_of_what_is_bounded_is_said_from_when_to_when(ledger: Ledger, today: date) -> None:
    draft = {"title": "消防日报", "department": "街道办", "period": "每日", "ends_on": "2026-12-11"}
    entry = records.add(ledger, DEMANDS, {**draft, "starts_on": "2026-11-30"}, today=today)
    assert "安排我社区自2026年11月30日至2026年12月11日每日办理" in text(ledger, entry, today)
    english = text(ledger, entry, today, language="en")
    assert "daily from 30 November 2026 to 11 December 2026 (our number" in english


def test_a_letter_on_a_plaque_names_who_asks_and_promises_nothing_it_does_not_say(
    ledger: Ledger, today: date
) -> None:
    entry = records.add(ledger, PLAQUES, {"title": "反诈工作站", "department": "派出所"}, today=today)
    told, told_en = text(ledger, entry, today), text(ledger, entry, today, language="en")
    assert "我社区按派出所要求挂有“反诈工作站”牌子" in told
    assert "现将有关建议函告如下" in told
    assert "一、" not in told
    assert "asked for by" in told_en
    assert "set out below" not in told_en
    assert "1. " not in told_en
    review.decide(ledger, entry, Verdict(assessment=Assessment.CUT), today=today)
    assert "建议取下该牌子" in text(ledger, entry, today)
    assert "We suggest taking it down." in text(ledger, entry, today, language="en")
    hung = {"title": "文明社区", "department": "街道办", "hung_on": "2024-05-06"}
    dated = records.add(ledger, PLAQUES, hung, today=today)
    assert "Hung on: 6 May 2024." in text(ledger, dated, today, language="en")


def test_of_a_plaque_is_said_that_it_hangs_and_not_that_it_is_done(ledger: Ledger, today: date) -> None:
    entry = records.add(ledger, PLAQUES, {"title": "智慧社区示范点"}, today=today)
    review.flag(ledger, entry, "VIL-1", evidence="智慧社区示范点", today=today)
    told, told_en = text(ledger, entry, today), text(ledger, entry, today, language="en")
    assert "我社区挂有“智慧社区示范点”牌子" in told
    assert "该牌子是否确需悬挂" in told
    assert "梳理情况" not in told, "its name alone is nothing that was noticed"
    assert "\n智慧社区示范点" not in told
    for said in ("goes on as asked", "needs to do this", "What was noticed"):
        assert said not in told_en
    assert "仍按现行" not in told


def test_words_of_the_entry_as_evidence_become_a_sentence_once(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today)
    review.flag(ledger, entry, "要求中有“打卡”“接龙”。", evidence="“打卡”“接龙”", today=today)
    assert text(ledger, entry, today).count("“打卡”“接龙”") == 1
    assert "\n要求中有“打卡”“接龙”。\n" in text(ledger, entry, today)


def test_only_what_is_handed_in_can_be_shared_instead(ledger: Ledger, today: date) -> None:
    for kind, shared in (("报表", True), ("报刊征订", False)):
        entry = task(ledger, today, kind=kind)
        review.decide(ledger, entry, Verdict(assessment=Assessment.CUT), today=today)
        assert ("共享" in text(ledger, entry, today)) is shared


def test_a_note_for_the_file_keeps_the_assessments(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today)
    assert "尚未研判。" in text(ledger, entry, today, LetterKind.FILE)
    review.decide(ledger, entry, Verdict(assessment=Assessment.CUT, basis="同一批数据"), today=today)
    letter = draft_letter(ledger, entry, LetterKind.FILE, language="zh", today=today).letter
    assert letter.addressee == ""
    assert any("建议核减（尚未执行）" in line and "理由：同一批数据。" in line for line in letter.paragraphs)


def test_a_village_speaks_as_a_village(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today)
    place = ledger.entries(PLACES)[0]
    with ledger.act("change") as act:
        act.change(PLACES, place.uid, {"name": "明山村", "kind": "village"})
    told = text(ledger, entry, today)
    assert "我村收到" in told
    assert told.endswith("明山村村民委员会")
    assert "社区" not in told


def test_what_is_not_reviewed_has_no_letter(ledger: Ledger, today: date) -> None:
    draft = {"accepted_at": "2026-11-24 9:30", "title": "路灯不亮"}
    entry = records.add(ledger, ISSUES, draft, today=today)
    with pytest.raises(Mistake):
        draft_letter(ledger, entry, LetterKind.JOINT, language="zh", today=today)


def test_an_edited_letter_is_saved_as_it_stands(ledger: Ledger, today: date, tmp_path: Path) -> None:
    letter = draft_letter(ledger, task(ledger, today), LetterKind.JOINT, language="zh", today=today).letter
    path = tmp_path / file_name(letter)
    assert path.name == "关于商请核实 上报重点人群台账 有关事项的函.docx"
    save_letter(replace(letter, paragraphs=("改成这样。",)), path)
    with ZipFile(path) as package:
        assert "改成这样。" in package.read("word/document.xml").decode()


def test_long_words_of_people_stay_whole(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today, "关于“" + "长" * 150 + "”的通知")
    told = text(ledger, entry, today)
    assert "“关于‘" + "长" * 150 + "’的通知”" in told


def test_numerals_as_headings_have_them() -> None:
    given = (1, 9, 10, 11, 20, 21, 99)
    assert [numeral(n) for n in given] == ["一", "九", "十", "十一", "二十", "二十一", "九十九"]
