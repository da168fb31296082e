"""The command `regelstegen`: every task of the engine from a terminal or another program.

Engines are imported by the command that uses them, so that help and small tasks are quick. Exit status: 0
done; 1 done, with some input refused or a gate not reached; 2 wrong use or nothing usable; 130 interrupted.
"""

import logging
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from commands import options as given
from commands.opening import (
    check_organisation,
    document_folders,
    find_document,
    open_assistant,
    open_governance,
    open_settings,
    provisions_there,
)
from commands.usage import Command, CommandFailed, Group

if TYPE_CHECKING:
    from commands.json_lines import Asked
    from hierarchy.ladder import Answer

_F = TypeVar("_F", bound=Callable[..., Any])
_OPTIONS, _COMMANDS = "[VÄLJARE]", "KOMMANDO …"

app = typer.Typer(
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    options_metavar=_OPTIONS,
    subcommand_metavar=_COMMANDS,
    help="Vilken regel gäller? Svar ur organisationens styrande dokument, ordagrant och steg för steg.",
)
register_app = typer.Typer(
    cls=Group,
    rich_markup_mode=None,
    options_metavar=_OPTIONS,
    subcommand_metavar=_COMMANDS,
    help="Dokumentens identitet, med det som visar den.",
)
app.add_typer(register_app, name="register")


def _command(group: typer.Typer, name: str) -> Callable[[_F], _F]:
    return group.command(name, cls=Command, options_metavar=_OPTIONS)


@_command(app, "ingest")
def ingest(
    folders: given.Folders = None,
    governance: given.GovernanceFolder = None,
    ocr: given.OcrChoice = None,
    report: given.IngestReportFile = None,
    forget: given.Forget = None,
    data: given.Data = None,
    json: given.Json = False,
) -> int:
    """Läs in dokument i biblioteket, eller uppdatera det: bara det som ändrats läses."""
    from commands.forget import forget_named
    from commands.ingest_report import check_report_path, write_report
    from commands.library_view import ingest_shown
    from commands.opening import open_ocr
    from commands.output import ProgressBar, console, write_json
    from index.library import Library
    from index.update import Engine, update_library

    settings = open_settings(data)
    if not folders and not forget:
        raise CommandFailed("MAPP… saknas.", "Se regelstegen ingest --help.")
    roots = document_folders(folders or [])
    if forget:
        forget_named(settings, forget)
        if not roots:
            if json:
                write_json({"forgotten": forget})
            return 0
    kept = open_governance(governance, roots)
    engine = Engine(settings.embedder, settings.chroma_url, open_ocr(settings, ocr))
    if report is not None:
        check_report_path(report, roots)
    with ProgressBar() as progress:
        done = update_library(settings.data, roots, kept, progress, engine, settings.limits)
        usable = done.read or done.unchanged or done.removed
        if not usable and not done.refused:
            raise CommandFailed("Det finns inga dokument i mappen.", "Kontrollera sökvägen.")
        if report is not None:
            with closing(Library(settings.data)) as library:
                write_report(report, done, library, roots, settings.report_pages, progress)
    if json:
        refused = [{"path": r.path, "reason": r.reason, "remedy": r.remedy} for r in done.refused]
        renamed = [{"document": r.document, "path": r.path} for r in done.renamed]
        changed = {"read": done.read, "removed": done.removed, "renamed": renamed, "refused": refused}
        counts = {"unchanged": done.unchanged, "embedded": done.embedded}
        written = {"report": str(report)} if report is not None else {}
        write_json({**changed, **counts, **written})
    else:
        with closing(Library(settings.data)) as library:
            console().print(ingest_shown(done, library.documents()))
        if report is not None:
            console().print(f"Rapporten: {report}", soft_wrap=True)
    return 0 if not done.refused else 1 if usable else 2


@_command(app, "ask")
def ask(
    question: given.Question,
    organisation: given.Organisation = None,
    as_of: given.AsOf = None,
    language: given.Language = None,
    data: given.Data = None,
    json: given.Json = False,
) -> int:
    """Fråga vilken regel som gäller."""
    from answers.contract import answer_to_json
    from commands.answer_view import answer_shown
    from commands.json_lines import Asked, answer_standard_input
    from commands.output import console, write_json

    settings = open_settings(data)
    if language is None and "language" in settings.model_fields_set:
        language = settings.language
    asked = Asked(question, organisation or settings.default_organisation, as_of, language)
    assistant = open_assistant(settings)
    check_organisation(assistant.hierarchy, asked.organisation)

    def respond(asked: "Asked") -> "Answer":
        return assistant.ask(
            asked.question, organisation=asked.organisation, as_of=asked.as_of, language=asked.language
        )

    if question == "-":
        return answer_standard_input(
            assistant.hierarchy, asked, lambda asked: answer_to_json(respond(asked)), _complain
        )
    answer = respond(asked)
    if json:
        write_json(answer_to_json(answer))
    else:
        console().print(answer_shown(answer, assistant.hierarchy))
    return 0


@_command(app, "search")
def search(
    query: given.Query,
    organisation: given.Organisation = None,
    as_of: given.AsOf = None,
    language: given.Language = None,
    top: given.Top = 8,
    data: given.Data = None,
    json: given.Json = False,
) -> int:
    """Sök bestämmelser, utan att få ett svar."""
    from answers.contract import results_to_json
    from commands.answer_view import results_shown
    from commands.json_lines import Asked, answer_standard_input
    from commands.output import console, write_json
    from ui.texts import load_texts

    settings = open_settings(data)
    asked = Asked(query, organisation or settings.default_organisation, as_of, language, top)
    assistant = open_assistant(settings)
    check_organisation(assistant.hierarchy, asked.organisation)

    def respond(asked: "Asked") -> dict[str, Any]:
        found = assistant.search(
            asked.question,
            organisation=asked.organisation,
            as_of=asked.as_of,
            language=asked.language,
            top=asked.top,
        )
        return results_to_json(found)

    if query == "-":
        return answer_standard_input(assistant.hierarchy, asked, respond, _complain)
    results = respond(asked)
    if json:
        write_json(results)
    else:
        console().print(results_shown(results["results"], load_texts("sv")))
    return 0


@_command(app, "provisions")
def provisions(
    document: given.Document,
    address: given.Address = None,
    data: given.Data = None,
    json: given.Json = False,
) -> int:
    """Visa ett dokuments bestämmelser i läsordning, eller det som står på en adress."""
    from answers.register_contract import provisions_to_json
    from commands.library_view import provisions_shown
    from commands.output import console, write_json
    from index.library import Library

    with closing(Library(open_settings(data).data)) as library:
        found = find_document(library, document).document
        text = library.text(found)
        held = library.provisions(found) if address is None else provisions_there(library, found, address)
    if json:
        write_json(provisions_to_json(held, text))
    else:
        console().print(provisions_shown(held, text, whole=address is not None))
    return 0


@_command(app, "references")
def references(text: given.ReferringText, act: given.Act = None, json: given.Json = False) -> int:
    """Visa vilka lagrum och beslut en text hänvisar till."""
    from answers.references_contract import references_to_json
    from commands.output import console, write_json
    from commands.references_view import act_number, read_text, references_shown
    from references.finding import find_references

    found = find_references(read_text(text), act_number(act) if act else None)
    if json:
        write_json(references_to_json(found))
    else:
        console().print(references_shown(found))
    return 0


@_command(register_app, "show")
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


@_command(register_app, "propose")
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


@_command(register_app, "review")
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


@_command(register_app, "check")
def register_check(
    governance: given.RegisterFolder = None,
    as_of: given.CheckedDay = None,
    data: given.Data = None,
    json: given.Json = False,
) -> int:
    """Leta efter luckor, dubbletter, trasiga hänvisningar och beslut som borde ses över."""
    from commands.register_check import check_register

    return check_register(open_settings(data).data, governance, as_of=as_of or date.today(), json=json)


@_command(register_app, "history")
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


@_command(app, "eval")
def evaluate(
    questions: given.Questions = None,
    gate: given.GateFile = None,
    html: given.HtmlReport = None,
    top: given.Top = 8,
    brief: given.Brief = False,
    data: given.Data = None,
    json: given.Json = False,
) -> int:
    """Mät svaren mot frågor med kända svar."""
    from commands.evaluate import measure

    return measure(questions, open_settings(data), gate=gate, html=html, top=top, brief=brief, json=json)


@_command(app, "serve")
def serve(port: given.Port = 8501, data: given.Data = None) -> int:
    """Starta chatten för den här datorns webbläsare. Avsluta med Ctrl-C."""
    from commands.serve import serve_chat

    serve_chat(open_settings(data).data, port, _complain)
    return 0


def _complain(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line and return its exit status; every failure is a sentence."""
    from commands.failures import EXPECTED, as_failure

    command = typer.main.get_command(app)
    try:
        with command.make_context("regelstegen", list(arguments) or ["--help"]) as context:
            status = command.invoke(context)
        sys.stdout.flush()
        return int(status or 0) if arguments else 2
    except typer.Exit as ended:
        return ended.exit_code if arguments else 2
    except BrokenPipeError:
        # Whoever read our output has had enough; at exit Python would try once more to write the rest.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except EXPECTED as error:
        failure = as_failure(error)
    except KeyboardInterrupt:
        failure = CommandFailed("Avbrutet.", status=130)
    _complain(str(failure))
    return failure.status


def main() -> None:
    """The entry point."""
    # What libraries log (in English) and a user must know is in our own sentences and reports.
    logging.getLogger().addHandler(logging.NullHandler())
    for stream in (sys.stdout, sys.stderr):
        # A terminal without å or › gets a question mark instead of a failure.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
