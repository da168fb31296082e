"""The words under which Swedish documents state facts about themselves, as patterns by field."""

import re

FROM = r"(?:från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?|from)"
UNTIL = r"(?:till?s?(?:\s+vidare|\s+och\s+med|\s+den)?|längst\s+till|t\.?\s?o\.?\s?m\.?|tom)"
DONE = (
    r"(?:beslut(?:at|ade?|as|ats|ades)|fastställ(?:d|t|da|s|ts|des)|antag(?:en|et|na|its)|antogs"
    r"|godkän(?:d|t|da|ts|des))"
)
_LABELS = {
    "valid_from": rf"(?:gäller?|gälla|giltigt?|tillämpas)\s+{FROM}"
    r"|träder\s+i\s+kraft|ikraftträdande(?:datum)?|giltighetsdatum|valid\s+from|effective\s+(?:from|date)",
    "valid_to": rf"(?:gäller|giltigt?)\s+{UNTIL}|valid\s+(?:until|to)",
    "validity": r"giltighets(?:tid|period)|giltighet|(?:giltig|gäller)(?=\s*:)|validity",
    "adopted_by": rf"besluts(?:fattare|instans|organ)|beslutande\s+(?:organ|instans|nämnd)|organ(?=\s*:)"
    rf"|fastställare|{DONE}\s+(?:av|i)\b(?:\s*\([^)]*\)|\s*(?:/|,|och)\s*(?:datum|den|när|§|paragraf)\b)*"
    rf"|{DONE}(?=\s+(?-i:[KRL][FS]|[A-ZÅÄÖ][^\W\d]*(?:fullmäktige|styrelsen|nämnden))\b)"
    r"|(?:fastställd|antagen|beslutad)\s*:|beslut(?=\s*:\s*[^\n.]{2,60}\d)|(?:decided|adopted|approved|established)\s+by",
    "date": r"besluts?datum(?:\s+och\s+(?:paragraf|§))?|datum\s+för\s+(?:beslut|fastställ(?:ande|else))"
    r"|(?:sammanträdes|fastställelse|antagande|godkännande)datum|datum|inlämnad|inkom(?:men)?"
    r"|(?:fastställ|antag|beslut|godkän|upprätta)(?:en|et|ad|at|d|t|na|da)(?!\s+(?:av|i)\b)(?:\s+den)?"
    r"|decision\s+date|date\s+of\s+decision|date",
    "diary_number": r"(?<!ert )(?<!er )(?:(?:vårt\s+)?diarie(?:nummer|nr|beteckning)|dnr"
    r"|ärende(?:nummer|nr|beteckning)|vår\s+beteckning|(?:registration|reference|reg\.?)\s+(?:number|no)\.?)",
    "document_number": r"dokument(?:nummer|nr|-?id)",
    "decision": r"(?:besluts|protokolls?)?paragraf|beslutsnummer",
    "supersedes": r"ersätter|upphäver",
    "kind": r"dokument(?:typ|kategori)|typ\s+av\s+(?:styr)?dokument|styrdokumentstyp",
}
_OTHER_LABELS = (
    r"version(?:snummer)?|(?:senast\s+)?revider\w+|reviderings?\w*|uppdaterad|dokument(?:ansvarig|ägare|namn|titel)|ansvarig\w*|handläggare"
    r"|(?:framtage[nt]|upprätta[dt]|utfärda[dt]|granska[dt]|skapa[dt])\s+av|utfärdare|granskare|målgrupp|publicerad|postadress|besöksadress|telefon|e-post|org\.?\s?nr|sida?|utgåva|giltig|gäller(?:\s+för)?|omfattar|beslutsnivå|status|klassning"
)
ANY_LABEL = re.compile(rf"(?<!\w)(?:{'|'.join(_LABELS.values())}|{_OTHER_LABELS})(?!\w)", re.IGNORECASE)
PATTERNS = {
    name: re.compile(rf"(?<!\w)(?:{label})(?![^\W\d])[\s:]*", re.IGNORECASE)
    for name, label in _LABELS.items()
}
