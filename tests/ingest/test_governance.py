"""The files that people keep by hand, and how they meet what is read from the documents."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hierarchy.documents import Evidence, GoverningDocument, Status
from hierarchy.levels import Hierarchy, Level
from hierarchy.validity import Validity, state_on
from ingest.governance import (
    GovernanceError,
    load_governance,
    load_hierarchy,
    load_register,
    merge,
)
from ingest.register import Register

PROJECT = Path(__file__).parents[2]
REAL = PROJECT / "evals" / "real"
CORPUS = PROJECT.parent / "shared" / "corpus"

HIERARCHY = """
organisations:
  - id: norr
    name: {sv: Region Norr, en: North Region}
    names: [Region Norr, Landstinget Norr]
    order_source: inkopspolicy
    rungs:
      - {level: rule, label: Regler}
      - {level: law, label: {sv: Lagstiftning, en: Legislation}, adopted_by: alla, kinds: [Lag, lagen]}
      - {level: policy, label: {sv: Policy}, binds: false}
"""
REGISTER = """
documents:
  - document: inkopspolicy
    title: Inköpspolicy
    kind: Policy
    level: policy
    status: adopted
    organisations: [norr]
    date: 2024-05-06
    valid_from: 2024-07-01
    diary_number: 160080
    confirmed: {by: Eva Ek, on: 2026-04-20}
  - document: sfs-2016-1145
    number: 2016:1145
    conditional_on: null
"""


def written(folder: Path, register: str = REGISTER, hierarchy: str = HIERARCHY) -> Path:
    (folder / "hierarchy.yaml").write_text(hierarchy, "utf-8")
    (folder / "register.yaml").write_text(register, "utf-8")
    return folder


def mistake(folder: Path, register: str = REGISTER, hierarchy: str = HIERARCHY) -> GovernanceError:
    with pytest.raises(GovernanceError) as caught:
        load_governance(written(folder, register, hierarchy))
    return caught.value


def read_from_text(**fields: object) -> GoverningDocument:
    """What a reader made of the file: its title and decision date, each with the words it stands in."""
    document = GoverningDocument(
        document="inkopspolicy",
        title="INKÖPSPOLICY",
        kind="policy",
        level=Level.POLICY,
        status=Status.UNCONFIRMED,
        adopted_by="regionfullmäktige",
        date=date(2024, 5, 6),
        source="norr/inkopspolicy.pdf",
        evidence={
            "title": Evidence("INKÖPSPOLICY", 1),
            "adopted_by": Evidence("Fastställd av regionfullmäktige", 1),
            "date": Evidence("2024-05-06", 1),
        },
    )
    return replace(document, **fields)  # type: ignore[arg-type]


def merged_with_register(folder: Path, read: GoverningDocument) -> GoverningDocument:
    return merge(load_governance(written(folder)).register.entry(read.document), read)


def test_rungs_are_read_with_labels_and_force_highest_first(tmp_path: Path) -> None:
    organisation = load_governance(written(tmp_path)).hierarchy.organisation("norr")
    assert organisation is not None
    assert organisation.names == ("Region Norr", "Landstinget Norr")
    assert organisation.order_source == "inkopspolicy"
    assert [rung.level for rung in organisation.rungs] == [Level.LAW, Level.POLICY, Level.RULE]
    law, policy, rule = organisation.rungs
    assert (law.label_en, law.kinds, law.binds) == ("Legislation", ("lag", "lagen"), True)
    assert (policy.label_en, policy.binds) == ("Policy", False)
    assert (rule.label_sv, rule.label_en) == ("Regler", "Regler")


def test_a_confirmed_entry_carries_who_and_when_on_each_field_it_states(tmp_path: Path) -> None:
    entry = load_governance(written(tmp_path)).register.entry("inkopspolicy")
    assert entry is not None
    assert entry.document.confirmed
    assert entry.document.kind == "policy"
    assert entry.document.valid_from == date(2024, 7, 1)
    assert entry.document.evidence["valid_from"] == Evidence(
        confirmed_by="Eva Ek", confirmed_on=date(2026, 4, 20)
    )
    assert "adopted_by" not in entry.given


def test_numbers_stay_as_they_were_written(tmp_path: Path) -> None:
    register = load_governance(written(tmp_path)).register
    assert register.entries["inkopspolicy"].document.diary_number == "160080"
    assert register.entries["sfs-2016-1145"].document.number == "2016:1145"


def test_an_entry_says_the_same_wherever_in_the_file_it_stands(tmp_path: Path) -> None:
    before = load_governance(written(tmp_path)).register.entries["inkopspolicy"]
    after = load_governance(written(tmp_path, "# en ny rad\n" + REGISTER)).register.entries["inkopspolicy"]
    assert before.line != after.line
    assert repr(before) == repr(after)


def test_single_fields_can_be_confirmed_by_different_people(tmp_path: Path) -> None:
    people = "[{by: Eva Ek, on: 2026-04-20, fields: [title]}, {by: Per Al, on: 2026-05-01, fields: [date]}]"
    text = REGISTER.replace("{by: Eva Ek, on: 2026-04-20}", people)
    entry = load_governance(written(tmp_path, text)).register.entry("inkopspolicy")
    assert entry is not None
    assert {n: e.confirmed_by for n, e in entry.document.evidence.items()} == {
        "title": "Eva Ek",
        "date": "Per Al",
    }
    assert not entry.document.confirmed


def test_fields_that_are_all_confirmed_one_by_one_confirm_the_entry(tmp_path: Path) -> None:
    confirmed = "    confirmed: {by: Eva, on: 2026-04-20, fields: [title]}\n"
    text = f"documents:\n  - document: a\n    title: A\n{confirmed}"
    entry = load_governance(written(tmp_path, text)).register.entry("a")
    assert entry is not None
    assert entry.document.confirmed


def test_a_doubt_that_somebody_has_settled_is_a_doubt_no_more(tmp_path: Path) -> None:
    text = REGISTER.replace("    diary_number", "    settled: Är det så?\n    diary_number")
    entry = load_governance(written(tmp_path, text)).register.entry("inkopspolicy")
    read = replace(read_from_text(), doubts=("Är det så?", "Vem då?"))
    assert merge(entry, read).doubts[-1:] == ("Vem då?",)
    assert "Är det så?" not in merge(entry, read).doubts


def test_an_entry_without_confirmed_is_unconfirmed(tmp_path: Path) -> None:
    document = load_governance(written(tmp_path)).register.entries["sfs-2016-1145"].document
    assert not document.confirmed
    assert document.evidence == {}


def test_a_folder_without_the_files_is_an_empty_governance(tmp_path: Path) -> None:
    governance = load_governance(tmp_path)
    assert (governance.hierarchy, governance.register) == (Hierarchy(()), Register())


def test_empty_files_are_an_empty_governance(tmp_path: Path) -> None:
    governance = load_governance(written(tmp_path, "", "# inget än\n"))
    assert (governance.hierarchy, governance.register) == (Hierarchy(()), Register())


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "words"),
    [
        ("level: policy", "level: polcy", 6, "level", "law, policy, guideline, rule"),
        ("status: adopted", "status: antagen", 7, "status", "adopted"),
        ("2024-07-01", "2024-13-01", 10, "valid_from", "ÅÅÅÅ-MM-DD"),
        ("valid_from:", "valid_form:", 10, "valid_form", "valid_from"),
        ("valid_from:", "date:", 10, "date", "två gånger"),
        ("document: sfs-2016-1145", "document: inkopspolicy", 13, "documents", "rad 3"),
        ("[norr]", "[söder]", 3, "organisations", "hierarchy.yaml"),
        (
            "valid_from: 2024-07-01",
            "valid_from: 2024-07-01\n    valid_to: 2023-01-01",
            11,
            "valid_to",
            "före",
        ),
        (", on: 2026-04-20", "", 12, "confirmed", "on saknas"),
        ("2026-04-20}", "2026-04-20, fields: [titel]}", 12, "fields", "titel"),
        ("title: Inköpspolicy", "title: ", 4, "title", "text"),
        ("title: Inköpspolicy", "title: [a, b]", 4, "title", "text"),
        ("document: sfs-2016-1145", "title: Lag", 13, "documents", "document saknas"),
    ],
)
def test_a_mistake_in_the_register_is_named_by_line_and_field(
    tmp_path: Path, old: str, new: str, line: int, field: str, words: str
) -> None:
    error = mistake(tmp_path, register=REGISTER.replace(old, new, 1))
    assert (error.path.name, error.line, error.field) == ("register.yaml", line, field)
    assert words in str(error)
    assert str(error).startswith(f"register.yaml rad {line}")


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("level: rule", "level: background", 8, "bakgrund"),
        ("level: rule", "level: law", 9, "två gånger"),
        ("binds: false", "binds: kanske", 10, "true eller false"),
        ("{sv: Region Norr, en: North Region}", "{en: North Region}", 4, "sv saknas"),
        ("order_source:", "order_sorce:", 6, "order_source"),
    ],
)
def test_a_mistake_in_the_hierarchy_is_named_by_line(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    error = mistake(tmp_path, hierarchy=HIERARCHY.replace(old, new, 1))
    assert error.path.name == "hierarchy.yaml"
    assert words in str(error)
    assert error.line == line


def test_an_organisation_listed_twice_is_refused(tmp_path: Path) -> None:
    twice = HIERARCHY + HIERARCHY.replace("organisations:\n", "").lstrip("\n")
    assert "två gånger" in str(mistake(tmp_path, hierarchy=twice))


def test_text_that_is_not_yaml_is_named_by_line(tmp_path: Path) -> None:
    error = mistake(tmp_path, register="documents:\n  - document: [a\n  - b: c\n")
    assert error.line is not None
    assert "YAML" in str(error)


def test_a_file_in_another_encoding_is_refused_with_a_remedy(tmp_path: Path) -> None:
    path = tmp_path / "register.yaml"
    path.write_bytes("documents: [å]".encode("latin-1"))
    with pytest.raises(GovernanceError, match="UTF-8"):
        load_register(path)


def test_a_file_that_cannot_be_opened_is_refused_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(GovernanceError, match="sökvägen"):
        load_hierarchy(tmp_path / "saknas.yaml")


def test_a_document_that_the_register_does_not_list_stays_as_it_was_read() -> None:
    assert merge(None, read_from_text()) == read_from_text()


def test_the_register_wins_and_the_rest_is_kept_with_its_evidence(tmp_path: Path) -> None:
    merged = merged_with_register(tmp_path, read_from_text())
    assert (merged.title, merged.status, merged.confirmed) == ("Inköpspolicy", Status.ADOPTED, True)
    assert merged.adopted_by == "regionfullmäktige"
    assert merged.evidence["adopted_by"] == Evidence("Fastställd av regionfullmäktige", 1)
    assert merged.source == "norr/inkopspolicy.pdf"


def test_where_register_and_document_agree_the_evidence_has_both_quote_and_confirmation(
    tmp_path: Path,
) -> None:
    merged = merged_with_register(tmp_path, read_from_text())
    assert merged.evidence["title"] == Evidence("INKÖPSPOLICY", 1, "Eva Ek", date(2026, 4, 20))
    assert merged.doubts == ()


def test_where_they_differ_the_register_stands_and_the_difference_is_a_doubt(tmp_path: Path) -> None:
    read = read_from_text(
        date=date(2024, 5, 7), evidence={"date": Evidence("den 7 maj 2024", 2)}, doubts=("Osäkert.",)
    )
    merged = merged_with_register(tmp_path, read)
    assert merged.date == date(2024, 5, 6)
    assert merged.evidence["date"].quote is None
    assert merged.doubts[0] == "Osäkert."
    assert "2024-05-06" in merged.doubts[1]
    assert "”den 7 maj 2024”, s. 2" in merged.doubts[1]


def test_a_value_that_was_only_assumed_is_no_difference(tmp_path: Path) -> None:
    read = read_from_text(kind="riktlinje", evidence={})
    assert merged_with_register(tmp_path, read).doubts == ()


def test_a_level_that_was_taken_from_the_kind_of_document_is_no_difference(tmp_path: Path) -> None:
    read = read_from_text(level=Level.RULE, evidence={"level": Evidence("POLICY", 1)})
    merged = merged_with_register(tmp_path, read)
    assert (merged.level, merged.doubts) == (Level.POLICY, ())
    assert merged.evidence["level"].quote is None


def test_what_is_said_in_the_keepers_own_words_keeps_the_documents_quote(tmp_path: Path) -> None:
    register = REGISTER.replace("diary_number: 160080", "supersedes: policyn från 2015")
    entry = load_governance(written(tmp_path, register)).register.entry("inkopspolicy")
    quote = Evidence("ersätter policy fastställd 2015", 3)
    merged = merge(entry, read_from_text(supersedes="policy fastställd 2015", evidence={"supersedes": quote}))
    assert (merged.supersedes, merged.doubts) == ("policyn från 2015", ())
    assert merged.evidence["supersedes"].quote == quote.quote


@pytest.mark.parametrize(
    ("field", "registered", "said"),
    [
        ("kind", "sammanfattning av lag", "sammanfattning"),
        ("kind", "sammanfattning av lag", "lag"),
        ("kind", "Riktlinjer", "riktlinje"),
        ("title", "Inköpspolicy – för alla", "INKÖPSPOLICY, för alla"),
        ("diary_number", "RN 2026-00012", "RN2026-00012"),
        ("supersedes", "inkopspolicy-2017", "policyn från den 14 juni 2017"),
        ("status", "superseded", "adopted"),
        ("status", "referred_back", "proposed"),
        ("status", "repealed", "adopted"),
    ],
)
def test_a_closer_or_other_wording_and_a_documents_own_fate_are_no_differences(
    tmp_path: Path, field: str, registered: str, said: str
) -> None:
    register = f"documents:\n  - {{document: inkopspolicy, {field}: {registered}}}\n"
    entry = load_governance(written(tmp_path, register)).register.entry("inkopspolicy")
    value = Status(said) if field == "status" else said
    merged = merge(entry, read_from_text(**{field: value}, evidence={field: Evidence(said, 1)}))
    assert merged.doubts == ()


@pytest.mark.parametrize(
    ("field", "registered", "said"),
    [("kind", "policy", "riktlinje"), ("status", "adopted", "proposed"), ("status", "proposed", "adopted")],
)
def test_another_kind_or_a_decision_that_the_document_does_not_show_is_a_doubt(
    tmp_path: Path, field: str, registered: str, said: str
) -> None:
    register = f"documents:\n  - {{document: inkopspolicy, {field}: {registered}}}\n"
    entry = load_governance(written(tmp_path, register)).register.entry("inkopspolicy")
    value = Status(said) if field == "status" else said
    merged = merge(entry, read_from_text(**{field: value}, evidence={field: Evidence(said, 1)}))
    assert len(merged.doubts) == 1


def test_a_fate_that_the_document_cannot_know_is_not_shown_with_its_words(tmp_path: Path) -> None:
    register = "documents:\n  - {document: inkopspolicy, status: superseded}\n"
    entry = load_governance(written(tmp_path, register)).register.entry("inkopspolicy")
    read = read_from_text(status=Status.ADOPTED, evidence={"status": Evidence("Fastställd", 1)})
    assert "status" not in merge(entry, read).evidence


def test_null_in_the_register_removes_what_was_read(tmp_path: Path) -> None:
    entry = load_governance(written(tmp_path)).register.entry("sfs-2016-1145")
    read = read_from_text(
        document="sfs-2016-1145",
        conditional_on="annat beslut",
        evidence={"conditional_on": Evidence("under förutsättning", 1)},
    )
    merged = merge(entry, read)
    assert merged.conditional_on is None
    assert "conditional_on" not in merged.evidence
    assert "villkor" in merged.doubts[-1]


def test_the_real_governance_folder_loads_with_four_organisations_and_their_rungs() -> None:
    hierarchy = load_governance(REAL).hierarchy
    assert {o.id for o in hierarchy.organisations} == {"sormland", "vastmanland", "halland", "dalarna"}
    assert all(len(o.rungs) == 4 for o in hierarchy.organisations)
    university = hierarchy.organisation("dalarna")
    assert university is not None
    assert [rung.binds for rung in university.rungs] == [True, False, True, True]


def test_every_registered_real_document_stands_on_a_rung_that_its_organisations_have() -> None:
    governance = load_governance(REAL)
    for entry in governance.register.entries.values():
        document = entry.document
        assert {"title", "kind", "level", "status", "organisations"} <= {*entry.given}, document.document
        assert document.organisations or document.level is Level.LAW, document.document
        for name in document.organisations:
            organisation = governance.hierarchy.organisation(name)
            assert organisation is not None
            rung = organisation.rung(document.level)
            assert rung is None or document.kind in rung.kinds, document.document


def test_a_real_statute_names_organisations_only_where_it_leaves_some_unbound() -> None:
    governance = load_governance(REAL)
    everyone = {organisation.id for organisation in governance.hierarchy.organisations}
    statutes = [e.document for e in governance.register.entries.values() if e.document.level is Level.LAW]
    partial = [set(statute.organisations) for statute in statutes if statute.organisations]
    assert partial
    assert all(bound < everyone for bound in partial)


def test_no_real_document_is_confirmed_that_was_not_adopted() -> None:
    documents = [entry.document for entry in load_governance(REAL).register.entries.values()]
    assert all(document.status is Status.ADOPTED for document in documents if document.confirmed)


def test_every_adopted_real_document_is_in_force_until_its_last_day() -> None:
    today = date(2026, 11, 21)
    documents = [entry.document for entry in load_governance(REAL).register.entries.values()]
    adopted = [d for d in documents if d.level.is_rung and d.status is Status.ADOPTED]
    ended = [d for d in adopted if d.valid_to and d.valid_to < today]
    assert ended
    for document in adopted:
        state = Validity.ENDED if document in ended else Validity.IN_FORCE
        assert state_on(document, today) is state, document.document
    for document in ended:
        assert document.valid_to is not None
        assert state_on(document, document.valid_to) is Validity.IN_FORCE, document.document


@pytest.mark.corpus
def test_the_real_register_lists_exactly_the_documents_of_the_real_corpus() -> None:
    if not CORPUS.is_dir():
        pytest.skip(f"the real documents are not here ({CORPUS})")
    files = {path.stem for path in CORPUS.rglob("*") if path.is_file() and path.name != "README.md"}
    assert load_governance(REAL).register.entries.keys() == files
