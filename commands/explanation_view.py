"""`ask --explain`: the way from question to answer in a terminal, step by step."""

from collections.abc import Iterable, Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from answers.explaining import Explanation, Outcome, Reading, Verdict, Weighed
from answers.particulars import Particular
from answers.scope import LeftOut
from commands.output import counted, paragraph
from hierarchy.ladder import Carried, CarriedKind
from hierarchy.levels import Hierarchy, Level
from hierarchy.validity import Validity
from ui.formats import capitalised, level_label
from ui.texts import load_texts

_TEXTS = load_texts("sv")
_MOST_TITLES = 6

_LEFT_OUT = {
    LeftOut.FOREIGN: "gäller en annan organisation",
    LeftOut.PAST: "gäller inte längre den dagen",
    LeftOut.NOT_YET: "gäller ännu inte den dagen",
    LeftOut.SISTER_ACT: "systerlag som frågan inte handlar om",
    LeftOut.OTHER_EDITION: "frågan gäller en annan utgåva",
    LeftOut.OTHER_ACT: "frågan nämner en annan lag",
}
_OUTCOMES = {
    Outcome.QUOTED: "citeras",
    Outcome.NAMED_OTHERWISE: "frågan nämner ett annat slags dokument, en annan organisation eller lag",
    Outcome.FOR_THE_STATE: "gäller riksdagen, regeringen eller statschefen, som frågan inte handlar om",
    Outcome.RULE_FOR_EVENT: "frågan gäller något som har hänt, och det berättar ingen regel",
    Outcome.FRAMES: "ger ramen, men känner inte den befattning eller enhet som frågan gäller",
    Outcome.NO_SUPPORT: "för lite stöd för att besvara frågan",
    Outcome.BELOW: "har stöd, men andra ligger närmare frågan",
}
_VERDICTS = {
    Verdict.ABOUT_A_DOCUMENT: "Frågan gäller dokumentet självt: svaret är slaget upp, inte sökt.",
    Verdict.REFERRED: "Frågan pekar ut en bestämmelse, och den finns.",
    Verdict.SUPPORTED: "Minst en bestämmelse har stöd nog för att besvara frågan.",
    Verdict.NOT_KNOWN: "Frågan gäller dokumentet självt, men uppgiften finns inte.",
    Verdict.NOTHING_FOUND: "Inga bestämmelser hittades: därför inget svar.",
    Verdict.LEADS_NOWHERE: "Frågan pekar ut en bestämmelse som inte finns: därför inget svar.",
    Verdict.NO_SUPPORT: "Ingen bestämmelse har stöd nog: därför inget svar.",
    Verdict.ENDED: "Närmast ligger en regel som inte gäller längre, och inget har ersatt den.",
    Verdict.NEARER_WITHOUT_SUPPORT: (
        "Det som har stöd ligger långt under något som ligger närmare men inte besvarar frågan: "
        "därför inget svar."
    ),
}
_STATES = {
    Validity.IN_FORCE: "gäller den dagen",
    Validity.NOT_YET: "gäller inte ännu",
    Validity.ENDED: "har upphört",
    Validity.PROPOSED: "är ett förslag",
    Validity.REFERRED_BACK: "är återremitterat",
    Validity.CONDITIONAL: "är villkorat",
    Validity.SUPERSEDED: "är ersatt",
    Validity.REPEALED: "är upphävt",
    Validity.WITHDRAWN: "är borttaget ur biblioteket",
    Validity.UNCONFIRMED: "är inte visat gälla",
}
_FEATURES = {
    "relevance": "relevans",
    "support": "stöd",
    "referred": "utpekad",
    "identity": "dokumenthuvud",
}
_SURE = {"constant": "grund", "score": "poäng", "lead": "försprång"}
_SUPPORTING = {
    "constant": "grund",
    "unit": "närmaste mening",
    "relevance": "relevans",
    "unfit": "saknar det som söks",
    "told": "frågans längd",
}
_ASKED = {"allowed": "är det tillåtet?", "required": "krävs det?", "forbidden": "är det förbjudet?"}
_PARTICULARS = {
    Particular.DECISION: "beslutet",
    Particular.VALID_FROM: "från när det gäller",
    Particular.VALID_TO: "till när det gäller",
    Particular.STATUS: "status",
    Particular.STANDING: "om det gäller",
    Particular.SUPERSEDES: "vad det ersätter",
    Particular.SUPERSEDED_BY: "vad som ersatt det",
    Particular.MENTIONS: "var det nämns",
    Particular.DIARY_NUMBER: "diarienumret",
    Particular.CONTACT: "kontaktpersonen",
    Particular.CHANGES: "vad som är nytt",
    Particular.CHANGED_WHEN: "när det ändrades",
    Particular.EDITION: "vilken utgåva som gällde",
    Particular.ORDER: "vilken nivå som går före",
}
_CARRIED = {
    CarriedKind.QUESTION: "det som frågades",
    CarriedKind.TOPIC: "ämnet",
    CarriedKind.ORGANISATION: "organisationen",
    CarriedKind.AMOUNT: "beloppet",
    CarriedKind.DAY: "dagen",
    CarriedKind.DOCUMENT: "dokumentet",
    CarriedKind.LANGUAGE: "språket",
}


def explanation_shown(explanation: Explanation, hierarchy: Hierarchy) -> RenderableType:
    """Six steps, each with a heading of its own."""
    organisation = explanation.reading.organisation
    label = {level: capitalised(level_label(level, hierarchy, organisation, _TEXTS)) for level in Level}
    parts: list[RenderableType] = [
        *_step("1. Så förstods frågan", _understood(explanation.reading)),
        *_step("2. Dokument som får svara", _scope(explanation, label)),
        *_step("3. Bästa bestämmelserna på varje steg", ()),
        *(part for level, held in explanation.candidates.items() for part in _rung(label[level], held)),
        *_step("4. Svar eller inte", _verdict(explanation)),
        *_step("5. Ordning på stegen", [*_arranged(explanation, label), *_decided(explanation)]),
        *_step("6. Varningar", [text for _, text in explanation.warnings] or ["Inga."]),
    ]
    return Group(*parts)


def _step(heading: str, lines: Iterable[str]) -> list[RenderableType]:
    return [Text(), paragraph(heading, style="bold underline"), *(paragraph(line, 2) for line in lines)]


def _understood(reading: Reading) -> list[str]:
    facts = [
        ("Läst som", ", ".join(f"{typed} → {read}" for typed, read in reading.reread)),
        ("Hela frågan", reading.asked or ""),
        ("Övertaget från tidigare frågor", _taken_over(reading.carried)),
        ("Ersatt i den tidigare frågan", _taken_over(reading.replaced)),
        ("Organisation", reading.organisation or "ingen vald"),
        ("Nämner också", ", ".join(reading.other_organisations)),
        ("Okänd organisation", reading.unknown_organisation or ""),
        ("Dag", reading.as_of.isoformat()),
        ("Språk", reading.language),
        ("Belopp", ", ".join(f"{amount:,.0f} kr".replace(",", " ") for amount in reading.amounts)),
        ("Slags dokument", ", ".join(reading.kinds)),
        ("Hänvisningar", ", ".join(reading.references)),
        ("Söker", reading.wanted or ""),
        ("Om dokumentet", reading.about or ""),
        ("Frågar efter", ", ".join(_PARTICULARS[Particular(p)] for p in reading.particulars)),
        ("Ja- eller nejfråga", _ASKED.get(reading.asks_whether or "", "")),
        ("Tar för givet", reading.takes_for_granted or ""),
        ("Äldre regler", "ja" if reading.former else ""),
        ("Förslag", "ja" if reading.proposal else ""),
    ]
    return [f"{name}: {value}" for name, value in facts if value]


def _taken_over(things: Iterable[Carried]) -> str:
    return "; ".join(f"{_CARRIED[carried.what]} ”{carried.value}”" for carried in things)


def _scope(explanation: Explanation, label: Mapping[Level, str]) -> list[str]:
    if not explanation.in_scope:
        return ["Bara det dokument som frågan gäller, och de som står i samband med det."]
    counts = ", ".join(f"{label[level]} {count}" for level, count in explanation.in_scope.items())
    lines = [f"I fråga kommer: {counts}."]
    for why, told in _LEFT_OUT.items():
        titles = [aside.title for aside in explanation.left_out if aside.why is why]
        if titles:
            more = f" och {len(titles) - _MOST_TITLES} till" if len(titles) > _MOST_TITLES else ""
            named = "; ".join(titles[:_MOST_TITLES])
            lines.append(f"{counted(len(titles), 'dokument', 'dokument')} {told}: {named}{more}.")
    return lines


def _rung(label: str, held: Iterable[Weighed]) -> list[RenderableType]:
    parts: list[RenderableType] = [paragraph(label, 2, "bold")]
    for candidate in held:
        measured = ", ".join(
            f"{_FEATURES.get(name, name)} {_figure(value)}"
            for name, value in candidate.features.items()
            if value
        )
        head = f"{_figure(candidate.score)}  {candidate.title}, {candidate.section}"
        supporting = ", ".join(
            f"{_SUPPORTING.get(name, name)} {_figure(value)}" for name, value in candidate.for_support.items()
        )
        parts += [
            paragraph(f"{head}: {_OUTCOMES[candidate.outcome]}", 4),
            paragraph(measured, 10, "dim"),
            paragraph(f"stöd {_figure(candidate.support)} = {supporting}", 10, "dim"),
        ]
    return parts if len(parts) > 1 else [*parts, paragraph("Inget.", 4, "dim")]


def _verdict(explanation: Explanation) -> list[str]:
    lines = [_VERDICTS[explanation.verdict]]
    if explanation.limits:
        lines.append(f"Gräns för stöd: {_figure(explanation.limits['support_from'])}.")
    if explanation.leading is not None:
        lines.append(f"Högsta poäng med stöd: {_figure(explanation.leading)}.")
    if explanation.sure:
        parts = ", ".join(f"{_SURE.get(name, name)} {_figure(v)}" for name, v in explanation.sure.items())
        lines.append(f"Sannolikheten att rätt källa citeras, i log-odds: {parts}.")
    return lines


def _arranged(explanation: Explanation, label: Mapping[Level, str]) -> list[str]:
    lines = []
    for cited in explanation.arranged:
        stands = _TEXTS(f"relation.{cited.relation}") if cited.relation else "bakgrund, avgör inte"
        where = f"{cited.title}, {cited.section}"
        lines.append(f"{label[cited.level]}: {where}: {stands} ({_STATES[cited.state]})")
    return lines or ["Inget att ordna."]


def _decided(explanation: Explanation) -> Iterable[str]:
    """Whether a quote answers by yes or no, and what of the question it contradicts."""
    decided, premise = explanation.yes_or_no, explanation.premise
    if decided:
        said = "Ja" if decided.answer == "yes" else "Nej"
        yield f"{said} följer av orden: ”{' '.join(decided.quote.split())}”"
    elif explanation.reading.asks_whether:
        yield "Varken ja eller nej: inget citat avgör just det som frågan gäller."
    if premise:
        yield f"Frågan tar för givet ”{premise.claimed}”, men citatet säger ”{premise.stated}”."


def _figure(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")
