"""Recording, changing, closing; names made on first use; what follows from the rest."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk import records
from mingbai.desk.glossary import Glossary
from mingbai.domain.certificate import CERTIFICATES, Outcome
from mingbai.domain.certificate_type import CERTIFICATE_TYPES, Answer
from mingbai.domain.demand import DEMANDS, MinutesSource
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.field import Refused
from mingbai.domain.issue import ISSUES
from mingbai.domain.staff import STAFF
from mingbai.domain.task import TASKS, Status
from mingbai.domain.words import Mistake
from mingbai.ledger.check import check
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.store import Changed, Taken
from mingbai.ledger.undo import undo

TASK = {"received_on": "2026-11-23", "department": "民政局", "title": "上报重点人群台账"}


def test_four_fields_make_an_assignment(ledger: Ledger, today: date) -> None:
    entry = records.add(ledger, TASKS, TASK | {"due_on": "周五"}, today=today)
    assert entry.number == "2026-A-0001"
    assert entry.record.due_on == date(2026, 11, 27)
    assert entry.record.status is Status.TODO


def test_a_unit_is_known_by_every_name_it_has(ledger: Ledger, today: date) -> None:
    uids = {
        records.add(ledger, TASKS, TASK | {"department": name}, today=today).record.department
        for name in ("民政局", "Civil Affairs", "Civil Affairs Bureau")
    }
    assert len(uids) == 1
    assert Glossary(ledger, today).show(uids.pop(), "en") == "Civil Affairs Bureau"


def test_a_unit_is_made_when_first_named_and_gone_when_undone(ledger: Ledger, today: date) -> None:
    before = len(ledger.entries(DEPARTMENTS))
    first = records.add(ledger, TASKS, TASK | {"department": "白鹭洲管委会"}, today=today)
    again = records.add(ledger, TASKS, TASK | {"department": "白鹭洲管委会"}, today=today)
    assert first.record.department == again.record.department
    undo(ledger)
    assert len(ledger.entries(DEPARTMENTS)) == before + 1
    undo(ledger)
    assert len(ledger.entries(DEPARTMENTS)) == before


def test_nobody_becomes_a_colleague_by_being_named(ledger: Ledger, today: date) -> None:
    with pytest.raises(Refused, match="staff list"):
        records.add(ledger, TASKS, TASK | {"owner": "李梅"}, today=today)
    entry = records.add(ledger, TASKS, TASK, today=today)
    with pytest.raises(Refused, match="staff list"):
        records.change(ledger, entry, {"owner": "李梅"}, today=today)
    assert not ledger.entries(STAFF)
    records.add(ledger, STAFF, {"name": "李梅"}, today=today)
    assert records.change(ledger, entry, {"owner": "李梅"}, today=today).record.owner is not None


def test_a_refused_draft_creates_nothing(ledger: Ledger, today: date) -> None:
    before = len(ledger.entries(DEPARTMENTS))
    with pytest.raises(Refused):
        records.add(ledger, TASKS, {"department": "白鹭洲管委会", "title": "x"}, today=today)
    assert len(ledger.entries(DEPARTMENTS)) == before
    assert not ledger.entries(TASKS)


def test_done_and_its_day_follow_each_other(ledger: Ledger, today: date) -> None:
    done = records.add(ledger, TASKS, TASK | {"done_on": "11-24"}, today=today)
    assert done.record.status is Status.DONE
    entry = records.add(ledger, TASKS, TASK, today=today)
    assert records.change(ledger, entry, {"status": "办结"}, today=today).record.done_on == today
    entry = records.add(ledger, TASKS, TASK, today=today)
    assert records.change(ledger, entry, {"done_on": "昨天"}, today=today).record.status is Status.DONE


def test_a_change_of_something_stale_is_refused(ledger: Ledger, today: date) -> None:
    entry = records.add(ledger, TASKS, TASK, today=today)
    records.change(ledger, entry, {"title": "一"}, today=today, rev=entry.rev)
    with pytest.raises(Changed):
        records.change(ledger, entry, {"title": "二"}, today=today, rev=entry.rev)
    assert records.by_number(ledger, entry.number).record.title == "一"


def test_a_change_names_every_wrong_field_and_saves_none(ledger: Ledger, today: date) -> None:
    entry = records.add(ledger, TASKS, TASK, today=today)
    with pytest.raises(Refused) as refused:
        records.change(
            ledger, entry, {"title": "新", "due_on": "待定", "shape": "圆", "status": "?"}, today=today
        )
    assert {problem.field for problem in refused.value.problems} == {"due_on", "shape", "status"}
    assert records.by_number(ledger, entry.number).rev == 1


def test_a_required_field_cannot_be_emptied(ledger: Ledger, today: date) -> None:
    entry = records.add(ledger, TASKS, TASK, today=today)
    with pytest.raises(Refused):
        records.change(ledger, entry, {"title": "  "}, today=today)


def test_a_certificate_learns_its_answer_and_route_from_the_catalogue(ledger: Ledger, today: date) -> None:
    draft = {"asked_on": "今天", "certificate": "亲属关系证明", "outcome": "不予出具"}
    declined = records.add(ledger, CERTIFICATES, draft, today=today).record
    assert declined.answer is Answer.NOT_TO_ISSUE
    assert declined.route.startswith("一般可向")
    assert declined.route.endswith("以当地为准")
    english = records.add(ledger, CERTIFICATES, draft, today=today, language="en").record
    assert english.route.endswith("local rules apply")


def test_an_unknown_certificate_is_on_neither_list(ledger: Ledger, today: date) -> None:
    draft = {"asked_on": "今天", "certificate": "热爱生活证明", "outcome": "deliberated"}
    record = records.add(ledger, CERTIFICATES, draft, today=today).record
    assert (record.answer, record.outcome, record.route) == (Answer.NEITHER, Outcome.DELIBERATED, "")
    assert "热爱生活证明" in [entry.record.name for entry in ledger.entries(CERTIFICATE_TYPES)]


def test_a_list_item_that_is_switched_off_answers_nothing(ledger: Ledger, today: date) -> None:
    kind = next(e for e in ledger.entries(CERTIFICATE_TYPES) if e.record.code == "M01")
    assert not kind.record.in_use
    draft = {"asked_on": "今天", "certificate": kind.record.name, "outcome": "stamped"}
    assert records.add(ledger, CERTIFICATES, draft, today=today).record.answer is Answer.NEITHER


def test_minutes_of_recurring_work_say_how_they_are_known(ledger: Ledger, today: date) -> None:
    draft = {"title": "周报", "department": "街道办", "period": "每周", "kind": "报表"}
    assert records.add(ledger, DEMANDS, draft, today=today).record.minutes_source is MinutesSource.DEFAULT
    asked = records.add(ledger, DEMANDS, draft | {"minutes": "90"}, today=today).record
    assert asked.minutes_source is MinutesSource.ASKED
    timed = records.add(
        ledger, DEMANDS, draft | {"minutes": "90", "minutes_source": "计时"}, today=today
    ).record
    assert timed.minutes_source is MinutesSource.TIMED


def test_the_same_order_number_is_not_saved_twice(ledger: Ledger, today: date) -> None:
    draft = {"accepted_at": "今天 9:30", "title": "路灯不亮", "order_no": "20261124001"}
    records.add(ledger, ISSUES, draft, today=today)
    with pytest.raises(Taken):
        records.add(ledger, ISSUES, draft | {"title": "别的"}, today=today)
    assert len(ledger.entries(ISSUES)) == 1


def test_the_bin_takes_and_gives_back(ledger: Ledger, today: date) -> None:
    entry = records.add(ledger, TASKS, TASK, today=today)
    records.put_into_bin(ledger, entry)
    assert not ledger.entries(TASKS)
    records.take_out_of_bin(ledger, entry)
    assert [e.number for e in ledger.entries(TASKS)] == [entry.number]


def test_closing_is_one_step(ledger: Ledger, today: date) -> None:
    task = records.close_task(ledger, records.add(ledger, TASKS, TASK, today=today), today)
    assert (task.record.status, task.record.done_on) == (Status.DONE, today)
    undo(ledger)
    assert records.by_number(ledger, task.number).record.done_on is None


def test_personal_fields_are_masked_when_shown_in_lists(ledger: Ledger, today: date) -> None:
    draft = {"asked_on": "今天", "certificate": "亲属关系证明", "applicant": "张晓明", "phone": "13000001234"}
    entry = records.add(ledger, CERTIFICATES, draft, today=today)
    glossary = Glossary(ledger, today)
    fields = entry.register.fields
    assert "晓" not in records.shown(entry, fields["applicant"], glossary, "zh")
    assert "0000" not in records.shown(entry, fields["phone"], glossary, "zh")
    assert records.shown(entry, fields["applicant"], glossary, "zh", masked=False) == "张晓明"


def test_an_unknown_number_is_told_in_a_sentence(ledger: Ledger) -> None:
    with pytest.raises(Mistake) as mistake:
        records.by_number(ledger, "2026-A-9999")
    assert "2026-A-9999" in mistake.value.words.zh


def test_everything_recorded_leaves_the_ledger_whole(ledger: Ledger, today: date) -> None:
    records.add(ledger, TASKS, TASK, today=today)
    undo(ledger)
    assert not check(ledger).findings
