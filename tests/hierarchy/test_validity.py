"""What a document is on a given day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.levels import Level
from hierarchy.validity import Validity, begins_on, is_rule_in_force, is_worded_so, state_on

FIRST, LAST = date(2020, 3, 1), date(2023, 12, 31)
DAY = timedelta(days=1)


def edition(**fields: object) -> GoverningDocument:
    values: dict[str, object] = {
        "document": "resepolicy-2020",
        "title": "Resepolicy",
        "kind": "policy",
        "level": Level.POLICY,
        "status": Status.ADOPTED,
        **fields,
    }
    return GoverningDocument(**values)  # type: ignore[arg-type]


def test_an_adopted_policy_is_in_force_on_its_first_and_its_last_day() -> None:
    policy = edition(valid_from=FIRST, valid_to=LAST)
    assert state_on(policy, FIRST) is Validity.IN_FORCE
    assert state_on(policy, LAST) is Validity.IN_FORCE


def test_the_day_before_the_first_is_too_early_and_the_day_after_the_last_too_late() -> None:
    policy = edition(valid_from=FIRST, valid_to=LAST)
    assert state_on(policy, FIRST - DAY) is Validity.NOT_YET
    assert state_on(policy, LAST + DAY) is Validity.ENDED


def test_without_a_valid_from_date_the_day_of_the_decision_counts() -> None:
    policy = edition(date=FIRST)
    assert state_on(policy, FIRST - DAY) is Validity.NOT_YET
    assert state_on(policy, FIRST) is Validity.IN_FORCE


def test_a_valid_from_date_counts_rather_than_the_day_of_the_decision() -> None:
    policy = edition(date=FIRST, valid_from=FIRST + 30 * DAY)
    assert state_on(policy, FIRST) is Validity.NOT_YET


def test_a_law_without_dates_is_in_force() -> None:
    assert state_on(edition(level=Level.LAW, kind="lag"), FIRST) is Validity.IN_FORCE


def test_a_local_document_without_dates_is_unconfirmed_even_when_adopted() -> None:
    assert state_on(edition(), FIRST) is Validity.UNCONFIRMED


def test_a_superseded_edition_was_in_force_during_its_known_period() -> None:
    old = edition(status=Status.SUPERSEDED, valid_from=FIRST, valid_to=LAST)
    assert state_on(old, LAST) is Validity.IN_FORCE
    assert state_on(old, LAST + DAY) is Validity.SUPERSEDED


def test_a_superseded_edition_with_no_known_last_day_is_superseded_on_every_day() -> None:
    old = edition(status=Status.SUPERSEDED, valid_from=FIRST)
    assert state_on(old, FIRST) is Validity.SUPERSEDED


def test_a_repealed_law_was_in_force_up_to_its_last_day() -> None:
    law = edition(level=Level.LAW, status=Status.REPEALED, valid_to=LAST)
    assert state_on(law, LAST) is Validity.IN_FORCE
    assert state_on(law, LAST + DAY) is Validity.REPEALED


@pytest.mark.parametrize(
    ("status", "validity"),
    [(Status.PROPOSED, Validity.PROPOSED), (Status.REFERRED_BACK, Validity.REFERRED_BACK)],
)
def test_what_was_never_decided_is_not_in_force_whatever_its_dates(
    status: Status, validity: Validity
) -> None:
    assert state_on(edition(status=status, valid_from=FIRST), LAST) is validity


def test_an_unconfirmed_document_stays_unconfirmed_inside_its_dates() -> None:
    assert state_on(edition(status=Status.UNCONFIRMED, valid_from=FIRST), LAST) is Validity.UNCONFIRMED


def test_a_decision_that_depends_on_another_is_not_in_force_until_that_is_shown() -> None:
    conditional = edition(valid_from=FIRST, conditional_on="motsvarande beslut i grannregionen")
    assert state_on(conditional, LAST) is Validity.CONDITIONAL


def test_a_protocol_in_order_is_still_no_rule() -> None:
    protocol = edition(level=Level.BACKGROUND, kind="protokoll", date=FIRST)
    assert state_on(protocol, LAST) is Validity.IN_FORCE
    assert not is_rule_in_force(protocol, LAST)


DATES = st.dates(date(2000, 1, 1), date(2040, 12, 31))
EDITIONS = st.builds(
    edition,
    level=st.sampled_from(Level),
    status=st.sampled_from(Status),
    date=st.none() | DATES,
    valid_from=st.none() | DATES,
    valid_to=st.none() | DATES,
    conditional_on=st.none() | st.just("ett annat beslut"),
)
AFTER = {Validity.ENDED, Validity.SUPERSEDED, Validity.REPEALED}


def phase(validity: Validity) -> int:
    """0 before the period, 1 in it, 2 after it."""
    return 0 if validity is Validity.NOT_YET else 2 if validity in AFTER else 1


def test_a_wording_is_its_documents_from_its_first_day_to_its_last() -> None:
    first, last = date(2030, 7, 1), date(2031, 6, 30)
    wording = Provision("lag", "2 §", ("2 §",), None, 0, 1, valid_from=first, valid_to=last)
    days = (first - timedelta(1), first, last, last + timedelta(1))
    assert [is_worded_so(wording, day) for day in days] == [False, True, True, False]


def test_a_provision_without_days_of_its_own_is_always_worded_so() -> None:
    assert is_worded_so(Provision("lag", "2 §", ("2 §",), None, 0, 1), date(1900, 1, 1))


@given(EDITIONS, DATES, DATES)
def test_time_only_moves_a_document_forward(document: GoverningDocument, a: date, b: date) -> None:
    earlier, later = sorted((a, b))
    assert phase(state_on(document, earlier)) <= phase(state_on(document, later))


@given(EDITIONS, DATES)
def test_nothing_is_in_force_outside_its_dates(document: GoverningDocument, as_of: date) -> None:
    if state_on(document, as_of) is Validity.IN_FORCE:
        begins = begins_on(document)
        assert begins is None or begins <= as_of
        assert document.valid_to is None or as_of <= document.valid_to


@given(EDITIONS, DATES)
def test_only_what_was_decided_without_condition_is_a_rule_in_force(
    document: GoverningDocument, as_of: date
) -> None:
    if is_rule_in_force(document, as_of):
        assert document.status in {Status.ADOPTED, Status.SUPERSEDED, Status.REPEALED}
        assert document.conditional_on is None


@given(DATES, DATES)
def test_both_ends_of_any_period_are_inclusive(a: date, b: date) -> None:
    first, last = sorted((a, b))
    policy = edition(valid_from=first, valid_to=last)
    assert state_on(policy, first) is state_on(policy, last) is Validity.IN_FORCE


@given(st.dates(), st.dates(), st.sampled_from(Status))
def test_a_withdrawn_document_is_what_it_was_before_that_day_and_never_in_force_from_it(
    withdrawn: date, as_of: date, status: Status
) -> None:
    kept = edition(status=status, valid_from=FIRST)
    taken_away = edition(status=status, valid_from=FIRST, withdrawn=withdrawn)
    if as_of < withdrawn:
        assert state_on(taken_away, as_of) is state_on(kept, as_of)
    else:
        assert state_on(taken_away, as_of) is Validity.WITHDRAWN
        assert not is_rule_in_force(taken_away, as_of)
