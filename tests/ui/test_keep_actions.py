"""What a person may have done to the library, held against who they are: called as functions, not drawn."""

import inspect
from pathlib import Path
from typing import Any

import pytest

from people import keepers
from people.database import Database
from people.person import Person, Role, give_role, id_of, new_secret
from settings import Settings
from tests.keeping import small_region
from ui.keep.actions import Actions, NotAllowed, Unnamed

ACTIONS = sorted(name for name in vars(Actions) if not name.startswith("_"))


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = small_region.write(tmp_path_factory.mktemp("region") / "dokument")
    small_region.read_in(folder.parent / "data", folder)
    return folder


def actions_of(region: Path, role: Role) -> Actions:
    data = region.parent / "data"
    database = Database(data)
    person = Person(id_of(new_secret()))
    give_role(database, person, role)
    return Actions(Settings(data=data), database, person.id)


def files(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("role", [Role.READER, Role.TRAINER])
@pytest.mark.parametrize("name", ACTIONS)
def test_nobody_but_an_administrator_gets_anything_done(region: Path, name: str, role: Role) -> None:
    before = files(region)
    action = getattr(actions_of(region, role), name)
    given: dict[str, Any] = {
        parameter.name: None
        for parameter in inspect.signature(action).parameters.values()
        if parameter.default is inspect.Parameter.empty
    }
    with pytest.raises(NotAllowed):
        action(**given)
    assert files(region) == before


def test_a_role_that_was_given_back_counts_no_more(region: Path) -> None:
    actions = actions_of(region, Role.ADMINISTRATOR)
    actions.folders()
    give_role(actions.database, Person(actions.person, Role.ADMINISTRATOR), Role.READER)
    with pytest.raises(NotAllowed):
        actions.folders()


def test_nothing_is_changed_without_a_name_to_sign_with(region: Path) -> None:
    with pytest.raises(Unnamed):
        actions_of(region, Role.ADMINISTRATOR).remove("gavor")
    assert (region / "norr" / "gavor.md").is_file()


def test_a_folder_that_is_not_the_librarys_is_refused(region: Path) -> None:
    from keeping.errors import KeepingError

    actions = actions_of(region, Role.ADMINISTRATOR)
    keepers.give_name(actions.database, actions.person, "Eva Ek")
    for folder in (region.parent, region / "norr" / ".." / "..", Path("/tmp")):
        with pytest.raises(KeepingError, match="hör inte till"):
            actions.put(folder, [], {})


def test_one_persons_name_is_nobody_elses(region: Path) -> None:
    first, second = (actions_of(region, Role.ADMINISTRATOR) for _ in range(2))
    keepers.give_name(first.database, first.person, "Eva Ek")
    assert keepers.name_of(second.database, second.person) == ""
