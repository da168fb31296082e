"""Why a file was refused, and what its owner can do about it."""


class UnreadableFile(Exception):
    """A file that can't be read: `reason` says what is wrong, `remedy` how to mend it.

    Both are Swedish sentences shown to an administrator as they stand.
    """

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"{reason} {remedy}")
        self.reason = reason
        self.remedy = remedy


class LimitExceeded(UnreadableFile):
    """A file that would cost more than a limit allows; it may be readable where the limit is higher."""


class ReadingInterrupted(UnreadableFile):
    """A file that the machine, not the file, kept from being read: the next run tries it again."""
