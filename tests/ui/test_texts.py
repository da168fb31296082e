"""The message files: complete, alike in both languages, and every text in use."""

import re
from pathlib import Path
from string import Formatter

import pytest

from evals.loss import Step
from hierarchy.amounts import Comparator
from hierarchy.comparing import ChangeKind
from hierarchy.documents import Confidence, Status
from hierarchy.ladder import Band, RefusedBecause, Relation
from hierarchy.levels import Level
from hierarchy.procurement.money import SumFault
from hierarchy.procurement.purchase import Fact
from hierarchy.procurement.thresholds import Law, Procedure, Subject
from hierarchy.procurement.thresholds import Standing as LimitStanding
from hierarchy.procurement.value import Fault, Role
from ingest.register import FIELDS
from keeping.changes import Kind as KeepingKind
from keeping.running import State as ReadingState
from keeping.uploads import Taken
from learning.changes import Change
from learning.course import ItemFault, Kind
from people.asked import STEPS
from people.feedback import REASONS, REFUSAL_REASONS, Verdict
from people.feedback_queue import State
from people.person import Role as PersonRole
from ui.access.remaining import REMAINING
from ui.keep.page import PARTS as KEEP_PARTS
from ui.learn import course, results
from ui.library.document_links import View
from ui.library.shelf import ORDERS
from ui.library.standing import Standing
from ui.purchase.record import BLANKS
from ui.quality.measures import METRICS
from ui.quality.page import PARTS
from ui.quality.queue import FILTERS
from ui.texts import LANGUAGES, MissingText, load_texts, tied

ROOT = Path(__file__).parents[2]
FILES = [*sorted(ROOT.glob("ui/**/*.py")), *sorted(ROOT.glob("commands/*_view.py"))]
SOURCES = "\n".join(file.read_text(encoding="utf-8") for file in FILES)
IDENTITY = (ROOT / "ui" / "identity.py").read_text(encoding="utf-8")
# Keys put together in code, by the values that they are put together from.
SUMS = ("value", "options", "earlier", "recurring")
COMPOSED: dict[str, set[str]] = {
    "level.": {str(level) for level in Level},
    "relation.": {str(relation) for relation in Relation},
    "status.": {str(status) for status in Status},
    "language.": set(LANGUAGES),
    "nothing.because.": set(RefusedBecause),
    "read.": {"previous", "next", "back"},
    "confidence.": {band.value for band in Band},
    "purchase.procedure.": set(Procedure),
    "purchase.lead.": {*Procedure, "not_direct", "unknown"},
    "purchase.law.": set(Law),
    "purchase.subject.": set(Subject),
    "purchase.step.": {*Role, "earlier", "earlier_left_out", "recurring"},
    "purchase.missing.": {*Fact, "earlier_free", "recurring_free"},
    "purchase.standing.": {LimitStanding.UNCONFIRMED, LimitStanding.WITHOUT_SOURCE},
    "purchase.fault.": {f"{fault}{end}" for fault in Fault for end in ("", "_remedy")},
    "purchase.sum.": {f"{fault}{end}" for fault in SumFault for end in ("", "_remedy")},
    "purchase.form.": {f"{sum_}{end}" for sum_ in SUMS for end in ("", "_help")},
    "purchase.blank.": set(BLANKS),
    "talk.": {"rename", "export", "delete", "shared", "delete_all", "today", "week", "earlier"},
    "paper.": {"markdown", "docx", "pdf"},
    "answer.": {"share", "save"},
    "feedback.verdict.": set(Verdict) - {Verdict.WITHDRAWN},
    "feedback.thanks.": set(Verdict) - {Verdict.WITHDRAWN},
    "feedback.reason.": {*REASONS, *REFUSAL_REASONS},
    "quality.part.": set(PARTS),
    "quality.what.": set(PARTS),
    "quality.filter.": {one.name for one in FILTERS},
    "quality.state.": set(State) - {State.NEW},
    "quality.verdict.": set(Verdict),
    "quality.item.": {"judged", "comment", "when", "organisation", "as_of", "version", "note", "answer"},
    "quality.make.": {"sources", "nothing"},
    "quality.unanswered.head.": {"topic", "question", "times", "last"},
    "quality.measures.": {"metric", "value", "interval", "count", "bar"},
    "quality.metric.": set(METRICS),
    "quality.step.": set(Step),
    "quality.coverage.": {
        *("level", "questions", "documents", "provisions", "share"),
        *(f"{name}{end}" for name in ("untouched", "touched") for end in ("", "_none")),
    },
    "quality.latency.": {"step", "median", "p95", "answers", "from"},
    "quality.step_of_answer.": set(STEPS),
    # Each of Streamlit's own wordings, which the English file holds, has its words in the other languages.
    "native.": {key.removeprefix("native.") for key in load_texts("en").keys if key.startswith("native.")},
    "access.remaining.": {f"{flaw.name}{end}" for flaw in REMAINING for end in ("", "_why", "_instead")},
    "privacy.": {"cookie", "rows", "shared"},
    "library.standing.": set(Standing),
    "library.caution.": {*Standing} - {Standing.IN_FORCE},
    "library.view.": set(View),
    "library.order.": set(ORDERS),
    "library.legend.": {"holds", "held", "later", "unknown"},
    "library.confidence.": set(Confidence),
    "library.change.": set(ChangeKind),
    "library.change.count_": set(ChangeKind),
    "learn.kind.": set(Kind),
    "learn.view.": set(course.VIEWS),
    "learn.change.": set(Change),
    "learn.why.": set(Change),
    "learn.fault.": set(ItemFault),
    "learn.column.": set(results.COLUMNS),
    "keep.part.": set(KEEP_PARTS),
    "keep.access.": {f"is_{role}" for role in PersonRole},
    "keep.change.": set(KeepingKind) - {KeepingKind.UNDO},
    "keep.changed.": {
        *("new", "altered", "withdrawn", "off", "on", "broken"),
        *(f"provisions_{what}" for what in ("added", "altered", "gone")),
    },
    "keep.comparator.": set(Comparator),
    "keep.count.": {"read", "unchanged", "removed", "refused"},
    "keep.field.": set(FIELDS),
    "keep.files.": set(Taken),
    "keep.reading.": {*(set(ReadingState) - {ReadingState.RUNNING}), "failed_note", "cancelled_note"},
    "keep.stage.": {"read", "embed", "vectors", "report"},
    "keep.standing.": {*LimitStanding, "not_read"},
    "identity.": set(re.findall(r'^        \("(\w+)", ', IDENTITY, re.MULTILINE)),
}


def used_keys() -> set[str]:
    written = set(re.findall(r"[\"']([a-z_]+(?:\.[a-z_]+)+)[\"']", SOURCES))
    titled = set(re.findall(r'show_title\("([a-z.]+)"', SOURCES))
    parted = set(re.findall(r'parts\.choose\("([a-z]+)"', SOURCES))
    composed = {prefix + value for prefix, values in COMPOSED.items() for value in values}
    composed |= {f"{area}.{end}" for area in titled for end in ("title", "subtitle")}
    composed |= {f"{area}.parts" for area in parted}
    known_prefixes = {key.partition(".")[0] for key in load_texts("sv").keys}
    return composed | {key for key in written - titled if key.partition(".")[0] in known_prefixes}


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_ends_between_a_figure_and_its_unit(language: str) -> None:
    texts = load_texts(language)
    apart = re.compile(r"[\d}] (§|kr\b|kronor\b|%)|§ [\d{]")
    assert [key for key in texts.keys if apart.search(texts.template(key))] == []


def test_a_figure_is_tied_to_what_it_counts() -> None:
    assert tied("19 a kap. 2 §, § 12/24, 500 kr, 25 % och 30 000 kronor") == (
        "19 a kap. 2\xa0§, §\xa012/24, 500\xa0kr, 25\xa0% och 30 000\xa0kronor"
    )


def test_words_are_tied_to_nothing() -> None:
    assert tied("En krona per § och 3 kranar") == "En krona per § och 3 kranar"
