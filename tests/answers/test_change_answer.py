"""When a rule was changed, from its statute's amendments and its document's editions."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from answers.change_answer import names_a_place, rule_asked_of, tell_change, tell_chapter
from answers.told import Told
from answers.wording import wording_of
from hierarchy.documents import GoverningDocument, Provision
from hierarchy.levels import Level
from index.library import Library
from ingest.registrar.check_editions import Editions

from .editions import NEW, OLD, editions_library
from .making import HIERARCHY, document, library, ranked

LAW = document("lag", Level.LAW, title="Lag om möten", number="2016:1")
TEXT = "Möten hålls på tisdagar. Kaffe bjuds."


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Library]:
    with closing(editions_library(tmp_path)) as opened:
        yield opened


def told(held: Library, document: GoverningDocument, address: str) -> Told:
    provision = next(p for p in held.provisions(document.document) if p.address == address)
    text = held.text(document.document)[provision.start : provision.end]
    found = ranked(document, text=text)
    at = [
        replace(e, unit=replace(e.unit, span=type(e.unit.span)(provision.start, provision.end)))
        for e in found.evidence
    ]
    found = replace(found, candidate=replace(found.candidate, provision=provision), evidence=at)
    editions = Editions(tuple(held.documents()), HIERARCHY)
    answer = tell_change([found], held, editions, wording_of("sv"))
    assert answer is not None
    return answer


def of_law(amended_by: str | None) -> str:
    found = ranked(LAW, text=TEXT)
    provision = replace(found.candidate.provision, amended_by=amended_by)
    found = replace(found, candidate=replace(found.candidate, provision=provision))
    answer = tell_change([found], library({"lag": TEXT}), Editions((), HIERARCHY), wording_of("sv"))
    assert answer is not None
    return answer.lead


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("När ändrades gränsen för direktköp?", "gränsen för direktköp"),
        ("När har kravet på tre anbud senast ändrats?", "kravet på tre anbud"),
        ("När höjdes beloppet?", "beloppet"),
        ("När trädde 4 kap. 2 § mötesordningslagen i kraft?", "4 kap. 2 § mötesordningslagen"),
        ("When was the limit for gifts last changed?", "the limit for gifts"),
        ("När ändrades mötespolicyn?", None),
        ("När ska anbuden öppnas?", None),
        ("Hur ändras ett avtal?", None),
        ("När får ett avtal ändras utan ny upphandling?", None),
    ],
)
def test_the_rule_is_read_from_a_question_for_its_change(text: str, rule: str | None) -> None:
    assert rule_asked_of(text) == rule


def test_a_rule_may_be_called_by_its_place() -> None:
    assert names_a_place("4 kap. 2 § lagen")
    assert names_a_place("chapter 4 of the act")
    assert not names_a_place("gränsen för gåvor")


def test_a_section_is_told_with_the_act_that_gave_it_its_wording() -> None:
    said = of_law("2021:1110")
    assert said.startswith("Gåvor i Lag om möten fick sin nuvarande lydelse genom SFS 2021:1110.")


def test_a_section_without_an_amendment_is_said_to_have_none() -> None:
    said = of_law(None)
    assert said.startswith("Bibliotekets text anger ingen ändring av Gåvor i Lag om möten")
    assert said.endswith("som gäller från och med 2025-01-01.")


def test_a_changed_provision_is_told_with_the_words_of_both_editions(held: Library) -> None:
    found = told(held, NEW, "1 Omfattning")
    assert found.lead.startswith(
        "1 Omfattning i Mötespolicy ändrades med den utgåva som gäller från och med 2024-06-01"
    )
    assert [c.quote for c in found.citations] == [
        "Policyn gäller nämnder och helägda bolag.",
        "Policyn gäller nämnder och stiftelser.",
    ]


def test_a_new_provision_is_told_to_be_new(held: Library) -> None:
    assert "är ny i den utgåva" in told(held, NEW, "2 Distans").lead


def test_without_an_older_edition_it_is_said_that_none_can_be_compared(held: Library) -> None:
    assert "ingen äldre utgåva att jämföra med" in told(held, OLD, "Kaffe").lead


def test_a_chapter_is_told_with_every_act_that_amended_it(held: Library) -> None:
    place = Provision(OLD.document, "4 kap. 1 §", ("4 kap.", "4 kap. 1 §"), None, 0, 11, amended_by="2021:5")

    class OneChapter:
        def __getattr__(self, name: str) -> object:
            return getattr(held, name)

        def provisions(self, document: str) -> list[Provision]:
            return [place]

    found = tell_chapter("4 kap. lagen", {OLD.document}, OneChapter(), wording_of("sv"))  # type: ignore[arg-type]
    assert found is not None
    assert "4 kap. i Mötespolicy fick sin nuvarande lydelse genom SFS 2021:5." in found.lead
    assert tell_chapter("gränsen", {OLD.document}, held, wording_of("sv")) is None
