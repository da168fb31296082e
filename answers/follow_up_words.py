"""The words and turns of phrase that tell whether a question leans on another, in Swedish and English."""

import re
from functools import cache
from importlib import resources

import yaml

from index.analysis import STOP_WORDS, stem

_I = re.IGNORECASE
SUBJECT = r"(?:vi|man|jag|ni|de|det|den|någon|alla|regionen|we|you|i|they|it|one|there)"
VERB = (
    r"(?:får|måste|kan|ska|skall|bör|behöver|gäller|gör|har|är|blir|krävs|finns|räcker|går|händer|"
    r"may|must|can|should|do|does|is|are|have|shall)"
)
ASKS = r"(?:vad|hur|vem|vems|vilk\w+|varför|vart|what|how|who|whom|which|why|where)"
_THANKS = (
    r"tack(?: så mycket)?|ok(?:ej|ay)?|jaha?|aha|bra|hej|hm+|fint|nej|nä|ja|thanks|thank you|right|well|no|"
    r"yes|ha en bra dag|have a nice day"
)

LEAD = re.compile(
    rf"^(?:(?:{_THANKS})\b[\s,.!–-]*)*(?:(?:och|men|samt|fast|eller|and|but|or)\b[\s,]*)?"
    r"(?:(?:jag (?:menar|menade|tänkte på|tänker på)|i meant?)\b[\s,]*)?"
    r"(?:(?:även|också|also)\b\s*(?!om\b))?",
    _I,
)
"""What ties a question to another at its beginning: "tack, men …", "nej, jag menar …"."""

TRAIL = re.compile(
    r"(?:[\s,]+(?:då|dårå|i så fall|isåfall|i det fallet|också|med|istället|i stället|"
    r"then|too|as well|instead))+$",
    _I,
)
"""What ties it at its end: "… då"."""

_SAME = (
    r"(?:gäller|gällde) (?:detta|detsamma|det(?! \w+et\b)|samma(?: sak| regler| gräns)?)|"
    r"är det (?:samma(?: sak)?|likadant)|likadant|detsamma|samma sak|"
    r"(?:does|do|did) (?:it|this|that|the same)(?: rule| limit)? apply|is it the same|the same"
)
_HOW_ABOUT = r"hur (?:är|var|blir|ser) det(?: ut)?|what about|how about"
_ALSO = r"(?: (?:även|också|likaså|redan|fortfarande|also|even|still|with|med))*(?=\s|$)\s*"
LIKENESS = re.compile(rf"(?:(?P<same>{_SAME})|{_HOW_ABOUT}){_ALSO}", _I)
"""What only says that the same is asked of something else; `same` where it says so outright."""

AROUND_SLOT = re.compile(
    rf"(?:{_SAME}|{_HOW_ABOUT}|vad (?:gäller|gällde|säger man|säger|sa|sade|står|stod|är det|blir det)|"
    r"(?:om|ifall|när) (?:det|värdet|beloppet|köpet|summan|priset|kostnaden|inköpet) "
    r"(?:är|blir|vore|kostar|gäller|ligger|uppgår|värt|värd)?(?: värt| värd)?|"
    r"(?:om|ifall) (?:vi|man|jag) (?:köper|handlar|beställer|upphandlar)|"
    r"what (?:applies|applied|was it|does|did|is it)|how (?:is|was) it|"
    r"(?:what )?if (?:it|the (?:value|amount|cost|price)) is|"
    r"en|ett|one|enligt|according to|under|i|hos|för|med|på|av|in|at|for|with|say|says|del|"
    r"även|också|likaså|redan|fortfarande|bara|det|där|also|even|or|och)(?=\s|$)\s*",
    _I,
)
"""What may stand around an organisation, an amount, a day or a document that is all a question names."""

WHICH = (
    r"(?:gamla|förra|tidigare|föregående|nya|nuvarande|gällande|senaste|föreslagna|"
    r"old|previous|former|new|current|proposed)"
)
EDITION = re.compile(
    rf"(?:(?:i|enligt|med|in|under) )?(?:den|det|the)? ?{WHICH}"
    r"(?: (?:utgåvan|versionen|upplagan|edition|version|one))?",
    _I,
)
INTERROGATIVE = re.compile(
    r"(?:(?:av|till|från|för|hos|med|inom|på|under|i|mot|om|by|to|from|for|sedan) )?"
    r"(?:vem|vilka|vilken|vilket|vad|när|var|vart|varför|varifrån|"
    r"hur(?: (?:länge|lång tid|snabbt|fort|snart|ofta|mycket|många|stor[at]?|höga?|högt|långt?|"
    r"gör (?:man|jag|vi)))?|"
    r"(?:på )?vilket sätt|vilka fall|vilket datum|vilken dag|vilket år|vilken paragraf|vilket beslut|"
    r"who|whom|when|where|why|what|which|how(?: (?:long|often|much|many|soon|large|high))?)"
    r"(?: (?:och|and) (?:av vem|när|hur|var|varför|vem|when|why|how|who))?",
    _I,
)
"""A question of nothing but what is asked for: "av vem", "hur länge"."""

CONDITION = re.compile(
    rf"(?:(?:även )?om|ifall|utan att|what if|even if|if|(?:när|when)(?= {SUBJECT}\b))\s+\w+\s+\w+", _I
)
MAIN_CLAUSE = re.compile(
    rf"[,;:]\s*(?:så\s+)?(?:\w+ {SUBJECT}|{VERB}|{ASKS})\b|\b{ASKS}\b|\b{VERB} {SUBJECT}\b|[.;!?]", _I
)
FINITE = re.compile(
    rf"\b(?:{VERB}|{ASKS}|när|vill|brukar|gällde|var|hade|kunde|skulle|fick|säger|står|ingår|omfattas|beslutar|"
    r"ansvarar|bestämmer|godkänner|was|were|will|would|did|when|applies|apply|vi|man|jag|ni|we|you)\b|[,;:.!?]",
    _I,
)
"""What a phrase does not hold: a finite verb, who acts, or a stop."""

PREPOSITION = re.compile(
    r"(?:för|av|vid|till|med|mot|från|inom|hos|under|över|utan|på|i|om|utöver|enligt|mellan|per|inklusive|exklusive|"
    r"inkl|exkl|vad avser|när det gäller|for|of|at|with|by|from|within|without|over|on|in|regarding|to)\.?\s",
    _I,
)
VERB_FIRST = re.compile(r"\w+(?:ar|er|as|es|ts|ns)\s+(?!och\b|eller\b|and\b|or\b|som\b)(?P<next>\w+)", _I)
QUESTION_WORD = re.compile(rf"\b(?:{ASKS}|{VERB}|när|var|när|when|ge|förklara|visa)\b", _I)
CLAUSES = re.compile(
    r"[,;:.!?()–]|\s-\s|\b(?:och|men|eller|om|när|ifall|att|eftersom|innan|som|så|medan|if|when|and|but|or|"
    r"because|before|that|which)\b",
    _I,
)

POINTERS = re.compile(
    r"\b(?:(?:detta|dessa|denna|denne|d(?:et|en|e|om) (?:här|där)|dem|därav|därtill|därifrån|sådan(?:t|a)?|"
    r"those|these|such|them|dess|its|"
    r"den (?:policyn|riktlinjen|lagen|ordningen)|det (?:dokumentet|reglementet|beloppet))"
    r"(?! (?:som|as|who|which|that|own|egna?|gången|gånger|dagen|veckan|månaden|året|sommaren|terminen)\b)|"
    r"i så fall|isåfall|i (?:det|sådana) fall(?:et)?|in that case|därefter|efter det|efteråt|"
    r"dessförinnan|innan dess|detsamma|densamma|samma sak)\b",
    _I,
)
"""Words that point, whatever stands around them; but not at what follows ("dem som", "den här månaden")."""

THEN = re.compile(rf"\b{VERB} {SUBJECT} då (?!{SUBJECT}\b)\w", _I)
"""A "då" within: "måste vi då annonsera?"."""

DEN = re.compile(r"(?:\b(?P<before>\w+) )?\b(?P<it>den|de|dom)\b(?: (?P<next>\w+))?", _I)
NOT_AFTER_PRONOUN = frozenset(
    "som nya andra olika större mindre stora små hela egna egen övriga flesta få enda senaste "  # noqa: SIM905
    "mesta båda vi jag ni man du det den de två tre fyra fem sex gånger där här".split()
)
AFTER_PRONOUN = frozenset("fortfarande ännu än alltjämt redan verkligen senast alltid ut upp".split())  # noqa: SIM905
ASKS_OF_DOCUMENT = re.compile(r"(?:(?:vad|what) (?:säger|står|does|kräver|anger|stod)|står det)\b", _I)
DOCUMENT_KIND = re.compile(
    r"\b(?:policyn|riktlinjen|riktlinjerna|reglementet|delegationsordningen|rutinen|rutinerna|intranätet|"
    r"the policy|the guidelines?)\b",
    _I,
)
MODAL = re.compile(r"(?:får|måste|kan|ska|skall|bör|behöver|kunde|skulle|vill)", _I)
NOMINAL = re.compile(
    r"\w+(?:ade|lda|rda|gda|de|iga|ige|iska|liga|lige|aste|ste|ande|ende|rna|orna|arna|erna)", _I
)
"""Adjectives and nouns that "den", "de" are articles of: "de anställda"."""

ARTICLE = re.compile(r"\b(?:den|det|de)\s+\w+[ae]\s+\w+(?:n|t|na)\b", _I)
IT_LAST = re.compile(
    r"(?<!finns )(?<!fanns )\b(?:det|that|it|this)"
    r"(?:\s+(?:själva?|ensam\w*|inte|alltid|skriftligt|överhuvudtaget|not|alone|ourselves))*\s*[?.!]*$|"
    r"\b(?:av|för|till|med|mot|från|om|på|efter|utan|innan|before|after|of|for|about|with|without) "
    r"(?:det|that|it|this)(?=\s*[?.!,]|$)",
    _I,
)
"""A "det" that is last, or of a preposition: it stands for something."""

IN_CASE = re.compile(
    r"(?:vad (?:gäller|händer|gör (?:man|vi|jag)|blir det)|hur (?:blir det|gör (?:man|vi|jag))|"
    r"what (?:happens|applies)) (?:om|ifall|när|if|when) (?:det|den|it)\b",
    _I,
)
"""A case that is asked about, with nothing but a pronoun in it to tell of what: "vad gäller om det …"."""

IT = re.compile(r"\b(?:det|it|that|this)\b(?! som\b)(?! (?:jag|vi|man|chefen|nämnden) som\b)", _I)
EXPLETIVE = re.compile(
    r"\b(?:det|it)\b[^?]*\b(?:att|to|for)\s\w|"
    r"\b(?:finns|fanns|finnas|saknas|krävs|behövs|uppstår|är|var|blir|tar|går|händer|kommer|råder) det "
    r"(?:\w+ ){0,2}(?:en|ett|några|någon|något|inga|ingen|sekretess)\b|"
    r"\b(?:finns|fanns|finnas|saknas|behövs|råder|föreligger) det\b|"
    r"\bdet (?:finns|fanns|finnas|saknas|uppstår|råder|föreligger|blir|kommer|"
    r"inträffar|händer|rör sig|visar sig|behövs|krävs|gäller|brinner|brådskar)\b|"
    r"\bthere (?:is|are)\b|\b(?:is|are) there\b",
    _I,
)
"""A "det" that stands for nothing: the real subject comes after it."""


def is_generic(word: str) -> bool:
    """Whether a word is asked of anything: "beslutar", "gränsen"."""
    return stem(word.casefold()) in _stems("generic")


def only_asks(word: str) -> bool:
    """Whether a word says nothing of what a question is about."""
    return len(word) == 1 or word.casefold() in STOP_WORDS or is_generic(word)


def is_part(word: str) -> bool:
    """Whether a word names what rules make a difference between: "tjänster", "bolag"."""
    return stem(word.casefold()) in _stems("parts")


@cache
def _stems(key: str) -> frozenset[str]:
    text = resources.files("answers").joinpath("follow_up_words.yaml").read_text(encoding="utf-8")
    return frozenset(stem(word) for word in yaml.safe_load(text)[key].split())
