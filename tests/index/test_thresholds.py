"""The limits kept by hand, held against the documents that they rest on."""

import json
from datetime import date

import pytest

from cli import run
from hierarchy.procurement.assessment import Checked
from hierarchy.procurement.thresholds import Standing
from index.thresholds import checked_thresholds, switched_off
from tests.index.library_folder import Region

DAY = date(2026, 3, 1)
RULE = """# Regel om inköp

Gäller från och med 2025-01-01.

## Offerter

Vid köp som överstiger 50 000 kronor ska tre offerter tas in.
"""
LIMIT = """
thresholds:
  - id: offerter
    law: lou
    effect: duty
    duty: offers
    level: rule
    comparator: {comparator}
    amount: {amount}
    consequence: {{sv: Tre offerter tas in., en: Three offers are taken in.}}
    sources:
      - {{document: {document}, section: {section}, quote: {quote}}}
"""
ENTRY = """
  - document: inkop
    status: adopted
    valid_from: 2025-01-01
    confirmed: {by: Registratorn, on: 2026-01-02}
"""


def limit(
    comparator: str = "over",
    amount: str = "50000",
    document: str = "inkop",
    section: str = "Offerter",
    quote: str = "köp som överstiger 50 000 kronor",
) -> str:
    return LIMIT.format(comparator=comparator, amount=amount, document=document, section=section, quote=quote)


@pytest.fixture
def buying(region: Region) -> Region:
    """A region with a rule on purchases, and a limit that rests on it."""
    region.write("inkop.md", RULE)
    region.register(ENTRY)
    return region


def keep(region: Region, text: str) -> None:
    (region.kept / "thresholds.yaml").write_text(text, "utf-8")
    region.ingest()


def checked(region: Region, day: date = DAY) -> Checked:
    with region.library() as library:
        (one,) = checked_thresholds(library, day)
    return one


def test_a_limit_whose_source_says_it_is_verified(buying: Region) -> None:
    keep(buying, limit())
    assert checked(buying).standing is Standing.VERIFIED


def test_its_quote_is_the_stored_text_at_its_place(buying: Region) -> None:
    keep(buying, limit(quote="köp  som överstiger 50 000 kronor"))
    (citation,) = checked(buying).citations
    with buying.library() as library:
        assert library.text("inkop")[citation.start : citation.end] == citation.quote


def test_an_amount_changed_in_the_document_switches_it_off_naming_both_texts(buying: Region) -> None:
    keep(buying, limit())
    buying.write("inkop.md", RULE.replace("50 000", "60 000"))
    buying.ingest()
    found = checked(buying)
    assert found.standing is Standing.OFF
    assert "köp som överstiger 50 000 kronor" in (found.why or "")
    assert "Vid köp som överstiger 60 000 kronor ska tre offerter tas in" in (found.why or "")


def test_an_amount_changed_in_the_limit_alone_switches_it_off(buying: Region) -> None:
    keep(buying, limit(amount="55000"))
    found = checked(buying)
    assert found.standing is Standing.OFF
    assert "55000" in (found.why or "")


def test_a_comparator_that_the_words_do_not_hold_switches_it_off(buying: Region) -> None:
    keep(buying, limit(comparator="at_least"))
    assert checked(buying).standing is Standing.OFF


def test_a_document_that_is_not_there_switches_it_off(buying: Region) -> None:
    keep(buying, limit(document="borta"))
    assert "borta" in (checked(buying).why or "")


def test_a_section_that_is_not_there_switches_it_off(buying: Region) -> None:
    keep(buying, limit(section="Böter"))
    assert checked(buying).standing is Standing.OFF


def test_a_source_that_nobody_vouches_for_is_said_to_be_unconfirmed(buying: Region) -> None:
    buying.register(ENTRY.replace("    confirmed: {by: Registratorn, on: 2026-01-02}\n", ""))
    keep(buying, limit())
    assert checked(buying).standing is Standing.UNCONFIRMED


def test_a_source_that_has_been_replaced_is_said_to_be_so(buying: Region) -> None:
    buying.register(ENTRY.replace("status: adopted", "status: superseded"))
    keep(buying, limit())
    assert checked(buying).standing is Standing.SUPERSEDED


def test_a_source_that_a_new_edition_has_taken_the_place_of_is_said_to_be_replaced(buying: Region) -> None:
    keep(buying, limit())
    buying.write("inkop-2026.md", RULE.replace("2025-01-01", "2026-02-01").replace("50 000", "60 000"))
    latter = ENTRY.replace("document: inkop", "document: inkop-2026").replace("2025-01-01", "2026-02-01")
    buying.register(ENTRY + latter)
    buying.ingest()
    assert checked(buying).standing is Standing.SUPERSEDED
    assert checked(buying, date(2026, 1, 31)).standing is Standing.VERIFIED


def test_a_limit_without_a_source_is_said_to_have_none(buying: Region) -> None:
    keep(buying, limit().split("    sources:")[0])
    assert checked(buying).standing is Standing.WITHOUT_SOURCE


def test_a_change_of_the_limits_alone_is_taken_by_the_next_ingest(buying: Region) -> None:
    keep(buying, limit())
    keep(buying, limit(amount="55000"))
    assert checked(buying).threshold.amount == 55_000


def test_those_switched_off_are_listed_with_the_reason(buying: Region) -> None:
    keep(buying, limit(document="borta"))
    with buying.library() as library:
        ((threshold, why),) = switched_off(checked_thresholds(library, DAY))
    assert threshold.id == "offerter"
    assert "finns inte i biblioteket" in why


def test_a_region_without_limits_has_none(region: Region) -> None:
    region.ingest()
    with region.library() as library:
        assert checked_thresholds(library, DAY) == ()


def test_an_ingest_tells_which_limits_are_switched_off_and_names_both_texts(
    buying: Region, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(buying, limit())
    buying.write("inkop.md", RULE.replace("50 000", "70 000"))
    folders = ["--governance", str(buying.kept), "--data", str(buying.data)]
    run(["ingest", str(buying.documents), *folders])
    told = " ".join(capsys.readouterr().out.split())
    assert "1 beloppsgräns är avstängd: offerter" in told
    assert "vilar på ”köp som överstiger 50 000 kronor”, men där står ”Vid köp som överstiger 70 000" in told
    run(["ingest", str(buying.documents), *folders, "--json"])
    (off,) = json.loads(capsys.readouterr().out)["switched_off"]
    assert off["threshold"] == "offerter"


def test_an_ingest_is_silent_about_limits_that_stand(
    buying: Region, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(buying, limit())
    arguments = ["--governance", str(buying.kept), "--data", str(buying.data)]
    run(["ingest", str(buying.documents), *arguments])
    assert "avstängd" not in capsys.readouterr().out


def test_proposals_are_no_document(buying: Region) -> None:
    (buying.documents / "thresholds.forslag.yaml").write_text(limit(), "utf-8")
    buying.ingest()
    assert "thresholds.forslag" not in buying.ids()
