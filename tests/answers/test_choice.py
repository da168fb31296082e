"""Which provisions answer, and when none does."""

from dataclasses import replace

from answers.choice import Choice, choose
from hierarchy.documents import Status
from hierarchy.levels import Level
from tests.answers.making import asked, document, ranked, ranking

LAW = document("lag", Level.LAW)
POLICY = document("policy")
RULE = document("regel", Level.RULE)
RECORD = document("protokoll", Level.BACKGROUND)


def chosen(*found, question=None, referred=(), **thresholds) -> Choice:
    by_level = {level: [] for level in Level}
    for item in sorted(found, key=lambda item: -item.score):
        by_level[item.candidate.document.level].append(item)
    return choose(ranking(**thresholds), question or asked(), by_level, referred)


def shown(choice: Choice) -> dict[Level, list[int]]:
    return {level: [item.candidate.id for item in found] for level, found in choice.answering.items()}


def test_what_has_support_answers() -> None:
    choice = chosen(ranked(POLICY, 1))
    assert shown(choice) == {Level.POLICY: [1]}
    assert not choice.abstains


def test_without_support_nothing_answers_and_the_nearest_are_related() -> None:
    choice = chosen(ranked(POLICY, 1, support=-1.0, score=2.0), ranked(RULE, 2, support=-1.0, score=3.0))
    assert choice.abstains
    assert [item.candidate.id for item in choice.related] == [2, 1]


def test_nothing_found_is_nothing_to_answer_with() -> None:
    assert chosen().abstains


def test_rungs_near_the_best_answer_beside_it_and_those_far_below_do_not() -> None:
    best = ranked(RULE, 1, score=5.0)
    assert set(shown(chosen(best, ranked(LAW, 2, score=4.5)))) == {Level.RULE, Level.LAW}
    assert set(shown(chosen(best, ranked(LAW, 2, score=3.5)))) == {Level.RULE}


def test_within_a_rung_only_what_stands_near_its_best_is_shown() -> None:
    choice = chosen(*(ranked(RULE, number, score=5.0 - number) for number in range(4)), citation_margin=1.5)
    assert shown(choice) == {Level.RULE: [0, 1]}


def test_a_provision_that_was_asked_for_outright_answers_whatever_its_support() -> None:
    weak = ranked(LAW, 7, score=5.0, support=-9.0)
    assert shown(chosen(weak, referred=[7])) == {Level.LAW: [7]}
    assert chosen(weak).abstains


def test_what_happened_at_a_time_gone_by_is_told_by_a_record_and_by_no_rule() -> None:
    question = asked("Vilka blev valda förra året?")
    assert chosen(ranked(RULE, 1), question=question).abstains
    assert shown(chosen(ranked(RULE, 1), ranked(RECORD, 2), question=question)) == {Level.BACKGROUND: [2]}


def test_the_highest_rung_with_support_is_shown_when_the_question_asks_for_it() -> None:
    low, high = ranked(RULE, 1, score=5.0), ranked(LAW, 2, score=2.0)
    still = asked("Stämmer det fortfarande?")
    assert Level.LAW in shown(chosen(low, high, question=still))
    assert Level.LAW not in shown(chosen(low, high))


def test_a_question_bound_to_a_kind_of_document_is_answered_by_no_other() -> None:
    order = document("delegation", Level.GUIDELINE, kind="delegationsordning")
    question = asked("Vem beslutar enligt delegationsordningen?")
    both = ranked(order, 1, score=4.0), ranked(POLICY, 2, score=5.0)
    assert shown(chosen(*both, question=question)) == {Level.GUIDELINE: [1]}
    assert chosen(ranked(POLICY, 2), question=question).abstains


def test_a_question_for_the_former_edition_is_not_answered_by_a_proposal() -> None:
    proposal = document("forslag", Level.BACKGROUND, status=Status.PROPOSED)
    assert chosen(ranked(proposal, 1), question=asked("Vad sa den tidigare policyn?")).abstains


def test_nothing_answers_for_an_act_or_a_body_that_the_library_lacks() -> None:
    assert chosen(replace(ranked(LAW, 1), elsewhere=True)).abstains
    assert chosen(replace(ranked(POLICY, 1), elsewhere=True)).abstains


def test_what_is_addressed_to_others_neither_answers_nor_is_shown_as_near_unless_asked_for_outright() -> None:
    of_the_crown = replace(ranked(LAW, 1, score=9.0), for_others=True)
    choice = chosen(of_the_crown, ranked(RULE, 2, support=-1.0))
    assert choice.abstains
    assert [item.candidate.id for item in choice.related] == [2]
    assert shown(chosen(of_the_crown, referred=[1])) == {Level.LAW: [1]}


def test_a_record_that_leads_decides_only_what_records_alone_tell() -> None:
    record, rule = ranked(RECORD, 1, score=5.0), ranked(RULE, 2, score=4.0)
    assert Level.RULE in shown(chosen(record, rule, question=asked("Omfattas bolagen?"), background_margin=2))
    told = asked("Varför gick nämnden back i fjol?")
    assert Level.RULE not in shown(chosen(record, rule, question=told, background_margin=2, level_margin=0))


def test_a_law_that_does_not_know_the_office_asked_about_yields_to_the_rule_that_does() -> None:
    question = asked("Räcker det att prefekten beslutar?")
    law, rule = ranked(LAW, 1, score=5.0), ranked(RULE, 2, score=4.5, held=frozenset({"prefekten"}))
    assert set(shown(chosen(law, rule, question=question))) == {Level.RULE}
    assert set(shown(chosen(law, rule, question=question, referred=[1]))) == {Level.LAW, Level.RULE}


def test_a_law_that_knows_the_office_or_stands_alone_decides() -> None:
    question = asked("Räcker det att styrelsen beslutar?")
    knows = frozenset({"styrelsen"})
    law, rule = ranked(LAW, 1, score=5.0, held=knows), ranked(RULE, 2, score=4.5, held=knows)
    assert set(shown(chosen(law, rule, question=question))) == {Level.LAW, Level.RULE}
    assert set(shown(chosen(ranked(LAW, 1), question=question))) == {Level.LAW}


def test_where_a_record_stands_back_for_the_rules_the_nearest_rule_leads_among_them() -> None:
    found = ranked(RECORD, 1, score=5.0), ranked(RULE, 2, score=4.5), ranked(POLICY, 3, score=3.0)
    question = asked("Omfattas bolagen?")
    choice = chosen(*found, question=question, background_margin=2.4, level_margin=0)
    assert set(shown(choice)) == {Level.RULE, Level.BACKGROUND}
