"""The words of a rule: stems that can be compared, who acts, and words that say nothing of the subject."""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = (
    *("ningarna", "ningar", "ningens", "ningen", "ning", "ingarna", "ingar", "ingens", "ingen", "ing"),
    *("igades", "igas", "igar", "iga", "arnas", "erna", "orna", "arna", "heten", "ande", "ende"),
    *(
        "ades",
        "ade",
        "ats",
        "ar",
        "er",
        "or",
        "en",
        "et",
        "an",
        "na",
        "as",
        "es",
        "is",
        "a",
        "e",
        "s",
        "t",
        "n",
    ),
)
_SHORTEST_STEM = 4


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The organisation as a whole, how values are counted, verbs that only carry a noun. Persons are kept: what a
# head of unit may do, another employee may not.
_EMPTY = _words(
    """
    alla allt att av bli blir blivit de den denna dess dessa det detta dem där en ett för från genom ha
    han har hon hos hur i in man med mot ner och också på per samt sig sin sitt sina som så till upp ut
    var vara varit varje vi vid är åt även eller om när då vilka vilken vilket
    genomföra genomföras genomförs göra göras gör görs ingå använda användas används se ske sker finnas finns
    löpande alltid själv själva samtliga inom enligt exkl exklusive inkl inklusive ex moms mervärdesskatt
    kr kronor krona tkr mnkr mkr sek miljon miljoner tusen procent ggr gång gånger
    enhet enheten enheter myndighet myndigheten myndigheter upphandlande organisation organisationen region
    regionen regionens regioner verksamhet verksamheten verksamheter
    arbetsgivare arbetsgivaren vårdgivare vårdgivaren andel andelen
    belopp beloppet beloppsgräns beloppsgränsen gräns gränsen maxbelopp maxbeloppet tak taket kosta kostar
    beräkna beräknas beräknat summa summan uppgå uppgår upphandling upphandlingen upphandlingens värde värdet
    högst lägst längst lägre högre längre större kortare max maximalt mer mindre minst senast tidigast
    under understiga understiger understigande än över överstiga överstiger
    överstigande överskrida överskrider underskrida underskrider
    lag lagen policy policyn regel regeln riktlinje riktlinjen
    aldrig behöver behövs bör ej får förbjuden förbjudet förbjudna inte kan krävs måste ska skall
    tillåten tillåtet tillåtna endast bara enbart
    """
)
# Written differently, the same thing is done: each verb by the stem of the first of its group.
_SAME_VERB = {
    word: group.split()[0]
    for group in (
        "inhämta inhämtas inhämtats hämtas begäras begära tas",
        "bevaras bevara sparas spara arkiveras arkivera lagras",
        "betalas betala regleras",
        "lämnas lämna inlämnas skickas skicka inges redovisas",
        "besvaras besvara svar svaras",
        "köpas köpa anskaffas anskaffa införskaffas inköpas",
        "utföras utföra utförs hållas hålla hålls",
        "fastställer fastställa fastställs fastställas antar anta antas beslutar besluta beslutas beslut "
        "fattas fattar",
        "undertecknar underteckna undertecknas tecknar teckna tecknas",
        "utser utse utses tillsätter tillsätta tillsätts",
        "ansvarar ansvara ansvarig ansvariga ansvaret ansvar svarar",
    )
    for word in group.split()
}
_DONE = re.compile(r"(?<=\w{3})(?P<a>a)?tion(?:en|er|erna|s|ens)?$")
# Words that turn a circumstance round: a rule with one and a rule without are about different things.
TURNING = frozenset({"utan", "före", "efter", "innan", "ej", "andra", "övriga", "annan", "annat"})
_BODY = re.compile(
    r"(?:\w*(?:nämnd|styrelse|fullmäktige|utskott|kommitté|direktör|chef|ordförande|revisor|registrator|"
    r"handläggare|samordnare|controller|jurist|arkivarie|sekreterare|förvaltning|avdelning|kontor|beredning|"
    r"ombud|råd|funktion|läkare|sköterska|sköterske|barnmorska|föreståndare|ägare|inköpare|upphandlare)(?:n|en|et|na|erna|arna|er|ar|s|ens|ets|ns)?|rektor|prefekt)"
)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without its ending, so that "direktupphandling" and "direktupphandla" are one."""
    word = _SAME_VERB.get(word) or _SAME_VERB.get(f"{word}s") or word
    # "Inspektion" is done when one inspects: "inspekteras".
    word = _DONE.sub(lambda found: "era" if found["a"] else "tera", word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    # "referens" and "referenser" are one, and so are "avgift" and "avgiften", "anteckning" and "anteckna".
    while word.endswith(("n", "s", "t")) and len(word) > _SHORTEST_STEM:
        word = word[:-1]
    return word


def words(text: str) -> list[str]:
    """The words of `text` in lower case, in order; figures are none."""
    return [word.casefold() for word in _WORD.findall(text)]


def is_empty(word: str) -> bool:
    """Whether a word in lower case says nothing of what a rule is about."""
    return word in _EMPTY


@lru_cache(maxsize=100_000)
def is_body(word: str) -> bool:
    """Whether a word in lower case names a body, an office or a role that can be made responsible."""
    return _BODY.fullmatch(word) is not None


def same_body(a: str, b: str) -> bool:
    """Whether two stems may name the same body: "styrelsen" is the "regionstyrelsen" that is meant."""
    return a.endswith(b) or b.endswith(a)
