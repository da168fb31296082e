"""Texts as provisions have them: sentences, list items and table rows in paragraphs."""

from hypothesis import strategies as st

_WORDS = [
    "Inköp",
    "ska",
    "göras",
    "enligt",
    "2",
    "§",
    "kap.",
    "t.ex.",
    "100 000",
    "kronor",
    "är",
    "Ökning",
    "(LOU)",
]
_MARKS = ["", "", "- ", "• ", "1. ", "12) ", "a) ", "3.1.2 ", "o "]
_ENDS = [".", ":", "?", "", ".”", ";"]

sentence = st.builds(
    lambda words, end: " ".join(words) + end,
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=40),
    st.sampled_from(_ENDS),
)
line = st.builds(
    lambda mark, sentences: mark + " ".join(sentences),
    st.sampled_from(_MARKS),
    st.lists(sentence, min_size=1, max_size=6),
)
paragraph = st.lists(line, min_size=1, max_size=6).map("\n".join)
provision = st.lists(paragraph, min_size=1, max_size=4).map("\n\n".join)
anything = st.text(st.sampled_from(list("aÅö1. \n-•)§:?\t\u00a0")), max_size=80)
