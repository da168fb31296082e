"""Statutes as Sveriges riksdag publishes them, as text and as HTML, are read the same."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.levels import Level
from ingest.document import ingest_file
from ingest.errors import UnreadableFile
from ingest.governance import Governance
from ingest.readers import read_file
from ingest.readers.published_statute import SourceLine, read_published
from ingest.stored_text import assemble
from ingest.structure import provisions_of

HEAD = """\
Köplag (2030:12) för kommuner

SFS nr: 2030:12
Departement/myndighet: Finansdepartementet OU
Utfärdad: 2030-02-03
Ändrad: t.o.m. SFS 2031:77
Ändringsregister: SFSR (Regeringskansliet)
Källa: Fulltext (Regeringskansliet)

Innehåll:

1 kap. Inledande bestämmelser
2 a kap. Köp av varor
Övergångsbestämmelser

"""
TEXT = f"""{HEAD}\
1 kap. Inledande bestämmelser

Lagens innehåll

1 §   Denna lag gäller kommuners köp
av varor. Den gäller inte
- hyra, eller
- lån som är längre än
ett år.

Med kommun avses även en region. Lag (2031:77).

2 § /Upphör att gälla U:2032-01-01/
Kommunen ska köpa varor i tid.

2 § /Träder i kraft I:2032-01-01/
Kommunen ska köpa varor i god tid. Lag (2031:77).

2 a kap. Köp av varor

/Rubriken träder i kraft I:2032-01-01/
Anbud m.m.

5 b § Ett anbud ska innehålla

1. pris, och

2. tid.

3 § om avgiftens storlek gäller också.

6 § Har upphävts genom lag (2031:77).

Övergångsbestämmelser

2030:12
1. Denna lag träder i kraft den 1 juli 2030.
2. Äldre köp omfattas inte.

2031:77
Denna lag träder i kraft den 1 januari 2032.

Bilaga 1

Varor som avses

Mjölk        5 000
"""
HTML = """\
<h2>Köplag (2030:12) för kommuner</h2><style>div { width: 1px }</style>
<b>SFS nr</b>: 2030:12<br /><b>Departement/myndighet</b>: Finansdepartementet OU<br /><b>Utfärdad</b>:
2030-02-03<br /><b>Ändrad</b>: t.o.m. SFS 2031:77<br />
<b>Källa</b>: <a href="https://example.org">Fulltext (Regeringskansliet)</a><br /><hr />
<div class="sfstoc"><h3>Innehåll:</h3><ul><li><a href="#K1">1 kap. Inledande bestämmelser</a></li></ul></div>
<div><p><a name="S1"></a></p>
<h3 name="K1"><a name="K1">1 kap. Inledande bestämmelser</a></h3>
<h4 name="Lagens innehåll"><a name="Lagens innehåll">Lagens innehåll</a></h4>
<a class="paragraf" name="K1P1"><b>1 §</b></a> &nbsp;&nbsp;Denna lag gäller kommuners köp
av varor. Den gäller inte<br />- hyra, eller<br />- lån som är längre än ett år.
<p><a name="K1P1S2"></a></p>
Med kommun avses även en region. <i>Lag (2031:77)</i>.
<a class="paragraf" name="K1P2"><b>2 §</b></a> &nbsp;&nbsp;/Upphör att gälla U:2032-01-01 genom
<i>lag (2031:77)</i>./<br />Kommunen ska köpa varor i tid.
<a class="paragraf" name="K1P2"><b>2 §</b></a> &nbsp;&nbsp;<i>/Träder i kraft I:2032-01-01/</i><br />
Kommunen ska köpa varor i god tid. <i>Lag (2031:77)</i>.
<h3 name="K2a"><a name="K2a">2 a kap. Köp av varor</a></h3>
<h4>/Rubriken träder i kraft I:2032-01-01/ Anbud m.m.</h4>
<a name="K2aP5b"><b>5 b §</b></a> Ett anbud ska innehålla<br />1. pris, och<br />2. tid.
<p><a name="K2aP5bS2"></a></p> 3 § om avgiftens storlek gäller också.
<pre></pre>
6 § Har upphävts genom lag (2031:77).
<h3 name="overgang"><a name="overgang">Övergångsbestämmelser</a></h3>
2030:12<br />1. Denna lag träder i kraft den 1 juli 2030.<br />2. Äldre köp omfattas inte.
<p><a name="K2aP6S9"></a></p>2031:77<br />Denna lag träder i kraft den 1 januari 2032.
<h3>Bilaga 1</h3><h4>Varor som avses</h4><table><tr><td>Mjölk</td><td>5 000</td></tr></table></div>
"""
SECTIONS = [
    (
        "1 kap. 1 §",
        "Lagens innehåll",
        "Denna lag gäller kommuners köp av varor. Den gäller inte\n- hyra, eller\n"
        "- lån som är längre än ett år.\n\nMed kommun avses även en region.",
    ),
    ("1 kap. 2 §", "Lagens innehåll", "Kommunen ska köpa varor i tid."),
    ("1 kap. 2 § (träder i kraft 2032-01-01)", "Lagens innehåll", "Kommunen ska köpa varor i god tid."),
    (
        "2 a kap. 5 b §",
        "Anbud m.m.",
        "Ett anbud ska innehålla\n1. pris, och\n2. tid.\n\n3 § om avgiftens storlek gäller också.",
    ),
    ("2 a kap. 6 §", "Anbud m.m.", "Har upphävts genom lag (2031:77)."),
    (
        "Övergångsbestämmelser 2030:12 › 1",
        "Övergångsbestämmelser",
        "1. Denna lag träder i kraft den 1 juli 2030.",
    ),
    ("Övergångsbestämmelser 2030:12 › 2", "Övergångsbestämmelser", "2. Äldre köp omfattas inte."),
    (
        "Övergångsbestämmelser 2031:77",
        "Övergångsbestämmelser",
        "Denna lag träder i kraft den 1 januari 2032.",
    ),
    ("Bilaga 1", "Varor som avses", "Mjölk\t5 000"),
]

Ingested = tuple[GoverningDocument, str, tuple[Provision, ...]]


def ingest(folder: Path, name: str, content: str) -> Ingested:
    path = folder / name
    path.write_text(content, "utf-8")
    found = ingest_file(path, folder, Governance())
    return found.document, found.text, found.provisions


@pytest.fixture(params=[("koplag.txt", TEXT), ("koplag.html", HTML)], ids=["text", "html"])
def statute(request: pytest.FixtureRequest, tmp_path: Path) -> Ingested:
    return ingest(tmp_path, *request.param)


def test_sections_transitional_provisions_and_annexes_have_their_addresses(statute: Ingested) -> None:
    _, text, provisions = statute
    assert [(p.address, p.heading, text[p.start : p.end]) for p in provisions] == SECTIONS


def test_the_head_tells_what_the_statute_is(statute: Ingested) -> None:
    document, _, _ = statute
    assert (document.title, document.number, document.kind) == ("Köplag för kommuner", "2030:12", "lag")
    assert (document.level, document.status) == (Level.LAW, Status.ADOPTED)
    assert (document.date, document.valid_from) == (date(2030, 2, 3), date(2030, 7, 1))
    assert document.evidence["amended"].quote == "t.o.m. SFS 2031:77"
    assert document.doubts == ()


def test_wordings_are_in_force_one_after_the_other(statute: Ingested) -> None:
    _, _, provisions = statute
    assert [(p.valid_from, p.valid_to) for p in provisions[1:3]] == [
        (None, date(2031, 12, 31)),
        (date(2032, 1, 1), None),
    ]


def test_amendments_are_kept_apart(statute: Ingested) -> None:
    _, _, provisions = statute
    assert [p.amended_by for p in provisions[:5]] == ["2031:77", None, "2031:77", None, "2031:77"]


def test_the_list_of_contents_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "koplag.txt"
    path.write_text(TEXT, "utf-8")
    reading = read_file(path)
    assert "2 a kap. Köp av varor" in reading.dropped
    assert [b.text for b in reading.blocks].count("1 kap. Inledande bestämmelser") == 1


def test_values_of_the_head_may_stand_on_the_line_below(tmp_path: Path) -> None:
    head = "Köplag (2030:12)\n\nSFS nr: \n2030:12\n\nUtfärdad: \n2030-02-03\n\n"
    document, _, provisions = ingest(tmp_path, "koplag.txt", f"{head}1 § Lagen gäller köp.\n")
    assert (document.number, document.date) == ("2030:12", date(2030, 2, 3))
    assert [p.address for p in provisions] == ["1 §"]


def test_a_repealed_statute_is_repealed(tmp_path: Path) -> None:
    head = "Köplag (2030:12)\n\nSFS nr: 2030:12\nUtfärdad: 2030-02-03\nUpphävd: 2035-01-01\n\n"
    document, _, _ = ingest(tmp_path, "koplag.txt", f"{head}1 § Lagen gäller köp.\n")
    assert (document.status, document.valid_to) == (Status.REPEALED, date(2035, 1, 1))


def test_a_flat_statute_without_a_head_is_known_by_its_sections(tmp_path: Path) -> None:
    text = "Stadga om handel\n\nKöp\n\n1 § Köp får ske.\n\nHyra\n\n2 § Hyra får ske.\n\n2 a § Lån får ske.\n"
    _, _, provisions = ingest(tmp_path, "regler.txt", text)
    assert [(p.address, p.heading) for p in provisions] == [
        ("1 §", "Köp"),
        ("2 §", "Hyra"),
        ("2 a §", "Hyra"),
    ]


def test_an_indented_line_after_a_full_stop_begins_a_stycke(tmp_path: Path) -> None:
    text = "SFS nr: 2030:12\n\n1 § Köp får ske.\n   Hyra får ske\ni fem år.\n"
    _, stored, (section,) = ingest(tmp_path, "lag.txt", text)
    assert stored[section.start : section.end] == "Köp får ske.\n\nHyra får ske i fem år."


def test_a_chapter_that_was_repealed_is_a_heading(tmp_path: Path) -> None:
    text = (
        "SFS nr: 2030:12\n\n1 kap. Köp\n\n1 § Köp får ske.\n\n2 kap. Har upphävts genom lag (2031:1).\n\n"
        "3 kap. Lån\n\n1 § Lån får inte ske."
    )
    _, _, provisions = ingest(tmp_path, "lag.txt", text)
    assert [p.address for p in provisions] == ["1 kap. 1 §", "3 kap. 1 §"]


@pytest.mark.parametrize("name", ["lag.txt", "lag.html"])
def test_a_head_without_text_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(
        "<h2>Lag (2030:12)</h2><b>SFS nr</b>: 2030:12<br />" if name.endswith("html") else "SFS nr: 2030:12\n"
    )
    with pytest.raises(UnreadableFile):
        read_file(path)


def test_an_ordinary_page_that_mentions_sections_is_read_as_before(tmp_path: Path) -> None:
    path = tmp_path / "sida.html"
    path.write_text("<main><h1>Inköp</h1><p>Enligt 1 § ska du fråga.</p></main>", "utf-8")
    assert [(b.kind, b.text) for b in read_file(path).blocks] == [
        ("heading", "Inköp"),
        ("paragraph", "Enligt 1 § ska du fråga."),
    ]


def test_a_long_list_of_short_lines_takes_no_longer_than_its_length(tmp_path: Path) -> None:
    path = tmp_path / "lag.txt"
    path.write_text("SFS nr: 2030:12\n\n1 § Köp.\n\n" + "Mjölk\n\n" * 5000, "utf-8")
    assert len(read_file(path).blocks) > 5000


LINES = st.sampled_from(
    (
        "1 kap. Köp", "2 a kap. Har upphävts genom lag (2031:1).", "1 § Köp får ske.", "2 §", "- mat,",
        "3-5 §§ Har upphävts genom lag (2031:1).", "/Träder i kraft I:2032-01-01/", "1. dryck, och",
        "2 § /Upphör att gälla U:2032-01-01/", "Hyra av hus", "Allt ska ske i tid. Lag (2031:7).",
        "Övergångsbestämmelser", "2031:7", "Bilaga 1", "Mjölk\t5 000", "", "   ",
    )
)  # fmt: skip


@given(st.lists(LINES, max_size=25))
def test_whatever_order_the_lines_come_in_addresses_are_unique_and_no_words_are_lost(
    lines: list[str],
) -> None:
    source = [SourceLine("SFS nr: 2030:12"), *(SourceLine(line) for line in lines)]
    try:
        reading = read_published(source)
    except UnreadableFile:
        return
    stored = assemble(reading.blocks)
    provisions = provisions_of("lag", "Lag om köp", stored, reading.metadata)
    assert len({p.address for p in provisions}) == len(provisions)
    assert all(a.end <= b.start for a, b in pairwise(provisions))
    assert all(0 <= p.start < p.end <= len(stored.text) for p in provisions)
    said = [line for line in lines if line.startswith(("Allt", "- mat", "1. dryck"))]
    assert sum(stored.text.count(line) for line in dict.fromkeys(said)) >= len(said)
