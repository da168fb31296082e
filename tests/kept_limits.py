"""Two limits that rest on a small act: when buying directly is open, and when the reasons are noted."""

_LIMITS = """
thresholds:
  - id: direkt
    law: lou
    effect: direct_procurement
    comparator: under
    amount: 700000
    consequence: {{sv: Köp får göras direkt., en: Purchases may be made directly.}}
    sources: [{{document: lag-om-kop, section: 2 §, quote: "Köp under 700 000 kronor får göras direkt."}}]
  - id: skäl
    law: lou
    effect: duty
    duty: documentation
    comparator: over
    amount: 100000
    consequence: {{sv: Skälen antecknas., en: The reasons are noted.}}
    sources: [{{document: lag-om-kop, section: 3 §, quote: "{noted}"}}]
"""


def limits(noted: str) -> str:
    """The file of limits; `noted` is the quote that the second rests on."""
    return _LIMITS.format(noted=noted)
