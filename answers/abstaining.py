"""No answer: that nothing answers, why, what lies near, and whom to ask."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from answers.answered import answer_to
from answers.choice import Choice
from answers.cite import citations_of, once
from answers.compose import compose_abstention
from answers.finding import Finder, Found
from answers.later_rules import may_be_later
from answers.ranking import Ranked
from answers.refusing import Refusal, why_refused
from answers.understanding import Understood
from answers.verify import verified
from answers.wording import wording_of
from hierarchy.documents import GoverningDocument
from hierarchy.ladder import Answer, RefusedBecause
from hierarchy.levels import Hierarchy
from hierarchy.validity import begins_on


def abstain(
    found: Found,
    choice: Choice,
    finder: Finder,
    contact: str | None,
    later: Sequence[GoverningDocument] = (),
    ended: Ranked | None = None,
) -> Answer:
    """No answer; of a past day also that nothing held then, and when the rules of `later` began.

    `ended`: the provision that would have answered, had its document not ended.
    """
    question = found.question
    wording = wording_of(question.language)
    then = [wording.say("past", date=question.as_of)] if may_be_later(found) else []
    then += [wording.say("past_not_yet", title=d.title, begins=begins_on(d)) for d in later]
    related = [
        citation
        for ranked in choice.related
        for citation in citations_of(finder.library, ranked, first=False)
    ]
    refusal = (
        Refusal(RefusedBecause.ENDED, ended)
        if ended
        else why_refused(found, finder.ranking, partial(finder.find_abroad, found))
    )
    text = compose_abstention(
        wording,
        [act.name for act in found.scope.missing_acts],
        found.referred.missing,
        question.stranger,
        contact,
        [*then, *_why(refusal, question, finder.library.hierarchy)],
    )
    return replace(
        answer_to(question, text, abstained=True),
        refused_because=refusal.because,
        related=tuple(verified(once(related), finder.library.text)),
    )


def _why(refusal: Refusal, question: Understood, hierarchy: Hierarchy) -> Iterator[str]:
    """A sentence on the provision that shows why there is no answer, where one does."""
    if refusal.shown_by is None:
        return
    candidate = refusal.shown_by.candidate
    wording = wording_of(question.language)
    whose = (hierarchy.organisation(id_) for id_ in candidate.document.organisations)
    english = question.language == "en"
    lacks = refusal.because is RefusedBecause.NO_SUCH_THING
    yield wording.refused(
        refusal.because,
        title=candidate.document.title,
        section=candidate.provision.address,
        lacking=wording.lacking(question.wanted.name) if lacks and question.wanted else "",
        ended=candidate.document.valid_to,
        organisation=", ".join((o.name_en if english else o.name_sv) for o in whose if o),
    )
