"""The same question in other writings."""

import pytest

from evals.rewriting import Writing, spelt, writings
from evals.writings import Outcome, line_of

WORDS = frozenset("upphandling gräns avtal ansvarig direkt".split())  # noqa: SIM905
WAYS = {way.name: way for way in writings(WORDS, {"köpa": ("upphandla",)})}
QUESTION = "Får vi upphandla för 80 000 kr enligt lagen om offentlig upphandling, inklusive två år?"


@pytest.mark.parametrize(
    ("writing", "question", "written"),
    [
        ("a, a, o", "Får vi köpa på nätet?", "Far vi kopa pa natet?"),
        ("aa, ae, oe", "Får vi köpa på nätet?", "Faar vi koepa paa naetet?"),
        ("gement utan tecken", "Får vi? Ja, för 1,5 mnkr!", "får vi ja för 1,5 mnkr"),
        ("särskrivet", "vilken upphandlingsgräns gäller", "vilken upphandlings gräns gäller"),
        ("hopskrivet", "vad är gräns för upphandling", "vad är upphandlingsgräns"),
        ("hopskrivet", "vem är ansvarig chef", "vem är ansvarigchef"),
        ("belopp: 80000:-", "köp för 80 tkr", "köp för 80000:-"),
        ("belopp: 80k", "köp för 80 tkr", "köp för 80k"),
        ("belopp: 0,08 mnkr", "köp för 80 tkr", "köp för 0,08 mnkr"),
        ("belopp: SEK 80,000", "köp för 80 tkr", "köp för SEK 80,000"),
        ("belopp: åttio tusen", "köp för 80 tkr", "köp för åttio tusen kronor"),
        ("belopp: åttio tusen", "köp för 500 tkr", "köp för en halv miljon kronor"),
        ("tal i ord", "inom 20 dagar enligt 5 §", "inom tjugo dagar enligt 5 §"),
        ("tal i siffror", "inom tjugo dagar", "inom 20 dagar"),
        ("förkortat", "enligt kommunallagen", "enl KL"),
        ("utskrivet", "vad säger LOU", "vad säger upphandlingslagen"),
        ("vardagligt", "får vi upphandla direkt", "får vi köpa direkt"),
    ],
)
def test_a_writing_changes_what_its_name_says(writing: str, question: str, written: str) -> None:
    assert WAYS[writing].of(question) == written


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_a_writing_is_the_same_every_time(way: Writing) -> None:
    assert way.of(QUESTION) == way.of(QUESTION)


@pytest.mark.parametrize("name", [name for name in WAYS if name.startswith("skrivfel")])
def test_a_typing_error_is_one_and_leaves_names_and_short_words_alone(name: str) -> None:
    written = WAYS[name].of("Får Region Nord upphandla?")
    assert written.startswith("Får ")
    assert written != "Får Region Nord upphandla?"


def test_a_number_is_spelt() -> None:
    assert [spelt(n) for n in (1, 14, 80, 700, 250)] == [
        "ett",
        "fjorton",
        "åttio",
        "sjuhundra",
        "tvåhundrafemtio",
    ]


def test_a_line_sets_a_writing_beside_the_plain_one() -> None:
    good, bad = Outcome(found=True, level=True, refused=False), Outcome(found=False, level=True, refused=True)
    line = line_of("skrivfel", [(good, bad), (good, good)])
    assert (line.count, line.found, line.level, line.refused) == (2, (1.0, 0.5), (1.0, 1.0), (0.0, 0.5))
