"""Two editions compared: every provision is unchanged, changed, moved, added or removed, and once."""

from hypothesis import given
from hypothesis import strategies as st

from hierarchy.comparing import ChangeKind, Comparison, Worded, compare_editions
from hierarchy.documents import Provision


def edition(*provisions: tuple[str, str]) -> list[Worded]:
    """Provisions as (heading, text), one after another in a text of their own."""
    held: list[Worded] = []
    at = 0
    for heading, text in provisions:
        path = tuple(heading.split(" › "))
        held.append(Worded(Provision("d", heading, path, path[-1], at, at + len(text)), text))
        at += len(text) + 2
    return held


def kinds(comparison: Comparison) -> dict[str, str]:
    return {
        (c.later or c.earlier).address: str(c.kind)  # type: ignore[union-attr]
        for c in comparison.changes
    }


def test_an_edition_has_no_changes_against_itself() -> None:
    same = edition(("1 §", "Köp antecknas."), ("2 §", "Köp prövas."))
    assert compare_editions(same, same) == Comparison((), 2)


def test_white_space_and_the_numbers_of_headings_are_no_difference() -> None:
    earlier = edition(("Omfattning", "Gäller alla\nnämnder."))
    later = edition(("2 Omfattning", "Gäller alla nämnder."))
    assert compare_editions(earlier, later) == Comparison((), 1)


def test_the_words_that_differ_are_exact_stretches_of_both_texts() -> None:
    earlier = edition(("Inledning", "Text."), ("Gräns", "Köp under 100 000 kronor får göras direkt."))
    later = edition(("Gräns", "Köp under 200 000 kronor får göras direkt."))
    (change,) = compare_editions(earlier, later).of_kind(ChangeKind.CHANGED)
    (difference,) = change.differences
    assert (difference.before.text, difference.after.text) == ("100", "200")
    assert (difference.before.start, difference.after.start) == (7 + len("Köp under "), len("Köp under "))


def test_what_only_one_edition_has_is_added_or_removed() -> None:
    earlier = edition(("Kaffe", "Kaffe bjuds på förmiddagen."), ("Syfte", "Ordning."))
    later = edition(("Syfte", "Ordning."), ("Distans", "Möten hålls på distans när det går."))
    assert kinds(compare_editions(earlier, later)) == {"Distans": "added", "Kaffe": "removed"}


def test_the_same_words_under_another_heading_have_moved() -> None:
    earlier = edition(("Ansvar", "Chefen svarar för köpet."))
    later = edition(("Roller", "Chefen svarar för köpet."))
    assert kinds(compare_editions(earlier, later)) == {"Roller": "moved"}


def test_a_section_is_compared_with_the_section_of_its_own_chapter() -> None:
    earlier = edition(
        ("1 kap. › 2 §", "Ordet avtal betyder ett."), ("3 kap. › 2 §", "Anbud lämnas skriftligt.")
    )
    later = edition(("3 kap. › 2 §", "Anbud lämnas digitalt."), ("1 kap. › 2 §", "Ordet avtal betyder två."))
    comparison = compare_editions(earlier, later)
    assert [c.earlier.path for c in comparison.changes if c.earlier] == [("3 kap.", "2 §"), ("1 kap.", "2 §")]
    assert not comparison.of_kind(ChangeKind.ADDED)


def test_a_reworded_provision_with_a_new_heading_is_recognised_by_its_words() -> None:
    earlier = edition(("Avrop", "Avrop görs från regionens avtal av den som är behörig beställare."))
    later = edition(("Beställning", "Avrop görs från regionens avtal av den som är utsedd beställare."))
    assert kinds(compare_editions(earlier, later)) == {"Beställning": "changed"}


def test_a_provision_with_little_in_common_is_rewritten() -> None:
    earlier = edition(("Resor", "Tåg väljs före flyg."))
    later = edition(("Resor", "Den som reser i tjänsten ska först pröva om mötet kan hållas digitalt."))
    (change,) = compare_editions(earlier, later).changes
    assert change.rewritten


PROVISIONS = st.lists(
    st.tuples(
        st.sampled_from(["Syfte", "1 Syfte", "Ansvar", "2 §", "1 kap. › 2 §", "Kaffe"]),
        st.lists(st.sampled_from(["köp", "avtal", "ska", "inte", "100", "000"]), max_size=6).map(" ".join),
    ),
    max_size=6,
)


@given(PROVISIONS, PROVISIONS)
def test_every_provision_of_both_editions_is_accounted_for_once(
    earlier: list[tuple[str, str]], later: list[tuple[str, str]]
) -> None:
    before, after = edition(*earlier), edition(*later)
    comparison = compare_editions(before, after)
    olds = [c.earlier for c in comparison.changes if c.earlier]
    news = [c.later for c in comparison.changes if c.later]
    assert len(olds) + comparison.unchanged == len(before)
    assert len(news) + comparison.unchanged == len(after)
    texts = {"old": {w.provision: w.text for w in before}, "new": {w.provision: w.text for w in after}}
    for change in comparison.of_kind(ChangeKind.CHANGED):
        assert change.earlier is not None
        assert change.later is not None
        for d in change.differences:
            old, new = texts["old"][change.earlier], texts["new"][change.later]
            assert (
                old[d.before.start - change.earlier.start : d.before.end - change.earlier.start]
                == d.before.text
            )
            assert new[d.after.start - change.later.start : d.after.end - change.later.start] == d.after.text
