"""A document's contents, the part that is open unfolded, and the way to the part before and after."""

from collections.abc import Sequence
from itertools import groupby

from hierarchy.documents import Provision
from ingest.outline import TITLE_BLOCK
from ui.escape import as_html
from ui.library.document_links import Looked, View
from ui.library.parts import Part, chapter, topic
from ui.texts import Texts

_SHORT = 12
"""Chapters up to which the contents lie open."""


def outline_html(parts: Sequence[Part], open_part: int, looking: Looked, texts: Texts) -> str:
    """Every chapter as a link; of those in the open part, their provisions too."""
    items = ""
    count = 0
    for at, part in enumerate(parts):
        for title, provisions in groupby(part.provisions, key=chapter):
            listed = list(provisions)
            count += 1
            about = topic(listed[0]) if len(listed[0].path) == 1 else None
            within = _within(listed, looking, about) if at == open_part and len(listed) > 1 else ""
            items += f"<li>{_link(listed[0], _named(title, texts), looking, about)}{within}</li>"
    opened = " open" if count <= _SHORT else ""
    return (
        f"<details class='rs-soft rs-outline'{opened}>"
        f"<summary>{texts('library.outline', count=count)}</summary>"
        f"<nav aria-label='{texts('library.outline_name')}'><ol>{items}</ol></nav></details>"
    )


def turning_html(parts: Sequence[Part], at: int, looking: Looked, texts: Texts, name: str) -> str:
    """Links to the parts beside the open one; nothing where the document is one part."""
    if len(parts) <= 1:
        return ""
    links = ""
    for key, other in (("library.part_before", at - 1), ("library.part_after", at + 1)):
        if 0 <= other < len(parts):
            title = _named(parts[other].title, texts)
            links += (
                f"<a href='{_address(parts[other].first, looking)}'><small>{texts(key)}</small>"
                f"<span>{as_html(title)}</span></a>"
            )
    return f"<nav class='rs-soft rs-turning' aria-label='{name}'>{links}</nav>"


def _within(provisions: Sequence[Provision], looking: Looked, about: str | None) -> str:
    items, latest = "", about
    for provision in provisions:
        if len(provision.path) <= 1:
            continue
        said = topic(provision)
        name = " › ".join(provision.path[1:])
        items += f"<li>{_link(provision, name, looking, said if said != latest else None)}</li>"
        latest = said
    return f"<ol>{items}</ol>" if items else ""


def _link(provision: Provision, name: str, looking: Looked, about: str | None = None) -> str:
    current = " aria-current='location'" if provision.address == looking.provision else ""
    said = f" <span>{as_html(about)}</span>" if about else ""
    return f"<a href='{_address(provision, looking)}'{current}>{as_html(name)}{said}</a>"


def _address(provision: Provision, looking: Looked) -> str:
    return as_html(looking.link(View.TEXT, provision=provision.address))


def _named(title: str, texts: Texts) -> str:
    return texts("library.head") if title == TITLE_BLOCK else title
