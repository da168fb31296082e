"""Help where nothing is found."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup

from hierarchy.ladder import RefusedBecause
from hierarchy.levels import Hierarchy, Level
from ui.ask.nothing import advice_html, searched_html
from ui.texts import load_texts

SV = load_texts("sv")


def words(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


@pytest.mark.parametrize("because", RefusedBecause)
def test_every_reason_has_its_own_way_to_go_on(
    because: RefusedBecause, abstaining: Any, assistant: Any
) -> None:
    refused = replace(abstaining, refused_because=because)
    assert SV(f"nothing.because.{because}") in words(advice_html(refused, assistant.hierarchy, SV))


def test_of_another_day_it_is_advised_to_ask_without_one(abstaining: Any, assistant: Any) -> None:
    refused = replace(abstaining, refused_because=RefusedBecause.NO_SUPPORT)
    told = words(advice_html(refused, assistant.hierarchy, SV, today=date(2026, 3, 2)))
    assert "Prova också utan datum." in told
    assert "datum" not in words(advice_html(refused, assistant.hierarchy, SV, today=refused.as_of))


def test_where_no_organisation_is_chosen_among_several_it_is_advised_to_choose(
    abstaining: Any, assistant: Any
) -> None:
    refused = replace(abstaining, refused_because=RefusedBecause.NO_SUPPORT, organisation=None)
    assert "Välj organisation" in words(advice_html(refused, assistant.hierarchy, SV))
    only = Hierarchy(assistant.hierarchy.organisations[:1])
    assert "Välj organisation" not in words(advice_html(refused, only, SV))


def test_only_rules_in_force_for_the_organisation_count_as_searched(
    abstaining: Any, assistant: Any, library: Any
) -> None:
    told = words(searched_html(abstaining, library, assistant.hierarchy, SV))
    assert "Lagstiftning: ett dokument" in told
    assert "Riktlinje: ett dokument" in told
    # Its status is unconfirmed, so it may not be presented as a rule.
    assert "Regler på intranätet: inga dokument" in told


def test_an_edition_that_another_has_replaced_is_not_counted(
    abstaining: Any, assistant: Any, library: Any
) -> None:
    older = next(document for document in library.held if document.level is Level.GUIDELINE)
    newer = replace(older, document="nyare", supersedes=older.document)
    both = replace(library, held=[*library.held, newer])
    assert "Riktlinje: ett dokument" in words(searched_html(abstaining, both, assistant.hierarchy, SV))


def test_another_organisations_rules_are_not_counted(abstaining: Any, assistant: Any, library: Any) -> None:
    told = words(searched_html(replace(abstaining, organisation="granne"), library, assistant.hierarchy, SV))
    assert "Lagstiftning: ett dokument" in told
    assert "Riktlinje: inga dokument" in told
