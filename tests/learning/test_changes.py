"""What becomes of a course when its documents change."""

from dataclasses import dataclass, field, replace
from datetime import date

from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.editions import as_they_stand
from hierarchy.levels import Hierarchy, Level
from learning.changes import Change, as_it_stands, findings
from learning.course import Course, Kind, made_item, source_of
from learning.material import Material

DAY = date(2026, 3, 1)
QUOTE = "Kvittot ska lämnas inom tio dagar."
TEXT = f"Kvitton\n\n{QUOTE}\n\nEtt kort får inte lånas ut."
DOCUMENT = GoverningDocument(
    "kort", "Regler för kort", "regel", Level.RULE, Status.ADOPTED, valid_from=date(2026, 1, 1)
)
PROVISION = Provision("kort", "Kvitton", ("Kvitton",), None, 0, len(TEXT))


@dataclass
class Shelf:
    texts: dict[str, str] = field(default_factory=lambda: {"kort": TEXT})
    held: list[GoverningDocument] = field(default_factory=lambda: [DOCUMENT])
    hierarchy: Hierarchy = field(default_factory=lambda: Hierarchy(()))

    def documents_on(self, day: date) -> dict[str, GoverningDocument]:
        return {document.document: document for document in as_they_stand(self.held, day)}

    def text(self, document: str) -> str:
        return self.texts[document]

    def provisions(self, document: str) -> list[Provision]:
        return [replace(PROVISION, document=document, end=len(self.texts[document]))]


def course() -> Course:
    start = TEXT.index(QUOTE)
    source = source_of(DOCUMENT, PROVISION, TEXT, start, start + len(QUOTE))
    item = made_item(Kind.CLOZE, "Inom vilken tid?", "tio dagar", ["fem dagar", "30 dagar"], source)
    return Course("k", "Kort", items=(item,))


def test_an_unchanged_document_gives_no_finding() -> None:
    assert findings(course(), Shelf(), DAY) == []


def test_a_change_elsewhere_in_the_document_leaves_the_exercise_as_it_is() -> None:
    shelf = Shelf(texts={"kort": TEXT.replace("lånas", "lämnas")})
    assert findings(course(), shelf, DAY) == []


def test_a_moved_quote_is_found_again_and_the_learner_meets_it_there() -> None:
    shelf = Shelf(texts={"kort": f"Inledning före allt annat.\n\n{TEXT}"})
    found = findings(course(), shelf, DAY)
    assert [one.change for one in found] == [Change.MOVED]
    item = as_it_stands(course(), shelf, DAY).open_items[0]
    assert shelf.text("kort")[item.source.start : item.source.end] == QUOTE


def test_a_reworded_quote_takes_its_exercise_out_of_the_way() -> None:
    shelf = Shelf(texts={"kort": TEXT.replace("tio dagar", "fem dagar")})
    assert [one.change for one in findings(course(), shelf, DAY)] == [Change.REWORDED]
    assert as_it_stands(course(), shelf, DAY).open_items == ()


def test_a_document_that_is_gone_takes_its_exercises_out_of_the_way() -> None:
    shelf = Shelf(held=[])
    assert [one.change for one in findings(course(), shelf, DAY)] == [Change.GONE]
    assert as_it_stands(course(), shelf, DAY).open_items == ()


def test_a_superseded_document_points_to_the_same_words_in_the_new_edition() -> None:
    old = replace(DOCUMENT, status=Status.SUPERSEDED, valid_to=date(2026, 2, 1))
    new = replace(DOCUMENT, document="kort-2", supersedes="kort", valid_from=date(2026, 2, 2))
    shelf = Shelf(texts={"kort": TEXT, "kort-2": f"Ny utgåva.\n\n{TEXT}"}, held=[old, new])
    (found,) = findings(course(), shelf, DAY)
    assert found.change is Change.NOT_IN_FORCE
    assert found.needs_a_look
    assert found.now is not None
    assert (found.now.document, found.now.quote) == ("kort-2", QUOTE)


def test_a_document_that_another_replaces_is_not_in_force_though_the_register_still_has_it_as_adopted() -> (
    None
):
    old = replace(DOCUMENT, diary_number="RN 2025-117")
    new = replace(DOCUMENT, document="betalning", title="Regler för betalning", supersedes="dnr RN 2025-117")
    shelf = Shelf(texts={"kort": TEXT, "betalning": f"Ny utgåva.\n\n{TEXT}"}, held=[old, new])
    (found,) = findings(course(), shelf, DAY)
    assert found.change is Change.NOT_IN_FORCE
    assert found.now is not None
    assert found.now.document == "betalning"


def test_nothing_is_proposed_of_a_document_that_another_replaces() -> None:
    new = replace(DOCUMENT, document="kort-2", supersedes="kort")
    shelf = Shelf(texts={"kort": TEXT, "kort-2": TEXT}, held=[DOCUMENT, new])
    assert set(Material(shelf, None, DAY).documents) == {"kort-2"}
