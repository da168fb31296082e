"""The commands `eval …`: `eval FRÅGOR.yaml` measures, the others make, check and compare what it uses."""

from datetime import datetime

from commands import eval_options, options
from commands.default_command import DEFAULT, DefaultGroup
from commands.opening import open_settings
from commands.usage import command, group

eval_app = group("Mät svaren mot frågor med kända svar.", DefaultGroup)


@command(eval_app, DEFAULT)
def evaluate(
    questions: options.Questions = None,
    gate: options.GateFile = None,
    baseline: eval_options.BaselineFile = None,
    write_baseline: eval_options.WriteBaseline = False,
    html: options.HtmlReport = None,
    junit: eval_options.JUnitFile = None,
    history: eval_options.HistoryFile = None,
    no_history: eval_options.NoHistory = False,
    top: options.Top = 8,
    brief: options.Brief = False,
    data: options.Data = None,
    json: options.Json = False,
) -> int:
    """Mät svaren mot frågor med kända svar."""
    from commands.evaluate import Wanted, measure

    wanted = Wanted(gate, baseline, write_baseline, html, junit, history, not no_history, brief, json)
    return measure(questions, open_settings(data), wanted, top=top, now=datetime.now().astimezone())


@command(eval_app, "add")
def add(
    questions: eval_options.NewQuestionFile,
    question: eval_options.NewQuestion = None,
    organisation: options.Organisation = None,
    as_of: options.AsOf = None,
    language: options.Language = None,
    data: options.Data = None,
) -> int:
    """Ställ en fråga, bedöm svaret och lägg frågan till en frågefil."""
    from commands.eval_add import Asking, add_questions

    settings = open_settings(data)
    asking = Asking(organisation or settings.default_organisation, as_of, language)
    return add_questions(settings, questions, question, asking)


@command(eval_app, "review")
def review(
    file: eval_options.Reviewed = None,
    top: options.Top = 8,
    data: options.Data = None,
    json: options.Json = False,
) -> int:
    """Gå igenom frågorna som brast, med det väntade och det visade sida vid sida."""
    from commands.eval_review import review_failures

    return review_failures(file, open_settings(data), top=top, json=json)


@command(eval_app, "compare")
def compare(before: eval_options.Before, after: eval_options.After, json: options.Json = False) -> int:
    """Jämför två sparade körningar fråga för fråga."""
    from commands.eval_compare import compare_runs

    return compare_runs(before, after, json=json)


@command(eval_app, "check")
def check(questions: eval_options.QuestionFile, data: options.Data = None, json: options.Json = False) -> int:
    """Kontrollera att varje väntat dokument, avsnitt och citat finns i biblioteket."""
    from commands.eval_check import check_questions

    return check_questions(questions, open_settings(data).data, json=json)


@command(eval_app, "coverage")
def coverage(
    questions: eval_options.QuestionFile,
    everything: eval_options.Everything = False,
    data: options.Data = None,
    json: options.Json = False,
) -> int:
    """Visa vilka dokument, bestämmelser och nivåer som ingen fråga gäller."""
    from commands.eval_coverage import show_coverage

    return show_coverage(questions, open_settings(data).data, everything=everything, json=json)
