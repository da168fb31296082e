"""Which document goes first, and which level decides."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hierarchy.documents import Status
from hierarchy.ladder import Citation, Conflict, Relation
from hierarchy.levels import Level
from hierarchy.precedence import Ladder, Standing, applicable, outranks, standing
from tests.hierarchy.citing import TODAY, cite, document, organisation

NORTH = organisation()
LAW = document("lag", Level.LAW)
POLICY = document("policy", Level.POLICY)
GUIDELINE = document("riktlinje", Level.GUIDELINE)
RULE = document("regel", Level.RULE)
PROTOCOL = document("protokoll", Level.BACKGROUND)


def relations(ladder: Ladder) -> list[tuple[Level, Relation]]:
    return [(rung.level, rung.relation) for rung in ladder.rungs]


def test_a_higher_level_outranks_a_lower_however_old_it_is() -> None:
    old_law = replace(LAW, valid_from=date(1975, 1, 1))
    assert outranks(old_law, POLICY)
    assert not outranks(POLICY, old_law)


def test_two_documents_on_one_level_do_not_outrank_each_other() -> None:
    later = replace(POLICY, document="policy-2", valid_from=TODAY)
    assert not outranks(later, POLICY)
    assert not outranks(POLICY, later)


def test_among_laws_the_constitution_goes_before_an_act_and_an_act_before_an_ordinance() -> None:
    constitution, ordinance = replace(LAW, kind="grundlag"), replace(LAW, kind="förordning")
    assert outranks(constitution, LAW)
    assert outranks(LAW, ordinance)
    assert not outranks(ordinance, constitution)


def test_a_kind_of_law_that_is_not_ranked_outranks_no_other_law() -> None:
    announcement = replace(LAW, kind="tillkännagivande")
    assert not outranks(announcement, LAW)
    assert not outranks(LAW, announcement)


def test_background_outranks_nothing() -> None:
    assert not outranks(PROTOCOL, PROTOCOL)
    assert not outranks(PROTOCOL, RULE)


def test_the_highest_rung_that_answers_decides_and_the_lower_specify() -> None:
    ladder = applicable(
        [cite(RULE, "Fyll i blanketten."), cite(LAW), cite(POLICY, "Inköp görs i tid.")], NORTH, TODAY
    )
    assert (ladder.level, ladder.citation, ladder.standing) == (Level.LAW, 1, Standing.BINDS)
    assert relations(ladder) == [
        (Level.LAW, Relation.DECIDES),
        (Level.POLICY, Relation.SPECIFIES),
        (Level.RULE, Relation.SPECIFIES),
    ]


def test_a_law_that_does_not_answer_the_question_does_not_decide_it() -> None:
    ladder = applicable([cite(LAW), cite(GUIDELINE)], NORTH, TODAY, answering={1})
    assert (ladder.level, ladder.citation) == (Level.GUIDELINE, 1)
    assert ladder.aside == (0,)


def test_the_first_answer_on_the_deciding_rung_is_the_one_cited() -> None:
    other = document("riktlinje-b", Level.GUIDELINE)
    assert applicable([cite(GUIDELINE), cite(other)], NORTH, TODAY).citation == 0
    assert applicable([cite(other), cite(GUIDELINE)], NORTH, TODAY).rungs[0].citations == (0, 1)


def test_a_framing_policy_does_not_decide_over_a_binding_guideline() -> None:
    ladder = applicable(
        [cite(POLICY, "Arbetet ska vara hållbart."), cite(GUIDELINE)], organisation(Level.POLICY), TODAY
    )
    assert (ladder.level, ladder.standing) == (Level.GUIDELINE, Standing.BINDS)
    assert relations(ladder) == [(Level.POLICY, Relation.SPECIFIES), (Level.GUIDELINE, Relation.DECIDES)]


def test_a_framing_policy_decides_where_nothing_binding_answers() -> None:
    ladder = applicable([cite(POLICY)], organisation(Level.POLICY), TODAY)
    assert (ladder.level, ladder.standing) == (Level.POLICY, Standing.FRAMES)


def test_an_unconfirmed_document_speaks_only_where_nothing_is_in_force() -> None:
    undated = replace(POLICY, valid_from=None)
    alone = applicable([cite(undated)], NORTH, TODAY)
    assert (alone.level, alone.standing) == (Level.POLICY, Standing.UNCONFIRMED)
    beside = applicable([cite(undated), cite(RULE)], NORTH, TODAY)
    assert (beside.level, beside.aside) == (Level.RULE, (0,))


def test_another_organisations_policy_never_decides() -> None:
    ladder = applicable([cite(replace(POLICY, organisations=("söder",)))], NORTH, TODAY)
    assert (ladder.level, ladder.rungs, ladder.aside) == (None, (), (0,))


def test_a_proposal_never_decides_even_when_it_stands_on_a_rung() -> None:
    ladder = applicable([cite(replace(POLICY, status=Status.PROPOSED)), cite(RULE)], NORTH, TODAY)
    assert (ladder.level, ladder.aside) == (Level.RULE, (0,))


def test_a_protocol_is_background() -> None:
    ladder = applicable([cite(PROTOCOL), cite(RULE)], NORTH, TODAY)
    assert ladder.background == (0,)
    assert applicable([cite(PROTOCOL)], NORTH, TODAY).level is None


def test_the_edition_of_the_day_decides_for_a_question_about_that_day() -> None:
    old = replace(POLICY, document="policy-2015", valid_from=date(2015, 1, 1), valid_to=date(2019, 12, 31))
    editions = [cite(POLICY), cite(replace(old, status=Status.SUPERSEDED))]
    assert applicable(editions, NORTH, date(2018, 6, 1)).citation == 1
    assert applicable(editions, NORTH, TODAY).citation == 0


def test_an_older_edition_that_was_never_closed_gives_way_to_the_later() -> None:
    old = replace(POLICY, document="policy-2015", valid_from=date(2015, 1, 1))
    ladder = applicable([cite(old), cite(POLICY)], NORTH, TODAY)
    assert (ladder.citation, ladder.aside) == (1, (0,))


def test_a_rung_that_says_the_same_as_one_above_repeats_it() -> None:
    law = cite(LAW, "Beslutet ska vara skriftligt. Det ska motiveras.")
    ladder = applicable([law, cite(RULE, "beslutet ska vara\nskriftligt")], NORTH, TODAY)
    assert relations(ladder)[1] == (Level.RULE, Relation.REPEATS)


def test_a_rung_that_says_more_than_the_one_above_specifies() -> None:
    law = cite(LAW, "Beslutet ska vara skriftligt.")
    ladder = applicable(
        [law, cite(RULE, "Beslutet ska vara skriftligt och undertecknas av chefen.")], NORTH, TODAY
    )
    assert relations(ladder)[1] == (Level.RULE, Relation.SPECIFIES)


def test_a_word_that_ends_inside_another_is_no_repetition() -> None:
    ladder = applicable(
        [cite(LAW, "Avtalet gäller fyra årstider."), cite(RULE, "gäller fyra år")], NORTH, TODAY
    )
    assert relations(ladder)[1] == (Level.RULE, Relation.SPECIFIES)


def test_a_rung_in_conflict_with_a_higher_one_yields() -> None:
    conflict = Conflict(prevails=0, yields=1, rule="lex superior", why="")
    ladder = applicable([cite(LAW), cite(RULE)], NORTH, TODAY, conflicts=[conflict])
    assert relations(ladder)[1] == (Level.RULE, Relation.YIELDS)


def test_on_one_rung_the_citation_that_yields_is_not_the_one_that_decides() -> None:
    other = document("riktlinje-b", Level.GUIDELINE)
    conflict = Conflict(prevails=1, yields=0, rule="lex posterior", why="")
    assert applicable([cite(GUIDELINE), cite(other)], NORTH, TODAY, conflicts=[conflict]).citation == 1


def test_without_an_organisation_rules_of_several_are_not_mixed() -> None:
    south = replace(RULE, document="regel-s", organisations=("söder",))
    mixed = applicable([cite(POLICY), cite(south)], None, TODAY)
    assert mixed.level is None
    assert applicable([cite(POLICY), cite(south), cite(LAW)], None, TODAY).citation == 2
    assert applicable([cite(POLICY), cite(RULE)], None, TODAY).level is Level.POLICY


def test_a_local_document_that_names_no_organisation_is_not_shown_to_bind_one() -> None:
    nameless = replace(RULE, organisations=())
    assert standing(nameless, NORTH, TODAY) is Standing.UNCONFIRMED
    assert standing(nameless, None, TODAY) is Standing.BINDS


def test_nothing_cited_means_nothing_decides() -> None:
    assert applicable([], NORTH, TODAY) == Ladder(None, None, None, (), (), ())


CITATIONS = st.lists(
    st.builds(
        lambda name, level, status, organisations, begins: cite(
            replace(
                document(name, level),
                status=status,
                organisations=organisations,
                valid_from=begins,
            )
        ),
        st.sampled_from("abcdef"),
        st.sampled_from(Level),
        st.sampled_from(Status),
        st.sampled_from([(), ("norr",), ("söder",), ("norr", "söder")]),
        st.none() | st.dates(date(2015, 1, 1), date(2030, 1, 1)),
    ),
    max_size=6,
)


@given(CITATIONS, st.sampled_from([None, NORTH, organisation(Level.POLICY)]))
def test_every_citation_has_exactly_one_place(citations: list[Citation], asked: object) -> None:
    ladder = applicable(citations, asked, TODAY)  # type: ignore[arg-type]
    placed = [i for rung in ladder.rungs for i in rung.citations]
    assert sorted([*placed, *ladder.background, *ladder.aside]) == list(range(len(citations)))


@given(CITATIONS, st.sampled_from([None, NORTH, organisation(Level.POLICY)]))
def test_at_most_one_rung_decides_and_it_is_the_one_named(citations: list[Citation], asked: object) -> None:
    ladder = applicable(citations, asked, TODAY)  # type: ignore[arg-type]
    deciding = [rung for rung in ladder.rungs if rung.relation is Relation.DECIDES]
    assert [rung.level for rung in deciding] == ([] if ladder.level is None else [ladder.level])
    assert ladder.level is not Level.BACKGROUND
    if ladder.citation is not None:
        assert ladder.citation == deciding[0].citations[0]
        assert citations[ladder.citation].document.level is ladder.level
    assert list(ladder.rungs) == sorted(ladder.rungs, key=lambda rung: rung.level.rank)


@given(CITATIONS)
def test_no_rung_above_the_deciding_one_binds(citations: list[Citation]) -> None:
    ladder = applicable(citations, organisation(Level.POLICY), TODAY)
    if ladder.level and ladder.standing is Standing.BINDS:
        assert all(rung.level is Level.POLICY for rung in ladder.rungs if rung.level.rank < ladder.level.rank)
