"""A question in, an answer of exact quotes out.

`assistant` is the way in: understand the question, ask the index rung by rung, choose the sentences
that answer, let `hierarchy` arrange them, compose the text, verify every quote, or abstain. Change here
what counts as evidence and how an answer is worded. No quote is shown that `verify` has not passed.

`looked_up` takes the questions that need no search: of a document itself, of the order of the levels, and
of when a rule was changed. `later_rules` keeps what had not begun from answering for a past day.

A language model (`language_model`, the extra `llm`) writes nothing in an answer: it may propose keys
(`key_proposing`), which `key_lines` checks and a person confirms.

A question of a conversation is first made whole: `slots` finds whose rules, amount, day and document it
names, `leaning` says whether it leans on those before it, `completing` and `replacing` join the words of
both, `follow_up` tells what was carried over. The words that it goes by are in `follow_up_words.yaml`.

The files `*_contract` are the JSON that other programs rely on, of every command and not of answers alone:
`contract` (ask, search), `register_contract` (register show, provisions), `registrar_contract` (the rest of
register), `keys_contract` and `references_contract`. Add to them, never change them.
"""
