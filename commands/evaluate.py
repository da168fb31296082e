"""The command `eval`: a question file asked of the library, and the reports of it."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import evals
from commands.opening import check_organisation, open_assistant
from commands.output import ProgressBar, console, write_json
from commands.usage import CommandFailed
from evals.assistant_asker import AssistantAsker
from evals.baseline import drops, failed_before, write_baseline
from evals.gate import Gate, GateFileError, failures, load_gate
from evals.history import HISTORY_FILE, PastRun, file_of, load_history, past_run, remember
from evals.junit import junit_report
from evals.kept_report import keep_report
from evals.questions import Question, QuestionFileError, load_questions
from evals.report_html import html_report
from evals.report_json import run_to_json
from evals.report_terminal import terminal_report
from evals.run import EvalRun, run
from evals.saved import SavedRun, SavedRunError, load_run, run_from_json
from settings import Settings

SAMPLE_QUESTIONS = Path(str(evals.__file__)).parent / "sample" / "questions.yaml"
"""The questions on the sample region."""


@dataclass(frozen=True)
class Wanted:
    """What is wanted of a run: the limits it is held against, and the reports of it.

    `brief` leaves the questions that failed out of what the terminal shows. `history`: None for the file in
    the library's folder; it is written to where `remembered`.
    """

    gate: Path | None = None
    baseline: Path | None = None
    new_baseline: bool = False
    html: Path | None = None
    junit: Path | None = None
    history: Path | None = None
    remembered: bool = True
    brief: bool = False
    json: bool = False


def measure(questions: Path | None, settings: Settings, wanted: Wanted, *, top: int, now: datetime) -> int:
    """Ask every question and report; returns 1 where a limit is not reached, else 0.

    `top` is how many search results are asked for, the k of recall@k. Raises CommandFailed for files that
    can't be used, before anything is asked, and LibraryError.
    """
    path = questions or SAMPLE_QUESTIONS
    asked = questions_of(path)
    gate = _gate(wanted.gate, path)
    baseline = _baseline(wanted)
    for file in (wanted.html, wanted.junit, wanted.baseline, wanted.history):
        if file is not None and not file.absolute().parent.is_dir():
            raise CommandFailed(f"Mappen för ”{file}” finns inte.", "Skapa den, eller ange en annan fil.")
    measured = ask_all(asked, settings, top=top)
    report = run_to_json(measured, gate)
    saved = run_from_json(report)
    dropped = None if baseline is None else drops(baseline, saved)
    if dropped is not None:
        report["baseline"] = {"failures": dropped}
    history = _remembered(measured, report, path, settings, wanted, now)
    title = f"Utvärdering: {path.stem}"
    if wanted.html is not None:
        subtitle = f"{path.name} mot biblioteket {settings.data}, {now:%Y-%m-%d}."
        page = html_report(measured, gate, title=title, subtitle=subtitle, history=history, drops=dropped)
        wanted.html.write_text(page, encoding="utf-8")
    if wanted.junit is not None:
        before = failed_before(baseline, saved) if baseline is not None else frozenset()
        document = junit_report(measured, path.stem, gate, drops=dropped, failed_before=before)
        wanted.junit.write_text(document, encoding="utf-8")
    if wanted.new_baseline and wanted.baseline is not None:
        write_baseline(wanted.baseline, report)
    _show(measured, gate, title, dropped, report, wanted)
    return 1 if dropped or (gate and failures(measured, gate)) else 0


def questions_of(path: Path) -> Sequence[Question]:
    """Raises CommandFailed for a file that can't be used."""
    try:
        return load_questions(path)
    except QuestionFileError as error:
        raise CommandFailed(str(error)) from error


def saved_run(path: Path) -> SavedRun:
    """Raises CommandFailed for a file that is no saved run."""
    try:
        return load_run(path)
    except SavedRunError as error:
        raise CommandFailed(str(error)) from error


def ask_all(questions: Sequence[Question], settings: Settings, *, top: int) -> EvalRun:
    """Every question asked of the library, with a progress bar. Raises CommandFailed for an organisation that
    the library does not know, before anything is asked, and LibraryError.
    """
    assistant = open_assistant(settings)
    for organisation in dict.fromkeys(question.organisation for question in questions):
        check_organisation(assistant.hierarchy, organisation)
    with ProgressBar() as progress:
        progress.begin("ask", len(questions))
        return run(questions, AssistantAsker(assistant), top=top, on_case=lambda _: progress.advance())


def _show(
    measured: EvalRun,
    gate: Gate | None,
    title: str,
    dropped: Sequence[str] | None,
    report: dict[str, Any],
    wanted: Wanted,
) -> None:
    if wanted.json:
        write_json(report)
        return
    console().print(terminal_report(measured, gate, title=title, show_cases=not wanted.brief, drops=dropped))
    if wanted.new_baseline:
        console().print(f"Jämförelsefilen är skriven: {wanted.baseline}", soft_wrap=True)


def _gate(gate: Path | None, questions: Path) -> Gate | None:
    try:
        return load_gate(gate, questions) if gate else None
    except GateFileError as error:
        raise CommandFailed(str(error)) from error


def _baseline(wanted: Wanted) -> SavedRun | None:
    """What the run is held against; nothing where it is itself to be the baseline."""
    if wanted.new_baseline and wanted.baseline is None:
        raise CommandFailed("--write-baseline säger inte var.", "Ange filen med --baseline FIL.")
    if wanted.baseline is None or wanted.new_baseline:
        return None
    if not wanted.baseline.exists():
        raise CommandFailed(
            f"Jämförelsefilen ”{wanted.baseline}” finns inte.", "Skriv den första med --write-baseline."
        )
    return saved_run(wanted.baseline)


def _remembered(
    measured: EvalRun,
    report: dict[str, Any],
    questions: Path,
    settings: Settings,
    wanted: Wanted,
    now: datetime,
) -> list[PastRun]:
    """The earlier runs and this one. A history that can't be kept is said, and fails nothing."""
    path = wanted.history or settings.data / HISTORY_FILE
    file = file_of(questions, path)
    this = past_run(measured, file, now)
    try:
        history = load_history(path, file)
        if wanted.remembered:
            remember(path, this)
            keep_report(settings.data, file_of(questions, settings.data / HISTORY_FILE), now, report)
    except OSError as error:
        sys.stderr.write(f"Historiken i ”{path}” kunde inte läsas eller skrivas: {error.strerror}.\n")
        history = []
    return [*history, this]
