"""One reference, as a value."""

from dataclasses import dataclass
from enum import StrEnum


class ReferenceKind(StrEnum):
    """What a reference points at."""

    PROVISION = "provision"
    """An act, a regulation or an EU act, or a place in one."""
    ITEM = "item"
    """An item of a protocol, by number and year: § 133/25."""
    DIARY = "diary"
    """A case, by its diary number."""
    DOCUMENT = "document"
    """A document of the library, by its title."""


@dataclass(frozen=True)
class Reference:
    """One thing that is referred to: `text` is verbatim, from `start` to `end` in the text read.

    `act` is the number in Svensk författningssamling ("2016:1145"), an EU act's or a collection's own number
    ("(EU) 2016/679", "AFS 2023:2"), a diary number, a document's title, or the act's name as written where the number isn't known;
    None for a place in the text's own act. `chapter` and `section` are as cited, "19 a"; an item's section is
    "133/25"; an article counts as a section. `stycke` and `mening` count from 1, `point` is as written: "2", "2 a".
    None means that the text does not say.
    """

    text: str
    start: int
    end: int
    act: str | None = None
    chapter: str | None = None
    section: str | None = None
    stycke: int | None = None
    mening: int | None = None
    point: str | None = None
    kind: ReferenceKind = ReferenceKind.PROVISION

    @property
    def address(self) -> str | None:
        """The section as a provision's address: "19 a kap. 2 §", "5 kap.", "§ 133/25"; None for a whole act."""
        if self.kind is ReferenceKind.ITEM:
            return f"§ {self.section}"
        parts = [f"{self.chapter} kap." if self.chapter else "", f"{self.section} §" if self.section else ""]
        return " ".join(part for part in parts if part) or None
