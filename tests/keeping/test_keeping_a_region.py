"""What an administrator does to a whole region: identities, limits, what an ingest changes, and the undo."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from hierarchy.procurement.assessment import Checked
from hierarchy.procurement.thresholds import Standing
from index.library import Library
from index.report import NoProgress
from index.thresholds import checked_thresholds
from index.update import update_library
from ingest.governance import load_governance
from ingest.registrar.review import Answers
from ingest.yaml_fields import GovernanceError
from keeping import identities, limits
from keeping.changed import changed, snapshot
from keeping.desk import open_desk
from keeping.errors import ChangedMeanwhile, KeepingError
from keeping.kept import checked_for
from keeping.ledger import Ledger
from keeping.places import folders, places_of
from keeping.threshold_desk import open_threshold_desk
from tests.keeping import small_region

DAY = date(2026, 3, 1)
ACT = """\
---
beteckning: 2030:12
rubrik: Lag (2030:12) om köp
---

# Lag (2030:12) om köp

#### 1 §

Lagen gäller köp.

#### 2 §

Köp ska annonseras.
"""


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A region read in once: what each test begins with, in the place that its library knows."""
    whole = tmp_path_factory.mktemp("region")
    folder = small_region.write(whole / "nu" / "dokument")
    small_region.read_in(whole / "nu" / "data", folder)
    shutil.copytree(whole / "nu", whole / "orörd")
    return whole


@pytest.fixture
def region(pristine: Path) -> Path:
    shutil.rmtree(pristine / "nu")
    shutil.copytree(pristine / "orörd", pristine / "nu")
    return pristine / "nu" / "dokument"


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A region of the test's own, to be read in again: an open index can't be exchanged beneath itself."""
    folder = small_region.write(tmp_path / "dokument")
    small_region.read_in(tmp_path / "data", folder)
    return folder


@pytest.fixture
def library(region: Path) -> Iterator[Library]:
    with closing(Library(region.parent / "data")) as opened:
        yield opened


@pytest.fixture
def ledger(region: Path, library: Library) -> Ledger:
    return Ledger(region.parent / "data", places_of(library).all)


# --- places ------------------------------------------------------------------------------------


def test_a_document_may_be_put_in_the_folder_and_in_each_organisations_own(
    region: Path, library: Library
) -> None:
    assert folders(places_of(library), library.hierarchy, library) == [region, region / "norr"]


def test_a_governance_folder_elsewhere_is_found(tmp_path: Path, fresh: Path) -> None:
    other = tmp_path / "styrning"
    other.mkdir()
    for name in ("hierarchy.yaml", "register.yaml"):
        (fresh / name).rename(other / name)
    data = fresh.parent / "data"
    update_library(data, [fresh], load_governance(other), NoProgress())
    with closing(Library(data)) as library:
        places = places_of(library)
        desk = open_desk(library, None)
        ledger = Ledger(data, places.all)
        identities.answered(ledger, desk, "regel-om-kop", Answers(changed=(("title", "Köp"),)), "Eva", DAY)
    assert places.governance == other
    assert "title: Köp\n" in (other / "register.yaml").read_text("utf-8")


def test_a_folder_that_is_gone_is_told_with_what_to_do(region: Path, library: Library) -> None:
    region.rename(region.with_name("flyttad"))
    with pytest.raises(KeepingError, match="finns inte längre"):
        places_of(library)


# --- identities --------------------------------------------------------------------------------


def test_what_nobody_has_confirmed_is_asked_about_first(library: Library) -> None:
    desk = open_desk(library, None)
    found = identities.waiting(desk, identities.told_by(desk))
    assert found.asked[0].document == "riktlinje-for-resor"
    assert found.without_entry == ("gavor",)


def test_a_confirmation_is_written_with_who_and_when_and_nothing_else_moves(
    region: Path, library: Library, ledger: Ledger
) -> None:
    before = (region / "register.yaml").read_text("utf-8")
    desk = open_desk(library, None)
    identities.answered(ledger, desk, "riktlinje-for-resor", Answers(confirmed=("title",)), "Eva Ek", DAY)
    after = (region / "register.yaml").read_text("utf-8")
    assert after.startswith(before.rstrip("\n"))
    assert "by: Eva Ek" in after
    assert "2026-03-01" in after


def test_a_correction_is_written_in_its_place(region: Path, library: Library, ledger: Ledger) -> None:
    desk = open_desk(library, None)
    value = identities.value_given(desk, "date", "2025-03-05")
    identities.answered(
        ledger, desk, "riktlinje-for-resor", Answers(changed=(("date", value),)), "Eva Ek", DAY
    )
    assert "    date: 2025-03-05\n" in (region / "register.yaml").read_text("utf-8")


@pytest.mark.parametrize(("field", "typed"), [("date", "i våras"), ("organisations", "söder")])
def test_a_value_that_can_not_be_is_refused_with_a_sentence(library: Library, field: str, typed: str) -> None:
    with pytest.raises(GovernanceError):
        identities.value_given(open_desk(library, None), field, typed)


def test_documents_without_an_entry_are_written_up_and_others_left(
    region: Path, library: Library, ledger: Ledger
) -> None:
    before = (region / "register.yaml").read_text("utf-8")
    desk = open_desk(library, None)
    identities.written_up(ledger, desk, "Eva Ek", DAY)
    after = (region / "register.yaml").read_text("utf-8")
    assert after.startswith(before)
    assert "document: gavor" in after
    assert identities.written_up(ledger, open_desk(library, None), "Eva Ek", DAY) is None


def test_two_who_review_at_once_never_write_over_each_other(library: Library, ledger: Ledger) -> None:
    first, second = open_desk(library, None), open_desk(library, None)
    identities.answered(ledger, first, "riktlinje-for-resor", Answers(confirmed=("title",)), "Eva Ek", DAY)
    with pytest.raises(ChangedMeanwhile):
        identities.answered(ledger, second, "riktlinje-for-resor", Answers(confirmed=("date",)), "Bo", DAY)


def test_an_earlier_confirmation_is_undone_and_a_later_one_of_another_document_stays(
    region: Path, library: Library, ledger: Ledger
) -> None:
    first = identities.answered(
        ledger,
        open_desk(library, None),
        "riktlinje-for-resor",
        Answers(changed=(("title", "Resor"),)),
        "Eva Ek",
        DAY,
    )
    assert first is not None
    identities.answered(
        ledger,
        open_desk(library, None),
        "regel-om-kop",
        Answers(changed=(("title", "Köp"),)),
        "Eva Ek",
        DAY,
    )
    ledger.undo(first.number, "Eva Ek", lambda path, text: checked_for(library.hierarchy, path, text))
    text = (region / "register.yaml").read_text("utf-8")
    assert "title: Riktlinje för resor" in text
    assert "title: Köp\n" in text


# --- limits ------------------------------------------------------------------------------------


def test_a_limit_gets_a_new_amount_and_keeps_its_lines(
    region: Path, library: Library, ledger: Ledger
) -> None:
    desk = open_threshold_desk(library, None)
    limits.edited_limit(ledger, desk, "direkt-450", {"amount": "400000"}, {}, "Eva Ek")
    assert (region / "thresholds.yaml").read_text("utf-8") == small_region.THRESHOLDS.replace(
        "amount: 450000", "amount: 400000"
    )


def test_the_same_values_again_change_nothing(library: Library, ledger: Ledger) -> None:
    desk = open_threshold_desk(library, None)
    assert limits.edited_limit(ledger, desk, "direkt-450", {}, {}, "Eva Ek") is None


def test_values_that_make_no_limit_are_refused_and_nothing_is_written(
    region: Path, library: Library, ledger: Ledger
) -> None:
    desk = open_threshold_desk(library, None)
    days = {"valid_from": date(2026, 1, 1), "valid_to": date(2025, 1, 1)}
    with pytest.raises(GovernanceError):
        limits.edited_limit(ledger, desk, "direkt-450", days, {}, "Eva Ek")
    assert (region / "thresholds.yaml").read_text("utf-8") == small_region.THRESHOLDS


def test_a_limit_is_proposed_kept_and_undone(region: Path, library: Library, ledger: Ledger) -> None:
    kept = region / "thresholds.yaml"
    removal = limits.removed(ledger, open_threshold_desk(library, None), "direkt-450", "Eva Ek")
    limits.proposed(ledger, open_threshold_desk(library, None), library, "Eva Ek", DAY)
    (proposal,) = limits.waiting(open_threshold_desk(library, None))
    keeping = limits.kept(ledger, open_threshold_desk(library, None), proposal.id, "Eva Ek", DAY)
    assert "# Bekräftad av Eva Ek 2026-03-01" in kept.read_text("utf-8")
    assert limits.waiting(open_threshold_desk(library, None)) == []

    def check(path: Path, content: bytes) -> None:
        checked_for(library.hierarchy, path, content)

    ledger.undo(keeping.number, "Eva Ek", check)
    assert [one.id for one in limits.waiting(open_threshold_desk(library, None))] == [proposal.id]
    ledger.undo(removal.number, "Eva Ek", check)
    assert kept.read_text("utf-8") == small_region.THRESHOLDS


def test_a_proposal_that_is_turned_down_does_not_come_back(library: Library, ledger: Ledger) -> None:
    limits.removed(ledger, open_threshold_desk(library, None), "direkt-450", "Eva Ek")
    limits.proposed(ledger, open_threshold_desk(library, None), library, "Eva Ek", DAY)
    (proposal,) = limits.waiting(open_threshold_desk(library, None))
    limits.turned_down(ledger, open_threshold_desk(library, None), proposal.id, "Eva Ek", DAY)
    assert limits.proposed(ledger, open_threshold_desk(library, None), library, "Eva Ek", DAY) is None


def test_a_text_that_has_changed_is_shown_beside_the_one_that_was_confirmed(fresh: Path) -> None:
    rule = fresh / "norr" / "regel-om-kop.md"
    rule.write_text(small_region.RULE.replace("450 000", "400 000"), "utf-8")
    small_region.read_in(fresh.parent / "data", fresh)
    with closing(Library(fresh.parent / "data")) as library:
        (one,) = checked_thresholds(library, DAY)
        assert one.standing is Standing.OFF
        (now,) = limits.texts_now(library, Checked(one.threshold, one.standing))
    assert not now.holds
    assert now.says is not None
    assert "400 000" in now.says


# --- what an ingest changes --------------------------------------------------------------------


def test_an_ingest_tells_what_is_another_in_the_library(fresh: Path) -> None:
    data = fresh.parent / "data"
    with closing(Library(data)) as library:
        before = snapshot(library, DAY)
    rule = fresh / "norr" / "regel-om-kop.md"
    rule.write_text(
        small_region.RULE.replace("450 000", "400 000").replace("## Avtal", "## Ramavtal"), "utf-8"
    )
    (fresh / "norr" / "gavor.md").unlink()
    (fresh / "norr" / "arkiv.md").write_text("# Regel om arkiv\n\nHandlingar gallras aldrig.\n", "utf-8")
    small_region.read_in(data, fresh)
    with closing(Library(data)) as library:
        found = changed(before, library, DAY)
    assert [one.document for one in found.new] == ["arkiv"]
    assert [one.document for one in found.withdrawn] == ["gavor"]
    (altered,) = found.altered
    assert (altered.document, altered.altered, altered.added, altered.gone) == (
        "regel-om-kop",
        ("Belopp",),
        ("Ramavtal",),
        ("Avtal",),
    )
    assert [limit for limit, _ in found.off] == ["direkt-450"]


def test_a_reference_that_leads_nowhere_any_more_is_told(fresh: Path) -> None:
    data = fresh.parent / "data"
    act = fresh / "lag.md"
    act.write_text(ACT, "utf-8")
    cites = "# Regel om annonser\n\n## Lagen\n\nAnnonsera enligt 2 § lagen (2030:12) om köp.\n"
    (fresh / "norr" / "citat.md").write_text(cites, "utf-8")
    small_region.read_in(data, fresh)
    with closing(Library(data)) as library:
        before = snapshot(library, DAY)
    act.write_text(ACT.replace("#### 2 §", "#### 3 §"), "utf-8")
    small_region.read_in(data, fresh)
    with closing(Library(data)) as library:
        assert [one.document for one in changed(before, library, DAY).broken] == ["citat"]


def test_nothing_changed_is_told_as_nothing(library: Library) -> None:
    found = changed(snapshot(library, DAY), library, DAY)
    assert not any((found.new, found.altered, found.withdrawn, found.off, found.on, found.broken))
