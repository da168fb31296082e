"""An ingest killed at named points: what `python -m evals.kills` does a hundred times at random ones."""

import pytest

from evals.kills import STAGES, Trial


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    return Trial(tmp_path_factory.mktemp("kills"))


def test_an_update_gives_what_reading_everything_anew_gives(trial: Trial) -> None:
    assert trial.is_clean
    assert trial.old != trial.new


@pytest.mark.parametrize("stage", STAGES[:-1])
def test_a_kill_leaves_the_old_state_or_the_new_and_the_next_run_finishes(trial: Trial, stage: str) -> None:
    kill = trial.kill(stage, 0.5)
    assert kill.problems == ()
    if stage in ("start", "read", "embed"):
        assert (kill.state, kill.in_step) == ("gammalt", True)


def test_what_is_changed_behind_the_librarys_back_is_seen(trial: Trial) -> None:
    changed = trial.new.without(frozenset({"uppforandekod"}))
    assert changed != trial.new.without(frozenset())
