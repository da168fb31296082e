"""The kind of thing a question asks for, and texts that hold it."""

import pytest

from answers.wanted import measure_asked_by, thing_asked_of, wanted_by


@pytest.mark.parametrize(
    ("question", "name", "held", "lacking"),
    [
        ("Hur loggar jag in i systemet?", "access", "Logga in med ditt kort.", "Systemet ska användas."),
        ("Vid vilken ålder får man gå?", "age", "Den som fyllt 65 får sluta.", "Avgången meddelas chefen."),
        ("Hur stor andel ska vara rena bilar?", "share", "Minst hälften av bilarna.", "Antalet är 12."),
        ("Vad är det man får i månadslön?", "money", "Lönen är 30 000 kr.", "Lönen är individuell."),
        ("Vad heter resebyrån?", "name", "Avtalet är med Resor Direkt.", "Region Norr har en resebyrå."),
        ("Vilket telefonnummer har växeln?", "telephone", "Ring 0150-123 45.", "Ring växeln."),
        ("Vilken e-postadress använder jag?", "address", "Skriv till inkop@exempel.se.", "Skriv till oss."),
        ("Vilket belopp får jag köpa för?", "money", "Högst 5 000 kronor.", "Köp med omdöme."),
        ("Hur länge ska avtalet sparas?", "duration", "Det sparas i sju år.", "Det ska sparas."),
        ("Vilken dag räknas brevet som inkommet?", "day", "Den dag då det når oss.", "Inom en dag."),
        ("Hur många veckor tar det att få svar?", "usual value", "Det tar två veckor.", "Högst två veckor."),
        ("Hur lång tid brukar prövningen ta?", "usual value", "Normalt ett år.", "Inom ett år."),
        ("How long does a review take?", "usual value", "Det tar ungefär ett år.", "Inom ett år."),
        ("Vilket datum antogs den?", "date", "Antogs den 3 maj 2024.", "Den antogs av styrelsen."),
        ("När stänger receptionen?", "time of day", "Den är öppen till kl. 16.", "Den är stängd."),
        ("Hur många anbud ska vi ta in?", "number", "Minst tre anbud tas in.", "Anbud ska tas in."),
        (
            "Hur många möten hölls i maj?",
            "number",
            "Det hölls 2 100 möten.",
            "Mötet den 2026-05-12 hölls i § 4.",
        ),
        ("Hur många anbud krävs?", "number", "Ta in 3-5 anbud.", "1. Anbud prövas av en nämnd."),
        (
            "Hur många ska rösta ja?",
            "number",
            "Minst 3/4 av de röstande.",
            "Se § 112/25 i verksamhetsplan 2026.",
        ),
        ("Hur mycket får vi köpa för?", "number", "För högst 2000 kr.", "Lagen (2016:1145) gäller en vara."),
        ("Vem beslutar om undantag?", "body", "Inköpsdirektören beslutar.", "Undantag är ovanliga."),
        ("Hur många sitter i rådet?", "number", "Rådet har fjorton ledamöter.", "Rådet har ledamöter."),
        (
            "Hur många köp gjordes?",
            "number",
            "Det gjordes 64 köp.",
            "De var 24 procent och kostade 64,4 mnkr.",
        ),
        ("Hur många bor här?", "number", "Här bor 1,4 miljoner.", "Här bor 30 procent."),
        ("Hur många kom?", "number", "De var 12. 30 procent var barn.", "Det kostade 1,5 miljoner kronor."),
        ("Hur många tusen kronor får det kosta?", "money", "Högst 5 000 kronor.", "Köp med omdöme."),
        ("How many SEK may it cost?", "money", "Högst 5 000 kronor.", "Köp med omdöme."),
        ("Hur stor är rabatten?", "number", "Rabatten är 24 procent.", "Rabatt ges."),
        ("Hur många minuter får man tala?", "duration", "Högst fem minuter.", "Minst 21 ledamöter talar."),
        ("Hur snabbt måste vi svara?", "duration", "Svar lämnas utan onödigt dröjsmål.", "Svar lämnas."),
        ("Hur fort ska det vara klart?", "duration", "Det är klart inom 15 dagar.", "Det ska vara klart."),
        ("How quickly must we answer?", "duration", "Svar ges inom en vecka.", "Svar ges."),
        ("Vilket år ses policyn över?", "date", "Den ses över 2027.", "Den ses över vid behov."),
        ("Vilken domstol prövar det?", "body", "Det prövas av förvaltningsdomstol.", "Det prövas."),
        ("How long must it be kept?", "duration", "Det sparas i 10 år.", "Det ska sparas."),
    ],
)
def test_a_question_wants_what_only_some_texts_hold(
    question: str, name: str, held: str, lacking: str
) -> None:
    wanted = wanted_by(question)
    assert wanted is not None
    assert wanted.name == name
    assert wanted.held.search(held)
    assert not wanted.held.search(lacking)


def test_a_body_is_only_preferred_and_a_sum_is_demanded() -> None:
    body, money = wanted_by("Vem beslutar?"), wanted_by("Vilket belopp gäller?")
    assert body is not None
    assert money is not None
    assert not body.strict
    assert money.strict


@pytest.mark.parametrize(
    "question",
    [
        "Får jag ta emot en gåva?",
        "När är öppet förfarande tillåtet?",
        "Inom vilken tid får man klaga?",
        "Räcker det att en person är med när vi öppnar anbuden?",
    ],
)
def test_a_question_may_want_nothing_in_particular(question: str) -> None:
    assert wanted_by(question) is None


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("Hur ofta ska larmet testas?", "ofta"),
        ("How long is the notice period?", "long"),
        ("Vem testar larmet?", None),
    ],
)
def test_a_measure_is_asked_for_by_a_word(question: str, measure: str | None) -> None:
    assert measure_asked_by(question) == measure


@pytest.mark.parametrize("verb", ["sitter", "ingår", "deltar", "krävs"])
def test_a_verb_is_not_the_thing_that_is_counted(verb: str) -> None:
    assert thing_asked_of(f"Hur många {verb} i nämnden?") is None
    assert thing_asked_of("Hur många ledamöter har nämnden?") == "ledamöter"


def test_what_somebody_is_to_do_is_not_the_thing_that_a_measure_is_asked_of() -> None:
    assert thing_asked_of("Hur många ska sitta i nämnden?") is None
    assert thing_asked_of("Hur lång ska uppsägningstiden vara?") == "uppsägningstiden"
