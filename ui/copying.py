"""Text beside a button that copies it: always in sight, reached by keyboard, and told when it is done."""

import streamlit as st

from ui.escape import as_html
from ui.texts import Texts

# The text is read from the page, so that nothing of it is ever part of a script. Where the browser gives no
# clipboard, as on a site without encryption, the text is selected and copied as by hand.
_SCRIPT = """<script>
for (const box of document.querySelectorAll('.rs-copy:not([data-ready])')) {
  box.dataset.ready = '';
  const said = box.querySelector('.rs-copy-text'), told = box.querySelector('[role=status]');
  box.querySelector('button').addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(said.textContent);
    } catch {
      getSelection().selectAllChildren(said);
      document.execCommand('copy');
    }
    told.textContent = box.dataset.done;
  });
}
</script>"""


def show(text: str, texts: Texts) -> None:
    """Draws `text` and its button."""
    st.html(copy_html(text, texts) + _SCRIPT, unsafe_allow_javascript=True)


def copy_html(text: str, texts: Texts) -> str:
    return (
        f"<div class='rs-copy' data-done='{as_html(texts('read.copied'))}'>"
        f"<p class='rs-copy-text'>{as_html(text)}</p>"
        f"<p><button type='button'>{texts('read.copy')}</button> <span role='status'></span></p></div>"
    )
