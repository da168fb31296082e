"""Places in an act, as values: what is said of chapter, section, stycke, sentence and point."""

from dataclasses import dataclass, field, replace
from enum import IntEnum


class Part(IntEnum):
    """The parts of an address, from the widest."""

    CHAPTER = 0
    SECTION = 1
    STYCKE = 2
    MENING = 3
    POINT = 4


@dataclass(frozen=True)
class Address:
    """A place in an act; see `Reference` for the fields."""

    chapter: str | None = None
    section: str | None = None
    stycke: int | None = None
    mening: int | None = None
    point: str | None = None

    def at(self, part: Part, value: str) -> "Address":
        """The same place with one part said."""
        number = value if part in (Part.CHAPTER, Part.SECTION, Part.POINT) else int(value)
        return replace(self, **{part.name.lower(): number})  # type: ignore[arg-type]

    def says(self, part: Part) -> bool:
        return getattr(self, part.name.lower()) is not None

    def above(self, part: Part) -> "Address":
        """What it says of the parts wider than this one."""
        said = {p.name.lower(): getattr(self, p.name.lower()) for p in Part if p < part}
        if part is Part.POINT and self.mening is not None and self.stycke is None:
            said["mening"] = None
        return Address(**said)

    def within(self, outer: "Address") -> "Address":
        """The same place with what it leaves unsaid taken from `outer`."""
        return Address(
            self.chapter or outer.chapter,
            self.section or outer.section,
            self.stycke or outer.stycke,
            self.mening or outer.mening,
            self.point or outer.point,
        )

    def down_to(self, part: Part) -> "Address":
        """What it says of this part and the wider ones."""
        return replace(self.above(part), **{part.name.lower(): getattr(self, part.name.lower())})


@dataclass(frozen=True)
class Place:
    """An address with the characters that name it."""

    address: Address
    start: int
    end: int


@dataclass
class Run:
    """Addresses that stand together, up to lexeme `after`; none, where nothing before it can begin one.

    `colon`: it is written "6:38", which is an address only beside an act's name. `articles`: they are
    articles of an EU act.
    """

    places: list[Place] = field(default_factory=list)
    after: int = 0
    colon: bool = False
    articles: bool = False

    @property
    def is_partial(self) -> bool:
        """Whether no place of it says which section it is in."""
        return all(place.address.section is None and place.address.chapter is None for place in self.places)

    @property
    def ends_in_point(self) -> bool:
        return bool(self.places) and self.places[-1].address.point is not None

    def completed(self, outer: Address, end: int) -> "Run":
        """The places inside `outer`, the last one's words reaching to `end`."""
        places = [Place(place.address.within(outer), place.start, place.end) for place in self.places]
        if len(places) == 1:
            places[0] = replace(places[0], end=end)
        return replace(self, places=places)

    def joined(self, outer: "Run") -> "Run":
        """ "andra stycket i 5 § och 6 §": the first place of `outer` holds the run, the rest follow."""
        inner = self.completed(outer.places[0].address, outer.places[0].end)
        return replace(self, places=[*inner.places, *outer.places[1:]], after=outer.after)

    def __bool__(self) -> bool:
        return bool(self.places)
