"""A purchase is checked at once in a process that is warm."""

from pathlib import Path

import pytest

from evals.threshold_speed import CheckTimes, line, main


def test_a_time_that_is_too_long_is_told_as_such() -> None:
    assert CheckTimes(10.0, 49.0).suffices
    assert not CheckTimes(10.0, 51.0).suffices
    assert line("region", CheckTimes(10.0, 49.0)).startswith("region: ett inköp prövas på 10,0 ms (median)")


def test_every_library_named_is_timed(sample_library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(sample_library)])
    assert capsys.readouterr().out.startswith(f"{sample_library.name}: ett inköp prövas på")
