"""Rules of today that had not begun on the past day that a question is about: they are no answer for it."""

from dataclasses import replace

from answers.choice import Choice, choose
from answers.finding import Finder, Found
from answers.naming import edition_meant, mentions_of
from answers.ranking import Ranked
from answers.scope import LeftOut
from hierarchy.documents import GoverningDocument
from hierarchy.levels import Level


def rules_of_later(found: Found, choice: Choice, finder: Finder) -> list[GoverningDocument]:
    """The documents whose rules answer today and had not begun then, where none did then; else none.

    Those are the acts or the document that the question names; else the asker's own rule that speaks of the
    matter today better than anything did then, where only statutes remain, which say less of it.
    """
    if not may_be_later(found):
        return []
    named = _named(found, finder)
    if named:
        not_begun = [d for d in named if found.scope.left_out.get(d.document) is LeftOut.NOT_YET]
        return not_begun if len(not_begun) == len(named) else []
    then = _leading(choice)
    if then is not None and then.candidate.document.level is not Level.LAW:
        return []
    today = finder.find_for(replace(found.question, as_of=finder.today(), is_past=False))
    now = _leading(choose(finder.ranking, today.question, today.ranked, frozenset()))
    if now is None or (then is not None and now.score <= then.score):
        return []
    document = now.candidate.document
    has_begun = found.scope.left_out.get(document.document) is not LeftOut.NOT_YET
    return [] if has_begun or document.level is Level.LAW else [document]


def may_be_later(found: Found) -> bool:
    """Whether the question is about a past day on which something of today's library had not begun."""
    return found.question.is_past and LeftOut.NOT_YET in found.scope.left_out.values()


def _named(found: Found, finder: Finder) -> list[GoverningDocument]:
    """The acts that the question names, else the one document."""
    library = finder.library
    acts = [d for name in sorted(found.scope.named_acts) if (d := library.document(name))]
    if acts:
        return acts
    mentions = mentions_of(found.question.text, library.documents(), library.hierarchy)
    meant = edition_meant(mentions[0], found.question) if len(mentions) == 1 else None
    return [meant] if meant else []


def _leading(choice: Choice) -> Ranked | None:
    """The rule of a rung that answers best."""
    rules = (r for level, found in choice.answering.items() if level.is_rung for r in found)
    return max(rules, key=lambda ranked: ranked.score, default=None)
