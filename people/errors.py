"""Why something could not be kept, in sentences for the reader."""


class NotKept(Exception):
    """What a person did could not be written down, or read again.

    `message` says what is wrong, `remedy` what to do about it; both in Swedish, as the library's own errors.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
