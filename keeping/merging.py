"""A change taken back in a text that somebody has gone on writing in. Pure."""

from difflib import SequenceMatcher


def taken_back(current: str, after: str, before: str) -> str | None:
    """`current` with what turned `before` into `after` undone; None where that can't be told apart.

    `current` is `after` with other changes made since. A line that the change concerns, and those next to
    it, must stand as the change left them: then no later edit is lost.
    """
    held, wanted, now = (["", *text.splitlines(keepends=True), ""] for text in (after, before, current))
    place: dict[int, int] = {}
    for block in SequenceMatcher(None, held, now, autojunk=False).get_matching_blocks():
        place.update({block.a + step: block.b + step for step in range(block.size)})
    result = list(now)
    hunks = SequenceMatcher(None, held, wanted, autojunk=False).get_opcodes()
    # From the end, so that places before a hunk stay true.
    for kind, first, last, new_first, new_last in reversed(hunks):
        if kind == "equal":
            continue
        around = range(first - 1, last + 1)
        where = [place.get(line) for line in around]
        start = where[0]
        if start is None or where != [start + step for step in range(len(around))]:
            return None
        result[start + 1 : start + 1 + last - first] = wanted[new_first:new_last]
    return "".join(result)
