"""The limits that are kept, and those that wait for a person."""

from dataclasses import dataclass
from pathlib import Path

from hierarchy.levels import Hierarchy
from hierarchy.procurement.thresholds import Threshold
from index.library import Library
from ingest.registrar.kept_file import KeptFile, read_kept, replace_kept
from ingest.threshold_entries import PROPOSALS_HEAD
from ingest.thresholds_file import PROPOSALS_FILE, THRESHOLDS_FILE, parse_proposals, parse_thresholds
from keeping.desk import open_desk


@dataclass
class ThresholdDesk:
    """`thresholds.yaml` and `thresholds.forslag.yaml` as they are now, each replaced whole or not at all."""

    hierarchy: Hierarchy
    kept_file: KeptFile
    waiting_file: KeptFile

    @property
    def kept(self) -> tuple[Threshold, ...]:
        return parse_thresholds(self.kept_file.path, self.kept_file.text, self.hierarchy)

    @property
    def waiting(self) -> tuple[Threshold, ...]:
        return self._proposals(self.waiting_file.text)[0]

    @property
    def dropped(self) -> frozenset[str]:
        return self._proposals(self.waiting_file.text)[1]

    @property
    def waiting_text(self) -> str:
        """The text of the proposals, begun with what the file is where there is none."""
        return self.waiting_file.text or PROPOSALS_HEAD

    def write_waiting(self, text: str) -> None:
        """Raises GovernanceError, with the file as it was, for a text that is no file of proposals."""
        self._proposals(text)
        if text != self.waiting_file.text:
            self.waiting_file = replace_kept(self.waiting_file, text)

    def write_kept(self, text: str) -> None:
        """Raises GovernanceError, with the file as it was, for a text that is no file of thresholds."""
        parse_thresholds(self.kept_file.path, text, self.hierarchy)
        self.kept_file = replace_kept(self.kept_file, text)

    def _proposals(self, text: str) -> tuple[tuple[Threshold, ...], frozenset[str]]:
        confirmed = [threshold.id for threshold in self.kept]
        return parse_proposals(self.waiting_file.path, text, self.hierarchy, confirmed)


def open_threshold_desk(library: Library, governance: Path | None) -> ThresholdDesk:
    """The files of the chosen folder, else of the one that the library was read with.

    Raises KeepingError where there is no telling which, and GovernanceError for a mistake in the files.
    """
    desk = open_desk(library, governance)
    files = (read_kept(desk.folder / name) for name in (THRESHOLDS_FILE, PROPOSALS_FILE))
    opened = ThresholdDesk(desk.hierarchy, *files)
    opened.waiting  # noqa: B018 - a mistake in either file is told before anything is done
    return opened
