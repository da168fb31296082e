"""The commands `regelstegen keys …`: everyday words for provisions, checked, proposed and confirmed.

Engines are imported by the command that uses them, so that help is quick.
"""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from commands import options as given
from commands.opening import open_settings
from commands.usage import command, group

keys_app = group("Nycklar: vardagliga ord för bestämmelserna, som hjälper frågor att hitta dem.")

CheckedFolder = Annotated[
    Path | None,
    typer.Argument(metavar="[MAPP]", help="Mappen vars keys/ kontrolleras. Annars den som lästes in."),
]
KeysFolder = Annotated[
    Path | None,
    typer.Option(
        "--governance", metavar="MAPP", help="Mappen med keys/. Annars den som användes vid inläsningen."
    ),
]
Documents = Annotated[
    list[str], typer.Argument(metavar="DOKUMENT…", help="Dokumentens id: filernas namn utan ändelse.")
]
Everything = Annotated[bool, typer.Option("--all", help="Visa varje bestämmelse som saknar nycklar.")]


@command(keys_app, "check")
def check(
    folder: CheckedFolder = None,
    everything: Everything = False,
    data: given.Data = None,
    json: given.Json = False,
) -> int:
    """Kontrollera att varje adress finns, och visa vilka bestämmelser som saknar nycklar."""
    from commands.keys_check import check_keys

    return check_keys(open_settings(data).data, folder, everything=everything, json=json)


@command(keys_app, "propose")
def propose(
    documents: Documents,
    governance: KeysFolder = None,
    data: given.Data = None,
    json: given.Json = False,
) -> int:
    """Låt den anslutna språkmodellen föreslå nycklar. De används inte förrän någon har bekräftat dem."""
    from commands.keys_propose import propose_keys

    return propose_keys(open_settings(data), governance, documents, json=json, today=date.today())


@command(keys_app, "review")
def review(
    document: given.OptionalDocument = None,
    governance: KeysFolder = None,
    by: given.By = None,
    data: given.Data = None,
    json: given.Json = False,
) -> int:
    """Gå igenom de föreslagna nycklarna: behåll, ändra eller stryk."""
    from commands.keys_review import review_keys

    data_folder = open_settings(data).data
    return review_keys(data_folder, governance, document=document, by=by, json=json, today=date.today())
