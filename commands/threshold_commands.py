"""The commands `regelstegen threshold …`: what a purchase of a certain value requires, and the limits kept.

No embedder is opened: the limits are data, held against the library's text.
"""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, TypeVar

import typer

from commands import options as given
from commands.opening import check_organisation, open_settings
from commands.usage import CommandFailed, command, group
from hierarchy.procurement.money import SumError, SumFault, kronor
from hierarchy.procurement.thresholds import Law, Subject
from hierarchy.procurement.value import VAT_RATES

threshold_app = group("Vad ett inköp av ett visst värde kräver, och beloppsgränserna bakom.")

_FAULTS = {
    SumFault.NO_SUM: "är inget belopp.",
    SumFault.FOREIGN: "är inte i kronor.",
    SumFault.BELOW_ZERO: "är mindre än noll.",
    SumFault.TOO_LARGE: "är mer än något köp.",
}
_REMEDIES = {
    SumFault.NO_SUM: "Skriv det i kronor, till exempel 450000, 450 tkr eller 0,45 mnkr.",
    SumFault.FOREIGN: "Räkna om det till kronor: kursen den dag som värdet bestäms finns inte i biblioteket.",
    SumFault.BELOW_ZERO: "Skriv hela beloppet, utan minustecken.",
    SumFault.TOO_LARGE: "Kontrollera antalet nollor.",
}


def _sum(text: str) -> Decimal:
    try:
        return kronor(text)
    except SumError as error:
        raise CommandFailed(f"”{error.text}” {_FAULTS[error.fault]}", _REMEDIES[error.fault]) from None


def _rate(text: str) -> Decimal:
    for rate in VAT_RATES:
        if text.strip().rstrip("%").strip() == str(rate):
            return rate
    raise CommandFailed(f"Momssatsen ”{text}” finns inte.", "Välj 25, 12 eller 6, eller utelämna --vat.")


def _months(text: str) -> int:
    if text.strip().lower() in ("tills vidare", "tills-vidare"):
        return 0
    if text.isdecimal() and 0 < int(text) <= 1200:
        return int(text)
    raise CommandFailed(
        f"”{text}” är inget antal månader.", "Skriv ett heltal efter --months, eller ”tills vidare”."
    )


def _law(text: str) -> Law:
    return _one_of(Law, text, "Lagen")


def _subject(text: str) -> Subject:
    return _one_of(Subject, text, "Slaget")


_Choice = TypeVar("_Choice", bound=StrEnum)


def _one_of(kind: type[_Choice], text: str, what: str) -> _Choice:
    for member in kind:
        if member.value == text.strip().lower().replace("-", "_"):
            return member
    known = ", ".join(member.value for member in kind)
    raise CommandFailed(f"{what} ”{text}” finns inte.", f"Välj något av: {known}.")


def _option(name: str, metavar: str, parser: Callable[[str], Any], text: str) -> Any:
    return typer.Option(name, metavar=metavar, parser=parser, help=text)


@command(threshold_app, "check")
def threshold_check(
    value: Annotated[Decimal, _option("--value", "BELOPP", _sum, "Vad köpet kostar under hela avtalstiden.")],
    option: Annotated[list[Decimal] | None, _option("--option", "BELOPP", _sum, "En option.")] = None,
    extension: Annotated[
        list[Decimal] | None, _option("--extension", "BELOPP", _sum, "En förlängning.")
    ] = None,
    premium: Annotated[
        list[Decimal] | None, _option("--premium", "BELOPP", _sum, "En ersättning till anbudsgivare.")
    ] = None,
    lot: Annotated[list[Decimal] | None, _option("--lot", "BELOPP", _sum, "Ett delkontrakt till.")] = None,
    months: Annotated[
        int | None,
        _option("--months", "ANTAL", _months, "Värdet betalas varje månad så länge, eller ”tills vidare”."),
    ] = None,
    vat: Annotated[
        Decimal | None, _option("--vat", "25|12|6", _rate, "Beloppen innehåller moms av så många procent.")
    ] = None,
    earlier: Annotated[
        Decimal | None,
        _option("--earlier", "BELOPP", _sum, "Köp av samma slag tidigare under året, utan moms."),
    ] = None,
    recurring: Annotated[
        Decimal | None,
        _option("--recurring", "BELOPP", _sum, "Återkommande sådana köp på tolv månader, utan moms."),
    ] = None,
    law: Annotated[Law | None, _option("--law", "lou|luf|luk", _law, "Lagen som köpet görs enligt.")] = None,
    subject: Annotated[
        Subject | None,
        _option("--subject", "SLAG", _subject, "goods, services, works, special_services eller concession."),
    ] = None,
    organisation: given.Organisation = None,
    day: Annotated[
        date | None, _option("--date", "ÅÅÅÅ-MM-DD", given.day, "Dagen som köpet påbörjas. Annars i dag.")
    ] = None,
    language: given.Language = None,
    data: given.Data = None,
    json: given.Json = False,
) -> int:
    """Räkna ut vad ett inköp kräver: förfarande, skyldigheter och hur långt det är till nästa gräns."""
    from answers.purchase_contract import outcome_to_json
    from commands.output import console, write_json
    from commands.purchase_view import outcome_shown
    from hierarchy.procurement.purchase import Purchase, examine
    from hierarchy.procurement.value import Part, PurchaseError, Role
    from index.library import Library
    from index.thresholds import checked_thresholds
    from ui.purchase.words import fault_said
    from ui.texts import load_texts

    settings = open_settings(data)
    texts = load_texts(language or settings.language or "sv")
    roles = {Role.OPTION: option, Role.EXTENSION: extension, Role.PREMIUM: premium, Role.LOT: lot}
    parts = [
        Part(value, Role.CONTRACT, vat, months),
        *(Part(amount, role, vat) for role, amounts in roles.items() for amount in amounts or ()),
    ]
    buyer = organisation or settings.default_organisation
    with closing(Library(settings.data)) as library:
        check_organisation(library.hierarchy, buyer)
        known = [organisation.id for organisation in library.hierarchy.organisations]
        buyer = known[0] if buyer is None and len(known) == 1 else buyer
        purchase = Purchase(
            tuple(parts), day or date.today(), law, subject, buyer, earlier=earlier, recurring=recurring
        )
        thresholds = checked_thresholds(library, purchase.day)
        try:
            outcome = examine(purchase, thresholds, known)
        except PurchaseError as error:
            raise CommandFailed(*fault_said(error, texts)) from None
        if json:
            write_json(outcome_to_json(outcome))
        else:
            console().print(outcome_shown(outcome, library.hierarchy, texts))
    return 0


@command(threshold_app, "list")
def threshold_list(as_of: given.CheckedDay = None, data: given.Data = None, json: given.Json = False) -> int:
    """Visa beloppsgränserna och om de står sig mot dokumenten. Status 1 när någon är avstängd."""
    from answers.purchase_contract import thresholds_to_json
    from commands.output import console, write_json
    from commands.purchase_view import thresholds_shown
    from index.library import Library
    from index.thresholds import checked_thresholds, switched_off
    from ui.texts import load_texts

    with closing(Library(open_settings(data).data)) as library:
        checked = checked_thresholds(library, as_of or date.today())
    if json:
        write_json(thresholds_to_json(checked))
    else:
        console().print(thresholds_shown(checked, load_texts("sv")))
    return 1 if switched_off(checked) else 0


@command(threshold_app, "propose")
def threshold_propose(
    governance: given.RegisterFolder = None,
    dry_run: given.DryRun = False,
    as_of: given.CheckedDay = None,
    data: given.Data = None,
    json: given.Json = False,
) -> int:
    """Leta upp belopp med villkor och följd i dokumenten, och skriv dem som förslag."""
    from commands.threshold_propose import propose_thresholds

    folder = open_settings(data).data
    return propose_thresholds(folder, governance, day=as_of or date.today(), dry_run=dry_run, json=json)


@command(threshold_app, "review")
def threshold_review(
    governance: given.RegisterFolder = None,
    by: given.By = None,
    data: given.Data = None,
    json: given.Json = False,
) -> int:
    """Gå igenom förslagen ett i taget: behåll, ändra eller ta bort."""
    from commands.threshold_review import review_thresholds

    return review_thresholds(open_settings(data).data, governance, by=by, json=json, today=date.today())
