"""Where the parts of a list of entries stand in its YAML text."""

import re

import yaml

from ingest.registrar.edits import Shape


class EditImpossible(Exception):
    """The text can't be edited so that it says what was meant: a person has to do it."""


class Places:
    """A text and the places of its entries, fields and values. Raises YAMLError for what is no YAML."""

    def __init__(self, text: str, shape: Shape) -> None:
        self.text = text
        self.shape = shape
        self.line_end = "\r\n" if "\r\n" in text else "\n"
        self.root = yaml.compose(text, Loader=yaml.SafeLoader)

    def entries(self) -> yaml.Node | None:
        return next((value for key, value in self.members() if key.value == self.shape.root), None)

    def members(self) -> list[tuple[yaml.Node, yaml.Node]]:
        return self.root.value if isinstance(self.root, yaml.MappingNode) else []

    def entry(self, name: str) -> yaml.MappingNode:
        listed = self.entries()
        for entry in listed.value if isinstance(listed, yaml.SequenceNode) else ():
            pair = self.pair(entry, self.shape.key)
            if pair is not None and str(pair[1].value).strip() == name:
                return entry  # type: ignore[no-any-return]
        raise EditImpossible

    def pair(self, entry: yaml.Node, name: str) -> tuple[yaml.Node, yaml.Node] | None:
        if not isinstance(entry, yaml.MappingNode):
            raise EditImpossible
        return next(((key, value) for key, value in entry.value if key.value == name), None)

    def end_of(self, key: yaml.Node, value: yaml.Node) -> int:
        """Where the words of a value end, without the blank lines and comments that follow."""
        if value.start_mark.index < key.end_mark.index:  # an alias: its node stands elsewhere
            alias = re.compile(r"\s*:\s*\*[^\s,\]}]+").match(self.text, key.end_mark.index)
            if alias is None:
                raise EditImpossible
            return alias.end()
        return self.last_of(value)

    def last_of(self, node: yaml.Node) -> int:
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self.end_of(*last) if isinstance(last, tuple) else self.last_of(last)
        end = int(node.end_mark.index)
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            # A block of lines ends after its line end.
            end = len(self.text[:end].rstrip())
        return end

    def rest_of_line(self, place: int) -> int:
        found = re.compile(r"[^\r\n]*").match(self.text, place)
        return found.end() if found else place

    def line_start(self, place: int) -> int:
        return self.text.rfind("\n", 0, place) + 1

    def in_flow(self, node: yaml.Node) -> bool:
        listed = self.entries()
        around = [listed, *(listed.value if isinstance(listed, yaml.SequenceNode) else ())]
        return any(
            n.flow_style and n.start_mark.index <= node.start_mark.index < n.end_mark.index
            for n in around
            if isinstance(n, yaml.CollectionNode)
        )
