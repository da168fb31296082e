"""What a review shows of a document before it asks: its fields, where they stand, and what differs."""

from rich.console import Group, RenderableType
from rich.text import Text

from commands.output import paragraph, shortened
from commands.register_view import field_name, field_value, quoted
from hierarchy.levels import Hierarchy
from ingest.registrar.review import FieldQuestion, Questions


def document_shown(one: Questions, place: str, hierarchy: Hierarchy) -> RenderableType:
    parts: list[RenderableType] = [
        Text(),
        paragraph(f"{place}: {one.title}", style="bold underline"),
        paragraph(
            f"{one.document} · {one.source}" + (" · bekräftad post" if one.confirmed else ""), 2, "dim"
        ),
    ]
    for number, question in enumerate(one.fields, 1):
        if question.said is None:
            parts.append(field_shown(question, number, hierarchy))
    parts += [paragraph(f"öppen fråga: {doubt}", 4, "dim") for doubt in one.open_doubts]
    return Group(*parts)


def field_shown(question: FieldQuestion, number: int | None, hierarchy: Hierarchy) -> RenderableType:
    place = f"{number:>2} " if number else ""
    shown = f"{place}{field_name(question.field)}: {field_value(question.field, question.value, hierarchy)}"
    words = quoted(question.evidence)
    parts: list[RenderableType] = [paragraph(shown, 2)]
    if words:
        parts.append(paragraph(shortened(words, 200), 8, "dim"))
    return Group(*parts)


def difference_shown(question: FieldQuestion, hierarchy: Hierarchy) -> RenderableType:
    said = question.said
    assert said is not None
    source = f"”{said.said_in}”" if said.said_in else "Dokumentet"
    return Group(
        paragraph(f"{field_name(question.field)}", 2, "yellow"),
        paragraph(f"Registret: {field_value(question.field, question.value, hierarchy)}", 4),
        paragraph(f"{source}: {field_value(question.field, said.value, hierarchy)}", 4),
        paragraph(shortened(quoted(said.evidence, said.said_in), 200), 8, "dim"),
    )
