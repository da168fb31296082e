"""Reading typed fields out of a mapping that came from YAML, with mistakes named by field and remedy."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime


class FieldError(Exception):
    """A field that is missing or wrong: its dotted path, what is wrong and how to mend it, as Swedish
    sentences.
    """

    def __init__(self, field: str, problem: str, remedy: str) -> None:
        super().__init__(f"{field}: {problem} {remedy}")
        self.field = field
        self.problem = problem
        self.remedy = remedy


@dataclass(frozen=True)
class Fields:
    """One mapping and its dotted place in the file. Every reader raises FieldError.

    A field that is left out and one that is null mean the same.
    """

    values: Mapping[object, object]
    place: str

    @classmethod
    def of(cls, value: object, place: str) -> "Fields":
        if not isinstance(value, Mapping):
            raise FieldError(
                place or "(hela posten)",
                "här ska stå fält med värden.",
                "Skriv »fält: värde«, ett på varje rad.",
            )
        return cls(value, place)

    def error(self, name: str, problem: str, remedy: str) -> FieldError:
        return FieldError(f"{self.place}.{name}" if self.place else name, problem, remedy)

    def allow_only(self, *names: str) -> None:
        for key in self.values:
            if key not in names:
                raise self.error(str(key), "fältet är okänt.", f"Fälten här är: {', '.join(names)}.")

    def required(self, name: str) -> object:
        value = self.values.get(name)
        if value is None:
            raise self.error(name, "fältet saknas.", "Lägg till det.")
        return value

    def text(self, name: str) -> str:
        return self._as_text(name, self.required(name))

    def optional_text(self, name: str) -> str | None:
        value = self.values.get(name)
        return None if value is None else self._as_text(name, value)

    def flag(self, name: str) -> bool:
        value = self.required(name)
        if not isinstance(value, bool):
            raise self.error(name, "värdet är varken sant eller falskt.", "Skriv true eller false.")
        return value

    def choice(self, name: str, allowed: Iterable[str]) -> str | None:
        value = self.values.get(name)
        options = [str(option) for option in allowed]
        if value is not None and value not in options:
            raise self.error(name, f"»{value}« är inget giltigt värde.", f"Välj en av: {', '.join(options)}.")
        return None if value is None else str(value)

    def optional_date(self, name: str) -> date | None:
        """A YAML date, or the same as text; a time of day is refused, since validity is counted in days."""
        value = self.values.get(name)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        try:
            return date.fromisoformat(value if isinstance(value, str) else "")
        except ValueError as error:
            raise self.error(name, f"»{value}« är inget datum.", "Skriv det som ÅÅÅÅ-MM-DD.") from error

    def optional_count(self, name: str) -> int | None:
        value = self.values.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise self.error(name, f"»{value}« är inget antal från 1.", "Skriv ett heltal, 1 eller mer.")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(self._as_text(name, item) for item in self._items(name))

    def mappings(self, name: str) -> tuple["Fields", ...]:
        place = f"{self.place}.{name}" if self.place else name
        return tuple(Fields.of(item, f"{place}[{number}]") for number, item in enumerate(self._items(name)))

    def _items(self, name: str) -> list[object]:
        value = self.values.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.error(
                name, "här ska stå en lista.", "Skriv varje värde på en egen rad med »- « framför."
            )
        return value

    def _as_text(self, name: str, value: object) -> str:
        if not isinstance(value, str):
            raise self.error(name, f"»{value}« är inte text.", "Sätt värdet inom citattecken.")
        if not value.strip():
            raise self.error(name, "texten är tom.", "Fyll i den, eller ta bort fältet.")
        return value
