"""Which step of the way from question to answer lost a question that failed.

The way has an order: the library holds the passage, its document may answer the asker, search finds it,
ranking puts it high, the answer does not refuse, chooses its provision, quotes the right words of it, and
puts it on the right rung. The first step that went wrong is the one to mend; what went wrong after it may
follow from it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from evals.matching import holds, is_expected, normalised
from evals.metrics.score import Score
from evals.questions import ExpectedSource, Question
from evals.records import AnswerRecord, ResultRecord, SearchRecord


class Step(StrEnum):
    """A step that can lose a question, in the order of the way."""

    LIBRARY = "not_in_library"
    SCOPE = "out_of_scope"
    SEARCH = "not_found"
    RANKING = "ranked_low"
    REFUSAL = "refused"
    CHOICE = "not_chosen"
    QUOTE = "other_quote"
    RUNG = "wrong_rung"
    FACTS = "facts_missing"
    WARNING = "warning_missing"
    ANSWERED = "answered_anyway"
    SHOWN = "shown_wrongly"


STEP_NAMES: Mapping[Step, str] = {
    Step.LIBRARY: "Passagen finns inte i biblioteket",
    Step.SCOPE: "Dokumentet gäller inte den som frågar, eller inte den dagen",
    Step.SEARCH: "Sökningen hittade den inte",
    Step.RANKING: "Hittad, men rangordnad för lågt",
    Step.REFUSAL: "Bland träffarna, men svaret avstod",
    Step.CHOICE: "Bland träffarna, men en annan bestämmelse visades",
    Step.QUOTE: "Rätt bestämmelse, men ett annat citat ur den",
    Step.RUNG: "Rätt källa, men fel nivå",
    Step.FACTS: "Rätt källa, men fakta saknas",
    Step.WARNING: "Rätt källa, men varningen saknas",
    Step.ANSWERED: "Svarade fast svar saknas",
    Step.SHOWN: "Visade något som inte får visas så",
}
"""What the reports call the steps."""


@dataclass(frozen=True)
class Loss:
    """The step, and what shows it: a Swedish phrase, empty where the step says it all."""

    step: Step
    detail: str = ""

    @property
    def sentence(self) -> str:
        return f"{STEP_NAMES[self.step]} ({self.detail})." if self.detail else f"{STEP_NAMES[self.step]}."


def loss_of(
    question: Question,
    answer: AnswerRecord,
    scores: Mapping[str, Score],
    *,
    top: int,
    everything: Callable[[], SearchRecord],
    stored_text: Callable[[str], str],
    applies: Callable[[str], bool],
) -> Loss:
    """The step that lost a failed question.

    `everything`: all that search finds, best first, called at most once and only where it matters.
    `stored_text` raises LookupError for a document that is not there; `applies`: whether one that is there
    binds the asker, and has begun and not ended on the day asked for.
    """
    if question.expect.abstain:
        return Loss(Step.SHOWN) if answer["abstained"] else Loss(Step.ANSWERED)
    if _passed(scores, "right_source_shown"):
        return _after_the_source(scores, top)
    held = {source.document for source in question.expect.sources if _is_held(source, stored_text)}
    if not held:
        return Loss(Step.LIBRARY)
    found = everything()
    if not answer["abstained"] and (section := _cited_section(question, answer, found)):
        return Loss(Step.QUOTE, section)
    place = _place(question, found)
    if place is None:
        return Loss(Step.SEARCH if any(map(applies, held)) else Step.SCOPE)
    if place > top:
        return Loss(Step.RANKING, f"träff {place}")
    return Loss(Step.REFUSAL if answer["abstained"] else Step.CHOICE, f"träff {place}")


def counted(losses: Iterable[Loss | None]) -> dict[Step, int]:
    """How many each step lost, in the order of the way; steps that lost none are left out."""
    number = Counter(loss.step for loss in losses if loss is not None)
    return {step: number[step] for step in Step if number[step]}


def _after_the_source(scores: Mapping[str, Score], top: int) -> Loss:
    for name, step in (("level", Step.RUNG), ("facts", Step.FACTS), ("warnings", Step.WARNING)):
        if not _passed(scores, name):
            return Loss(step, scores[name].reason)
    for name in ("quotes", "forbidden", "in_force"):
        if not _passed(scores, name):
            return Loss(Step.SHOWN, scores[name].reason)
    return Loss(Step.RANKING, f"visad ändå, men inte bland de {top} första träffarna")


def _passed(scores: Mapping[str, Score], name: str) -> bool:
    """A metric that does not apply has lost nothing."""
    return name not in scores or scores[name].passed


def _place(question: Question, results: SearchRecord) -> int | None:
    return next((place for place, hit in enumerate(results, start=1) if _is_hit(question, hit)), None)


def _is_hit(question: Question, hit: ResultRecord) -> bool:
    return is_expected(question.expect.sources, hit["document"], hit["section"], hit["text"])


def _is_held(source: ExpectedSource, stored_text: Callable[[str], str]) -> bool:
    """Whether the library has the document, and the quote where the source has one."""
    try:
        text = stored_text(source.document)
    except LookupError:
        return False
    return source.quote is None or holds(text, source.quote)


def _cited_section(question: Question, answer: AnswerRecord, results: SearchRecord) -> str | None:
    """Where an expected passage stands that was cited in other words: in the same section, as answers or the
    question file address it.
    """
    right = {(hit["document"], normalised(hit["section"])) for hit in results if _is_hit(question, hit)}
    right |= {
        (source.document, normalised(source.section)) for source in question.expect.sources if source.section
    }
    for citation in answer["citations"]:
        if (citation["document"], normalised(citation["section"])) in right:
            return f"{citation['document']}, {citation['section']}"
    return None
