"""Rules that can't both be followed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hierarchy.clash import ConflictKind
from hierarchy.conflict_reasons import LEX_POSTERIOR, LEX_SPECIALIS, LEX_SUPERIOR, POSSIBLE
from hierarchy.conflicts import find_conflicts
from hierarchy.documents import GoverningDocument, Status
from hierarchy.ladder import Citation, Conflict
from hierarchy.levels import Level, Organisation
from hierarchy.statements import Force, Statement, statements
from tests.hierarchy.citing import TODAY, cite, document, organisation

NORTH = organisation()
LAW = document("lag", Level.LAW, abbreviation="LXX")
POLICY = document("policy", Level.POLICY)
RULE = document("regel", Level.RULE)


def between(
    a: GoverningDocument, quote_a: str, b: GoverningDocument, quote_b: str, asked: Organisation | None = NORTH
) -> list[tuple[int, int, str]]:
    found = find_conflicts([cite(a, quote_a), cite(b, quote_b)], asked, TODAY)
    return [(conflict.prevails, conflict.yields, conflict.rule) for conflict in found]


HIGHER = "Direktupphandling får användas om värdet beräknas understiga 400 000 kronor."


def test_a_lower_rule_that_allows_more_yields_to_the_higher() -> None:
    assert between(RULE, "Enheten får direktupphandla upp till 600 tkr.", LAW, HIGHER) == [
        (1, 0, LEX_SUPERIOR)
    ]


def test_a_stricter_lower_rule_is_no_conflict() -> None:
    assert between(LAW, HIGHER, RULE, "Enheten får direktupphandla upp till 100 tkr.") == []


def test_the_same_limit_in_other_words_is_no_conflict() -> None:
    assert between(LAW, HIGHER, RULE, "Direktupphandling får göras upp till 400 tkr.") == []


@pytest.mark.parametrize(
    "quote",
    [
        "Chefen får teckna avtal upp till 3 mnkr.",
        "Chefen får besluta om direktupphandling upp till 3 mnkr.",
        "Direktupphandling av konsulter och livsmedel kostade 600 tkr.",
        "Direktupphandling ska dokumenteras över 600 tkr.",
        "Direktupphandling enligt LYY får användas under 600 tkr.",
        "Avgiften får vara högst 600 tkr.",
    ],
)
def test_an_amount_that_limits_something_else_is_no_conflict(quote: str) -> None:
    assert between(LAW, HIGHER, RULE, quote) == []


FORBIDDEN = "Privata betalkort får inte användas för tjänsteresor."


def test_what_a_higher_rule_forbids_a_lower_cannot_allow_in_the_same_words() -> None:
    allowed = "Privata betalkort får användas för tjänsteresor."
    assert between(POLICY, FORBIDDEN, RULE, allowed) == [(0, 1, LEX_SUPERIOR)]


def test_a_lower_rule_that_forbids_what_a_higher_allows_is_only_stricter() -> None:
    allowed = "Privata betalkort får användas för tjänsteresor."
    assert between(POLICY, allowed, RULE, FORBIDDEN) == []


def test_a_lower_rule_cannot_release_from_a_higher_duty() -> None:
    duty, release = "Inköpta datorer ska registreras.", "Inköpta datorer behöver inte registreras."
    assert between(POLICY, duty, RULE, release) == [(0, 1, LEX_SUPERIOR)]
    assert between(POLICY, release, RULE, duty) == []


@pytest.mark.parametrize(
    "quote",
    [
        "Privata betalkort får användas för tjänsteresor om chefen godkänner det.",
        "Privata betalkort får användas för hotell på tjänsteresor.",
    ],
)
def test_what_a_lower_rule_allows_in_some_of_the_cases_is_a_possible_conflict(quote: str) -> None:
    (found,) = find_conflicts([cite(POLICY, FORBIDDEN), cite(RULE, quote)], NORTH, TODAY)
    assert (found.rule, found.settled) == (POSSIBLE, False)


@pytest.mark.parametrize(
    "quote",
    [
        "Privata betalkort får användas för tjänsteresor efter beslut.",
        "Privata betalkort kan ersättas.",
    ],
)
def test_a_condition_or_other_words_are_no_conflict(quote: str) -> None:
    assert between(POLICY, FORBIDDEN, RULE, quote) == []


def test_on_one_level_the_later_prevails() -> None:
    later = document("riktlinje-b", Level.RULE, valid_from=date(2024, 1, 1))
    limit = "Direktupphandling får göras upp till {} tkr."
    assert between(RULE, limit.format(300), later, limit.format(200)) == [(1, 0, LEX_POSTERIOR)]


def test_on_one_level_and_day_a_person_decides_and_the_stricter_is_followed() -> None:
    limit = "Direktupphandling får göras upp till {} tkr."
    twin = replace(RULE, document="regel-b")
    assert between(RULE, limit.format(300), twin, limit.format(200)) == [(1, 0, POSSIBLE)]


def test_on_one_level_a_special_rule_that_allows_more_is_flagged_for_a_person() -> None:
    special = document("regel-b", Level.RULE)
    found = between(
        RULE,
        "Direktupphandling får göras upp till 200 tkr.",
        special,
        "Direktupphandling av livsmedel får göras upp till 300 tkr.",
    )
    assert found == [(1, 0, LEX_SPECIALIS)]


def test_two_laws_are_never_set_against_each_other() -> None:
    other = document("annan-lag", Level.LAW)
    assert between(LAW, HIGHER, other, HIGHER.replace("400", "900")) == []


@pytest.mark.parametrize(
    "fields",
    [{"status": Status.PROPOSED}, {"organisations": ("söder",)}, {"valid_from": date(2030, 1, 1)}],
)
def test_only_rules_that_bind_here_and_now_can_conflict(fields: dict[str, object]) -> None:
    assert (
        between(LAW, HIGHER, replace(RULE, **fields), "Direktupphandling får göras upp till 600 tkr.") == []
    )  # type: ignore[arg-type]


def test_a_level_that_only_frames_prevails_over_nothing() -> None:
    allowed = "Privata betalkort får användas för tjänsteresor."
    assert between(POLICY, FORBIDDEN, RULE, allowed, organisation(Level.POLICY)) == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_reason_names_both_documents(language: str) -> None:
    citations = [cite(LAW, HIGHER), cite(RULE, "Direktupphandling får göras upp till 600 tkr.")]
    (conflict,) = find_conflicts(citations, NORTH, TODAY, language)
    assert isinstance(conflict, Conflict)
    assert "Lag" in conflict.why
    assert "Regel" in conflict.why


@given(st.integers(1, 900), st.integers(1, 900))
def test_a_lower_limit_conflicts_exactly_when_it_is_greater(high: int, low: int) -> None:
    found = between(
        LAW,
        f"Direktupphandling får användas om värdet understiger {high} tkr.",
        RULE,
        f"Direktupphandling får göras upp till {low} tkr.",
    )
    assert bool(found) == (low > high)


@given(st.text(alphabet="abcdefåäö får inte ska 100 tkr.\n", max_size=80))
def test_a_rule_never_conflicts_with_its_own_words(quote: str) -> None:
    assert between(POLICY, quote, RULE, quote) == []


def test_a_permission_up_to_an_amount_is_read_with_its_subject() -> None:
    (statement,) = statements("Direktupphandling får göras upp till 200 tkr.")
    assert statement.force is Force.PERMITS
    assert statement.room is not None
    assert statement.room.ceiling == Decimal(200_000)
    assert statement.subject == {"direktupphandl"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Varor ska märkas och får säljas.",
        "Enheten får handla för 10 tkr eller, med tillstånd, för 90 tkr.",
        "Rubrik utan verb",
        "Inga privata datorer får anslutas.",
        "Privata datorer får aldrig inte anslutas.",
        "Upp till 100 tkr får direktupphandling inte göras.",
        "Privata datorer får anslutas, utom i operationssalar.",
        "Det ska göras inom tre dagar.",
        "Konsulterna kostade 600 tkr.",
        "Privata datorer får inte anslutas. Undantag får medges av chefen.",
    ],
)
def test_a_sentence_that_is_not_one_plain_rule_is_left_alone(sentence: str) -> None:
    assert [s for s in statements(sentence) if "privat" in s.subject or s.room] == []


def test_a_limit_may_be_said_as_what_must_not_be_exceeded() -> None:
    (statement,) = statements("Direktupphandling får göras till ett värde som inte överstiger 200 tkr.")
    assert statement.room is not None
    assert statement.room.ceiling == Decimal(200_000)


@pytest.mark.parametrize(
    ("higher", "lower", "kind"),
    [
        (
            "Minst tre anbud ska begäras vid köp av tjänster.",
            "Minst två anbud ska inhämtas vid köp av tjänster.",
            ConflictKind.AMOUNT,
        ),
        (
            "Köp över 20 tkr ska dokumenteras.",
            "Köp som överstiger 30 tkr ska dokumenteras.",
            ConflictKind.AMOUNT,
        ),
        (
            "Handlingen ska lämnas ut inom två dagar.",
            "Handlingen ska lämnas ut inom en vecka.",
            ConflictKind.DEADLINE,
        ),
        ("Journalen ska bevaras i minst tio år.", "Journalen ska sparas i tre år.", ConflictKind.DEADLINE),
        (
            "Kallelsen ska skickas senast tio dagar före mötet.",
            "Kallelsen ska skickas senast två dagar före mötet.",
            ConflictKind.DEADLINE,
        ),
        ("Planen ska ses över årligen.", "Planen ska ses över vart tredje år.", ConflictKind.INTERVAL),
        ("Styrelsen beslutar om köp av mark.", "Köp av mark beslutas av markchefen.", ConflictKind.BODY),
        (FORBIDDEN, "Privata betalkort får användas för tjänsteresor.", ConflictKind.DUTY),
    ],
)
def test_a_lower_rule_that_breaks_a_higher_says_in_what(higher: str, lower: str, kind: ConflictKind) -> None:
    (found,) = find_conflicts([cite(POLICY, higher), cite(RULE, lower)], NORTH, TODAY)
    assert (found.prevails, found.kind, found.rule, found.settled) == (0, kind, LEX_SUPERIOR, True)


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("Handlingen ska lämnas ut inom en vecka.", "Handlingen ska lämnas ut inom två dagar."),
        ("Handlingen ska lämnas ut inom två månader.", "Handlingen ska lämnas ut inom 60 dagar."),
        ("Planen ska ses över vart tredje år.", "Planen ska ses över årligen."),
        ("Blommor får köpas för högst 2 tkr per år.", "Blommor får köpas för högst 3 tkr per köp."),
        ("Datorer får kosta högst 10 tkr exklusive moms.", "Datorer får kosta högst 12 tkr inklusive moms."),
        (
            "Chefen får attestera fakturor upp till 5 tkr.",
            "Direktören får attestera fakturor upp till 9 tkr.",
        ),
        ("Under 2024 får bidrag ges med högst 5 tkr.", "Under 2025 får bidrag ges med högst 9 tkr."),
        ("Styrelsen beslutar om köp av mark.", "Markchefen bereder köp av mark."),
        ("Styrelsen beslutar om köp av mark.", "Regionstyrelsen beslutar om köp av mark."),
        ("Resor bör göras med tåg.", "Resor får göras med flyg."),
        ("Resor får inte bokas utan tillstånd.", "Resor får bokas med tillstånd."),
    ],
)
def test_what_stays_within_the_higher_rule_or_is_about_something_else_is_no_conflict(
    higher: str, lower: str
) -> None:
    assert between(POLICY, higher, RULE, lower) == []


def test_what_stands_after_the_quote_can_take_it_back() -> None:
    quote, allowed = "Privata kort får inte användas på resor.", "Privata kort får användas på resor."
    citations, exception = [cite(POLICY, quote), cite(RULE, allowed)], " Undantag får medges av chefen."
    assert len(find_conflicts(citations, NORTH, TODAY, texts=(quote, allowed))) == 1
    assert find_conflicts(citations, NORTH, TODAY, texts=(quote + exception, allowed)) == ()


def test_an_edition_that_is_replaced_is_in_no_conflict_with_the_one_that_replaced_it() -> None:
    later = replace(RULE, document="regel-b", supersedes="regel", valid_from=date(2024, 1, 1))
    limit = "Direktupphandling får göras upp till {} tkr."
    assert between(RULE, limit.format(300), later, limit.format(200)) == []


def test_short_rules_under_headings_about_different_things_are_not_held_against_each_other() -> None:
    def under(heading: str, citation: Citation) -> Citation:
        return replace(citation, provision=replace(citation.provision, heading=heading))

    strict, loose = cite(POLICY, "Minst tre anbud ska begäras."), cite(RULE, "Minst två anbud ska begäras.")
    assert len(find_conflicts([strict, loose], NORTH, TODAY)) == 1
    assert find_conflicts([under("Konsulter", strict), under("Livsmedel", loose)], NORTH, TODAY) == ()


def test_each_plain_sentence_of_a_quote_is_its_own_rule() -> None:
    read = list(statements("Datorer ska registreras. Privata datorer får inte anslutas."))
    assert [statement.force for statement in read] == [Force.REQUIRES, Force.FORBIDS]
    assert all(isinstance(statement, Statement) for statement in read)
