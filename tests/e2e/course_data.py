"""A course as trainers make it: of what is proposed of the sample region's rules."""

from datetime import date
from pathlib import Path

from index.library import Library
from index.thresholds import checked_thresholds
from learning.course import Course, Kind
from learning.material import Material
from learning.proposing import Wanted, Workshop
from people import courses
from people.database import Database
from people.person import Person, Role, id_of

KINDS = frozenset({Kind.SAYS, Kind.CLOZE, Kind.CASE})
TITLE = "Köpa rätt"


def publish_course(data: Path) -> Course:
    """A published course of four exercises."""
    library, day = Library(data), date.today()
    workshop = Workshop(Material(library, "exempel", day), checked_thresholds(library, day), day)
    items = tuple(workshop.propose(Wanted(kinds=KINDS), 4))
    database = Database(data)
    trainer = Person(id_of("v" * 43), Role.TRAINER)
    described = "Det du behöver veta innan du köper något."
    made = courses.new_course(
        database, trainer, Course("", TITLE, described, organisation="exempel", items=items)
    )
    courses.publish(database, trainer, made.id, True)
    return made
