"""The acts that references are in: by number, name, abbreviation, and by what was named before."""

import re

import pytest

from references.acts import abbreviation_of, known_acts
from references.finding import acts_named, find_references

from .reading import read


@pytest.mark.parametrize(
    "text",
    [
        "6 kap. 38 § kommunallagen (2017:725)",
        "kommunallagen (2017:725) 6 kap. 38 §",
        "6 kap. 38 § i kommunallagen",
        "kommunallagens 6 kap. 38 §",
        "6 kap. 38 § KL",
        "KL 6 kap. 38 §",
        "6:38 KL",
        "KL 6:38",
        "KL 6:38 §",
        "2017:725 6:38",
        "SFS 2017:725 6 kap. 38 §",
        "6 kap. 38 § (KL)",
        "Kommunallagen (2017:725), 6 kap. 38 §",
        "KL, 6 kap. 38 §",
    ],
)
def test_an_act_may_stand_before_or_after_the_place_in_it(text: str) -> None:
    assert read(text) == ["2017:725: 6 kap. 38 §"]


def test_a_single_reference_is_marked_with_its_act_and_those_of_a_list_by_their_own_words() -> None:
    assert [r.text for r in find_references("enligt 4 § köplagen (1990:931)")] == ["4 § köplagen (1990:931)"]
    assert [r.text for r in find_references("enligt 4 § och 6 § köplagen")] == ["4 §", "6 §"]


def test_an_act_carries_over_the_list_before_it() -> None:
    assert read("2 kap. 3 § och 5 kap. 7 § kommunallagen") == ["2017:725: 2 kap. 3 §", "2017:725: 5 kap. 7 §"]


def test_each_list_has_its_own_act() -> None:
    assert read("3 § räntelagen, 4 och 5 §§ köplagen samt 6 §") == [
        "1975:635: 3 §", "1990:931: 4 §", "1990:931: 5 §", "6 §",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Lagen (2016:1145) om offentlig upphandling gäller.", ["2016:1145:"]),
        ("lagen om offentlig upphandling", ["2016:1145:"]),
        ("offentlighets- och sekretesslagen", ["2009:400:"]),
        ("Brottsbalkens regler", ["1962:700:"]),
        ("förordning (1999:704) om något", ["1999:704:"]),
        ("byggningabalken (1736:0123 s. 1)", ["1736:0123 s. 1:"]),
        ("enligt 2016:1145", ["2016:1145:"]),
        ("Lag (2021:1110).", ["2021:1110:"]),
        ("enligt LOU", ["2016:1145:"]),
        ("AFS 2023:2 och HSLF-FS 2017:37", ["AFS 2023:2:", "HSLF-FS 2017:37:"]),
        ("Socialstyrelsens föreskrifter och allmänna råd (HSLF-FS 2016:40)", ["HSLF-FS 2016:40:"]),
        ("GDPR och direktiv 2014/24/EU", ["(EU) 2016/679:", "2014/24/EU:"]),
        ("rådets förordning (EG) nr 1049/2001", ["(EG) nr 1049/2001:"]),
        ("ordföranden i RF valdes", []),
        ("okändalagen nämns", []),
    ],
)
def test_an_act_by_itself_is_a_reference_where_it_can_mean_nothing_else(text: str, acts: list[str]) -> None:
    assert read(text) == acts


def test_a_number_tells_which_act_an_old_name_means() -> None:
    assert read("4 § kommunallagen (1991:900) och därefter 5 § kommunallagen") == [
        "1991:900: 4 §",
        "1991:900: 5 §",
    ]


def test_an_act_that_nobody_has_numbered_keeps_its_name_as_written() -> None:
    assert read("enligt 4 § lokalhyreslagen") == ["lokalhyreslagen: 4 §"]
    assert read("enligt 4 § LokHL") == ["LokHL: 4 §"]
    assert read("enligt § 4 LF den 3 maj") == ["4 §"]


def test_an_abbreviation_that_the_text_itself_gives_is_used_from_then_on() -> None:
    assert read("lagen (2031:77) om lånecyklar (LCL) gäller, se 4 § LCL") == ["2031:77:", "2031:77: 4 §"]
    assert read("cykellagen (2031:77, CyL) gäller, se CyL 4 §") == ["2031:77:", "2031:77: 4 §"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("4 § köplagen gäller. Av 5 § samma lag", "1990:931: 5 §"),
        ("arkivlagen gäller, dock inte 5 § nämnda lag", "1990:782: 5 §"),
        ("arkivlagen och köplagen, se 5 § i den förstnämnda lagen", "1990:782: 5 §"),
        ("arkivlagen och köplagen, se 5 § i den sistnämnda", "1990:931: 5 §"),
        ("arkivlagen reglerar detta (jfr 5 §)", "1990:782: 5 §"),
        ("Arkivlagen (5 §) kräver det", "1990:782: 5 §"),
        ("arkivlagen gäller, dock inte 5 § denna lag", "5 §"),
    ],
)
def test_an_act_may_be_the_one_that_was_named_before(text: str, last: str) -> None:
    assert read(text)[-1] == last


def test_places_of_no_named_act_are_in_the_act_that_the_text_belongs_to() -> None:
    assert read("enligt 4 § denna lag och 5 § köplagen", act="2020:400") == ["2020:400: 4 §", "1990:931: 5 §"]


def test_a_sentence_that_begins_with_an_act_does_not_lend_it_to_the_section_before() -> None:
    assert read("Ansökan görs enligt 4 §\n\nLagen (2016:1145) om offentlig upphandling gäller.") == [
        "4 §", "2016:1145:",
    ]  # fmt: skip


def test_articles_count_as_sections_of_their_eu_act() -> None:
    assert read("artikel 6.1 c och 9.2 (h) i dataskyddsförordningen") == [
        "(EU) 2016/679: 6 § p1 c",
        "(EU) 2016/679: 9 § p2 h",
    ]
    assert read("artiklarna 101 och 102 i EUF-fördraget") == ["EUF-fördraget: 101 §", "EUF-fördraget: 102 §"]
    assert read("Förordning (EG) nr 45/2001 gäller, se artikel 5 i förordningen") == [
        "(EG) nr 45/2001:",
        "(EG) nr 45/2001: 5 §",
    ]
    assert read("artikel 5 i tidningen") == []
    assert read("köplagen gäller, se artikel 5 i direktivet") == ["1990:931:"]


def test_a_point_of_transitional_provisions_is_a_point_of_the_amending_act() -> None:
    assert read("punkt 2 i övergångsbestämmelserna till lagen (2022:780)") == ["2022:780: p2"]


def test_items_of_protocols_and_diary_numbers_are_references_of_their_own() -> None:
    assert read("beslut § 133/25, dnr LTV 160080, IN-IN26-0003-1") == [
        "§ 133/25", "LTV 160080:", "IN-IN26-0003-1:",
    ]  # fmt: skip


def test_every_act_that_a_text_could_name_is_told_with_its_words() -> None:
    assert acts_named("Gäller jaktmarkslagen eller KL här?") == (
        ("jaktmarkslagen", "jaktmarkslagen"),
        ("KL", "2017:725"),
    )


def test_known_acts_have_a_number_of_their_own_and_share_no_abbreviation() -> None:
    acts = list(known_acts().values())
    shorts = [short for act in acts for short in act.abbreviations]
    assert len(shorts) == len(set(shorts))
    names = [name.lower() for act in acts for name in (act.title, *act.names)]
    assert len(names) == len(set(names))
    swedish = [act.number for act in acts if re.match(r"\d{4}:", act.number)]
    assert len(swedish) > 150
    assert all(re.fullmatch(r"\d{4}:\d{1,4}(?: \d)?", number) for number in swedish)


@pytest.mark.parametrize(("number", "short"), [("2016:1145", "LOU"), ("1990:931", "KöpL"), ("2031:77", None)])
def test_the_usual_abbreviation_of_an_act_is_known_by_its_number(number: str, short: str | None) -> None:
    assert abbreviation_of(number) == short
