"""Questions of a conversation: which lean on those before, what they take over, and which stand alone."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answers.earlier import Earlier
from answers.follow_up import Asking, follow
from answers.slots import Named
from hierarchy.levels import Level
from tests.answers.making import HIERARCHY, TODAY, document

LAW = document("lou", Level.LAW, title="Lag om offentlig upphandling", kind="lag", abbreviation="LOU")
SISTER = document("luf", Level.LAW, title="Lag om försörjningssektorerna", kind="lag", abbreviation="LUF")
POLICY = document("inkopspolicy", title="Inköpspolicy", kind="policy")
GUIDELINE = document("riktlinje", Level.GUIDELINE, title="Riktlinje för resor", kind="riktlinje")
KNOWN = Named(HIERARCHY, (LAW, SISTER, POLICY, GUIDELINE))

UNHURRIED = settings(deadline=None, max_examples=60)

BUY = "Hur mycket får vi köpa för utan annons?"
ALONE = (
    "Får jag ta emot en gåva av en patient?",
    "Vem beslutar om upphandlingar över fem miljoner?",
    "När beslutades inköpspolicyn?",
    "Är det tillåtet att ha en bisyssla?",
    "Finns det regler för hur den upphandlande myndigheten ska svara?",
    "Om en leverantör går i konkurs, vad gör vi med avtalet då?",
    "Och vad gäller för representation?",
    "Men hur är det med jäv när en ledamot har lämnat anbud?",
    "Hur länge får ett ramavtal gälla?",
    "Gäller Region Syds policy för oss?",
    "How long may a framework agreement run?",
    "resekostnader",
    "Jag har tappat mitt kort. Vad gör jag då?",
    "Vad gällde för direktupphandling 2019?",
)
LEANING = (
    "och i Region Syd?",
    "om det är över 700 000 då?",
    "och 2020?",
    "vem beslutar det?",
    "hur länge då?",
    "av vem?",
    "och för tjänster?",
    "och om det brådskar mycket?",
    "vilka undantag finns?",
    "måste det dokumenteras?",
    "gäller det även bolag?",
    "what about Region South?",
    "who decides?",
    "och enligt LUF?",
)


def after(question: str, *earlier: str | Earlier) -> Asking:
    return follow(question, earlier, KNOWN, TODAY)


def taken(asking: Asking) -> dict[str, str]:
    return {str(carried.what): carried.value for carried in asking.carried}


@pytest.mark.parametrize("question", LEANING)
def test_without_earlier_questions_nothing_is_taken_over(question: str) -> None:
    assert after(question) == Asking(question, searched=question)


@UNHURRIED
@given(st.sampled_from(ALONE), st.lists(st.sampled_from(ALONE + LEANING), max_size=4))
def test_a_question_that_stands_alone_is_never_changed(question: str, earlier: list[str]) -> None:
    assert after(question, *earlier) == Asking(question, searched=question)


@UNHURRIED
@given(st.sampled_from(LEANING), st.lists(st.sampled_from(ALONE + LEANING), min_size=1, max_size=4))
def test_a_question_made_whole_stands_alone(question: str, earlier: list[str]) -> None:
    whole = after(question, *earlier).text
    assert after(whole, *earlier).text == whole or whole == question


@UNHURRIED
@given(st.sampled_from(LEANING), st.sampled_from(ALONE))
def test_what_is_taken_over_stands_in_the_whole_question_or_holds_for_it(question: str, earlier: str) -> None:
    asking = after(question, earlier)
    for carried in asking.carried:
        if carried.what in ("topic", "question", "amount", "document"):
            assert all(word.casefold() in asking.text.casefold() for word in carried.value.split())


@UNHURRIED
@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=3))
def test_any_words_can_be_followed(question: str, earlier: list[str]) -> None:
    asking = after(question, *earlier)
    assert asking.carried or asking.text == question


def test_another_organisation_is_asked_of_for_that_turn() -> None:
    asking = after("och i Region Syd?", BUY)
    assert asking.text == "Hur mycket får vi köpa för utan annons i Region Syd?"
    assert asking.searched == BUY
    assert asking.organisation == "syd"
    assert taken(asking) == {"topic": "köpa för utan annons"}


def test_the_organisation_stays_until_the_asker_is_meant_again() -> None:
    turns = (BUY, "och i Region Syd?")
    assert after("vem beslutar det?", *turns).organisation == "syd"
    assert taken(after("vem beslutar det?", *turns))["organisation"] == "syd"
    assert after("och hos oss?", *turns).organisation is None
    assert after("Får jag ta emot en gåva?", *turns).organisation is None


def test_whose_policy_is_asked_about_does_not_change_who_asks() -> None:
    asking = after("och Norrlandstingets?", "Gäller Region Syds policy för oss?")
    assert asking.organisation is None


def test_a_place_that_the_library_does_not_know_is_a_stranger() -> None:
    asking = after("och i Skåne?", BUY)
    assert (asking.stranger, asking.organisation) == ("Skåne", None)
    assert after("och i Region Syd?", BUY, "och i Skåne?").stranger is None


def test_an_amount_takes_the_place_of_the_amount() -> None:
    asking = after("om det är över 700 000 då?", "Måste vi annonsera ett köp för 80 tkr?")
    assert asking.text == "Måste vi annonsera ett köp för över 700 000 kr?"


def test_an_amount_is_kept_where_none_replaces_it() -> None:
    asking = after("och om bara en leverantör finns?", "Måste vi annonsera ett köp för 80 tkr?")
    assert taken(asking)["amount"] == "för 80 tkr"


def test_a_year_changes_the_day_and_is_kept() -> None:
    asking = after("vad gällde 2020 då?", BUY)
    assert asking.as_of == date(2020, 12, 31)
    kept = after("vem beslutar det?", BUY, "vad gällde 2020 då?")
    assert (kept.as_of, taken(kept)["day"]) == (date(2020, 12, 31), "2020-12-31")
    assert after("och i dag?", BUY, "vad gällde 2020 då?").as_of is None


def test_a_day_of_the_first_question_holds_for_those_that_lean_on_it() -> None:
    assert after("vem beslutade det?", "Vad gällde för bisysslor 2020?").as_of == date(2020, 12, 31)


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("av vem?", "Av vem beslutades inköpspolicyn?"),
        ("och vad ersatte den?", "Vad ersatte inköpspolicyn?"),
        ("gäller den fortfarande?", "Gäller inköpspolicyn fortfarande?"),
        ("vad är dess diarienummer?", "Vad är inköpspolicyns diarienummer?"),
        ("och den gamla?", "När beslutades den gamla inköpspolicyn?"),
        ("och riktlinjen för resor?", "När beslutades riktlinjen för resor?"),
        ("vem är kontaktperson?", "Vem är kontaktperson för inköpspolicyn?"),
    ],
)
def test_a_document_is_asked_about_on(question: str, whole: str) -> None:
    assert after(question, "När beslutades inköpspolicyn?").text == whole


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (BUY, "vem beslutar det?", "Vem beslutar det (köpa för utan annons)?"),
        (BUY, "och för tjänster?", "Hur mycket får vi köpa för utan annons för tjänster?"),
        (BUY, "gäller det även bolag?", "Hur mycket får vi köpa för utan annons, bolag?"),
        (BUY, "och enligt LUF?", "Hur mycket får vi köpa för utan annons enligt LUF?"),
        ("Vad säger LOU om anbud?", "och LUF?", "Vad säger LUF om anbud?"),
        ("Vad är gränsen för köp av varor?", "och tjänster?", "Vad är gränsen för köp av tjänster?"),
        ("Måste köpet annonseras?", "när då?", "När måste köpet annonseras?"),
        ("Hur ofta ska avtal följas upp?", "av vem?", "Av vem ska avtal följas upp?"),
        (
            "Vad gäller för avtalet om det är bråttom?",
            "och om det inte brådskar?",
            "Vad gäller för avtalet om det inte brådskar?",
        ),
        ("May I accept a gift?", "what about Region South?", "May I accept a gift in Region South?"),
    ],
)
def test_the_words_of_both_make_one_question(earlier: str, question: str, whole: str) -> None:
    assert after(question, earlier).text == whole


def test_a_neuter_pronoun_is_no_policy() -> None:
    asking = after("måste det annonseras?", "Vad säger inköpspolicyn om små köp?")
    assert asking.text == "Måste det annonseras (inköpspolicyn om små köp)?"


@pytest.mark.parametrize("question", ["och gåvor?", "hur är det med bisysslor?", "representation då?"])
def test_a_bare_noun_of_another_subject_takes_nothing_over(question: str) -> None:
    assert not after(question, BUY).carried


def test_a_chain_of_follow_ups_keeps_the_first_subject() -> None:
    asking = after("måste det dokumenteras?", BUY, "och för tjänster?", "vem beslutar det?")
    assert "köpa för utan annons" in asking.text


def test_thanks_between_do_not_end_the_conversation() -> None:
    assert after("och i Region Syd?", BUY, "Tack!").organisation == "syd"


def test_a_question_asked_alone_is_what_later_ones_lean_on() -> None:
    asking = after("vem beslutar det?", BUY, Earlier("och för tjänster?", alone=True))
    assert asking.text == "Vem beslutar det (tjänster)?"


def test_the_language_is_that_of_the_words_and_else_of_the_question_before() -> None:
    assert after("what about Region Syd?", BUY).language == "en"
    bare = after("Region Syd?", "May I accept a gift?")
    assert (bare.language, taken(bare)["language"]) == ("en", "en")


@pytest.mark.parametrize(
    ("before", "asked", "whole"),
    [
        ("Vem beslutar om inköpspolicyn?", "när då?", "När beslutades inköpspolicyn?"),
        ("Vem har fastställt inköpspolicyn?", "och när?", "När fastställdes inköpspolicyn?"),
    ],
)
def test_when_after_who_decides_a_document_asks_when_it_was_decided(
    before: str, asked: str, whole: str
) -> None:
    assert after(asked, before).text == whole


@pytest.mark.parametrize(
    ("asked", "whole"),
    [
        ("och med option på 50 000 kr?", "{} för 600 000 kr med option på 50 000 kr?"),
        ("och om optionen är på 50 000 kr?", "{} för 600 000 kr om optionen är på 50 000 kr?"),
        ("och om det kostar 800 000 kr?", "{} för 800 000 kr?"),
    ],
)
def test_what_an_option_costs_leaves_the_price_as_it_was(asked: str, whole: str) -> None:
    before = "Får vi direktupphandla konsulter för 600 000 kr?"
    assert after(asked, before).text == whole.format("Får vi direktupphandla konsulter")


def test_another_amount_of_an_option_takes_the_place_of_the_first() -> None:
    before = "Får vi köpa konsulter för 600 000 kr med option på 50 000 kr?"
    asked = after("och om optionen är på 120 000 kr?", before)
    assert asked.text == "Får vi köpa konsulter för 600 000 kr om optionen är på 120 000 kr?"


@pytest.mark.parametrize("asked", ["what about 750 000?", "and for SEK 750,000?"])
def test_an_english_amount_takes_the_place_of_the_one_before(asked: str) -> None:
    assert after(asked, "May we buy directly for SEK 600,000?").text == "May we buy directly for 750 000 kr?"
