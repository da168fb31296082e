"""Which level goes before which, from the document that lays it down."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from answers.order_answer import tell_order
from answers.order_asked import order_asked_of
from answers.told import Told
from answers.understanding import understand
from answers.wording import wording_of
from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.levels import Hierarchy, Level, Organisation, RungDefinition
from index.keys import Keys
from index.library import Library
from index.records import hierarchy_to_json
from index.writer import LibraryWriter
from ingest.document import IngestedDocument

ORDER = "Säger dokumenten olika går lag före policy, policy före riktlinje och riktlinje före anvisning."
STRICTER = "Ett dokument på lägre nivå får vara strängare."
TEXT = f"{ORDER}\n\n{STRICTER}\n\nPolicyn ses över vart tredje år."
POWER = "All makt utgår från folket.\n\nDen offentliga makten utövas under lagarna."
POLICY = GoverningDocument("styrning", "Styrpolicy", "policy", Level.POLICY, Status.ADOPTED, ("norr",))
CONSTITUTION = GoverningDocument(
    "rf", "Regeringsform", "grundlag", Level.LAW, Status.ADOPTED, number="1974:152"
)
NORTH = Organisation(
    "norr",
    "Region Norr",
    "North Region",
    (
        RungDefinition(Level.LAW, "Lagar", "Laws", kinds=("lag",)),
        RungDefinition(Level.POLICY, "Policyer", "Policies", kinds=("policy",)),
        RungDefinition(Level.GUIDELINE, "Riktlinjer", "Guidelines", kinds=("riktlinje",)),
        RungDefinition(Level.RULE, "Anvisningar", "Instructions", kinds=("anvisning",)),
    ),
    order_source="styrning",
)


def told(folder: Path, text: str, organisation: Organisation = NORTH, *documents: GoverningDocument) -> Told:
    """What is told of a question, by a library of these documents: the policy and the constitution."""
    writer = LibraryWriter(folder / "data")
    writer.clear()
    writer.set_meta("hierarchy", hierarchy_to_json(Hierarchy((organisation,))))
    for document in documents or (POLICY, CONSTITUTION):
        words, address = (POWER, "1 kap. 1 §") if document.level is Level.LAW else (TEXT, "3 Ordning")
        provision = Provision(document.document, address, (address,), address, 0, len(words))
        writer.put_document(folder / "x.md", IngestedDocument(document, words, (), (provision,)), Keys({}))
    writer.commit()
    writer.close()
    library = Library(folder / "data")
    question = understand(
        text,
        library.hierarchy,
        library.documents(),
        today=date(2026, 11, 2),
        organisation=organisation.id,
        as_of=None,
        language=None,
    )
    asked = order_asked_of(text, question.organisation)
    assert asked is not None
    return tell_order(
        asked, replace(question, organisation=organisation), library, wording_of(question.language)
    )


def test_the_order_is_quoted_from_the_document_that_lays_it_down(tmp_path: Path) -> None:
    found = told(tmp_path, "Vad går före, riktlinjen eller policyn?")
    assert found.lead == "Policyer står över riktlinjer och går före när de inte går att förena."
    assert [citation.quote for citation in found.citations] == [ORDER, STRICTER]


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("Går policyn före riktlinjen?", "Ja: Policyer står över riktlinjer"),
        ("Kan en anvisning gå före riktlinjen?", "Nej: Riktlinjer står över anvisningar"),
        ("Får riktlinjen strida mot policyn?", "Nej: Policyer står över"),
        ("Can a guideline override the policy?", "No: The level policies stands above the level guidelines"),
    ],
)
def test_yes_or_no_is_said_where_a_decided_document_bears_it_out(
    tmp_path: Path, text: str, beginning: str
) -> None:
    assert told(tmp_path, text).lead.startswith(beginning)


def test_the_constitution_is_quoted_where_the_law_is_meant(tmp_path: Path) -> None:
    found = told(tmp_path, "Om riktlinjen säger emot lagen, vad gäller då?")
    assert found.citations[-1].quote == "Den offentliga makten utövas under lagarna."


def test_an_order_that_nobody_has_decided_is_said_to_be_none(tmp_path: Path) -> None:
    proposed = replace(POLICY, status=Status.PROPOSED, level=Level.BACKGROUND)
    found = told(tmp_path, "Går policyn före riktlinjen?", NORTH, proposed)
    assert "som inte är ett beslutat styrdokument. Enligt rättsgrundsatsen lex superior" in found.lead
    assert "Ja:" not in found.lead


def test_without_a_document_the_principle_is_named_and_nothing_quoted(tmp_path: Path) -> None:
    nowhere = replace(NORTH, order_source=None)
    found = told(tmp_path, "Går policyn före riktlinjen?", nowhere)
    assert found.citations == ()
    assert found.missing.startswith(
        "Inget dokument i biblioteket lägger fast någon tolkningsordning för Region Norr."
    )
    assert "lex superior" in found.missing


def test_on_one_level_the_principles_are_named_and_a_person_decides(tmp_path: Path) -> None:
    found = told(tmp_path, "Vad gäller om två riktlinjer säger olika?")
    assert found.lead.startswith("Styrpolicy säger inget om dokument på samma nivå.")
    assert "lex posterior" in found.lead
    assert "avgör en person" in found.lead


def test_a_level_that_only_frames_goes_before_nothing(tmp_path: Path) -> None:
    rungs = tuple(replace(rung, binds=rung.level is not Level.POLICY) for rung in NORTH.rungs)
    found = told(tmp_path, "Går policyn före riktlinjen?", replace(NORTH, rungs=rungs))
    assert "vägledande" in found.lead
    assert "Nivån riktlinjer är bindande." in found.lead
    assert "går före" not in found.lead


def test_a_document_that_tells_of_the_levels_and_not_their_order_is_quoted_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "tests.answers.test_order_answer.TEXT", "En riktlinje är bindande.\n\nPolicyn ses över."
    )
    found = told(tmp_path, "Går policyn före riktlinjen?")
    assert [citation.quote for citation in found.citations] == ["En riktlinje är bindande."]
    assert found.lead.endswith(
        "Ordningen är den som hierarchy.yaml anger; Styrpolicy säger detta om nivåerna."
    )
    assert "Ja:" not in found.lead
