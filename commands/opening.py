"""What the commands work on, found from options and settings: folders, governance, library, assistant."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from commands.usage import CommandFailed

if TYPE_CHECKING:
    from answers.assistant import Assistant
    from hierarchy.documents import GoverningDocument, Provision
    from hierarchy.levels import Hierarchy
    from index.library import Library
    from ingest.governance import Governance
    from ingest.ocr import Ocr
    from settings import Settings


def open_settings(data: Path | None) -> "Settings":
    """The installation's settings, with `--data` where it was given. Raises CommandFailed."""
    from tomllib import TOMLDecodeError

    from pydantic import ValidationError

    from settings import Settings

    try:
        return Settings() if data is None else Settings(data=data)
    except (TOMLDecodeError, UnicodeDecodeError) as error:
        raise CommandFailed(f"regelstegen.toml är inte giltig TOML: {error}.", "Rätta filen.") from error
    except ValidationError as error:
        fields = sorted({str(part) for fault in error.errors() for part in fault["loc"][:1]})
        variables = ", ".join(f"REGELSTEGEN_{field.upper()}" for field in fields)
        raise CommandFailed(
            f"Inställningarna kunde inte läsas: {', '.join(fields)} är okänd eller har fel värde.",
            f"Rätta i regelstegen.toml, eller i miljön ({variables}).",
        ) from error


def open_assistant(settings: "Settings") -> "Assistant":
    """The assistant over the library. Raises LibraryError."""
    from answers.assistant import Assistant

    return Assistant.open(
        settings.data,
        embedder=settings.embedder,
        reranker=settings.reranker,
        chroma_url=settings.chroma_url,
        contact=settings.contact,
        ocr_limit=settings.ocr_limit,
    )


def open_ocr(settings: "Settings", mode: str | None) -> "Ocr":
    """How scanned pages are read: as the settings say, with `--ocr` where it was given."""
    from typing import cast

    from ingest.ocr import Ocr, OcrMode

    chosen = cast(OcrMode, mode) if mode else settings.ocr
    return Ocr(chosen, settings.ocr_language, seconds=settings.ocr_seconds, most_pages=settings.ocr_pages)


def document_folders(folders: Sequence[Path]) -> list[Path]:
    """The folders to read, absolute; one that lies within another of them is read with that one.

    Raises CommandFailed for what is no folder.
    """
    for folder in folders:
        if not folder.is_dir():
            what = "är en fil, inte en mapp" if folder.exists() else "finns inte"
            raise CommandFailed(f"”{folder}” {what}.", "Ange en mapp med dokument.")
    roots = list(dict.fromkeys(folder.resolve() for folder in folders))
    return [root for root in roots if not any(root.is_relative_to(r) for r in roots if r != root)]


def open_governance(chosen: Path | None, roots: Sequence[Path]) -> "Governance":
    """The governance folder's contents: the chosen one, else the first root or its parent, else nothing.

    Raises GovernanceError, and CommandFailed where the chosen one is no folder.
    """
    from ingest.governance import HIERARCHY_FILE, REGISTER_FILE, Governance, load_governance

    if chosen is not None:
        if not chosen.is_dir():
            raise CommandFailed(f"Mappen ”{chosen}” finns inte.", "Ange en annan med --governance.")
        return load_governance(chosen.resolve())
    for folder in (roots[0], roots[0].parent):
        if any((folder / name).is_file() for name in (HIERARCHY_FILE, REGISTER_FILE)):
            return load_governance(folder)
    return Governance()


def check_organisation(hierarchy: "Hierarchy", organisation: str | None) -> None:
    """Raises CommandFailed for an organisation that the library does not know."""
    if organisation is None or hierarchy.organisation(organisation):
        return
    known = ", ".join(known.id for known in hierarchy.organisations)
    raise CommandFailed(
        f"Organisationen ”{organisation}” är okänd.",
        f"Kända: {known}." if known else "Beskriv den i hierarchy.yaml och läs in dokumenten på nytt.",
    )


def find_document(library: "Library", document: str) -> "GoverningDocument":
    """The document of that id. Raises CommandFailed, naming the nearest ones."""
    # The keys for å, ä and ö give one character or two, depending on the system; ids have one.
    found = library.document(normalize("NFC", document))
    if found is None:
        near = get_close_matches(document, [held.document for held in library.documents()], n=3)
        raise CommandFailed(
            f"Dokumentet ”{document}” finns inte i biblioteket.",
            f"Menade du {_listed(near)}?" if near else "Se alla med: regelstegen register show",
        )
    return found


def provisions_there(library: "Library", document: str, address: str) -> "list[Provision]":
    """What stands at an address in a document and under it, down to a point. Raises CommandFailed."""
    from dataclasses import replace

    from ingest.pinpoint import provisions_at

    found = provisions_at(normalize("NFC", address), library.provisions(document), library.text(document))
    if not found:
        raise CommandFailed(
            f"”{address}” finns inte i {document}, eller pekar på flera ställen.",
            f"Se alla adresser med: regelstegen provisions {document}",
        )
    marks = [library.mark_at(document, provision.start) for provision in found]
    return [
        replace(provision, page=mark.page, printed_page=mark.printed_page) if mark else provision
        for provision, mark in zip(found, marks, strict=True)
    ]


def _listed(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} eller {last}" if first else last
