"""Question files held against a library: what can't be met, and what nobody asks."""

from pathlib import Path

import pytest

import evals
from evals.check import check
from evals.coverage import coverage
from evals.questions import ExpectedSource, load_questions
from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.levels import Hierarchy, Level, Organisation

TEXTS = {
    "policy": "Ansvar\n\nInköp under tvåhundratusen kronor beslutas av enhetschefen.\n\nKaffe köps centralt.",
    "lag": "2 § Köp under 700 000 kronor får göras direkt. Skälen ska antecknas i akten, se bilaga B.",
}
HIERARCHY = Hierarchy((Organisation("exempel", "Region Exempel", "Region Example", ()),))


class Shelf:
    """A policy of two provisions and a law of one."""

    def documents(self):
        return [
            GoverningDocument("policy", "Policy", "policy", Level.POLICY, Status.ADOPTED, source="policy.md"),
            GoverningDocument("lag", "Lag", "lag", Level.LAW, Status.ADOPTED, source="lag.md"),
        ]

    def text(self, document):
        return TEXTS[document]

    def provisions(self, document):
        text = TEXTS[document]
        if document == "lag":
            return [Provision("lag", "2 §", ("2 §",), None, 0, len(text))]
        coffee = text.index("Kaffe")
        return [
            Provision("policy", "Ansvar", ("Ansvar",), "Ansvar", 8, coffee - 2),
            Provision("policy", "Kaffe", ("Kaffe",), "Kaffe", coffee, len(text)),
        ]


def faults(build, **fields):
    return check([build.question(**fields)], Shelf(), HIERARCHY)


def test_what_exists_is_no_fault(build) -> None:
    assert faults(build, organisation="exempel") == []
    assert faults(build, abstain=True) == []


def test_white_space_and_case_are_no_fault(build) -> None:
    quote = "inköp under  tvåhundratusen\nkronor"
    assert faults(build, sources=(ExpectedSource("policy", quote, "ansvar"),)) == []


def test_an_unknown_organisation_is_named_with_those_there_are(build) -> None:
    (fault,) = faults(build, organisation="granne")
    assert fault.field == "organisation"
    assert "exempel" in fault.remedy


def test_a_document_that_is_not_there_is_named_with_the_nearest(build) -> None:
    (fault,) = faults(build, sources=(ExpectedSource("polisy", "Inköp"),))
    assert fault.field == "expect.sources[0].document"
    assert fault.remedy == "Menade du policy?"


def test_a_quote_that_is_not_verbatim_is_a_fault(build) -> None:
    quote = "Inköp under trehundratusen kronor beslutas av enhetschefen."
    (fault,) = faults(build, sources=(ExpectedSource("policy", quote),))
    assert fault.field == "expect.sources[0].quote"
    assert not fault.is_doubt


def test_a_section_that_is_scored_has_to_be_an_address(build) -> None:
    (fault,) = faults(build, sources=(ExpectedSource("policy", None, "Inköp"),))
    assert fault.field == "expect.sources[0].section"
    assert not fault.is_doubt


def test_a_section_beside_a_quote_may_be_any_words_of_the_document(build) -> None:
    def asked(section: str):
        return faults(build, sources=(ExpectedSource("policy", build.passage, section),))

    assert asked("Kaffe köps") == []
    (fault,) = asked("Finns ej")
    assert fault.is_doubt


def test_a_level_where_no_source_stands_is_a_doubt(build) -> None:
    (fault,) = faults(build, level=Level.RULE)
    assert fault.field == "expect.level"
    assert fault.is_doubt
    assert faults(build, level=Level.BACKGROUND) == []


def test_a_fact_that_stands_in_no_source_is_a_doubt(build) -> None:
    (fault,) = faults(build, must_include=("enhetschefen", "direktören"))
    assert "»direktören«" in fault.problem


def test_coverage_tells_documents_provisions_and_levels_without_a_question(build) -> None:
    covered = coverage(
        [build.question("a", organisation="exempel"), build.question("b", abstain=True)],
        Shelf(),
        ["exempel", "granne"],
    )
    by_level = {level.level: level for level in covered.levels}
    policy, law = by_level[Level.POLICY], by_level[Level.LAW]
    assert (policy.questions, policy.documents_asked, policy.provisions_asked, policy.provisions) == (
        1,
        1,
        1,
        2,
    )
    assert policy.documents[0].unasked == ("Kaffe",)
    assert (law.documents_asked, law.provisions_asked, law.provisions) == (0, 0, 1)
    assert covered.organisations == {"exempel": 1, "granne": 0, None: 1}
    assert covered.unanswerable == 1


def test_levels_without_any_document_are_told_too(build) -> None:
    covered = coverage([build.question()], Shelf(), [])
    assert [level.level for level in covered.levels] == list(Level)


def test_several_questions_on_one_provision_reach_no_further(build) -> None:
    covered = coverage([build.question("a"), build.question("b")], Shelf(), [])
    (policy,) = next(level for level in covered.levels if level.level is Level.POLICY).documents
    assert (policy.questions, policy.asked) == (2, 1)


@pytest.mark.parametrize("section", ["Ansvar", "ansvar "])
def test_a_question_by_section_reaches_its_provision(build, section: str) -> None:
    covered = coverage([build.question(sources=(ExpectedSource("policy", None, section),))], Shelf(), [])
    policy = next(level for level in covered.levels if level.level is Level.POLICY)
    assert policy.documents[0].unasked == ("Kaffe",)


@pytest.mark.parametrize("name", ["questions.yaml", "learning.yaml"])
def test_the_sample_regions_own_questions_can_all_be_met(sample_assistant, name: str) -> None:
    questions = load_questions(Path(str(evals.__file__)).parent / "sample" / name)
    found = check(questions, sample_assistant.library, sample_assistant.hierarchy)
    assert [fault for fault in found if not fault.is_doubt] == []
