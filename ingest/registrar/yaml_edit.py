"""Edits of a list of entries in YAML, as splices of its text: everything else stays as it was written.

Nothing here knows what the fields mean. Every edited text is read back and compared with what was meant;
where it says something else (anchors, tags and other rarities), the edit is refused.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import yaml

from ingest.registrar.edits import AddEntry, Edit, SetField, SetItems, Shape
from ingest.registrar.yaml_places import EditImpossible, Places
from ingest.registrar.yaml_values import Data, Value, as_data, data_of, written

MARK = "# läst"
"""Begins the comments that the program writes, and may therefore change."""

_MARKED = re.compile(rf"[ \t]*{MARK}\b[^\r\n]*")
_NUMBERS = frozenset({"tag:yaml.org,2002:int", "tag:yaml.org,2002:float"})
_DIGITS = re.compile(r"[1-9]\d*(?:\.\d+)?")
_COMMENT = re.compile(r"[ \t]+#[^\r\n]*")


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
    editor = _reader(text, shape)
    pair = editor.pair(editor.entry(entry), name)
    if pair is None or not isinstance(pair[1], yaml.SequenceNode):
        return frozenset()
    return frozenset(str(i.value) for i in pair[1].value if _MARKED.match(text, i.end_mark.index))


@lru_cache(maxsize=1)
def _reader(text: str, shape: Shape) -> "_Editor":
    """Kept, since every entry of one text is asked about in turn, and reading it takes a while."""
    return _Editor(text, shape)


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


class _Editor(Places):
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
        result = self.text
        # From the end, so that places before a splice stay true; what stands at one place keeps its order.
        for splice in sorted(splices, key=lambda s: (s.start, s.end))[::-1]:
            result = result[: splice.start] + splice.text + result[splice.end :]
        return result

    # --- fields --------------------------------------------------------------------------------

    def _set_field(self, edit: SetField) -> list[_Splice]:
        entry = self.entry(edit.entry)
        pair = self.pair(entry, edit.name)
        if pair is None:
            return [self._insert(entry, edit.name, self._in_entry(entry, edit.name, edit.value, edit.note))]
        key, value = pair
        splices = self._replace(key, value, edit.value)
        return splices if entry.flow_style else [*splices, *self._note(self.end_of(key, value), edit.note)]

    def _replace(self, key: yaml.Node, node: yaml.Node, value: Value) -> list[_Splice]:
        """The value instead of the node, in the node's own style where it has one."""
        alike = isinstance(value, Mapping) and isinstance(node, yaml.MappingNode)
        if alike and [k.value for k, _ in node.value] == list(value):  # type: ignore[arg-type]
            return [s for k, v in node.value for s in self._replace(k, v, value[k.value])]  # type: ignore
        if isinstance(node, yaml.SequenceNode) and _same_shape(node, value):
            items = zip(node.value, value, strict=True)  # type: ignore[arg-type]
            return [s for item, held in items for s in self._replace(key, item, held)]
        end = self.end_of(key, node)
        if data_of(node) == as_data(value) and value is not None:
            return []
        colon = self.text.index(":", key.end_mark.index) + 1
        start = max(int(node.start_mark.index), colon)
        between = self.text[colon:start]
        quote = node.style if isinstance(node, yaml.ScalarNode) and node.style in ("'", '"') else None
        new = str(value) if _is_number(node, value) else written(value, flow=self.in_flow(node), quote=quote)
        if "\n" in between or not between:
            # The old value began on a line of its own, or there was none.
            comment = between.rstrip() if "#" in between else ""
            return [_Splice(colon, end, f" {new}{comment}")]
        return [_Splice(start, end, new)]

    def _note(self, place: int, note: str | None) -> list[_Splice]:
        """The program's note at the end of a line, instead of the one before; a person's comment stays."""
        comment = _COMMENT.match(self.text, place)
        marked = _MARKED.search(self.text, place, comment.end()) if comment else None
        end = self.rest_of_line(place)
        if marked is None:
            free = comment is not None or not self.text[place:end].strip()
            return [_Splice(end, end, _noted(note))] if note and free else []
        return [_Splice(marked.start(), marked.end(), _noted(note))]

    def _in_entry(self, entry: yaml.MappingNode, name: str, value: Value, note: str | None) -> str:
        if entry.flow_style:
            return f", {name}: {written(value, flow=True)}"
        indent = " " * int(entry.value[0][0].start_mark.column)
        return self.line_end + indent + f"{name}: {written(value)}{_noted(note)}"

    def _insert(self, entry: yaml.MappingNode, name: str, text: str) -> _Splice:
        """After the last of the fields that usually stand before it."""
        order = self.shape.order
        before = set(order[: order.index(name)])
        key, value = next((p for p in reversed(entry.value) if p[0].value in before), entry.value[-1])
        end = self.end_of(key, value)
        place = end if entry.flow_style else self.rest_of_line(end)
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
                colon = self.text.index(":", key.end_mark.index) + 1
                end = self.end_of(key, node)
                rest = self.rest_of_line(end)
                lines = self._item_lines(edit.items, edit.notes, self._item_indent(entry))
                return [_Splice(colon, rest, self.text[end:rest] + self.line_end + lines)]
        return self._replace(key, node, edit.items)

    def _block_list(self, entry: yaml.MappingNode, edit: SetItems) -> str:
        indent = " " * int(entry.value[0][0].start_mark.column)
        lines = self._item_lines(edit.items, edit.notes, self._item_indent(entry))
        return f"{self.line_end}{indent}{edit.name}:{self.line_end}{lines}"

    def _item_indent(self, entry: yaml.MappingNode) -> str:
        return " " * (int(entry.value[0][0].start_mark.column) + 2)

    def _item_lines(self, items: Sequence[str], notes: Mapping[str, str], indent: str) -> str:
        return self.line_end.join(f"{indent}- {written(item)}{_noted(notes.get(item))}" for item in items)

    def _block_items(self, key: yaml.Node, node: yaml.SequenceNode, edit: SetItems) -> _Splice:
        starts = [self.line_start(item.start_mark.index) for item in node.value]
        end = self.rest_of_line(self.last_of(node))
        dash = self.text.index("-", starts[0])
        indent = self.text[starts[0] : dash]
        lines: list[str] = []
        for item, start, after in zip(node.value, starts, [*starts[1:], end], strict=True):
            chunk = self.text[start:after]
            chunk = chunk[: -len(self.line_end)] if chunk.endswith(self.line_end) else chunk
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
            return _Splice(starts[0], end, self.line_end.join(lines))
        colon = self.text.index(":", key.end_mark.index) + 1
        above = self.text[colon : starts[0]].rstrip()
        return _Splice(colon, end, self.line_end.join([f" []{above}", *lines]))

    def _comments_in(self, item: yaml.Node, after: int, indent: str) -> list[str]:
        """What a person has written beside and below an item that goes."""
        tail = self.text[self.last_of(item) : after].splitlines()
        comments = [_MARKED.sub("", line).strip() for line in tail]
        return [indent + comment for comment in comments if comment]

    # --- entries -------------------------------------------------------------------------------

    def _add_entries(self, added: Sequence[AddEntry]) -> _Splice:
        listed = self.entries()
        if isinstance(listed, yaml.SequenceNode) and listed.value and listed.flow_style:
            place = int(listed.value[-1].end_mark.index)
            text = "".join(", " + written(edit.fields, flow=True) for edit in added)
            return _Splice(place, place, text)
        place = self._end_of_entries()
        dash, gap = "  ", self.line_end
        head = ""
        if isinstance(listed, yaml.SequenceNode) and listed.value:
            first = listed.value[0]
            dash = " " * (self.text.rindex("-", 0, first.start_mark.index) - self._line_start_of_dash(first))
            gap = self.line_end * self._lines_between(listed)
        elif self.root is None:
            head = (self.shape.head if not self.text.strip() else "") + f"{self.shape.root}:\n"
        blocks = [self._entry_lines(edit, dash) for edit in added]
        if head or not (isinstance(listed, yaml.SequenceNode) and listed.value):
            return self._first_entries(head, (self.line_end * 2).join(blocks), place)
        lead = "" if self.text[:place].endswith("\n") else self.line_end
        joined = "".join(gap[len(self.line_end) :] + block + self.line_end for block in blocks)
        return _Splice(place, place, lead + joined)

    def _first_entries(self, head: str, blocks: str, place: int) -> _Splice:
        listed = self.entries()
        if listed is None:
            lead = "" if not self.text or self.text.endswith("\n") else self.line_end
            return _Splice(place, place, lead + head.replace("\n", self.line_end) + blocks + self.line_end)
        # `documents:` or `documents: []`: the list begins on the next line.
        key = next(key for key, held in self.members() if held is listed)
        colon = self.text.index(":", key.end_mark.index) + 1
        end = self.end_of(key, listed)
        rest = self.rest_of_line(end)
        return _Splice(colon, rest, self.text[end:rest] + self.line_end + blocks)

    def _line_start_of_dash(self, first: yaml.Node) -> int:
        return self.line_start(self.text.rindex("-", 0, first.start_mark.index))

    def _lines_between(self, listed: yaml.SequenceNode) -> int:
        """How many line ends separate the entries: 2 where an empty line stands between them."""
        if len(listed.value) < 2:
            return 2
        second = listed.value[1]
        between = self.text[self.last_of(listed.value[0]) : second.start_mark.index]
        return 2 if re.search(r"\n[ \t]*\r?\n", between) else 1

    def _end_of_entries(self) -> int:
        """The end of the file, or of its document where `...` ends that."""
        ended = re.search(r"^\.\.\.", self.text, re.MULTILINE)
        return ended.start() if ended else len(self.text)

    def _entry_lines(self, edit: AddEntry, dash: str) -> str:
        indent = dash + "  "
        lines: list[str] = []
        for name, value in edit.fields.items():
            if isinstance(value, tuple) and any(" " in str(item) for item in value):
                lines += [f"{name}:", self._item_lines([str(v) for v in value], edit.notes, "  ")]
            else:
                lines.append(f"{name}: {written(value)}{_noted(edit.notes.get(name))}")
        body = "\n".join(lines).splitlines()
        return self.line_end.join([f"{dash}- {body[0]}", *(indent + line for line in body[1:])])


def _same_shape(node: yaml.SequenceNode, value: Value) -> bool:
    """Whether a list of mappings is to become one of as many with the same fields in the same order."""
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) != len(node.value):
        return False
    return bool(value) and all(
        isinstance(item, yaml.MappingNode)
        and isinstance(held, Mapping)
        and [k.value for k, _ in item.value] == list(held)
        for item, held in zip(node.value, value, strict=True)
    )


def _is_number(node: yaml.Node, value: Value) -> bool:
    """Whether a number takes the place of a number: it then needs no quotation marks either."""
    is_plain = isinstance(node, yaml.ScalarNode) and node.style is None
    return is_plain and node.tag in _NUMBERS and isinstance(value, str) and bool(_DIGITS.fullmatch(value))


def _noted(note: str | None) -> str:
    """A note as a comment; what a comment may not hold is left out of it."""
    if not note:
        return ""
    plain = "".join(c if c.isprintable() else " " for c in note)
    return f"   {MARK} {' '.join(plain.split())}".rstrip()
