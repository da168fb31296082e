"""Why something could not be done to the library, in sentences for the person who keeps it."""

from index.errors import LibraryError


class KeepingError(LibraryError):
    """What was asked for is not done; `message` says why and `remedy` what to do, both in Swedish."""


class Refused(KeepingError):
    """A file that is not taken in: its name, its size or what it holds."""


class ChangedMeanwhile(KeepingError):
    """A file is no longer what it was when the person saw it, so nothing is written over."""


class Busy(KeepingError):
    """An ingest is under way."""
