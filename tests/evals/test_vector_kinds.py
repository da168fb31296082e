"""One vector a provision against several: what may be embedded, and the table of what it finds."""

import numpy as np

from evals.vector_kinds import Shelf, table, texts_of, ways_of
from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.levels import Level

TEXT = "Blommor får tas emot.\n\n" + "Gåvor från leverantörer avböjs alltid, oavsett vad de är värda. " * 9
DOCUMENT = GoverningDocument("gavor", "Regel om gåvor", "regel", Level.RULE, Status.ADOPTED)
PROVISION = Provision("gavor", "Gåvor › Vad gäller?", ("Gåvor", "Vad gäller?"), "Vad gäller?", 0, len(TEXT))


def shelf(*kinds: str) -> Shelf:
    count = len(kinds)
    return Shelf(
        np.array(["gavor"]),
        [PROVISION],
        np.zeros(count, dtype=np.int64),
        np.array(kinds),
        np.eye(count, dtype=np.float32),
    )


def test_a_provision_has_one_whole_text_one_heading_its_units_and_its_keys() -> None:
    kinds = [kind for kind, _ in texts_of(DOCUMENT, PROVISION, TEXT, ("får jag ta emot blommor?",))]
    assert (kinds.count("whole"), kinds.count("heading"), kinds.count("key")) == (1, 1, 1)
    assert kinds.count("unit") > 1


def test_a_provision_of_one_unit_has_the_same_words_whole() -> None:
    short = Provision("gavor", "Gåvor", ("Gåvor",), "Gåvor", 0, len("Blommor får tas emot."))
    texts = dict(texts_of(DOCUMENT, short, TEXT, ()))
    assert texts["whole"] == texts["unit"]


def test_only_the_ways_that_there_are_vectors_for_are_compared() -> None:
    assert list(ways_of(shelf("unit", "key"))) == ["units", "units + keys"]


def test_a_way_is_held_against_what_ships() -> None:
    found = [{"units": 9, "units + keys": 0}, {"units": 0, "units + keys": 0}]
    assert list(table(found, shelf("unit", "key")))[2:] == [
        "| units | 0.500 | 0.550 | 0–0 | 1.000 | 1 |",
        "| units + keys | 1.000 | 1.000 | 1–0 | 1.000 | 2 |",
    ]
