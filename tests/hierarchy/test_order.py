"""Finding where a document lays down the order of its rungs."""

from hierarchy.documents import Provision
from hierarchy.levels import RUNGS, Organisation, RungDefinition
from hierarchy.order import find_order

KINDS = {"law": ("lag",), "policy": ("policy",), "guideline": ("riktlinje",), "rule": ("regel", "regler")}
NORTH = Organisation(
    "norr",
    "Region Norr",
    "Region Norr",
    tuple(RungDefinition(level, level.value, level.value, kinds=KINDS[level.value]) for level in RUNGS),
)


def found(text: str) -> str | None:
    whole = Provision("policy", "3", ("3",), None, 0, len(text))
    order = find_order(text, [whole], NORTH)
    return text[order[1] : order[2]] if order else None


SENTENCE = "Vid konflikt har lag företräde, sedan följer policy, riktlinjer och regler."


def test_a_sentence_that_names_the_rungs_from_the_top_is_found_whole() -> None:
    assert found(f"Policyn är kort. {SENTENCE} Den ses över varje år.") == SENTENCE


def test_a_list_is_found_with_its_lead_in() -> None:
    order = "Det som står högst gäller:\n\n1. lagar,\n2. policyer,\n3. riktlinjer,\n4. regler."
    assert found(f"Allmänt.\n\n{order}\n\nSlut.") == order


def test_rungs_in_another_order_or_in_passing_lay_nothing_down() -> None:
    assert found("Regler går före riktlinjer, policy och lag.") is None
    assert found("Läs lagen, vår policy, våra riktlinjer och regler.") is None
