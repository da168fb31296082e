"""What people take with them: a paper of headings, quotes and facts, as Markdown, Word or PDF.

In: a `Paper` of plain words (`model`), which `ui.purchase.record` and `ui.ask.paper` make. Out: bytes.
Nothing in a paper is markup: each of the three writers shows every character as it stands.
"""
