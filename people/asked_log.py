"""The log of questions, written beside the answering: nobody waits for it, and its faults are nobody's."""

import logging
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, timedelta

from people import asked as store
from people.asked import Asked
from people.database import Database
from people.errors import NotKept

_log = logging.getLogger(__name__)


class AskedLog:
    """Notes questions one after the other in a thread of its own, and forgets the old ones once a day."""

    def __init__(self, database: Database, days: int) -> None:
        """`days`: how long a question is kept."""
        self._database = database
        self._kept_for = timedelta(days=days)
        self._purged: date | None = None
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="asked")

    def note(self, asked: Asked) -> None:
        """Have a question noted soon."""
        with suppress(RuntimeError):  # the server is closing
            self._writer.submit(self._keep, asked)

    def settle(self) -> None:
        """Wait until what was given is noted."""
        self._writer.submit(lambda: None).result()

    def _keep(self, asked: Asked) -> None:
        try:
            if self._purged != asked.day:
                store.purge(self._database, asked.day - self._kept_for)
                self._purged = asked.day
            store.note(self._database, asked)
        except NotKept as error:
            _log.warning("A question could not be noted: %s", error.message)
