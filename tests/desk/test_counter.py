"""The counter's answers, the slip for the resident, and what is recorded of a request."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mingbai.desk.certificate_slip import slip_of
from mingbai.desk.certificates import counter, shipped_kinds, source_of
from mingbai.desk.counter import (
    BASIS,
    NONE_OF_THEM,
    WHO,
    CounterAnswer,
    Request,
    answer_of,
    answers_to,
    month_told,
    record_request,
    requests_of,
)
from mingbai.desk.places import month_of, place_of
from mingbai.domain.certificate import Outcome
from mingbai.domain.certificate_type import Answer, Confidence
from mingbai.domain.place import Place, PlaceKind
from mingbai.domain.words import Language, Mistake
from mingbai.ledger.ledger import Ledger
from mingbai.rules.counter.counter import Meant

KINSHIP = shipped_kinds()["1"]
REPORTED = [kind for kind in shipped_kinds().values() if kind.confidence is Confidence.SECONDARY]
ON = date(2026, 11, 24)
PLACES = {"zh": Place(name="新湖社区"), "en": Place(name="Xinhu Community")}
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def text_of(answer: CounterAnswer, language: Language = "zh", **typed: str) -> str:
    return slip_of(answer, PLACES[language], ON, language, **typed).text


def line(answer: CounterAnswer, label: object) -> str:
    return next(one.text.zh for one in answer.lines if one.label is label)


# Answers.


def test_what_may_not_be_issued_says_whom_to_ask_and_where_it_is_written() -> None:
    answer = answer_of(KINSHIP)
    assert answer.said.zh == "不予出具"
    assert line(answer, WHO) == "一般可向公安派出所、公证机构咨询，以当地为准"
    assert line(answer, BASIS).endswith("第 1 项（全国）")
    assert answer.verified


def test_a_list_of_another_place_answers_nothing_here() -> None:
    answer = answer_of(shipped_kinds()["HB-20"])
    assert (answer.answer, answer.said.zh, answer.outcome) == (Answer.NEITHER, "本地未启用", None)
    assert "第 20 项（湖北）" in line(answer, BASIS)
    assert "Hubei" in answer.lines[0].text.en


def test_a_number_that_is_only_ours_is_not_shown_as_the_list_s() -> None:
    assert "NAT" not in line(answer_of(shipped_kinds()["NAT-1"]), BASIS)


def test_what_is_sure_stands_almost_alone_and_what_is_not_leaves_a_way_out() -> None:
    sure = counter().meant("志愿服务记录证明")
    assert len(sure.matches) > 1
    assert [one.kind for one in answers_to(sure)] == [shipped_kinds()["NAT-1"]]
    assert answers_to(counter().meant("亲属关系证明"))[0].kind == KINSHIP
    assert answers_to(counter().meant("qsgx"))[-1] is NONE_OF_THEM


def test_what_is_only_a_little_alike_is_not_the_first() -> None:
    meant = counter().meant("张三李四")
    assert meant.matches
    assert answers_to(meant)[0] is NONE_OF_THEM
    assert answers_to(Meant(None, ())) == (NONE_OF_THEM,)


# The slip.


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", REPORTED, ids=lambda kind: kind.code)
def test_a_rule_known_only_from_reports_is_never_cited(kind, language: Language) -> None:
    told = text_of(answer_of(replace(kind, in_use=True)), language)
    source = source_of(kind)
    assert source.into(language)
    assert source.into(language) not in told
    assert source.into(language) in text_of(
        answer_of(replace(kind, in_use=True, confidence=Confidence.VERIFIED)), language
    )


@pytest.mark.parametrize("kind", shipped_kinds().values(), ids=lambda kind: kind.code)
def test_a_route_is_never_a_certainty(kind) -> None:
    told = text_of(answer_of(replace(kind, in_use=True)))
    if kind.answer is Answer.NOT_TO_ISSUE and kind.authority:
        assert f"一般可向{kind.authority}咨询，以当地为准。" in told
    assert "一般可向" not in told or "以当地为准" in told


def test_the_slip_of_a_verified_item_cites_list_and_number() -> None:
    slip = slip_of(answer_of(KINSHIP), PLACES["zh"], ON, "zh", handler="李梅")
    assert slip.title == "证明事项一次性告知单"
    assert "附件（第一批）第 1 项，本社区不予出具。" in slip.paragraphs[0]
    assert slip.contact == "经办：李梅"
    assert (slip.signed, slip.on) == ("新湖社区居民委员会", "2026年11月24日")


def test_the_slip_in_english() -> None:
    slip = slip_of(answer_of(KINSHIP), PLACES["en"], ON, "en")
    assert slip.title == "Certificate request: what to do instead"
    assert "item 1 of Guiding Opinions" in slip.paragraphs[0]
    assert (slip.contact, slip.on) == ("", "24 November 2026")


def test_the_only_name_on_it_is_the_one_typed() -> None:
    assert text_of(answer_of(KINSHIP)).splitlines()[1] == "居民您好："
    assert text_of(answer_of(KINSHIP), applicant=" 刘女士 ").splitlines()[1] == "刘女士："


def test_a_list_the_place_wrote_down_itself_is_cited_without_a_number() -> None:
    own = replace(KINSHIP, code="", confidence=None, source="本县清单")
    assert "已列入本县清单，本社区不予出具" in text_of(answer_of(own))


def test_a_village_speaks_of_itself_as_one() -> None:
    village = Place(name="河东村", kind=PlaceKind.VILLAGE)
    slip = slip_of(answer_of(KINSHIP), village, ON, "zh")
    assert "本村不予出具" in slip.text
    assert slip.signed == "河东村村民委员会"


def test_on_neither_list_the_questions_go_home_with_the_resident() -> None:
    told = text_of(NONE_OF_THEM, name="遛弯证明")
    assert "“遛弯证明”不在本社区已启用的清单上" in told
    assert "由谁要；依据哪一份文件；能否用证件或书面承诺代替" in told


# Recording.


def test_a_request_is_recorded_with_answer_and_route(ledger: Ledger, today: date) -> None:
    entry = record_request(ledger, Request("亲属关系证明", Outcome.DECLINED, demanded_by="银行"), today=today)
    record = entry.record
    assert (record.answer, record.outcome) == (Answer.NOT_TO_ISSUE, Outcome.DECLINED)
    assert record.route == "一般可向公安派出所、公证机构咨询，以当地为准"
    assert (record.demanded_by, record.minutes, record.handler) == ("银行", None, None)
    assert [one.uid for one in requests_of(ledger, today)] == [entry.uid]


def test_a_certificate_without_a_name_is_not_recorded(ledger: Ledger, today: date) -> None:
    with pytest.raises(Mistake):
        record_request(ledger, Request("  "), today=today)
    assert requests_of(ledger, today) == []


def test_the_month_is_told_in_one_line(ledger: Ledger, today: date) -> None:
    month = month_of(ledger, "2026-11")
    assert month_told(ledger, month, today).zh == ""
    record_request(ledger, Request("亲属关系证明", Outcome.DECLINED), today=today)
    record_request(ledger, Request("志愿服务记录证明", Outcome.STAMPED), today=today)
    assert month_told(ledger, month, today).zh == "本月 2 次，不予出具 1 次"
    assert place_of(ledger).name == "新湖社区"
