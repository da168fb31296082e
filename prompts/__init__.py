"""The words given to a language model, one file each, and their loader.

In: the name of a prompt. Out: a LlamaIndex template with what the model is told (`system`) and what it is
given (`user`). Change the words here; what a model's reply must be like is checked in `answers`, whatever a
prompt asks for. Texts of documents are data to the model too: a prompt says so, between marks that the
document can't foresee.
"""
