"""The message files: complete, alike in both languages, and every text in use."""

import re
from pathlib import Path
from string import Formatter

import pytest

from hierarchy.amounts import Comparator
from hierarchy.documents import Status
from hierarchy.ladder import Band, Relation
from hierarchy.levels import Level
from hierarchy.procurement.money import SumFault
from hierarchy.procurement.purchase import Fact
from hierarchy.procurement.thresholds import Law, Procedure, Standing, Subject
from hierarchy.procurement.value import Fault, Role
from ingest.register import FIELDS
from keeping.changes import Kind
from keeping.running import State
from keeping.uploads import Taken
from people.person import Role as PersonRole
from ui.keep.page import PARTS
from ui.purchase.record import BLANKS
from ui.texts import LANGUAGES, MissingText, load_texts

ROOT = Path(__file__).parents[2]
FILES = [*sorted(ROOT.glob("ui/**/*.py")), *sorted(ROOT.glob("commands/*_view.py"))]
SOURCES = "\n".join(file.read_text(encoding="utf-8") for file in FILES)
IDENTITY = (ROOT / "ui" / "identity.py").read_text(encoding="utf-8")
# Keys put together in code, by the values that they are put together from.
COMPOSED = {
    "level.": {str(level) for level in Level},
    "relation.": {str(relation) for relation in Relation},
    "status.": {str(status) for status in Status},
    "language.": set(LANGUAGES),
    "confidence.": {band.value for band in Band},
    "purchase.procedure.": set(Procedure),
    "purchase.lead.": {*Procedure, "not_direct", "unknown"},
    "purchase.law.": set(Law),
    "purchase.subject.": set(Subject),
    "purchase.step.": {*Role, "earlier", "earlier_left_out", "recurring"},
    "purchase.missing.": {*Fact, "earlier_free", "recurring_free"},
    "purchase.standing.": {Standing.UNCONFIRMED, Standing.WITHOUT_SOURCE},
    "purchase.fault.": {f"{fault}{end}" for fault in Fault for end in ("", "_remedy")},
    "purchase.sum.": {f"{fault}{end}" for fault in SumFault for end in ("", "_remedy")},
    "purchase.blank.": set(BLANKS),
    "keep.part.": set(PARTS),
    "keep.access.": {f"is_{role}" for role in PersonRole},
    "keep.change.": set(Kind) - {Kind.UNDO},
    "keep.changed.": {
        *("new", "altered", "withdrawn", "off", "on", "broken"),
        *(f"provisions_{what}" for what in ("added", "altered", "gone")),
    },
    "keep.comparator.": set(Comparator),
    "keep.count.": {"read", "unchanged", "removed", "refused"},
    "keep.field.": set(FIELDS),
    "keep.files.": set(Taken),
    "keep.reading.": {*(set(State) - {State.RUNNING}), "failed_note", "cancelled_note"},
    "keep.stage.": {"read", "embed", "vectors", "report"},
    "keep.standing.": {*Standing, "not_read"},
    "identity.": set(re.findall(r'^        \("(\w+)", ', IDENTITY, re.MULTILINE)),
}


def used_keys() -> set[str]:
    written = set(re.findall(r"[\"']([a-z_]+(?:\.[a-z_]+)+)[\"']", SOURCES))
    composed = {prefix + value for prefix, values in COMPOSED.items() for value in values}
    known_prefixes = {key.partition(".")[0] for key in load_texts("sv").keys}
    return composed | {key for key in written if key.partition(".")[0] in known_prefixes}


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_that_the_interface_uses_is_missing(language: str) -> None:
    assert used_keys() - load_texts(language).keys == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_left_over(language: str) -> None:
    assert load_texts(language).keys - used_keys() == set()


def test_both_languages_fill_in_the_same_values() -> None:
    swedish, english = load_texts("sv"), load_texts("en")
    for key in swedish.keys & english.keys:
        assert placeholders(swedish.template(key)) == placeholders(english.template(key)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_holds_markup(language: str) -> None:
    texts = load_texts(language)
    assert [key for key in texts.keys if re.search(r"[<>]", texts.template(key))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_twelve_months(language: str) -> None:
    assert len(load_texts(language)("date.months").split()) == 12


def test_a_text_that_does_not_exist_is_an_error_that_names_it() -> None:
    with pytest.raises(MissingText, match=r"sv: chat\.nothing"):
        load_texts("sv")("chat.nothing")
