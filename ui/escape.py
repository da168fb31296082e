"""Makes text from documents and questions inert, so that it is shown and never interpreted."""

import html
import re

# Everything that Markdown, LaTeX or Streamlit's directives (`:red[…]`, `:material/…:`) can react to.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$:<>&@/^=])")
# C0 and C1 controls, and the marks that reorder or hide characters ("Trojan Source").
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ufeff]")


def as_html(text: str) -> str:
    """`text` for the inside of an HTML element or of a quoted attribute."""
    return html.escape(_INVISIBLE.sub("", text), quote=True)


def as_label(text: str) -> str:
    """`text` for a Streamlit label, which is Markdown on one line: every mark is shown as it stands."""
    return _MARKDOWN.sub(r"\\\1", " ".join(_INVISIBLE.sub("", text).split()))
