"""Parts of a page taken out of it in time that goes with their number."""

from bs4 import Tag


def empty(tag: Tag) -> None:
    """Take out what is inside a tag; an inline tag without content and attributes stays in its place.

    Taking out the tag itself would mean to look for it among all its siblings.
    """
    tag.clear(decompose=True)
    tag.name = "span"
    tag.attrs = {}
