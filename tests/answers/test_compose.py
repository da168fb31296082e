"""The text that a reader sees: the rule first, cautions before the ladder, every quote whole."""

import pytest

from answers.compose import compose, compose_abstention
from answers.wording import wording_of
from hierarchy import ladder as values
from hierarchy.ladder import Conflict, Relation, Rung, WarningCode
from hierarchy.levels import Level
from tests.answers.making import NORR, cite, document

LAW = cite(document("lag", Level.LAW), "Köp under 700 000 kronor\nfår göras direkt.", page=58)
POLICY = cite(document(), "Köp över 100 000 kronor konkurrensutsätts.", page=3, printed_page="1")
RECORD = cite(document("protokoll", Level.BACKGROUND), "Ärendet bordläggs.")
CITATIONS = (LAW, POLICY, RECORD)
RUNGS = (Rung(Level.LAW, Relation.DECIDES, (0,)), Rung(Level.POLICY, Relation.SPECIFIES, (1,)))


def text(language: str = "sv", *, rungs=RUNGS, background=(2,), first=0, warnings=(), conflicts=()) -> str:
    return compose(
        wording_of(language), NORR, CITATIONS, rungs, background, conflicts, warnings, language, first
    )


def test_the_first_line_is_the_rule_with_its_source() -> None:
    assert text().splitlines()[0] == "Enligt Lag, Gåvor: ”Köp under 700 000 kronor får göras direkt.”"


def test_rungs_stand_in_order_under_the_organisations_own_names() -> None:
    lines = text().splitlines()
    assert lines.index("law (sv) avgör:") < lines.index("policy (sv) preciserar:")
    assert "law (en) decides:" in text("en").splitlines()


def test_every_citation_is_in_the_text_with_the_page_that_stands_on_the_paper() -> None:
    whole = text()
    assert "Lag, Gåvor (s. 58)" in whole
    assert "Policy, Gåvor (s. 1): ”Köp över 100 000 kronor konkurrensutsätts.”" in whole
    assert "Protokoll, Gåvor: ”Ärendet bordläggs.”" in whole


def test_background_comes_last_and_is_said_not_to_decide() -> None:
    assert text().splitlines()[-2] == "Bakgrund (avgör inte):"


def test_without_a_rule_the_first_line_says_so() -> None:
    first = text(rungs=(), background=(2,), first=2).splitlines()[0]
    assert first == (
        "Ingen beslutad regel i biblioteket besvarar frågan. I Protokoll, Gåvor, står: ”Ärendet bordläggs.”"
    )


def test_cautions_and_conflicts_come_before_the_ladder() -> None:
    whole = text(
        warnings=[values.Warning(WarningCode.UNCONFIRMED, 1, "Kontrollera policyn.")],
        conflicts=[Conflict(0, 1, "lex superior", "Lagen står över policyn.")],
    )
    assert whole.splitlines()[1:3] == [
        "Observera: Kontrollera policyn.",
        "Konflikt: Lagen står över policyn.",
    ]


@pytest.mark.parametrize(("language", "opening"), [("sv", "Enligt"), ("en", "According to")])
def test_our_sentences_are_in_the_readers_language_and_quotes_in_their_own(
    language: str, opening: str
) -> None:
    whole = text(language)
    assert whole.startswith(opening)
    assert "Köp över 100 000 kronor konkurrensutsätts." in whole


def test_a_refusal_says_what_is_missing_and_whom_to_ask() -> None:
    refusal = compose_abstention(
        wording_of("sv"), ["jaktlagen"], ["9 kap. 1 §"], "Region Väst", "inköpsenheten"
    )
    assert "jaktlagen" in refusal
    assert "9 kap. 1 §" in refusal
    assert refusal.endswith("Fråga inköpsenheten.")


def test_a_refusal_without_a_contact_still_says_whom_to_ask() -> None:
    assert "ansvarar för styrdokumenten" in compose_abstention(wording_of("sv"), [], [], None, None)
    assert "responsible" in compose_abstention(wording_of("en"), [], [], None, None)
