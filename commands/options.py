"""Every argument and option of the command, and how its value is read."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from commands.usage import CommandFailed

LANGUAGES = ("sv", "en")
OCR_MODES = ("auto", "always", "never")
MOST_RESULTS = 1000
"""The largest `--top`."""


def day(text: str) -> date:
    """A date as ÅÅÅÅ-MM-DD. Raises CommandFailed."""
    # fromisoformat alone also takes 20260301 and 2026-W09-1.
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise CommandFailed(f"”{text}” är inget datum.", "Skriv det som ÅÅÅÅ-MM-DD, till exempel 2026-03-01.")


def language(text: str) -> str:
    """One of `LANGUAGES`. Raises CommandFailed."""
    if text not in LANGUAGES:
        raise CommandFailed(f"Språket ”{text}” finns inte.", "Välj sv eller en.")
    return text


def ocr_mode(text: str) -> str:
    """One of `OCR_MODES`. Raises CommandFailed."""
    if text not in OCR_MODES:
        raise CommandFailed(
            f"Texttolkningen ”{text}” finns inte.", "Välj auto, always eller never efter --ocr."
        )
    return text


def count(value: str | int) -> int:
    """How many results, from 1. Raises CommandFailed."""
    return _whole_number(value, 1, MOST_RESULTS, "inget antal", "--top")


def port(value: str | int) -> int:
    """A port that a user may listen on. Raises CommandFailed."""
    return _whole_number(value, 1024, 65535, "ingen port", "--port")


def _whole_number(value: str | int, least: int, most: int, fault: str, option: str) -> int:
    # A default comes as the number that it is, a value from the command line as text.
    written = str(value)
    if written.isdecimal() and len(written) < 10 and least <= int(written) <= most:
        return int(written)
    raise CommandFailed(
        f"”{written}” är {fault}.", f"Skriv ett heltal från {least} till {most} efter {option}."
    )


def asked_text(text: str) -> str:
    """A question or query with something in it. Raises CommandFailed."""
    if not text.strip():
        raise CommandFailed("Frågan är tom.", "Skriv den inom citattecken.")
    return _in_utf8(text, "Frågan")


def referring_text(text: str) -> str:
    """A text, which may be empty. Raises CommandFailed."""
    return _in_utf8(text, "Texten")


def _in_utf8(text: str, what: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:  # bytes of the command line that are not UTF-8
        raise CommandFailed(f"{what} är inte skriven i UTF-8.", "Ställ in terminalen på UTF-8.") from None
    return text


Folders = Annotated[list[Path] | None, typer.Argument(metavar="MAPP…", help="Mappar med dokument.")]
Forget = Annotated[
    list[str] | None,
    typer.Option(
        "--forget", metavar="DOKUMENT", help="Ta bort ett dokument vars fil är borta, för gott. Kan upprepas."
    ),
]
Watched = Annotated[bool, typer.Option("--watched", hidden=True, help="Följs från sidan Förvalta.")]
Question = Annotated[
    str,
    typer.Argument(metavar="FRÅGA", parser=asked_text, help="Frågan, eller - för JSON-rader på standard in."),
]
Query = Annotated[
    str,
    typer.Argument(
        metavar="SÖKORD", parser=asked_text, help="Sökorden, eller - för JSON-rader på standard in."
    ),
]
Document = Annotated[
    str, typer.Argument(metavar="DOKUMENT", help="Dokumentets id: filens namn utan ändelse.")
]
Earlier = Annotated[
    str | None,
    typer.Argument(metavar="[TIDIGARE]", help="Utgåvan att jämföra med. Annars den närmast före."),
]
ReferringText = Annotated[
    str,
    typer.Argument(metavar="TEXT", parser=referring_text, help="Texten, eller - för text på standard in."),
]
Act = Annotated[
    str | None,
    typer.Option(
        "--act", metavar="NUMMER", help="Författningen som texten själv hör till, till exempel 2016:1145."
    ),
]
OptionalDocument = Annotated[
    str | None,
    typer.Argument(metavar="[DOKUMENT]", help="Dokumentets id: filens namn utan ändelse. Annars visas alla."),
]
ReviewedDocument = Annotated[
    str | None,
    typer.Argument(
        metavar="[DOKUMENT]", help="Dokumentets id: då visas allt om det. Annars det som inte är bekräftat."
    ),
]
Questions = Annotated[
    Path | None, typer.Argument(metavar="[FRÅGOR.yaml]", help="Frågefilen. Annars exempelregionens frågor.")
]

Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="MAPP", help="Bibliotekets mapp. Annars REGELSTEGEN_DATA, eller data/."),
]
Explain = Annotated[bool, typer.Option("--explain", help="Visa också vägen från frågan till svaret.")]
Json = Annotated[bool, typer.Option("--json", help="Skriv JSON på standard ut, och inget annat.")]
GovernanceFolder = Annotated[
    Path | None,
    typer.Option(
        "--governance",
        metavar="MAPP",
        help="Mappen med hierarchy.yaml och register.yaml. Annars den första mappen, eller den ovanför.",
    ),
]
RegisterFolder = Annotated[
    Path | None,
    typer.Option(
        "--governance",
        metavar="MAPP",
        help="Mappen med register.yaml. Annars den som användes vid inläsningen.",
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Visa vad som skulle skrivas, men skriv inget.")]
By = Annotated[
    str | None,
    typer.Option(
        "--by", metavar="NAMN", help="Vem som bekräftar. Annars REGELSTEGEN_BY, eller användarens namn."
    ),
]
CheckedDay = Annotated[
    date | None,
    typer.Option("--as-of", metavar="ÅÅÅÅ-MM-DD", parser=day, help="Så som det är den dagen. Annars i dag."),
]
OcrChoice = Annotated[
    str | None,
    typer.Option(
        "--ocr",
        metavar="auto|always|never",
        parser=ocr_mode,
        help="Vilka sidor som läses ur sin bild (OCR): inskannade (auto), alla eller inga.",
    ),
]
IngestReportFile = Annotated[
    Path | None,
    typer.Option(
        "--report",
        metavar="FIL.html",
        help="Skriv också en HTML-sida med varje sidas bild bredvid det som lästs ur den.",
    ),
]
Organisation = Annotated[
    str | None, typer.Option("--organisation", metavar="ID", help="Organisationens id i hierarchy.yaml.")
]
After = Annotated[
    list[str] | None,
    typer.Option(
        "--after",
        metavar="FRÅGA",
        help="En fråga som ställdes tidigare i samtalet, den äldsta först. Kan upprepas.",
    ),
]
AsOf = Annotated[
    date | None,
    typer.Option("--as-of", metavar="ÅÅÅÅ-MM-DD", parser=day, help="Så som reglerna gällde den dagen."),
]
Language = Annotated[
    str | None,
    typer.Option("--language", metavar="sv|en", parser=language, help="Svarets språk. Annars frågans."),
]
Address = Annotated[
    str | None,
    typer.Option(
        "--address", metavar="ADRESS", help="Bara det som står där, till exempel ”5 § första stycket 2”."
    ),
]
Top = Annotated[int, typer.Option("--top", metavar="ANTAL", parser=count, help="Högst så många träffar (8).")]
StoredText = Annotated[
    bool, typer.Option("--text", help="Skriv dokumentets lagrade text, som citatens lägen avser.")
]
GateFile = Annotated[
    Path | None, typer.Option("--gate", metavar="FIL", help="YAML-fil med gränser som måste nås.")
]
HtmlReport = Annotated[
    Path | None, typer.Option("--html", metavar="FIL", help="Skriv också en rapport som HTML-sida.")
]
Brief = Annotated[bool, typer.Option("--brief", help="Visa bara tabellerna, inte varje fråga som brast.")]
Port = Annotated[
    int, typer.Option("--port", metavar="PORT", parser=port, help="Porten (8501), eller nästa lediga.")
]
