"""Edits of the register's text: what was meant is read back, and nothing else has moved."""

import difflib
from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.registrar.edits import AddEntry, Edit, SetField, SetItems, Shape
from ingest.registrar.register_file import SHAPE
from ingest.registrar.yaml_edit import edited, noted_items
from ingest.registrar.yaml_places import EditImpossible
from ingest.registrar.yaml_values import data_of, written

KEPT = """\
# Registret, skött för hand.

documents:
  # --- Policyer ---

  - document: inköpspolicy   # antas på nytt 2027
    title: 'Inköpspolicy: allmän'
    kind: policy
    organisations: [norr, söder]   # båda regionerna
    date: 2024-05-06
    number: "2016:1145"
    confirmed: { by: Eva Ek,  on: 2026-04-20 }
    doubts:
      - Dagen är osäker.   # fråga Per
      # Den här är gammal:
      - "Annat organ: nämnden"   # läst s. 2: ”nämnden”

      - Sist.

  - {document: resor, title: Resor, doubts: []}   # kort

  - document: löner
    title: >
      Löner och
      arvoden
    conditional_on:
# slut
"""


def data(text: str) -> object:
    return data_of(yaml.compose(text, Loader=yaml.SafeLoader))


def after(*edits: Edit, text: str = KEPT) -> str:
    return edited(text, edits, SHAPE)


def changed(*edits: Edit, text: str = KEPT) -> list[str]:
    """The lines that went and came, without those that stayed."""
    new = after(*edits, text=text)
    lines = difflib.ndiff(text.splitlines(), new.splitlines())
    return [line for line in lines if line[0] in "+-"]


def test_a_value_is_exchanged_where_it_stands() -> None:
    assert changed(SetField("inköpspolicy", "date", date(2025, 1, 2))) == [
        "-     date: 2024-05-06",
        "+     date: 2025-01-02",
    ]


def test_quotation_marks_stay_as_they_were() -> None:
    assert changed(SetField("inköpspolicy", "title", "Köp: alla")) == [
        "-     title: 'Inköpspolicy: allmän'",
        "+     title: 'Köp: alla'",
    ]
    assert changed(SetField("inköpspolicy", "number", "2030:1"))[1] == '+     number: "2030:1"'


def test_a_persons_comment_stays_beside_a_new_value_and_its_note() -> None:
    assert changed(SetField("inköpspolicy", "organisations", ("norr",), "s. 1: ”norr”")) == [
        "-     organisations: [norr, söder]   # båda regionerna",
        "+     organisations: [norr]   # båda regionerna   # läst s. 1: ”norr”",
    ]


def test_the_programs_own_note_is_exchanged_or_taken_away() -> None:
    noted = after(SetField("inköpspolicy", "kind", "reglemente", "s. 1: ”Reglemente”"))
    assert "    kind: reglemente   # läst s. 1: ”Reglemente”\n" in noted
    again = after(SetField("inköpspolicy", "kind", "policy", "s. 2: ”Policy”"), text=noted)
    assert "    kind: policy   # läst s. 2: ”Policy”\n" in again
    assert after(SetField("inköpspolicy", "kind", "policy"), text=again) == KEPT


def test_a_new_field_comes_after_those_that_usually_stand_before_it() -> None:
    assert changed(
        SetField("inköpspolicy", "valid_from", date(2024, 7, 1)),
        SetField("inköpspolicy", "decision", "§ 4/24"),
    ) == ["+     decision: § 4/24", "+     valid_from: 2024-07-01"]
    new = after(SetField("inköpspolicy", "valid_from", date(2024, 7, 1)))
    assert "    date: 2024-05-06\n    valid_from: 2024-07-01\n" in new


def test_a_field_of_an_entry_on_one_line_stays_on_it() -> None:
    assert changed(SetField("resor", "kind", "regel", "en anmärkning")) == [
        "-   - {document: resor, title: Resor, doubts: []}   # kort",
        "+   - {document: resor, title: Resor, kind: regel, doubts: []}   # kort",
    ]


def test_a_folded_text_and_an_empty_value_can_be_exchanged() -> None:
    new = after(SetField("löner", "title", "Löner"), SetField("löner", "conditional_on", "beslut i söder"))
    assert new.endswith("    title: Löner\n    conditional_on: beslut i söder\n# slut\n")


def test_a_mapping_of_the_same_shape_keeps_its_own() -> None:
    assert changed(SetField("inköpspolicy", "confirmed", {"by": "Per Al", "on": date(2026, 5, 1)})) == [
        "-     confirmed: { by: Eva Ek,  on: 2026-04-20 }",
        "+     confirmed: { by: Per Al,  on: 2026-05-01 }",
    ]


def test_items_come_and_go_and_the_others_keep_their_lines() -> None:
    edit = SetItems(
        "inköpspolicy", "doubts", ("Dagen är osäker.", "Sist.", "Ny: fråga"), {"Ny: fråga": "ur dokumentet"}
    )
    assert changed(edit) == [
        '-       - "Annat organ: nämnden"   # läst s. 2: ”nämnden”',
        "- ",
        '+       - "Ny: fråga"   # läst ur dokumentet',
    ]


def test_a_persons_comment_outlives_the_item_that_it_stood_beside() -> None:
    new = after(SetItems("inköpspolicy", "doubts", ()))
    assert "    doubts: []\n      # fråga Per\n      # Den här är gammal:\n" in new
    assert "läst" not in new


def test_an_item_that_a_person_takes_over_loses_the_programs_note() -> None:
    items = ("Dagen är osäker.", "Annat organ: nämnden", "Sist.")
    edit = SetItems("inköpspolicy", "doubts", items, taken_over=frozenset({items[1]}))
    assert changed(edit)[1] == '+       - "Annat organ: nämnden"'
    assert noted_items(KEPT, "inköpspolicy", "doubts", SHAPE) == {items[1]}
    assert noted_items(after(edit), "inköpspolicy", "doubts", SHAPE) == frozenset()


def test_an_empty_list_gets_its_items_on_lines_of_their_own() -> None:
    text = "documents:\n  - document: a\n    doubts: []   # än så länge\n    title: A\n"
    assert after(SetItems("a", "doubts", ("Är det så?",)), text=text) == (
        "documents:\n  - document: a\n    doubts:   # än så länge\n      - Är det så?\n    title: A\n"
    )


def test_a_new_entry_comes_last_and_looks_like_the_others() -> None:
    new = after(AddEntry({"document": "ny", "title": "Ny"}, {"title": "s. 1: ”Ny”"}))
    assert new == KEPT + "\n  - document: ny\n    title: Ny   # läst s. 1: ”Ny”\n"


@pytest.mark.parametrize(
    "text",
    ["", "# bara en rad\n", "documents:\n", "documents: []\n", "documents: null", "documents:   # här\n"],
)
def test_the_first_entry_finds_its_place(text: str) -> None:
    new = after(AddEntry({"document": "ny", "title": "Ny"}), text=text)
    assert data(new) == {"documents": [{"document": "ny", "title": "Ny"}]}
    assert all(comment in new for comment in ("# bara en rad", "# här") if comment in text)


def test_entries_without_empty_lines_between_them_get_none() -> None:
    text = "documents:\n- document: a\n- document: b"
    new = after(AddEntry({"document": "c", "title": "C"}), AddEntry({"document": "d"}), text=text)
    assert new == "documents:\n- document: a\n- document: b\n- document: c\n  title: C\n- document: d\n"


@pytest.mark.parametrize("text", [KEPT.replace("\n", "\r\n"), "\ufeff" + KEPT, KEPT + "...\n"])
def test_line_ends_and_marks_of_the_file_stay(text: str) -> None:
    new = after(SetField("inköpspolicy", "decision", "§ 4"), AddEntry({"document": "ny"}), text=text)
    assert ("\r\n" in text) == ("\r\n" in new)
    assert new.count("\n") == new.count("\r\n") or "\r" not in text
    assert new.startswith(text[:30])


@pytest.mark.parametrize(
    "text",
    [
        "documents:\n  - document: a\n    confirmed: &c {by: E, on: 2026-01-01}\n"
        "  - document: b\n    confirmed: *c\n",
        "documents: &d\n  - document: a\n    confirmed: {by: E, on: 2026-01-01}\n",
    ],
)
def test_what_others_refer_to_is_refused_or_stays(text: str) -> None:
    edit = SetField("a", "confirmed", {"by": "P", "on": "2026-02-02", "fields": ["title"]})
    try:
        new = after(edit, text=text)
    except EditImpossible:
        return
    assert "by: P" in new


def test_an_entry_that_is_not_there_is_refused() -> None:
    with pytest.raises(EditImpossible):
        after(SetField("finns-inte", "title", "T"))


# --- laws --------------------------------------------------------------------------------------

FEW = settings(max_examples=40, deadline=None)

LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp", "Zs"))
SIGNS = st.sampled_from(" \n\t\xa0:#-'\"[]{},&*!|>%@?=~`åÄ§”")
TEXTS = st.text(LETTERS | SIGNS, max_size=30).map(lambda text: text.strip() or "~")
COMMENTS = st.sampled_from(["", "   # en kommentar", "  # läst s. 1: ”ord”", " # a # läst b"])
NAMES = ("title", "kind", "adopted_by", "decision", "supersedes")


@st.composite
def registers(draw: st.DrawFn) -> str:
    """A register as somebody might have written it."""
    lines = ["# överst", "documents:"]
    dash = draw(st.sampled_from(["", "  ", "    "]))
    for number in range(draw(st.integers(1, 3))):
        lines += draw(st.sampled_from([[], [""], ["", f"{dash}# om nästa"]]))
        fields = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=4))
        lines.append(f"{dash}- document: d{number}{draw(COMMENTS)}")
        for name in fields:
            value = written(draw(TEXTS), quote=draw(st.sampled_from([None, '"', "'"])))
            lines.append(f"{dash}  {name}: {value}{draw(COMMENTS)}")
        items = draw(st.lists(TEXTS, unique=True, max_size=3))
        style = draw(st.sampled_from(["block", "flow", "none"]))
        if style == "block" and items:
            lines.append(f"{dash}  doubts:{draw(COMMENTS)}")
            lines += [f"{dash}    - {written(item)}{draw(COMMENTS)}" for item in items]
        elif style == "flow":
            lines.append(f"{dash}  doubts: {written(items)}{draw(COMMENTS)}")
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines) + draw(st.sampled_from(["", "\n", "\n# slut\n"]))


@FEW
@given(text=TEXTS, flow=st.booleans(), quote=st.sampled_from([None, '"', "'"]))
def test_whatever_is_written_is_read_back(text: str, flow: bool, quote: str | None) -> None:
    value = written(text, flow=flow, quote=quote)
    source = f"[{value}, x]" if flow else f"a: {value}   # efter\n"
    assert data(source) == ([text, "x"] if flow else {"a": text})


@FEW
@given(registers(), st.sampled_from(NAMES), TEXTS, st.none() | TEXTS)
def test_setting_a_field_changes_that_line_alone(text: str, name: str, value: str, note: str | None) -> None:
    new = after(SetField("d0", name, value, note), text=text)
    found = data(new)
    before = data(text)
    assert isinstance(found, dict)
    assert isinstance(before, dict)
    assert found["documents"][0] == {**before["documents"][0], name: value}
    assert found["documents"][1:] == before["documents"][1:]
    old_lines, new_lines = text.splitlines(), new.splitlines()
    moved = [
        op
        for op in difflib.SequenceMatcher(None, old_lines, new_lines, False).get_opcodes()
        if op[0] != "equal"
    ]
    assert len(moved) <= 1
    assert sum(op[2] - op[1] for op in moved) <= 1
    assert new.count("# en kommentar") == text.count("# en kommentar")


@FEW
@given(registers(), st.lists(TEXTS, unique=True, max_size=3), st.data())
def test_setting_a_list_keeps_the_comments_and_the_rest(
    text: str, new_items: list[str], more: st.DataObject
) -> None:
    before = data(text)
    assert isinstance(before, dict)
    held = before["documents"][0].get("doubts") or []
    items = tuple(
        dict.fromkeys((*more.draw(st.lists(st.sampled_from(held)) if held else st.just([])), *new_items))
    )
    kept = [item for item in held if item in items]
    items = (*kept, *(item for item in items if item not in kept))
    new = after(SetItems("d0", "doubts", items), text=text)
    found = data(new)
    assert isinstance(found, dict)
    assert (found["documents"][0].get("doubts") or []) == list(items)
    assert found["documents"][1:] == before["documents"][1:]
    assert new.count("# en kommentar") >= text.count("# en kommentar")


@FEW
@given(registers(), st.lists(TEXTS, unique=True, max_size=2), TEXTS)
def test_adding_an_entry_only_adds_lines(text: str, doubts: list[str], title: str) -> None:
    new = after(
        AddEntry({"document": "ny", "title": title, "doubts": tuple(doubts)}, {"title": title}), text=text
    )
    assert new.startswith(text)
    found = data(new)
    assert isinstance(found, dict)
    assert found["documents"][-1] == {"document": "ny", "title": title, "doubts": doubts}


LIMITS = """\
thresholds:
  - id: direkt   # regionens egen
    amount: 450000   # kronor
    sources:
      - document: regel   # på intranätet
        section: 2 §
        quote: under 450 000
"""
LIMIT = Shape("thresholds", "id", ("id", "amount", "sources"), "")


def test_a_number_takes_a_numbers_place_as_a_number() -> None:
    new = edited(LIMITS, [SetField("direkt", "amount", "400000")], LIMIT)
    assert new == LIMITS.replace("450000 ", "400000 ")


def test_a_list_of_mappings_keeps_its_lines_where_only_values_change() -> None:
    source = {"document": "regel", "section": "2 §", "quote": "under 400 000"}
    new = edited(LIMITS, [SetField("direkt", "sources", [source])], LIMIT)
    assert new == LIMITS.replace("under 450 000", "under 400 000")
