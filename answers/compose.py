"""The text of an answer: a sentence that names the rule, then the ladder, built around exact quotes."""

from collections.abc import Iterable, Iterator, Sequence

from answers.wording import Wording
from hierarchy import ladder
from hierarchy.ladder import Citation, Conflict, Premise, Rung, YesNo
from hierarchy.levels import Level, Organisation


def compose(
    wording: Wording,
    organisation: Organisation | None,
    citations: Sequence[Citation],
    rungs: Sequence[Rung],
    background: Sequence[int],
    conflicts: Sequence[Conflict],
    warnings: Sequence[ladder.Warning],
    language: str,
    first: int,
    verdict: YesNo | None = None,
    premise: Premise | None = None,
) -> str:
    """The whole text; its first line is the rule in one sentence, quoting citation number `first`.

    A `verdict`, and what contradicts a `premise`, stand before it, with the sentence that says so.
    """
    lead = citations[first]
    later = {w.citation for w in warnings if w.code is ladder.WarningCode.LATER_WORDING}
    key = "lead_background" if not rungs else "lead_later" if first in later else "lead"
    shown = verdict or premise
    quote = shown.quote if shown and shown.citation == first else lead.quote
    rule = wording.say(key, title=lead.document.title, section=lead.provision.address, quote=_one_line(quote))
    said = [wording.say(verdict.answer)] if verdict else []
    if premise:
        said.append(wording.say("premise", claimed=premise.claimed, stated=premise.stated.rstrip(".")))
    lines = [" ".join([*said, rule])]
    lines.extend(wording.say("notice", text=warning.text) for warning in warnings)
    for conflict in conflicts:
        lines.append(wording.say("conflict" if conflict.settled else "possible_conflict", why=conflict.why))
        lines += _quotes(wording, citations, (conflict.prevails, conflict.yields))
    orders = dict.fromkeys(conflict.order for conflict in conflicts if conflict.order is not None)
    for order in orders:
        lines += [wording.say("order"), *_quotes(wording, citations, [order])]
    lines.extend(compose_ladder(wording, organisation, citations, rungs, background, language))
    return "\n".join(lines)


def compose_told(
    wording: Wording,
    organisation: Organisation | None,
    told: Sequence[str],
    citations: Sequence[Citation],
    rungs: Sequence[Rung],
    background: Sequence[int],
    warnings: Sequence[ladder.Warning],
    language: str,
) -> str:
    """A text whose first lines are `told`, in words of our own, above the quotes that bear them out."""
    lines = [*told, *(wording.say("notice", text=warning.text) for warning in warnings)]
    lines.extend(compose_ladder(wording, organisation, citations, rungs, background, language))
    return "\n".join(lines)


def compose_ladder(
    wording: Wording,
    organisation: Organisation | None,
    citations: Sequence[Citation],
    rungs: Sequence[Rung],
    background: Sequence[int],
    language: str,
) -> Iterator[str]:
    """The quotes rung by rung, then those that only inform."""
    for rung in rungs:
        label = _label(wording, organisation, rung.level, language)
        yield from (
            "",
            wording.say(rung.relation, label=label),
            *_quotes(wording, citations, rung.citations),
        )
    if background:
        yield from ("", wording.say("background"), *_quotes(wording, citations, background))


def compose_abstention(
    wording: Wording,
    missing_acts: Iterable[str],
    missing_sections: Iterable[str],
    stranger: str | None,
    contact: str | None,
    because: Iterable[str] = (),
) -> str:
    """That there is no answer, why, and whom to ask; `because` are sentences of their own."""
    lines = [wording.say("abstained")]
    lines.extend(wording.say("missing_act", act=act) for act in missing_acts)
    lines.extend(wording.say("missing_section", section=section) for section in missing_sections)
    if stranger:
        lines.append(wording.say("stranger", organisation=stranger))
    lines.extend(because)
    lines.append(wording.say("contact", contact=contact) if contact else wording.say("no_contact"))
    return "\n".join(lines)


def compose_unknown(wording: Wording, missing: str, contact: str | None) -> str:
    """That the library does not hold what is asked of a document, and whom to ask."""
    whom = wording.say("contact", contact=contact) if contact else wording.say("no_contact")
    return f"{wording.told('not_known', missing=missing)}\n{whom}"


def _quotes(wording: Wording, citations: Sequence[Citation], indexes: Iterable[int]) -> Iterator[str]:
    for index in indexes:
        citation = citations[index]
        page = citation.printed_page or citation.page
        yield "– " + wording.say(
            "quote",
            title=citation.document.title,
            section=citation.provision.address,
            page=wording.say("page", page=page) if page else "",
            quote=_one_line(citation.quote),
        )


def _label(wording: Wording, organisation: Organisation | None, level: Level, language: str) -> str:
    rung = organisation.rung(level) if organisation else None
    if rung is None:
        return wording.say(level)
    return rung.label_en if language == "en" else rung.label_sv


def _one_line(quote: str) -> str:
    return " ".join(quote.split())
