"""Whether a question is about a document itself: only one that is understood whole is."""

from datetime import date

import pytest

from answers.particulars import DocumentAsked, Particular, document_asked_of
from hierarchy.documents import GoverningDocument, Status
from hierarchy.levels import Level

from .making import HIERARCHY, asked, document

POLICY = document("motespolicy", title="Mötespolicy för Region Norr", kind="policy")
OLD = document(
    "motespolicy-2015",
    title="Mötespolicy",
    kind="policy",
    status=Status.SUPERSEDED,
    valid_from=date(2015, 1, 1),
    valid_to=date(2024, 12, 31),
)
TRAVEL = document("riktlinje-resor", Level.GUIDELINE, title="Riktlinje för resor", kind="riktlinje")
GREEN = document("riktlinje-grona", Level.GUIDELINE, title="Riktlinje för gröna resor", kind="riktlinje")
FOREIGN = document(
    "policy-syd", title="Mötespolicy - Region Syd med bolag", kind="policy", organisations=("syd",)
)
PROPOSAL = document(
    "forslag",
    Level.BACKGROUND,
    title="Förslag till riktlinje för resor",
    kind="förslag",
    status=Status.PROPOSED,
)
LIBRARY = (POLICY, OLD, TRAVEL, GREEN, FOREIGN, PROPOSAL)


def about(question: str, documents: tuple[GoverningDocument, ...] = LIBRARY) -> DocumentAsked | None:
    return document_asked_of(asked(question, documents=documents), documents, HIERARCHY)


@pytest.mark.parametrize(
    ("question", "meant", "particulars"),
    [
        ("Vad är skillnaden mellan mötespolicyn 2015 och 2025?", POLICY, [Particular.CHANGES]),
        ("Vad är det för skillnad mellan den gamla och den nya mötespolicyn?", POLICY, [Particular.CHANGES]),
        ("Har mötespolicyn ändrats nyligen?", POLICY, [Particular.CHANGED_WHEN]),
        ("Har mötespolicyn ändrats sedan 2015?", POLICY, [Particular.CHANGED_WHEN]),
        ("Which meeting policy applied before the current one?", POLICY, [Particular.SUPERSEDES]),
        ("Gällde mötespolicyn redan 2019?", OLD, [Particular.STANDING]),
        ("What changed in the meeting policy?", POLICY, [Particular.CHANGES]),
        ("When was the meeting policy adopted?", POLICY, [Particular.DECISION]),
        ("Vem beslutade mötespolicyn?", POLICY, [Particular.DECISION]),
        ("Vem fastställer mötespolicyn?", POLICY, [Particular.DECISION]),
        ("Av vem beslutas mötespolicyn?", POLICY, [Particular.DECISION]),
        ("Who approves the meeting policy?", POLICY, [Particular.DECISION]),
        ("När antogs mötespolicyn, och av vem?", POLICY, [Particular.DECISION]),
        (
            "Vilket dnr har mötespolicyn och från vilket datum gäller den?",
            POLICY,
            [Particular.DIARY_NUMBER, Particular.VALID_FROM],
        ),
        ("Gäller den gamla mötespolicyn fortfarande?", OLD, [Particular.STANDING]),
        ("Vilken status har mötespolicyn från 2015?", OLD, [Particular.STATUS]),
        ("Vad ersätter vår mötespolicy?", POLICY, [Particular.SUPERSEDES]),
        ("Vad är nytt i mötespolicyn jämfört med den gamla?", POLICY, [Particular.CHANGES]),
        ("När ändrades mötespolicyn senast?", POLICY, [Particular.CHANGED_WHEN]),
        ("Vilka protokoll nämner riktlinjen för resor?", TRAVEL, [Particular.MENTIONS]),
        ("Vem är kontaktperson för riktlinjen för gröna resor?", GREEN, [Particular.CONTACT]),
        ("Vem antog Region Syds mötespolicy?", FOREIGN, [Particular.DECISION]),
        ("Vilken status har förslaget till riktlinje för resor?", PROPOSAL, [Particular.STATUS]),
    ],
)
def test_a_question_about_a_document_names_the_edition_and_what_is_asked(
    question: str, meant: GoverningDocument, particulars: list[Particular]
) -> None:
    found = about(question)
    assert found is not None
    assert (found.document.document, list(found.particulars)) == (meant.document, particulars)


@pytest.mark.parametrize(
    "question",
    [
        "Gäller mötespolicyn för stiftelser?",
        "Vem beslutar om undantag från mötespolicyn?",
        "När ska nämnden redovisa hur mötespolicyn följs?",
        "Vad är syftet med mötespolicyn?",
        "Vem beslutade mötespolicyn och hur mycket kostar kaffet?",
        "Vilka protokoll finns det?",
        "Vem beslutade om budgeten?",
    ],
)
def test_a_question_about_what_a_document_says_is_left_to_the_search(question: str) -> None:
    assert about(question) is None


def test_a_name_that_two_documents_share_is_not_guessed_at() -> None:
    assert about("Vem beslutade riktlinjen?") is None


def test_the_only_edition_need_not_be_the_new_one() -> None:
    assert about("Är den nya mötespolicyn antagen?", (POLICY,)) is None
