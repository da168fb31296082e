"""A question in, an answer of exact quotes out.

`assistant` is the way in: understand the question, ask the index rung by rung, choose the sentences
that answer, let `hierarchy` arrange them, compose the text, verify every quote, or abstain. Change here
what counts as evidence and how an answer is worded. No quote is shown that `verify` has not passed.

`contract` and `register_contract` are the JSON that other programs rely on: add to it, never change it.
"""
