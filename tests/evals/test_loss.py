"""The step that lost a question: the first on the way from question to answer that went wrong."""

from evals.loss import Step, counted
from evals.questions import ExpectedSource
from evals.run import run
from hierarchy.ladder import WarningCode
from hierarchy.validity import Validity


def lost(build, answer, results=(), everything=(), texts=None, **expect):
    asker = build.asker([answer], [list(results)], texts, everything=list(everything))
    (case,) = run([build.question(**expect)], asker).cases
    return case.lost


def wrong(build, **fields):
    return build.answer(build.citation("rutin", "Kaffe serveras klockan tre varje dag."), **fields)


TEXTS = {"policy": "Inköp under tvåhundratusen kronor beslutas av enhetschefen.", "rutin": "Kaffe."}


def test_a_question_without_fault_is_lost_nowhere(build) -> None:
    assert lost(build, build.answer(build.citation()), [build.result()]) is None


def test_a_document_that_is_not_there_is_the_librarys_loss(build) -> None:
    assert lost(build, build.answer(), texts={}).step is Step.LIBRARY


def test_a_quote_that_is_not_there_is_the_librarys_loss(build) -> None:
    assert lost(build, build.answer(), texts={"policy": "Något annat."}).step is Step.LIBRARY


def test_what_search_does_not_find_at_all_is_lost_there(build) -> None:
    assert lost(build, wrong(build), everything=[build.result("rutin", "Kaffe.")]).step is Step.SEARCH


def test_what_search_leaves_out_because_it_binds_others_is_lost_by_scope(build) -> None:
    asker = build.asker([build.answer()], organisations={"policy": ("granne",)})
    (case,) = run([build.question(organisation="exempel")], asker).cases
    assert case.lost.step is Step.SCOPE


def test_what_search_leaves_out_because_it_has_ended_is_lost_by_scope(build) -> None:
    class Ended(build.asker):
        def state_of(self, document, day):
            return Validity.ENDED

    (case,) = run([build.question()], Ended([build.answer()])).cases
    assert case.lost.step is Step.SCOPE


def test_what_search_finds_below_the_first_k_is_lost_by_ranking_and_its_place_is_told(build) -> None:
    everything = [build.result("rutin", "Kaffe.")] * 11 + [build.result()]
    found = lost(build, wrong(build), everything=everything)
    assert found.step is Step.RANKING
    assert found.detail == "träff 12"


def test_a_refusal_with_the_passage_at_hand_is_lost_by_refusing(build) -> None:
    assert lost(build, build.answer(), [build.result()], [build.result()]).step is Step.REFUSAL


def test_another_provision_shown_with_the_passage_at_hand_is_lost_by_choosing(build) -> None:
    assert lost(build, wrong(build), [build.result()], [build.result()], TEXTS).step is Step.CHOICE


def test_other_words_of_the_right_provision_are_another_quote(build) -> None:
    neighbour = build.citation(quote="Över det beslutar nämnden, efter beredning.")
    found = lost(build, build.answer(neighbour), [build.result()], [build.result()])
    assert found.step is Step.QUOTE
    assert found.detail == "policy, Ansvar"


def test_the_right_provision_is_known_by_the_files_own_address_too(build) -> None:
    source = ExpectedSource("policy", build.passage, " ansvar ")
    answer = build.answer(build.citation(quote="Över det beslutar nämnden, efter beredning."))
    assert lost(build, answer, sources=(source,)).step is Step.QUOTE


def test_the_right_source_on_another_level_is_a_wrong_rung(build) -> None:
    answer = build.answer(build.citation(), applicable={"level": "rule", "citation": 0})
    assert lost(build, answer, [build.result()]).step is Step.RUNG


def test_the_right_source_without_its_facts_is_told_with_what_is_missing(build) -> None:
    found = lost(build, build.answer(build.citation()), [build.result()], must_include=("tolv",))
    assert found.step is Step.FACTS
    assert "»tolv«" in found.sentence


def test_the_right_source_without_its_warning_is_told(build) -> None:
    found = lost(build, build.answer(build.citation()), [build.result()], warning=WarningCode.UNCONFIRMED)
    assert found.step is Step.WARNING


def test_the_right_source_beside_something_forbidden_is_told(build) -> None:
    answer = build.answer(build.citation(), answer="Det kostar tolv kronor.")
    assert lost(build, answer, [build.result()], must_not_include=("tolv",)).step is Step.SHOWN


def test_a_source_shown_but_not_among_the_first_k_is_lost_by_ranking(build) -> None:
    assert lost(build, build.answer(build.citation())).step is Step.RANKING


def test_an_answer_where_there_is_none_is_told_as_such(build) -> None:
    assert lost(build, build.answer(build.citation()), abstain=True).step is Step.ANSWERED


def test_search_is_asked_for_everything_only_where_that_matters(build) -> None:
    class Sparing(build.asker):
        def everything(self, question):
            raise AssertionError("not needed")

    answer = build.answer(build.citation(), applicable={"level": "rule", "citation": 0})
    (case,) = run([build.question()], Sparing([answer], [[build.result()]])).cases
    assert case.lost.step is Step.RUNG


def test_losses_are_counted_in_the_order_of_the_way(small_run) -> None:
    assert list(counted(case.lost for case in small_run.cases).values()) == [2]
