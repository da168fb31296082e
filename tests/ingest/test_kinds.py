"""Which kind of document a title names, and which rung it stands on."""

import pytest

from hierarchy.levels import Level, Organisation, RungDefinition
from ingest.kinds import kind_in_title, level_for_kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Riktlinjer för gåvor", "riktlinje"),
        ("Regionens miljöpolicy", "policy"),
        ("Regler för resor", "regler"),
        ("Sammanfattning av lagen om prov", "sammanfattning"),
        ("Delegationsordning för miljönämnden", "delegationsordning"),
        ("Anslag och inslag", None),
        ("Arbetsplaner", None),
    ],
)
def test_a_kind_is_told_from_the_title(title: str, kind: str | None) -> None:
    assert kind_in_title(title) == kind


def test_an_organisation_places_its_kinds_on_its_own_rungs() -> None:
    university = Organisation(
        "lärosäte",
        "Lärosätet",
        "The university",
        (RungDefinition(Level.GUIDELINE, "Regel", "Rules", kinds=("regel",)),),
    )
    assert level_for_kind("regel") is Level.RULE
    assert level_for_kind("regel", university) is Level.GUIDELINE
    assert level_for_kind("rutin", university) is Level.RULE


def test_no_organisation_places_law_anywhere_but_on_top() -> None:
    odd = Organisation("x", "X", "X", (RungDefinition(Level.RULE, "R", "R", kinds=("lag",)),))
    assert level_for_kind("lag", odd) is Level.LAW
