"""What can be wrong with a library, named by its remedy."""


class LibraryError(Exception):
    """The library can't be used as it is; `message` says why and `remedy` what to do.

    Both are Swedish sentences shown to the user as they stand.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} {remedy}")
        self.message = message
        self.remedy = remedy


class LibraryMissing(LibraryError):
    """There is no library in the data folder yet."""


class StaleIndex(LibraryError):
    """The index was built by another engine, analysis or version than the one asking."""


class EngineMissing(LibraryError):
    """The configured embedder or reranker can't be loaded."""


class VectorsUnreachable(LibraryError):
    """The Chroma server that the settings name does not answer, or not as it should."""


class VectorsDamaged(LibraryError):
    """The vectors in the data folder can't be read; the library itself is whole."""


class FolderMissing(LibraryError):
    """A folder that was to be read is not there."""


class LibraryBusy(LibraryError):
    """Another process is writing to the library."""


class LibraryUnwritable(LibraryError):
    """The data folder can't be written: no permission, or the disk is full."""


class FileStillThere(LibraryError):
    """A document that was to be removed for good still has its file in the folder."""
