"""What the page on quality shows, written as the application itself writes it."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from evals.history import HISTORY_FILE, Figure, PastRun, remember
from people import feedback
from people.asked import Asked, note_all
from people.database import Database
from people.feedback import Judgement, Reason, Verdict

UNANSWERED = (
    "Hur många semesterdagar har jag?",
    "Får jag spara semester till nästa år?",
    "När måste jag ansöka om sommarsemester?",
    "Var får jag parkera vid sjukhuset?",
    "Hur söker jag parkeringstillstånd?",
    "=Får jag ta med hunden till jobbet?",
)
"""Three topics; the last begins as a formula does."""


def asked_questions(today: date, number: int) -> Iterable[Asked]:
    """`number` questions over the latest 60 days, a tenth of them without an answer."""
    for at in range(number):
        refused = at % 10 == 0
        spent = 20.0 + at % 37 + (400.0 if at % 50 == 0 else 0.0)
        yield Asked(
            today - timedelta(days=at % 60),
            UNANSWERED[at // 10 % len(UNANSWERED)] if refused else f"Vem beslutar om ärende {at}?",
            abstained=refused,
            refused_because="no_support" if refused else None,
            level=None if refused else "law",
            spent_ms={"understand": 1.0, "retrieve": spent * 0.7, "answer": spent * 0.3, "total": spent},
        )


def fill_log(database: Database, number: int = 600) -> None:
    note_all(database, list(asked_questions(date.today(), number)))


def record(question: str, *, abstained: bool = False) -> dict[str, object]:
    """An answer as the contract has it, of a citation in the sample region."""
    quote = "Direktupphandling får användas under gränsen."
    citation = {
        "document": "sfs-2016-1145",
        "title": "Lag om offentlig upphandling",
        "level": "law",
        "status": "adopted",
        "section": "19 a kap. 2 §",
        "page": None,
        "printed_page": None,
        "quote": quote,
        "start": 0,
        "end": len(quote),
        "source": "lag.md",
    }
    return {
        "question": question,
        "organisation": None,
        "as_of": date.today().isoformat(),
        "language": "sv",
        "abstained": abstained,
        "answer": "Inget svarar." if abstained else f"Enligt lagen: ”{quote}”",
        "applicable": None if abstained else {"level": "law", "citation": 0},
        "rungs": [] if abstained else [{"level": "law", "relation": "decides", "citations": [0]}],
        "background": [],
        "citations": [] if abstained else [citation],
        "conflicts": [],
        "warnings": [],
        "timings_ms": {},
        "related": [],
    }


def fill_feedback(database: Database, number: int = 24) -> None:
    """`number` judgements over some months, of every kind and for several reasons."""
    verdicts = (Verdict.HELPED, Verdict.HELPED, Verdict.NOT_HELPED, Verdict.WRONG)
    reasons = (Reason.WRONG_RULE, Reason.OUTDATED, Reason.HARD)
    for at in range(number):
        verdict = verdicts[at % len(verdicts)]
        reason = None if verdict is Verdict.HELPED else reasons[at % len(reasons)]
        feedback.judge(
            database,
            f"person-{at}",
            "answer",
            Judgement(verdict, reason, "Regeln är ersatt." if reason is Reason.OUTDATED else ""),
            record(f"Får vi köpa direkt för {at + 1} tkr?", abstained=at % 6 == 5),
            "1a2b3c4d",
            datetime.now(UTC) - timedelta(days=at * 5),
        )


def fill_history(data: Path, file: str) -> None:
    """Three earlier runs of a question file (as the history names it)."""
    for at, mean in enumerate((0.71, 0.78, 0.86)):
        metrics = {
            name: Figure(min(1.0, mean + 0.02 * n), max(0.0, mean - 0.1), min(1.0, mean + 0.12), 77)
            for n, name in enumerate(("right_source_shown", "level", "refusal_recall", "mrr", "recall@8"))
        }
        day = datetime(2026, 1 + at, 12, 9, 30, tzinfo=UTC)
        remember(data / HISTORY_FILE, PastRun(day, file, "abc" if at else "abd", 77, metrics))
