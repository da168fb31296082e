"""YAML front matter at the head of a Markdown file."""

import re

import yaml

_FENCED = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"^([^\W\d][\w .-]*?)\s*:(?:\s|$)")


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The scalars of the front matter, keys in lower case, and the text after it.

    Every value is the string that was written: "2024:30" is no number of seconds and 2017-01-01 no
    date object. A flat list becomes its members joined by ", "; deeper structures are left out. An
    entry that is not YAML keeps its text as it stands.
    """
    text = text.lstrip("\n\ufeff")
    found = _FENCED.match(text)
    if found is None:
        return {}, text
    metadata: dict[str, str] = {}
    for key, entry in _entries(found.group(1)):
        value = _read_value(entry)
        if value:
            metadata[key] = value
    return metadata, text[found.end() :]


def _entries(yaml_text: str) -> list[tuple[str, str]]:
    """Each top-level key with its piece of YAML, its indented continuation lines included.

    Read one by one, a single faulty entry does not cost the others.
    """
    entries: list[tuple[str, str]] = []
    for line in yaml_text.split("\n"):
        found = _KEY.match(line)
        if found is not None:
            entries.append((found.group(1).strip().lower(), line))
        elif entries and line.strip():
            key, entry = entries[-1]
            entries[-1] = (key, entry + "\n" + line)
    return entries


def _read_value(entry: str) -> str:
    raw = entry.partition(":")[2].strip()
    if raw.startswith("- "):
        # A block list can be long (a statute's amendments) and is never a scalar: not worth parsing.
        return ""
    try:
        loaded = yaml.load(entry, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return " ".join(raw.split())
    value = next(iter(loaded.values()), "") if isinstance(loaded, dict) else ""
    if isinstance(value, list) and all(isinstance(member, str) for member in value):
        value = ", ".join(value)
    return " ".join(value.split()) if isinstance(value, str) else ""
