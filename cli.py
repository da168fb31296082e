"""The command `regelstegen`: every task of the engine from a terminal or another program.

Engines are imported by the command that uses them, so that help and small tasks are quick. Exit status: 0
done; 1 done, with some input refused or a gate not reached; 2 wrong use or nothing usable; 130 interrupted.
"""

import logging
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any

import typer

from commands import options as given
from commands.eval_commands import eval_app
from commands.keys_commands import keys_app
from commands.opening import (
    check_organisation,
    document_folders,
    find_document,
    open_assistant,
    open_governance,
    open_settings,
    provisions_there,
)
from commands.register_commands import register_app
from commands.threshold_commands import threshold_app
from commands.usage import CommandFailed, command, group

if TYPE_CHECKING:
    from commands.json_lines import Asked

app = group("Vilken regel gäller? Svar ur organisationens styrande dokument, ordagrant och steg för steg.")
app.add_typer(register_app, name="register")
app.add_typer(eval_app, name="eval")
app.add_typer(keys_app, name="keys")
app.add_typer(threshold_app, name="threshold")


@command(app, "ingest")
def ingest(
    folders: given.Folders = None,
    governance: given.GovernanceFolder = None,
    ocr: given.OcrChoice = None,
    report: given.IngestReportFile = None,
    forget: given.Forget = None,
    watched: given.Watched = False,
    data: given.Data = None,
    json: given.Json = False,
) -> int:
    """Läs in dokument i biblioteket, eller uppdatera det: bara det som ändrats läses."""
    from commands.forget import forget_named
    from commands.ingest_report import check_report_path, write_report
    from commands.keys_check import warn_of_keys
    from commands.library_view import ingest_shown
    from commands.opening import open_ocr
    from commands.output import ProgressBar, console, write_json
    from index.library import Library
    from index.thresholds import checked_thresholds, switched_off
    from index.update import Engine, update_library
    from keeping.watched import Watched

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
    with ProgressBar() as bar:
        follower = Watched(settings.data) if watched else None
        progress = follower.progress(bar) if follower else bar
        done = update_library(settings.data, roots, kept, progress, engine, settings.limits)
        usable = done.read or done.unchanged or done.removed
        if not usable and not done.refused:
            raise CommandFailed("Det finns inga dokument i mappen.", "Kontrollera sökvägen.")
        if report is not None:
            with closing(Library(settings.data)) as library:
                write_report(report, done, library, roots, settings.report_pages, progress)
    warn_of_keys(settings.data, kept.folder, _complain)
    with closing(Library(settings.data)) as library:
        off = switched_off(checked_thresholds(library, date.today()))
        if follower is not None:
            follower.finish(library, done, [*roots, *([kept.folder] if kept.folder else [])])
        shown = None if json else ingest_shown(done, library.documents(), off)
    if json:
        refused = [{"path": r.path, "reason": r.reason, "remedy": r.remedy} for r in done.refused]
        renamed = [{"document": r.document, "path": r.path} for r in done.renamed]
        changed = {"read": done.read, "removed": done.removed, "renamed": renamed, "refused": refused}
        counts = {"unchanged": done.unchanged, "embedded": done.embedded}
        limits = {"switched_off": [{"threshold": threshold.id, "why": why} for threshold, why in off]}
        written = {"report": str(report)} if report is not None else {}
        write_json({**changed, **counts, **limits, **written})
    else:
        console().print(shown)
        if report is not None:
            console().print(f"Rapporten: {report}", soft_wrap=True)
    return 0 if not done.refused else 1 if usable else 2


@command(app, "ask")
def ask(
    question: given.Question,
    organisation: given.Organisation = None,
    as_of: given.AsOf = None,
    language: given.Language = None,
    after: given.After = None,
    explain: given.Explain = False,
    data: given.Data = None,
    json: given.Json = False,
) -> int:
    """Fråga vilken regel som gäller."""
    from commands.ask import answer_question
    from commands.json_lines import Asked

    settings = open_settings(data)
    if language is None and "language" in settings.model_fields_set:
        language = settings.language
    before = tuple(given.asked_text(earlier) for earlier in after or ())
    asked = Asked(question, organisation or settings.default_organisation, as_of, language, after=before)
    assistant = open_assistant(settings)
    check_organisation(assistant.hierarchy, asked.organisation)

    return answer_question(assistant, asked, explain=explain, json=json, complain=_complain)


@command(app, "search")
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
            after=asked.after,
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


@command(app, "provisions")
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


@command(app, "compare")
def compare(
    document: given.Document, earlier: given.Earlier = None, data: given.Data = None, json: given.Json = False
) -> int:
    """Visa vad som är nytt, borttaget och ändrat mot en tidigare utgåva."""
    from commands.compare import show_comparison

    return show_comparison(open_settings(data).data, document, earlier, json=json)


@command(app, "references")
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


@command(app, "serve")
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

    whole = typer.main.get_command(app)
    try:
        with whole.make_context("regelstegen", list(arguments) or ["--help"]) as context:
            status = whole.invoke(context)
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
