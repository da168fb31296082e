"""The list of documents in HTML: the filters, the ladder with its documents, and the pages."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Literal

from hierarchy.levels import Hierarchy, Level
from ui.escape import as_html
from ui.formats import capitalised, level_label, organisation_name, written_date
from ui.library.anchors import linked, to_document
from ui.library.shelf import ORDERS, Asked, Row, swedish
from ui.library.standing import Standing, standing_html, written_decision, written_held
from ui.links import LIBRARY
from ui.texts import Texts

FOUND = "rs-found"
"""The id of the line that says how many documents there are."""
Options = Iterable[tuple[str, str]]


def filters_html(all_rows: Sequence[Row], wanted: Asked, hierarchy: Hierarchy, texts: Texts) -> str:
    """The form; what it holds goes into the query string. Choices say how many documents each has."""
    levels = Counter(row.document.level for row in all_rows)
    standings = Counter(row.standing for row in all_rows)
    kinds = Counter(row.document.kind for row in all_rows)
    known = hierarchy.organisations
    first = [
        _select(
            "niva",
            texts("library.filter.level"),
            [
                (level.value, f"{capitalised(_level(level, hierarchy, texts))} ({levels[level]})")
                for level in Level
                if levels[level]
            ],
            wanted.level.value if wanted.level else "",
            texts("library.filter.every_level"),
        ),
        _select(
            "status",
            texts("library.filter.standing"),
            [
                (s.value, f"{texts(f'library.standing.{s}')} ({standings[s]})")
                for s in Standing
                if standings[s]
            ],
            wanted.standing.value if wanted.standing else "",
            texts("library.filter.every_standing"),
        ),
    ]
    if len(known) > 1:
        names = [(o.id, organisation_name(o, texts)) for o in known]
        every = texts("library.filter.every_organisation")
        name = texts("library.filter.organisation")
        first.append(_select("organisation", name, names, wanted.organisation, every))
    more = [
        _select(
            "slag",
            texts("library.filter.kind"),
            [(kind, f"{capitalised(kind)} ({kinds[kind]})") for kind in sorted(kinds, key=swedish)],
            wanted.kind,
            texts("library.filter.every_kind"),
        ),
        _day(wanted, texts),
        _select(
            "ordning",
            texts("library.filter.order"),
            [(order, texts(f"library.order.{order}")) for order in ORDERS[1:]],
            wanted.order,
            texts(f"library.order.{ORDERS[0]}"),
        ),
    ]
    unfolded = " open" if wanted.kind or wanted.day or wanted.order != ORDERS[0] else ""
    clear = linked(f"/{LIBRARY}", texts("library.filter.clear")) if wanted.query() else ""
    kept = "<input type='hidden' name='visa' value='tidslinje'>" if wanted.timeline else ""
    return (
        f"<form class='rs-soft rs-selection' role='search' aria-label='{texts('library.filter.name')}' "
        f"action='/{LIBRARY}' method='get'>{_text(wanted, texts)}"
        f"<div class='rs-filters'>{''.join(first)}</div><details{unfolded}><summary>"
        f"{texts('library.filter.more')}</summary><div class='rs-filters'>{''.join(more)}</div></details>"
        f"{kept}<p class='rs-clear'>{clear}</p></form>"
    )


def found_html(found: Sequence[Row], everything: int, wanted: Asked, day: date, texts: Texts) -> str:
    """How many documents the list has and how many of them hold, and the two ways to see them."""
    holding = sum(row.standing is Standing.IN_FORCE for row in found)
    counted = texts(
        "library.count_some" if wanted.narrows else "library.count_all",
        count=len(found),
        all=everything,
        holding=holding,
        day=written_date(day, texts),
    )
    ways = "".join(
        linked(wanted.link(timeline=timeline), texts(key), current=_current(wanted.timeline is timeline))
        for key, timeline in (("library.as_list", False), ("library.as_timeline", True))
    )
    return (
        f"<div class='rs-found'><p role='status' id='{FOUND}' tabindex='-1'>{counted}</p>"
        f"<nav class='rs-soft rs-ways' aria-label='{texts('library.ways')}'>{ways}</nav></div>"
    )


def ladder_html(
    shown: Sequence[Row], found: Sequence[Row], hierarchy: Hierarchy, wanted: Asked, texts: Texts
) -> str:
    """The rungs in their order, each with the documents that stand on it; `found` is what is counted."""
    counted = Counter(row.document.level for row in found)
    rungs = ""
    for level, rows in groupby(shown, key=lambda row: row.document.level):
        name = as_html(capitalised(_level(level, hierarchy, texts, wanted.organisation)))
        how_many = texts("library.documents", count=counted[level])
        aside = "" if level.is_rung else " rs-aside"
        rungs += (
            f"<section class='rs-shelf{aside}' aria-labelledby='rs-on-{level}'>"
            f"<h2 id='rs-on-{level}'>{name} <span>{how_many}</span></h2>"
            f"{_documents(rows, hierarchy, texts)}</section>"
        )
    return f"<div class='rs-soft rs-shelves'>{rungs}</div>"


def flat_html(shown: Iterable[Row], hierarchy: Hierarchy, texts: Texts) -> str:
    """The documents in one list, where they are not ordered by their level."""
    heading = f"<h2 class='rs-unseen'>{texts('library.list')}</h2>"
    return f"<div class='rs-soft'>{heading}{_documents(shown, hierarchy, texts, with_level=True)}</div>"


def pages_html(wanted: Asked, pages: int, texts: Texts) -> str:
    """Links to the pages of the list; nothing where there is one page."""
    if pages <= 1:
        return ""
    near = sorted(
        {1, 2, pages - 1, pages, *range(wanted.page - 1, wanted.page + 2)} & set(range(1, pages + 1))
    )
    links, last = "", 0
    for page in near:
        links += "<span aria-hidden='true'>…</span>" if page > last + 1 else ""
        named = texts("library.page_number", page=page)
        links += linked(wanted.link(page), str(page), named=named, current=_current(page == wanted.page))
        last = page
    before = _turn(wanted, wanted.page - 1, "library.previous", texts) if wanted.page > 1 else ""
    after = _turn(wanted, wanted.page + 1, "library.next", texts) if wanted.page < pages else ""
    return f"<nav class='rs-soft rs-pages' aria-label='{texts('library.pages')}'>{before}{links}{after}</nav>"


def _turn(wanted: Asked, page: int, key: str, texts: Texts) -> str:
    return linked(wanted.link(page), texts(key))


def _documents(rows: Iterable[Row], hierarchy: Hierarchy, texts: Texts, *, with_level: bool = False) -> str:
    items = "".join(document_html(row, hierarchy, texts, with_level=with_level) for row in rows)
    return f"<ul class='rs-docs'>{items}</ul>"


def document_html(row: Row, hierarchy: Hierarchy, texts: Texts, *, with_level: bool = False) -> str:
    """One document: its title, and below it what a reader needs to know which one it is."""
    document = row.document
    kind = document.kind
    if with_level and document.kind != texts(f"level.{document.level}"):
        kind = texts("library.kind_on_level", kind=kind, level=texts(f"level.{document.level}"))
    whose = ", ".join(
        organisation_name(o, texts) for o in hierarchy.organisations if o.id in document.organisations
    )
    facts = [
        as_html(capitalised(kind)),
        as_html(document.number or document.diary_number or ""),
        as_html(written_decision(document, texts) or ""),
        as_html(written_held(row.held, texts) or "") if document.level.is_rung else "",
        as_html(whose) if len(hierarchy.organisations) > 1 else "",
    ]
    if document.doubts and not document.confirmed:
        facts.append(f"<span class='rs-doubts'>{texts('library.doubts', count=len(document.doubts))}</span>")
    elif not document.confirmed and document.level.is_rung:
        facts.append(f"<span class='rs-doubts'>{texts('library.not_confirmed')}</span>")
    holds = "rs-holding" if row.standing is Standing.IN_FORCE else "rs-not-holding"
    return (
        f"<li class='rs-doc {holds}'><div>"
        f"{to_document(document.document, document.title, language=document.language)}"
        f"{standing_html(row.standing, texts)}</div>"
        f"<p>{' '.join(f'<span>{fact}</span>' for fact in facts if fact)}</p></li>"
    )


def _level(level: Level, hierarchy: Hierarchy, texts: Texts, organisation: str = "") -> str:
    """The organisation's own name for the rung where there is one organisation, or one is chosen."""
    known = hierarchy.organisations
    one = organisation or (known[0].id if len(known) == 1 else None)
    return level_label(level, hierarchy, one, texts)


def _text(wanted: Asked, texts: Texts) -> str:
    """The field for words, and the button of the whole form beside it."""
    return (
        f"<label for='rs-sok'>{texts('library.filter.text')}</label><div class='rs-find'>"
        f"<input type='search' id='rs-sok' name='sok' maxlength='200' value='{as_html(wanted.text)}' "
        f"placeholder='{texts('library.filter.text_hint')}'><button type='submit' class='rs-button'>"
        f"{texts('library.filter.show')}</button></div>"
    )


def _day(wanted: Asked, texts: Texts) -> str:
    """A day in Swedish form, whatever the browser's language; the page says it where there is no such day."""
    given = wanted.day.isoformat() if wanted.day else ""
    return _field(
        "dag",
        texts("library.filter.day"),
        f"<input type='text' id='rs-dag' name='dag' value='{given}' maxlength='10' autocomplete='off' "
        f"placeholder='{texts('library.filter.day_hint')}'>",
    )


def _select(name: str, label: str, options: Options, chosen: str, every: str) -> str:
    listed = "".join(
        f"<option value='{as_html(value)}'{' selected' if value == chosen else ''}>{as_html(said)}</option>"
        for value, said in [("", every), *options]
    )
    return _field(name, label, f"<select id='rs-{name}' name='{name}'>{listed}</select>")


def _field(name: str, label: str, control: str) -> str:
    return f"<div class='rs-field'><label for='rs-{name}'>{label}</label>{control}</div>"


def _current(is_current: bool) -> Literal["page"] | None:
    return "page" if is_current else None
