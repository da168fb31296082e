"""The counterparts in sister acts of what an answer cites."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

from answers.contract import answer_to_json
from answers.parallels import parallels_of
from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.ladder import Answer, Citation, Relation, Rung
from hierarchy.levels import Level
from tests.answers.making import TODAY, document, provision

TEXT = "En enhet ska ge skälig tid."
LOU = document("lou", Level.LAW, title="Lag om offentlig upphandling")
LUF = document("luf", Level.LAW, title="Lag om upphandling inom försörjningssektorerna")
SECTION = provision(TEXT, "lou", path=("1 §",))
THERE = provision(TEXT, "luf", path=("7 §",))
CITED = Citation(LOU, SECTION, TEXT, 0, len(TEXT))
ON_THE_LADDER = (Rung(Level.LAW, Relation.DECIDES, (0,)),)
LIBRARY: Any = SimpleNamespace(text=lambda of: TEXT, mark_at=lambda *_: None, ocr_confidence=lambda *_: None)


def told(
    *citations: Citation,
    rungs: tuple[Rung, ...] = ON_THE_LADDER,
    act: GoverningDocument = LUF,
    wordings: tuple[Provision, ...] = (THERE,),
) -> list[tuple[int, str]]:
    known: Mapping[tuple[str, str], Any] = {("lou", "1 §"): [(act, [*wordings])]}
    parallels: Any = SimpleNamespace(of=lambda of, address: known.get((of.document, address), []))
    found = parallels_of(LIBRARY, parallels, citations or (CITED,), rungs, TODAY)
    return [(p.citation, p.counterpart.provision.address) for p in found]


def test_what_stands_on_a_rung_has_its_counterparts() -> None:
    assert told() == [(0, "7 §")]


def test_what_informs_without_deciding_has_none() -> None:
    assert told(rungs=()) == []


def test_a_provision_that_is_quoted_twice_has_them_once() -> None:
    assert told(CITED, CITED, rungs=(Rung(Level.LAW, Relation.DECIDES, (0, 1)),)) == [(0, "7 §")]


def test_what_the_answer_cites_anyway_is_not_named_again() -> None:
    both = (Rung(Level.LAW, Relation.DECIDES, (0, 1)),)
    assert told(CITED, Citation(LUF, THERE, TEXT, 0, len(TEXT)), rungs=both) == []


def test_an_act_that_is_not_in_force_and_a_wording_to_come_are_not_named() -> None:
    assert told(act=replace(LUF, status=Status.REPEALED)) == []
    assert told(wordings=(replace(THERE, valid_from=date(2027, 1, 1)),)) == []


def test_the_contract_names_the_act_and_the_section() -> None:
    answer = Answer("?", "norr", TODAY, "sv", False, "Ja.", citations=(CITED,), rungs=ON_THE_LADDER)
    parallels: Any = SimpleNamespace(of=lambda *_: [(LUF, [THERE])])
    found = parallels_of(LIBRARY, parallels, answer.citations, answer.rungs, TODAY)
    assert answer_to_json(replace(answer, parallels=found))["parallels"] == [
        {"citation": 0, "document": "luf", "title": LUF.title, "section": "7 §"}
    ]
