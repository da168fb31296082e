"""Reading what has changed, file by file: one that can't be read never stops the others."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from index.files import Files
from index.library import FileState
from index.naming import content_of
from index.report import Progress
from ingest.document import IngestedDocument
from ingest.errors import LimitExceeded, ReadingInterrupted, UnreadableFile


@dataclass(frozen=True)
class Readings:
    """`read`: path and reading by document id. `states`: every file as it is now, the refused with their
    reasons. `taken`: the path that each document of these and other folders is read from.
    """

    read: dict[str, tuple[Path, IngestedDocument]]
    states: dict[str, FileState]
    taken: dict[str, str]


def read_changed(
    files: Files, read: Callable[[Path, Path, str], IngestedDocument], progress: Progress
) -> Readings:
    """Read every changed file with `read` (path, root, document id), which may raise UnreadableFile."""
    waiting = {str(path) for path, _ in files.changed}
    kept = {s.document: s.path for s in files.states.values() if s.path not in waiting and not s.reason}
    taken = {**files.elsewhere, **{document: path for document, path in kept.items() if document}}
    readings = Readings({}, dict(files.states), taken)
    for path, root in files.changed:
        state = readings.states[str(path)]
        before = files.known.get(state.path)
        was = before.document if before else None
        name = files.names[state.path]
        try:
            if name in taken:
                raise _NameTaken(name, taken[name])
            readings.read[name] = (path, read(path, root, name))
            taken[name] = state.path
            state = replace(state, document=name)
        except (_NameTaken, ReadingInterrupted) as error:
            # Half a digest never equals a whole one: it may be otherwise next time.
            half = content_of(state) + "+"
            state = replace(state, digest=half, document=was, reason=error.reason, remedy=error.remedy)
        except LimitExceeded as error:
            digest = f"{state.digest}+{files.limits}"
            state = replace(state, digest=digest, document=was, reason=error.reason, remedy=error.remedy)
        except UnreadableFile as error:
            state = replace(state, document=was, reason=error.reason, remedy=error.remedy)
        readings.states[state.path] = state
        progress.advance()
    return readings


class _NameTaken(UnreadableFile):
    def __init__(self, name: str, path: str) -> None:
        if Path(path).stem == name:
            super().__init__(
                f"En annan fil har samma namn: {path}.",
                "Byt namn på den ena; namnet är dokumentets identitet.",
            )
        else:
            super().__init__(
                f"Namnet ”{name}” är identiteten för ett dokument vars fil nu heter {path}.",
                "Byt namn på den här filen.",
            )
