"""The arguments and options of the `eval` commands that no other command has."""

from pathlib import Path
from typing import Annotated

import typer

QuestionFile = Annotated[Path, typer.Argument(metavar="FRÅGOR.yaml", help="Frågefilen.")]
NewQuestionFile = Annotated[
    Path, typer.Argument(metavar="FRÅGOR.yaml", help="Frågefilen, som skapas om den saknas.")
]
NewQuestion = Annotated[
    str | None, typer.Argument(metavar="[FRÅGA]", help="Frågan, inom citattecken. Annars frågas efter den.")
]
Reviewed = Annotated[
    Path | None,
    typer.Argument(
        metavar="[FIL]", help="En sparad körning (.json), eller en frågefil. Annars exempelregionens frågor."
    ),
]
Before = Annotated[Path, typer.Argument(metavar="FÖRE.json", help="Den tidigare körningen (eval --json).")]
After = Annotated[Path, typer.Argument(metavar="EFTER.json", help="Den senare körningen (eval --json).")]
JUnitFile = Annotated[
    Path | None, typer.Option("--junit", metavar="FIL", help="Skriv också en rapport som JUnit-XML.")
]
BaselineFile = Annotated[
    Path | None,
    typer.Option(
        "--baseline", metavar="FIL", help="En tidigare körning: en försämring utöver slumpen underkänns."
    ),
]
WriteBaseline = Annotated[
    bool, typer.Option("--write-baseline", help="Gör den här körningen till jämförelse, i --baseline FIL.")
]
HistoryFile = Annotated[
    Path | None,
    typer.Option(
        "--history", metavar="FIL", help="Historikens fil. Annars eval-history.jsonl i bibliotekets mapp."
    ),
]
NoHistory = Annotated[bool, typer.Option("--no-history", help="Skriv inte in körningen i historiken.")]
Everything = Annotated[
    bool, typer.Option("--all", help="Visa också varje bestämmelse som ingen frågar efter.")
]
