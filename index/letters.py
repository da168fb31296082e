"""How words differ by letters: what a typing error makes of one."""

_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"


def edits(word: str) -> set[str]:
    """Everything one typing error away: a letter too many, lacking, wrong, or two that changed places."""
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    lacking = {a + b[1:] for a, b in splits if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
    wrong = {a + c + b[1:] for a, b in splits if b for c in _LETTERS}
    more = {a + c + b for a, b in splits for c in _LETTERS}
    return (lacking | swapped | wrong | more) - {word}


def slips(word: str) -> set[str]:
    """Two letters that changed places, or one written twice: what even a short word can be told from."""
    swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    twice = {word[:i] + word[i + 1 :] for i in range(1, len(word)) if word[i] == word[i - 1]}
    return (swapped | twice) - {word}


def distance(one: str, other: str) -> int:
    """Letters to add, take away, exchange or swap."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        row = [i]
        for j, b in enumerate(other, start=1):
            row.append(min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b)))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[j] = min(row[j], before[j - 2] + 1)
        before, last = last, row
    return last[-1]
