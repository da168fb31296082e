"""An answer from what was chosen: quotes, conflicts, the ladder, cautions, and the text around them."""

from dataclasses import replace

from answers.answered import answer_to
from answers.choice import Choice
from answers.cite import citations_of, once
from answers.compose import compose
from answers.confidence import confidence_features, load_calibration
from answers.disputes import settle
from answers.finding import Finder, Found
from answers.overtaken import overtaken_in, sources_of, warnings_of
from answers.parallels import parallels_of
from answers.premise import contradicted_premise
from answers.purchases import read_back
from answers.verdict import Shown, verdict_of
from answers.verify import verified
from answers.warnings import warnings_for
from answers.wording import wording_of
from hierarchy.ladder import Answer
from hierarchy.levels import Level
from hierarchy.precedence import applicable
from index.parallels import Parallels


def answer_from(
    found: Found, choice: Choice, finder: Finder, parallels: Parallels, ocr_limit: float
) -> Answer:
    """The answer to a question with support; scanned text below `ocr_limit` is warned of."""
    question, library = found.question, finder.library
    drafted = [
        citation
        for level in Level
        for place, ranked in enumerate(choice.answering.get(level, ()))
        for citation in citations_of(library, ranked, first=place == 0)
    ]
    citations = verified(once(drafted), library.text)
    limits = finder.limits(question.as_of)
    leading = applicable(citations, question.organisation, question.as_of).citation
    # An amount that applies no longer never leads: the rule that overtook it answers too.
    instead = [one for one in overtaken_in(citations, limits) if one.citation == leading]
    citations = verified(once([*citations, *sources_of(instead, library)]), library.text)
    wording = wording_of(question.language)
    disputed = settle(library, question, citations, found.ranked)
    citations, conflicts = list(disputed.citations), disputed.conflicts
    ladder = applicable(
        citations, question.organisation, question.as_of, range(disputed.answering), conflicts
    )
    warnings = (
        *warnings_for(citations, question, library.hierarchy, wording, ocr_limit),
        *warnings_of(overtaken_in(citations, limits), citations, wording, question.language),
    )
    # Documents that can't decide here (foreign, ended) still inform: they stand with the background.
    background = (*ladder.background, *ladder.aside)
    first = ladder.citation if ladder.citation is not None else background[0]
    shown = Shown(citations, ladder.rungs, conflicts, library)
    verdict = verdict_of(question, found.query.words, shown)
    premise = contradicted_premise(question, found.query.words, shown)
    text = compose(
        wording,
        question.organisation,
        citations,
        ladder.rungs,
        [i for i in background if i < disputed.answering],
        conflicts,
        warnings,
        question.language,
        verdict.citation if verdict else premise.citation if premise else first,
        verdict,
        premise,
    )
    account = (read_back(found.purchase, wording, question.language),) if found.purchase else ()
    lead, _, rest = text.partition("\n")
    text = "\n".join([lead, *account, rest]) if account else text
    return replace(
        answer_to(question, text),
        applicable_level=ladder.level,
        applicable_citation=ladder.citation,
        rungs=ladder.rungs,
        background=background,
        citations=tuple(citations),
        conflicts=tuple(conflicts),
        warnings=warnings,
        confidence=load_calibration().confidence(confidence_features(found.ranked, choice)),
        verdict=verdict,
        premise=premise,
        purchase=found.purchase,
        account=account,
        parallels=parallels_of(library, parallels, citations, ladder.rungs, question.as_of),
    )
