"""Which provisions of sister acts regulate the same thing."""

from hypothesis import given
from hypothesis import strategies as st

from hierarchy.levels import Level
from index.acts import sisters_of
from index.parallels import Parallels, counterparts
from tests.answers.making import document
from tests.index.library_folder import Region

TERMS = st.dictionaries(
    st.text("12345678 §", min_size=1, max_size=4), st.frozensets(st.sampled_from("abcdefghij")), max_size=6
)
ACT = """---
beteckning: 2016:{number}
rubrik: Lag (2016:{number}) om {title}
---

# Lag (2016:{number}) om {title}

## 1 kap. Inledande bestämmelser

### 1 §

Denna lag gäller {title}.

### 2 §

{second}

## 2 kap. Avslutning

### 1 §

{third}
"""
PERIOD = "En {buyer} ska ge leverantörerna skälig tid att lämna anbud och förlänga tiden vid ändringar."
CONTEST = (
    "Juryn i en formgivningstävling ska vara självständig och får inte känna till namnen på dem som tävlar."
)


def test_provisions_in_nearly_the_same_words_are_counterparts_whatever_their_number() -> None:
    one = {"1 §": {"anbud", "tid", "förlängning"}, "2 §": {"jury", "tävling", "namn"}}
    other = {"7 §": {"jury", "tävling", "namn", "enhet"}, "9 §": {"anbud", "tid", "förlängning", "enhet"}}
    assert counterparts(one, other) == {"1 §": "9 §", "2 §": "7 §"}


def test_what_only_one_act_regulates_has_no_counterpart() -> None:
    one = {"1 §": {"anbud", "tid"}, "2 §": {"jury", "tävling"}}
    assert counterparts(one, {"1 §": {"anbud", "tid"}, "2 §": {"avgift", "domstol"}}) == {"1 §": "1 §"}


def test_of_two_provisions_in_the_same_words_the_one_in_the_same_place_is_the_counterpart() -> None:
    same = {"anbud", "tid", "miljö"}
    one = {"1 §": {"jury"}, "2 §": same, "3 §": {"avgift"}, "4 §": same, "5 §": {"domstol"}}
    other = {"1 §": {"avgift"}, "2 §": same, "3 §": {"domstol"}, "4 §": {"jury"}, "5 §": same}
    found = counterparts(one, other)
    assert (found["2 §"], found["4 §"]) == ("5 §", "2 §")


@given(TERMS, TERMS)
def test_no_two_provisions_share_a_counterpart_and_the_relation_goes_both_ways(
    one: dict[str, frozenset[str]], other: dict[str, frozenset[str]]
) -> None:
    there = counterparts(one, other)
    assert len({*there.values()}) == len(there)
    assert {*there} <= {*one}
    assert {*there.values()} <= {*other}


def test_the_sisters_of_an_act_are_those_of_its_group_in_the_library() -> None:
    lou, luf = (document(n, Level.LAW, number=f"2016:{n}") for n in ("1145", "1146"))
    other = document("annan", Level.LAW, number="2017:725")
    assert sisters_of(lou, [lou, luf, other]) == [luf]
    assert sisters_of(luf, [lou, luf, other]) == [lou]
    assert sisters_of(other, [lou, luf, other]) == []


def test_a_library_with_two_sister_acts_tells_the_counterparts_of_their_sections(region: Region) -> None:
    general = {"buyer": "upphandlande myndighet", "title": "offentlig upphandling"}
    utilities = {"buyer": "upphandlande enhet", "title": "upphandling inom försörjningssektorerna"}
    region.write(
        "lou.md",
        ACT.format(number=1145, second=CONTEST, third=PERIOD.format(**general), **general),
    )
    region.write(
        "luf.md",
        ACT.format(number=1146, second=PERIOD.format(**utilities), third="Avgift tas ut.", **utilities),
    )
    region.ingest()
    with region.library() as library:
        lou = library.document("lou")
        assert lou is not None
        parallels = Parallels(library)
        period = [(act.document, wordings[0].address) for act, wordings in parallels.of(lou, "2 kap. 1 §")]
        assert period == [("luf", "1 kap. 2 §")]
        assert parallels.of(lou, "1 kap. 2 §") == []
        assert parallels.of(lou, "9 kap. 9 §") == []
