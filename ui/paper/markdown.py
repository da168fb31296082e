"""A paper as Markdown (CommonMark), in which no word of a document or a question is markup."""

import re

from ui.paper.model import Blanks, Block, Facts, Heading, Notice, Paper, Points, Quote, Text, visible

# What CommonMark and its usual extensions react to wherever it stands. The rest of the punctuation is left as
# it is, so that the file reads well as text too.
_MARKS = re.compile(r"([\\`*_\[\]<>#|~$&@^])|(?<=\w)(:)(?=\S)|(:)(?=\w)|(?<=www)(\.)|(!)(?=\[)")


def as_markdown(paper: Paper) -> bytes:
    """The paper as UTF-8 text."""
    parts = [f"# {_line(paper.title)}", *(_block(block) for block in paper.blocks)]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def escaped(text: str) -> str:
    """`text` as Markdown that shows it as it stands, its line breaks kept."""
    lines = [line.strip(" \t") for line in visible(text).splitlines()]
    return "\\\n".join(_escaped_line(line) for line in lines if line)


def _escaped_line(line: str) -> str:
    marked = _MARKS.sub(lambda found: f"\\{found.group()}", line)
    return re.sub(r"^([-+=]|\d{1,9}(?=[.)]))", _unlisted, marked)


def _unlisted(found: re.Match[str]) -> str:
    """What would begin a list or underline a heading at the head of a line."""
    mark = found.group()
    # After a number it is the full stop or the bracket that makes a list of it.
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"


def _line(text: str) -> str:
    return escaped(" ".join(text.split()))


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * level} {_line(text)}"
        case Text(text, strong, _):
            written = escaped(text)
            return f"**{_line(text)}**" if strong and written else written
        case Facts(rows):
            return "\n".join(f"- {_line(name)}: {_line(value)}" for name, value in rows)
        case Points(items):
            return "\n".join(f"- {_line(item)}" for item in items)
        case Quote(text, source, _):
            quoted = "\n".join(f"> {line}" for line in escaped(text).split("\n"))
            return f"{quoted}\n>\n> — {_line(source)}"
        case Notice(head, text):
            return f"**{_line(head)}** {_line(text)}"
        case Blanks(names):
            return "\n".join(f"- {_line(name)}: ____________" for name in names)
