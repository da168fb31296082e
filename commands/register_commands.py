"""The commands `regelstegen register …`: what the library knows of the documents, and the register kept true.

Engines are imported by the command that uses them, so that help is quick.
"""

from contextlib import closing
from datetime import date

from commands import options as given
from commands.opening import find_document, open_settings
from commands.usage import CommandFailed, command, group

register_app = group("Dokumentens identitet, med det som visar den.")


@command(register_app, "show")
def register_show(
    document: given.OptionalDocument = None,
    text: given.StoredText = False,
    data: given.Data = None,
    json: given.Json = False,
) -> int:
    """Visa vad biblioteket vet om dokumenten, eller om ett av dem."""
    from answers.register_contract import documents_to_json
    from commands.library_view import identity_shown, register_shown
    from commands.output import console, write_json, write_text
    from index.library import Library

    if text and document is None:
        raise CommandFailed("--text visar ett dokument i taget.", "Skriv dokumentets id före --text.")
    with closing(Library(open_settings(data).data)) as library:
        documents = library.documents() if document is None else [find_document(library, document)]
        stored = library.text(documents[0].document) if text else ""
    if text and json:
        write_json({"document": documents[0].document, "text": stored})
    elif text:
        write_text(stored)
    elif json:
        write_json(documents_to_json(documents))
    else:
        console().print(register_shown(documents) if document is None else identity_shown(documents[0]))
    return 0


@command(register_app, "propose")
def register_propose(
    governance: given.RegisterFolder = None,
    dry_run: given.DryRun = False,
    data: given.Data = None,
    json: given.Json = False,
) -> int:
    """Skriv in det som lästs ur dokumenten, som obekräftat. Inget bekräftat skrivs över."""
    from commands.register_propose import propose_entries

    return propose_entries(
        open_settings(data).data, governance, dry_run=dry_run, json=json, today=date.today()
    )


@command(register_app, "review")
def register_review(
    document: given.ReviewedDocument = None,
    governance: given.RegisterFolder = None,
    by: given.By = None,
    data: given.Data = None,
    json: given.Json = False,
) -> int:
    """Gå igenom det som är obekräftat eller tveksamt, med det som visar det."""
    from commands.register_review import review_entries

    settings = open_settings(data)
    return review_entries(settings.data, governance, document=document, by=by, json=json, today=date.today())


@command(register_app, "check")
def register_check(
    governance: given.RegisterFolder = None,
    as_of: given.CheckedDay = None,
    data: given.Data = None,
    json: given.Json = False,
) -> int:
    """Leta efter luckor, dubbletter, trasiga hänvisningar och beslut som borde ses över."""
    from commands.register_check import check_register

    return check_register(open_settings(data).data, governance, as_of=as_of or date.today(), json=json)


@command(register_app, "history")
def register_history(
    document: given.Document,
    governance: given.RegisterFolder = None,
    as_of: given.CheckedDay = None,
    data: given.Data = None,
    json: given.Json = False,
) -> int:
    """Visa ett dokuments utgåvor, besluten om dem och vad som ändrats i registret."""
    from commands.register_history import show_history

    data_folder = open_settings(data).data
    return show_history(data_folder, governance, document, as_of=as_of or date.today(), json=json)
