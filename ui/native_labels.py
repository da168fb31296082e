"""The words that Streamlit itself puts on the page, in the page's language.

Streamlit labels its own buttons in English only; on a Swedish page a screen reader would read them as Swedish
(WCAG 3.1.2). Each `native.NAME` of the English messages is Streamlit's wording, and a script puts the page's
own in its place. `{rest}` stands for the words that go on from there.
"""

import json

import streamlit as st

from ui.texts import Texts, load_texts

_SCRIPT = """
(() => {
  const whole = new Map(WHOLE), begun = BEGUN;
  const translated = words => {
    if (whole.has(words)) return whole.get(words);
    for (const [[from, until], [to, end]] of begun)
      if (words.startsWith(from) && words.endsWith(until) && words.length > from.length + until.length)
        return to + words.slice(from.length, words.length - until.length) + end;
    return words;
  };
  // What Streamlit wrote and what was put there instead, so that another language can take its place.
  const put = window.regelstegenPut ??= new WeakMap();
  const said = (holder, place, words) => {
    const known = put.get(holder) ?? {};
    const given = known[place]?.put === words ? known[place].given : words;
    put.set(holder, { ...known, [place]: { given, put: translated(given) } });
    return translated(given);
  };
  const texts = "[data-testid='stSkipToContent'], [data-testid='InputInstructions'], "
    + "[data-testid='stFileUploaderDropzone'] *, [data-testid='stSelectboxVirtualDropdown'] *, "
    + "[data-type][data-placeholder]";
  const labels = ["aria-label", "aria-valuetext"];
  const relabel = element => {
    for (const name of labels) {
      const label = element.getAttribute(name);
      const own = label && said(element, name, label);
      if (own !== label) element.setAttribute(name, own);
    }
    if (!element.matches(texts)) return;
    for (const node of element.childNodes) {
      const own = node.nodeType === Node.TEXT_NODE ? said(node, "text", node.data) : node.data;
      if (own !== node.data) node.data = own;
    }
  };
  const relabelAll = root => {
    relabel(root);
    root.querySelectorAll("[aria-label], [aria-valuetext], " + texts).forEach(relabel);
  };
  window.regelstegenLabels?.disconnect();
  window.regelstegenLabels = new MutationObserver(changes => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "attributes") relabel(target);
      if (type === "characterData" && target.parentElement) relabel(target.parentElement);
      for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) relabelAll(node);
    }
  });
  window.regelstegenLabels.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: labels,
  });
  relabelAll(document.body);
})();
"""


def put_in_language(texts: Texts) -> None:
    """Lets the page's language hold for Streamlit's own labels too, now and as they are drawn anew."""
    st.html(f"<script>{_script(texts)}</script>", unsafe_allow_javascript=True)


def _script(texts: Texts) -> str:
    """The script with its words, from Streamlit's to those of `texts`."""
    native = load_texts("en")
    pairs = [
        (native.template(key), texts.template(key))
        for key in sorted(native.keys)
        if key.startswith("native.")
    ]
    whole = [pair for pair in pairs if "{rest}" not in pair[0]]
    begun = [(_around(given), _around(put)) for given, put in pairs if "{rest}" in given]
    return _SCRIPT.replace("WHOLE", _literal(whole)).replace("BEGUN", _literal(begun))


def _around(template: str) -> tuple[str, str]:
    before, _, after = template.partition("{rest}")
    return before, after


def _literal(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
