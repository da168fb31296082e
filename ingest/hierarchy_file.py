"""`hierarchy.yaml`: the organisations and what each calls its rungs."""

from pathlib import Path

from hierarchy.levels import Hierarchy, Level, Organisation, RungDefinition
from ingest.yaml_fields import Field, read_yaml

_ORGANISATION = frozenset({"id", "name", "names", "order_source", "rungs", "examples"})
_RUNG = frozenset({"level", "label", "adopted_by", "binds", "kinds"})
_LANGUAGES = frozenset({"sv", "en"})


def load_hierarchy(path: Path) -> Hierarchy:
    """The organisations of the file, each with its rungs highest first.

    Raises GovernanceError, with line and field, for anything that isn't understood.
    """
    root = read_yaml(path)
    if root.value is None:
        return Hierarchy(())
    listed = root.mapping(frozenset({"organisations"}), frozenset({"organisations"}))["organisations"]
    organisations: dict[str, Organisation] = {}
    for item in listed.items():
        organisation = _organisation(item)
        if organisation.id in organisations:
            problem = f"organisationen ”{organisation.id}” finns två gånger."
            raise item.error(problem, "Slå ihop dem, eller ge den ena ett annat id.")
        organisations[organisation.id] = organisation
    return Hierarchy(tuple(organisations.values()))


def _organisation(item: Field) -> Organisation:
    fields = item.mapping(_ORGANISATION, frozenset({"id", "name", "rungs"}))
    name_sv, name_en = _both_languages(fields["name"])
    examples = fields["examples"].mapping(_LANGUAGES, frozenset()) if "examples" in fields else {}
    rungs: dict[Level, RungDefinition] = {}
    for entry in fields["rungs"].items():
        rung = _rung(entry)
        if rung.level in rungs:
            raise entry.error(f"nivån ”{rung.level}” finns två gånger.", "Varje nivå får stå en gång.")
        rungs[rung.level] = rung
    return Organisation(
        id=fields["id"].text(),
        name_sv=name_sv,
        name_en=name_en,
        rungs=tuple(sorted(rungs.values(), key=lambda rung: rung.level.rank)),
        names=fields["names"].texts() if "names" in fields else (),
        order_source=fields["order_source"].optional_text() if "order_source" in fields else None,
        examples_sv=examples["sv"].texts() if "sv" in examples else (),
        examples_en=examples["en"].texts() if "en" in examples else (),
    )


def _rung(entry: Field) -> RungDefinition:
    fields = entry.mapping(_RUNG, frozenset({"level", "label"}))
    level = fields["level"].choice(Level)
    if not level.is_rung:
        problem = f"”{level}” är ingen nivå i tolkningsordningen."
        raise fields["level"].error(problem, "Ta bort den: sådana dokument är alltid bakgrund.")
    label_sv, label_en = _both_languages(fields["label"])
    return RungDefinition(
        level=level,
        label_sv=label_sv,
        label_en=label_en,
        adopted_by=fields["adopted_by"].optional_text() if "adopted_by" in fields else None,
        binds=fields["binds"].truth() if "binds" in fields else True,
        kinds=tuple(kind.lower() for kind in fields["kinds"].texts()) if "kinds" in fields else (),
    )


def _both_languages(field: Field) -> tuple[str, str]:
    """Swedish and English; one text alone serves for both, and Swedish where English is missing."""
    if isinstance(field.value, str):
        return field.text(), field.text()
    names = field.mapping(_LANGUAGES, frozenset({"sv"}))
    return names["sv"].text(), names.get("en", names["sv"]).text()
