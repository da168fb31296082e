"""Edits of a list of entries in YAML, as splices of its text: everything else stays as it was written.

Nothing here knows what the fields mean. Every edited text is read back and compared with what was meant;
where it says something else (anchors, tags and other rarities), the edit is refused.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from ingest.registrar.yaml_values import Data, Value, as_data, data_of, written

MARK = "# läst"
"""Begins the comments that the program writes, and may therefore change."""

_MARKED = re.compile(rf"[ \t]*{MARK}\b[^\r\n]*")
_COMMENT = re.compile(r"[ \t]+#[^\r\n]*")


class EditImpossible(Exception):
    """The text can't be edited so that it says what was meant: a person has to do it."""


@dataclass(frozen=True)
class SetField:
    """Gives a field of an entry a value, and its line a note (a comment) in the place of the one before."""

    entry: str
    name: str
    value: Value
    note: str | None = None


@dataclass(frozen=True)
class SetItems:
    """Gives a list of an entry these items; those that stay keep their lines and comments.

    `notes` are for new items. `taken_over` are items that lose the program's note: a person stands for them
    now.
    """

    entry: str
    name: str
    items: tuple[str, ...]
    notes: Mapping[str, str] = field(default_factory=dict)
    taken_over: frozenset[str] = frozenset()


@dataclass(frozen=True)
class AddEntry:
    """Adds an entry last in the list; `notes` by field, or by item of a list."""

    fields: Mapping[str, Value]
    notes: Mapping[str, str] = field(default_factory=dict)


Edit: TypeAlias = SetField | SetItems | AddEntry


@dataclass(frozen=True)
class Shape:
    """How a file of entries is built: the list's name, the entries' key, and the order of their fields."""

    root: str
    key: str
    order: tuple[str, ...]
    head: str


@dataclass(frozen=True)
class _Splice:
    start: int
    end: int
    text: str


def edited(text: str, edits: Sequence[Edit], shape: Shape) -> str:
    """The text with the edits made. Raises EditImpossible; `text` must be valid YAML of this shape."""
    if not edits:
        return text
    order = {name: place for place, name in enumerate(shape.order)}
    in_order = sorted(edits, key=lambda e: -1 if isinstance(e, AddEntry) else order.get(e.name, len(order)))
    result = _Editor(text, shape).edited(in_order)
    try:
        found = data_of(yaml.compose(result, Loader=yaml.SafeLoader))
    except yaml.YAMLError:
        found = None
    if found != _meant(text, in_order, shape):
        raise EditImpossible
    return result


def noted_items(text: str, entry: str, name: str, shape: Shape) -> frozenset[str]:
    """The items of an entry's list that bear one of the program's own notes."""
    editor = _Editor(text, shape)
    pair = editor.pair(editor.entry(entry), name)
    if pair is None or not isinstance(pair[1], yaml.SequenceNode):
        return frozenset()
    return frozenset(str(i.value) for i in pair[1].value if _MARKED.match(text, i.end_mark.index))


def _meant(text: str, edits: Sequence[Edit], shape: Shape) -> Data:
    data = data_of(yaml.compose(text, Loader=yaml.SafeLoader))
    root: dict[str, Data] = data if isinstance(data, dict) else {}
    listed = root.get(shape.root)
    entries: list[Data] = listed if isinstance(listed, list) else []
    by_key = {e[shape.key]: e for e in entries if isinstance(e, dict)}
    for edit in edits:
        if isinstance(edit, AddEntry):
            entries.append({name: as_data(value) for name, value in edit.fields.items()})
        else:
            value = edit.value if isinstance(edit, SetField) else edit.items
            if value == () and edit.name not in by_key[edit.entry]:
                continue  # a list that isn't there is as empty as one can be
            by_key[edit.entry][edit.name] = as_data(value)
    return {**root, shape.root: entries}


class _Editor:
    def __init__(self, text: str, shape: Shape) -> None:
        self._text = text
        self._shape = shape
        self._line_end = "\r\n" if "\r\n" in text else "\n"
        self._root = yaml.compose(text, Loader=yaml.SafeLoader)

    def edited(self, edits: Sequence[Edit]) -> str:
        splices: list[_Splice] = []
        added = [edit for edit in edits if isinstance(edit, AddEntry)]
        for edit in edits:
            if isinstance(edit, SetField):
                splices += self._set_field(edit)
            elif isinstance(edit, SetItems):
                splices += self._set_items(edit)
        if added:
            splices.append(self._add_entries(added))
        result = self._text
        # From the end, so that places before a splice stay true; what stands at one place keeps its order.
        for splice in sorted(splices, key=lambda s: (s.start, s.end))[::-1]:
            result = result[: splice.start] + splice.text + result[splice.end :]
        return result

    # --- finding -------------------------------------------------------------------------------

    def _entries(self) -> yaml.Node | None:
        return next((value for key, value in self._members() if key.value == self._shape.root), None)

    def _members(self) -> list[tuple[yaml.Node, yaml.Node]]:
        return self._root.value if isinstance(self._root, yaml.MappingNode) else []

    def entry(self, name: str) -> yaml.MappingNode:
        listed = self._entries()
        for entry in listed.value if isinstance(listed, yaml.SequenceNode) else ():
            pair = self.pair(entry, self._shape.key)
            if pair is not None and str(pair[1].value).strip() == name:
                return entry  # type: ignore[no-any-return]
        raise EditImpossible

    def pair(self, entry: yaml.Node, name: str) -> tuple[yaml.Node, yaml.Node] | None:
        if not isinstance(entry, yaml.MappingNode):
            raise EditImpossible
        return next(((key, value) for key, value in entry.value if key.value == name), None)

    def _end(self, key: yaml.Node, value: yaml.Node) -> int:
        """Where the words of a value end, without the blank lines and comments that follow."""
        if value.start_mark.index < key.end_mark.index:  # an alias: its node stands elsewhere
            alias = re.compile(r"\s*:\s*\*[^\s,\]}]+").match(self._text, key.end_mark.index)
            if alias is None:
                raise EditImpossible
            return alias.end()
        return self._last(value)

    def _last(self, node: yaml.Node) -> int:
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(*last) if isinstance(last, tuple) else self._last(last)
        end = int(node.end_mark.index)
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            # A block of lines ends after its line end.
            end = len(self._text[:end].rstrip())
        return end

    def _rest_of_line(self, place: int) -> int:
        found = re.compile(r"[^\r\n]*").match(self._text, place)
        return found.end() if found else place

    def _line_start(self, place: int) -> int:
        return self._text.rfind("\n", 0, place) + 1

    # --- fields --------------------------------------------------------------------------------

    def _set_field(self, edit: SetField) -> list[_Splice]:
        entry = self.entry(edit.entry)
        pair = self.pair(entry, edit.name)
        if pair is None:
            return [self._insert(entry, edit.name, self._in_entry(entry, edit.name, edit.value, edit.note))]
        key, value = pair
        splices = self._replace(key, value, edit.value)
        return splices if entry.flow_style else [*splices, *self._note(self._end(key, value), edit.note)]

    def _replace(self, key: yaml.Node, node: yaml.Node, value: Value) -> list[_Splice]:
        """The value instead of the node, in the node's own style where it has one."""
        alike = isinstance(value, Mapping) and isinstance(node, yaml.MappingNode)
        if alike and [k.value for k, _ in node.value] == list(value):  # type: ignore[arg-type]
            return [s for k, v in node.value for s in self._replace(k, v, value[k.value])]  # type: ignore
        end = self._end(key, node)
        if data_of(node) == as_data(value) and value is not None:
            return []
        colon = self._text.index(":", key.end_mark.index) + 1
        start = max(int(node.start_mark.index), colon)
        between = self._text[colon:start]
        quote = node.style if isinstance(node, yaml.ScalarNode) and node.style in ("'", '"') else None
        new = written(value, flow=self._in_flow(node), quote=quote)
        if "\n" in between or not between:
            # The old value began on a line of its own, or there was none.
            comment = between.rstrip() if "#" in between else ""
            return [_Splice(colon, end, f" {new}{comment}")]
        return [_Splice(start, end, new)]

    def _in_flow(self, node: yaml.Node) -> bool:
        listed = self._entries()
        around = [listed, *(listed.value if isinstance(listed, yaml.SequenceNode) else ())]
        return any(
            n.flow_style and n.start_mark.index <= node.start_mark.index < n.end_mark.index
            for n in around
            if isinstance(n, yaml.CollectionNode)
        )

    def _note(self, place: int, note: str | None) -> list[_Splice]:
        """The program's note at the end of a line, instead of the one before; a person's comment stays."""
        comment = _COMMENT.match(self._text, place)
        marked = _MARKED.search(self._text, place, comment.end()) if comment else None
        end = self._rest_of_line(place)
        if marked is None:
            free = comment is not None or not self._text[place:end].strip()
            return [_Splice(end, end, _noted(note))] if note and free else []
        return [_Splice(marked.start(), marked.end(), _noted(note))]

    def _in_entry(self, entry: yaml.MappingNode, name: str, value: Value, note: str | None) -> str:
        if entry.flow_style:
            return f", {name}: {written(value, flow=True)}"
        indent = " " * int(entry.value[0][0].start_mark.column)
        return self._line_end + indent + f"{name}: {written(value)}{_noted(note)}"

    def _insert(self, entry: yaml.MappingNode, name: str, text: str) -> _Splice:
        """After the last of the fields that usually stand before it."""
        order = self._shape.order
        before = set(order[: order.index(name)])
        key, value = next((p for p in reversed(entry.value) if p[0].value in before), entry.value[-1])
        end = self._end(key, value)
        place = end if entry.flow_style else self._rest_of_line(end)
        return _Splice(place, place, text)

    # --- lists ---------------------------------------------------------------------------------

    def _set_items(self, edit: SetItems) -> list[_Splice]:
        entry = self.entry(edit.entry)
        pair = self.pair(entry, edit.name)
        block = not entry.flow_style
        if pair is None:
            if not block:
                new = self._in_entry(entry, edit.name, edit.items, None)
            else:
                new = self._block_list(entry, edit)
            return [self._insert(entry, edit.name, new)] if edit.items else []
        key, node = pair
        if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
            return [self._block_items(key, node, edit)]
        if block and not (isinstance(node, yaml.SequenceNode) and node.value) and edit.items:
            # An empty list has no style to keep: sentences read best on lines of their own.
            held = () if data_of(node) in (None, []) else (str(node.value),)
            if set(held) <= set(edit.items):
                colon = self._text.index(":", key.end_mark.index) + 1
                end = self._end(key, node)
                rest = self._rest_of_line(end)
                lines = self._item_lines(edit.items, edit.notes, self._item_indent(entry))
                return [_Splice(colon, rest, self._text[end:rest] + self._line_end + lines)]
        return self._replace(key, node, edit.items)

    def _block_list(self, entry: yaml.MappingNode, edit: SetItems) -> str:
        indent = " " * int(entry.value[0][0].start_mark.column)
        lines = self._item_lines(edit.items, edit.notes, self._item_indent(entry))
        return f"{self._line_end}{indent}{edit.name}:{self._line_end}{lines}"

    def _item_indent(self, entry: yaml.MappingNode) -> str:
        return " " * (int(entry.value[0][0].start_mark.column) + 2)

    def _item_lines(self, items: Sequence[str], notes: Mapping[str, str], indent: str) -> str:
        return self._line_end.join(f"{indent}- {written(item)}{_noted(notes.get(item))}" for item in items)

    def _block_items(self, key: yaml.Node, node: yaml.SequenceNode, edit: SetItems) -> _Splice:
        starts = [self._line_start(item.start_mark.index) for item in node.value]
        end = self._rest_of_line(self._last(node))
        dash = self._text.index("-", starts[0])
        indent = self._text[starts[0] : dash]
        lines: list[str] = []
        for item, start, after in zip(node.value, starts, [*starts[1:], end], strict=True):
            chunk = self._text[start:after]
            chunk = chunk[: -len(self._line_end)] if chunk.endswith(self._line_end) else chunk
            if str(item.value) in edit.taken_over:
                lines.append(_MARKED.sub("", chunk))
            elif str(item.value) in edit.items:
                lines.append(chunk)
            else:
                lines += self._comments_in(item, after, indent)
        kept = {str(item.value) for item in node.value}
        new = [item for item in edit.items if item not in kept]
        if new:
            lines.append(self._item_lines(new, edit.notes, indent))
        if edit.items:
            return _Splice(starts[0], end, self._line_end.join(lines))
        colon = self._text.index(":", key.end_mark.index) + 1
        above = self._text[colon : starts[0]].rstrip()
        return _Splice(colon, end, self._line_end.join([f" []{above}", *lines]))

    def _comments_in(self, item: yaml.Node, after: int, indent: str) -> list[str]:
        """What a person has written beside and below an item that goes."""
        tail = self._text[self._last(item) : after].splitlines()
        comments = [_MARKED.sub("", line).strip() for line in tail]
        return [indent + comment for comment in comments if comment]

    # --- entries -------------------------------------------------------------------------------

    def _add_entries(self, added: Sequence[AddEntry]) -> _Splice:
        listed = self._entries()
        if isinstance(listed, yaml.SequenceNode) and listed.value and listed.flow_style:
            place = int(listed.value[-1].end_mark.index)
            text = "".join(", " + written(edit.fields, flow=True) for edit in added)
            return _Splice(place, place, text)
        place = self._end_of_entries()
        dash, gap = "  ", self._line_end
        head = ""
        if isinstance(listed, yaml.SequenceNode) and listed.value:
            first = listed.value[0]
            dash = " " * (self._text.rindex("-", 0, first.start_mark.index) - self._line_start_of_dash(first))
            gap = self._line_end * self._lines_between(listed)
        elif self._root is None:
            head = (self._shape.head if not self._text.strip() else "") + f"{self._shape.root}:\n"
        blocks = [self._entry_lines(edit, dash) for edit in added]
        if head or not (isinstance(listed, yaml.SequenceNode) and listed.value):
            return self._first_entries(head, (self._line_end * 2).join(blocks), place)
        lead = "" if self._text[:place].endswith("\n") else self._line_end
        joined = "".join(gap[len(self._line_end) :] + block + self._line_end for block in blocks)
        return _Splice(place, place, lead + joined)

    def _first_entries(self, head: str, blocks: str, place: int) -> _Splice:
        listed = self._entries()
        if listed is None:
            lead = "" if not self._text or self._text.endswith("\n") else self._line_end
            return _Splice(place, place, lead + head.replace("\n", self._line_end) + blocks + self._line_end)
        # `documents:` or `documents: []`: the list begins on the next line.
        key = next(key for key, held in self._members() if held is listed)
        colon = self._text.index(":", key.end_mark.index) + 1
        end = self._end(key, listed)
        rest = self._rest_of_line(end)
        return _Splice(colon, rest, self._text[end:rest] + self._line_end + blocks)

    def _line_start_of_dash(self, first: yaml.Node) -> int:
        return self._line_start(self._text.rindex("-", 0, first.start_mark.index))

    def _lines_between(self, listed: yaml.SequenceNode) -> int:
        """How many line ends separate the entries: 2 where an empty line stands between them."""
        if len(listed.value) < 2:
            return 2
        second = listed.value[1]
        between = self._text[self._last(listed.value[0]) : second.start_mark.index]
        return 2 if re.search(r"\n[ \t]*\r?\n", between) else 1

    def _end_of_entries(self) -> int:
        """The end of the file, or of its document where `...` ends that."""
        ended = re.search(r"^\.\.\.", self._text, re.MULTILINE)
        return ended.start() if ended else len(self._text)

    def _entry_lines(self, edit: AddEntry, dash: str) -> str:
        indent = dash + "  "
        lines: list[str] = []
        for name, value in edit.fields.items():
            if isinstance(value, tuple) and any(" " in str(item) for item in value):
                lines += [f"{name}:", self._item_lines([str(v) for v in value], edit.notes, "  ")]
            else:
                lines.append(f"{name}: {written(value)}{_noted(edit.notes.get(name))}")
        body = "\n".join(lines).splitlines()
        return self._line_end.join([f"{dash}- {body[0]}", *(indent + line for line in body[1:])])


def _noted(note: str | None) -> str:
    """A note as a comment; what a comment may not hold is left out of it."""
    if not note:
        return ""
    plain = "".join(c if c.isprintable() else " " for c in note)
    return f"   {MARK} {' '.join(plain.split())}".rstrip()
