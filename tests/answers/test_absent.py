"""What a question names and the library lacks is answered only by a text that names it too."""

from answers.absent import Absent, absent_from
from index.acts import ActMention, mentioned_acts
from tests.answers.making import asked, document, scope

LAW = document("lag")
UNKNOWN = ActMention("jaktlagen", ())


def test_a_question_about_what_the_library_has_lacks_nothing() -> None:
    assert absent_from(asked("Får vi ta emot gåvor?"), scope(LAW)) is None


def test_a_text_that_names_the_act_may_tell_what_it_requires() -> None:
    absent = absent_from(asked("Vad kräver jaktlagen?"), scope(LAW, missing_acts=(UNKNOWN,)))
    assert absent is not None
    assert absent.is_named_in("Enligt jaktlagen ska jakten anmälas.")
    assert not absent.is_named_in("Jakten ska anmälas.")


def test_an_act_that_stands_beside_one_that_the_library_has_is_not_missed() -> None:
    within = scope(LAW, missing_acts=(UNKNOWN,), named_acts=frozenset({"lag"}))
    assert absent_from(asked("Vad kräver jaktlagen eller LOU?"), within) is None


def test_rules_of_a_body_that_the_library_does_not_know_are_told_only_by_who_names_it() -> None:
    absent = absent_from(asked("Vad säger Region Östs policy om gåvor?"), scope(LAW))
    assert absent == Absent(frozenset(), "region öst")
    assert absent.is_named_in("Avtalet med Region Öst gäller i tre år.")
    assert not absent.is_named_in("Gåvor ska avböjas.")


def test_a_body_that_something_is_done_with_is_not_the_one_whose_rules_are_asked_for() -> None:
    assert absent_from(asked("Får vi köpa bussar ihop med Region Öst?"), scope(LAW)) is None


def test_a_law_that_is_not_named_is_none_that_the_library_lacks() -> None:
    assert [act.name for act in mentioned_acts("Vad är lagens krav enligt jaktlagen?", [LAW])] == [
        "jaktlagen"
    ]
