"""The registry: an entry for each mechanism that can be turned off."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from math import inf

from answers.ranking import Ranking
from evals.ablation.replacing import Switch, Usual
from evals.ablation.stand_ins import (
    Rescaled,
    WordByWord,
    in_store,
    neutral,
    terms_without_keys,
    undisputed,
    with_synonyms_of,
)
from index.references import Referred
from index.spelling import Reread, Spelling
from index.vocabulary import GLOSSARY, PROJECT_SYNONYMS, load_synonyms

_NEVER = re.compile(r"(?!)")
_BM25_WITHOUT_KEYS = (
    "SELECT rowid, bm25(fulltext, 2.0, 1.0, 0.0) FROM fulltext WHERE fulltext MATCH '{heading body}: ' || ?"
)


def _replaced(stand_ins: Mapping[str, object]) -> Callable[[Usual], Mapping[str, object]]:
    return lambda usual: stand_ins


def _gives(value: object) -> Callable[..., object]:
    return lambda *arguments, **named: value


def _as_typed(spelling: Spelling, text: str, *, swedish: bool) -> Reread:
    return Reread(text)


def _neutral(
    measure: str, also: Mapping[str, object] | None = None
) -> Callable[[Usual], Mapping[str, object]]:
    return lambda usual: {"answers.ranking.relevance": neutral(measure, usual.means), **(also or {})}


def _unread(measure: str) -> Callable[[Ranking], Ranking]:
    return lambda ranking: replace(ranking, reading={**ranking.reading, measure: 0.0})


def _limits(**limits: float) -> Callable[[Ranking], Ranking]:
    return lambda ranking: replace(ranking, **limits)  # type: ignore[arg-type]


def _not_adapted(usual: Usual) -> Mapping[str, object]:
    return {
        "answers.finding.load_adapter": _gives(None),
        "answers.finding.retrieve": in_store(lambda store: Rescaled(store, usual.scale, usual.shift)),
    }


def _keys_off(usual: Usual) -> Mapping[str, object]:
    return {"index.postings._SCORES": _BM25_WITHOUT_KEYS, "index.library._terms": terms_without_keys}


def _words(name: str, without: str, stand_ins: Mapping[str, object]) -> Switch:
    return Switch(name, without, _replaced(stand_ins))


SWITCHES: tuple[Switch, ...] = (
    # How the question is put.
    Switch("query adapter", "the question's own vector, its cosines brought to the same scale", _not_adapted),
    _words(
        "synonyms",
        "no everyday words for official ones",
        {"answers.finding.Vocabulary": with_synonyms_of(load_synonyms(PROJECT_SYNONYMS))},
    ),
    _words(
        "glossary",
        "no English words for Swedish ones",
        {"answers.finding.Vocabulary": with_synonyms_of(load_synonyms(GLOSSARY))},
    ),
    _words(
        "compounds split",
        "compounds of the question stay whole",
        {"index.vocabulary.Vocabulary._parts": _gives(())},
    ),
    _words("words joined", "every word is read by itself", {"answers.finding.Vocabulary": WordByWord}),
    _words("spelling", "words as they are typed", {"index.spelling.Spelling.reread": _as_typed}),
    _words(
        "related compounds",
        "no compounds that a word is part of",
        {"index.vocabulary.Vocabulary._compounds": _gives([])},
    ),
    # What is found.
    Switch("keys", "no keys", _keys_off, own_library=True),
    Switch(
        "BM25",
        "only meaning finds; BM25 is the usual for all",
        _neutral("bm25", {"index.retrieval._by_words": _gives({})}),
    ),
    Switch(
        "sister acts",
        "every sister act may answer",
        _replaced({"answers.scope.set_aside": _gives(frozenset())}),
    ),
    Switch(
        "acts named",
        "an act that is named neither limits the search nor refuses",
        _replaced({"answers.scope.mentioned_acts": _gives([])}),
    ),
    Switch(
        "references",
        "references in the question are not looked up",
        _replaced({"answers.finding.follow_references": _gives(Referred((), ()))}),
    ),
    Switch(
        "title blocks",
        "title blocks are provisions as others",
        _replaced(
            {
                "answers.finding.Finder._title_blocks": _gives([]),
                "answers.ranking._tells_identity": _gives(False),
            }
        ),
    ),
    # How it is ranked.
    Switch("BM25 in ranking", "BM25 finds, and is the usual for all", _neutral("bm25")),
    Switch("coverage", "the usual for all", _neutral("coverage")),
    Switch("likeness", "the usual for all", _neutral("likeness")),
    Switch(
        "terse questions",
        "a text that says all that a terse question asks is no more likely to answer it",
        _replaced({"answers.evidence._says_all": _gives(False)}),
    ),
    Switch("support in ranking", "no weight", ranking=_unread("support")),
    # What is understood of the question.
    Switch(
        "wanted kinds",
        "no kind of thing is asked for",
        _replaced({"answers.understanding.wanted_by": _gives(None)}),
    ),
    Switch(
        "thing asked of",
        "a measure of anything",
        _replaced({"answers.understanding.thing_asked_of": _gives(None)}),
    ),
    Switch("highest asked", "never the law itself", _replaced({"answers.understanding._HIGHEST": _NEVER})),
    Switch("kinds of document named", "none", _replaced({"answers.understanding._NAMED_KINDS": {}})),
    Switch("kind of document bound to", "none", _replaced({"answers.understanding._BOUND_KINDS": {}})),
    Switch(
        "strangers",
        "no organisation is unknown",
        _replaced({"answers.understanding._stranger": _gives(None)}),
    ),
    Switch("former editions", "never asked for", _replaced({"answers.former._FORMER": _NEVER})),
    Switch("proposals", "never asked for", _replaced({"answers.understanding._PROPOSAL": _NEVER})),
    Switch(
        "acts and bodies absent",
        "a text that names another act or body answers",
        _replaced({"answers.finding.absent_from": _gives(None)}),
    ),
    Switch(
        "addressees",
        "what is addressed to the highest organs of the state answers everybody",
        _replaced({"answers.ranking.is_for_the_state_alone": _gives(False)}),
    ),
    Switch(
        "ended rules",
        "what is in force answers in place of a rule that has ended",
        _replaced({"answers.assistant.ended_rule": _gives(None)}),
    ),
    Switch(
        "offices", "no office is read", _replaced({"answers.understanding._offices": _gives(frozenset())})
    ),
    Switch(
        "records asked of",
        "no question is for what happened",
        _replaced({"answers.understanding._RECORD": _NEVER}),
    ),
    Switch("purchases", "no price is read", _replaced({"answers.finding.weighed": _gives(None)})),
    Switch("days", "only today", _replaced({"answers.understanding.day_asked_for": _gives(None)})),
    Switch(
        "documents as objects",
        "questions about a document are read as all others",
        _replaced({"answers.looked_up.document_asked_of": _gives(None)}),
    ),
    # What is chosen and shown.
    Switch("abstention", "whatever is nearest answers", ranking=_limits(support_from=-inf)),
    Switch(
        "level margins",
        "every rung with support answers",
        ranking=_limits(level_margin=inf, background_margin=inf, lower_margin=inf),
    ),
    Switch("background margin", "a record leads as a rule does", ranking=_limits(background_margin=0.0)),
    Switch("lower rungs", "lower rungs specify nothing", ranking=_limits(lower_margin=0.0)),
    Switch("several provisions of a rung", "one", ranking=_limits(citation_margin=0.0)),
    Switch("several units of a provision", "one", _replaced({"answers.cite._MOST_UNITS": 1})),
    Switch(
        "exceptions",
        "shown only where they are found",
        _replaced({"answers.cite.exceptions_to": _gives([])}),
    ),
    Switch(
        "lead-ins",
        "an item without its lead-in",
        _replaced({"answers.cite.quotes": lambda chosen, text: [unit.span for unit in chosen]}),
    ),
    Switch(
        "conflicts", "no contradiction is looked for", _replaced({"answers.answering.settle": undisputed})
    ),
)
