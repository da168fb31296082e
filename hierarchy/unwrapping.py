"""The plain clause of a sentence: what is left when asides, agents and set phrases are read away.

A rule is often wrapped in words that change nothing of what it asks: "det är förbjudet att", "så snart det
kan ske, dock senast", "efter förslag från", a second clause after "och". Only what is read is made plainer;
what is quoted stays as it stands.
"""

import re

_NUMBERS = re.compile(r"\d|\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio)\b", re.I)
_MODAL = re.compile(r"\b(?:får|ska|skall|måste|kan|bör|behöver|behövs|krävs)\b", re.I)
# "Det är inte tillåtet att röka" is read as "Får inte röka".
_SAID_TO_BE = re.compile(
    r"^\s*(?:Det\s+|Följande\s+)?är\s+(?P<not>inte\s+|ej\s+)?(?P<what>tillåtet|förbjudet)\s*(?P<rest>.*)$",
    re.I | re.S,
)
_AS_SOON = re.compile(
    r"\b(?:så\s+(?:snart|fort)|snarast|omgående|skyndsamt)\b[^,]*,\s*(?:dock|men)\s+"
    r"(?=(?:allra\s+)?(?:senast|inom|högst))",
    re.I,
)
# Who is only heard, and how long at a time, says nothing of who decides.
_HEARD = re.compile(
    r"\s+efter\s+(?:förslag|samråd|beredning|hörande|yttrande|remiss|dialog)\b[^,;]*?(?=[,;.]|$)", re.I
)
_AT_A_TIME = re.compile(r"\s+för\s+[\w,]+\s+\w+\s+i\s+taget\b", re.I)
# An agent described by what he does: "av den som öppnar köket", "av den läkare som ansvarar för vården".
_DESCRIBED = re.compile(r"(?P<agent>\s+av\s+(?:den|det|de)(?:\s+\w+)?)\s+som\b[^,;]*?(?=[,;.]|$)", re.I)
_EVERYWHERE = re.compile(
    r"\s+(?:i|inom|på)\s+(?:regionens|alla|samtliga)\s+"
    r"(?:lokaler|byggnader|verksamheter|förvaltningar|arbetsplatser)\b",
    re.I,
)
_AMOUNTING = re.compile(r"\bsom\s+(?:uppgår\s+till|omfattar|är\s+på)\b", re.I)
_ASIDE = re.compile(
    r",\s+(?:som|vilket|vilka|varav|där|räknat|räknad|beräknat|till\s+exempel|exempelvis)\b[^,]*$", re.I
)
_SECOND_CLAUSE = re.compile(r",\s+och\s+(?P<rest>.+)$|\s+och\s+(?P<verb>\w{4,}s)\b(?P<tail>.*)$", re.I | re.S)


def plain(sentence: str) -> str:
    """The sentence as its rule is read."""
    text = _AS_SOON.sub("", _without_expletive(sentence))
    for pattern in (_HEARD, _AT_A_TIME, _EVERYWHERE):
        text = pattern.sub("", text)
    text = _AMOUNTING.sub("på", text)
    text = _DESCRIBED.sub(lambda found: found[0] if _MODAL.search(found[0]) else found["agent"], text)
    return _without_aside(_first_clause(text))


def joined(lead: str, item: str) -> str | None:
    """An item of a list with the lead-in that makes a rule of it; None where the lead-in makes none.

    "Följande är inte tillåtet på datorer:" and "att byta språk" give "Får inte byta språk på datorer".
    """
    lead = lead.rstrip().removesuffix(":").rstrip()
    item = item.strip().rstrip(",;.").removesuffix(" och").removesuffix(" samt").rstrip(",")
    if said := _SAID_TO_BE.match(lead):
        where = re.sub(r"\batt$", "", said["rest"].strip())
        return f"{_opening(said)} {item.removeprefix('att ')} {where}".rstrip()
    modals = _MODAL.findall(lead)
    if len(modals) != 1 or _MODAL.search(item) or not re.search(rf"\b{modals[0]}(?:\s+\w+){{0,3}}$", lead):
        return None
    return f"{lead} {item.removeprefix('att ')}"


def _without_expletive(sentence: str) -> str:
    said = _SAID_TO_BE.match(sentence)
    if said is None or not said["rest"].startswith("att "):
        return sentence
    return f"{_opening(said)} {said['rest'].removeprefix('att ')}"


def _opening(said: re.Match[str]) -> str:
    forbidden = said["what"].casefold() == "förbjudet"
    return "Får" if forbidden is bool(said["not"]) else "Får inte"


def _first_clause(text: str) -> str:
    """Without a second clause that says more of the same thing; a clause of other numbers is kept."""
    found = _SECOND_CLAUSE.search(text)
    if found is None or not (_MODAL.search(text[: found.start()]) or _MODAL.search(found["rest"] or "")):
        return text
    if found["verb"] is not None and (_NUMBERS.search(found["tail"]) or re.search(r"\bav\b", found["tail"])):
        return text
    return text[: found.start()]


def _without_aside(text: str) -> str:
    found = _ASIDE.search(text)
    return text[: found.start()] if found and not _NUMBERS.search(found[0]) else text
