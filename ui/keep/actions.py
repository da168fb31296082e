"""What the page may have done to the library, each held against who asks for it."""

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from index.library import Library
from ingest.registrar.review import Answers
from ingest.registrar.yaml_values import Value
from keeping import identities, limits, running, uploads
from keeping.changes import Change
from keeping.desk import Desk, open_desk
from keeping.errors import Busy, KeepingError
from keeping.kept import checked_for
from keeping.ledger import Ledger
from keeping.places import Places, folders, places_of
from keeping.threshold_desk import ThresholdDesk, open_threshold_desk
from people import keepers
from people.database import Database
from people.person import Role, role_of
from settings import Settings

_COMMAND = Path(__file__).parents[2] / "cli.py"

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


class NotAllowed(KeepingError):
    """The person is no administrator."""


class Unnamed(KeepingError):
    """The person has not said what name to sign with."""


def _administrators_only(
    action: Callable[Concatenate["Actions", _Given], _Made],
) -> Callable[Concatenate["Actions", _Given], _Made]:
    """Asks the database, each time: a role may have been given back in another window."""

    @wraps(action)
    def guarded(self: "Actions", /, *args: _Given.args, **kwargs: _Given.kwargs) -> _Made:
        if role_of(self.database, self.person) is not Role.ADMINISTRATOR:
            raise NotAllowed("Bara administratörer får ändra i biblioteket.", "Ange administratörens kod.")
        return action(self, *args, **kwargs)

    return guarded


class Actions:
    """Everything that one person may have done. Each raises `NotAllowed` for whoever is no administrator,
    `KeepingError`, `GovernanceError` or `LibraryError` for what can't be done, and `NotKept`."""

    def __init__(self, settings: Settings, database: Database, person: str) -> None:
        self.settings = settings
        self.database = database
        self.person = person

    # --- files ---------------------------------------------------------------------------------

    @_administrators_only
    def folders(self) -> list[Path]:
        """Where a document may be put."""
        with closing(self._library()) as library:
            return folders(places_of(library), library.hierarchy, library)

    @_administrators_only
    def unwritable(self) -> list[Path]:
        """The places that the server may not write."""
        return self._places().unwritable()

    @_administrators_only
    def looked_at(self, folder: Path, upload: uploads.Upload) -> uploads.Accepted:
        """A file held against the limits and against what lies in the folder already."""
        self._check_folder(folder)
        return uploads.accepted(upload, folder, self.settings.limits)

    @_administrators_only
    def put(
        self, folder: Path, files: Sequence[uploads.Upload], choices: Mapping[str, uploads.Taken]
    ) -> Change | None:
        """Puts the files in the folder; all of them are looked at again first."""
        self._check_folder(folder)
        if len(files) > uploads.MOST_FILES:
            raise KeepingError(
                f"Det är fler än {uploads.MOST_FILES} filer på en gång.", "Lägg in dem i omgångar."
            )
        looked = [uploads.accepted(file, folder, self.settings.limits) for file in files]
        return uploads.put(self._ledger(), self._name(), folder, looked, choices)

    @_administrators_only
    def remove(self, document: str) -> Change:
        """Takes a document's file away from the folder."""
        with closing(self._library()) as library:
            path = library.source_path(document)
        if path is None:
            raise KeepingError(f"Filen till ”{document}” finns inte i mappen.", "Läs in mappen på nytt.")
        return uploads.remove(self._ledger(), self._name(), path)

    # --- ingest --------------------------------------------------------------------------------

    @_administrators_only
    def start_ingest(self, *, report: bool = False) -> None:
        """Starts an ingest of all the library's folders. Raises Busy where one runs."""
        places, data = self._places(), self.settings.data.resolve()
        written = ["--report", str(running.job_folder(data) / running.REPORT_FILE)] if report else []
        command = [
            *(sys.executable, str(_COMMAND), "ingest", *map(str, places.roots)),
            *("--governance", str(places.governance), "--data", str(data), "--json", "--watched"),
            *written,
        ]
        running.start(data, command, self._name(), self._ledger().last_number())

    @_administrators_only
    def cancel_ingest(self) -> bool:
        """Ends the ingest that runs; False where none does."""
        return running.cancel(self.settings.data)

    @_administrators_only
    def ingest(self) -> running.Job | None:
        """The ingest that runs, or ran last."""
        return running.latest(self.settings.data)

    # --- identities ----------------------------------------------------------------------------

    @_administrators_only
    def answer(self, desk: Desk, document: str, answers: Answers) -> Change | None:
        """Writes what the person says of a document."""
        return identities.answered(self._ledger(), desk, document, answers, self._name(), date.today())

    @_administrators_only
    def write_up(self, desk: Desk) -> Change | None:
        """Gives every document without an entry one."""
        return identities.written_up(self._ledger(), desk, self._name(), date.today())

    @_administrators_only
    def desk(self, library: Library) -> Desk:
        """The register as it is now."""
        return open_desk(library, None)

    # --- limits --------------------------------------------------------------------------------

    @_administrators_only
    def limit_desk(self, library: Library) -> ThresholdDesk:
        """The limits as they are kept now, and those that wait."""
        return open_threshold_desk(library, None)

    @_administrators_only
    def propose_limits(self, desk: ThresholdDesk) -> Change | None:
        with closing(self._library()) as library:
            return limits.proposed(self._ledger(), desk, library, self._name(), date.today())

    @_administrators_only
    def keep_limit(self, desk: ThresholdDesk, limit: str) -> Change:
        return limits.kept(self._ledger(), desk, limit, self._name(), date.today())

    @_administrators_only
    def turn_down_limit(self, desk: ThresholdDesk, limit: str) -> Change:
        return limits.turned_down(self._ledger(), desk, limit, self._name(), date.today())

    @_administrators_only
    def edit_limit(
        self, desk: ThresholdDesk, limit: str, fields: Mapping[str, Value], quotes: Mapping[int, str]
    ) -> Change | None:
        return limits.edited_limit(self._ledger(), desk, limit, fields, quotes, self._name())

    @_administrators_only
    def remove_limit(self, desk: ThresholdDesk, limit: str) -> Change:
        return limits.removed(self._ledger(), desk, limit, self._name())

    # --- changes -------------------------------------------------------------------------------

    @_administrators_only
    def changes(self) -> list[Change]:
        """The whole list, newest first."""
        return self._ledger().changes()

    @_administrators_only
    def undo(self, number: int) -> Change:
        """Takes a change back, and has the library follow where no ingest runs."""
        with closing(self._library()) as library:
            hierarchy = library.hierarchy
        change = self._ledger().undo(
            number, self._name(), lambda path, content: checked_for(hierarchy, path, content)
        )
        self.follow()
        return change

    @_administrators_only
    def follow(self) -> bool:
        """Starts an ingest; False where one runs already, and the change waits for the next."""
        try:
            self.start_ingest()
        except Busy:
            return False
        return True

    # -------------------------------------------------------------------------------------------

    def _library(self) -> Library:
        return Library(self.settings.data)

    def _places(self) -> Places:
        with closing(self._library()) as library:
            return places_of(library)

    def _ledger(self) -> Ledger:
        return Ledger(self.settings.data, self._places().all)

    def _check_folder(self, folder: Path) -> None:
        if folder not in self.folders():
            raise KeepingError("Mappen hör inte till biblioteket.", "Välj en annan i listan.")

    def _name(self) -> str:
        name = keepers.name_of(self.database, self.person)
        if not name:
            raise Unnamed("Du har inte sagt vad du heter.", "Skriv ditt namn överst på sidan.")
        return name
