"""Whose rules, of which day, from which state of the library: what an answer was given of, in words."""

from datetime import datetime

from hierarchy.ladder import Answer
from hierarchy.levels import Hierarchy
from index.version import Version
from ui.formats import organisation_name, written_date
from ui.texts import Texts


def scope_said(answer: Answer, hierarchy: Hierarchy, texts: Texts) -> str:
    """For whom and when the answer holds, or where it was looked for."""
    organisation = hierarchy.organisation(answer.organisation) if answer.organisation else None
    whose = organisation_name(organisation, texts) if organisation else texts("answer.any_organisation")
    key = "answer.searched" if answer.abstained else "answer.holds"
    return texts(key, organisation=whose, date=written_date(answer.as_of, texts))


def version_said(library: Version, texts: Texts) -> str:
    """ "biblioteket i version 3f9a2c01, inläst 2 november 2026"."""
    if library.read_on is None:
        return texts("kept.version", version=library.id)
    return texts("kept.version_read", version=library.id, date=written_date(library.read_on, texts))


def written_time(moment: datetime, texts: Texts) -> str:
    """ "3 november 2026 kl. 09.15", by the server's clock."""
    local = moment.astimezone()
    clock = f"{local:%H:%M}" if texts.language == "en" else f"{local:%H.%M}"
    return texts("kept.time", date=written_date(local.date(), texts), clock=clock)
