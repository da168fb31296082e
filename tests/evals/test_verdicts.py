"""What is said by yes, no and contradiction over the sample region is right."""

from answers.assistant import Assistant
from evals.verdicts.__main__ import LEAST_PRECISION
from evals.verdicts.cases import REAL, SAMPLE, load_cases
from evals.verdicts.measure import Outcome, ask_all, figures

CASES = load_cases()


def test_there_are_enough_questions_of_both_kinds_half_of_them_written_after_the_mechanism() -> None:
    polar = [case for case in CASES if case.premise is None]
    claims = [case for case in CASES if case.verdict is None]
    assert len(polar) >= 100
    assert len(claims) >= 40
    assert len(polar) + len(claims) == len(CASES) == len({case.id for case in CASES})
    for cases in (polar, claims):
        assert 2 * sum(case.written == "after" for case in cases) == len(cases)
        assert {case.library for case in cases} == {SAMPLE, REAL}


def test_what_is_said_over_the_sample_region_is_right(sample_assistant: Assistant) -> None:
    outcomes = ask_all(sample_assistant, [case for case in CASES if case.library == SAMPLE])
    wrong = [o.case.id for o in outcomes if o.said is not None and not o.is_right]
    assert figures(outcomes).precision >= LEAST_PRECISION, wrong
    assert figures([o for o in outcomes if o.case.premise is None]).recall >= 0.3
    assert figures([o for o in outcomes if o.case.premise is not None]).recall >= 0.25


def test_what_decides_is_a_sentence_of_the_citation_that_decides(sample_assistant: Assistant) -> None:
    answer = sample_assistant.ask(
        "Får man servera starksprit vid extern representation?", organisation="exempel"
    )
    assert answer.verdict is not None
    assert answer.verdict.answer == "no"
    assert answer.verdict.citation in answer.rungs[0].citations
    assert answer.verdict.quote in answer.citations[answer.verdict.citation].quote
    first = answer.text.partition("\n")[0]
    assert first.startswith("Nej. Enligt ")
    assert first.endswith(f"”{answer.verdict.quote}”")


def test_who_adopted_a_document_is_set_right_by_the_document(sample_assistant: Assistant) -> None:
    answer = sample_assistant.ask("Visst beslutar inköpsnämnden om inköpspolicyn?", organisation="exempel")
    assert answer.premise is not None
    assert answer.premise.claimed == "inköpsnämnden"
    assert "Regionfullmäktige" in answer.citations[answer.premise.citation].quote
    true = sample_assistant.ask("Visst beslutar regionfullmäktige om inköpspolicyn?", organisation="exempel")
    assert true.premise is None


def test_a_question_for_yes_or_no_that_nothing_decides_gets_neither(sample_assistant: Assistant) -> None:
    answer = sample_assistant.ask("Får man flyga inom Sverige?", organisation="exempel")
    assert answer.verdict is None
    assert answer.text.startswith("Enligt ")


def test_a_share_of_nothing_is_whole() -> None:
    assert figures([]).precision == 1.0
    silent = Outcome(next(case for case in CASES if case.is_decided), None)
    assert (figures([silent]).precision, figures([silent]).recall) == (1.0, 0.0)
